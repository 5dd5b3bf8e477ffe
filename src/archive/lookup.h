/* What an archive knows of the resolutions that a text cites. */
#ifndef PH_ARCHIVE_LOOKUP_H
#define PH_ARCHIVE_LOOKUP_H

#include "archive/store.h"
#include "un/lookup.h"

/* For whoever asks (un/lookup.h); the store must outlive it. PH_FORMAT from it: the archive is
 * damaged. */
struct ph_lookup ph_archive_lookup(struct ph_store *store);

#endif
