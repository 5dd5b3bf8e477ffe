/* A part for footnotes or comments in a package that has none: the part, its type, and the relation
 * to it (ECMA-376 part 1, 11.3, and part 2). */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "write/inplace/inplace.h"

#define DECLARATION "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
#define TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml."
#define RELATIONS "http://schemas.openxmlformats.org/package/2006/relationships"

/* The two forms of a package: transitional and strict (ECMA-376 part 4, part 1). */
static const struct {
    const char *words, *relation;
} forms[] = {{"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
              "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"},
             {"http://purl.oclc.org/ooxml/wordprocessingml/main",
              "http://purl.oclc.org/ooxml/officeDocument/relationships/"}};

static bool is_strict(const struct ph_inplace *inplace)
{
    return strstr(ph_buffer_text(&inplace->document->bytes), forms[1].words) != NULL;
}

/* ---- the end of a part ---- */

/* <w:comments/> gets an end tag. */
static void open_root(struct ph_inplace_part *part, const struct ph_scan_token *root,
                      const char *text)
{
    struct ph_buffer out = {0};
    const char *name = part->bytes.data + root->from + 1;
    ph_buffer_printf(&out, ">%s</%.*s>", text, (int)(root->name + root->name_length - name), name);
    ph_splice_add(&part->splices, root->to - 2, root->to, out.data, out.length);
    ph_buffer_free(&out);
}

void ph_inplace_put_last(struct ph_inplace_part *part, const char *text)
{
    struct ph_scan scan = part->story.scan;
    struct ph_scan_token token;
    while (ph_scan_step(&scan, &token) && token.kind != PH_SCAN_OPEN)
        if (token.kind == PH_SCAN_EMPTY) {
            open_root(part, &token, text);
            return;
        }
    ph_splice_put(&part->splices, part->story.end, text);
}

/* ---- a part that is new ---- */

static enum ph_status add(struct ph_inplace *inplace, const char *path, const char *bytes,
                          struct ph_inplace_part **part, struct ph_error *error)
{
    *part = ph_inplace_add_part(inplace, path);
    ph_buffer_put(&(*part)->bytes, bytes);
    return ph_story_read(&(*part)->story, path, (*part)->bytes.data, (*part)->bytes.length, error);
}

/* "word/" of "word/document.xml". */
static char *folder_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return ph_copy_n(path, slash ? (size_t)(slash - path) + 1 : 0);
}

/* A part of that name that the package has not: "comments.xml", "comments2.xml". */
static void find_name(const struct ph_inplace *inplace, const char *folder, const char *name,
                      struct ph_buffer *path)
{
    ph_buffer_printf(path, "%s%s.xml", folder, name);
    for (size_t i = 2; ph_zip_has(inplace->zip, path->data); i++) {
        ph_buffer_clear(path);
        ph_buffer_printf(path, "%s%s%zu.xml", folder, name, i);
    }
}

static enum ph_status relate(struct ph_inplace *inplace, const char *folder, const char *name,
                             const char *target, struct ph_error *error)
{
    struct ph_inplace_part *part;
    struct ph_buffer path = {0}, text = {0};
    ph_buffer_printf(&path, "%s_rels/%s.rels", folder, inplace->document->path + strlen(folder));
    ph_buffer_printf(&text, "<Relationship Id=\"rId%c%s%ld\" Type=\"%s%s\" Target=\"%s\"/>",
                     toupper((unsigned char)name[0]), name + 1, inplace->signer.next++,
                     forms[is_strict(inplace)].relation, name, target + strlen(folder));
    enum ph_status status =
        ph_zip_has(inplace->zip, path.data)
            ? ph_inplace_part(inplace, path.data, &part, error)
            : add(inplace, path.data, DECLARATION "<Relationships xmlns=\"" RELATIONS "\"/>", &part,
                  error);
    if (status == PH_OK)
        ph_inplace_put_last(part, text.data);
    ph_buffer_free(&path);
    ph_buffer_free(&text);
    return status;
}

static enum ph_status name_type(struct ph_inplace *inplace, const char *name, const char *path,
                                struct ph_error *error)
{
    struct ph_inplace_part *types;
    struct ph_buffer text = {0};
    enum ph_status status = ph_inplace_part(inplace, "[Content_Types].xml", &types, error);
    ph_buffer_printf(&text, "<Override PartName=\"/%s\" ContentType=\"" TYPE "%s+xml\"/>", path,
                     name);
    if (status == PH_OK)
        ph_inplace_put_last(types, text.data);
    ph_buffer_free(&text);
    return status;
}

enum ph_status ph_inplace_make_part(struct ph_inplace *inplace, const char *name,
                                    const char *content, struct ph_inplace_part **part,
                                    struct ph_error *error)
{
    char *folder = folder_of(inplace->document->path);
    struct ph_buffer path = {0}, bytes = {0};
    find_name(inplace, folder, name, &path);
    ph_buffer_printf(&bytes, DECLARATION "<w:%s xmlns:w=\"%s\">%s</w:%s>", name,
                     forms[is_strict(inplace)].words, content, name);
    enum ph_status status = name_type(inplace, name, path.data, error);
    if (status == PH_OK)
        status = relate(inplace, folder, name, path.data, error);
    if (status == PH_OK)
        status = add(inplace, path.data, bytes.data, part, error);
    free(folder);
    ph_buffer_free(&path);
    ph_buffer_free(&bytes);
    return status;
}
