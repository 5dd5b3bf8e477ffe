#include "rules/patterns.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

/* Several times those of the program's rules; expressions may make any number of others. */
enum { MOST_PATTERNS = 4000 };

struct pattern {
    char *text;
    bool watched;
    struct ph_regex *regex; /* NULL: it is wrong */
    char *fault;            /* what is; else NULL */
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

static void forget(struct ph_patterns *patterns)
{
    for (size_t i = 0; i < patterns->count; i++) {
        free(patterns->items[i].text);
        free(patterns->items[i].fault);
        ph_regex_free(patterns->items[i].regex);
    }
    patterns->count = 0;
}

void ph_patterns_free(struct ph_patterns *patterns)
{
    if (!patterns)
        return;
    forget(patterns);
    free(patterns->items);
    free(patterns);
}

/* Where the text stands, or would stand, by binary search. */
static size_t place_of(const struct ph_patterns *patterns, const char *text, bool watched,
                       bool *found)
{
    size_t low = 0, high = patterns->count;
    *found = false;
    while (low < high && !*found) {
        size_t middle = low + (high - low) / 2;
        int order = strcmp(patterns->items[middle].text, text);
        if (order == 0)
            order = patterns->items[middle].watched - watched;
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

static void compile(const struct ph_patterns *patterns, struct pattern *pattern)
{
    struct ph_error error = {.message = "it uses a {name} that the lexicon does not define"};
    char *whole = patterns->lexicon ? ph_lexicon_expand(patterns->lexicon, pattern->text)
                                    : ph_copy(pattern->text);
    struct ph_regex *regex = whole ? ph_regex_new_late(whole, false, false, "") : NULL;
    free(whole);
    if (regex && pattern->watched)
        ph_regex_watch(regex);
    if (regex && ph_regex_ready(regex, &error) == PH_OK) {
        pattern->regex = regex;
        return;
    }
    pattern->fault = ph_copy(error.message + strspn(error.message, ": "));
    ph_regex_free(regex);
}

const struct ph_regex *ph_patterns_get(struct ph_patterns *patterns, const char *pattern,
                                       bool watched)
{
    if (!patterns)
        return NULL;
    bool found;
    size_t at = place_of(patterns, pattern, watched, &found);
    if (found)
        return patterns->items[at].regex;
    if (patterns->count >= MOST_PATTERNS) {
        forget(patterns);
        at = 0;
    }
    patterns->items =
        ph_grow(patterns->items, patterns->count, &patterns->capacity, sizeof *patterns->items);
    struct pattern *made = &patterns->items[at];
    memmove(made + 1, made, (patterns->count - at) * sizeof *made);
    patterns->count++;
    *made = (struct pattern){.text = ph_copy(pattern), .watched = watched};
    compile(patterns, made);
    return made->regex;
}

const char *ph_patterns_fault(const struct ph_patterns *patterns, const char *pattern)
{
    bool found = false;
    size_t at = patterns ? place_of(patterns, pattern, true, &found) : 0;
    return found && patterns->items[at].fault ? patterns->items[at].fault
                                              : "there is no such pattern";
}
