/* check --fix: the certain fixes, written. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "cli/run.h"
#include "write/changes_text.h"

enum ph_status ph_fix_read(const struct ph_call *call, struct ph_fix_file *file,
                           struct ph_work *documents, struct ph_error *error)
{
    if (call->count != 1)
        return ph_fail(error, PH_USAGE, "--fix writes one document: give one FILE");
    if (ph_call_has(call, PH_OPTION_DRY_RUN) && ph_call_has(call, PH_OPTION_OUTPUT))
        return ph_fail(error, PH_USAGE, "--dry-run writes no file: leave out -o");
    if (!ph_emit_format(call))
        return ph_fail(error, PH_USAGE, "--fix writes a document, which is never %s", call->format);
    enum ph_status status =
        ph_work_read_bytes(documents, call->arguments[0], &file->bytes, &file->document, error);
    if (status == PH_OK)
        ph_work_add_read(documents, file->document);
    ph_remarks(call, &documents->remarks);
    ph_buffer_clear(&documents->remarks);
    return status;
}

void ph_fix_file_free(struct ph_fix_file *file)
{
    ph_buffer_free(&file->bytes);
    ph_document_free(file->document);
    *file = (struct ph_fix_file){0};
}

/* ---- the document ---- */

/* What is typed keeps its lines. */
static enum ph_status emit_typed(const struct ph_call *call, struct ph_work *work,
                                 const struct ph_fix_file *file, const struct ph_document *checked,
                                 const struct ph_document *after, struct ph_error *error)
{
    struct ph_buffer out = {0};
    enum ph_status status = ph_work_in_text(work, &file->bytes, checked, after, &out, error);
    if (status == PH_OK)
        status = ph_emit_bytes(call, &out, error);
    ph_buffer_free(&out);
    return status;
}

/* For Word, and where they are only shown, as changes. */
static enum ph_status emit(const struct ph_call *call, struct ph_work *work,
                           const struct ph_fix_file *file, const struct ph_document *checked,
                           const struct ph_document *after, struct ph_error *error)
{
    const bool typed = ph_read_is_typed(ph_buffer_text(&file->bytes), file->bytes.length) &&
                       !ph_call_has(call, PH_OPTION_FRESH);
    const bool text = !strcmp(call->format, "text");
    struct ph_put put = {.package = &file->bytes, .before = file->document, .after = after};
    if (ph_call_has(call, PH_OPTION_DRY_RUN) || ph_emit_format(call)->word)
        return ph_emit_changes(call, work, &put,
                               text ? ph_write_changes_text : ph_emit_format(call)->write, error);
    if (typed && text)
        return emit_typed(call, work, file, checked, after, error);
    return ph_emit_document(call, after, error);
}

/* ---- what was done, and what is left ---- */

/* "quotes-curly: PP9, OP3": the places of one rule, from the first on. */
static void put_rule(const struct ph_fixed *fixed, size_t first, const char *verb,
                     struct ph_buffer *lines)
{
    enum { MOST = 12 };
    size_t count = 0;
    const char *rule = fixed->done[first].rule;
    ph_buffer_printf(lines, "%s by %s: ", verb, rule);
    for (size_t i = first; i < fixed->count; i++)
        if (!strcmp(fixed->done[i].rule, rule) && ++count <= MOST)
            ph_buffer_printf(lines, "%s%s", count > 1 ? ", " : "", fixed->done[i].label);
    if (count > MOST)
        ph_buffer_printf(lines, " and %zu more", count - MOST);
    ph_buffer_char(lines, '\n');
}

/* A line for each rule, in the order of their first fixes. */
static void put_rules(const struct ph_fixed *fixed, const char *verb, struct ph_buffer *lines)
{
    size_t *firsts = NULL, count = 0, capacity = 0;
    for (size_t i = 0; i < fixed->count; i++) {
        size_t known = 0;
        while (known < count && strcmp(fixed->done[firsts[known]].rule, fixed->done[i].rule) != 0)
            known++;
        if (known < count)
            continue;
        firsts = ph_grow(firsts, count, &capacity, sizeof *firsts);
        firsts[count++] = i;
        put_rule(fixed, i, verb, lines);
    }
    free(firsts);
}

static void say_done(const struct ph_call *call, const struct ph_fixed *fixed)
{
    struct ph_buffer lines = {0};
    const char *verb = ph_call_has(call, PH_OPTION_DRY_RUN) ? "would be fixed" : "fixed";
    put_rules(fixed, verb, &lines);
    if (!fixed->count)
        ph_buffer_put(&lines, "no rule has a certain fix for what it found\n");
    if (fixed->held)
        ph_buffer_printf(&lines,
                         "not fixed, because that would bring something else: %zu paragraph%s\n",
                         fixed->held, fixed->held == 1 ? "" : "s");
    ph_remarks(call, &lines);
    ph_buffer_free(&lines);
}

static void say_left(const struct ph_call *call, const struct ph_fixed *fixed, const char *name)
{
    struct ph_buffer out = {0};
    const struct ph_write_options options = {.width = ph_terminal_width(STDERR_FILENO),
                                             .colour = ph_terminal_colour(call, STDERR_FILENO)};
    const struct ph_findings_view view = {name, fixed->document, fixed->left};
    if (ph_call_has(call, PH_OPTION_QUIET) || !fixed->left->count)
        return;
    ph_write_findings_text(&view, 1, &options, &out);
    fflush(stdout);
    fprintf(stderr, "\nLeft for a person:\n%s", ph_buffer_text(&out));
    ph_buffer_free(&out);
}

/* Whether what is written can be italic: what is typed cannot, and no plain text. */
static bool can_look(const struct ph_call *call, const struct ph_fix_file *file)
{
    if (ph_call_has(call, PH_OPTION_DRY_RUN))
        return !ph_read_is_typed(ph_buffer_text(&file->bytes), file->bytes.length);
    return strcmp(call->format, "text") != 0;
}

/* The fixes: all, or those that the user's own file can take. */
static enum ph_status make(const struct ph_call *call, struct ph_work *series,
                           const struct ph_fix_file *file, const struct ph_document *checked,
                           struct ph_fixed *fixed, struct ph_error *error)
{
    const int session = ph_call_number(call, PH_OPTION_SESSION);
    enum ph_status status = ph_accepted_load(checked->source, &series->accepted, error);
    if (status == PH_OK)
        status = ph_work_fix(series, checked, session, can_look(call, file), fixed, error);
    if ((status == PH_OK || status == PH_LIMIT) && ph_emit_is_in_place(call, &file->bytes)) {
        struct ph_error why;
        const enum ph_status fit =
            ph_work_fit(series, &file->bytes, file->document, checked, session, fixed, &why);
        if (fit != PH_OK)
            status = ph_fail(error, fit, "%s", why.message);
    }
    ph_accepted_free(series->accepted);
    series->accepted = NULL;
    ph_remarks(call, &series->remarks);
    return status;
}

enum ph_status ph_fix_write(struct ph_call *call, struct ph_work *series,
                            const struct ph_fix_file *file, const struct ph_document *checked,
                            struct ph_error *error)
{
    struct ph_fixed fixed = {0};
    struct ph_error why;
    const enum ph_status status = make(call, series, file, checked, &fixed, error);
    enum ph_status written = status;
    if (status == PH_OK || status == PH_LIMIT) {
        written = emit(call, series, file, checked, fixed.document, &why);
        if (written != PH_OK)
            ph_fail(error, written, "%s", why.message);
    }
    if (written == PH_OK) {
        say_done(call, &fixed);
        say_left(call, &fixed, checked->source);
        ph_fail_on(call, fixed.left);
    }
    ph_fixed_free(&fixed);
    return written == PH_OK ? status : written;
}
