/* A series of an archive by its name, and the files that its members were read from. */
#ifndef PH_ARCHIVE_NAMED_H
#define PH_ARCHIVE_NAMED_H

#include "archive/store.h"
#include "base/memory.h"

/* The files of the members of the series that `name` means: words of a title, case apart and
 * with "…" or "..." for any others, or the number or symbol of a member; `before`: as if there was
 * nothing of that session or a later one, 0: all. The list, in order of session, ends with NULL; it
 * and the paths live in `arena`. PH_NOTHING: there is no such series; PH_USAGE: there are several,
 * which the message names; PH_FORMAT: the archive is damaged. */
enum ph_status ph_archive_named(struct ph_store *store, const char *name, int before,
                                struct ph_arena *arena, char ***paths, struct ph_error *error);

#endif
