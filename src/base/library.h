/* Libraries that most runs have no use for. To load libzip and SQLite, and what they load in turn,
 * takes a tenth of the time of checking a short text: they are loaded when they are first used. */
#ifndef PH_BASE_LIBRARY_H
#define PH_BASE_LIBRARY_H

#include <stdbool.h>
#include <stddef.h>

#include "base/status.h"

/* A function of a library, and where in the struct of them its pointer is. */
struct ph_library_function {
    const char *name;
    size_t place;
};

/* Loads a library by the name that it was built against, for as long as the program runs, and finds
 * the functions. PH_IO: it is not there, or lacks one of them. */
enum ph_status ph_library_load(const char *name, const struct ph_library_function *functions,
                               size_t count, void *pointers, struct ph_error *error);

#endif
