/* check: findings that were accepted, and check --accept. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/nearest.h"
#include "cli/run.h"

/* ---- those of before ---- */

static enum ph_status read_bytes(const char *path, struct ph_buffer *bytes, struct ph_error *error)
{
    return access(path, F_OK) == 0 ? ph_file_read(path, bytes, error) : PH_OK;
}

enum ph_status ph_accepted_load(const char *draft, struct ph_accepted **accepted,
                                struct ph_error *error)
{
    char *path = ph_accepted_path(draft);
    struct ph_buffer bytes = {0};
    *accepted = NULL;
    enum ph_status status = read_bytes(path, &bytes, error);
    if (status == PH_OK && (bytes.length || access(path, F_OK) == 0))
        status = ph_accepted_parse(path, &bytes, accepted, error);
    ph_buffer_free(&bytes);
    free(path);
    return status;
}

/* A rule that did not look cannot have missed anything. */
static bool did_look(const struct ph_work *work, const char *rule)
{
    const struct ph_rule *found = ph_rules_find(work->rules, rule);
    return found ? !ph_rule_is_off(found) : work->source_count > 0;
}

void ph_accepted_say_stale(const struct ph_call *call, const struct ph_work *work,
                           const char *draft)
{
    char *path = ph_accepted_path(draft);
    struct ph_buffer lines = {0};
    for (size_t i = 0; i < work->accepted->count; i++) {
        const struct ph_accepted_entry *entry = &work->accepted->entries[i];
        if (!entry->matched && did_look(work, entry->rule))
            ph_buffer_printf(
                &lines, "%s:%d: %s%s%s is found no longer, or its words have changed\n", path,
                entry->line, entry->rule, entry->at ? " at " : "", entry->at ? entry->at : "");
    }
    ph_remarks(call, &lines);
    ph_buffer_free(&lines);
    free(path);
}

/* ---- new ones ---- */

/* "op 8(a)" is "OP8 (a)". */
static bool is_same_place(const char *a, const char *b)
{
    for (;; a++, b++) {
        a += strspn(a, " ");
        b += strspn(b, " ");
        const char x = *a >= 'A' && *a <= 'Z' ? (char)(*a - 'A' + 'a') : *a;
        const char y = *b >= 'A' && *b <= 'Z' ? (char)(*b - 'A' + 'a') : *b;
        if (x != y || !x)
            return x == y;
    }
}

/* What RULE@PLACE, or RULE alone, asks for. */
static bool is_of_rule(const struct ph_finding *finding, const char *wanted)
{
    const size_t length = strcspn(wanted, "@");
    return strlen(finding->rule) == length && !memcmp(finding->rule, wanted, length);
}

static bool is_wanted(const struct ph_finding *finding, const char *wanted)
{
    char label[160];
    const char *place = strchr(wanted, '@');
    return is_of_rule(finding, wanted) &&
           (!place || is_same_place(place + 1, ph_label(finding->node, label, sizeof label)));
}

/* Where the rule does find something, or what else may be meant. */
static enum ph_status refuse(const struct ph_findings *findings, const char *wanted,
                             struct ph_error *error)
{
    struct ph_buffer places = {0}, rule = {0};
    const char **names = ph_alloc_zero(findings->count + 1, sizeof *names);
    char label[160];
    for (size_t i = 0; i < findings->count; i++) {
        names[i] = findings->items[i].rule;
        if (is_of_rule(&findings->items[i], wanted))
            ph_buffer_printf(&places, "%s%s", places.length ? ", " : "",
                             ph_label(findings->items[i].node, label, sizeof label));
    }
    ph_buffer_add(&rule, wanted, strcspn(wanted, "@"));
    const char *near = ph_nearest(ph_buffer_text(&rule), names, findings->count);
    if (places.length)
        ph_fail(error, PH_NOTHING, "--accept %s: there is no such finding; %s is found at: %s",
                wanted, ph_buffer_text(&rule), ph_buffer_text(&places));
    else
        ph_fail(error, PH_NOTHING, "--accept %s: %s finds nothing here%s%s%s", wanted,
                ph_buffer_text(&rule), near ? "; is " : "", near ? near : "",
                near ? " meant?" : "");
    free(names);
    ph_buffer_free(&places);
    ph_buffer_free(&rule);
    return PH_NOTHING;
}

/* Marks the findings that the call asks for. */
static enum ph_status choose(const struct ph_call *call, const struct ph_findings *findings,
                             bool *chosen, struct ph_error *error)
{
    for (size_t i = 0; i < call->setting_count; i++) {
        const char *wanted = call->settings[i].value;
        bool found = false;
        if (call->settings[i].option != PH_OPTION_ACCEPT)
            continue;
        for (size_t k = 0; k < findings->count; k++)
            if (is_wanted(&findings->items[k], wanted))
                found = chosen[k] = true;
        if (!found)
            return refuse(findings, wanted, error);
    }
    return PH_OK;
}

static void say_accepted(const struct ph_call *call, const char *path, size_t count)
{
    struct ph_buffer line = {0};
    ph_buffer_printf(&line, "accepted %zu finding%s in %s\n", count, count == 1 ? "" : "s", path);
    ph_remarks(call, &line);
    ph_buffer_free(&line);
}

static void set_aside(const struct ph_call *call, const char *path, const bool *chosen,
                      const char *reason, struct ph_findings *findings)
{
    const char **reasons = ph_alloc_zero(findings->count + 1, sizeof *reasons);
    size_t count = 0;
    for (size_t i = 0; i < findings->count; i++) {
        reasons[i] = chosen[i] ? reason : NULL;
        count += chosen[i];
    }
    ph_findings_accept(findings, reasons);
    say_accepted(call, path, count);
    free(reasons);
}

enum ph_status ph_accepted_check_call(const struct ph_call *call, struct ph_error *error)
{
    const bool accepting = ph_call_has(call, PH_OPTION_ACCEPT);
    if (accepting != ph_call_has(call, PH_OPTION_REASON))
        return ph_fail(error, PH_USAGE, "--accept and --reason go together: what, and why");
    if (accepting && ph_call_has(call, PH_OPTION_FIX))
        return ph_fail(error, PH_USAGE, "give --accept or --fix, not both");
    if (accepting && (call->count != 1 || !strcmp(call->arguments[0], "-")))
        return ph_fail(error, PH_USAGE, "--accept writes a file beside the draft: give one FILE");
    return PH_OK;
}

enum ph_status ph_accepted_add(const struct ph_call *call, const char *draft,
                               struct ph_findings *findings, struct ph_error *error)
{
    char *path = ph_accepted_path(draft);
    const char *reason = ph_call_clean(call, PH_OPTION_REASON, findings->arena);
    bool *chosen = ph_alloc_zero(findings->count + 1, sizeof *chosen);
    struct ph_buffer bytes = {0}, out = {0};
    enum ph_status status = choose(call, findings, chosen, error);
    if (status == PH_OK)
        status = read_bytes(path, &bytes, error);
    if (status == PH_OK)
        status = ph_accepted_write(path, &bytes, findings, chosen, reason, &out, error);
    if (status == PH_OK)
        status = ph_file_write(path, ph_buffer_text(&out), out.length, true, error);
    if (status == PH_OK)
        set_aside(call, path, chosen, reason, findings);
    ph_buffer_free(&bytes);
    ph_buffer_free(&out);
    free(chosen);
    free(path);
    return status;
}
