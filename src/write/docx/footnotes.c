/* Footnotes: their marks in the text, and the part that holds them. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "word/element.h"
#include "write/docx/docx.h"

/* ---- marks in the text ---- */

/* Where a note is on that side; one that only a note mentions may be on the other alone. */
static const struct ph_docx_place *place_on(const struct ph_docx_note *note, enum ph_docx_side side)
{
    return &note->places[note->places[side].there ? side : PH_DOCX_SIDES - 1 - side];
}

static const char *shown(const struct ph_docx_note *note, enum ph_docx_side side, char *digits,
                         size_t size)
{
    const struct ph_docx_place *place = place_on(note, side);
    if (ph_docx_has_custom_mark(note->footnote))
        return note->footnote->as.footnote.mark;
    snprintf(digits, size, "%d", place->number ? place->number : place->id);
    return digits;
}

static void add_plain_text(xmlNode *run, const char *text, bool deleted)
{
    ph_docx_add_text(ph_docx_add(run, deleted ? "delText" : "t"), text, strlen(text));
}

static void add_reference(struct ph_docx *docx, xmlNode *parent, const struct ph_docx_note *note,
                          int id, const xmlNode *properties, bool deleted)
{
    bool custom = ph_docx_has_custom_mark(note->footnote);
    const xmlNode *look = custom ? properties : ph_docx_run_look(docx, "note");
    xmlNode *run = ph_docx_add_run(parent, look);
    xmlNode *reference = ph_docx_add(run, "footnoteReference");
    if (custom)
        ph_docx_set(reference, "customMarkFollows", "1");
    ph_docx_set_number(reference, "id", id);
    if (custom)
        add_plain_text(run, note->footnote->as.footnote.mark, deleted);
}

static void bookmark_name(int note, char *name, size_t size)
{
    snprintf(name, size, "_RefNote%d", note);
}

static void add_bookmarked(struct ph_docx *docx, xmlNode *parent, const struct ph_docx_note *note,
                           int note_id, const xmlNode *properties, bool deleted)
{
    char name[32];
    bookmark_name(note_id, name, sizeof name);
    int id = ph_docx_next_id(docx);
    xmlNode *start = ph_docx_add(parent, "bookmarkStart");
    ph_docx_set_number(start, "id", id);
    ph_docx_set(start, "name", name);
    add_reference(docx, parent, note, note_id, properties, deleted);
    ph_docx_set_number(ph_docx_add(parent, "bookmarkEnd"), "id", id);
}

static void add_cross_reference(struct ph_docx *docx, xmlNode *parent, int note, const char *number,
                                bool deleted)
{
    char name[32], instruction[64];
    bookmark_name(note, name, sizeof name);
    snprintf(instruction, sizeof instruction, " NOTEREF %s \\f \\h ", name);
    ph_docx_add_field(docx, parent, instruction, number, "note", deleted);
}

/* In a header, and in a note, Word allows no footnote: the mark is typed. */
static bool is_typed(const struct ph_node *node)
{
    return ph_docx_is_header_field(node) || node->kind == PH_FOOTNOTE;
}

static void add_typed_mark(struct ph_docx *docx, xmlNode *parent, const struct ph_docx_note *note,
                           const char *text, const xmlNode *properties, bool deleted)
{
    bool custom = ph_docx_has_custom_mark(note->footnote);
    const xmlNode *look = custom ? properties : ph_docx_run_look(docx, "superscript");
    add_plain_text(ph_docx_add_run(parent, look), text, deleted);
}

void ph_docx_add_mark(struct ph_docx *docx, xmlNode *parent, const struct ph_node *node,
                      const struct ph_inline *mark, const xmlNode *properties,
                      enum ph_docx_side side, bool deleted)
{
    const struct ph_docx_note *note = mark->note ? ph_docx_note_of(docx, mark->note) : NULL;
    char digits[16];
    if (!note)
        return;
    const struct ph_docx_place *place = place_on(note, side);
    const char *text = shown(note, side, digits, sizeof digits);
    if (is_typed(node))
        add_typed_mark(docx, parent, note, text, properties, deleted);
    else if (place->mention != mark)
        add_cross_reference(docx, parent, place->id, text, deleted);
    else if (place->repeated)
        add_bookmarked(docx, parent, note, place->id, properties, deleted);
    else
        add_reference(docx, parent, note, place->id, properties, deleted);
}

bool ph_docx_mark_changes(const struct ph_docx *docx, const struct ph_node *node,
                          const struct ph_inline *mark)
{
    const struct ph_docx_note *note = mark->note ? ph_docx_note_of(docx, mark->note) : NULL;
    if (!note)
        return false;
    const struct ph_docx_place *old = place_on(note, PH_DOCX_OLD);
    const struct ph_docx_place *new = place_on(note, PH_DOCX_NEW);
    if (is_typed(node))
        return old->number != new->number;
    if (old->mention == mark || new->mention == mark)
        return old->mention != new->mention;
    return old->id != new->id || old->number != new->number;
}

/* ---- the sides of a note ---- */

/* What becomes of the note that is carried on that side: kept, where the other has the same one. */
static enum ph_docx_revision revision_on(const struct ph_docx_note *note, enum ph_docx_side side)
{
    if (note->places[PH_DOCX_OLD].id == note->places[PH_DOCX_NEW].id)
        return PH_DOCX_KEPT;
    return side == PH_DOCX_OLD ? PH_DOCX_DEL : PH_DOCX_INS;
}

/* The next side that has a note of its own; PH_DOCX_SIDES: none. */
static int next_side(const struct ph_docx_note *note, int side)
{
    while (++side < PH_DOCX_SIDES)
        if (note->places[side].there &&
            (side == PH_DOCX_NEW || revision_on(note, (enum ph_docx_side)side) != PH_DOCX_KEPT))
            break;
    return side;
}

/* A note of the package. */
struct entry {
    const struct ph_docx_note *note; /* NULL: none has the id */
    enum ph_docx_revision kind;
    bool unseen;
};

/* The notes of the package by id, up to docx->note_ids; the caller frees. */
static struct entry *list_entries(const struct ph_docx *docx)
{
    struct entry *entries = ph_alloc_zero((size_t)docx->note_ids + 1, sizeof *entries);
    for (size_t i = 0; i < docx->note_count; i++) {
        const struct ph_docx_note *note = &docx->notes[i];
        for (int side = -1; (side = next_side(note, side)) < PH_DOCX_SIDES;)
            entries[note->places[side].id] = (struct entry){
                note, revision_on(note, (enum ph_docx_side)side), note->places[side].unseen};
    }
    return entries;
}

static void add_unseen(struct ph_docx *docx, xmlNode *paragraph, int id, enum ph_docx_revision kind)
{
    xmlNode *box = ph_docx_add_revision(docx, paragraph, kind);
    xmlNode *run = ph_docx_add_run(box, ph_docx_run_look(docx, "unseen"));
    xmlNode *reference = ph_docx_add(run, "footnoteReference");
    ph_docx_set(reference, "customMarkFollows", "1");
    ph_docx_set_number(reference, "id", id);
    add_plain_text(run, "*", kind == PH_DOCX_DEL);
}

void ph_docx_add_unseen_notes(struct ph_docx *docx, xmlNode *paragraph)
{
    xmlNode *made = ph_docx_add(paragraph->parent, "p");
    xmlNode *first = paragraph->children; /* its properties */
    struct entry *entries = list_entries(docx);
    for (int id = 1; id <= docx->note_ids; id++)
        if (entries[id].unseen)
            add_unseen(docx, made, id, entries[id].kind);
    free(entries);
    ph_docx_move_inside(made, paragraph, first->next);
}

/* ---- the part ---- */

static void add_own_mark(struct ph_docx *docx, xmlNode *paragraph, const struct entry *entry)
{
    const struct ph_node *footnote = entry->note->footnote;
    xmlNode *box = ph_docx_add_revision(docx, paragraph, entry->kind);
    bool custom = ph_docx_has_custom_mark(footnote) || entry->unseen;
    xmlNode *run = ph_docx_add_run(box, custom ? NULL : ph_docx_run_look(docx, "note"));
    const char *mark = footnote->as.footnote.mark;
    if (custom)
        add_plain_text(run, mark && *mark ? mark : "*", entry->kind == PH_DOCX_DEL);
    else
        ph_docx_add(run, "footnoteRef");
    ph_docx_add(ph_docx_add_run(box, NULL), "tab");
}

/* The words of a note come and go with the mention that carries it. */
static void add_footnote(struct ph_docx *docx, xmlNode *parent, int id, const struct entry *entry)
{
    const struct ph_node *footnote = entry->note->footnote;
    xmlNode *element = ph_docx_add(parent, "footnote");
    ph_docx_set_number(element, "id", id);
    xmlNode *paragraph = ph_docx_add_paragraph(docx, element, "footnote", NULL);
    add_own_mark(docx, paragraph, entry);
    if (entry->kind == PH_DOCX_KEPT)
        ph_docx_add_words(docx, paragraph, footnote, 0, footnote->text.length, NULL);
    else
        ph_docx_add_side(docx, paragraph, footnote, entry->kind);
}

/* In the order of their marks: LibreOffice 7.4 takes the notes in the order of the part, whatever
 * their ids. */
void ph_docx_make_footnotes(struct ph_docx *docx)
{
    xmlNode *root = xmlDocGetRootElement(docx->parts[PH_DOCX_FOOTNOTES]);
    const xmlNode *document = xmlDocGetRootElement(docx->parts[PH_DOCX_DOCUMENT]);
    struct entry *entries = list_entries(docx);
    for (const xmlNode *one = document; (one = ph_wml_step(document, one, false));) {
        if (!ph_wml_is(one, "footnoteReference"))
            continue;
        long id = ph_wml_number(one, "id", 0);
        add_footnote(docx, root, (int)id, &entries[id]);
    }
    free(entries);
}
