/* The terms of all tables of one check, found together: a text is looked through once for all of
 * them, and a table costs a look at the few words where a term of its own stands. */
#ifndef PH_RULES_OPENERS_H
#define PH_RULES_OPENERS_H

#include <stddef.h>
#include <stdint.h>

#include "doc/node.h"
#include "rules/terms.h"
#include "rules/words.h"

struct ph_term_index;

/* Numbers the tables by their order here (ph_terms_number), and gathers what stands in them. The
 * tables must outlive it; those of names and slips have nothing to gather. Free with
 * ph_term_index_free. */
struct ph_term_index *ph_term_index_new(struct ph_terms *const *tables, size_t count);
void ph_term_index_free(struct ph_term_index *index); /* NULL is allowed */

/* The words of a text at which terms stand, few as a rule. */
struct ph_openers {
    const struct ph_term_index *index;
    const struct ph_text *text;
    struct ph_opener {
        const struct ph_word *word;
        uint64_t tables; /* the bits of those whose terms stand there (ph_terms_bits) */
    } * items;
    size_t count, capacity;
    uint64_t all; /* the bits of all of them */
};

/* Those among the words of a text (ph_words_of), all of which must live as long. Free with
 * ph_openers_free. */
struct ph_openers ph_openers_of(const struct ph_term_index *index, const struct ph_text *text,
                                const struct ph_word *words, size_t count);
void ph_openers_free(struct ph_openers *openers); /* they are none then */

/* The first of the openers from number *at on at which a term of the table stands, and the longest
 * that does. *at becomes the number of the opener behind it, *from and *end where the term stands;
 * NULL: none. It lives until the next is found. */
const struct ph_term *ph_openers_next(const struct ph_openers *openers, struct ph_terms *terms,
                                      size_t *at, size_t *from, size_t *end);

#endif
