#include "rules/hypothesis.h"

#include <libxml/xpathInternals.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "base/xml.h"
#include "rules/functions.h"
#include "rules/series_functions.h"

struct tally;

/* A rule made ready: its expressions compiled. */
struct hypothesis {
    const struct ph_rule *rule;
    const char *kinds; /* of slots, separated by spaces; "*": all */
    double cost, prior;
    xmlXPathCompExpr *when, *parameter, *predict;
    char *say, *because;
    const char *outcome, *name;
    struct tally *tallies; /* what the whole series says of it, by kind of slot */
    size_t tally_count, tally_capacity;
};

struct tally {
    const char *kind;
    double right, heard;
};

struct ph_hypotheses {
    xmlDoc *doc; /* nothing in it: an anchor for the context */
    struct ph_xpath_world world;
    xmlXPathContext *context;
    struct hypothesis *items;
    size_t count, capacity;
};

/* How much less a transition counts than the one after it, and what the prior weighs: both so that
 * two transitions in a row outvote any prior, and the newest outvotes the two before it. */
static const double FADE = 0.7, PRIOR_WEIGHT = 0.35, RULE_WEIGHT = 4;

static double number_of(const xmlNode *element, const char *name)
{
    const char *text = ph_xml_attribute(element, name);
    return text ? strtod(text, NULL) : 0;
}

static enum ph_status compile(struct ph_hypotheses *all, const struct ph_rule *rule,
                              const char *name, const char *attribute, xmlXPathCompExpr **compiled,
                              struct ph_error *error)
{
    const xmlNode *element = ph_xml_first(ph_rule_element(rule), name);
    const char *expression = element ? ph_xml_attribute(element, attribute) : NULL;
    *compiled = NULL;
    if (!expression)
        return PH_OK;
    char where[1024];
    snprintf(where, sizeof where, "%s:%d", ph_rule_file(rule), ph_xml_line(element));
    return ph_xpath_compile(all->context, expression, where, compiled, error);
}

static char *content_of(const xmlNode *root, const char *name)
{
    const xmlNode *element = ph_xml_first(root, name);
    return element ? ph_xml_content(element) : NULL;
}

static enum ph_status add(struct ph_hypotheses *all, const struct ph_rule *rule,
                          struct ph_error *error)
{
    const xmlNode *root = ph_rule_element(rule), *slot = ph_xml_first(root, "slot");
    if (!slot)
        return PH_OK; /* a rule for something else than slots */
    all->items = ph_grow(all->items, all->count, &all->capacity, sizeof *all->items);
    struct hypothesis *made = &all->items[all->count++];
    *made = (struct hypothesis){.rule = rule};
    made->kinds = ph_xml_attribute(slot, "kind");
    made->cost = number_of(root, "cost");
    made->prior = number_of(root, "prior");
    made->say = content_of(root, "say");
    made->because = content_of(root, "because");
    const xmlNode *outcome = ph_xml_first(root, "outcome");
    made->outcome = outcome ? ph_xml_attribute(outcome, "is") : "moves";
    made->name = outcome ? ph_xml_attribute(outcome, "name") : NULL;
    enum ph_status status = compile(all, rule, "slot", "when", &made->when, error);
    if (status == PH_OK)
        status = compile(all, rule, "parameter", "select", &made->parameter, error);
    if (status == PH_OK)
        status = compile(all, rule, "predict", "select", &made->predict, error);
    if (status == PH_OK && (!made->kinds || !made->predict || !made->outcome))
        status = ph_fail(error, PH_FORMAT, "%s: a drafting rule needs slot kind and predict",
                         ph_rule_file(rule));
    return status;
}

enum ph_status ph_hypotheses_new(const struct ph_rules *rules, struct ph_hypotheses **hypotheses,
                                 struct ph_error *error)
{
    struct ph_hypotheses *all = ph_alloc_zero(1, sizeof *all);
    all->doc = xmlNewDoc((const xmlChar *)"1.0");
    all->world.lexicon = rules->lexicon;
    all->world.patterns = rules->patterns;
    all->context = ph_rules_xpath(all->doc, &all->world);
    ph_series_functions_register(all->context);
    enum ph_status status = PH_OK;
    for (size_t i = 0; i < rules->count && status == PH_OK; i++)
        if (ph_rule_kind(rules->items[i]) == PH_DRAFTING)
            status = add(all, rules->items[i], error);
    if (status == PH_OK)
        *hypotheses = all;
    else
        ph_hypotheses_free(all);
    return status;
}

void ph_hypotheses_free(struct ph_hypotheses *all)
{
    if (!all)
        return;
    for (size_t i = 0; i < all->count; i++) {
        xmlXPathFreeCompExpr(all->items[i].when);
        xmlXPathFreeCompExpr(all->items[i].parameter);
        xmlXPathFreeCompExpr(all->items[i].predict);
        free(all->items[i].say);
        free(all->items[i].because);
        free(all->items[i].tallies);
    }
    free(all->items);
    xmlXPathFreeContext(all->context);
    xmlFreeDoc(all->doc);
    free(all);
}

/* ---- evaluating ---- */

static void set_member(struct ph_hypotheses *all, int session, int year, int place)
{
    ph_xpath_set_number(all->context, "session", session);
    ph_xpath_set_number(all->context, "year", year);
    ph_xpath_set_number(all->context, "place", place);
}

static void set_words(struct ph_hypotheses *all, const struct ph_seen *seen)
{
    ph_xpath_set_text(all->context, "words", seen->words);
    ph_xpath_set_number(all->context, "value", (double)seen->value);
    ph_xpath_set_number(all->context, "other", (double)seen->other);
    set_member(all, seen->session, seen->year, seen->place);
}

static void set_before(struct ph_hypotheses *all, const struct ph_seen *seen)
{
    ph_xpath_set_text(all->context, "before", seen->words);
    ph_xpath_set_number(all->context, "before-value", (double)seen->value);
    ph_xpath_set_number(all->context, "before-other", (double)seen->other);
    ph_xpath_set_number(all->context, "before-session", seen->session);
    ph_xpath_set_number(all->context, "before-place", seen->place);
}

/* The value of an expression as a string; "" when it fails. Caller frees. */
static char *text_of(struct ph_hypotheses *all, xmlXPathCompExpr *expression)
{
    xmlXPathObject *object = xmlXPathCompiledEval(expression, all->context);
    xmlChar *text = object ? xmlXPathCastToString(object) : NULL;
    char *copy = ph_copy(text ? (const char *)text : "");
    xmlFree(text);
    xmlXPathFreeObject(object);
    return copy;
}

static bool is_true(struct ph_hypotheses *all, xmlXPathCompExpr *expression)
{
    if (!expression)
        return true;
    xmlXPathObject *object = xmlXPathCompiledEval(expression, all->context);
    bool truth = object && xmlXPathCastToBoolean(object);
    xmlXPathFreeObject(object);
    return truth;
}

static double weight_of(size_t i, size_t count)
{
    return pow(FADE, (double)(count - 1 - i));
}

/* The parameter as each member has it; NULL: the hypothesis has none. Free with free_fits. */
static char **list_fits(struct ph_hypotheses *all, const struct hypothesis *one,
                        const struct ph_slot_view *slot)
{
    if (!one->parameter)
        return NULL;
    char **fits = ph_alloc_zero(slot->count, sizeof *fits);
    for (size_t i = 0; i < slot->count; i++) {
        set_words(all, &slot->seen[i]);
        fits[i] = text_of(all, one->parameter);
    }
    return fits;
}

static void free_fits(char **fits, size_t count)
{
    for (size_t i = 0; fits && i < count; i++)
        free(fits[i]);
    free(fits);
}

/* Sets the parameter that fits most of the first `count` members, later ones counting more. */
static void set_parameter(struct ph_hypotheses *all, char *const *fits, size_t count)
{
    size_t best = 0;
    double most = -1;
    for (size_t i = 0; fits && i < count; i++) {
        double weight = 0;
        for (size_t k = 0; k < count; k++)
            weight += strcmp(fits[i], fits[k]) ? 0 : weight_of(k, count);
        if (weight >= most) {
            most = weight;
            best = i;
        }
    }
    ph_xpath_set_text(all->context, "parameter", fits ? fits[best] : "");
}

/* How far words reach that nobody could have known: to where the known ones go on, within an item
 * of a list. */
static const char *skip_unknown(const char *seen, char next)
{
    return seen + (next ? strcspn(seen, (char[]){next, ',', 0}) : strcspn(seen, ","));
}

/* Whether what was seen is what was predicted, in which PH_UNKNOWN_WORDS stands for anything. */
static bool is_explained(const char *predicted, const char *seen)
{
    char *a = ph_utf8_fold(predicted, strlen(predicted)), *b = ph_utf8_fold(seen, strlen(seen));
    const char *p = a, *s = b;
    const size_t unknown = strlen(PH_UNKNOWN_WORDS);
    bool same = true;
    while (same && *p) {
        if (!strncmp(p, PH_UNKNOWN_WORDS, unknown)) {
            p += unknown;
            s = skip_unknown(s, *p);
        } else {
            same = *p++ == *s;
            s += same;
        }
    }
    same = same && !*s;
    free(a);
    free(b);
    return same;
}

/* What a hypothesis explains of a slot: each transition is predicted from what was known before it.
 */
struct support {
    double right, heard; /* by weight */
    int explained;
};

static struct support support_of(struct ph_hypotheses *all, const struct hypothesis *one,
                                 const struct ph_slot_view *slot)
{
    struct support support = {0};
    char **fits = list_fits(all, one, slot);
    for (size_t i = 1; i < slot->count; i++) {
        const struct ph_seen *seen = &slot->seen[i];
        set_parameter(all, fits, i);
        set_member(all, seen->session, seen->year, seen->place);
        set_before(all, &slot->seen[i - 1]);
        char *predicted = text_of(all, one->predict);
        double weight = weight_of(i, slot->count);
        support.heard += weight;
        if (is_explained(predicted, seen->words)) {
            support.right += weight;
            support.explained++;
        }
        free(predicted);
    }
    free_fits(fits, slot->count);
    return support;
}

static struct tally *tally_of(struct hypothesis *one, const char *kind)
{
    for (size_t i = 0; i < one->tally_count; i++)
        if (!strcmp(one->tallies[i].kind, kind))
            return &one->tallies[i];
    one->tallies =
        ph_grow(one->tallies, one->tally_count, &one->tally_capacity, sizeof *one->tallies);
    one->tallies[one->tally_count] = (struct tally){.kind = kind};
    return &one->tallies[one->tally_count++];
}

/* The rule's prior, corrected by what the whole series says of the rule. */
static double prior_of(struct hypothesis *one, const char *kind)
{
    const struct tally *tally = tally_of(one, kind);
    return (one->prior * RULE_WEIGHT + tally->right) / (RULE_WEIGHT + tally->heard);
}

static bool is_for(const struct hypothesis *one, const char *kind)
{
    size_t length = strlen(kind);
    if (!strcmp(one->kinds, "*"))
        return true;
    for (const char *at = one->kinds; (at = strstr(at, kind)); at += length)
        if ((at == one->kinds || at[-1] == ' ') && (at[length] == ' ' || !at[length]))
            return true;
    return false;
}

static bool applies(struct ph_hypotheses *all, const struct hypothesis *one,
                    const struct ph_slot_view *slot)
{
    if (!is_for(one, slot->kind))
        return false;
    set_words(all, &slot->seen[slot->count - 1]);
    return is_true(all, one->when);
}

/* First letter as in the words that it replaces. */
static char *in_case_of(char *words, const char *old)
{
    int32_t first = ph_utf8_at(old, strlen(old), 0, NULL);
    char *made = ph_utf8_is_upper(first)   ? ph_utf8_capital(words)
                 : ph_utf8_is_lower(first) ? ph_utf8_small(words)
                                           : ph_copy(words);
    free(words);
    return made;
}

static char *fill(struct ph_hypotheses *all, const char *text)
{
    return text ? ph_xpath_fill(all->context, NULL, text, "drafting rule", NULL) : NULL;
}

static bool is_look_at(const struct hypothesis *one)
{
    return !strcmp(one->outcome, "look-at");
}

/* A rule that nothing speaks for beforehand and that only warns does not vote. */
static bool is_notice(const struct hypothesis *one)
{
    return is_look_at(one) && one->prior <= 0;
}

/* What the hypothesis says of the draft, with the variables of the draft set. */
static void predict(struct ph_hypotheses *all, const struct hypothesis *one,
                    const struct ph_slot_view *slot, struct ph_proposal *proposal)
{
    const struct ph_seen *last = &slot->seen[slot->count - 1];
    char **fits = list_fits(all, one, slot);
    set_parameter(all, fits, slot->count);
    free_fits(fits, slot->count);
    set_words(all, last);
    set_before(all, last);
    set_member(all, slot->session, slot->year, slot->place);
    char *words = text_of(all, one->predict);
    if (is_look_at(one)) { /* the words stay */
        free(words);
        words = ph_copy(last->words);
    }
    proposal->words = in_case_of(words, last->words);
    proposal->say = fill(all, one->say);
    proposal->why = fill(all, one->because);
    proposal->rule = one->rule;
    proposal->outcome = one->outcome;
    proposal->name = one->name;
}

/* A notice does not vote: it tells a person about words that stay. */
static void take_notice(struct ph_hypotheses *all, const struct ph_slot_view *slot,
                        struct ph_proposal *proposal)
{
    const char *last = slot->seen[slot->count - 1].words;
    if (!proposal->rule || strcmp(proposal->words, last) != 0)
        return;
    for (size_t i = 0; i < all->count; i++) {
        const struct hypothesis *one = &all->items[i];
        if (!is_notice(one) || !applies(all, one, slot))
            continue;
        struct ph_proposal notice = {
            .explained = proposal->explained, .seen = proposal->seen, .score = proposal->score};
        predict(all, one, slot, &notice);
        ph_proposal_free(proposal);
        *proposal = notice;
        return;
    }
}

static void set_slot(struct ph_hypotheses *all, const struct ph_slot_view *slot)
{
    ph_xpath_set_text(all->context, "context", slot->context ? slot->context : "");
    ph_xpath_set_text(all->context, "after", slot->after ? slot->after : "");
    ph_xpath_set_number(all->context, "target", slot->session);
    ph_xpath_set_number(all->context, "target-year", slot->year);
    ph_xpath_set_nodes(all->context, "members", (xmlNodeSet *)slot->members);
}

void ph_hypotheses_hear(struct ph_hypotheses *all, const struct ph_slot_view *slot)
{
    set_slot(all, slot);
    for (size_t i = 0; i < all->count && slot->count > 1; i++) {
        struct hypothesis *one = &all->items[i];
        if (is_notice(one) || !applies(all, one, slot))
            continue;
        struct support support = support_of(all, one, slot);
        struct tally *tally = tally_of(one, slot->kind);
        tally->right += support.right / support.heard;
        tally->heard++;
    }
}

struct ph_proposal ph_hypotheses_vote(struct ph_hypotheses *all, const struct ph_slot_view *slot)
{
    struct ph_proposal best = {.seen = (int)slot->count - 1, .score = -1};
    const struct hypothesis *winner = NULL;
    set_slot(all, slot);
    for (size_t i = 0; i < all->count; i++) {
        struct hypothesis *one = &all->items[i];
        if (is_notice(one) || !applies(all, one, slot))
            continue;
        struct support support = support_of(all, one, slot);
        double points = (prior_of(one, slot->kind) * PRIOR_WEIGHT + support.right) /
                        (PRIOR_WEIGHT + support.heard);
        bool better = points > best.score + 1e-9;
        bool simpler = points > best.score - 1e-9 && winner && one->cost < winner->cost;
        if (better || simpler) {
            winner = one;
            best.score = points;
            best.explained = support.explained;
        }
    }
    if (winner)
        predict(all, winner, slot, &best);
    take_notice(all, slot, &best);
    return best;
}

void ph_proposal_free(struct ph_proposal *proposal)
{
    free(proposal->words);
    free(proposal->say);
    free(proposal->why);
    *proposal = (struct ph_proposal){0};
}
