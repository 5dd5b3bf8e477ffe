/* Members of a series that are not in the archive, but stand in a list of its members: "Recalling
 * its resolutions 64/256 of ..., 65/122 of ... and 67/6 of ...". */
#ifndef PH_ARCHIVE_CITED_H
#define PH_ARCHIVE_CITED_H

#include "archive/series.h"

/* Adds them, in their order. A paragraph counts as such a list when it cites two or more members,
 * more than are not in the archive, and nothing else that is. */
enum ph_status ph_cited_add(struct ph_store *store, struct ph_arena *arena,
                            struct ph_recurring *series, struct ph_error *error);

#endif
