#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "archive/known.h"
#include "archive/lookup.h"
#include "cli/run.h"

/* What is checked: the documents, and a view with the findings of each; and the archive, which
 * knows what they cite. */
struct checked {
    struct ph_work documents, series;
    struct ph_fix_file file; /* of the one that is fixed, or cannot be read again */
    struct ph_lookup lookup;
    struct ph_findings_view *views;
};

static bool same_file(const char *a, const char *b)
{
    struct stat first, second;
    return stat(a, &first) == 0 && stat(b, &second) == 0 && first.st_dev == second.st_dev &&
           first.st_ino == second.st_ino;
}

static bool is_checked(const struct checked *checked, const char *path)
{
    for (size_t i = 0; i < checked->documents.source_count; i++)
        if (same_file(checked->documents.sources[i]->source, path))
            return true;
    return false;
}

/* A draft that lies in the folder of its series is no member of it: it would prove itself. */
static void leave_out_checked(struct checked *checked)
{
    struct ph_work *series = &checked->series;
    size_t kept = 0;
    for (size_t i = 0; i < series->source_count; i++)
        if (is_checked(checked, series->sources[i]->source))
            ph_document_free(series->sources[i]);
        else
            series->sources[kept++] = series->sources[i];
    series->source_count = kept;
}

/* An archive knows the series of a document by its title, if it is of one. Several documents may be
 * of several series: then it is asked only for what they cite. */
static enum ph_status add_own_series(const struct ph_call *call, struct checked *checked,
                                     struct ph_error *error)
{
    struct ph_error why;
    if (checked->documents.source_count != 1)
        return PH_OK;
    const char *title = ph_document_title(checked->documents.sources[0]->root);
    enum ph_status status = ph_add_series(call, title, &checked->series, &why);
    if (status == PH_NOTHING || status == PH_USAGE)
        ph_buffer_printf(&checked->series.remarks, "not compared with a series: %s\n", why.message);
    else if (status != PH_OK)
        return ph_fail(error, status, "%s", why.message);
    return PH_OK;
}

static enum ph_status open_archive(const struct ph_call *call, struct checked *checked,
                                   struct ph_error *error)
{
    enum ph_status status = ph_add_archive(call, &checked->series, error);
    if (status == PH_OK && checked->series.known) {
        checked->lookup = ph_archive_lookup(checked->series.known->store);
        checked->series.lookup = &checked->lookup;
    }
    return status;
}

static enum ph_status add_series(const struct ph_call *call, struct checked *checked,
                                 struct ph_error *error)
{
    enum ph_status status = PH_OK;
    if (ph_call_has(call, PH_OPTION_ARCHIVE) && !ph_call_has(call, PH_OPTION_SERIES))
        status = add_own_series(call, checked, error);
    for (size_t i = 0; i < call->setting_count && status == PH_OK; i++)
        if (call->settings[i].option == PH_OPTION_SERIES)
            status = ph_add_series(call, call->settings[i].value, &checked->series, error);
    ph_remarks(call, &checked->series.remarks);
    ph_buffer_clear(&checked->series.remarks);
    leave_out_checked(checked);
    if (status == PH_OK && ph_call_has(call, PH_OPTION_SERIES) && checked->series.source_count == 0)
        status = ph_fail(error, PH_NOTHING, "the series holds only what is checked");
    return status;
}

/* --timing: the rules, of which the series' work is the owner, measure what they cost. */
static enum ph_status measure_costs(const struct ph_call *call, struct checked *checked,
                                    struct ph_error *error)
{
    if (!ph_call_has(call, PH_OPTION_TIMING))
        return PH_OK;
    enum ph_status status = ph_work_checking_rules(&checked->series, error);
    if (status == PH_OK)
        checked->series.rules->costs = ph_costs_new();
    return status;
}

/* The costs go where they do not disturb the report. */
static void report_costs(const struct checked *checked)
{
    const struct ph_rules *rules = checked->series.rules;
    struct ph_buffer table = {0};
    if (!rules || !rules->costs)
        return;
    ph_costs_print(rules->costs, &table);
    fputs(ph_buffer_text(&table), stderr);
    ph_buffer_free(&table);
}

/* One document, without what was accepted in it; --accept accepts more. */
static enum ph_status check_one(struct ph_call *call, struct checked *checked,
                                const struct ph_document *document, struct ph_findings *findings,
                                struct ph_error *error)
{
    struct ph_work *series = &checked->series;
    struct ph_error why;
    enum ph_status status = ph_accepted_load(document->source, &series->accepted, error);
    if (status != PH_OK)
        return status;
    status =
        ph_work_check(series, document, ph_call_number(call, PH_OPTION_SESSION), findings, error);
    if (series->accepted && status == PH_OK)
        ph_accepted_say_stale(call, series, document->source);
    ph_accepted_free(series->accepted);
    series->accepted = NULL;
    if ((status == PH_OK || status == PH_LIMIT) && ph_call_has(call, PH_OPTION_ACCEPT)) {
        enum ph_status added = ph_accepted_add(call, document->source, findings, &why);
        if (added != PH_OK)
            return ph_fail(error, added, "%s", why.message);
    }
    return status;
}

void ph_fail_on(struct ph_call *call, const struct ph_findings *findings)
{
    const char *least = ph_call_value(call, PH_OPTION_FAIL_ON);
    const int grave = !least ? PH_ERROR : ph_severity_by_name(least); /* -1: never */
    for (size_t i = 0; i < findings->count && grave >= 0; i++)
        call->findings |= (int)findings->items[i].severity >= grave;
}

static enum ph_status check_all(struct ph_call *call, struct checked *checked,
                                struct ph_error *error)
{
    size_t count = checked->documents.source_count;
    enum ph_status worst = PH_OK, status = PH_OK;
    if (count != 1 && ph_call_has(call, PH_OPTION_ACCEPT))
        return ph_fail(error, PH_USAGE, "--accept is for one document; here are %zu", count);
    checked->views = ph_alloc_zero(count, sizeof *checked->views);
    for (size_t i = 0; i < count; i++) {
        struct ph_document *document = checked->documents.sources[i];
        struct ph_findings *findings = ph_findings_new();
        checked->views[i] = (struct ph_findings_view){document->source, document, findings};
        status = check_one(call, checked, document, findings, error);
        if (status != PH_OK && status != PH_LIMIT)
            break;
        if (status != PH_OK) /* a rule cost too much: said at the end, the others did speak */
            worst = status;
        ph_fail_on(call, findings);
    }
    ph_remarks(call, &checked->series.remarks);
    return status == PH_OK || status == PH_LIMIT ? worst : status;
}

static enum ph_status report(const struct ph_call *call, struct checked *checked,
                             struct ph_error *error)
{
    struct ph_buffer out = {0};
    enum ph_status status = PH_OK;
    size_t count = checked->documents.source_count;
    if (strcmp(call->format, "docx") == 0)
        return ph_emit_findings(call, &checked->series, checked->views, count, &checked->file.bytes,
                                error);
    if (strcmp(call->format, "json") == 0) {
        ph_write_findings_json(checked->views, count, &out);
    } else if (strcmp(call->format, "sarif") == 0) {
        ph_write_findings_sarif(checked->views, count, &out);
    } else if (strcmp(call->format, "html") == 0) {
        status = ph_write_findings_html(checked->views, count, &out, error);
    } else {
        struct ph_write_options options = ph_emit_options(call);
        ph_write_findings_text(checked->views, count, &options, &out);
    }
    if (status == PH_OK)
        status = ph_emit_bytes(call, &out, error);
    ph_buffer_free(&out);
    return status;
}

static void free_checked(struct checked *checked)
{
    for (size_t i = 0; checked->views && i < checked->documents.source_count; i++)
        if (checked->views[i].findings)
            ph_findings_free((struct ph_findings *)checked->views[i].findings);
    free(checked->views);
    ph_fix_file_free(&checked->file);
    checked->series.lexicon = NULL; /* both lent */
    checked->series.pack = NULL;
    ph_work_free(&checked->series);
    ph_work_free(&checked->documents);
}

static enum ph_status check_and_report(struct ph_call *call, struct checked *checked,
                                       struct ph_error *error)
{
    enum ph_status status = check_all(call, checked, error);
    if (status == PH_OK || status == PH_LIMIT) {
        struct ph_error why = *error;
        enum ph_status written = report(call, checked, &why);
        if (written != PH_OK)
            status = ph_fail(error, written, "%s", why.message);
    }
    return status;
}

/* Standard input can be read once: for Word its bytes are kept. */
static bool keeps_bytes(const struct ph_call *call)
{
    return ph_call_has(call, PH_OPTION_FIX) ||
           (call->count == 1 && !strcmp(call->format, "docx") && !strcmp(call->arguments[0], "-"));
}

enum ph_status ph_command_check(struct ph_call *call, struct ph_error *error)
{
    struct checked checked = {.series.profile = ph_call_value(call, PH_OPTION_PROFILE)};
    const bool fixing = ph_call_has(call, PH_OPTION_FIX);
    enum ph_status status = ph_accepted_check_call(call, error);
    if (status == PH_OK && ph_call_has(call, PH_OPTION_DRY_RUN) && !fixing)
        status = ph_fail(error, PH_USAGE, "--dry-run goes with --fix");
    if (status == PH_OK)
        status = keeps_bytes(call) ? ph_fix_read(call, &checked.file, &checked.documents, error)
                                   : ph_add_files(call, &checked.documents, error);
    checked.series.lexicon = checked.documents.lexicon; /* read once, for both */
    checked.series.pack = checked.documents.pack;
    if (status == PH_OK)
        status = open_archive(call, &checked, error);
    if (status == PH_OK)
        status = add_series(call, &checked, error);
    if (status == PH_OK)
        status = measure_costs(call, &checked, error);
    if (status == PH_OK)
        status = fixing ? ph_fix_write(call, &checked.series, &checked.file,
                                       checked.documents.sources[0], error)
                        : check_and_report(call, &checked, error);
    if (status == PH_OK || status == PH_LIMIT)
        report_costs(&checked);
    if (PH_FREES_AT_END)
        free_checked(&checked);
    return status;
}
