#include <stdlib.h>
#include <string.h>

#include "archive/search.h"
#include "base/utf8.h"
#include "cli/run.h"
#include "write/search.h"

enum { USUAL_LIMIT = 10, MOST = 1000 };

/* "70..79", "70..", "..79", "79". */
static bool read_range(const char *text, int *from, int *to)
{
    char *end;
    const char *dots = strstr(text, "..");
    *from = (int)strtol(text, &end, 10);
    if (!dots)
        *to = *from;
    else if (end == dots)
        *to = (int)strtol(dots + 2, &end, 10);
    else
        return false;
    return *text && !*end && *from >= 0 && *to >= 0 && (*from || *to) && (!*to || *from <= *to);
}

/* What the call asks for; texts that are cleaned go to `arena`. */
static enum ph_status read_search(const struct ph_call *call, struct ph_arena *arena,
                                  struct ph_search *search, struct ph_error *error)
{
    const char *sessions = ph_call_value(call, PH_OPTION_SESSIONS);
    int limit = ph_call_number(call, PH_OPTION_LIMIT);
    struct ph_buffer words = {0};
    for (int i = 0; i < call->count; i++) {
        ph_buffer_put(&words, i ? " " : "");
        ph_utf8_clean(call->arguments[i], strlen(call->arguments[i]), &words);
    }
    *search = (struct ph_search){.words = ph_arena_copy(arena, ph_buffer_text(&words)),
                                 .part = ph_call_clean(call, PH_OPTION_PART, arena),
                                 .opening = ph_call_clean(call, PH_OPTION_OPENING, arena),
                                 .symbol = ph_call_clean(call, PH_OPTION_SYMBOL, arena),
                                 .title = ph_call_clean(call, PH_OPTION_TITLE, arena),
                                 .limit = limit ? limit : USUAL_LIMIT};
    ph_buffer_free(&words);
    if (limit > MOST)
        return ph_fail(error, PH_USAGE, "--limit %d: at most %d", limit, MOST);
    if (sessions && !read_range(sessions, &search->from, &search->to))
        return ph_fail(error, PH_USAGE, "--session '%s': must be like 70..79, 70.. or 75",
                       sessions);
    return PH_OK;
}

/* The archive that is asked: --archive, or the one that the environment names. */
static enum ph_status open_archive(const struct ph_call *call, struct ph_store **store,
                                   struct ph_error *error)
{
    const char *path = ph_call_value(call, PH_OPTION_WITHIN);
    path = path ? path : getenv("PENHOLDER_ARCHIVE");
    if (!path || !*path)
        return ph_fail(error, PH_USAGE,
                       "search: in which archive? Give --archive, or set PENHOLDER_ARCHIVE");
    return ph_store_open(path, PH_STORE_READ, store, error);
}

static void write_result(const struct ph_call *call, const struct ph_search_result *result,
                         struct ph_buffer *out)
{
    struct ph_write_options options = ph_emit_options(call);
    if (strcmp(call->format, "json") == 0)
        ph_write_search_json(result, out);
    else if (strcmp(call->format, "html") == 0)
        ph_write_search_html(result, out);
    else
        ph_write_search_text(result, &options, out);
}

enum ph_status ph_command_search(struct ph_call *call, struct ph_error *error)
{
    struct ph_store *store = NULL;
    struct ph_arena *arena = ph_arena_new();
    struct ph_search search;
    struct ph_search_result result;
    struct ph_buffer out = {0};
    struct ph_work work = {0};
    enum ph_status status = read_search(call, arena, &search, error);
    if (status == PH_OK)
        status = open_archive(call, &store, error);
    if (status == PH_OK)
        status = ph_work_lexicon(&work, error);
    search.lexicon = work.lexicon;
    if (status == PH_OK)
        status = ph_archive_search(store, &search, arena, &result, error);
    if (status == PH_OK) {
        write_result(call, &result, &out);
        status = ph_emit_bytes(call, &out, error);
    }
    ph_store_close(store);
    ph_work_free(&work);
    ph_buffer_free(&out);
    ph_arena_free(arena);
    return status;
}
