/* accept, reject: the revisions of a Word document taken up or back. */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "cli/run.h"
#include "word/take/take.h"

/* ---- what was done ---- */

/* An author's name on one line; it comes from the file. */
static void put_name(struct ph_buffer *line, const char *name)
{
    enum { LONGEST = 60 }; /* bytes */
    struct ph_buffer clean = {0}, folded = {0};
    ph_utf8_clean(name, strnlen(name, 10 * LONGEST), &clean);
    ph_buffer_fold(&folded, ph_buffer_text(&clean), clean.length);
    const char *text = folded.length ? ph_buffer_text(&folded) : "nobody";
    size_t at = 0;
    for (size_t next; at < LONGEST && text[at]; at = next)
        ph_utf8_at(text, strlen(text), at, &next);
    ph_buffer_printf(line, "%.*s%s", (int)at, text, text[at] ? "…" : "");
    ph_buffer_free(&clean);
    ph_buffer_free(&folded);
}

/* "8 of Ivanov, 4 of Petrov": those who have some. */
static void put_authors(struct ph_buffer *line, const struct ph_take_report *report, bool taken)
{
    enum { MOST = 10 };
    int named = 0, more = 0;
    for (size_t i = 0; i < report->count; i++) {
        const struct ph_take_author *author = &report->authors[i];
        size_t count = taken ? author->taken : author->left;
        if (count && named == MOST)
            more++;
        if (!count || named == MOST)
            continue;
        ph_buffer_printf(line, "%s%zu of ", named++ ? ", " : "", count);
        put_name(line, author->name);
    }
    if (more)
        ph_buffer_printf(line, " and others of %d more", more);
}

static void say(const struct ph_call *call, const struct ph_take_report *report, bool accept)
{
    struct ph_buffer lines = {0};
    if (report->taken + report->left == 0)
        ph_buffer_put(&lines, "there is no revision in it: it stays as it is\n");
    for (int taken = 1; taken >= 0; taken--) {
        size_t count = taken ? report->taken : report->left;
        if (!count)
            continue;
        const char *done = !taken ? "left" : accept ? "accepted" : "rejected";
        ph_buffer_printf(&lines, "%s %zu revision%s: ", done, count, count == 1 ? "" : "s");
        put_authors(&lines, report, taken);
        ph_buffer_char(&lines, '\n');
    }
    ph_remarks(call, &lines);
    ph_buffer_free(&lines);
}

/* ---- what is asked for ---- */

static enum ph_status refuse_authors(const char *name, const struct ph_take_report *report,
                                     struct ph_error *error)
{
    struct ph_buffer authors = {0};
    put_authors(&authors, report, false);
    ph_fail(error, PH_NOTHING, "%s: no revision is of the author that is asked for; there are: %s",
            name, ph_buffer_text(&authors));
    ph_buffer_free(&authors);
    return PH_NOTHING;
}

static enum ph_status take(const struct ph_call *call, const struct ph_take_order *order,
                           const char *name, const struct ph_buffer *bytes, struct ph_error *error)
{
    struct ph_buffer out = {0};
    struct ph_take_report report;
    enum ph_status status =
        ph_take_package(name, ph_buffer_text(bytes), bytes->length, order, &out, &report, error);
    if (status == PH_OK && report.taken == 0 && report.left > 0)
        status = refuse_authors(name, &report, error);
    if (status == PH_OK)
        status = ph_emit_bytes(call, &out, error);
    if (status == PH_OK)
        say(call, &report, order->accept);
    ph_take_report_free(&report);
    ph_buffer_free(&out);
    return status;
}

static enum ph_status take_file(struct ph_call *call, bool accept, struct ph_error *error)
{
    const char **authors = ph_alloc_zero(call->setting_count, sizeof *authors);
    struct ph_take_order order = {.accept = accept, .authors = authors};
    for (size_t i = 0; i < call->setting_count; i++)
        if (call->settings[i].option == PH_OPTION_BY)
            authors[order.author_count++] = call->settings[i].value;
    const char *path = call->arguments[0];
    struct ph_buffer bytes = {0};
    enum ph_status status = ph_emit_beyond_terminal(call, "Word document", error);
    if (status == PH_OK)
        status = ph_file_read(path, &bytes, error);
    if (status == PH_OK)
        status = take(call, &order, strcmp(path, "-") ? path : "standard input", &bytes, error);
    ph_buffer_free(&bytes);
    free(authors);
    return status;
}

enum ph_status ph_command_accept(struct ph_call *call, struct ph_error *error)
{
    return take_file(call, true, error);
}

enum ph_status ph_command_reject(struct ph_call *call, struct ph_error *error)
{
    return take_file(call, false, error);
}
