/* At which places of rules something may be found in a node: told for all of them together, from
 * its kind, which letters stand side by side in its words, of which tables terms stand there, how
 * words of some classes follow one another, with what letters they start, and which inlines and
 * traces it has. Nearly all are left out so, without a look at each. */
#ifndef PH_RULES_SIEVE_H
#define PH_RULES_SIEVE_H

#include <stdint.h>

#include "base/grams.h"
#include "rules/compiled.h"

struct ph_sieve;

/* A place, and the kinds of nodes of the document that its rule looks in: bits of enum ph_kind;
 * none: nothing is asked of the place. */
struct ph_sieve_place {
    const struct ph_place *place;
    uint32_t kinds;
};

/* For places by their numbers, 0 to count - 1; what they point to outlives the sieve. `seen`: of
 * some texts like those that will be looked at; NULL: nothing is told but from the kind of a node.
 * Free with ph_sieve_free. */
struct ph_sieve *ph_sieve_new(const struct ph_sieve_place *places, size_t count,
                              const struct ph_grams_seen *seen);
void ph_sieve_free(struct ph_sieve *sieve); /* NULL is allowed */

/* What a node is, and what its words have. */
struct ph_sieve_look {
    enum ph_kind kind;
    const struct ph_grams *grams;        /* NULL: there are no words */
    const struct ph_class_rows *classes; /* NULL: there are no words, or no classes */
    size_t word_count;
    const struct ph_word_starts *starts; /* NULL: there are no words */
    uint64_t tables;                     /* that have terms there (ph_openers_of) */
    unsigned inlines, traces;            /* bits of the kinds that it has */
};

/* The places where something may be found in such a node: a bit for each. It lives until the next
 * is asked for. */
const uint64_t *ph_sieve_pass(struct ph_sieve *sieve, const struct ph_sieve_look *look);

/* How many numbers of 64 bits those are. */
size_t ph_sieve_row(const struct ph_sieve *sieve);

/* The first of them from number `at` on, before `end`; `end`: there is none. */
static inline size_t ph_sieve_next(const uint64_t *places, size_t at, size_t end)
{
    while (at < end) {
        const uint64_t left = places[at / 64] >> at % 64;
        if (left) {
            at += (size_t)__builtin_ctzll(left);
            return at < end ? at : end;
        }
        at += 64 - at % 64;
    }
    return end;
}

#endif
