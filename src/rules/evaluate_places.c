/* The places of a node's words where a rule looks. */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "rules/elements.h"
#include "rules/evaluate_inside.h"

/* Bytes that a pattern looks through in what counts as a step. */
enum { BYTES_A_STEP = 64 };
/* Words that may be slips of the pen, each of them dear, between two looks at the clock. */
enum { SLIPS_A_LOOK = 256 };
/* Steps on one node behind which the clock is looked at. */
enum { LOOK_NOW = 1000 };

static struct ph_here place_at(const struct ph_place *place, size_t from, size_t to)
{
    return (struct ph_here){.words = {from, to}, .before = from, .after = to, .place = place};
}

/* Compiled when it is first needed: a pattern that is wrong stops its rule. */
static bool is_ready(struct ph_evaluation *evaluation, const struct ph_regex *regex)
{
    struct ph_error error;
    enum ph_status status = ph_regex_ready(regex, &error);
    if (status != PH_OK)
        ph_evaluate_stop(evaluation, status, error.message);
    return status == PH_OK;
}

static void at_matches(struct ph_evaluation *evaluation, const struct ph_place *place)
{
    const struct ph_text *text = &evaluation->node->text;
    struct ph_match match;
    if (!is_ready(evaluation, place->regex))
        return;
    for (size_t at = 0; at < text->length && !evaluation->worker->stopped;) {
        evaluation->context->opCount += 1 + (text->length - at) / BYTES_A_STEP;
        evaluation->at = place->element;
        bool found = ph_regex_find_at_words(place->regex, text->bytes, text->length, at,
                                            &evaluation->word_starts, &match);
        bool late = ph_patience_is_over(&evaluation->patience);
        if (!found || late) {
            if (match.gave_up || late || ph_evaluate_is_spent(evaluation))
                ph_evaluate_stop(evaluation, PH_LIMIT,
                                 "has a pattern that costs too much on this document");
            return;
        }
        struct ph_here here = place_at(place, match.from[0], match.to[0]);
        here.match = &match;
        if (here.words.from < here.words.to)
            ph_evaluate_here(evaluation, &here);
        at = match.to[0] > at ? match.to[0] : at + 1;
        while (ph_evaluate_is_inside(text, at))
            at++;
    }
}

static void at_term(struct ph_evaluation *evaluation, const struct ph_place *place,
                    const struct ph_term *term, size_t from, size_t end)
{
    struct ph_here here = place_at(place, from, end);
    here.term = term;
    ph_evaluate_here(evaluation, &here);
}

/* Names and slips of the pen, which may be any words. */
static void at_any_words(struct ph_evaluation *evaluation, const struct ph_place *place)
{
    const struct ph_text *text = &evaluation->node->text;
    const size_t count = evaluation->word_count;
    const bool slips = ph_terms_are_slips(place->terms);
    const size_t piece = slips ? SLIPS_A_LOOK : count;
    size_t at = 0, from = 0, end = 0;
    for (size_t to = 0; to < count && !evaluation->worker->stopped;) {
        to = count - to > piece ? to + piece : count;
        const struct ph_term *term;
        while (!evaluation->worker->stopped &&
               (term = ph_terms_next(place->terms, text, evaluation->words, to, &at, &from, &end)))
            at_term(evaluation, place, term, from, end);
        if (slips)
            ph_patience_look(&evaluation->patience);
        if (!evaluation->worker->stopped && evaluation->patience.over)
            ph_evaluate_stop(evaluation, PH_LIMIT, "costs too much on this document");
    }
}

static void at_terms(struct ph_evaluation *evaluation, const struct ph_place *place)
{
    size_t at = 0, from = 0, end = 0;
    const struct ph_term *term;
    if (ph_terms_start_anywhere(place->terms)) {
        at_any_words(evaluation, place);
        return;
    }
    while (!evaluation->worker->stopped &&
           (term = ph_openers_next(&evaluation->openers, place->terms, &at, &from, &end)))
        at_term(evaluation, place, term, from, end);
}

static void at_sequences(struct ph_evaluation *evaluation, const struct ph_place *place)
{
    const struct ph_text *text = &evaluation->node->text;
    size_t at = 0, from = 0, end = 0;
    while (!evaluation->worker->stopped &&
           ph_sequence_next(&place->sequence, text, evaluation->words, &evaluation->classes,
                            evaluation->word_count, &at, &from, &end)) {
        struct ph_here here = place_at(place, from, end);
        ph_evaluate_here(evaluation, &here);
    }
}

static void at_repeated(struct ph_evaluation *evaluation, const struct ph_place *place)
{
    size_t at = 0, from = 0, once = 0, end = 0;
    while (!evaluation->worker->stopped &&
           ph_repeated_next(&place->repeated, &evaluation->node->text, evaluation->words,
                            evaluation->word_count, &at, &from, &once, &end)) {
        struct ph_here here = place_at(place, from, end);
        here.once = once;
        ph_evaluate_here(evaluation, &here);
    }
}

/* A footnote mark has no words of its own: what is shown is the word that it stands behind; behind
 * a space, none. */
static struct ph_extent word_before(const struct ph_text *text, size_t at)
{
    struct ph_extent word = {at, at};
    while (word.from > 0 && text->bytes[word.from - 1] != ' ')
        word.from--;
    return word;
}

static void at_inlines(struct ph_evaluation *evaluation, const struct ph_place *place)
{
    const struct ph_text *text = &evaluation->node->text;
    for (size_t i = 0; i < text->count && !evaluation->worker->stopped; i++) {
        const struct ph_inline *mark = &text->inlines[i];
        if (mark->kind != place->inline_kind)
            continue;
        struct ph_here here = place_at(place, mark->from, mark->to);
        if (mark->kind == PH_NOTE)
            here.words = word_before(text, mark->from);
        ph_evaluate_here(evaluation, &here);
    }
}

/* A place has no words of its own, either; it may lie among spaces. */
static struct ph_extent word_before_place(const struct ph_text *text, size_t at)
{
    while (at > 0 && text->bytes[at - 1] == ' ')
        at--;
    return word_before(text, at);
}

static void at_traces(struct ph_evaluation *evaluation, const struct ph_place *place)
{
    const struct ph_text *text = &evaluation->node->text;
    for (size_t i = 0; i < text->trace_count && !evaluation->worker->stopped; i++) {
        const struct ph_trace *trace = &text->traces[i];
        if (trace->kind != place->trace_kind)
            continue;
        if (place->only_first &&
            ph_elements_traced(&evaluation->world, trace->kind) != evaluation->node)
            return;
        struct ph_here here = place_at(place, trace->from, trace->to);
        if (trace->from == trace->to)
            here.words = word_before_place(text, trace->from);
        ph_evaluate_here(evaluation, &here);
        if (place->only_first)
            return;
    }
}

static struct ph_here entity_at(const struct ph_place *place, const struct ph_entity *entity)
{
    struct ph_here here = place_at(place, entity->from, entity->to);
    here.entity = entity;
    return here;
}

/* Whether the rule's conditions hold where an entity of its kind may be. */
static bool may_hold(struct ph_evaluation *evaluation, const struct ph_place *place)
{
    const struct ph_text *text = &evaluation->node->text;
    if (!evaluation->candidate_kind || strcmp(evaluation->candidate_kind, place->entity) != 0) {
        free(evaluation->candidates);
        evaluation->candidate_count = ph_lexicon_candidates(
            evaluation->world.lexicon, place->entity, text->bytes, text->length, &evaluation->grams,
            &evaluation->word_starts, &evaluation->candidates);
    }
    evaluation->candidate_kind = place->entity;
    bool may = false;
    for (size_t i = 0; i < evaluation->candidate_count && !may; i++) {
        struct ph_here here = entity_at(place, &evaluation->candidates[i]);
        may = !strcmp(here.entity->kind, place->entity) && ph_evaluate_holds(evaluation, &here);
    }
    return may;
}

/* What is an entity all patterns of the lexicon tell together: they are asked where it matters. */
static void at_entities(struct ph_evaluation *evaluation, const struct ph_place *place)
{
    const struct ph_text *text = &evaluation->node->text;
    const struct ph_lexicon *lexicon = evaluation->world.lexicon;
    if (!lexicon || (!evaluation->has_entities && !may_hold(evaluation, place)))
        return;
    if (!evaluation->has_entities)
        evaluation->entity_count =
            ph_lexicon_entities(lexicon, text->bytes, text->length, &evaluation->entities);
    evaluation->has_entities = true;
    for (size_t i = 0; i < evaluation->entity_count && !evaluation->worker->stopped; i++) {
        struct ph_here here = entity_at(place, &evaluation->entities[i]);
        if (!strcmp(here.entity->kind, place->entity))
            ph_evaluate_here(evaluation, &here);
    }
}

/* The words that a place is; NULL: the expression gives none, and the rule is stopped. */
static xmlXPathObject *words_of(struct ph_evaluation *evaluation, const struct ph_place *place)
{
    struct ph_error error;
    xmlXPathContext *context = evaluation->context;
    context->node = evaluation->element;
    xmlXPathObject *value = place->plain ? ph_plain_value(place->plain, context) : NULL;
    if (value)
        return value;
    enum ph_status status = ph_place_compiled(evaluation->worker->rule, place, context, &error);
    if (status != PH_OK) {
        ph_evaluate_stop(evaluation, status, error.message);
        return NULL;
    }
    context->node = evaluation->element;
    value = xmlXPathCompiledEval(place->words, context);
    if (!value)
        ph_evaluate_stop_by_xpath(evaluation);
    return value;
}

/* Where the words stand that an expression gives; rules that ask for the same are answered once. */
static struct ph_extent find_said(struct ph_evaluation *evaluation, const struct ph_place *place)
{
    const char *text = evaluation->node->text.bytes;
    struct ph_extent words = {0, 0};
    if (evaluation->said && !strcmp(evaluation->said->select, place->select))
        return evaluation->said_words;
    xmlXPathObject *value = words_of(evaluation, place);
    if (!value)
        return words;
    xmlChar *sought = xmlXPathCastToString(value);
    const char *found = sought && *sought ? strstr(text, (const char *)sought) : NULL;
    if (found) {
        words.from = (size_t)(found - text);
        words.to = words.from + strlen((const char *)sought);
    }
    xmlFree(sought);
    xmlXPathFreeObject(value);
    evaluation->said = place;
    evaluation->said_words = words;
    return words;
}

static void at_words(struct ph_evaluation *evaluation, const struct ph_place *place)
{
    struct ph_extent words = find_said(evaluation, place);
    struct ph_here here = place_at(place, words.from, words.to);
    ph_evaluate_here(evaluation, &here);
}

static void at_node(struct ph_evaluation *evaluation, const struct ph_place *place)
{
    struct ph_here here = place_at(place, 0, 0);
    ph_evaluate_here(evaluation, &here);
}

/* What the rule took, of what it and all rules may take. */
static void count_steps(struct ph_evaluation *evaluation, struct ph_worker *worker)
{
    unsigned long steps = evaluation->context->opCount - worker->steps;
    if (steps > LOOK_NOW)
        ph_patience_look(&evaluation->patience);
    bool over = ph_evaluate_is_spent(evaluation) || steps > evaluation->steps_left;
    evaluation->steps_left -= steps < evaluation->steps_left ? steps : evaluation->steps_left;
    worker->steps = evaluation->context->opCount;
    if (!worker->stopped && over)
        ph_evaluate_stop(evaluation, PH_LIMIT, "costs too much on this document");
}

void ph_evaluate_node(struct ph_evaluation *evaluation, struct ph_worker *worker)
{
    static void (*const ways[])(struct ph_evaluation *, const struct ph_place *) = {
        [PH_AT_NODE] = at_node,         [PH_AT_MATCH] = at_matches,
        [PH_AT_TERM] = at_terms,        [PH_AT_SEQUENCE] = at_sequences,
        [PH_AT_REPEATED] = at_repeated, [PH_AT_INLINE] = at_inlines,
        [PH_AT_TRACE] = at_traces,      [PH_AT_ENTITY] = at_entities,
        [PH_AT_WORDS] = at_words,
    };
    evaluation->worker = worker;
    evaluation->world.watched = worker->watched;
    evaluation->context->opCount = worker->steps;
    const size_t first = worker->first_place, end = worker->end_place;
    for (size_t i = first;
         (i = ph_sieve_next(evaluation->passed, i, end)) < end && !worker->stopped; i++) {
        const struct ph_place *place = &worker->places[i - first];
        evaluation->at = place->element;
        ways[place->kind](evaluation, place);
    }
    count_steps(evaluation, worker);
    if (!evaluation->measured)
        return;
    double now = ph_costs_clock();
    worker->seconds += now - evaluation->clock;
    evaluation->clock = now;
}
