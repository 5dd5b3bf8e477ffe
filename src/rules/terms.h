/* Tables of words that a rule looks for as they are, without a pattern: old spellings, names that
 * changed. The words of a text are found once for all tables, and a table costs a look at each.
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
 * multiple of 4; NULL: they are none. */
struct ph_terms *ph_terms_of_part(const void *bytes, size_t size);
/* These bytes, which live as long as the table; NULL: it is one of names or of slips. */
const void *ph_terms_part(const struct ph_terms *terms, size_t *size);
void ph_terms_free(struct ph_terms *terms); /* NULL is allowed */

/* A table whose terms are slips of the pen, by a list of words: see rules/spelling.h. A term that
 * is found lives until the next one is looked for. */
enum ph_status ph_terms_slips(const char *path, struct ph_terms **terms, struct ph_error *error);
/* The same with the list of a pack, which must live as long; NULL: it has none. */
struct ph_terms *ph_terms_slips_of_pack(const struct ph_pack *pack);
void ph_terms_pack_slips(const struct ph_terms *slips, struct ph_pack_maker *maker);

/* Which tables have terms that start with a word, or with two, by their hash: a bit for each table,
 * that few others share. All 0: none. */
enum { PH_TERM_STARTS = 1 << 15, PH_TERM_HASHES = 1 << 20 };
struct ph_term_starts {
    uint64_t any[PH_TERM_HASHES / 64]; /* whether there is one, by more of the hash: nearly no word
                                          is taken for a start that is none */
    uint64_t capitals[PH_TERM_HASHES / 64]; /* the same of terms that start with a capital letter,
                                               and stand where a capital is */
    uint64_t tables[PH_TERM_STARTS];
};

/* Whether the terms of the table are slips of the pen: to look for them is dear. */
bool ph_terms_are_slips(const struct ph_terms *terms);
/* Whether any word may be the start of a term of the table. */
bool ph_terms_start_anywhere(const struct ph_terms *terms);
/* Adds the starts of a table. */
void ph_terms_add_starts(const struct ph_terms *terms, struct ph_term_starts *starts);
/* The words of the text at which terms may start, few as a rule: all that tables need to look at.
 */
struct ph_openers {
    struct ph_word *words;
    uint64_t *tables; /* of each word, the bits of the tables whose terms may start there */
    size_t count;
    uint64_t all; /* the bits of all of them */
};
struct ph_openers ph_openers_of(const struct ph_text *text, const struct ph_word *words,
                                size_t count, const struct ph_term_starts *starts);
void ph_openers_free(struct ph_openers *openers); /* they are none then */
/* Gives the table the number that it has among those of one check: with it the bit that stands for
 * it, which as few others share as can be. */
void ph_terms_number(struct ph_terms *terms, size_t number);
/* The bit of the table; 0: it has no terms. */
uint64_t ph_terms_bits(const struct ph_terms *terms);

/* The first of the words from number *at on at which a term stands, and the longest that does;
 * `tables`: of the words, where they are openers; else NULL. *at becomes the number of the word
 * behind it, *from and *end where the term stands; NULL: none. It lives until the next is found. */
const struct ph_term *ph_terms_next(struct ph_terms *terms, const struct ph_text *text,
                                    const struct ph_word *words, const uint64_t *tables,
                                    size_t count, size_t *at, size_t *from, size_t *end);

#endif
