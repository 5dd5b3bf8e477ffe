/* What is known of patterns from a pack: what a text must have for each to match, where its matches
 * may start, and its compiled code, so that no pattern of the program need be read again. What the
 * pack does not have is read from the pattern, and is the same. */
#ifndef PH_BASE_REGEX_KNOWN_H
#define PH_BASE_REGEX_KNOWN_H

#include <stdbool.h>

#include "base/pack.h"
#include "base/regex.h"

/* ---- using ---- */

/* Where all patterns look from now on; NULL: nowhere. The pack must outlive every pattern that is
 * made meanwhile. */
void ph_regex_known_from(const struct ph_pack *pack);

/* ---- making ---- */

/* Adds what there is to know of a pattern; nothing of one that is wrong, or a stranger's. */
void ph_regex_known_add(struct ph_pack_maker *maker, const struct ph_regex *regex);

/* true: from now on patterns are remembered as they are made, each once, also when they are freed
 * (a stranger's, too: none should be loaded meanwhile); false: they are forgotten. */
void ph_regex_known_gather(bool gather);
/* Adds all that are remembered, those needs together that every run asks for, and forgets them. */
void ph_regex_known_add_all(struct ph_pack_maker *maker);

#endif
