/* What must hold of a pattern and a text, whatever they are: what is found where the pattern may
 * start is what is found by looking everywhere, and nothing is found where the letters that it
 * needs are not. */
#ifndef PH_FUZZ_REGEX_WAYS_H
#define PH_FUZZ_REGEX_WAYS_H

#include <stdlib.h>
#include <string.h>

#include "base/regex.h"

struct ways {
    struct ph_regex *everywhere, *at_words;
};

/* A group that is taken no times: PCRE2 10.42 skips its first alternative alone, takes "^" at the
 * start of its second for the start of the pattern, and then finds too little. */
static inline bool has_group_of_none(const char *pattern)
{
    for (const char *c = pattern; (c = strstr(c, ")")); c++)
        if (c[1] == '{' && c[2 + strspn(c + 2, "0,")] == '}')
            return true;
    return false;
}

/* false: it is no pattern, or none that PCRE2 can be trusted with. */
static inline bool open_ways(const char *pattern, bool extended, bool caseless, struct ways *ways)
{
    struct ph_error error;
    *ways = (struct ways){.everywhere = NULL};
    if (has_group_of_none(pattern) ||
        ph_regex_new(pattern, extended, caseless, "made", &ways->everywhere, &error) != PH_OK)
        return false;
    ways->at_words = ph_regex_new_at_words(pattern, extended, caseless, "made");
    return true;
}

static inline void close_ways(struct ways *ways)
{
    ph_regex_free(ways->everywhere);
    ph_regex_free(ways->at_words);
}

/* What is wrong; NULL: nothing. A search that gave up says nothing. */
static inline const char *fault_of(const struct ways *ways, const char *text, size_t length)
{
    struct ph_word_starts starts = {.items = NULL};
    struct ph_grams grams;
    struct ph_match one = {0}, other = {0};
    ph_word_starts_of(text, length, &starts);
    ph_grams_of(text, length, &grams);
    const bool found = ph_regex_find(ways->everywhere, text, length, 0, &one);
    const bool found_too = ph_regex_find_at_words(ways->at_words, text, length, 0, &starts, &other);
    const bool same = found == found_too &&
                      (!found || (one.from[0] == other.from[0] && one.to[0] == other.to[0]));
    ph_word_starts_free(&starts);
    if (!one.gave_up && !other.gave_up && !same)
        return "it is found at words where it is not found everywhere, or the other way round";
    return found && !ph_regex_may_match(ways->everywhere, &grams)
               ? "it is found in a text that has not what it needs"
               : NULL;
}

#endif
