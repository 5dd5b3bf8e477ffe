/* Whether somebody asked the program to end, by a key (SIGINT) or by SIGTERM: for whoever has work
 * to put away first. */
#ifndef PH_BASE_STOP_H
#define PH_BASE_STOP_H

#include <stdbool.h>

/* From now on such a signal is remembered and ends nothing; a second one of its kind does, at once.
 * A signal that the program was started to ignore stays ignored. What waits for the system wakes up
 * (EINTR). */
void ph_stop_listen(void);

bool ph_stop_asked(void);

/* Ends the program by the signal that was remembered, as if nobody had listened, so that a shell
 * knows; returns when there was none. */
void ph_stop_obey(void);

#endif
