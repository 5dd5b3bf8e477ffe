/* What may be meant by a word that is none of those that are known. */
#ifndef PH_BASE_NEAREST_H
#define PH_BASE_NEAREST_H

#include <stddef.h>

/* The name in `names` that is nearest to `wrong` by letters put in, left out, changed or swapped;
 * NULL when none is near: about one slip in three letters. Words beyond 64 bytes are near to
 * nothing. */
const char *ph_nearest(const char *wrong, const char *const *names, size_t count);

#endif
