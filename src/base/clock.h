/* How long things take: never what time it is. */
#ifndef PH_BASE_CLOCK_H
#define PH_BASE_CLOCK_H

#include <stdint.h>

/* Milliseconds of the monotonic clock, since some moment before the program was started. */
int64_t ph_milliseconds(void);

#endif
