/* Names that stand in a text nearly as they are: with another little word ("on", "of the"), another
 * ending, another order or another mark, "Convention on the Right of the Child"; or with a word of
 * the same sort, "Agreement on the Rights of the Child".
 *
 *   <terms little="of on the" joint="and">
 *     <sort words="Convention Agreement Treaty"/>
 *     <known> Agreement on the Rights of Children </known>
 *     <term words="Convention on the Rights of the Child"/>
 *   </terms>
 *
 * A word is known by its start (PH_STEM bytes, without the "s" of a plural). Two names are nearly
 * the same where the starts of their words are, the little words left out, in whatever order; and
 * what stands there has no more commas and joints ("and": `joint`, words with a space between) than
 * the name. A place where a name of the table stands as it is, or in the plural of its first word,
 * is none, nor is one where a capital word stands right before or behind it. A name has two words
 * at least that are not little ones; a number is a word.
 *
 * The words of a <sort> are exchanged for one another: a name may stand with one of them in the
 * place of another, or with two, while two of its words at least, and as many as were exchanged,
 * are still its own; while it begins with its own word, or one of the same sort; and, where it has
 * less than five words, while no little words and another capital word follow, as in a longer name.
 * A word of a sort is told by all its letters; of two sorts the first has it. Where several names
 * would do, those count of which fewest words were exchanged, and of these the ones whose words are
 * of the sort that stands first in the table; several still: nobody knows which is meant, and
 * nothing is said. Of a name of two words, which stand in their order, one may be exchanged, and
 * only of the first sort.
 *
 * The lines of <known> are names that are right, too, but never what is meant: of others, which a
 * name of the table is near to. */
#ifndef PH_RULES_NAMES_H
#define PH_RULES_NAMES_H

#include "rules/terms.h"

struct ph_names;

/* The table of a <terms little="...">, which that attribute makes one of names. Free with
 * ph_names_free. */
struct ph_names *ph_names_new(const xmlNode *element);
/* The same of the bytes of such a table (base/pack.h), which must outlive it and start at a
 * multiple of 4; NULL: they are none. */
struct ph_names *ph_names_of_part(const void *bytes, size_t size);
/* These bytes, which live as long as the table. */
const void *ph_names_part(const struct ph_names *names, size_t *size);
void ph_names_free(struct ph_names *names); /* NULL is allowed */

/* What is meant at the first of the words from number *at on where something stands that is nearly
 * a name: the term's `instead` is the name; it lives until the next is looked for. The longest
 * counts. *at becomes the number of the word behind it, *from and *end where it stands; NULL: none.
 */
const struct ph_term *ph_names_next(struct ph_names *names, const struct ph_text *text,
                                    const struct ph_word *words, size_t count, size_t *at,
                                    size_t *from, size_t *end);

#endif
