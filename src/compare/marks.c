#include "compare/marks.h"

#include <stdlib.h>

#include "base/memory.h"

static int by_place(const void *a, const void *b)
{
    const struct ph_inline *x = *(const struct ph_inline *const *)a;
    const struct ph_inline *y = *(const struct ph_inline *const *)b;
    if (x->from != y->from)
        return x->from < y->from ? -1 : 1;
    if (x->to != y->to)
        return x->to > y->to ? -1 : 1;
    return (x > y) - (x < y);
}

void ph_marks_set(struct ph_node *node, const char *bytes, size_t length,
                  const struct ph_inline *marks, size_t count)
{
    const struct ph_inline **order = ph_alloc_zero(count, sizeof *order);
    for (size_t i = 0; i < count; i++)
        order[i] = &marks[i];
    if (count)
        qsort(order, count, sizeof *order, by_place);
    ph_text_set(node, bytes, length);
    for (size_t i = 0; i < count; i++) {
        struct ph_inline *mark = ph_text_mark(node, order[i]->kind, order[i]->from, order[i]->to);
        mark->note = order[i]->note;
        mark->name = order[i]->name;
        mark->why = order[i]->why;
    }
    free(order);
}
