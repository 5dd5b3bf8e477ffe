#include "base/folder.h"

#include <dirent.h>
#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/buffer.h"
#include "base/memory.h"

/* A folder that is being looked through: the names that come next. */
struct level {
    char *path;
    char *names[2 * PH_FOLDER_NAMES];
    size_t count, next;
    bool more; /* behind the last of the names */
    struct level *above;
};

struct ph_folder {
    struct level *level; /* NULL: all is done */
    struct ph_buffer path;
};

static int by_bytes(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

static void drop_names(struct level *level, size_t from)
{
    for (size_t i = from; i < level->count; i++)
        free(level->names[i]);
    level->count = from;
}

/* Sorted, and no more than are to be held. */
static void settle(struct level *level)
{
    qsort(level->names, level->count, sizeof *level->names, by_bytes);
    if (level->count <= PH_FOLDER_NAMES)
        return;
    drop_names(level, PH_FOLDER_NAMES);
    level->more = true;
}

static void add_name(struct level *level, const char *name, const char *behind)
{
    bool beyond = level->more && strcmp(name, level->names[PH_FOLDER_NAMES - 1]) > 0;
    if (*name == '.' || strcmp(name, behind) <= 0 || beyond)
        return;
    level->names[level->count++] = ph_copy(name);
    if (level->count == 2 * PH_FOLDER_NAMES)
        settle(level);
}

/* Reads the next names, those behind the last that was given. */
static bool fill(struct level *level)
{
    DIR *folder = opendir(level->path);
    if (!folder)
        return false;
    char *behind = ph_copy(level->count ? level->names[level->count - 1] : "");
    drop_names(level, 0);
    level->next = 0;
    level->more = false;
    for (struct dirent *entry; (entry = readdir(folder));)
        add_name(level, entry->d_name, behind);
    settle(level);
    free(behind);
    closedir(folder);
    return true;
}

static void leave(struct ph_folder *folder)
{
    struct level *level = folder->level;
    folder->level = level->above;
    drop_names(level, 0);
    free(level->path);
    free(level);
}

static bool enter(struct ph_folder *folder, const char *path)
{
    struct level *level = ph_alloc_zero(1, sizeof *level);
    level->path = ph_copy(path);
    level->above = folder->level;
    folder->level = level;
    if (fill(level))
        return true;
    int why = errno;
    leave(folder);
    errno = why;
    return false;
}

enum ph_status ph_folder_open(const char *path, struct ph_folder **folder, struct ph_error *error)
{
    struct ph_folder *made = ph_alloc_zero(1, sizeof *made);
    *folder = made;
    if (enter(made, path))
        return PH_OK;
    *folder = NULL;
    free(made);
    return ph_fail(error, PH_IO, "%s: cannot be opened: %s", path, strerror(errno));
}

void ph_folder_close(struct ph_folder *folder)
{
    if (!folder)
        return;
    while (folder->level)
        leave(folder);
    ph_buffer_free(&folder->path);
    free(folder);
}

/* The path of the next name; false: there is none in this folder. */
static bool next_name(struct ph_folder *folder)
{
    struct level *level = folder->level;
    if (level->next == level->count && level->more && !fill(level))
        return false;
    if (level->next == level->count)
        return false;
    size_t length = strlen(level->path);
    ph_buffer_clear(&folder->path);
    ph_buffer_printf(&folder->path, "%s%s%s", level->path,
                     length && level->path[length - 1] == '/' ? "" : "/",
                     level->names[level->next++]);
    return true;
}

const char *ph_folder_next(struct ph_folder *folder)
{
    while (folder->level) {
        struct stat there;
        const char *path;
        if (!next_name(folder)) {
            leave(folder);
            continue;
        }
        path = ph_buffer_text(&folder->path);
        if (lstat(path, &there) != 0)
            continue;
        if (S_ISDIR(there.st_mode) && enter(folder, path))
            continue;
        if (S_ISDIR(there.st_mode) || (stat(path, &there) == 0 && S_ISREG(there.st_mode)))
            return path;
    }
    return NULL;
}
