#include <string.h>

#include "base/xml.h"
#include "base/zip.h"
#include "word/verify/verify.h"
#include "write/docx/docx.h"

static const struct {
    const char *template, *path;
} parts[] = {
#define PH_DOCX_PART(name, template, path) {template, path},
#include "write/docx/parts.def"
#undef PH_DOCX_PART
};

const char *ph_docx_path(enum ph_docx_part part)
{
    return parts[part].path;
}

/* The entry of the list of types for a path, or the one for its ending. */
static const xmlNode *find_type(const xmlNode *types, const char *path)
{
    const char *dot = strrchr(path, '.');
    const xmlNode *fallback = NULL;
    for (const xmlNode *entry = ph_xml_first(types, NULL); entry;
         entry = ph_xml_next(entry, NULL)) {
        const char *name = ph_xml_attribute(entry, "PartName");
        const char *ending = ph_xml_attribute(entry, "Extension");
        if (name && !strcmp(name + 1, path))
            return entry;
        if (ending && dot && !strcmp(ending, dot + 1))
            fallback = entry;
    }
    return fallback;
}

const char *ph_docx_type(const struct ph_docx *docx, enum ph_docx_part part)
{
    if (part == PH_DOCX_TYPES)
        return "";
    const xmlNode *types = xmlDocGetRootElement(docx->parts[PH_DOCX_TYPES]);
    return ph_xml_attribute(find_type(types, parts[part].path), "ContentType");
}

static void drop_entry(xmlDoc *doc, const char *attribute, const char *value)
{
    xmlNode *entry = ph_xml_first(xmlDocGetRootElement(doc), NULL);
    while (entry) {
        const char *found = ph_xml_attribute(entry, attribute);
        if (found && !strcmp(found, value))
            break;
        entry = ph_xml_next(entry, NULL);
    }
    if (!entry)
        return;
    xmlUnlinkNode(entry);
    xmlFreeNode(entry);
}

/* A package without comments, or without automatic numbers, has no part for them. */
static void drop_part(struct ph_docx *docx, enum ph_docx_part part, const char *name,
                      const char *target)
{
    drop_entry(docx->parts[PH_DOCX_TYPES], "PartName", name);
    drop_entry(docx->parts[PH_DOCX_DOCUMENT_RELATIONS], "Target", target);
    xmlFreeDoc(docx->parts[part]);
    docx->parts[part] = NULL;
}

static void drop_empty_parts(struct ph_docx *docx)
{
    if (!docx->comments)
        drop_part(docx, PH_DOCX_COMMENTS, "/word/comments.xml", "comments.xml");
    if (!docx->lists)
        drop_part(docx, PH_DOCX_NUMBERING, "/word/numbering.xml", "numbering.xml");
}

static enum ph_status read_templates(struct ph_docx *docx, struct ph_error *error)
{
    enum ph_status status = ph_docx_read_template("look.xml", &docx->look, error);
    for (size_t i = 0; i < PH_DOCX_PART_COUNT && status == PH_OK; i++)
        status = ph_docx_read_template(parts[i].template, &docx->parts[i], error);
    return status;
}

enum ph_status ph_docx_open(struct ph_docx *docx, const struct ph_document *document,
                            const struct ph_write_options *options, struct ph_error *error)
{
    *docx = (struct ph_docx){.document = document, .options = options};
    enum ph_status status = ph_house_read(&docx->house, error);
    if (status == PH_OK)
        status = read_templates(docx, error);
    if (status != PH_OK)
        return status;
    ph_docx_number_notes(docx);
    ph_docx_number_moves(docx);
    ph_docx_plan_numbers(docx);
    ph_docx_see_comments(docx);
    ph_docx_make_headers(docx);
    ph_docx_make_document(docx);
    ph_docx_make_footnotes(docx);
    ph_docx_make_numbering(docx);
    ph_docx_make_settings(docx);
    ph_docx_make_properties(docx);
    drop_empty_parts(docx);
    return PH_OK;
}

void ph_docx_close(struct ph_docx *docx)
{
    for (size_t i = 0; i < PH_DOCX_PART_COUNT; i++)
        xmlFreeDoc(docx->parts[i]);
    xmlFreeDoc(docx->look);
    ph_house_free(&docx->house);
    ph_docx_close_notes(docx);
    ph_docx_close_moves(docx);
    ph_docx_close_numbers(docx);
    ph_docx_close_said(docx);
}

enum ph_status ph_docx_guard(const struct ph_buffer *out, size_t from, struct ph_error *error)
{
    struct ph_word_bytes made = {ph_buffer_text(out) + from, out->length - from};
    return ph_word_guard("Word document", NULL, &made, error);
}

enum ph_status ph_write_docx(const struct ph_document *document,
                             const struct ph_write_options *options, struct ph_buffer *out,
                             struct ph_error *error)
{
    struct ph_docx docx;
    struct ph_buffer bytes[PH_DOCX_PART_COUNT] = {{0}};
    struct ph_zip_part entries[PH_DOCX_PART_COUNT];
    size_t count = 0, from = out->length;
    enum ph_status status = ph_docx_open(&docx, document, options, error);
    for (size_t i = 0; i < PH_DOCX_PART_COUNT && status == PH_OK; i++) {
        if (!docx.parts[i])
            continue;
        ph_xml_write(docx.parts[i], false, &bytes[i]);
        entries[count++] = (struct ph_zip_part){parts[i].path, bytes[i].data, bytes[i].length};
    }
    if (status == PH_OK)
        status = ph_zip_write(entries, count, out, error);
    for (size_t i = 0; i < PH_DOCX_PART_COUNT; i++)
        ph_buffer_free(&bytes[i]);
    ph_docx_close(&docx); /* its memory serves for reading what was written */
    return status == PH_OK ? ph_docx_guard(out, from, error) : status;
}
