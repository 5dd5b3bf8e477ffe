/* The paragraphs of a document as JSON, with their sources and placeholders where it was made.
 * Numbers are as printed in a document that was read. Places are counted in code points. */
#include <stdlib.h>

#include "doc/checklist.h"
#include "doc/forms.h"
#include "doc/walk.h"
#include "write/json_parts.h"
#include "write/parts.h"
#include "write/write.h"

/* ---- where a node stands ---- */

static const struct ph_node *top_of(const struct ph_node *node)
{
    while (ph_is_paragraph(node) && ph_is_paragraph(node->parent))
        node = node->parent;
    return node;
}

/* Numbered paragraphs of another text stand among the operative ones when its heading is lost. */
static const char *part_of_text(const struct ph_node *top, bool operative)
{
    static const char *const genres[] = {"text", "text", "letter", "memorandum", "text"};
    char number[64];
    if (top->parent->kind == PH_ANNEX)
        return "annex";
    return operative && ph_number_shown(top, number, sizeof number)
               ? "operative"
               : genres[top->parent->as.document.genre];
}

/* What a row of a node is called; NULL: the node has none. `operative`: operative paragraphs stand
 * before it. */
static const char *part_of(const struct ph_node *node, bool operative)
{
    const struct ph_node *top = top_of(node), *holder = top->parent;
    switch (top->kind) {
    case PH_PREAMBULAR:
        return "preamble";
    case PH_OPERATIVE:
        return "operative";
    case PH_HEADING:
        return "heading";
    case PH_FIELD:
        return holder->kind == PH_CLOSING ? "closing" : NULL;
    case PH_TITLE:
        return holder->parent ? "title" : NULL;
    case PH_PARAGRAPH:
    case PH_SUBPARAGRAPH:
        return part_of_text(top, operative);
    default:
        return NULL;
    }
}

static const struct ph_node *annex_of(const struct ph_node *node)
{
    while (node && node->kind != PH_ANNEX)
        node = node->parent;
    return node;
}

/* ---- the parts of a row ---- */

static json_t *number_of(const struct ph_node *node)
{
    char out[64];
    if (node->kind == PH_HEADING)
        return ph_json_text(node->as.heading.number);
    return ph_is_paragraph(node) ? ph_json_text(ph_number_shown(node, out, sizeof out))
                                 : json_null();
}

static int level_of(const struct ph_node *node)
{
    if (ph_is_paragraph(node))
        return node->as.paragraph.level;
    return node->kind == PH_HEADING ? node->as.heading.level : 1;
}

static json_t *notes_of(const struct ph_node *node)
{
    json_t *list = json_array();
    char mark[32];
    for (size_t i = 0; i < node->text.count; i++) {
        const struct ph_inline *one = &node->text.inlines[i];
        if (one->kind == PH_NOTE && one->note)
            json_array_append_new(list, ph_json_text(ph_note_mark(one->note, mark, sizeof mark)));
    }
    return list;
}

static json_t *source_of(const struct ph_origin *origin)
{
    static const char *const hows[] = {"as-read", "verbatim", "advanced", "template", "unknown"};
    json_t *source = json_object();
    json_object_set_new(source, "symbol", ph_json_text(origin->symbol));
    json_object_set_new(source, "label", ph_json_text(origin->label));
    json_object_set_new(source, "how", json_string(hows[origin->how]));
    json_object_set_new(source, "times", json_integer(origin->times));
    json_object_set_new(source, "note", ph_json_text(origin->note));
    return source;
}

static const char *mark_kind(const struct ph_inline *mark)
{
    return mark->kind == PH_PLACEHOLDER ? "placeholder" : "review";
}

static json_t *placeholder_of(const struct ph_node *node, const struct ph_inline *mark,
                              struct ph_json_counter *counter)
{
    json_t *object = json_object();
    json_object_set_new(object, "name", ph_json_text(mark->name));
    json_object_set_new(object, "words",
                        ph_json_words(node->text.bytes + mark->from, mark->to - mark->from));
    json_object_set_new(object, "why", ph_json_text(mark->why));
    ph_json_set_place(object, counter, mark->from, mark->to);
    json_object_set_new(object, "kind", json_string(mark_kind(mark)));
    return object;
}

static void set_if_any(json_t *row, const char *key, json_t *list)
{
    if (json_array_size(list))
        json_object_set(row, key, list);
    json_decref(list);
}

static void set_marks(json_t *row, const struct ph_node *node)
{
    json_t *placeholders = json_array();
    struct ph_json_counter counter = {.text = node->text.bytes};
    for (size_t i = 0; i < node->text.count; i++) {
        const struct ph_inline *mark = &node->text.inlines[i];
        if (mark->kind == PH_PLACEHOLDER || mark->kind == PH_REVIEW)
            json_array_append_new(placeholders, placeholder_of(node, mark, &counter));
    }
    if (node->origin.how != PH_AS_READ || json_array_size(placeholders))
        json_object_set(row, "placeholders", placeholders);
    json_decref(placeholders);
    set_if_any(row, "changes", ph_json_changes(node));
}

static json_t *row_of(const struct ph_node *node, const char *part)
{
    static const char *const marks[] = {NULL, "inserted", "deleted", "moved-from", "moved-to"};
    static const char *const ends[] = {NULL, "inserted", "deleted"};
    json_t *row = json_object();
    const struct ph_node *annex = annex_of(node);
    json_object_set_new(row, "part", json_string(part));
    json_object_set_new(row, "label", ph_json_label(node));
    json_object_set_new(row, "number", number_of(node));
    json_object_set_new(row, "level", json_integer(level_of(node)));
    json_object_set_new(row, "text", ph_json_words(node->text.bytes, node->text.length));
    json_object_set_new(row, "footnotes", notes_of(node));
    if (annex)
        json_object_set_new(row, "annex", ph_json_label(annex));
    if (node->origin.how != PH_AS_READ)
        json_object_set_new(row, "source", source_of(&node->origin));
    set_marks(row, node);
    if (marks[node->mark])
        json_object_set_new(row, "mark", json_string(marks[node->mark]));
    if (ends[node->end])
        json_object_set_new(row, "end", json_string(ends[node->end]));
    return row;
}

/* ---- the parts of the document ---- */

static json_t *paragraphs_of(const struct ph_document *document)
{
    json_t *list = json_array();
    struct ph_walk walk = ph_walk_start(document->root);
    bool operative = false;
    while (ph_walk_step(&walk)) {
        const char *part = walk.leaving ? NULL : part_of(walk.node, operative);
        operative |= walk.node->kind == PH_OPERATIVE;
        if (part)
            json_array_append_new(list, row_of(walk.node, part));
    }
    return list;
}

static json_t *footnotes_of(const struct ph_document *document)
{
    json_t *list = json_array();
    const struct ph_node **notes;
    size_t count = ph_notes_in_order(document, &notes);
    for (size_t i = 0; i < count; i++) {
        char mark[32];
        json_t *object = json_object();
        json_object_set_new(object, "number",
                            ph_json_text(ph_note_mark(notes[i], mark, sizeof mark)));
        json_object_set_new(object, "text",
                            ph_json_words(notes[i]->text.bytes, notes[i]->text.length));
        json_array_append_new(list, object);
    }
    free(notes);
    return list;
}

/* The words of the first field of that name that was not deleted. */
static json_t *field_of(const struct ph_node *document, enum ph_field name)
{
    const struct ph_node *field = NULL;
    while ((field = ph_next_field(document, field, name)))
        if (!(ph_change_of(field) & PH_BIT(PH_DELETED)))
            return ph_json_text(field->text.bytes);
    return json_null();
}

static json_t *masthead_of(const struct ph_node *document)
{
    json_t *object = json_object(), *drafts = json_array();
    for (const struct ph_node *field = NULL;
         (field = ph_next_field(document, field, PH_FIELD_DRAFT));)
        json_array_append_new(drafts, ph_json_text(field->text.bytes));
    for (int name = 0; name < PH_FIELD_COUNT; name++) {
        const char *key = ph_field_name((enum ph_field)name);
        if (name == PH_FIELD_DRAFT)
            set_if_any(object, key, drafts);
        else if (ph_next_field(document, NULL, (enum ph_field)name))
            json_object_set_new(object, key, field_of(document, (enum ph_field)name));
    }
    return object;
}

static json_t *organ_of(const struct ph_node *document)
{
    for (const struct ph_node *node = document->first; node; node = node->next)
        if (node->kind == PH_ORGAN)
            return ph_json_text(node->text.bytes);
    return json_null();
}

static json_t *checklist_of(const struct ph_document *document)
{
    json_t *list = json_array();
    struct ph_check_item *items;
    size_t count = ph_checklist(document, &items);
    for (size_t i = 0; i < count; i++) {
        const struct ph_inline *mark = items[i].mark;
        json_t *object = json_object();
        json_object_set_new(object, "label", ph_json_label(items[i].node));
        json_object_set_new(object, "name", ph_json_text(mark->name));
        json_object_set_new(
            object, "words",
            ph_json_words(items[i].node->text.bytes + mark->from, mark->to - mark->from));
        json_object_set_new(object, "why", ph_json_text(mark->why));
        json_object_set_new(object, "kind", json_string(mark_kind(mark)));
        json_array_append_new(list, object);
    }
    free(items);
    return list;
}

enum ph_status ph_write_json(const struct ph_document *document,
                             const struct ph_write_options *options, struct ph_buffer *out,
                             struct ph_error *error)
{
    const struct ph_node *root = document->root;
    int session = ph_document_session(root);
    json_t *top = json_object();
    (void)options;
    (void)error;
    json_object_set_new(top, "symbol", field_of(root, PH_FIELD_SYMBOL));
    json_object_set_new(top, "session", session ? json_integer(session) : json_null());
    json_object_set_new(top, "number", field_of(root, PH_FIELD_NUMBER));
    json_object_set_new(top, "title", ph_json_text(ph_document_title(root)));
    json_object_set_new(top, "adopted", field_of(root, PH_FIELD_ADOPTED));
    json_object_set_new(top, "agenda_item", field_of(root, PH_FIELD_AGENDA_ITEM));
    json_object_set_new(top, "paragraphs", paragraphs_of(document));
    json_object_set_new(top, "footnotes", footnotes_of(document));
    json_object_set_new(top, "genre", json_string(ph_genre_name(root->as.document.genre)));
    json_object_set_new(top, "organ", organ_of(root));
    json_object_set_new(top, "masthead", masthead_of(root));
    json_object_set_new(top, "checklist", checklist_of(document));
    ph_json_write(top, out);
    return PH_OK;
}
