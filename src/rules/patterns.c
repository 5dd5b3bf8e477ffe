#include "rules/patterns.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

enum { MOST_PATTERNS = 1000 };

struct pattern {
    char *text;
    struct ph_regex *regex; /* NULL: it is wrong */
};

struct ph_patterns {
    const struct ph_lexicon *lexicon;
    struct pattern *items; /* by text */
    size_t count, capacity;
};

struct ph_patterns *ph_patterns_new(const struct ph_lexicon *lexicon)
{
    struct ph_patterns *patterns = ph_alloc_zero(1, sizeof *patterns);
    patterns->lexicon = lexicon;
    return patterns;
}

void ph_patterns_free(struct ph_patterns *patterns)
{
    if (!patterns)
        return;
    for (size_t i = 0; i < patterns->count; i++) {
        free(patterns->items[i].text);
        ph_regex_free(patterns->items[i].regex);
    }
    free(patterns->items);
    free(patterns);
}

/* Where the text stands, or would stand, by binary search. */
static size_t place_of(const struct ph_patterns *patterns, const char *text, bool *found)
{
    size_t low = 0, high = patterns->count;
    *found = false;
    while (low < high && !*found) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(patterns->items[middle].text, text);
        if (order == 0) {
            *found = true;
            low = middle;
        } else if (order < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low;
}

static struct ph_regex *compile(const struct ph_patterns *patterns, const char *pattern)
{
    struct ph_regex *regex = NULL;
    char *whole =
        patterns->lexicon ? ph_lexicon_expand(patterns->lexicon, pattern) : ph_copy(pattern);
    if (!whole || ph_regex_new(whole, false, false, pattern, &regex, NULL) != PH_OK)
        regex = NULL;
    free(whole);
    return regex;
}

const struct ph_regex *ph_patterns_get(struct ph_patterns *patterns, const char *pattern)
{
    if (!patterns)
        return NULL;
    bool found;
    size_t at = place_of(patterns, pattern, &found);
    if (found)
        return patterns->items[at].regex;
    if (patterns->count >= MOST_PATTERNS)
        return NULL;
    patterns->items =
        ph_grow(patterns->items, patterns->count, &patterns->capacity, sizeof *patterns->items);
    memmove(&patterns->items[at + 1], &patterns->items[at],
            (patterns->count - at) * sizeof *patterns->items);
    patterns->count++;
    patterns->items[at] =
        (struct pattern){.text = ph_copy(pattern), .regex = compile(patterns, pattern)};
    return patterns->items[at].regex;
}
