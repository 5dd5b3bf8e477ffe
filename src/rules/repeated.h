/* Words that stand twice, one time right behind the other:
 *
 *   <repeated words="1"/>       the the
 *   <repeated words="2 3"/>     of the of the, in the field in the field
 *
 * Only a space (or a no-break space) is between the two; no hyphen joins the first or the last word
 * to another. */
#ifndef PH_RULES_REPEATED_H
#define PH_RULES_REPEATED_H

#include "base/status.h"
#include "rules/words.h"

enum { PH_REPEATED = 12 }; /* the most words that may stand twice */

/* How many words; both 1 to PH_REPEATED. */
struct ph_repeated {
    size_t least, most;
};

/* Reads one number or two. PH_FORMAT: they are none, or not in that range; `where` starts the
 * message. */
enum ph_status ph_repeated_new(const char *numbers, const char *where, struct ph_repeated *repeated,
                               struct ph_error *error);

/* The next place, from word number *at on, where words stand twice, as many as can be; *at becomes
 * the number of the word behind both, *from and *end where both stand, *once
 * where the first time ends. */
bool ph_repeated_next(const struct ph_repeated *repeated, const struct ph_text *text,
                      const struct ph_word *words, size_t count, size_t *at, size_t *from,
                      size_t *once, size_t *end);

#endif
