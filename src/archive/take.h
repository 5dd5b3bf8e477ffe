/* A resolution out of the tables. */
#ifndef PH_ARCHIVE_TAKE_H
#define PH_ARCHIVE_TAKE_H

#include "archive/store.h"

/* Takes a resolution out, and the wordings that nothing else uses. Within ph_store_begin and
 * ph_store_commit. */
enum ph_status ph_take_out(struct ph_store *store, int64_t resolution, struct ph_error *error);

/* Runs a statement without rows whose one parameter is an id. */
enum ph_status ph_run_on(struct ph_store *store, const char *sql, int64_t id,
                         struct ph_error *error);

#endif
