/* draft, preview and note: the sources become a document, with what a person knows filled in, and
 * its checklist. */
#include <string.h>

#include "cli/run.h"

/* The step of ph_work_ that makes the document. */
typedef enum ph_status step(struct ph_work *work, int session, struct ph_error *error);

static bool reads_standard_input(const struct ph_call *call)
{
    for (int i = 0; i < call->count; i++)
        if (!strcmp(call->arguments[i], "-"))
            return true;
    const char *pattern = ph_call_value(call, PH_OPTION_PATTERN);
    return pattern && !strcmp(pattern, "-");
}

/* Before the sources are read: a slip in a name should not cost their reading. */
static enum ph_status add_answers(const struct ph_call *call, struct ph_work *work,
                                  struct ph_error *error)
{
    const char *path = ph_call_value(call, PH_OPTION_FACTS);
    enum ph_status status = PH_OK;
    if (path && !strcmp(path, "-") && reads_standard_input(call))
        return ph_fail(error, PH_USAGE, "standard input is a source or the facts, not both");
    if (path)
        status = ph_answers_read(&work->answers, path, error);
    for (size_t i = 0; i < call->setting_count && status == PH_OK; i++)
        if (call->settings[i].option == PH_OPTION_SET)
            status = ph_answers_set(&work->answers, call->settings[i].value, error);
    return status;
}

static enum ph_status make(struct ph_call *call, step *make_it, struct ph_work *work,
                           struct ph_error *error)
{
    const char *pattern = ph_call_value(call, PH_OPTION_PATTERN);
    int session = ph_call_number(call, PH_OPTION_SESSION);
    enum ph_status status = add_answers(call, work, error);
    if (status == PH_OK)
        status = ph_add_archive(call, work, error);
    if (status == PH_OK)
        status = pattern ? ph_work_pattern(work, pattern, session, error)
                         : ph_add_sources(call, work, error);
    if (status == PH_OK)
        status = make_it(work, session, error);
    if (status == PH_OK)
        status = ph_work_answered(work, error);
    if (work->pattern)
        ph_remarks(call, &work->pattern->remarks);
    ph_remarks(call, &work->remarks);
    return status;
}

/* For Word a draft is tracked: that is what the secretariat asks for. */
static step *draft_step(const struct ph_call *call)
{
    const bool word = call->format && ph_emit_format(call)->word;
    const bool tracked =
        ph_call_has(call, PH_OPTION_TRACKED) || (word && !ph_call_has(call, PH_OPTION_CLEAN));
    return tracked ? ph_work_tracked : ph_work_draft;
}

/* The changes go into the file that the draft is based on, where there is one. */
static enum ph_status emit_tracked(const struct ph_call *call, struct ph_work *work,
                                   struct ph_error *error)
{
    struct ph_buffer bytes = {0};
    struct ph_put put = {.package = &bytes, .after = work->draft};
    enum ph_status status = ph_work_base(work, &bytes, &put.before, error);
    if (status == PH_OK && ph_emit_is_in_place(call, &bytes))
        status = ph_emit_in_place(call, work, &put, error);
    else if (status == PH_OK || status == PH_NOTHING)
        status = ph_emit_document(call, work->tracked, error);
    ph_buffer_free(&bytes);
    return status;
}

enum ph_status ph_command_draft(struct ph_call *call, struct ph_error *error)
{
    struct ph_work work = {0};
    if (ph_call_has(call, PH_OPTION_TRACKED) && ph_call_has(call, PH_OPTION_CLEAN))
        return ph_fail(error, PH_USAGE, "draft: give --tracked or --clean, not both");
    work.ways = ph_emit_ways(call);
    enum ph_status status = make(call, draft_step(call), &work, error);
    if (status == PH_OK)
        status = work.tracked ? emit_tracked(call, &work, error)
                              : ph_emit_document(call, work.draft, error);
    if (status == PH_OK)
        ph_emit_checklist(call, work.draft);
    ph_work_free(&work);
    return status;
}

enum ph_status ph_command_preview(struct ph_call *call, struct ph_error *error)
{
    struct ph_work work = {0};
    struct ph_buffer out = {0};
    enum ph_status status = make(call, draft_step(call), &work, error);
    if (status == PH_OK) {
        struct ph_write_options options = ph_emit_options(call);
        options.checklist = true;
        status = ph_write_text(work.tracked ? work.tracked : work.draft, &options, &out, error);
    }
    if (status == PH_OK)
        status = ph_emit_bytes(call, &out, error);
    ph_buffer_free(&out);
    ph_work_free(&work);
    return status;
}

enum ph_status ph_command_note(struct ph_call *call, struct ph_error *error)
{
    struct ph_work work = {0};
    enum ph_status status = make(call, ph_work_memorandum, &work, error);
    if (status == PH_OK)
        status = ph_emit_document(call, work.memorandum, error);
    if (status == PH_OK)
        ph_emit_checklist(call, work.memorandum);
    ph_work_free(&work);
    return status;
}
