/* A pattern as it is kept; for the files regex*.c only, which include <pcre2.h> before. */
#ifndef PH_BASE_REGEX_INSIDE_H
#define PH_BASE_REGEX_INSIDE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/regex_needs.h"
#include "base/word_starts.h"

/* What a pattern becomes when it is compiled. */
struct ph_regex_machine {
    const ph_needs *needs; /* first: nearly all texts are told by them */
    bool has_needs;
    const struct ph_pattern_starts *starts; /* NULL: it is searched everywhere */
    pcre2_code
        *code; /* NULL: not yet; with known starts: one that matches where it is tried only */
    pcre2_code *slow;    /* the same, watched, for texts that are long; NULL: not yet */
    size_t searched;     /* bytes so far, until the pattern is compiled to machine code: SIZE_MAX */
    ph_needs *own_needs; /* those that are not of a pack; NULL: there are none */
    struct ph_pattern_starts *own_starts; /* the same */
};

enum { PH_REGEX_NAMED = 4 };

struct ph_regex {
    /* In packs: "xiw:" before the pattern, with "-" for what it is not: extended, caseless,
     * searched with ph_regex_find_at_words. */
    const char *name;
    const char *pattern, *where;
    uint32_t options;
    bool at_words;
    struct ph_regex_machine *machine;
};

/* A stranger's pattern is always read anew. */
static inline bool ph_regex_is_watched(const struct ph_regex *regex)
{
    return regex->options & PCRE2_AUTO_CALLOUT;
}

/* The needs of a pattern, as they are in the pack; false: it is not in it. */
bool ph_regex_known_needs(const struct ph_regex *regex, const ph_needs **needs);
/* The same for its starts and its code, which go into its machine: in one part the starts, with no
 * ways where none are known, and the code as PCRE2 writes it. */
bool ph_regex_known_code(const struct ph_regex *regex);

/* A pattern is made, see ph_regex_known_gather. */
void ph_regex_known_made(const struct ph_regex *regex);

#endif
