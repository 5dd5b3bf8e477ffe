/* What a text must have for a pattern to match anywhere in it: most patterns need not be tried on
 * most texts. */
#ifndef PH_BASE_REGEX_NEEDS_H
#define PH_BASE_REGEX_NEEDS_H

#include "base/grams.h"

/* Choices that all must be met, each of branches of which one must be, each of those of bits that
 * all must be there (struct ph_grams): side by side in one row of numbers, so that they are in the
 * cache together. A row is: its length, choices; a choice: its length, the number of its branches,
 * for each of them its first bit and where its others stand in the choice, and these: how many,
 * and they. Lengths count themselves. First stands the choice that most texts fail by the branch
 * that most have, and of a branch the bit that the fewest have. */
typedef uint16_t ph_needs;

/* The words that the pattern names outside of what may be left out, alternatives as such; NULL:
 * nothing is known, any text may match. The pattern is one that PCRE2 takes; nothing is known of
 * one that changes how the rest is read ("\Q", "(*ACCEPT)", "(?x)"). The caller frees. */
ph_needs *ph_regex_needs(const char *pattern, bool extended, bool caseless);

/* Whether the text has all that is needed; of NULL any has. */
bool ph_needs_met(const ph_needs *needs, const struct ph_grams *text);

/* Puts first what fewest of the texts have that were seen: of the choices, and of the bits of a
 * branch; of those of the first choice what comes next, too. */
void ph_needs_arrange(ph_needs *needs, const struct ph_grams_seen *seen);

/* Of which bits a text must have one: the first of each branch of the first choice, by its number;
 * and the second, which is the first again where there is one alone. false: there are no more. */
bool ph_needs_first(const ph_needs *needs, size_t number, uint16_t *gram, uint16_t *second);
/* Whether a text that has the first bit of that branch has the others, too. */
bool ph_needs_branch_met(const ph_needs *needs, size_t number, const struct ph_grams *text);
/* Whether it has what the choices behind the first need. */
bool ph_needs_rest_met(const ph_needs *needs, const struct ph_grams *text);

#endif
