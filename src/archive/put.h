/* A record into the tables. */
#ifndef PH_ARCHIVE_PUT_H
#define PH_ARCHIVE_PUT_H

#include "archive/record.h"
#include "archive/store.h"

/* A file as the archive knows it. */
struct ph_archive_file {
    const char *path;
    int64_t size;
    int64_t changed; /* nanoseconds since 1970 */
    int rank;        /* of its format: the lower the better its words */
};

/* Stores what a file holds, in the place of what it held before. Where a better file of the same
 * resolution is there already, only the file is remembered. Within ph_store_begin and
 * ph_store_commit. */
enum ph_status ph_archive_put(struct ph_store *store, const struct ph_archive_file *file,
                              const struct ph_record *record, struct ph_error *error);

/* Remembers why a file cannot be read. What was stored of it stays; it is tried again each time. */
enum ph_status ph_archive_put_problem(struct ph_store *store, const char *path, const char *problem,
                                      struct ph_error *error);

/* Takes a file out that is no longer there. */
enum ph_status ph_archive_forget(struct ph_store *store, const char *path, struct ph_error *error);

#endif
