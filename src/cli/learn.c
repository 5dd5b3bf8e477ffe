#include <string.h>
#include <unistd.h>

#include "cli/run.h"
#include "write/pattern.h"

enum ph_status ph_command_learn(struct ph_call *call, struct ph_error *error)
{
    struct ph_work work = {0};
    struct ph_buffer out = {0};
    enum ph_status status = ph_add_sources(call, &work, error);
    if (status == PH_OK)
        status = ph_work_learn(&work, ph_call_number(call, PH_OPTION_SESSION), error);
    if (status == PH_OK) {
        ph_remarks(call, &work.pattern->remarks);
        if (strcmp(call->format, "xml") == 0)
            status = ph_pattern_xml(work.pattern, &out, error);
        else if (strcmp(call->format, "html") == 0)
            ph_write_pattern_html(work.pattern, &out);
        else if (strcmp(call->format, "json") == 0)
            ph_write_pattern_json(work.pattern, &out);
        else
            ph_pattern_text(work.pattern, ph_emit_options(call).width, &out);
        if (status == PH_OK)
            status = ph_emit_bytes(call, &out, error);
    }
    ph_buffer_free(&out);
    ph_work_free(&work);
    return status;
}
