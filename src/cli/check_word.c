/* check --format docx: the findings in the user's own file. */
#include <string.h>

#include "cli/run.h"

static enum ph_status read_package(const struct ph_call *call, const struct ph_findings_view *views,
                                   size_t count, struct ph_buffer *package, struct ph_error *error)
{
    const char *name = views[0].name;
    if (count != 1)
        return ph_fail(error, PH_USAGE,
                       "the format docx is one Word document with its findings: give one file");
    if (!strcmp(call->arguments[0], "-"))
        return ph_fail(error, PH_USAGE,
                       "the format docx puts the findings into the file itself, and standard input "
                       "is none: give its name");
    enum ph_status status = ph_file_read(name, package, error);
    if (status == PH_OK && !ph_work_is_package(package))
        status = ph_fail(error, PH_FORMAT,
                         "%s: is no .docx with words in it, and the format docx puts the findings "
                         "into the file itself; text, json and sarif take any document",
                         name);
    return status;
}

enum ph_status ph_emit_findings(const struct ph_call *call, struct ph_work *work,
                                const struct ph_findings_view *views, size_t count,
                                struct ph_error *error)
{
    const struct ph_write_options options = ph_emit_options(call);
    struct ph_buffer package = {0}, out = {0};
    ph_buffer_clear(&work->remarks); /* those so far were passed on */
    enum ph_status status = read_package(call, views, count, &package, error);
    if (status == PH_OK)
        status = ph_emit_beyond_terminal(call, "Word document", error);
    if (status == PH_OK)
        status = ph_work_check_in_place(work, &views[0], &package, &options, &out, error);
    if (status == PH_OK)
        status = ph_emit_bytes(call, &out, error);
    if (status == PH_OK)
        ph_remarks(call, &work->remarks);
    ph_buffer_free(&package);
    ph_buffer_free(&out);
    return status;
}
