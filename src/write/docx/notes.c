/* Which mention of a footnote carries it, on either side of the changes, and its number there. */
#include <stdint.h>
#include <stdlib.h>

#include "base/memory.h"
#include "doc/stretch.h"
#include "doc/walk.h"
#include "write/docx/docx.h"

/* A mention while all of them are collected. */
struct mention {
    const struct ph_node *footnote;
    const struct ph_inline *mark; /* NULL: the footnote itself, which nothing may mention */
    enum ph_docx_revision kind;
    bool unseen;
    size_t order; /* in the document */
};

struct mentions {
    struct mention *items;
    size_t count, capacity;
};

bool ph_docx_is_header_field(const struct ph_node *node)
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

bool ph_docx_has_custom_mark(const struct ph_node *footnote)
{
    const char *mark = footnote->as.footnote.mark;
    return mark && *mark == '*';
}

/* ---- collecting ---- */

static void add_mention(struct mentions *list, struct mention mention)
{
    list->items = ph_grow(list->items, list->count, &list->capacity, sizeof mention);
    mention.order = list->count;
    list->items[list->count++] = mention;
}

static void collect(struct mentions *list, const struct ph_node *node)
{
    for (size_t i = 0; i < node->text.count; i++) {
        const struct ph_inline *mark = &node->text.inlines[i];
        if (mark->kind != PH_NOTE || !mark->note)
            continue;
        struct mention mention = {.footnote = mark->note, .mark = mark};
        mention.kind = ph_docx_revision_of_words(node, ph_mark_change(mark));
        mention.unseen = ph_docx_is_header_field(node);
        add_mention(list, mention);
    }
}

static struct mentions collect_all(const struct ph_document *document)
{
    struct mentions list = {0};
    struct ph_walk walk = ph_walk_start(document->root);
    while (ph_walk_step(&walk))
        if (!walk.leaving && walk.node->kind != PH_FOOTNOTE)
            collect(&list, walk.node);
    for (const struct ph_node *note = NULL;
         (note = ph_next_of(document->root, note, PH_FOOTNOTE));) {
        struct mention itself = {.footnote = note, .unseen = true};
        itself.kind = ph_docx_revision_of(note);
        add_mention(&list, itself);
    }
    return list;
}

static int by_footnote(const void *a, const void *b)
{
    const struct mention *left = a, *right = b;
    uintptr_t x = (uintptr_t)left->footnote, y = (uintptr_t)right->footnote;
    if (x != y)
        return x < y ? -1 : 1;
    return (left->order > right->order) - (left->order < right->order);
}

/* ---- one entry for each footnote ---- */

static void note_mention(struct ph_docx_note *note, const struct mention *mention)
{
    for (int side = PH_DOCX_OLD; side < PH_DOCX_SIDES; side++) {
        struct ph_docx_place *place = &note->places[side];
        if (!ph_docx_is_on(mention->kind, side))
            continue;
        if (place->there)
            place->repeated = true;
        else
            *place = (struct ph_docx_place){.mention = mention->mark,
                                            .order = mention->order,
                                            .there = true,
                                            .unseen = mention->unseen};
    }
}

/* A footnote counts as a mention of itself only where there is no other. */
static bool is_needless(const struct ph_docx_note *note, const struct mention *mention)
{
    return !mention->mark && (note->places[PH_DOCX_OLD].there || note->places[PH_DOCX_NEW].there);
}

static void fold(struct ph_docx *docx, const struct mentions *list)
{
    docx->notes = ph_alloc_zero(list->count + 1, sizeof *docx->notes);
    for (size_t i = 0; i < list->count; i++) {
        const struct mention *mention = &list->items[i];
        if (!i || list->items[i - 1].footnote != mention->footnote)
            docx->notes[docx->note_count++].footnote = mention->footnote;
        struct ph_docx_note *note = &docx->notes[docx->note_count - 1];
        if (!is_needless(note, mention))
            note_mention(note, mention);
    }
}

/* ---- numbers ---- */

/* One side of a note, for sorting. */
struct one_side {
    struct ph_docx_note *note;
    int side;
};

static struct ph_docx_place *place_of(const struct one_side *one)
{
    return &one->note->places[one->side];
}

/* In the order of the document. What is mentioned in the header, or nowhere, the body carries at
 * its beginning. */
static int by_place(const void *a, const void *b)
{
    const struct ph_docx_place *one = place_of(a), *other = place_of(b);
    if (one->unseen != other->unseen)
        return one->unseen ? -1 : 1;
    return (one->order > other->order) - (one->order < other->order);
}

/* What one mention carries on both sides is one note of the package; else each side has its own. */
static void give_id(struct ph_docx *docx, const struct one_side *one)
{
    struct ph_docx_place *place = place_of(one);
    struct ph_docx_place *other = &one->note->places[PH_DOCX_SIDES - 1 - one->side];
    bool same = other->there && other->mention == place->mention;
    if (same)
        place->repeated = other->repeated = place->repeated || other->repeated;
    place->id = same && other->id ? other->id : ++docx->note_ids;
}

/* The number that Word will show: it counts the marks that are not typed. */
static void give_number(const struct one_side *one, int numbers[PH_DOCX_SIDES])
{
    struct ph_docx_place *place = place_of(one);
    if (place->mention && !ph_docx_has_custom_mark(one->note->footnote))
        place->number = ++numbers[one->side];
}

static void number(struct ph_docx *docx)
{
    struct one_side *order = ph_alloc_zero(docx->note_count * PH_DOCX_SIDES + 1, sizeof *order);
    int numbers[PH_DOCX_SIDES] = {0};
    size_t count = 0;
    for (size_t i = 0; i < docx->note_count; i++)
        for (int side = PH_DOCX_OLD; side < PH_DOCX_SIDES; side++)
            if (docx->notes[i].places[side].there)
                order[count++] = (struct one_side){&docx->notes[i], side};
    qsort(order, count, sizeof *order, by_place);
    for (size_t i = 0; i < count; i++) {
        give_id(docx, &order[i]);
        give_number(&order[i], numbers);
    }
    free(order);
}

void ph_docx_number_notes(struct ph_docx *docx)
{
    struct mentions list = collect_all(docx->document);
    if (list.count)
        qsort(list.items, list.count, sizeof *list.items, by_footnote);
    fold(docx, &list);
    free(list.items);
    number(docx);
}

void ph_docx_close_notes(struct ph_docx *docx)
{
    free(docx->notes);
    docx->notes = NULL;
}

const struct ph_docx_note *ph_docx_note_of(const struct ph_docx *docx,
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
