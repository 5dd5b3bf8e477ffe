/* What an archive knows beside a draft: the series of what is cited, and where else its words were
 * agreed. Only what was there before a session is used, so that a draft for that session is what it
 * would have been then. */
#ifndef PH_ARCHIVE_KNOWN_H
#define PH_ARCHIVE_KNOWN_H

#include "archive/titles.h"
#include "base/memory.h"
#include "learn/elsewhere.h"
#include "un/lexicon.h"

struct ph_known {
    struct ph_store *store;
    const struct ph_lexicon *lexicon;
    struct ph_titles titles; /* as before `before` */
    int before;              /* -1: nothing was read yet */
};

/* Opens an archive; `lexicon` must outlive it. Free with ph_known_close, after an error, too. */
enum ph_status ph_known_open(struct ph_known *known, const struct ph_lexicon *lexicon,
                             const char *path, struct ph_error *error);
void ph_known_close(struct ph_known *known);

/* As learning asks for it: `known` is the context of a struct ph_elsewhere. To the resolutions of
 * the series come those of which the archive has no text, but which others cite with the title of
 * its last one (archive/titled.h), where the series has none of their session. */
enum ph_status ph_known_series(void *known, const char *number, int before, struct ph_arena *arena,
                               struct ph_elsewhere_member **members, size_t *count,
                               struct ph_error *error);

/* Adds to the source of each paragraph of a draft in which other resolutions, of other series than
 * that of `base` ("73/331"; NULL: unknown), its words were agreed before session `before`, numbers
 * apart: "also in 79/95 OP3, 78/14 PP2 and 4 more", the latest first. */
enum ph_status ph_known_agreed(struct ph_known *known, struct ph_document *draft, const char *base,
                               int before, struct ph_error *error);

/* For the files of this module: reads the titles as they were before a session; the series of a
 * resolution, the count of titles where it is of none that was there. */
enum ph_status ph_known_titles(struct ph_known *known, int before, struct ph_error *error);
enum ph_status ph_known_series_of(struct ph_known *known, const char *number, int before,
                                  size_t *series, struct ph_error *error);

#endif
