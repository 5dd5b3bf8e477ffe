/* Paragraphs that were moved while changes were tracked: which end belongs to which. */
#include <stdlib.h>
#include <string.h>

#include "doc/walk.h"
#include "read/recognise.h"

struct ends {
    struct end {
        struct ph_node *node;
        size_t place;
    } * items;
    size_t count, capacity;
};

static void add_end(struct ends *ends, struct ph_node *node)
{
    ends->items = ph_grow(ends->items, ends->count, &ends->capacity, sizeof *ends->items);
    ends->items[ends->count] = (struct end){node, ends->count};
    ends->count++;
}

static int by_words(const struct ph_node *x, const struct ph_node *y)
{
    if (x->kind != y->kind)
        return x->kind < y->kind ? -1 : 1;
    return strcmp(x->text.bytes, y->text.bytes);
}

/* By words, then in the order of the document. */
static int compare_ends(const void *a, const void *b)
{
    const struct end *x = a, *y = b;
    int order = by_words(x->node, y->node);
    return order ? order : x->place < y->place ? -1 : 1;
}

static void sort(struct ends *ends)
{
    if (ends->count)
        qsort(ends->items, ends->count, sizeof *ends->items, compare_ends);
}

static void join(struct ends *from, struct ends *to)
{
    for (size_t i = 0, k = 0; i < from->count && k < to->count;) {
        struct ph_node *one = from->items[i].node, *other = to->items[k].node;
        int order = by_words(one, other);
        if (!order) {
            one->twin = other;
            other->twin = one;
        }
        i += order <= 0;
        k += order >= 0;
    }
}

static void settle(const struct ends *ends, enum ph_mark lone)
{
    for (size_t i = 0; i < ends->count; i++)
        if (!ends->items[i].node->twin)
            ends->items[i].node->mark = lone;
}

void ph_join_moves(struct ph_document *document)
{
    struct ends from = {0}, to = {0};
    struct ph_walk walk = ph_walk_start(document->root);
    while (ph_walk_step(&walk)) {
        struct ph_node *node = (struct ph_node *)walk.node;
        if (!walk.leaving && node->mark == PH_MOVED_FROM)
            add_end(&from, node);
        else if (!walk.leaving && node->mark == PH_MOVED_TO)
            add_end(&to, node);
    }
    sort(&from);
    sort(&to);
    join(&from, &to);
    settle(&from, PH_NODE_DELETED);
    settle(&to, PH_NODE_INSERTED);
    free(from.items);
    free(to.items);
}
