/* Names that stand in a text nearly as they are: with another little word ("on", "of the"), another
 * ending, another order or another mark, "Convention on the Right of the Child".
 *
 *   <terms little="of on the" joint="and">
 *     <term words="Convention on the Rights of the Child"/>
 *   </terms>
 *
 * Two names are nearly the same where the starts of their words are, the little words left out, in
 * whatever order; and what stands there has no more commas and joints ("and") than the name. A
 * place where a name of the table stands as it is, or in the plural of its first word, is none. A
 * name has three words at least that are not little ones; others are not looked for. */
#ifndef PH_RULES_NAMES_H
#define PH_RULES_NAMES_H

#include "rules/terms.h"

struct ph_names;

/* The table of a <terms little="...">, which that attribute makes one of names. Free with
 * ph_names_free. */
struct ph_names *ph_names_new(const xmlNode *element);
void ph_names_free(struct ph_names *names); /* NULL is allowed */

/* What is meant at the first of the words from number *at on where something stands that is nearly
 * a name: the term's `instead` is the name, and lives as long as the table. The longest counts. *at
 * becomes the number of the word behind it, *from and *end where it stands; NULL: none. */
const struct ph_term *ph_names_next(const struct ph_names *names, const struct ph_text *text,
                                    const struct ph_word *words, size_t count, size_t *at,
                                    size_t *from, size_t *end);

#endif
