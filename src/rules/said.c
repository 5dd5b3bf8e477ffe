#include "rules/said.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "doc/walk.h"

enum { MOST_ASKED = 1000 };

/* A node with words. */
struct place {
    const struct ph_node *node;
    size_t order;
};

struct asked {
    char *words;
    const struct ph_node *first;
};

struct ph_said {
    struct place *in_order, *by_words;
    size_t count, capacity;
    struct asked *asked;
    size_t asked_count, asked_capacity;
};

static int compare_words(const struct ph_node *a, const struct ph_node *b)
{
    if (a->kind != b->kind)
        return a->kind < b->kind ? -1 : 1;
    if (a->text.length != b->text.length)
        return a->text.length < b->text.length ? -1 : 1;
    return memcmp(a->text.bytes, b->text.bytes, a->text.length);
}

static int by_words_and_order(const void *a, const void *b)
{
    const struct place *x = a, *y = b;
    int order = compare_words(x->node, y->node);
    return order ? order : x->order < y->order ? -1 : x->order > y->order;
}

static bool is_gone(const struct ph_node *node)
{
    return node->mark == PH_NODE_DELETED || node->mark == PH_MOVED_FROM;
}

struct ph_said *ph_said_new(const struct ph_document *document)
{
    struct ph_said *said = ph_alloc_zero(1, sizeof *said);
    for (const struct ph_node *node = NULL; (node = ph_next_text(document->root, node));) {
        if (!node->text.length || is_gone(node))
            continue;
        said->in_order =
            ph_grow(said->in_order, said->count, &said->capacity, sizeof *said->in_order);
        said->in_order[said->count] = (struct place){node, said->count};
        said->count++;
    }
    said->by_words = ph_alloc_zero(said->count + 1, sizeof *said->by_words);
    if (said->count) {
        memcpy(said->by_words, said->in_order, said->count * sizeof *said->by_words);
        qsort(said->by_words, said->count, sizeof *said->by_words, by_words_and_order);
    }
    return said;
}

void ph_said_free(struct ph_said *said)
{
    if (!said)
        return;
    for (size_t i = 0; i < said->asked_count; i++)
        free(said->asked[i].words);
    free(said->asked);
    free(said->in_order);
    free(said->by_words);
    free(said);
}

static bool says(const struct ph_text *text, const char *words, size_t length)
{
    for (const char *at = text->bytes; (at = strstr(at, words)); at++) {
        bool starts = at == text->bytes || !isalnum((unsigned char)at[-1]);
        if (starts && !isalnum((unsigned char)at[length]))
            return true;
    }
    return false;
}

static const struct ph_node *find_first(const struct ph_said *said, const char *words)
{
    size_t length = strlen(words);
    for (size_t i = 0; length && i < said->count; i++)
        if (says(&said->in_order[i].node->text, words, length))
            return said->in_order[i].node;
    return NULL;
}

const struct ph_node *ph_said_first(struct ph_said *said, const char *words)
{
    for (size_t i = 0; i < said->asked_count; i++)
        if (!strcmp(said->asked[i].words, words))
            return said->asked[i].first;
    if (said->asked_count >= MOST_ASKED)
        return NULL;
    said->asked =
        ph_grow(said->asked, said->asked_count, &said->asked_capacity, sizeof *said->asked);
    struct asked *made = &said->asked[said->asked_count++];
    *made = (struct asked){ph_copy(words), find_first(said, words)};
    return made->first;
}

const struct ph_node *ph_said_before(const struct ph_said *said, const struct ph_node *node)
{
    size_t low = 0, high = said->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (compare_words(said->by_words[middle].node, node) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == said->count || said->by_words[low].node == node ||
        compare_words(said->by_words[low].node, node) != 0 || !node->text.length)
        return NULL;
    return said->by_words[low].node;
}
