#include <string.h>

#include "archive/series.h"
#include "cli/run.h"
#include "write/series.h"

static void write_series(const struct ph_call *call, const struct ph_recurring_list *list,
                         struct ph_buffer *out)
{
    struct ph_write_options options = ph_emit_options(call);
    if (strcmp(call->format, "json") == 0)
        ph_write_series_json(list, out);
    else
        ph_write_series_text(list, &options, out);
}

enum ph_status ph_command_series(struct ph_call *call, struct ph_error *error)
{
    struct ph_work work = {0};
    struct ph_store *store = NULL;
    struct ph_arena *arena = ph_arena_new();
    struct ph_recurring_list list = {0};
    struct ph_buffer out = {0};
    enum ph_status status = ph_store_open(call->arguments[0], PH_STORE_READ, &store, error);
    if (status == PH_OK)
        status = ph_work_rules(&work, error);
    if (status == PH_OK)
        status = ph_recurring_find(store, work.lexicon, work.rules,
                                   ph_call_number(call, PH_OPTION_DUE), arena, &list, error);
    if (status == PH_OK) {
        write_series(call, &list, &out);
        status = ph_emit_bytes(call, &out, error);
    }
    ph_recurring_free(&list);
    ph_store_close(store);
    ph_buffer_free(&out);
    ph_arena_free(arena);
    ph_work_free(&work);
    return status;
}
