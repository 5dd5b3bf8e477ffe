#include "archive/named.h"
#include "cli/run.h"

/* The files of a series in an archive, by what the caller calls it. */
static enum ph_status add_named(const char *archive, const char *name, struct ph_work *work,
                                struct ph_error *error)
{
    struct ph_store *store;
    struct ph_arena *arena = ph_arena_new();
    char **paths = NULL;
    enum ph_status status = ph_store_open(archive, PH_STORE_READ, &store, error);
    if (status == PH_OK)
        status = ph_archive_named(store, name, arena, &paths, error);
    for (; status == PH_OK && *paths; paths++)
        status = ph_work_add(work, *paths, error);
    ph_store_close(store);
    ph_arena_free(arena);
    return status;
}

enum ph_status ph_add_series(const struct ph_call *call, const char *name, struct ph_work *work,
                             struct ph_error *error)
{
    const char *archive = ph_call_value(call, PH_OPTION_ARCHIVE);
    return archive ? add_named(archive, name, work, error) : ph_work_add(work, name, error);
}

static void pass_remarks_on(const struct ph_call *call, struct ph_work *work)
{
    ph_remarks(call, &work->remarks);
    ph_buffer_clear(&work->remarks);
}

enum ph_status ph_add_sources(const struct ph_call *call, struct ph_work *work,
                              struct ph_error *error)
{
    enum ph_status status = PH_OK;
    for (int i = 0; i < call->count && status == PH_OK; i++)
        status = ph_add_series(call, call->arguments[i], work, error);
    pass_remarks_on(call, work);
    return status;
}

enum ph_status ph_add_files(const struct ph_call *call, struct ph_work *work,
                            struct ph_error *error)
{
    enum ph_status status = PH_OK;
    for (int i = 0; i < call->count && status == PH_OK; i++)
        status = ph_work_add(work, call->arguments[i], error);
    pass_remarks_on(call, work);
    return status;
}
