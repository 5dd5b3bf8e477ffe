/* Word documents: .docx and Flat OPC. The parts are found by their relations; headers and footers
 * come before the body, as furniture, the notes behind it. */
#include <stdlib.h>
#include <string.h>

#include "base/xml.h"
#include "read/docx/wml.h"
#include "read/formats.h"

enum { MARGINS = 100 }; /* headers and footers that are read */

/* ---- parts ---- */

static enum ph_status find_document(struct ph_wml *wml, const xmlNode **root,
                                    struct ph_error *error)
{
    xmlNode *found = NULL;
    bool several = false;
    enum ph_status status = ph_opc_document(wml->opc, &wml->part, &found, &several, error);
    if (several)
        ph_wml_remark(wml, PH_WML_DOCUMENTS);
    *root = found;
    return status;
}

/* The root of the part that a relation of that type names; *root NULL: there is none. */
static enum ph_status find_part(struct ph_wml *wml, const struct ph_opc_relation *relation,
                                const xmlNode **root, struct ph_error *error)
{
    xmlNode *found;
    struct ph_error why;
    *root = NULL;
    enum ph_status status =
        relation ? ph_opc_root(wml->opc, relation->target, &found, &why) : PH_NOTHING;
    if (status == PH_NOTHING) {
        if (relation)
            ph_wml_remark(wml, PH_WML_MISSING);
        return PH_OK;
    }
    if (status != PH_OK)
        return ph_fail(error, status, "%s", why.message);
    *root = found;
    return PH_OK;
}

static enum ph_status find_typed(struct ph_wml *wml, const struct ph_opc_relations *relations,
                                 const char *type, const xmlNode **root, const char **part,
                                 struct ph_error *error)
{
    const struct ph_opc_relation *relation = ph_opc_next(relations, NULL, type);
    *part = relation ? ph_arena_copy(wml->blocks->arena, relation->target) : NULL;
    return find_part(wml, relation, root, error);
}

static enum ph_status read_tables(struct ph_wml *wml, const struct ph_opc_relations *relations,
                                  struct ph_error *error)
{
    const xmlNode *styles = NULL, *numbering = NULL;
    const char *part;
    enum ph_status status = find_typed(wml, relations, "styles", &styles, &part, error);
    if (status == PH_OK)
        status = find_typed(wml, relations, "numbering", &numbering, &part, error);
    if (status != PH_OK)
        return status;
    ph_wml_read_styles(styles, wml->blocks->arena, &wml->styles);
    ph_wml_read_numbering(numbering, wml->blocks->arena, &wml->numbering);
    if (wml->styles.cyclic)
        ph_wml_remark(wml, PH_WML_STYLE);
    return PH_OK;
}

/* ---- stories ---- */

static void read_story(struct ph_wml *wml, const xmlNode *top, const char *part,
                       enum ph_block_kind kind)
{
    const char *before = wml->part;
    wml->part = part;
    wml->paragraph = 0;
    ph_wml_read_story(wml, top, kind);
    wml->part = before;
    wml->paragraph = 0;
}

/* Changes in a header come to no paragraph of the tree. */
static void hear_changes(struct ph_wml *wml, size_t from)
{
    bool changed = false;
    for (size_t i = from; i < wml->blocks->count && !changed; i++)
        changed = ph_block_is_changed(&wml->blocks->items[i]);
    wml->margins_changed = wml->margins_changed || changed;
}

/* Letters behind the text, as Word makes them: "DRAFT". */
static void hear_watermark(struct ph_wml *wml, const xmlNode *root)
{
    const xmlNode *one = root;
    while (!wml->watermark && (one = ph_wml_step(root, one, false)))
        if (ph_xml_is(one, "textpath"))
            wml->watermark = ph_arena_copy(wml->blocks->arena, ph_xml_attribute(one, "string"));
}

static enum ph_status read_margins(struct ph_wml *wml, const struct ph_opc_relations *relations,
                                   const char *type, struct ph_error *error)
{
    const struct ph_opc_relation *one = NULL;
    enum ph_status status = PH_OK;
    for (int i = 0; i < MARGINS && status == PH_OK && (one = ph_opc_next(relations, one, type));
         i++) {
        const xmlNode *root;
        status = find_part(wml, one, &root, error);
        if (!root)
            continue;
        const size_t from = wml->blocks->count;
        read_story(wml, root, ph_arena_copy(wml->blocks->arena, one->target), PH_BLOCK_FURNITURE);
        hear_watermark(wml, root);
        ph_opc_release(wml->opc, root);
        hear_changes(wml, from);
    }
    return status;
}

/* A typed mark stands before the words of its note as well. */
static void drop_mark(struct ph_block *block, const char *label)
{
    size_t length = strlen(label);
    if (label[0] == '*' && !strncmp(block->text, label, length))
        ph_block_drop(block, length + (block->text[length] == ' '));
}

static void read_notes(struct ph_wml *wml, const char *const parts[2])
{
    ph_wml_sort_notes(&wml->notes);
    for (size_t i = 0; i < wml->notes.count; i++) {
        const struct ph_wml_note *note = &wml->notes.items[i];
        if (!note->element) {
            ph_wml_remark(wml, PH_WML_NO_NOTE);
            continue;
        }
        wml->part = parts[note->end];
        wml->paragraph = note->paragraph;
        ph_wml_read_story(wml, note->element, PH_BLOCK_NOTE);
        struct ph_block *block = ph_wml_close_paragraph(wml, PH_BLOCK_NOTE);
        if (!block)
            continue;
        block->label = note->label;
        drop_mark(block, note->label);
    }
}

static enum ph_status list_notes(struct ph_wml *wml, const struct ph_opc_relations *relations,
                                 const char *parts[2], struct ph_error *error)
{
    static const char *const types[] = {"footnotes", "endnotes"};
    enum ph_status status = PH_OK;
    for (int end = 0; end < 2 && status == PH_OK; end++) {
        const xmlNode *root;
        status = find_typed(wml, relations, types[end], &root, &parts[end], error);
        if (root && !end)
            ph_wml_measure(wml, root, PH_BLOCK_NOTE);
        size_t more = root ? ph_wml_list_notes(root, end, wml->blocks->arena, &wml->notes) : 0;
        if (more)
            ph_wml_remark(wml, PH_WML_NO_MARK);
    }
    return status;
}

static enum ph_status read_stories(struct ph_wml *wml, const xmlNode *document,
                                   const struct ph_opc_relations *relations, struct ph_error *error)
{
    const char *parts[2], *part = ph_arena_copy(wml->blocks->arena, wml->part);
    ph_wml_find_notes(document, wml->blocks->arena, &wml->notes);
    enum ph_status status = list_notes(wml, relations, parts, error);
    if (status == PH_OK)
        status = read_margins(wml, relations, "header", error);
    if (status == PH_OK)
        status = read_margins(wml, relations, "footer", error);
    if (status != PH_OK)
        return status;
    ph_wml_measure(wml, document, PH_BLOCK_TEXT);
    wml->relations = *relations;
    read_story(wml, document, part, PH_BLOCK_TEXT);
    read_notes(wml, parts);
    wml->part = part;
    if (wml->full)
        status = ph_fail(error, PH_LIMIT, "%s: has more than %d paragraphs", wml->blocks->name,
                         PH_BLOCK_LIMIT);
    return status;
}

/* ---- the document ---- */

static enum ph_status read_document(struct ph_wml *wml, struct ph_error *error)
{
    struct ph_opc_relations relations;
    const xmlNode *document = NULL;
    enum ph_status status = find_document(wml, &document, error);
    if (status == PH_OK)
        status = ph_opc_relate(wml->opc, wml->part, &relations, error);
    if (status == PH_OK)
        status = read_tables(wml, &relations, error);
    if (status == PH_OK)
        status = read_stories(wml, document, &relations, error);
    if (status == PH_OK) {
        ph_wml_put_remarks(wml);
        ph_wml_put_properties(wml->opc, wml->part, &wml->blocks->properties);
        if (wml->margins_changed)
            ph_buffer_put(&wml->blocks->properties, "tracked: in a header or a footer\n");
        ph_wml_put_property("watermark", wml->watermark, &wml->blocks->properties);
        ph_wml_put_symbols(wml->blocks, &wml->blocks->properties);
    }
    return status;
}

static enum ph_status read_package(struct ph_opc *opc, struct ph_blocks *blocks,
                                   struct ph_error *error)
{
    struct ph_wml wml = {.opc = opc, .blocks = blocks};
    blocks->exact = blocks->whole = true;
    enum ph_status status = read_document(&wml, error);
    ph_wml_free_words(&wml.words);
    ph_wml_free_notes(&wml.notes);
    ph_wml_free_numbering(&wml.numbering);
    ph_wml_free_styles(&wml.styles);
    ph_buffer_free(&wml.fields.instruction);
    ph_opc_close(opc);
    return status;
}

enum ph_status ph_read_docx(const char *text, size_t length, const struct ph_lexicon *lexicon,
                            struct ph_blocks *blocks, struct ph_error *error)
{
    (void)lexicon;
    struct ph_opc *opc;
    enum ph_status status = ph_opc_open(blocks->name, text, length, &opc, error);
    return status == PH_OK ? read_package(opc, blocks, error) : status;
}

enum ph_status ph_read_flatopc(const char *text, size_t length, const struct ph_lexicon *lexicon,
                               struct ph_blocks *blocks, struct ph_error *error)
{
    (void)lexicon;
    struct ph_opc *opc;
    enum ph_status status = ph_opc_open_flat(blocks->name, text, length, &opc, error);
    return status == PH_OK ? read_package(opc, blocks, error) : status;
}
