#include <stdio.h>
#include <string.h>
#include <unistd.h>

#include "cli/run.h"

bool ph_emit_to_standard(const struct ph_call *call)
{
    const char *path = ph_call_value(call, PH_OPTION_OUTPUT);
    return !path || strcmp(path, "-") == 0;
}

enum ph_status ph_emit_beyond_terminal(const struct ph_call *call, const char *what,
                                       struct ph_error *error)
{
    if (!ph_emit_to_standard(call) || !isatty(STDOUT_FILENO))
        return PH_OK;
    return ph_fail(error, PH_USAGE, "a %s is nothing for a terminal: give -o FILE", what);
}

enum ph_status ph_emit_bytes(const struct ph_call *call, const struct ph_buffer *bytes,
                             struct ph_error *error)
{
    bool standard = ph_emit_to_standard(call);
    const char *path = standard ? "-" : ph_call_value(call, PH_OPTION_OUTPUT);
    enum ph_status status = ph_file_write(path, ph_buffer_text(bytes), bytes->length,
                                          ph_call_has(call, PH_OPTION_FORCE), error);
    if (status == PH_OK && !standard && !ph_call_has(call, PH_OPTION_QUIET))
        fprintf(stderr, "penholder: wrote %s\n", path);
    return status;
}

/* Without --sources, text goes without them: it is for pasting into a mail. */
static bool with_sources(const struct ph_call *call)
{
    const char *wanted = ph_call_value(call, PH_OPTION_SOURCES);
    if (!ph_command_takes(call->command, PH_OPTION_SOURCES))
        return false;
    return wanted ? strcmp(wanted, "comments") == 0 : strcmp(call->format, "text") != 0;
}

static bool with_source_table(const struct ph_call *call)
{
    const char *wanted = ph_call_value(call, PH_OPTION_SOURCES);
    return wanted && strcmp(wanted, "table") == 0;
}

struct ph_write_options ph_emit_options(const struct ph_call *call)
{
    bool standard = ph_emit_to_standard(call);
    return (struct ph_write_options){
        .width = standard ? ph_terminal_width(STDOUT_FILENO) : 0,
        .colour = standard && ph_terminal_colour(call, STDOUT_FILENO),
        .sources = with_sources(call),
        .source_table = with_source_table(call),
        .author = ph_call_value(call, PH_OPTION_AUTHOR),
        .date = ph_call_value(call, PH_OPTION_DATE),
        .checklist = ph_call_has(call, PH_OPTION_CHECKLIST),
    };
}

const struct ph_format *ph_emit_format(const struct ph_call *call)
{
    return ph_format_find(call->format);
}

unsigned ph_emit_ways(const struct ph_call *call)
{
    const unsigned looks = ph_call_has(call, PH_OPTION_FIX) ? PH_COMPARE_LOOKS | PH_COMPARE_AS_READ
                           : ph_call_has(call, PH_OPTION_FORMATTING) ? PH_COMPARE_LOOKS
                                                                     : 0;
    return strcmp(call->format, "akn") ? looks | PH_COMPARE_ENDS : looks;
}

bool ph_emit_is_in_place(const struct ph_call *call, const struct ph_buffer *bytes)
{
    return !strcmp(ph_emit_format(call)->name, "docx") && !ph_call_has(call, PH_OPTION_FRESH) &&
           !ph_call_has(call, PH_OPTION_DRY_RUN) && ph_work_is_package(bytes);
}

enum ph_status ph_emit_in_place(const struct ph_call *call, struct ph_work *work,
                                struct ph_put *put, struct ph_error *error)
{
    const struct ph_write_options options = ph_emit_options(call);
    struct ph_buffer out = {0};
    put->ways = ph_emit_ways(call);
    put->options = &options;
    ph_buffer_clear(&work->remarks); /* those so far were passed on */
    enum ph_status status = ph_emit_beyond_terminal(call, ph_emit_format(call)->what, error);
    if (status == PH_OK)
        status = ph_work_put_changes(work, put, &out, error);
    if (status == PH_OK)
        status = ph_emit_bytes(call, &out, error);
    if (status == PH_OK)
        ph_remarks(call, &work->remarks);
    ph_buffer_free(&out);
    return status;
}

enum ph_status ph_emit_document(const struct ph_call *call, const struct ph_document *document,
                                struct ph_error *error)
{
    const struct ph_write_options options = ph_emit_options(call);
    return ph_emit_written(call, ph_emit_format(call)->write, document, &options, error);
}

enum ph_status ph_emit_written(const struct ph_call *call, ph_writer *write,
                               const struct ph_document *document,
                               const struct ph_write_options *options, struct ph_error *error)
{
    const struct ph_format *format = ph_emit_format(call);
    struct ph_buffer out = {0};
    enum ph_status status =
        format->binary ? ph_emit_beyond_terminal(call, format->what, error) : PH_OK;
    if (status == PH_OK)
        status = write(document, options, &out, error);
    if (status == PH_OK)
        status = ph_emit_bytes(call, &out, error);
    ph_buffer_free(&out);
    return status;
}

static enum ph_status emit_marked(const struct ph_call *call, const struct ph_work *work,
                                  struct ph_put *put, ph_writer *write, struct ph_error *error)
{
    struct ph_write_options options = ph_emit_options(call);
    struct ph_document *marked =
        ph_compare_with(ph_emit_ways(call), work->lexicon, put->before, put->after, &put->changes);
    options.changes = &put->changes;
    const enum ph_status status = ph_emit_written(call, write, marked, &options, error);
    ph_document_free(marked);
    return status;
}

enum ph_status ph_emit_changes(const struct ph_call *call, struct ph_work *work, struct ph_put *put,
                               ph_writer *write, struct ph_error *error)
{
    return ph_emit_is_in_place(call, put->package) ? ph_emit_in_place(call, work, put, error)
                                                   : emit_marked(call, work, put, write, error);
}

void ph_emit_checklist(const struct ph_call *call, const struct ph_document *document)
{
    if (ph_call_has(call, PH_OPTION_QUIET))
        return;
    struct ph_write_options options = {.width = ph_terminal_width(STDERR_FILENO),
                                       .colour = ph_terminal_colour(call, STDERR_FILENO)};
    struct ph_buffer out = {0};
    ph_write_checklist(document, &options, &out);
    fflush(stdout);
    if (out.length > 0)
        fprintf(stderr, "\nStill to be supplied or looked at:\n%s", ph_buffer_text(&out));
    ph_buffer_free(&out);
}
