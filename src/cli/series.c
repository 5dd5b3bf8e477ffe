#include <string.h>

#include "archive/series.h"
#include "cli/run.h"
#include "write/series.h"

/* What is written of the series, one after the other. */
struct writing {
    struct ph_write_options options;
    bool json;
    struct ph_buffer out;
};

static void write_series(void *context, const struct ph_recurring *series)
{
    struct writing *writing = context;
    if (writing->json)
        ph_write_series_json(series, &writing->out);
    else
        ph_write_series_text(series, &writing->options, &writing->out);
}

enum ph_status ph_command_series(struct ph_call *call, struct ph_error *error)
{
    struct ph_work work = {0};
    struct ph_store *store = NULL;
    struct writing writing = {.options = ph_emit_options(call),
                              .json = strcmp(call->format, "json") == 0};
    enum ph_status status = ph_store_open(call->arguments[0], PH_STORE_READ, &store, error);
    if (status == PH_OK)
        status = ph_work_rules(&work, error);
    if (status == PH_OK)
        status =
            ph_recurring_each(store, work.lexicon, work.rules, ph_call_number(call, PH_OPTION_DUE),
                              write_series, &writing, error);
    ph_store_close(store);
    if (status == PH_OK && writing.json)
        ph_write_series_json_end(&writing.out);
    if (status == PH_OK)
        status = ph_emit_bytes(call, &writing.out, error);
    ph_buffer_free(&writing.out);
    ph_work_free(&work);
    return status;
}
