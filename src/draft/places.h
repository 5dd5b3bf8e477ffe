/* Places of a document that ask a person for something: its placeholders, and what each is
 * called. */
#ifndef PH_DRAFT_PLACES_H
#define PH_DRAFT_PLACES_H

#include "doc/node.h"

/* Gives every place a name of its own: places that ask under one name for the same reason are one
 * fact; where the reason is another ("in place of A/73/328", "in place of A/73/339") the second is
 * called name.2, the third name.3. Whoever makes a document with placeholders calls it before
 * any is filled: names stay what they were called first. */
void ph_places_name(struct ph_document *document);

/* Where in the text of `node` the whole symbol stands that holds the place `mark`, with all
 * places of that name in it: "A/75/[…]–S/2020/[…]"; sentence marks around it are not in it. */
void ph_place_symbol(const struct ph_node *node, const struct ph_inline *mark, size_t *from,
                     size_t *to);

#endif
