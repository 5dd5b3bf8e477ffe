#include <inttypes.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "base/clock.h"
#include "base/file.h"
#include "base/stop.h"
#include "cli/run.h"
#include "write/archive.h"

enum { SHOW_EVERY = 200 /* milliseconds */, BAR = 24 /* columns */, USUAL_LIMIT = 10 };

/* What the callbacks of a build get. */
struct building {
    const struct ph_call *call;
    bool terminal; /* standard error is one */
    int64_t shown; /* when the line of progress was */
};

/* ---- while it is built ---- */

static void wipe(const struct building *building)
{
    if (building->terminal)
        fputs("\r\033[K", stderr);
}

static void show_progress(void *context, const struct ph_build_counts *counts)
{
    struct building *building = context;
    int64_t now = ph_milliseconds();
    if (!building->terminal || now - building->shown < SHOW_EVERY)
        return;
    building->shown = now;
    /* Files may have come since they were counted. */
    size_t left = counts->files > counts->done ? counts->files - counts->done : 0;
    double rate = (double)counts->done * 1000 / (double)(counts->elapsed + 1);
    int full = (int)(BAR * counts->done / (counts->done + left));
    fprintf(stderr, "\r\033[K[%.*s%*s] %zu of %zu files, %.0f a second, %.0f s left", full,
            "========================", BAR - full, "", counts->done, counts->done + left, rate,
            (double)left / rate);
    fflush(stderr);
}

/* Each line of what there is to say of a file, under its name. */
static void say_of_file(void *context, const char *path, const char *what)
{
    const struct building *building = context;
    struct ph_error line;
    wipe(building);
    for (size_t length; (length = strcspn(what, "\n")); what += length + (what[length] == '\n')) {
        ph_fail(&line, PH_FORMAT, "%s: %.*s", ph_file_from_here(path), (int)length, what);
        if (!ph_call_has(building->call, PH_OPTION_QUIET))
            ph_complain(line.message);
    }
}

static void say_counts(const struct ph_call *call, const struct ph_build *build)
{
    const struct ph_build_counts *counts = &build->done;
    struct ph_buffer line = {0};
    ph_buffer_printf(&line, "%s: %zu files read, %zu as they were", build->archive,
                     counts->files - counts->unread, counts->known);
    if (counts->unread)
        ph_buffer_printf(&line, ", %zu cannot be read", counts->unread);
    if (counts->gone)
        ph_buffer_printf(&line, ", %zu no longer there (%s)", counts->gone,
                         build->forget ? "forgotten" : "kept; --forget takes them out");
    ph_buffer_char(&line, '\n');
    ph_remarks(call, &line);
    ph_buffer_free(&line);
}

enum ph_status ph_command_archive_build(struct ph_call *call, struct ph_error *error)
{
    struct ph_work work = {0};
    struct building building = {.call = call};
    struct ph_build build = {.archive = ph_call_value(call, PH_OPTION_INTO),
                             .sources = call->arguments,
                             .forget = ph_call_has(call, PH_OPTION_FORGET),
                             .read = ph_work_read_for_archive,
                             .reader = &work,
                             .context = &building,
                             .progress = show_progress,
                             .remark = say_of_file};
    if (!build.archive)
        return ph_fail(error, PH_USAGE, "archive build: which archive? Give -o ARCHIVE");
    building.terminal = isatty(STDERR_FILENO) && !ph_call_has(call, PH_OPTION_QUIET);
    ph_stop_listen();
    enum ph_status status = ph_work_lexicon(&work, error);
    if (status == PH_OK)
        status = ph_archive_build(&build, error);
    wipe(&building);
    if (status == PH_OK)
        say_counts(call, &build);
    ph_work_free(&work);
    return status;
}

/* ---- what is in it ---- */

enum ph_status ph_command_archive_check(struct ph_call *call, struct ph_error *error)
{
    struct ph_store *store = NULL;
    struct ph_arena *arena = ph_arena_new();
    struct ph_archive_facts facts;
    struct ph_buffer out = {0};
    bool compared = false;
    enum ph_status status = ph_store_open(call->arguments[0], PH_STORE_READ, &store, error);
    if (status == PH_OK)
        status = ph_archive_check(store, &compared, error);
    if (status == PH_OK && !compared)
        ph_complain("the archive is read-only: whether the index of its words is right was not "
                    "looked at");
    if (status == PH_OK)
        status = ph_archive_facts(store, 0, arena, &facts, error);
    if (status == PH_OK) {
        ph_buffer_printf(&out,
                         "%" PRId64 " documents, %" PRId64 " paragraphs, %" PRId64
                         " wordings: nothing is damaged\n",
                         facts.documents, facts.paragraphs, facts.wordings);
        status = ph_emit_bytes(call, &out, error);
    }
    ph_store_close(store);
    ph_buffer_free(&out);
    ph_arena_free(arena);
    return status;
}

static void show_from_here(struct ph_archive_facts *facts)
{
    for (size_t i = 0; i < facts->problem_count; i++)
        facts->problems[i].path = ph_file_from_here(facts->problems[i].path);
    for (size_t i = 0; i < facts->duplicate_count; i++)
        facts->duplicates[i].path = ph_file_from_here(facts->duplicates[i].path);
}

enum ph_status ph_command_archive_info(struct ph_call *call, struct ph_error *error)
{
    struct ph_store *store = NULL;
    struct ph_arena *arena = ph_arena_new();
    struct ph_archive_facts facts;
    struct ph_buffer out = {0};
    const int limit = ph_call_number(call, PH_OPTION_LIMIT);
    enum ph_status status = ph_store_open(call->arguments[0], PH_STORE_READ, &store, error);
    if (status == PH_OK)
        status = ph_archive_facts(store, limit ? limit : USUAL_LIMIT, arena, &facts, error);
    if (status == PH_OK) {
        show_from_here(&facts);
        if (strcmp(call->format, "json") == 0)
            ph_write_archive_json(&facts, &out);
        else
            ph_write_archive_text(&facts, &out);
        status = ph_emit_bytes(call, &out, error);
    }
    ph_store_close(store);
    ph_buffer_free(&out);
    ph_arena_free(arena);
    return status;
}
