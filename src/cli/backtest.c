#include <string.h>

#include "cli/run.h"
#include "write/backtest.h"

enum ph_status ph_command_backtest(struct ph_call *call, struct ph_error *error)
{
    struct ph_work work = {0};
    struct ph_buffer out = {0};
    enum ph_status status = ph_add_sources(call, &work, error);
    if (status == PH_OK)
        status = ph_work_backtest(&work, ph_call_has(call, PH_OPTION_LAST), error);
    if (work.pattern)
        ph_remarks(call, &work.pattern->remarks);
    if (status == PH_OK) {
        if (strcmp(call->format, "json") == 0)
            ph_write_backtest_json(work.backtest, &out);
        else
            ph_write_backtest_text(work.backtest, ph_emit_options(call).width, &out);
        status = ph_emit_bytes(call, &out, error);
    }
    ph_buffer_free(&out);
    ph_work_free(&work);
    return status;
}
