#include <stdlib.h>
#include <string.h>

#include "base/nearest.h"
#include "cli/run.h"
#include "write/rules.h"

struct job;

/* What the command does with one rule. */
typedef void action(struct job *job, const struct ph_rules *rules, const struct ph_rule *rule);

struct job {
    struct ph_work work; /* the rules that come with the program */
    action *act;
    struct ph_buffer out;
    size_t done, failed;
};

static void list(struct job *job, const struct ph_rules *rules, const struct ph_rule *rule)
{
    (void)rules;
    bool checking = ph_rule_kind(rule) == PH_CHECKING;
    ph_buffer_printf(&job->out, "%-11s  %-28s  %s\n",
                     ph_rule_is_off(rule) ? "off"
                     : checking           ? ph_severity_name(ph_rule_severity(rule))
                                          : "drafting",
                     ph_rule_id(rule), ph_rule_title(rule));
}

static void show(struct job *job, const struct ph_rules *rules, const struct ph_rule *rule)
{
    list(job, rules, rule);
    ph_write_rule_text(rule, &job->out);
    ph_buffer_printf(&job->out, "\n%s\n", ph_file_name(ph_rule_file(rule)));
    ph_file_read(ph_rule_file(rule), &job->out, NULL);
}

static void test(struct job *job, const struct ph_rules *rules, const struct ph_rule *rule)
{
    job->failed += ph_rule_test(rules, rule, &job->out);
}

static void do_all(struct job *job, const struct ph_rules *rules)
{
    for (size_t i = 0; i < rules->count; i++)
        job->act(job, rules, rules->items[i]);
    job->done += rules->count;
}

/* A file or folder of rules of the user's own: these alone. The program's are loaded behind them,
 * because a drafting rule is proved in a vote among all. */
static enum ph_status do_file(struct job *job, const char *path, struct ph_error *error)
{
    enum ph_status status = ph_work_lexicon(&job->work, error);
    if (status != PH_OK)
        return status;
    struct ph_rules *rules = ph_rules_new(job->work.lexicon);
    status = ph_rules_load(rules, path, error);
    size_t count = rules->count;
    struct ph_rule **own = ph_alloc_zero(count, sizeof *own);
    if (count)
        memcpy(own, rules->items, count * sizeof *own);
    if (status == PH_OK)
        status = ph_rules_load(rules, NULL, error);
    for (size_t i = 0; i < count && status == PH_OK; i++, job->done++)
        job->act(job, rules, own[i]);
    free(own);
    ph_rules_free(rules);
    return status;
}

static enum ph_status refuse(const struct ph_rules *rules, const char *id, struct ph_error *error)
{
    const char **names = ph_alloc_zero(rules->count + 1, sizeof *names);
    for (size_t i = 0; i < rules->count; i++)
        names[i] = ph_rule_id(rules->items[i]);
    const char *near = ph_nearest(id, names, rules->count);
    ph_fail(error, PH_NOTHING, "there is no rule '%s'%s%s%s", id, near ? "; is " : "",
            near ? near : "", near ? " meant?" : "");
    free(names);
    return PH_NOTHING;
}

static enum ph_status do_id(struct job *job, const char *id, struct ph_error *error)
{
    enum ph_status status = ph_work_rules(&job->work, error);
    if (status != PH_OK)
        return status;
    const struct ph_rule *rule = ph_rules_find(job->work.rules, id);
    const size_t length = job->out.length;
    if (!rule && job->act == show) {
        status = ph_write_departure_text(id, &job->out, error);
        if (status != PH_OK || job->out.length > length)
            return status;
    }
    if (!rule)
        return refuse(job->work.rules, id, error);
    job->act(job, job->work.rules, rule);
    job->done++;
    return PH_OK;
}

static enum ph_status do_call(struct job *job, const struct ph_call *call, struct ph_error *error)
{
    enum ph_status status = PH_OK;
    for (int i = 0; i < call->count && status == PH_OK; i++) {
        const char *word = call->arguments[i];
        bool path = strpbrk(word, "/.") != NULL; /* no id has these */
        status = (path ? do_file : do_id)(job, word, error);
    }
    if (call->count == 0)
        status = ph_work_rules(&job->work, error);
    if (call->count > 0 || status != PH_OK)
        return status;
    if (ph_call_has(call, PH_OPTION_DOCS))
        return ph_write_rules_markdown(job->work.rules, &job->out, error);
    do_all(job, job->work.rules);
    return status;
}

static enum ph_status write_pack(const struct ph_call *call, struct ph_error *error)
{
    const char *path = ph_call_value(call, PH_OPTION_OUTPUT);
    if (call->count > 0 || ph_call_has(call, PH_OPTION_TEST) || ph_call_has(call, PH_OPTION_DOCS) ||
        ph_call_has(call, PH_OPTION_PROFILE))
        return ph_fail(error, PH_USAGE,
                       "--pack is of all rules as they are, and goes with -o alone");
    if (!path || !strcmp(path, "-"))
        return ph_fail(error, PH_USAGE, "--pack needs -o FILE");
    return ph_work_write_pack(path, ph_call_has(call, PH_OPTION_FORCE), error);
}

enum ph_status ph_command_rules(struct ph_call *call, struct ph_error *error)
{
    if (ph_call_has(call, PH_OPTION_PACK))
        return write_pack(call, error);
    bool testing = ph_call_has(call, PH_OPTION_TEST);
    struct job job = {.act = testing           ? test
                             : call->count > 0 ? show
                                               : list,
                      .work.profile = ph_call_value(call, PH_OPTION_PROFILE),
                      .work.strict_rules = testing,
                      .work.whole_rules = true};
    enum ph_status status = PH_OK;
    if (ph_call_has(call, PH_OPTION_DOCS) && (testing || call->count > 0))
        status = ph_fail(error, PH_USAGE, "--docs is of all rules: leave out %s",
                         testing ? "--test" : call->arguments[0]);
    if (status == PH_OK)
        status = do_call(&job, call, error);
    if (testing && status == PH_OK)
        ph_buffer_printf(&job.out, "rules tested by their examples: %zu, failures: %zu\n", job.done,
                         job.failed);
    call->findings = job.failed > 0;
    if (status == PH_OK)
        status = ph_emit_bytes(call, &job.out, error);
    ph_buffer_free(&job.out);
    ph_work_free(&job.work);
    return status;
}
