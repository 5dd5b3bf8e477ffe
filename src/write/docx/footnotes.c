#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "doc/stretch.h"
#include "doc/walk.h"
#include "write/docx/docx.h"

/* One footnote and the mention that carries it. Word renumbers the notes by where they stand. */
struct ph_docx_note {
    const struct ph_node *footnote;
    const struct ph_inline *mention; /* NULL: nothing mentions it */
    size_t order;                    /* of that mention in the document */
    bool live;                       /* that mention is not deleted */
    bool repeated;                   /* there are others */
    bool unseen;                     /* it stands in the header: the body carries the note */
    int id;
};

/* ---- which mention carries the note ---- */

static bool is_header_field(const struct ph_node *node)
{
    if (node->kind != PH_FIELD)
        return false;
    switch (node->as.field.name) {
    case PH_FIELD_SYMBOL:
    case PH_FIELD_ORGAN:
    case PH_FIELD_DISTRIBUTION:
    case PH_FIELD_DATE:
    case PH_FIELD_LANGUAGE:
    case PH_FIELD_ORIGINAL:
    case PH_FIELD_JOB:
        return true;
    default:
        return false;
    }
}

static bool is_live(const struct ph_node *node, const struct ph_inline *mark)
{
    enum ph_docx_revision kind = ph_docx_revision_of(node);
    if (kind == PH_DOCX_DEL || kind == PH_DOCX_MOVE_FROM)
        return false;
    return ph_mark_change(mark) != PH_BIT(PH_DELETED);
}

static void collect(struct ph_docx *docx, const struct ph_node *node, const struct ph_inline *mark,
                    size_t order)
{
    docx->notes = ph_grow(docx->notes, docx->note_count, &docx->note_capacity, sizeof *docx->notes);
    struct ph_docx_note *note = &docx->notes[docx->note_count++];
    *note = (struct ph_docx_note){.mention = mark, .order = order};
    note->footnote = mark ? mark->note : node;
    note->live = mark && is_live(node, mark);
    note->unseen = !mark || is_header_field(node);
}

static int by_footnote(const void *a, const void *b)
{
    const struct ph_docx_note *left = a, *right = b;
    uintptr_t x = (uintptr_t)left->footnote, y = (uintptr_t)right->footnote;
    if (x != y)
        return x < y ? -1 : 1;
    if (left->live != right->live)
        return left->live ? -1 : 1;
    return (left->order > right->order) - (left->order < right->order);
}

static int by_order(const void *a, const void *b)
{
    const struct ph_docx_note *left = a, *right = b;
    return (left->order > right->order) - (left->order < right->order);
}

/* Keeps the first of each footnote's mentions, the one that counts. */
static void keep_one_each(struct ph_docx *docx)
{
    size_t kept = 0;
    for (size_t i = 0; i < docx->note_count; i++) {
        struct ph_docx_note *last = kept ? &docx->notes[kept - 1] : NULL;
        if (last && last->footnote == docx->notes[i].footnote)
            last->repeated = last->repeated || docx->notes[i].mention;
        else
            docx->notes[kept++] = docx->notes[i];
    }
    docx->note_count = kept;
}

static void sort_notes(struct ph_docx *docx, int (*compare)(const void *, const void *))
{
    if (docx->note_count)
        qsort(docx->notes, docx->note_count, sizeof *docx->notes, compare);
}

void ph_docx_number_notes(struct ph_docx *docx)
{
    size_t order = 0, orphans = SIZE_MAX / 2;
    struct ph_walk walk = ph_walk_start(docx->document->root);
    while (ph_walk_step(&walk)) {
        const struct ph_node *node = walk.node;
        if (walk.leaving)
            continue;
        if (node->kind == PH_FOOTNOTE) {
            collect(docx, node, NULL, orphans++); /* counts only where there is no other */
            continue;
        }
        for (size_t i = 0; i < node->text.count; i++)
            if (node->text.inlines[i].kind == PH_NOTE && node->text.inlines[i].note)
                collect(docx, node, &node->text.inlines[i], order++);
    }
    sort_notes(docx, by_footnote);
    keep_one_each(docx);
    sort_notes(docx, by_order);
    for (size_t i = 0; i < docx->note_count; i++) {
        docx->notes[i].id = (int)i + 1;
        docx->notes[i].order = i;
    }
    sort_notes(docx, by_footnote); /* live or not: one entry each now */
}

void ph_docx_close_notes(struct ph_docx *docx)
{
    free(docx->notes);
    docx->notes = NULL;
}

static const struct ph_docx_note *find_note(const struct ph_docx *docx,
                                            const struct ph_node *footnote)
{
    size_t low = 0, high = docx->note_count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct ph_docx_note *note = &docx->notes[middle];
        if (note->footnote == footnote)
            return note;
        if ((uintptr_t)note->footnote < (uintptr_t)footnote)
            low = middle + 1;
        else
            high = middle;
    }
    return NULL;
}

/* ---- marks in the text ---- */

/* '*' and the like: the mark is typed, and not raised. */
static bool is_custom(const struct ph_node *footnote)
{
    const char *mark = footnote->as.footnote.mark;
    return mark && *mark == '*';
}

static const char *shown(const struct ph_docx_note *note, char *digits, size_t size)
{
    if (is_custom(note->footnote))
        return note->footnote->as.footnote.mark;
    int number = ph_note_number(note->footnote);
    snprintf(digits, size, "%d", number ? number : note->id);
    return digits;
}

static void add_plain_text(xmlNode *run, const char *text, bool deleted)
{
    ph_docx_add_text(ph_docx_add(run, deleted ? "delText" : "t"), text, strlen(text));
}

static void add_reference(struct ph_docx *docx, xmlNode *parent, const struct ph_docx_note *note,
                          const xmlNode *properties, bool deleted)
{
    bool custom = is_custom(note->footnote);
    const xmlNode *look = custom ? properties : ph_docx_run_look(docx, "note");
    xmlNode *run = ph_docx_add_run(parent, look);
    xmlNode *reference = ph_docx_add(run, "footnoteReference");
    if (custom)
        ph_docx_set(reference, "customMarkFollows", "1");
    ph_docx_set_number(reference, "id", note->id);
    if (custom)
        add_plain_text(run, note->footnote->as.footnote.mark, deleted);
}

static void bookmark_name(const struct ph_docx_note *note, char *name, size_t size)
{
    snprintf(name, size, "_RefNote%d", note->id);
}

static void add_bookmarked(struct ph_docx *docx, xmlNode *parent, const struct ph_docx_note *note,
                           const xmlNode *properties, bool deleted)
{
    char name[32];
    bookmark_name(note, name, sizeof name);
    int id = ph_docx_next_id(docx);
    xmlNode *start = ph_docx_add(parent, "bookmarkStart");
    ph_docx_set_number(start, "id", id);
    ph_docx_set(start, "name", name);
    add_reference(docx, parent, note, properties, deleted);
    ph_docx_set_number(ph_docx_add(parent, "bookmarkEnd"), "id", id);
}

static void add_cross_reference(struct ph_docx *docx, xmlNode *parent,
                                const struct ph_docx_note *note, bool deleted)
{
    char name[32], instruction[64], digits[16];
    bookmark_name(note, name, sizeof name);
    snprintf(instruction, sizeof instruction, " NOTEREF %s \\f \\h ", name);
    ph_docx_add_field(docx, parent, instruction, shown(note, digits, sizeof digits), "note",
                      deleted);
}

void ph_docx_add_mark(struct ph_docx *docx, xmlNode *parent, const struct ph_node *node,
                      const struct ph_inline *mark, const xmlNode *properties, bool deleted)
{
    const struct ph_docx_note *note = mark->note ? find_note(docx, mark->note) : NULL;
    if (!note)
        return;
    char digits[16];
    if (is_header_field(node) || node->kind == PH_FOOTNOTE) {
        bool custom = is_custom(note->footnote);
        xmlNode *run =
            ph_docx_add_run(parent, custom ? properties : ph_docx_run_look(docx, "superscript"));
        add_plain_text(run, shown(note, digits, sizeof digits), deleted);
    } else if (note->mention != mark) {
        add_cross_reference(docx, parent, note, deleted);
    } else if (note->repeated) {
        add_bookmarked(docx, parent, note, properties, deleted);
    } else {
        add_reference(docx, parent, note, properties, deleted);
    }
}

void ph_docx_add_unseen_notes(struct ph_docx *docx, xmlNode *paragraph)
{
    for (size_t i = 0; i < docx->note_count; i++) {
        const struct ph_docx_note *note = &docx->notes[i];
        if (!note->unseen)
            continue;
        xmlNode *run = ph_docx_add_run(paragraph, ph_docx_run_look(docx, "unseen"));
        xmlNode *reference = ph_docx_add(run, "footnoteReference");
        ph_docx_set(reference, "customMarkFollows", "1");
        ph_docx_set_number(reference, "id", note->id);
        add_plain_text(run, "*", false);
    }
}

/* ---- the part ---- */

static void add_own_mark(struct ph_docx *docx, xmlNode *paragraph, const struct ph_docx_note *note,
                         enum ph_docx_revision kind)
{
    xmlNode *box = ph_docx_add_revision(docx, paragraph, kind);
    bool custom = is_custom(note->footnote) || note->unseen;
    xmlNode *run = ph_docx_add_run(box, custom ? NULL : ph_docx_run_look(docx, "note"));
    const char *mark = note->footnote->as.footnote.mark;
    if (custom)
        add_plain_text(run, mark && *mark ? mark : "*", kind == PH_DOCX_DEL);
    else
        ph_docx_add(run, "footnoteRef");
    ph_docx_add(ph_docx_add_run(box, NULL), "tab");
}

static void add_footnote(struct ph_docx *docx, xmlNode *parent, const struct ph_docx_note *note)
{
    xmlNode *element = ph_docx_add(parent, "footnote");
    ph_docx_set_number(element, "id", note->id);
    xmlNode *paragraph = ph_docx_add_paragraph(docx, element, "footnote", NULL);
    add_own_mark(docx, paragraph, note, ph_docx_revision_of(note->footnote));
    ph_docx_add_words(docx, paragraph, note->footnote, 0, note->footnote->text.length, NULL);
}

void ph_docx_make_footnotes(struct ph_docx *docx)
{
    xmlNode *root = xmlDocGetRootElement(docx->parts[PH_DOCX_FOOTNOTES]);
    const struct ph_docx_note **notes = ph_alloc_zero(docx->note_count + 1, sizeof *notes);
    for (size_t i = 0; i < docx->note_count; i++)
        notes[docx->notes[i].id - 1] = &docx->notes[i];
    for (size_t i = 0; i < docx->note_count; i++)
        add_footnote(docx, root, notes[i]);
    free(notes);
}
