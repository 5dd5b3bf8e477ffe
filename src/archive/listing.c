#include "archive/listing.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/memory.h"

enum ph_status ph_listing_open(struct ph_listing *listing, char *const *sources,
                               struct ph_error *error)
{
    size_t capacity = 0;
    *listing = (struct ph_listing){0};
    for (; *sources; sources++) {
        char *path = realpath(*sources, NULL);
        if (!path)
            return ph_fail(error, PH_IO, "%s: cannot be opened: %s", *sources, strerror(errno));
        listing->sources =
            ph_grow(listing->sources, listing->source_count, &capacity, sizeof *listing->sources);
        listing->sources[listing->source_count++] = path;
    }
    return PH_OK;
}

enum ph_status ph_listing_leave_out(struct ph_listing *listing, const char *archive,
                                    struct ph_error *error)
{
    struct ph_buffer journal = {0};
    char *path = realpath(archive, NULL);
    bool there = path && stat(path, &listing->archive) == 0;
    ph_buffer_printf(&journal, "%s-journal", path ? path : archive);
    listing->journal = ph_buffer_take(&journal);
    free(path);
    return there ? PH_OK
                 : ph_fail(error, PH_IO, "%s: cannot be opened: %s", archive, strerror(errno));
}

static void drop_files(struct ph_listing *listing)
{
    for (size_t i = 0; i < listing->count; i++)
        free((char *)listing->files[i].path);
    listing->count = 0;
}

void ph_listing_free(struct ph_listing *listing)
{
    drop_files(listing);
    ph_folder_close(listing->folder);
    for (size_t i = 0; i < listing->source_count; i++)
        free(listing->sources[i]);
    free(listing->sources);
    free(listing->files);
    free(listing->journal);
    *listing = (struct ph_listing){0};
}

/* ---- what is there ---- */

static bool is_folder(const char *path)
{
    struct stat there;
    return stat(path, &there) == 0 && S_ISDIR(there.st_mode);
}

/* The next file of the sources; NULL behind the last. */
static enum ph_status next_path(struct ph_listing *listing, const char **path,
                                struct ph_error *error)
{
    enum ph_status status = PH_OK;
    *path = listing->folder ? ph_folder_next(listing->folder) : NULL;
    while (!*path && status == PH_OK) {
        ph_folder_close(listing->folder);
        listing->folder = NULL;
        if (listing->next == listing->source_count)
            break;
        const char *source = listing->sources[listing->next++];
        if (!is_folder(source))
            *path = source;
        else if ((status = ph_folder_open(source, &listing->folder, error)) == PH_OK)
            *path = ph_folder_next(listing->folder);
    }
    return status;
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

static enum ph_status look_at(struct ph_listing *listing, struct ph_store *store, const char *path,
                              struct ph_error *error)
{
    struct ph_archive_file file = {.path = path};
    struct stat there;
    bool known;
    if (stat(path, &there) == 0) { /* else reading it says what is wrong */
        if (there.st_dev == listing->archive.st_dev && there.st_ino == listing->archive.st_ino)
            return PH_OK;
        file.size = there.st_size;
        file.changed = nanoseconds(there.st_mtim);
    }
    if (strcmp(path, listing->journal) == 0)
        return PH_OK;
    enum ph_status status = is_known(store, &file, &known, error);
    if (status != PH_OK)
        return status;
    listing->known += known;
    if (known)
        return PH_OK;
    file.path = ph_copy(path);
    listing->files =
        ph_grow(listing->files, listing->count, &listing->capacity, sizeof *listing->files);
    listing->files[listing->count++] = file;
    return PH_OK;
}

enum ph_status ph_listing_next(struct ph_listing *listing, struct ph_store *store,
                               struct ph_error *error)
{
    enum ph_status status = PH_OK;
    const char *path = "";
    drop_files(listing);
    if (!listing->next)
        listing->known = 0;
    while (path && status == PH_OK && listing->count < PH_LISTING_FILES) {
        status = next_path(listing, &path, error);
        if (status == PH_OK && path)
            status = look_at(listing, store, path, error);
    }
    if (!path && !listing->count)
        listing->next = 0; /* the next is the first again */
    return status;
}

/* ---- what is gone ---- */

enum { GONE = 1000 }; /* as many are taken out at a time */

/* The first of the known files from `path` on that stood in a folder (`start`: with a slash) and do
 * no longer. `path` becomes the last that was looked at, or empty. */
static enum ph_status find_gone(struct ph_store *store, const char *start, struct ph_buffer *path,
                                char **gone, size_t *count, struct ph_error *error)
{
    /* '0' is the byte behind '/': the paths between are those that start so, by the index. */
    struct ph_query *query =
        ph_query(store, "SELECT path FROM file WHERE path > ?2"
                        " AND path < substr(?1, 1, length(?1) - 1) || '0' ORDER BY path");
    ph_bind_text(query, start);
    ph_bind_text(query, ph_buffer_text(path));
    enum ph_status status = PH_OK;
    for (*count = 0; *count < GONE && (status = ph_step(query, error)) == PH_OK;) {
        const char *known = ph_column_text(query);
        if (access(known, F_OK) != 0 && (errno == ENOENT || errno == ENOTDIR))
            gone[(*count)++] = ph_copy(known);
    }
    ph_buffer_clear(path);
    if (*count == GONE)
        ph_buffer_put(path, gone[GONE - 1]);
    return status == PH_NOTHING ? PH_OK : status;
}

static enum ph_status look_in(struct ph_store *store, const char *folder, bool forget, size_t *gone,
                              struct ph_error *error)
{
    struct ph_buffer start = {0}, path = {0};
    enum ph_status status = PH_OK;
    ph_buffer_printf(&start, "%s/", strcmp(folder, "/") == 0 ? "" : folder);
    ph_buffer_put(&path, ph_buffer_text(&start));
    while (path.length && status == PH_OK) {
        char *list[GONE];
        size_t count;
        status = find_gone(store, ph_buffer_text(&start), &path, list, &count, error);
        *gone += count;
        for (size_t i = 0; i < count; i++) {
            if (forget && status == PH_OK)
                status = ph_archive_forget(store, list[i], error);
            free(list[i]);
        }
    }
    ph_buffer_free(&start);
    ph_buffer_free(&path);
    return status;
}

enum ph_status ph_listing_gone(const struct ph_listing *listing, struct ph_store *store,
                               bool forget, size_t *gone, struct ph_error *error)
{
    enum ph_status status = PH_OK;
    *gone = 0;
    for (size_t i = 0; i < listing->source_count && status == PH_OK; i++)
        if (is_folder(listing->sources[i]))
            status = look_in(store, listing->sources[i], forget, gone, error);
    return status;
}
