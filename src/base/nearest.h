/* Which name may be meant by one that is not there. */
#ifndef PH_BASE_NEAREST_H
#define PH_BASE_NEAREST_H

#include <stddef.h>

/* The name in `names` that is nearest to `wrong`, NULL when none is near. */
const char *ph_nearest(const char *wrong, const char *const *names, size_t count);

#endif
