#include "draft/insert.h"

#include <stdlib.h>

#include "doc/walk.h"

static int by_old(const void *a, const void *b)
{
    const struct ph_node *x = ((const struct ph_twin *)a)->old;
    const struct ph_node *y = ((const struct ph_twin *)b)->old;
    return x < y ? -1 : x > y;
}

struct ph_node *ph_twin_of(const struct ph_twins *twins, const struct ph_node *old)
{
    struct ph_twin key = {.old = old};
    const struct ph_twin *found =
        twins->count ? bsearch(&key, twins->items, twins->count, sizeof key, by_old) : NULL;
    return found ? found->copy : NULL;
}

static void pair(struct ph_twins *twins, const struct ph_node *old, const struct ph_node *copy)
{
    struct ph_walk a = ph_walk_start(old), b = ph_walk_start(copy);
    while (ph_walk_step(&a) && ph_walk_step(&b)) {
        if (a.leaving)
            continue;
        twins->items = ph_grow(twins->items, twins->count, &twins->capacity, sizeof *twins->items);
        twins->items[twins->count++] = (struct ph_twin){a.node, (struct ph_node *)b.node};
    }
}

static void sort(struct ph_twins *twins)
{
    if (twins->count)
        qsort(twins->items, twins->count, sizeof *twins->items, by_old);
}

/* The copy of a footnote, made now if it stood outside of what was copied. */
static struct ph_node *note_twin(struct ph_node *below, struct ph_twins *twins,
                                 struct ph_node *note)
{
    struct ph_node *twin = ph_twin_of(twins, note);
    if (twin || !note)
        return twin;
    twin = ph_append(below, ph_node_copy(below->document, note));
    pair(twins, note, twin);
    sort(twins);
    return twin;
}

void ph_insert_below(struct ph_node *below, const struct ph_node *root, struct ph_twins *twins)
{
    *twins = (struct ph_twins){0};
    for (const struct ph_node *child = root->first; child; child = child->next) {
        if (!ph_node_may_contain(below->kind, child->kind))
            continue;
        pair(twins, child, ph_append(below, ph_node_copy(below->document, child)));
    }
    sort(twins);
    size_t copied = twins->count;
    struct ph_node **copies = ph_alloc_zero(copied, sizeof *copies);
    for (size_t i = 0; i < copied; i++)
        copies[i] = twins->items[i].copy;
    for (size_t i = 0; i < copied; i++)
        for (size_t k = 0; k < copies[i]->text.count; k++) {
            struct ph_inline *mark = &copies[i]->text.inlines[k];
            if (mark->kind == PH_NOTE)
                mark->note = note_twin(below, twins, mark->note);
        }
    free(copies);
}

void ph_insert_document(struct ph_node *below, const struct ph_document *document)
{
    if (!document)
        return;
    struct ph_twins twins;
    const struct ph_node *last = below->last; /* what stood there before stays */
    ph_insert_below(below, document->root, &twins);
    for (struct ph_node *child = last ? last->next : below->first, *next; child; child = next) {
        next = child->next;
        if (child->kind == PH_MASTHEAD || child->kind == PH_CLOSING)
            ph_unlink(child);
    }
    free(twins.items);
}
