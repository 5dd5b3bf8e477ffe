/* Functions that drafting rules have beyond those of functions.h: lists of citations and symbols
 * that move.
 *
 *   ph:cite(members)              "64/256 of 2 March 2010 and 65/122 of 13 December 2010"
 *   ph:cite-more(words, members)  the list in `words`, and those of `members` that it lacks
 *   ph:cite-exactly(words, members) the members, the list in `words` going on where it can
 *   ph:cited(words)               how many resolutions a list cites
 *   ph:cites(words, members)      how many of `members` it cites
 *   ph:symbol-moved(words, from, to)  see ph_symbol_moved; "" when nothing follows the session
 */
#ifndef PH_RULES_SERIES_FUNCTIONS_H
#define PH_RULES_SERIES_FUNCTIONS_H

#include <libxml/xpath.h>

/* What stands for a running number that nobody knows yet. */
#define PH_UNKNOWN_WORDS "[…]"

void ph_series_functions_register(xmlXPathContext *context);

#endif
