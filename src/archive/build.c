#include "archive/build.h"

#include "archive/listing.h"
#include "base/clock.h"

enum { COMMIT_AFTER = 500 /* milliseconds: what a power cut may cost */ };

/* What is being built, while the archive is open. */
struct building {
    struct ph_build *build;
    struct ph_store *store;
    struct ph_listing listing;
    bool begun;    /* there is something that is not committed yet */
    int64_t since; /* when it was begun */
};

static enum ph_status begin(struct building *building, struct ph_error *error)
{
    if (building->begun)
        return PH_OK;
    enum ph_status status = ph_store_begin(building->store, error);
    building->begun = status == PH_OK;
    building->since = ph_milliseconds();
    return status;
}

static enum ph_status commit(struct building *building, struct ph_error *error)
{
    if (!building->begun)
        return PH_OK;
    building->begun = false;
    return ph_store_commit(building->store, error);
}

/* What is found goes into the archive; what there is to say of it, to whoever asks. */
static enum ph_status put(struct building *building, const struct ph_archive_file *file,
                          const struct ph_record *record, const char *problem,
                          struct ph_error *error)
{
    struct ph_build *build = building->build;
    build->done.unread += !record;
    const char *what = record ? record->remarks : problem;
    if (*what)
        build->remark(build->context, file->path, what);
    return record ? ph_archive_put(building->store, file, record, error)
                  : ph_archive_put_problem(building->store, file->path, problem, error);
}

static enum ph_status put_next(struct building *building, struct ph_readers *readers, size_t index,
                               struct ph_error *error)
{
    struct ph_arena *arena = ph_arena_new();
    struct ph_record *record;
    const char *problem;
    enum ph_status status = ph_readers_next(readers, arena, &record, &problem, error);
    if (status == PH_OK)
        status = begin(building, error);
    if (status == PH_OK)
        status = put(building, &building->listing.files[index], record, problem, error);
    ph_arena_free(arena);
    if (status == PH_OK && ph_milliseconds() - building->since >= COMMIT_AFTER)
        status = commit(building, error);
    return status;
}

static enum ph_status put_all(struct building *building, struct ph_error *error)
{
    struct ph_build *build = building->build;
    const struct ph_listing *listing = &building->listing;
    struct ph_readers *readers =
        ph_readers_new(listing->files, listing->count, build->read, build->reader);
    enum ph_status status = PH_OK;
    const int64_t start = ph_milliseconds();
    for (size_t i = 0; i < listing->count && status == PH_OK; i++) {
        status = put_next(building, readers, i, error);
        build->done.done = i + 1;
        build->done.elapsed = ph_milliseconds() - start;
        if (build->progress)
            build->progress(build->context, &build->done);
    }
    ph_readers_free(readers);
    return status == PH_OK ? commit(building, error) : status;
}

/* What is gone is taken out first: another file of the same resolution is to be read anew. */
static enum ph_status look_for_gone(struct building *building, struct ph_error *error)
{
    struct ph_build *build = building->build;
    enum ph_status status = begin(building, error);
    if (status == PH_OK)
        status = ph_listing_gone(&building->listing, building->store, build->forget,
                                 &build->done.gone, error);
    return status == PH_OK ? commit(building, error) : status;
}

static enum ph_status list(struct building *building, struct ph_error *error)
{
    enum ph_status status = PH_OK;
    for (char *const *source = building->build->sources; *source && status == PH_OK; source++)
        status = ph_listing_add(&building->listing, *source, error);
    return status;
}

enum ph_status ph_archive_build(struct ph_build *build, struct ph_error *error)
{
    struct building building = {.build = build};
    build->done = (struct ph_build_counts){0};
    enum ph_status status = list(&building, error);
    if (status == PH_OK)
        status = ph_store_open(build->archive, PH_STORE_WRITE, &building.store, error);
    if (status == PH_OK)
        status = look_for_gone(&building, error);
    if (status == PH_OK)
        status = ph_listing_compare(&building.listing, building.store, build->archive, error);
    build->done.files = building.listing.count;
    build->done.known = building.listing.known;
    if (status == PH_OK)
        status = put_all(&building, error);
    ph_store_close(building.store);
    ph_listing_free(&building.listing);
    return status;
}
