/* Resolutions that an archive has no text of, but that others cite with the title of a series:
 * "resolution 77/164 of 14 December 2022 on disaster risk reduction". */
#ifndef PH_ARCHIVE_TITLED_H
#define PH_ARCHIVE_TITLED_H

#include "archive/store.h"
#include "base/memory.h"
#include "un/citation.h"
#include "un/lexicon.h"

struct ph_titled {
    struct ph_citation citation; /* number, session and date */
    const char *cited_in;        /* "78/12 PP3": the latest that does */
    bool sure;                   /* in the making: nothing contradicts it */
};

/* Those that resolutions before session `before` cite with the very title `title` and a date, of
 * which there is no text in the archive, and which nobody dates otherwise; of a session, where it
 * is one. In order of session; the list and its texts live in `arena`. PH_FORMAT: the archive is
 * damaged. */
enum ph_status ph_titled_find(struct ph_store *store, const struct ph_lexicon *lexicon,
                              const char *title, int before, struct ph_arena *arena,
                              struct ph_titled **list, size_t *count, struct ph_error *error);

#endif
