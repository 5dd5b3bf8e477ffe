/* Functions of drafting rules that speak of other series (hypothesis.h: $others):
 *
 *   ph:succeed(words, others, from, to)  the list in `words`, in which each resolution that was the
 *                             newest of its series before session `from` is followed by the newest
 *                             before session `to`; the words themselves where nothing is known
 *   ph:series-of(words, others)  those of `others` that are of the series of the last of the list
 *                             that they know
 *   ph:titled(words, title)  whether words behind a citation begin with that title, behind what the
 *                             lexicon's line title-link matches: "on disaster risk reduction"
 *
 *   ph:misdated(words, others)  the first of the list whose own date is not that of `others`, with
 *                             the date of `others`; "": none
 */
#ifndef PH_RULES_OTHER_FUNCTIONS_H
#define PH_RULES_OTHER_FUNCTIONS_H

#include <libxml/xpath.h>

void ph_other_functions_register(xmlXPathContext *context);

#endif
