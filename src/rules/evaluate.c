/* Checking rules on a document: one walk over the tree, and at each node the rules that look
 * there. Words are looked at first, expressions only where words were found. */
#include <libxml/xpathInternals.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/regex_watch.h"
#include "base/xml.h"
#include "doc/forms.h"
#include "doc/walk.h"
#include "rules/elements.h"
#include "rules/evaluate_inside.h"

/* ---- limits ---- */

void ph_evaluate_stop(struct ph_evaluation *evaluation, enum ph_status status, const char *why)
{
    struct ph_worker *worker = evaluation->worker;
    char where[128] = "";
    worker->stopped = true;
    if (evaluation->status != PH_OK)
        return;
    if (evaluation->at)
        snprintf(where, sizeof where, ": line %d, <%s>", ph_xml_line(evaluation->at),
                 evaluation->at->name);
    evaluation->status = ph_fail(evaluation->error, status, "%s: rule %s %s%s", worker->rule->file,
                                 worker->rule->id, why, where);
}

bool ph_evaluate_is_spent(const struct ph_evaluation *evaluation)
{
    return evaluation->context->opCount >= evaluation->context->opLimit ||
           evaluation->patience.over;
}

/* What a rule, and all of them, may take: many times what those of the program take on a document
 * of that length. */
static void set_limits(struct ph_evaluation *evaluation)
{
    enum { STEPS = 300000, RULES = 20 };
    size_t bytes = 0;
    for (const struct ph_node *node = NULL;
         (node = ph_next_text(evaluation->document->root, node));)
        bytes += node->text.length;
    evaluation->context->opLimit = STEPS + bytes;
    evaluation->steps_left = RULES * evaluation->context->opLimit;
    evaluation->patience = ph_patience_new();
    evaluation->world.patience = &evaluation->patience;
}

/* A search with a stranger's pattern counts while it goes on, and ends where its rule must. */
static bool goes_on(void *data, size_t steps)
{
    enum { STEPS_A_STEP = 32 };
    struct ph_evaluation *evaluation = data;
    evaluation->context->opCount += steps / STEPS_A_STEP;
    ph_patience_look(&evaluation->patience);
    return !ph_evaluate_is_spent(evaluation);
}

/* What is wrong with an expression, by the code of libxml2's error. */
static const char *fault_of(int code)
{
    static const struct {
        int code;
        const char *fault;
    } faults[] = {{XML_XPATH_UNKNOWN_FUNC_ERROR, "calls a function that there is not"},
                  {XML_XPATH_INVALID_ARITY, "calls a function with too few or too many arguments"},
                  {XML_XPATH_UNDEF_VARIABLE_ERROR, "names a variable that nothing before it sets"},
                  {XML_XPATH_EXPR_ERROR, "has a wrong pattern"},
                  {XML_XPATH_UNDEF_PREFIX_ERROR, "has a prefix that there is not"}};
    for (size_t i = 0; i < sizeof faults / sizeof *faults; i++)
        if (faults[i].code == code)
            return faults[i].fault;
    return "has an expression that cannot be evaluated";
}

void ph_evaluate_stop_by_xpath(struct ph_evaluation *evaluation)
{
    const int limit = XPATH_OP_LIMIT_EXCEEDED - XPATH_EXPRESSION_OK + XML_XPATH_EXPRESSION_OK;
    const int code = evaluation->context->lastError.code;
    const struct ph_xpath_fault *fault = &evaluation->fault;
    char why[320];
    if (code == limit || ph_evaluate_is_spent(evaluation)) {
        ph_evaluate_stop(evaluation, PH_LIMIT, "costs too much on this document");
        return;
    }
    const bool known = fault->code == code;
    snprintf(why, sizeof why, "%s%s%s", fault_of(code), known ? ", " : "",
             known ? fault->words : "");
    ph_evaluate_stop(evaluation, PH_FORMAT, why);
}

/* ---- the walk ---- */

static const struct ph_node *holder_of(const struct ph_node *node)
{
    while (node && node->kind != PH_DOCUMENT && node->kind != PH_ANNEX)
        node = node->parent;
    return node;
}

static enum ph_genre genre_of(const struct ph_node *holder)
{
    while (holder && holder->kind != PH_DOCUMENT)
        holder = holder->parent;
    return holder ? holder->as.document.genre : PH_OTHER_GENRE;
}

/* Where a node stands. */
struct standing {
    enum ph_genre genre; /* of its document */
    bool in_annex;
    bool attached; /* in an annex, or where a text behind the body may be one */
};

static bool is_for(const struct ph_worker *worker, const struct ph_node *node,
                   const struct standing *standing)
{
    if (!(worker->genres >> standing->genre & 1) || (standing->in_annex && !worker->in_annexes))
        return false;
    if (!(worker->kinds >> node->kind & 1) && !standing->attached)
        return false;
    return node->kind != PH_FIELD || !worker->fields || worker->fields >> node->as.field.name & 1;
}

/* The words of the node, their letters, starts and classes, found once for all rules. */
static void find_words(struct ph_evaluation *evaluation)
{
    const struct ph_text *text = &evaluation->node->text;
    ph_grams_of(text->bytes, text->length, &evaluation->grams);
    ph_word_starts_of(text->bytes, text->length, &evaluation->word_starts);
    evaluation->word_count = ph_words_of(text, &evaluation->words);
    evaluation->openers =
        ph_openers_of(evaluation->terms, text, evaluation->words, evaluation->word_count);
    if (evaluation->word_classes)
        evaluation->classes = ph_classes_of(evaluation->word_classes, text, evaluation->words,
                                            evaluation->word_count);
}

/* The walk comes to a node: little is known of its words yet. */
static void come_to(struct ph_evaluation *evaluation, const struct ph_node *node)
{
    xmlNode *element = ph_elements_find(evaluation->world.elements, node);
    evaluation->node = evaluation->world.node = node;
    evaluation->element = element ? element : xmlDocGetRootElement(evaluation->akn);
    evaluation->world.element = evaluation->element;
    free(evaluation->entities);
    free(evaluation->candidates);
    free(evaluation->words);
    ph_openers_free(&evaluation->openers);
    ph_class_rows_free(&evaluation->classes);
    evaluation->entities = evaluation->candidates = NULL;
    evaluation->candidate_kind = NULL;
    evaluation->words = NULL;
    evaluation->entity_count = evaluation->word_count = 0;
    evaluation->has_entities = false;
    evaluation->said = NULL;
    if (node->text.length)
        find_words(evaluation);
}

/* The rule of the first place from number *at on where something may be found, which becomes the
 * number of the first place of the next rule; NULL: there is none. */
static struct ph_worker *next_worker(const struct ph_evaluation *evaluation, size_t *at)
{
    const size_t end = 64 * ph_sieve_row(evaluation->sieve);
    const size_t place = ph_sieve_next(evaluation->passed, *at, end);
    if (place == end)
        return NULL;
    struct ph_worker *worker = evaluation->workers[place];
    *at = worker->end_place;
    return worker;
}

static void check_node(struct ph_evaluation *evaluation, const struct ph_node *node,
                       const struct standing *standing)
{
    come_to(evaluation, node);
    const bool has_words = node->text.length;
    struct ph_sieve_look look = {.kind = node->kind,
                                 .grams = has_words ? &evaluation->grams : NULL,
                                 .classes = evaluation->classes.bits ? &evaluation->classes : NULL,
                                 .word_count = evaluation->word_count,
                                 .starts = has_words ? &evaluation->word_starts : NULL,
                                 .tables = evaluation->openers.all};
    for (size_t i = 0; i < node->text.count; i++)
        look.inlines |= 1u << node->text.inlines[i].kind;
    for (size_t i = 0; i < node->text.trace_count; i++)
        look.traces |= 1u << node->text.traces[i].kind;
    evaluation->passed = ph_sieve_pass(evaluation->sieve, &look);
    evaluation->clock = evaluation->measured ? ph_costs_clock() : 0;
    struct ph_worker *worker;
    for (size_t at = 0; (worker = next_worker(evaluation, &at));)
        if (!worker->stopped && is_for(worker, node, standing))
            ph_evaluate_node(evaluation, worker);
}

/* Whether the number of another resolution stands behind the closing lines, as in a volume. */
static bool is_next_resolution(const struct ph_evaluation *evaluation, const struct ph_node *node)
{
    const struct ph_node *before = node->previous;
    struct ph_line line;
    return node->kind == PH_PARAGRAPH && before && before->kind == PH_CLOSING &&
           ph_lexicon_find_line(evaluation->world.lexicon, "number", node->text.bytes,
                                node->text.length, 0, &line) &&
           line.match_from == 0;
}

/* Whether the words of the walk's next node are of the body of a document, or stand behind it. */
static bool is_in_body(const struct ph_evaluation *evaluation, const struct ph_node *node,
                       bool begun)
{
    if (node->kind == PH_DOCUMENT || is_next_resolution(evaluation, node))
        return false;
    return begun || node->kind == PH_ORGAN || node->kind == PH_PREAMBULAR;
}

static void check_nodes(struct ph_evaluation *evaluation)
{
    struct ph_walk walk = ph_walk_start(evaluation->document->root);
    const struct ph_node *holder = NULL;
    struct standing standing = {.genre = PH_OTHER_GENRE};
    bool begun = false; /* the body: what stands before it are lines of a masthead */
    while (ph_walk_step(&walk)) {
        const struct ph_node *node = walk.node;
        bool holds_others = node->kind == PH_DOCUMENT || node->kind == PH_ANNEX;
        if (walk.leaving) {
            holder = holds_others ? holder_of(node->parent) : holder;
            standing.genre = node->kind == PH_DOCUMENT ? genre_of(holder) : standing.genre;
        } else if (node->mark == PH_NODE_DELETED || node->mark == PH_MOVED_FROM) {
            ph_walk_skip(&walk);
        } else {
            holder = holds_others ? node : holder;
            standing.genre = node->kind == PH_DOCUMENT ? node->as.document.genre : standing.genre;
            begun = is_in_body(evaluation, node, begun);
            standing.in_annex = holder && holder->kind == PH_ANNEX;
            standing.attached = standing.in_annex ||
                                (begun && (node->kind == PH_PARAGRAPH || node->kind == PH_HEADING));
            check_node(evaluation, node, &standing);
        }
    }
}

static void release(struct ph_evaluation *evaluation)
{
    free(evaluation->entities);
    free(evaluation->candidates);
    free(evaluation->words);
    ph_openers_free(&evaluation->openers);
    ph_class_rows_free(&evaluation->classes);
    ph_word_starts_free(&evaluation->word_starts);
    ph_term_index_free(evaluation->terms);
    ph_sieve_free(evaluation->sieve);
    free(evaluation->workers);
    free(evaluation->lets);
    xmlXPathFreeContext(evaluation->context);
    ph_elements_free(evaluation->world.elements);
    xmlFreeDoc(evaluation->akn);
}

static enum ph_status run(const struct ph_rules *rules, struct ph_worker *workers, size_t count,
                          const struct ph_document *document, struct ph_findings *findings,
                          struct ph_error *error)
{
    struct ph_evaluation evaluation = {.document = document,
                                       .findings = findings,
                                       .error = error,
                                       .measured = rules->costs,
                                       .word_classes = rules->classes};
    evaluation.akn = ph_akn(document);
    evaluation.world = (struct ph_xpath_world){.lexicon = rules->lexicon,
                                               .document = document,
                                               .patterns = rules->patterns,
                                               .elements = ph_elements_new(evaluation.akn),
                                               .grams = &evaluation.grams,
                                               .fault = &evaluation.fault};
    evaluation.context = ph_rules_xpath(evaluation.akn, &evaluation.world);
    ph_evaluate_variables(&evaluation);
    set_limits(&evaluation);
    ph_evaluate_prepare(&evaluation, workers, count, rules->everywhere);
    ph_watch_by(&(struct ph_watch){goes_on, &evaluation});
    check_nodes(&evaluation);
    ph_watch_by(NULL);
    release(&evaluation);
    return evaluation.status;
}

/* The message is about the first that was stopped. */
static void say_how_many(const struct ph_worker *workers, size_t count, enum ph_status status,
                         struct ph_error *error)
{
    size_t stopped = 0;
    for (size_t i = 0; i < count; i++)
        stopped += workers[i].stopped;
    if (stopped < 2 || !error)
        return;
    const struct ph_error first = *error;
    ph_fail(error, status, "%s (and %zu more rule%s)", first.message, stopped - 1,
            stopped == 2 ? "" : "s");
}

/* What the workers took, and what was left to be done besides. */
static void add_costs(struct ph_costs *costs, const struct ph_worker *workers, size_t count,
                      double seconds)
{
    for (size_t i = 0; i < count; i++) {
        ph_costs_add(costs, workers[i].rule, workers[i].seconds, workers[i].findings);
        seconds -= workers[i].seconds;
    }
    ph_costs_add(costs, NULL, seconds, 0);
}

enum ph_status ph_rules_check(const struct ph_rules *rules, const struct ph_document *document,
                              struct ph_findings *findings, struct ph_error *error)
{
    double start = rules->costs ? ph_costs_clock() : 0;
    struct ph_worker *workers = ph_alloc_zero(rules->count + 1, sizeof *workers);
    size_t count = 0;
    for (size_t i = 0; i < rules->count; i++)
        if (rules->items[i]->kind == PH_CHECKING && !rules->items[i]->off)
            workers[count++].rule = rules->items[i];
    enum ph_status status = run(rules, workers, count, document, findings, error);
    say_how_many(workers, count, status, error);
    if (rules->costs)
        add_costs(rules->costs, workers, count, ph_costs_clock() - start);
    free(workers);
    return status;
}

enum ph_status ph_rule_check(const struct ph_rules *rules, const struct ph_rule *rule,
                             const struct ph_document *document, struct ph_findings *findings,
                             struct ph_error *error)
{
    struct ph_worker worker = {.rule = rule};
    return run(rules, &worker, 1, document, findings, error);
}
