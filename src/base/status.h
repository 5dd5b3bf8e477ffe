/* Errors of the world: a file that is not there, not what it claims, or beyond a limit.
 * A function that can meet one returns enum ph_status and describes it in a struct ph_error.
 * (Errors of ours assert. Errors of the user's document are findings, and work goes on.) */
#ifndef PH_BASE_STATUS_H
#define PH_BASE_STATUS_H

enum ph_status {
    PH_OK = 0,
    PH_USAGE,    /* the command was called wrongly */
    PH_IO,       /* a file cannot be read or written */
    PH_FORMAT,   /* the bytes are not what they should be */
    PH_LIMIT,    /* beyond a limit: size, depth, count, time */
    PH_NOTHING,  /* nothing to work with: no resolution, no series, no such paragraph */
    PH_INTERNAL, /* a mistake of ours, found in time: what was made is faulty and is not written */
    PH_STOPPED,  /* somebody asked the program to end (base/stop.h): what was done is put away */
    PH_STATUS_COUNT
};

struct ph_error {
    enum ph_status status;
    char message[768]; /* one line: file and place, what is wrong, what would be right */
};

/* Fills in `error` (NULL is allowed) and returns `status`, so that a caller can write
 * return ph_fail(error, PH_FORMAT, "%s:%d: ...", file, line); The message is cut, at a whole
 * UTF-8 character, if it does not fit; control characters are replaced, so that a hostile file
 * name cannot write to the terminal. */
enum ph_status ph_fail(struct ph_error *error, enum ph_status status, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

#endif
