/* Which files an archive is to read: those that it does not know yet, or that have changed. */
#ifndef PH_ARCHIVE_LISTING_H
#define PH_ARCHIVE_LISTING_H

#include "archive/put.h"

struct ph_listing {
    char **paths; /* of all the files in the sources, absolute, sorted in each source */
    size_t path_count, path_capacity;
    char **folders; /* the sources that are folders, absolute */
    size_t folder_count, folder_capacity;
    struct ph_archive_file *files; /* to be read; their paths are those above */
    size_t count, capacity;
    size_t known; /* files that are as they were */
};

/* Adds the files of a source: a file, or those that stand in a folder. PH_IO when it is not there.
 */
enum ph_status ph_listing_add(struct ph_listing *listing, const char *source,
                              struct ph_error *error);

/* Sets `files` and `known`: a file is as it was when its size and the time of its last change are.
 * The archive itself is none of them. */
enum ph_status ph_listing_compare(struct ph_listing *listing, struct ph_store *store,
                                  const char *archive, struct ph_error *error);

/* Counts the files of the folders that the archive knows and that are no longer there; with
 * `forget`, takes them out. Within ph_store_begin and ph_store_commit. */
enum ph_status ph_listing_gone(const struct ph_listing *listing, struct ph_store *store,
                               bool forget, size_t *gone, struct ph_error *error);

void ph_listing_free(struct ph_listing *listing);

#endif
