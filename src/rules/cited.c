#include "rules/cited.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "doc/walk.h"

struct citation {
    char number[sizeof((struct ph_citation *)0)->number];
    struct ph_date date;
    size_t order; /* in the document */
};

struct ph_cited {
    struct citation *items; /* by number, then by order */
    size_t count, capacity;
};

static int by_number_and_order(const void *a, const void *b)
{
    const struct citation *x = a, *y = b;
    int order = strcmp(x->number, y->number);
    return order ? order : x->order < y->order ? -1 : x->order > y->order;
}

static void add_citations(const struct ph_lexicon *lexicon, struct ph_cited *cited,
                          const struct ph_text *text)
{
    struct ph_citation *found;
    size_t count = ph_citations_find(lexicon, text->bytes, text->length, &found);
    for (size_t i = 0; i < count; i++) {
        if (!found[i].date.year)
            continue;
        cited->items = ph_grow(cited->items, cited->count, &cited->capacity, sizeof *cited->items);
        struct citation *made = &cited->items[cited->count];
        *made = (struct citation){.date = found[i].date, .order = cited->count++};
        memcpy(made->number, found[i].number, sizeof made->number);
    }
    free(found);
}

struct ph_cited *ph_cited_new(const struct ph_document *document)
{
    struct ph_cited *cited = ph_alloc_zero(1, sizeof *cited);
    for (const struct ph_node *node = NULL; (node = ph_next_text(document->root, node));)
        add_citations(document->lexicon, cited, &node->text);
    if (cited->count)
        qsort(cited->items, cited->count, sizeof *cited->items, by_number_and_order);
    return cited;
}

void ph_cited_free(struct ph_cited *cited)
{
    if (!cited)
        return;
    free(cited->items);
    free(cited);
}

struct ph_date ph_cited_date(const struct ph_cited *cited, const char *number)
{
    size_t low = 0, high = cited->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(cited->items[middle].number, number) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    if (low < cited->count && !strcmp(cited->items[low].number, number))
        return cited->items[low].date;
    return (struct ph_date){0};
}
