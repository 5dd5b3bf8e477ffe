/* Functions that drafting rules have beyond those of functions.h: lists of citations and symbols
 * that move.
 *
 *   ph:cite(members)              "64/256 of 2 March 2010 and 65/122 of 13 December 2010"
 *   ph:cite-more(words, members)  the list in `words`, and those of `members` that it lacks
 *   ph:cite-exactly(words, members) the members, the list in `words` going on where it can
 *   ph:cited(words)               how many resolutions a list cites
 *   ph:cites(words, members)      how many of `members` it cites
 *   ph:symbol-moved(words, from, to)  see ph_symbol_moved; "" when nothing follows the session
 *
 * Those of other series are in other_functions.h. */
#ifndef PH_RULES_SERIES_FUNCTIONS_H
#define PH_RULES_SERIES_FUNCTIONS_H

#include <libxml/xpath.h>

#include "un/citation.h"

/* What stands for a running number that nobody knows yet. */
#define PH_UNKNOWN_WORDS "[…]"

void ph_series_functions_register(xmlXPathContext *context);

/* The lexicon of the world that a function is called in; NULL: there is none. */
const struct ph_lexicon *ph_lexicon_of(const xmlXPathParserContext *ctxt);

/* The citation that stands for an element with number, session and adopted. */
struct ph_citation ph_citation_of(const xmlNode *member);

/* Reads a list of citations (NULL: none); the caller frees it, also where the count is 0. */
size_t ph_citations_of(const struct ph_lexicon *lexicon, const xmlChar *words,
                       struct ph_citation **list);

/* Sorts a list and writes it: lists ascend by date (UN-FORMAT rule 54). */
void ph_citations_write_sorted(const struct ph_lexicon *lexicon, struct ph_citation *list,
                               size_t count, struct ph_buffer *out);

#endif
