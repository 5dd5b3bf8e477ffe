#include "compare/place.h"

#include "doc/walk.h"

/* Marks a node and what is in it. Footnotes have a fate of their own. */
static void mark_tree(struct ph_node *top, enum ph_mark mark)
{
    struct ph_walk walk = ph_walk_start(top);
    while (ph_walk_step(&walk))
        if (!walk.leaving && walk.node->kind != PH_FOOTNOTE)
            ((struct ph_node *)walk.node)->mark = mark;
}

/* Copies an old node into the marked document, in no place yet and without its footnotes, and
 * remembers what stands for which. */
static struct ph_node *copy_old(const struct ph_side *old, struct ph_document *marked, size_t unit)
{
    struct ph_unit *units = old->units;
    struct ph_node *copy = ph_node_copy(marked, units[unit].node);
    size_t at = unit;
    struct ph_walk walk = ph_walk_start(copy);
    while (ph_walk_step(&walk))
        if (!walk.leaving)
            units[at++].marked = (struct ph_node *)walk.node;
    for (size_t i = unit + 1; i < at; i++)
        if (units[i].marked->kind == PH_FOOTNOTE)
            ph_unlink(units[i].marked);
    return copy;
}

static void insert_behind(struct ph_node *parent, const struct ph_node *before,
                          struct ph_node *node)
{
    struct ph_node *next = before ? before->next : parent->first;
    if (next)
        ph_insert_before(next, node);
    else
        ph_append(parent, node);
}

/* Puts the old children that the new document has not, or has elsewhere, behind the kept ones
 * that they followed. */
static void place_children(const struct ph_side *old, struct ph_document *marked, size_t parent)
{
    const size_t end = parent + old->units[parent].size;
    struct ph_node *last = NULL;
    for (size_t i = parent + 1; i < end; i += old->units[i].size) {
        struct ph_unit *unit = &old->units[i];
        if (unit->node->kind == PH_FOOTNOTE)
            continue;
        if (unit->fate != PH_KEPT) {
            struct ph_node *copy = copy_old(old, marked, i);
            mark_tree(copy, unit->fate == PH_MOVED ? PH_MOVED_FROM : PH_NODE_DELETED);
            insert_behind(old->units[parent].marked, last, copy);
        }
        last = unit->marked;
    }
}

void ph_place_old(struct ph_side sides[PH_SIDES], struct ph_document *marked)
{
    const struct ph_side *old = &sides[PH_BEFORE];
    for (size_t i = 0; i < old->count; i++)
        if (old->units[i].fate == PH_KEPT && old->units[i].size > 1)
            place_children(old, marked, i);
}

bool ph_is_top_of_change(const struct ph_side *side, size_t unit)
{
    const struct ph_unit *one = &side->units[unit];
    return one->fate != PH_KEPT && one->node->kind != PH_FOOTNOTE &&
           side->units[one->parent].fate == PH_KEPT;
}

void ph_mark_new(struct ph_side sides[PH_SIDES])
{
    for (size_t i = 0; i < sides[PH_AFTER].count; i++) {
        struct ph_unit *unit = &sides[PH_AFTER].units[i];
        if (!ph_is_top_of_change(&sides[PH_AFTER], i))
            continue;
        mark_tree(unit->node, unit->fate == PH_MOVED ? PH_MOVED_TO : PH_NODE_INSERTED);
        if (unit->fate == PH_MOVED) {
            unit->node->twin = sides[PH_BEFORE].units[unit->match].marked;
            sides[PH_BEFORE].units[unit->match].marked->twin = unit->node;
        }
    }
}

void ph_keep_labels(struct ph_side sides[PH_SIDES], struct ph_document *marked)
{
    const struct ph_side *old = &sides[PH_BEFORE];
    char label[160];
    for (size_t i = 0; i < old->count; i++) {
        struct ph_unit *unit = &old->units[i];
        if (!unit->marked || unit->node->kind == PH_FOOTNOTE)
            continue;
        ph_label(unit->node, label, sizeof label);
        const char *was = ph_arena_copy(marked->arena, label);
        unit->marked->was = was;
        if (unit->fate == PH_MOVED)
            sides[PH_AFTER].units[unit->match].node->was = was;
    }
}
