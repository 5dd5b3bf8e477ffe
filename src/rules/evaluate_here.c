/* One place of a node: what must hold there for a finding, and what the finding says. */
#include <libxml/xpathInternals.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "rules/evaluate_inside.h"

/* A rule that finds more than this in one document says nothing more by it. */
enum { MOST_FINDINGS = 1000 };

/* Whether an expression is true here; an expression that cannot be evaluated stops the rule. */
static bool is_true(struct ph_evaluation *evaluation, xmlXPathCompExpr *test)
{
    evaluation->context->node = evaluation->element;
    int truth = xmlXPathCompiledEvalToBoolean(test, evaluation->context);
    if (truth < 0)
        ph_evaluate_stop_by_xpath(evaluation);
    return truth > 0;
}

/* What could not be compiled stops the rule. */
static bool is_compiled(struct ph_evaluation *evaluation, enum ph_status status,
                        const struct ph_error *error)
{
    if (status != PH_OK)
        ph_evaluate_stop(evaluation, status, error->message);
    return status == PH_OK;
}

/* Conditions are compiled when they are first needed, like patterns. */
static bool is_ready(struct ph_evaluation *evaluation)
{
    struct ph_error error;
    return is_compiled(evaluation, ph_rule_ready(evaluation->worker->rule, &error), &error);
}

static bool is_step_ready(struct ph_evaluation *evaluation, struct ph_step *step)
{
    struct ph_error error;
    const struct ph_rule *rule = evaluation->worker->rule;
    return is_compiled(evaluation, ph_step_ready(rule, step, evaluation->context, &error), &error);
}

/* Whether it can be asked of libxml2. */
static bool is_step_compiled(struct ph_evaluation *evaluation, struct ph_step *step)
{
    struct ph_error error;
    const struct ph_rule *rule = evaluation->worker->rule;
    return is_compiled(evaluation, ph_step_compiled(rule, step, evaluation->context, &error),
                       &error);
}

static bool is_step_true(struct ph_evaluation *evaluation, struct ph_step *step)
{
    if (!is_step_ready(evaluation, step))
        return false;
    evaluation->context->node = evaluation->element;
    const enum ph_plain_truth truth =
        step->plain ? ph_plain_ask(step->plain, evaluation->context) : PH_PLAIN_UNKNOWN;
    if (truth != PH_PLAIN_UNKNOWN)
        return truth == PH_PLAIN_TRUE;
    return is_step_compiled(evaluation, step) && is_true(evaluation, step->expression);
}

/* The same; what other rules asked of the node already is not asked again. */
static bool is_true_there(struct ph_evaluation *evaluation, struct ph_step *step)
{
    struct ph_answer *answer = step->shared ? &evaluation->answers[step->place] : NULL;
    if (answer && answer->node == evaluation->node && !strcmp(answer->test, step->shared))
        return answer->truth;
    const bool truth = is_step_true(evaluation, step);
    if (answer && !evaluation->worker->stopped)
        *answer = (struct ph_answer){step->shared, evaluation->node, truth};
    return truth;
}

/* NULL: it has none, and the rule is stopped. */
static xmlXPathObject *value_of(struct ph_evaluation *evaluation, struct ph_step *step)
{
    xmlXPathObject *value = NULL;
    if (!is_step_ready(evaluation, step))
        return NULL;
    evaluation->context->node = evaluation->element;
    if (step->plain)
        value = ph_plain_value(step->plain, evaluation->context);
    if (value || !is_step_compiled(evaluation, step))
        return value;
    evaluation->context->node = evaluation->element;
    value = xmlXPathCompiledEval(step->expression, evaluation->context);
    if (!value)
        ph_evaluate_stop_by_xpath(evaluation);
    return value;
}

static void let(struct ph_evaluation *evaluation, struct ph_step *step)
{
    xmlXPathObject *value = value_of(evaluation, step);
    if (!value)
        return;
    evaluation->lets = ph_grow(evaluation->lets, evaluation->let_count, &evaluation->let_capacity,
                               sizeof *evaluation->lets);
    evaluation->lets[evaluation->let_count++] = (struct ph_let){step->name, value};
    if (value->type == XPATH_STRING && xmlStrlen(value->stringval) > PH_XPATH_LENGTH)
        ph_evaluate_stop(evaluation, PH_LIMIT, "makes a text that is too long");
}

static bool holds(struct ph_evaluation *evaluation)
{
    const struct ph_worker *worker = evaluation->worker;
    const struct ph_conditions *conditions = worker->rule->conditions;
    for (size_t i = 0; i < conditions->step_count && !worker->stopped; i++) {
        struct ph_step *step = &conditions->steps[i];
        evaluation->at = step->element;
        if (step->name)
            let(evaluation, step);
        else if (is_true_there(evaluation, step) != step->wanted)
            return false;
    }
    return !worker->stopped;
}

static char *fill(struct ph_evaluation *evaluation, const struct ph_braced *braced)
{
    char *text = ph_braced_fill(braced, evaluation->context, evaluation->element, NULL);
    if (!text)
        ph_evaluate_stop_by_xpath(evaluation);
    return text;
}

/* Where the last of the words that an expression gives stand in those of the place; empty: nowhere.
 */
static struct ph_extent find_in(struct ph_evaluation *evaluation, xmlXPathCompExpr *words,
                                struct ph_extent place)
{
    struct ph_extent found = {place.to, place.to};
    evaluation->context->node = evaluation->element;
    xmlXPathObject *value = xmlXPathCompiledEval(words, evaluation->context);
    if (!value) {
        ph_evaluate_stop_by_xpath(evaluation);
        return found;
    }
    xmlChar *sought = xmlXPathCastToString(value);
    const size_t length = sought ? strlen((const char *)sought) : 0;
    for (size_t at = place.to - place.from; length && length <= place.to - place.from; at--) {
        if (at + length <= place.to - place.from &&
            !memcmp(evaluation->node->text.bytes + place.from + at, sought, length)) {
            found = (struct ph_extent){place.from + at, place.from + at + length};
            break;
        }
        if (!at)
            break;
    }
    xmlFree(sought);
    xmlXPathFreeObject(value);
    return found;
}

static void set_look(struct ph_evaluation *evaluation, const struct ph_fix *fix,
                     struct ph_finding *finding)
{
    struct ph_extent words = {finding->from, finding->to};
    if (fix->of)
        words = find_in(evaluation, fix->of, words);
    while (words.from < words.to && evaluation->node->text.bytes[words.from] == ' ')
        words.from++; /* a space looks like nothing */
    if (words.from >= words.to)
        return;
    finding->look = fix->look;
    finding->look_from = words.from;
    finding->look_to = words.to;
}

/* Says what to do, where that is certain. Words are needed that it can be done to. */
static void set_fix(struct ph_evaluation *evaluation, struct ph_finding *finding)
{
    const struct ph_conditions *conditions = evaluation->worker->rule->conditions;
    for (size_t i = 0; i < conditions->fix_count && finding->from < finding->to; i++) {
        const struct ph_fix *fix = &conditions->fixes[i];
        evaluation->at = fix->element;
        if (fix->when && !is_true(evaluation, fix->when))
            continue;
        if (fix->look)
            set_look(evaluation, fix, finding);
        else
            finding->fix = fill(evaluation, fix->words);
        return;
    }
}

static void report(struct ph_evaluation *evaluation, struct ph_extent place)
{
    struct ph_error error;
    const struct ph_rule *rule = evaluation->worker->rule;
    if (evaluation->worker->findings++ >= MOST_FINDINGS) {
        ph_evaluate_stop(evaluation, PH_LIMIT,
                         "finds too much in this document: the rest is left out");
        return;
    }
    if (!is_compiled(evaluation, ph_report_ready(rule, evaluation->context, &error), &error))
        return;
    evaluation->at = rule->conditions->message_element;
    char *message = fill(evaluation, rule->conditions->message);
    struct ph_finding finding = {.severity = rule->severity,
                                 .rule = rule->id,
                                 .message = message,
                                 .source = ph_rule_source(rule),
                                 .node = evaluation->node,
                                 .from = place.from,
                                 .to = place.to,
                                 .is_guess = rule->guesses};
    set_fix(evaluation, &finding);
    if (!evaluation->worker->stopped)
        ph_findings_add(evaluation->findings, &finding);
    free(message);
    free((char *)finding.fix);
}

static bool look(struct ph_evaluation *evaluation, const struct ph_here *here, bool say)
{
    evaluation->here = here;
    ph_patience_is_over(&evaluation->patience);
    bool found = !evaluation->worker->stopped && is_ready(evaluation) && holds(evaluation);
    if (found && say)
        report(evaluation, here->words);
    ph_evaluate_forget_lets(evaluation);
    evaluation->here = NULL;
    return found;
}

/* Told without an expression: of many places few stand where they may be wrong. */
static bool stands_behind(const struct ph_text *text, size_t at, const char *words)
{
    const size_t length = strlen(words);
    return at >= length && !memcmp(text->bytes + at - length, words, length);
}

void ph_evaluate_here(struct ph_evaluation *evaluation, const struct ph_here *here)
{
    const char *behind = here->place->behind;
    if (!behind || stands_behind(&evaluation->node->text, here->words.from, behind))
        look(evaluation, here, true);
}

bool ph_evaluate_holds(struct ph_evaluation *evaluation, const struct ph_here *here)
{
    return look(evaluation, here, false);
}
