/* When resolutions were adopted: what many texts that cite them say. The days are data
 * (rules/en/adopted.txt): a line is the number of a resolution, or of the first and the last of
 * several with a hyphen between them, and their day: "73/144-189 2018-12-17". Before the
 * stroke stands what counts them: a session ("73", "ES-10"), a year ("2005", of the Economic and
 * Social Council), "S" (of the Security Council). Lines are in order: by what stands before the
 * stroke, byte by byte, then by number; one that starts with # is a comment. */
#ifndef PH_UN_ADOPTED_H
#define PH_UN_ADOPTED_H

#include "base/status.h"
#include "un/date.h"

struct ph_adopted;

/* PH_FORMAT with file and line for what is no such line or out of order. Free with
 * ph_adopted_free. */
enum ph_status ph_adopted_load(const char *path, struct ph_adopted **adopted,
                               struct ph_error *error);
void ph_adopted_free(struct ph_adopted *adopted); /* NULL is allowed */

/* The day of "73/331"; all 0: it is not known, or this is no number of one. */
struct ph_date ph_adopted_on(const struct ph_adopted *adopted, const char *number);

#endif
