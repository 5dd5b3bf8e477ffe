#include "archive/listing.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/memory.h"

static void add(char ***list, size_t *count, size_t *capacity, char *path)
{
    *list = ph_grow(*list, *count, capacity, sizeof **list);
    (*list)[(*count)++] = path;
}

enum ph_status ph_listing_add(struct ph_listing *listing, const char *source,
                              struct ph_error *error)
{
    char **list, *path = realpath(source, NULL);
    if (!path)
        return ph_fail(error, PH_IO, "%s: cannot be opened: %s", source, strerror(errno));
    enum ph_status status = ph_file_list(path, &list, error);
    if (status != PH_OK) {
        free(path);
        return status;
    }
    bool folder = !list[0] || strcmp(list[0], path) != 0;
    for (char **file = list; *file; file++)
        add(&listing->paths, &listing->path_count, &listing->path_capacity, *file);
    free(list); /* not what it holds */
    if (folder)
        add(&listing->folders, &listing->folder_count, &listing->folder_capacity, path);
    else
        free(path);
    return PH_OK;
}

/* ---- what is new ---- */

static int64_t nanoseconds(struct timespec time)
{
    return (int64_t)time.tv_sec * 1000000000 + time.tv_nsec;
}

static enum ph_status is_known(struct ph_store *store, const struct ph_archive_file *file,
                               bool *known, struct ph_error *error)
{
    struct ph_query *query =
        ph_query(store, "SELECT 1 FROM file WHERE path = ? AND size = ? AND changed = ?");
    ph_bind_text(query, file->path);
    ph_bind_number(query, file->size);
    ph_bind_number(query, file->changed);
    enum ph_status status = ph_step(query, error);
    *known = status == PH_OK;
    return status == PH_NOTHING ? PH_OK : status;
}

enum ph_status ph_listing_compare(struct ph_listing *listing, struct ph_store *store,
                                  const char *archive, struct ph_error *error)
{
    struct stat own = {0}, there;
    (void)stat(archive, &own);
    for (size_t i = 0; i < listing->path_count; i++) {
        struct ph_archive_file file = {.path = listing->paths[i]};
        bool known;
        if (stat(file.path, &there) == 0) { /* else reading it says what is wrong */
            if (there.st_dev == own.st_dev && there.st_ino == own.st_ino)
                continue;
            file.size = there.st_size;
            file.changed = nanoseconds(there.st_mtim);
        }
        enum ph_status status = is_known(store, &file, &known, error);
        if (status != PH_OK)
            return status;
        listing->known += known;
        if (known)
            continue;
        listing->files =
            ph_grow(listing->files, listing->count, &listing->capacity, sizeof *listing->files);
        listing->files[listing->count++] = file;
    }
    return PH_OK;
}

/* ---- what is gone ---- */

/* Adds the known files that stood in a folder and do no longer. */
static enum ph_status find_gone(struct ph_store *store, const char *folder, char ***gone,
                                size_t *count, size_t *capacity, struct ph_error *error)
{
    struct ph_buffer start = {0};
    ph_buffer_printf(&start, "%s/", strcmp(folder, "/") == 0 ? "" : folder);
    /* '0' is the byte behind '/': the paths between are those that start so, by the index. */
    struct ph_query *query = ph_query(store, "SELECT path FROM file WHERE path > ?1"
                                             " AND path < substr(?1, 1, length(?1) - 1) || '0'");
    ph_bind_text(query, ph_buffer_text(&start));
    enum ph_status status;
    while ((status = ph_step(query, error)) == PH_OK) {
        const char *path = ph_column_text(query);
        if (!strchr(path + start.length, '/') && access(path, F_OK) != 0 && errno == ENOENT)
            add(gone, count, capacity, ph_copy(path));
    }
    ph_buffer_free(&start);
    return status == PH_NOTHING ? PH_OK : status;
}

enum ph_status ph_listing_gone(const struct ph_listing *listing, struct ph_store *store,
                               bool forget, size_t *gone, struct ph_error *error)
{
    char **list = NULL;
    size_t capacity = 0;
    enum ph_status status = PH_OK;
    *gone = 0;
    for (size_t i = 0; i < listing->folder_count && status == PH_OK; i++)
        status = find_gone(store, listing->folders[i], &list, gone, &capacity, error);
    for (size_t i = 0; i < *gone; i++) {
        if (forget && status == PH_OK)
            status = ph_archive_forget(store, list[i], error);
        free(list[i]);
    }
    free(list);
    return status;
}

void ph_listing_free(struct ph_listing *listing)
{
    for (size_t i = 0; i < listing->path_count; i++)
        free(listing->paths[i]);
    for (size_t i = 0; i < listing->folder_count; i++)
        free(listing->folders[i]);
    free(listing->paths);
    free(listing->folders);
    free(listing->files);
    *listing = (struct ph_listing){0};
}
