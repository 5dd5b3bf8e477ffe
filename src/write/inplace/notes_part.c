/* A part for footnotes in a package that has none: the part with its separators, its type, and the
 * relation to it (ECMA-376 part 1, 11.3.7, and part 2). */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "write/inplace/inplace.h"

#define TYPE "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
#define RELATION "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
#define NAMESPACE "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

static const char empty_part[] =
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"
    "<w:footnotes xmlns:w=\"" NAMESPACE "\">"
    "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>"
    "<w:footnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:r><w:continuationSeparator/>"
    "</w:r></w:p></w:footnote></w:footnotes>";

/* Puts `text` before the end tag of the root of a part. */
static enum ph_status put_last(struct ph_inplace *inplace, const char *path, const char *text,
                               struct ph_error *error)
{
    struct ph_inplace_part *part;
    enum ph_status status = ph_inplace_part(inplace, path, &part, error);
    if (status == PH_OK)
        ph_splice_put(&part->splices, part->story.end, text);
    return status;
}

/* "word/" of "word/document.xml". */
static char *folder_of(const char *path)
{
    const char *slash = strrchr(path, '/');
    return ph_copy_n(path, slash ? (size_t)(slash - path) + 1 : 0);
}

static enum ph_status relate(struct ph_inplace *inplace, const char *folder, struct ph_error *error)
{
    struct ph_buffer path = {0}, text = {0};
    ph_buffer_printf(&path, "%s_rels/%s.rels", folder, inplace->document->path + strlen(folder));
    ph_buffer_printf(&text,
                     "<Relationship Id=\"rIdFootnotes%ld\" Type=\"" RELATION
                     "\" Target=\"footnotes.xml\"/>",
                     inplace->signer.next++);
    enum ph_status status = put_last(inplace, path.data, text.data, error);
    ph_buffer_free(&path);
    ph_buffer_free(&text);
    return status;
}

enum ph_status ph_inplace_make_notes(struct ph_inplace *inplace, struct ph_inplace_part **part,
                                     struct ph_error *error)
{
    char *folder = folder_of(inplace->document->path);
    struct ph_buffer path = {0}, type = {0};
    ph_buffer_printf(&path, "%sfootnotes.xml", folder);
    ph_buffer_printf(&type, "<Override PartName=\"/%s\" ContentType=\"" TYPE "\"/>", path.data);
    enum ph_status status = put_last(inplace, "[Content_Types].xml", type.data, error);
    if (status == PH_OK)
        status = relate(inplace, folder, error);
    if (status == PH_OK) {
        *part = ph_inplace_add_part(inplace, path.data);
        ph_buffer_put(&(*part)->bytes, empty_part);
        status = ph_story_read(&(*part)->story, path.data, (*part)->bytes.data,
                               (*part)->bytes.length, error);
    }
    free(folder);
    ph_buffer_free(&path);
    ph_buffer_free(&type);
    return status;
}
