/* Which files an archive is to read: those that it does not know yet, or that have changed. They
 * come some at a time, so that no more names are held than that, however many there are. */
#ifndef PH_ARCHIVE_LISTING_H
#define PH_ARCHIVE_LISTING_H

#include <sys/stat.h>

#include "archive/put.h"
#include "base/folder.h"

/* So many come at a time. */
enum { PH_LISTING_FILES = 4096 };

struct ph_listing {
    char **sources; /* absolute paths */
    size_t source_count, next;
    struct ph_folder *folder; /* the source that is being looked through, if it is one */
    char *journal;            /* of the archive, beside it */
    struct stat archive;
    struct ph_archive_file *files; /* to be read: those that came last */
    size_t count, capacity;
    size_t known; /* files that are as they were, in this round */
};

/* Starts with the sources, files and folders (NULL-terminated). PH_IO when one is not there. Free
 * with ph_listing_free, after an error, too. */
enum ph_status ph_listing_open(struct ph_listing *listing, char *const *sources,
                               struct ph_error *error);
/* An archive that lies in its own sources is none of them, nor is its journal. PH_IO when it is not
 * there. */
enum ph_status ph_listing_leave_out(struct ph_listing *listing, const char *archive,
                                    struct ph_error *error);
void ph_listing_free(struct ph_listing *listing);

/* Sets `files` and `count` to the next files to be read, 0 behind the last; then it starts anew. A
 * file is as it was when its size and the time of its last change are. */
enum ph_status ph_listing_next(struct ph_listing *listing, struct ph_store *store,
                               struct ph_error *error);

/* Counts the files of the folders that the archive knows and that are no longer there; with
 * `forget`, takes them out. Within ph_store_begin and ph_store_commit. */
enum ph_status ph_listing_gone(const struct ph_listing *listing, struct ph_store *store,
                               bool forget, size_t *gone, struct ph_error *error);

#endif
