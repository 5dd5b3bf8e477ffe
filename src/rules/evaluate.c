/* Checking rules on a document: one walk over the tree, and at each node the rules that look
 * there. Words are looked at first, expressions only where words were found. */
#include <libxml/xpathInternals.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "doc/forms.h"
#include "doc/walk.h"
#include "rules/compiled.h"
#include "rules/elements.h"

/* A rule that finds more than this in one document says nothing more by it. */
enum { MOST_FINDINGS = 1000 };
/* How much of what stands around a place conditions see, in bytes. */
enum { AROUND = 200 };
/* Bytes that a pattern looks through in what counts as a step. */
enum { BYTES_A_STEP = 64 };

/* A rule at work on one document. */
struct worker {
    const struct ph_rule *rule;
    unsigned long steps; /* of XPath so far */
    size_t findings;
    double seconds; /* of processor time so far, where it is measured */
    bool stopped;   /* over a limit, or broken */
};

struct workers {
    struct worker **items;
    size_t count, capacity;
};

struct check {
    const struct ph_document *document;
    struct ph_findings *findings;
    struct ph_error *error;
    enum ph_status status;
    bool measured; /* what each rule costs */
    xmlDoc *akn;
    xmlXPathContext *context;
    struct ph_xpath_world world;
    struct workers by_kind[PH_KIND_COUNT];
    const struct ph_node *node; /* where the walk is */
    struct ph_bytes bytes;      /* of its words */
    xmlNode *element;
    struct ph_entity *entities; /* of the node, found when first asked for */
    size_t entity_count;
    bool has_entities;
    struct ph_word *words; /* of the node, too */
    size_t word_count;
    bool has_words;
};

/* A stretch of a node's words, see struct ph_finding. */
struct stretch {
    size_t from, to;
};

/* ---- limits ---- */

static void stop(struct check *check, struct worker *worker, enum ph_status status, const char *why)
{
    worker->stopped = true;
    if (check->status == PH_OK)
        check->status = ph_fail(check->error, status, "%s: rule %s %s", worker->rule->file,
                                worker->rule->id, why);
}

/* All steps are used up; a step more is an error of the expression that takes it. */
static bool is_spent(const struct check *check)
{
    return check->context->opCount >= check->context->opLimit;
}

static void stop_by_xpath(struct check *check, struct worker *worker)
{
    const int limit = XPATH_OP_LIMIT_EXCEEDED - XPATH_EXPRESSION_OK + XML_XPATH_EXPRESSION_OK;
    if (check->context->lastError.code == limit || is_spent(check))
        stop(check, worker, PH_LIMIT, "costs too much on this document");
    else
        stop(check, worker, PH_FORMAT, "has an expression that cannot be evaluated");
}

/* ---- variables ---- */

static void set_words(struct check *check, const char *name, size_t from, size_t to)
{
    char *words = ph_copy_n(check->node->text.bytes + from, to - from);
    ph_xpath_set_text(check->context, name, words);
    free(words);
}

static bool is_inside_character(const struct ph_text *text, size_t at)
{
    return at < text->length && ((unsigned char)text->bytes[at] & 0xC0) == 0x80;
}

static void set_place(struct check *check, struct stretch words, size_t before, size_t after)
{
    const struct ph_text *text = &check->node->text;
    size_t from = before > AROUND ? before - AROUND : 0;
    size_t to = text->length - after > AROUND ? after + AROUND : text->length;
    while (is_inside_character(text, from))
        from++;
    while (is_inside_character(text, to))
        to--;
    set_words(check, "words", words.from, words.to);
    set_words(check, "before", from, before);
    set_words(check, "after", after, to);
}

static void set_groups(struct check *check, const struct ph_place *place,
                       const struct ph_match *match)
{
    for (char **name = place->groups; *name; name++) {
        size_t group = (size_t)ph_regex_group(place->regex, *name);
        bool set = group < match->count && match->from[group] <= match->to[group] &&
                   match->to[group] <= check->node->text.length;
        set_words(check, *name, set ? match->from[group] : 0, set ? match->to[group] : 0);
    }
}

/* ---- one place ---- */

/* Whether an expression is true here; an expression that cannot be evaluated stops the rule. */
static bool is_true(struct check *check, struct worker *worker, xmlXPathCompExpr *test)
{
    check->context->node = check->element;
    int truth = xmlXPathCompiledEvalToBoolean(test, check->context);
    if (truth < 0)
        stop_by_xpath(check, worker);
    return truth > 0;
}

static void let(struct check *check, struct worker *worker, const struct ph_step *step)
{
    check->context->node = check->element;
    xmlXPathObject *value = xmlXPathCompiledEval(step->expression, check->context);
    if (value)
        xmlXPathRegisterVariable(check->context, (const xmlChar *)step->name, value);
    if (!value)
        stop_by_xpath(check, worker);
    else if (value->type == XPATH_STRING && xmlStrlen(value->stringval) > PH_XPATH_LENGTH)
        stop(check, worker, PH_LIMIT, "makes a text that is too long");
}

static bool holds(struct check *check, struct worker *worker)
{
    const struct ph_rule *rule = worker->rule;
    for (size_t i = 0; i < rule->step_count && !worker->stopped; i++) {
        const struct ph_step *step = &rule->steps[i];
        if (step->name)
            let(check, worker, step);
        else if (is_true(check, worker, step->expression) != step->wanted)
            return false;
    }
    return !worker->stopped;
}

static char *fill(struct check *check, struct worker *worker, const struct ph_braced *braced)
{
    char *text = ph_braced_fill(braced, check->context, check->element, NULL);
    if (!text)
        stop_by_xpath(check, worker);
    return text;
}

/* NULL where no fix is certain. Words are needed that it can take the place of. */
static char *fix_for(struct check *check, struct worker *worker, struct stretch place)
{
    const struct ph_rule *rule = worker->rule;
    for (size_t i = 0; i < rule->fix_count && place.from < place.to; i++)
        if (!rule->fixes[i].when || is_true(check, worker, rule->fixes[i].when))
            return fill(check, worker, rule->fixes[i].words);
    return NULL;
}

static void report(struct check *check, struct worker *worker, struct stretch place)
{
    const struct ph_rule *rule = worker->rule;
    if (worker->findings++ >= MOST_FINDINGS) {
        stop(check, worker, PH_LIMIT, "finds too much in this document: the rest is left out");
        return;
    }
    char *message = fill(check, worker, rule->message);
    char *fix = fix_for(check, worker, place);
    struct ph_finding finding = {.severity = rule->severity,
                                 .rule = rule->id,
                                 .message = message,
                                 .source = rule->source,
                                 .node = check->node,
                                 .from = place.from,
                                 .to = place.to,
                                 .fix = fix};
    if (!worker->stopped)
        ph_findings_add(check->findings, &finding);
    free(message);
    free(fix);
}

static void look(struct check *check, struct worker *worker, struct stretch place)
{
    if (!worker->stopped && holds(check, worker))
        report(check, worker, place);
}

/* ---- the kinds of places ---- */

static void at_matches(struct check *check, struct worker *worker, const struct ph_place *place)
{
    const struct ph_text *text = &check->node->text;
    struct ph_match match;
    if (!ph_bytes_hold(&check->bytes, &place->needs))
        return;
    for (size_t at = 0; at < text->length && !worker->stopped;) {
        check->context->opCount += 1 + (text->length - at) / BYTES_A_STEP;
        if (!ph_regex_find(place->regex, text->bytes, text->length, at, &match)) {
            if (match.gave_up || is_spent(check))
                stop(check, worker, PH_LIMIT, "has a pattern that costs too much on this document");
            return;
        }
        struct stretch words = {match.from[0], match.to[0]};
        if (words.from < words.to) {
            set_place(check, words, words.from, words.to);
            set_groups(check, place, &match);
            look(check, worker, words);
        }
        at = words.to > at ? words.to : at + 1;
        while (is_inside_character(text, at))
            at++;
    }
}

static void set_term(struct check *check, const struct ph_term *term, size_t from)
{
    bool capital = check->node->text.bytes[from] != term->words[0];
    char *instead = capital ? ph_utf8_capital(term->instead) : ph_copy(term->instead);
    ph_xpath_set_text(check->context, "instead", instead);
    ph_xpath_set_text(check->context, "since", term->since);
    free(instead);
}

static void at_terms(struct check *check, struct worker *worker, const struct ph_place *place)
{
    const struct ph_text *text = &check->node->text;
    if (!check->has_words)
        check->word_count = ph_words_of(text, &check->words);
    check->has_words = true;
    for (size_t i = 0, behind = 0; i < check->word_count && !worker->stopped; i++) {
        struct stretch words = {check->words[i].from, 0};
        const struct ph_term *term =
            words.from < behind ? NULL
                                : ph_terms_at(place->terms, text, &check->words[i], &words.to);
        if (!term)
            continue;
        behind = words.to;
        set_place(check, words, words.from, words.to);
        set_term(check, term, words.from);
        look(check, worker, words);
    }
}

/* A footnote mark has no words of its own: what is shown is the word that it stands behind. */
static struct stretch word_before(const struct ph_text *text, size_t at)
{
    size_t from = at;
    while (from > 0 && text->bytes[from - 1] != ' ')
        from--;
    return (struct stretch){from, at};
}

static void at_inlines(struct check *check, struct worker *worker, const struct ph_place *place)
{
    const struct ph_text *text = &check->node->text;
    for (size_t i = 0; i < text->count && !worker->stopped; i++) {
        const struct ph_inline *mark = &text->inlines[i];
        if (mark->kind != place->inline_kind)
            continue;
        struct stretch words = {mark->from, mark->to};
        if (mark->kind == PH_NOTE)
            words = word_before(text, mark->from);
        set_place(check, words, mark->from, mark->to);
        look(check, worker, words);
    }
}

static void at_entities(struct check *check, struct worker *worker, const struct ph_place *place)
{
    const struct ph_text *text = &check->node->text;
    if (!check->has_entities && check->world.lexicon)
        check->entity_count =
            ph_lexicon_entities(check->world.lexicon, text->bytes, text->length, &check->entities);
    check->has_entities = true;
    for (size_t i = 0; i < check->entity_count && !worker->stopped; i++) {
        const struct ph_entity *entity = &check->entities[i];
        if (strcmp(entity->kind, place->entity))
            continue;
        struct stretch words = {entity->from, entity->to};
        set_place(check, words, words.from, words.to);
        ph_xpath_set_number(check->context, "number", (double)entity->number);
        ph_xpath_set_number(check->context, "other", (double)entity->other);
        look(check, worker, words);
    }
}

static void at_words(struct check *check, struct worker *worker, const struct ph_place *place)
{
    const struct ph_text *text = &check->node->text;
    check->context->node = check->element;
    xmlXPathObject *value = xmlXPathCompiledEval(place->words, check->context);
    xmlChar *sought = value ? xmlXPathCastToString(value) : NULL;
    const char *found = sought && *sought ? strstr(text->bytes, (const char *)sought) : NULL;
    struct stretch words = {0, 0};
    if (found) {
        words.from = (size_t)(found - text->bytes);
        words.to = words.from + strlen((const char *)sought);
    }
    if (!value)
        stop_by_xpath(check, worker);
    set_place(check, words, words.from, words.to);
    xmlFree(sought);
    xmlXPathFreeObject(value);
    look(check, worker, words);
}

static void at_node(struct check *check, struct worker *worker, const struct ph_place *place)
{
    (void)place;
    look(check, worker, (struct stretch){0, 0});
}

static void work(struct check *check, struct worker *worker)
{
    static void (*const ways[])(struct check *, struct worker *, const struct ph_place *) = {
        [PH_AT_NODE] = at_node,      [PH_AT_MATCH] = at_matches,   [PH_AT_TERM] = at_terms,
        [PH_AT_INLINE] = at_inlines, [PH_AT_ENTITY] = at_entities, [PH_AT_WORDS] = at_words,
    };
    double start = check->measured ? ph_costs_clock() : 0;
    check->context->opCount = worker->steps;
    for (size_t i = 0; i < worker->rule->place_count && !worker->stopped; i++)
        ways[worker->rule->places[i].kind](check, worker, &worker->rule->places[i]);
    if (!worker->stopped && is_spent(check))
        stop(check, worker, PH_LIMIT, "costs too much on this document");
    worker->steps = check->context->opCount;
    if (check->measured)
        worker->seconds += ph_costs_clock() - start;
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

static bool is_for(const struct ph_rule *rule, const struct ph_node *node, enum ph_genre genre,
                   bool in_annex)
{
    if (!(rule->genres >> genre & 1) || (in_annex && !rule->in_annexes))
        return false;
    return node->kind != PH_FIELD || !rule->fields || rule->fields >> node->as.field.name & 1;
}

static void check_node(struct check *check, const struct ph_node *node, enum ph_genre genre,
                       bool in_annex)
{
    const struct workers *workers = &check->by_kind[node->kind];
    xmlNode *element = ph_elements_find(check->world.elements, node);
    check->node = check->world.node = node;
    check->element = element ? element : xmlDocGetRootElement(check->akn);
    check->bytes = ph_bytes_of(node->text.bytes, node->text.length);
    check->world.element = check->element;
    check->has_entities = false;
    check->entity_count = 0;
    check->entities = NULL;
    check->has_words = false;
    check->word_count = 0;
    check->words = NULL;
    for (size_t i = 0; i < workers->count; i++)
        if (!workers->items[i]->stopped && is_for(workers->items[i]->rule, node, genre, in_annex))
            work(check, workers->items[i]);
    free(check->entities);
    free(check->words);
}

static void check_nodes(struct check *check)
{
    struct ph_walk walk = ph_walk_start(check->document->root);
    const struct ph_node *holder = NULL;
    enum ph_genre genre = PH_OTHER_GENRE;
    while (ph_walk_step(&walk)) {
        bool holds_others = walk.node->kind == PH_DOCUMENT || walk.node->kind == PH_ANNEX;
        if (walk.leaving) {
            holder = holds_others ? holder_of(walk.node->parent) : holder;
            genre = walk.node->kind == PH_DOCUMENT ? genre_of(holder) : genre;
        } else if (walk.node->mark == PH_NODE_DELETED || walk.node->mark == PH_MOVED_FROM) {
            ph_walk_skip(&walk);
        } else {
            holder = holds_others ? walk.node : holder;
            genre = walk.node->kind == PH_DOCUMENT ? walk.node->as.document.genre : genre;
            check_node(check, walk.node, genre, holder && holder->kind == PH_ANNEX);
        }
    }
}

static void sort_workers(struct check *check, struct worker *workers, size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (int kind = 0; kind < PH_KIND_COUNT; kind++) {
            struct workers *list = &check->by_kind[kind];
            if (!(workers[i].rule->kinds >> kind & 1))
                continue;
            list->items = ph_grow(list->items, list->count, &list->capacity, sizeof *list->items);
            list->items[list->count++] = &workers[i];
        }
}

static enum ph_status run(const struct ph_rules *rules, struct worker *workers, size_t count,
                          const struct ph_document *document, struct ph_findings *findings,
                          struct ph_error *error)
{
    struct check check = {.document = document, .findings = findings, .error = error};
    check.measured = rules->costs;
    check.akn = ph_akn(document);
    check.world.lexicon = rules->lexicon;
    check.world.document = document;
    check.world.patterns = rules->patterns;
    check.world.elements = ph_elements_new(check.akn);
    check.context = ph_rules_xpath(check.akn, &check.world);
    sort_workers(&check, workers, count);
    check_nodes(&check);
    for (int kind = 0; kind < PH_KIND_COUNT; kind++)
        free(check.by_kind[kind].items);
    xmlXPathFreeContext(check.context);
    ph_elements_free(check.world.elements);
    xmlFreeDoc(check.akn);
    return check.status;
}

/* What the workers took, and what was left to be done besides. */
static void add_costs(struct ph_costs *costs, const struct worker *workers, size_t count,
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
    struct worker *workers = ph_alloc_zero(rules->count + 1, sizeof *workers);
    size_t count = 0;
    for (size_t i = 0; i < rules->count; i++)
        if (rules->items[i]->kind == PH_CHECKING && !rules->items[i]->off)
            workers[count++].rule = rules->items[i];
    enum ph_status status = run(rules, workers, count, document, findings, error);
    if (rules->costs)
        add_costs(rules->costs, workers, count, ph_costs_clock() - start);
    free(workers);
    return status;
}

enum ph_status ph_rule_check(const struct ph_rules *rules, const struct ph_rule *rule,
                             const struct ph_document *document, struct ph_findings *findings,
                             struct ph_error *error)
{
    struct worker worker = {.rule = rule};
    return run(rules, &worker, 1, document, findings, error);
}
