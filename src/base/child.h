/* Other people's programs as child processes: started without a shell, with limits on time, memory
 * and output, their whole process group ended when one is reached. */
#ifndef PH_BASE_CHILD_H
#define PH_BASE_CHILD_H

#include <stddef.h>

#include "base/buffer.h"
#include "base/status.h"

struct ph_child {
    const char *const *arguments; /* the program, looked up in PATH, and its arguments; NULL ends */
    const void *input;            /* what it finds as its standard input, which can be sought in */
    size_t input_length;
    int seconds;   /* how long it may run, of the clock and of the processor */
    size_t memory; /* how many bytes of address space it may have */
    size_t output; /* how many bytes it may print */
};

/* Runs a child to its end and appends what it printed to `out`. It can write no file, and what it
 * is given stands in memory only. Messages call its input `name`.
 * PH_NOTHING: there is no such program; PH_FORMAT: it failed (the message holds the first line of
 * its standard error); PH_LIMIT: it was ended at a limit; PH_IO: it could not be started. */
enum ph_status ph_child_run(const char *name, const struct ph_child *child, struct ph_buffer *out,
                            struct ph_error *error);

#endif
