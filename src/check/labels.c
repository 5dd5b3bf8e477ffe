/* Which node of the series' own next document a label means. */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "check/series.h"
#include "doc/walk.h"

enum { LABEL_SIZE = 256 };

struct labelled {
    char *label;
    const struct ph_node *node;
};

struct ph_labels {
    struct labelled *items; /* by label */
    size_t count, capacity;
};

static int by_label(const void *a, const void *b)
{
    return strcmp(((const struct labelled *)a)->label, ((const struct labelled *)b)->label);
}

struct ph_labels *ph_labels_of(const struct ph_node *root)
{
    struct ph_labels *labels = ph_alloc(sizeof *labels);
    *labels = (struct ph_labels){0};
    for (const struct ph_node *node = NULL; (node = ph_next_text(root, node));) {
        char label[LABEL_SIZE];
        labels->items =
            ph_grow(labels->items, labels->count, &labels->capacity, sizeof *labels->items);
        labels->items[labels->count++] =
            (struct labelled){ph_copy(ph_label(node, label, sizeof label)), node};
    }
    if (labels->count)
        qsort(labels->items, labels->count, sizeof *labels->items, by_label);
    return labels;
}

const struct ph_node *ph_labels_find(const struct ph_labels *labels, const char *label)
{
    struct labelled key = {.label = (char *)label};
    const struct labelled *found =
        label && labels->count ? bsearch(&key, labels->items, labels->count, sizeof key, by_label)
                               : NULL;
    return found ? found->node : NULL;
}

void ph_labels_free(struct ph_labels *labels)
{
    for (size_t i = 0; i < labels->count; i++)
        free(labels->items[i].label);
    free(labels->items);
    free(labels);
}
