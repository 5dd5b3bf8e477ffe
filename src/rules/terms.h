/* Tables of words that a rule looks for as they are, without a pattern: old spellings, names that
 * changed. The words of a text are found once for all tables (rules/openers.h).
 *
 *   <terms case="any" endings="e es ed ing">
 *     <term words="organis" instead="organiz"/>
 *   </terms>
 *   <terms> <term words="Turkey" instead="Türkiye" since="2022-06-01"/> </terms>
 *
 * Long tables are lines of text, "more then = more than" (rules/rows.h).
 *
 * With `endings` every term is meant with each of them (a space before the first: also with none),
 * and `instead` gets the same. A term stands where its words stand as whole words; a no-break space
 * is a space. With little="of on the" the terms are names, and the places those where a name stands
 * nearly as it is (rules/names.h). */
#ifndef PH_RULES_TERMS_H
#define PH_RULES_TERMS_H

#include <libxml/tree.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/pack.h"
#include "base/status.h"
#include "doc/node.h"
#include "rules/words.h"

struct ph_term {
    const char *words;
    const char *instead; /* what they become; "": nothing is said */
    const char *since;   /* a date, "2019-01-01"; "": always */
};

struct ph_terms;

enum { PH_TERMS = 5000 }; /* the most that a table may hold, every ending counted */

/* Compiles a <terms> that is valid by the schema. NULL: it holds too many. Free with
 * ph_terms_free. */
struct ph_terms *ph_terms_new(const xmlNode *element);
/* The same of the bytes of such a table (base/pack.h), which must outlive it and start at a
 * multiple of 4, and of its element, whose attributes count; NULL: they are none. */
struct ph_terms *ph_terms_of_part(const xmlNode *element, const void *bytes, size_t size);
/* These bytes, which live as long as the table; NULL: it is one of slips. */
const void *ph_terms_part(const struct ph_terms *terms, size_t *size);
void ph_terms_free(struct ph_terms *terms); /* NULL is allowed */

/* A table whose terms are slips of the pen, by a list of words: see rules/spelling.h. A term that
 * is found lives until the next one is looked for. */
enum ph_status ph_terms_slips(const char *path, struct ph_terms **terms, struct ph_error *error);
/* The same with the list of a pack, which must live as long; NULL: it has none. */
struct ph_terms *ph_terms_slips_of_pack(const struct ph_pack *pack);
void ph_terms_pack_slips(const struct ph_terms *slips, struct ph_pack_maker *maker);

/* Whether the terms of the table are slips of the pen: to look for them is dear. */
bool ph_terms_are_slips(const struct ph_terms *terms);
/* Whether any word may be the start of a term of the table: it is one of names or of slips. */
bool ph_terms_start_anywhere(const struct ph_terms *terms);

/* Gives the table the number that it has among those of one check: with it the bit that stands for
 * it, which as few others share as can be. */
void ph_terms_number(struct ph_terms *terms, size_t number);
size_t ph_terms_number_of(const struct ph_terms *terms);
static inline uint64_t ph_term_bit(size_t number)
{
    return UINT64_C(1) << number % 64;
}
/* The bit of the table; 0: it has no terms. */
uint64_t ph_terms_bits(const struct ph_terms *terms);

/* The first of the words from number *at on at which a name or a slip of the pen stands; other
 * terms: see rules/openers.h. *at becomes the number of the word behind it, *from and *end where
 * it stands; NULL: none. It lives until the next is found. */
const struct ph_term *ph_terms_next(const struct ph_terms *terms, const struct ph_text *text,
                                    const struct ph_word *words, size_t count, size_t *at,
                                    size_t *from, size_t *end);

#endif
