/* Which rules may find something in a node: told for all of them together, from which letters stand
 * side by side in its words and which tables of terms may start there. Nearly all rules are left
 * out so, without a look at each. */
#ifndef PH_RULES_SIEVE_H
#define PH_RULES_SIEVE_H

#include <stdint.h>

#include "base/grams.h"
#include "rules/compiled.h"

struct ph_sieve;

/* For rules by their numbers, 0 to count - 1; they outlive the sieve. Free with ph_sieve_free. */
struct ph_sieve *ph_sieve_new(const struct ph_rule *const *rules, size_t count);
void ph_sieve_free(struct ph_sieve *sieve); /* NULL is allowed */

/* How many words of 64 bits a set of rules has, bit i the rule number i. */
size_t ph_sieve_row(const struct ph_sieve *sieve);

/* The rules that may find something where the words have these letters (NULL: there are none), and
 * the tables may have terms (ph_words_at_starts). The set lives until the next one is asked for. */
const uint64_t *ph_sieve_pass(struct ph_sieve *sieve, const struct ph_grams *grams,
                              uint64_t tables);

#endif
