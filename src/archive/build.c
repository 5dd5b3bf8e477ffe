#include "archive/build.h"

#include "archive/listing.h"
#include "base/clock.h"
#include "base/stop.h"

/* What a power cut may cost, in milliseconds; where the disk is slow, more: of ten parts of the
 * time no more than two go into waiting for it. */
enum { COMMIT_AFTER = 500, COMMIT_SHARE = 4 };

/* What is being built, while the archive is open. */
struct building {
    struct ph_build *build;
    struct ph_store *store;
    struct ph_listing listing;
    bool begun;    /* there is something that is not committed yet */
    int64_t since; /* when it was begun */
    int64_t took;  /* the last commit, in milliseconds */
};

static enum ph_status begin(struct building *building, struct ph_error *error)
{
    if (building->begun)
        return PH_OK;
    enum ph_status status = ph_store_begin(building->store, error);
    if (status != PH_OK && ph_stop_asked())
        return PH_STOPPED; /* instead of waiting for others */
    building->begun = status == PH_OK;
    building->since = ph_milliseconds();
    return status;
}

static enum ph_status commit(struct building *building, struct ph_error *error)
{
    if (!building->begun)
        return PH_OK;
    const int64_t start = ph_milliseconds();
    enum ph_status status = ph_store_commit(building->store, error);
    building->begun = false;
    building->took = ph_milliseconds() - start;
    return status;
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

static bool is_time(const struct building *building)
{
    const int64_t work = ph_milliseconds() - building->since;
    return work >= COMMIT_AFTER && work >= COMMIT_SHARE * building->took;
}

static enum ph_status put_next(struct building *building, struct ph_readers *readers, size_t index,
                               struct ph_error *error)
{
    struct ph_arena *arena = ph_arena_new();
    struct ph_record *record;
    const char *problem;
    enum ph_status status = ph_readers_next(readers, arena, &record, &problem, error);
    if (ph_stop_asked()) /* the key that asked may have ended the reader, too */
        status = PH_STOPPED;
    if (status == PH_OK)
        status = begin(building, error);
    if (status == PH_OK)
        status = put(building, &building->listing.files[index], record, problem, error);
    ph_arena_free(arena);
    if (status == PH_OK && is_time(building))
        status = commit(building, error);
    return status;
}

/* Reads the files that are listed now, with readers of their own. */
static enum ph_status put_listed(struct building *building, int64_t start, struct ph_error *error)
{
    struct ph_build *build = building->build;
    const struct ph_listing *listing = &building->listing;
    struct ph_readers *readers =
        ph_readers_new(listing->files, listing->count, build->read, build->reader);
    enum ph_status status = PH_OK;
    for (size_t i = 0; i < listing->count && status == PH_OK; i++) {
        status = put_next(building, readers, i, error);
        build->done.done += status == PH_OK;
        build->done.elapsed = ph_milliseconds() - start;
        if (build->progress)
            build->progress(build->context, &build->done);
    }
    ph_readers_free(readers);
    return status;
}

static enum ph_status put_all(struct building *building, struct ph_error *error)
{
    const int64_t start = ph_milliseconds();
    enum ph_status status = PH_OK;
    do {
        status = ph_listing_next(&building->listing, building->store, error);
        if (status == PH_OK)
            status = put_listed(building, start, error);
    } while (status == PH_OK && building->listing.count);
    if (status != PH_OK && status != PH_STOPPED)
        return status;
    const enum ph_status stored = commit(building, error);
    return stored == PH_OK ? status : stored;
}

/* Looks at all files first: how many are to be read is what is left of the time. In one
 * transaction, which costs less than one for each file. */
static enum ph_status count_all(struct building *building, struct ph_error *error)
{
    struct ph_build_counts *counts = &building->build->done;
    enum ph_status status = begin(building, error);
    while (status == PH_OK) {
        status = ph_listing_next(&building->listing, building->store, error);
        if (!building->listing.count)
            break;
        counts->files += building->listing.count;
        if (ph_stop_asked())
            status = PH_STOPPED;
    }
    counts->known = building->listing.known;
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

static enum ph_status say_stopped(const struct ph_build *build, struct ph_error *error)
{
    return ph_fail(error, PH_STOPPED,
                   "%s: stopped: %zu of %zu files are stored; the same command goes on with the "
                   "others",
                   build->archive, build->done.done, build->done.files);
}

enum ph_status ph_archive_build(struct ph_build *build, struct ph_error *error)
{
    struct building building = {.build = build};
    build->done = (struct ph_build_counts){0};
    enum ph_status status = ph_listing_open(&building.listing, build->sources, error);
    if (status == PH_OK)
        status = ph_store_open(build->archive, PH_STORE_WRITE, &building.store, error);
    if (status == PH_OK)
        status = ph_listing_leave_out(&building.listing, build->archive, error);
    if (status == PH_OK)
        status = look_for_gone(&building, error);
    if (status == PH_OK)
        status = count_all(&building, error);
    if (status == PH_OK)
        status = put_all(&building, error);
    ph_store_close(building.store);
    ph_listing_free(&building.listing);
    return status == PH_STOPPED ? say_stopped(build, error) : status;
}
