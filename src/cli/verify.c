#include <stdlib.h>
#include <string.h>

#include "cli/run.h"
#include "write/faults.h"

static enum ph_status verify_file(struct ph_call *call, const char *path,
                                  struct ph_faults_view *view, struct ph_error *error)
{
    struct ph_buffer bytes = {0};
    struct ph_faults *faults = NULL;
    view->name = strcmp(path, "-") == 0 ? "standard input" : path;
    enum ph_status status = ph_file_read(path, &bytes, error);
    if (status == PH_OK)
        status = ph_word_verify(view->name, ph_buffer_text(&bytes), bytes.length, &faults, error);
    for (int kind = 0; faults && kind < PH_FAULT_COUNT; kind++)
        if (ph_fault_info((enum ph_fault_kind)kind)->severity == PH_ERROR)
            call->findings |= faults->of[kind] > 0;
    view->faults = faults;
    ph_buffer_free(&bytes);
    return status;
}

static enum ph_status report(const struct ph_call *call, const struct ph_faults_view *views,
                             size_t count, struct ph_error *error)
{
    struct ph_buffer out = {0};
    struct ph_write_options options = ph_emit_options(call);
    if (strcmp(call->format, "json") == 0)
        ph_write_faults_json(views, count, &out);
    else
        ph_write_faults_text(views, count, &options, &out);
    enum ph_status status = ph_emit_bytes(call, &out, error);
    ph_buffer_free(&out);
    return status;
}

enum ph_status ph_command_verify(struct ph_call *call, struct ph_error *error)
{
    size_t count = (size_t)call->count;
    struct ph_faults_view *views = ph_alloc_zero(count, sizeof *views);
    enum ph_status status = PH_OK;
    for (size_t i = 0; i < count && status == PH_OK; i++)
        status = verify_file(call, call->arguments[i], &views[i], error);
    if (status == PH_OK)
        status = report(call, views, count, error);
    for (size_t i = 0; i < count; i++)
        ph_faults_free((struct ph_faults *)views[i].faults);
    free(views);
    return status;
}
