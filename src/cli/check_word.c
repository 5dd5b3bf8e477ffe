/* check --format docx: the findings in the user's own file, or in a new one. */
#include <string.h>

#include "cli/run.h"

/* The bytes of the one document that is checked. */
static enum ph_status read_bytes(const struct ph_findings_view *views, size_t count,
                                 struct ph_buffer *bytes, struct ph_error *error)
{
    if (count != 1)
        return ph_fail(error, PH_USAGE,
                       "the format docx is one Word document with its findings: give one file");
    return bytes->length ? PH_OK : ph_file_read(views[0].name, bytes, error);
}

static void say_new(const struct ph_call *call, const char *name)
{
    struct ph_buffer line = {0};
    ph_buffer_printf(&line, "%s: is no .docx: the findings are in a new document\n", name);
    ph_remarks(call, &line);
    ph_buffer_free(&line);
}

enum ph_status ph_emit_findings(const struct ph_call *call, struct ph_work *work,
                                const struct ph_findings_view *views, size_t count,
                                struct ph_buffer *bytes, struct ph_error *error)
{
    const struct ph_write_options options = ph_emit_options(call);
    struct ph_buffer out = {0};
    ph_buffer_clear(&work->remarks); /* those so far were passed on */
    enum ph_status status = read_bytes(views, count, bytes, error);
    if (status == PH_OK)
        status = ph_emit_beyond_terminal(call, "Word document", error);
    const bool own = ph_work_is_package(bytes);
    const bool fresh = !own || ph_call_has(call, PH_OPTION_FRESH);
    if (status == PH_OK)
        status = ph_work_check_word(work, &views[0], fresh ? NULL : bytes, &options, &out, error);
    if (status == PH_OK)
        status = ph_emit_bytes(call, &out, error);
    if (status == PH_OK && !own)
        say_new(call, views[0].name);
    if (status == PH_OK)
        ph_remarks(call, &work->remarks);
    ph_buffer_free(&out);
    return status;
}
