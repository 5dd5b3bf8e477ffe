#include <string.h>

#include "cli/run.h"
#include "write/changes_text.h"
#include "write/concordance.h"

static void say(const struct ph_call *call, const struct ph_changes *changes)
{
    struct ph_buffer line = {0};
    ph_put_changes(changes, &line);
    ph_remarks(call, &line);
    ph_buffer_free(&line);
}

static enum ph_status write_full_text(const struct ph_document *marked,
                                      const struct ph_write_options *options, struct ph_buffer *out,
                                      struct ph_error *error)
{
    const enum ph_status status = ph_write_text(marked, options, out, error);
    if (status == PH_OK)
        ph_write_concordance_text(marked, out);
    return status;
}

/* Text shows what changed, and the whole document only where that is asked for. */
static ph_writer *writer_of(const struct ph_call *call)
{
    if (strcmp(call->format, "text") != 0)
        return ph_emit_format(call)->write;
    return ph_call_has(call, PH_OPTION_FULL) ? write_full_text : ph_write_changes_text;
}

static enum ph_status compare(const struct ph_call *call, struct ph_work *work,
                              const struct ph_buffer *bytes, const struct ph_document *before,
                              const struct ph_document *after, struct ph_error *error)
{
    struct ph_put put = {.package = bytes, .before = before, .after = after};
    const enum ph_status status = ph_emit_changes(call, work, &put, writer_of(call), error);
    if (status == PH_OK)
        say(call, &put.changes);
    return status;
}

enum ph_status ph_command_compare(struct ph_call *call, struct ph_error *error)
{
    struct ph_work work = {0};
    struct ph_buffer bytes = {0};
    struct ph_document *before = NULL, *after = NULL;
    enum ph_status status = ph_work_read_bytes(&work, call->arguments[0], &bytes, &before, error);
    if (status == PH_OK)
        status = ph_work_read(&work, call->arguments[1], &after, error);
    ph_remarks(call, &work.remarks);
    if (status == PH_OK)
        status = compare(call, &work, &bytes, before, after, error);
    ph_document_free(after);
    ph_document_free(before);
    ph_buffer_free(&bytes);
    ph_work_free(&work);
    return status;
}
