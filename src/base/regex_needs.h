/* What a text must have for a pattern to match anywhere in it: most patterns need not be tried on
 * most texts. */
#ifndef PH_BASE_REGEX_NEEDS_H
#define PH_BASE_REGEX_NEEDS_H

#include "base/grams.h"

/* Bits that all must be there, first the one that is there in the fewest texts. */
struct ph_need {
    uint16_t grams[16];
    uint16_t count, rarity; /* of the first */
};

/* Of which one must be met; none: nothing is known. */
struct ph_choice {
    struct ph_need *items;
    uint16_t *firsts; /* the first bit of each, side by side */
    size_t count, capacity;
};

enum { PH_NEEDS = 4 };

/* Which all must be met; none: any text may match. */
struct ph_needs {
    size_t count;
    struct ph_choice choices[PH_NEEDS];
};

/* The words that the pattern names outside of what may be left out, alternatives as such. The
 * pattern is one that PCRE2 takes; nothing is known of one that changes how the rest is read
 * ("\Q", "(*ACCEPT)", "(?x)"). Free with ph_needs_free. */
void ph_regex_needs(const char *pattern, bool extended, bool caseless, struct ph_needs *needs);
void ph_needs_free(struct ph_needs *needs);

/* The choice that most texts fail, by the branch that most have; NULL: nothing is known. */
const struct ph_choice *ph_needs_rarest(const struct ph_needs *needs);

/* Whether the text has all that is needed. What one text has not is asked first of the next. */
bool ph_needs_met(struct ph_needs *needs, const struct ph_grams *text);

#endif
