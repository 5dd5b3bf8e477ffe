/* What a document says where for the first time: words, and paragraphs as a whole. */
#ifndef PH_RULES_SAID_H
#define PH_RULES_SAID_H

#include "doc/node.h"

/* Found once for a document, which must outlive it. Free with ph_said_free. */
struct ph_said;
struct ph_said *ph_said_new(const struct ph_document *document);
void ph_said_free(struct ph_said *said); /* NULL is allowed */

/* The first node in document order in which the words stand, no letter or digit right before or
 * behind them. NULL: none, or more different words were asked for than a rule has reason to. */
const struct ph_node *ph_said_first(struct ph_said *said, const char *words);

/* The first node of the same kind that stands before this one and has the same words; NULL: none,
 * or no words. */
const struct ph_node *ph_said_before(const struct ph_said *said, const struct ph_node *node);

#endif
