/* An archive beside the sources: where they are, and what it knows of other series. */
#include <stdlib.h>
#include <unistd.h>

#include "archive/named.h"
#include "penholder.h"

enum ph_status ph_work_archive(struct ph_work *work, const char *path, int before,
                               struct ph_error *error)
{
    if (work->known)
        ph_known_close(work->known);
    else
        work->known = ph_alloc_zero(1, sizeof *work->known);
    work->before = before;
    enum ph_status status = ph_work_lexicon(work, error);
    if (status == PH_OK)
        status = ph_known_open(work->known, work->lexicon, path, error);
    if (status != PH_OK) {
        free(work->known);
        work->known = NULL;
    }
    return status;
}

enum ph_status ph_work_add_named(struct ph_work *work, const char *name, int before,
                                 struct ph_error *error)
{
    if (!work->known || access(name, F_OK) == 0)
        return ph_work_add(work, name, error);
    struct ph_arena *arena = ph_arena_new();
    char **paths = NULL;
    enum ph_status status =
        ph_archive_named(work->known->store, name, before, arena, &paths, error);
    for (; status == PH_OK && *paths; paths++)
        status = ph_work_add(work, *paths, error);
    ph_arena_free(arena);
    return status;
}
