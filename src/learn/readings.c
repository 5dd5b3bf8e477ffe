#include "learn/readings.h"

#include <stdlib.h>
#include <string.h>

#include "doc/walk.h"

static int by_node(const void *a, const void *b)
{
    const struct ph_node *x = ((const struct ph_reading *)a)->node;
    const struct ph_node *y = ((const struct ph_reading *)b)->node;
    return x < y ? -1 : x > y;
}

static void weigh(struct ph_readings *readings)
{
    struct ph_tokens **rows = ph_alloc_zero(readings->count, sizeof *rows);
    for (size_t i = 0; i < readings->count; i++)
        rows[i] = &readings->items[i].tokens;
    ph_tokens_weigh(rows, readings->count);
    free(rows);
}

/* Equal words in another order count as equal; numbers are mixed as FNV-1a does. */
static uint64_t identify(const struct ph_tokens *tokens, int session)
{
    const uint64_t prime = 1099511628211U;
    uint64_t identity = tokens->count;
    for (size_t i = 0; i < tokens->count; i++)
        identity = (identity ^ tokens->bag[i]) * prime;
    for (size_t i = 0; i < tokens->entity_count; i++)
        if (!strcmp(tokens->entities[i].kind, "session"))
            identity = (identity ^ (uint64_t)(tokens->entities[i].number - session)) * prime;
    return identity;
}

static void add_reading(struct ph_readings *readings, const struct ph_lexicon *lexicon,
                        const struct ph_node *node, int session)
{
    readings->items =
        ph_grow(readings->items, readings->count, &readings->capacity, sizeof *readings->items);
    struct ph_reading *one = &readings->items[readings->count++];
    one->node = node;
    ph_tokens_read(&one->tokens, lexicon, node->text.bytes, node->text.length);
    one->identity = identify(&one->tokens, session);
}

void ph_readings_make(struct ph_readings *readings, const struct ph_pattern *pattern,
                      const struct ph_lexicon *lexicon)
{
    *readings = (struct ph_readings){0};
    for (size_t i = 0; i < pattern->member_count; i++) {
        const struct ph_node *root = pattern->members[i].root;
        for (const struct ph_node *node = NULL; root && (node = ph_next_text(root, node));)
            add_reading(readings, lexicon, node, pattern->members[i].session);
    }
    if (readings->count)
        qsort(readings->items, readings->count, sizeof *readings->items, by_node);
    weigh(readings);
}

void ph_readings_free(struct ph_readings *readings)
{
    for (size_t i = 0; i < readings->count; i++)
        ph_tokens_free(&readings->items[i].tokens);
    free(readings->items);
    *readings = (struct ph_readings){0};
}

const struct ph_reading *ph_reading_find(const struct ph_readings *readings,
                                         const struct ph_node *node)
{
    struct ph_reading key = {.node = node};
    return readings->count ? bsearch(&key, readings->items, readings->count, sizeof key, by_node)
                           : NULL;
}

const struct ph_tokens *ph_readings_of(const struct ph_readings *readings,
                                       const struct ph_node *node)
{
    static const struct ph_tokens empty = {.text = ""};
    const struct ph_reading *found = ph_reading_find(readings, node);
    return found ? &found->tokens : &empty;
}
