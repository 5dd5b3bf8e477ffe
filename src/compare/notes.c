#include "compare/notes.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "doc/walk.h"

/* A footnote that stays needs a parent that stays: else it would go away with its parent when
 * changes are rejected. */
static bool may_join(const struct ph_side sides[PH_SIDES], size_t before, size_t after)
{
    const struct ph_unit *old = &sides[PH_BEFORE].units[before];
    const struct ph_unit *new = &sides[PH_AFTER].units[after];
    if (old->fate != PH_GONE || new->fate != PH_GONE)
        return false;
    const struct ph_unit *parent = &sides[PH_BEFORE].units[old->parent];
    return parent->fate == PH_KEPT && parent->match == new->parent;
}

static void join(struct ph_side sides[PH_SIDES], size_t before, size_t after,
                 struct ph_unit_list *joined)
{
    ph_sides_join(sides, before, after, PH_KEPT);
    ph_unit_list_add(joined, before);
}

void ph_notes_join(struct ph_side sides[PH_SIDES], size_t before, size_t after, size_t *match,
                   struct ph_unit_list *joined)
{
    size_t count, new_count;
    const struct ph_word *old = ph_side_words(&sides[PH_BEFORE], before, &count);
    const struct ph_word *new = ph_side_words(&sides[PH_AFTER], after, &new_count);
    for (size_t i = 0; i < count; i++) {
        if (match[i] == PH_NONE || old[i].weight != PH_MARK)
            continue;
        const size_t note = old[i].note, partner = new[match[i]].note;
        if (may_join(sides, note, partner))
            join(sides, note, partner, joined);
        if (sides[PH_BEFORE].units[note].match != partner)
            match[i] = PH_NONE;
    }
}

/* ---- left over ---- */

struct leftover {
    uint32_t whole;
    size_t unit;
};

static int by_whole(const void *a, const void *b)
{
    const struct leftover *x = a, *y = b;
    if (x->whole != y->whole)
        return x->whole < y->whole ? -1 : 1;
    return (x->unit > y->unit) - (x->unit < y->unit);
}

static struct leftover *list_leftovers(const struct ph_side *side, size_t *count)
{
    struct leftover *list = NULL;
    size_t capacity = 0;
    *count = 0;
    for (size_t i = 0; i < side->count; i++) {
        if (side->units[i].node->kind != PH_FOOTNOTE || side->units[i].fate != PH_GONE)
            continue;
        list = ph_grow(list, *count, &capacity, sizeof *list);
        list[(*count)++] = (struct leftover){side->units[i].whole, i};
    }
    if (*count)
        qsort(list, *count, sizeof *list, by_whole);
    return list;
}

void ph_notes_join_equal(struct ph_side sides[PH_SIDES], struct ph_unit_list *joined)
{
    size_t n, m, i = 0, j = 0;
    struct leftover *old = list_leftovers(&sides[PH_BEFORE], &n);
    struct leftover *new = list_leftovers(&sides[PH_AFTER], &m);
    while (i < n && j < m) {
        if (old[i].whole == new[j].whole && may_join(sides, old[i].unit, new[j].unit))
            join(sides, old[i].unit, new[j].unit, joined);
        const bool equal = old[i].whole == new[j].whole;
        const bool old_first = old[i].whole < new[j].whole;
        i += equal || old_first;
        j += equal || !old_first;
    }
    free(old);
    free(new);
}

/* ---- marks ---- */

void ph_notes_mark(struct ph_side sides[PH_SIDES], struct ph_document *marked)
{
    for (size_t i = 0; i < sides[PH_AFTER].note_count; i++) {
        struct ph_unit *note = &sides[PH_AFTER].units[sides[PH_AFTER].notes[i]];
        if (note->fate == PH_GONE)
            note->marked->mark = PH_NODE_INSERTED;
    }
    for (size_t i = 0; i < sides[PH_BEFORE].count; i++) {
        struct ph_unit *note = &sides[PH_BEFORE].units[i];
        if (note->node->kind != PH_FOOTNOTE || note->fate != PH_GONE)
            continue;
        note->marked = ph_node_copy(marked, note->node);
        note->marked->mark = PH_NODE_DELETED;
        ph_append(sides[PH_BEFORE].units[note->parent].marked, note->marked);
    }
}

static void point_marks(const struct ph_side *before, struct ph_node *node)
{
    size_t kept = 0;
    for (size_t i = 0; i < node->text.count; i++) {
        struct ph_inline mark = node->text.inlines[i];
        if (mark.kind == PH_NOTE && mark.note && mark.note->document != node->document) {
            const size_t note = ph_side_note(before, mark.note);
            mark.note = note == PH_NONE ? NULL : before->units[note].marked;
        }
        if (mark.kind != PH_NOTE || mark.note)
            node->text.inlines[kept++] = mark;
    }
    node->text.count = kept;
}

void ph_notes_point(const struct ph_side *before, struct ph_document *marked)
{
    struct ph_walk walk = ph_walk_start(marked->root);
    while (ph_walk_step(&walk))
        if (!walk.leaving)
            point_marks(before, (struct ph_node *)walk.node);
}
