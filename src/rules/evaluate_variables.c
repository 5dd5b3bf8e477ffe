/* What the expressions of a rule may ask of the place that is looked at. */
#include <libxml/xpathInternals.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "rules/call.h"
#include "rules/evaluate_inside.h"

/* How much of what stands around a place conditions see, in bytes; and what stands where the rest
 * is cut off, so that no expression takes that for the paragraph's start or end. */
enum { AROUND = 200 };
static const char cut_off[] = "\xE2\x80\xA6"; /* … */

static xmlXPathObject *words(const struct ph_evaluation *evaluation, size_t from, size_t to)
{
    const char *bytes = evaluation->node->text.bytes;
    return xmlXPathWrapString(xmlStrndup((const xmlChar *)bytes + from, (int)(to - from)));
}

/* The words between two places, with the sign of a cut before and behind where there is one. */
static xmlXPathObject *stretch(const struct ph_text *text, size_t from, size_t to, bool cut_before,
                               bool cut_behind)
{
    const size_t mark = strlen(cut_off), most = to - from + 2 * mark;
    char *copy = (char *)xmlMallocAtomic(most + 1), *at = copy;
    if (!copy)
        return xmlXPathNewCString("");
    if (cut_before)
        at = (char *)memcpy(at, cut_off, mark) + mark;
    at = (char *)memcpy(at, text->bytes + from, to - from) + (to - from);
    if (cut_behind)
        at = (char *)memcpy(at, cut_off, mark) + mark;
    *at = 0;
    return xmlXPathWrapString((xmlChar *)copy);
}

static xmlXPathObject *words_before(const struct ph_evaluation *evaluation)
{
    size_t to = evaluation->here->before, from = to > AROUND ? to - AROUND : 0;
    while (ph_evaluate_is_inside(&evaluation->node->text, from))
        from++;
    return stretch(&evaluation->node->text, from, to, from > 0, false);
}

static xmlXPathObject *words_after(const struct ph_evaluation *evaluation)
{
    const struct ph_text *text = &evaluation->node->text;
    size_t from = evaluation->here->after;
    size_t to = text->length - from > AROUND ? from + AROUND : text->length;
    while (ph_evaluate_is_inside(text, to))
        to++;
    return stretch(text, from, to, false, to < text->length);
}

static bool has_group(const struct ph_place *place, const char *name)
{
    char **group = place->groups;
    while (group && *group && strcmp(*group, name) != 0)
        group++;
    return group && *group;
}

/* A group that took no part in the match has no words. */
static xmlXPathObject *group_of(const struct ph_evaluation *evaluation, const char *name)
{
    const struct ph_match *match = evaluation->here->match;
    int found = ph_regex_group(evaluation->here->place->regex, name);
    size_t group = found > 0 ? (size_t)found : match->count;
    bool set = group < match->count && match->from[group] <= match->to[group] &&
               match->to[group] <= evaluation->node->text.length;
    return words(evaluation, set ? match->from[group] : 0, set ? match->to[group] : 0);
}

/* Those of one kind of place; with none, of all. */
static const struct {
    const char *name;
    int kind;
} variables[] = {{"words", -1},
                 {"before", -1},
                 {"after", -1},
                 {"once", PH_AT_REPEATED},
                 {"number", PH_AT_ENTITY},
                 {"other", PH_AT_ENTITY},
                 {"instead", PH_AT_TERM},
                 {"since", PH_AT_TERM}};

static bool is_of(const struct ph_rule *rule, int kind)
{
    for (size_t i = 0; i < rule->place_count; i++)
        if ((int)rule->places[i].kind == kind)
            return true;
    return kind < 0;
}

static bool is_of_a_place(const struct ph_rule *rule, const char *name)
{
    for (size_t i = 0; i < rule->place_count; i++)
        if (has_group(&rule->places[i], name))
            return true;
    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++)
        if (!strcmp(variables[i].name, name))
            return is_of(rule, variables[i].kind);
    return false;
}

/* What another place of the rule has is empty here. */
static xmlXPathObject *elsewhere(const struct ph_rule *rule, const char *name)
{
    return is_of_a_place(rule, name) ? xmlXPathNewCString("") : NULL;
}

/* With a capital where the words have one. */
static xmlXPathObject *instead(const struct ph_evaluation *evaluation)
{
    const struct ph_here *here = evaluation->here;
    bool capital = evaluation->node->text.bytes[here->words.from] != here->term->words[0];
    char *made = capital ? ph_utf8_capital(here->term->instead) : ph_copy(here->term->instead);
    xmlXPathObject *value = xmlXPathNewCString(made);
    free(made);
    return value;
}

static xmlXPathObject *let_of(const struct ph_evaluation *evaluation, const char *name)
{
    for (size_t i = evaluation->let_count; i-- > 0;)
        if (!strcmp(evaluation->lets[i].name, name))
            return xmlXPathObjectCopy(evaluation->lets[i].value);
    return NULL;
}

static xmlXPathObject *value_of(const struct ph_evaluation *evaluation, const char *name)
{
    const struct ph_here *here = evaluation->here;
    xmlXPathObject *let = let_of(evaluation, name);
    if (let)
        return let;
    if (here->match && has_group(here->place, name))
        return group_of(evaluation, name);
    if (!strcmp(name, "words"))
        return words(evaluation, here->words.from, here->words.to);
    if (!strcmp(name, "before"))
        return words_before(evaluation);
    if (!strcmp(name, "after"))
        return words_after(evaluation);
    if (here->once && !strcmp(name, "once"))
        return words(evaluation, here->words.from, here->once);
    if (here->entity && !strcmp(name, "number"))
        return xmlXPathNewFloat((double)here->entity->number);
    if (here->entity && !strcmp(name, "other"))
        return xmlXPathNewFloat((double)here->entity->other);
    if (here->term && !strcmp(name, "instead"))
        return instead(evaluation);
    if (here->term && !strcmp(name, "since"))
        return xmlXPathNewCString(here->term->since);
    return elsewhere(evaluation->worker->rule, name);
}

/* NULL: no such variable. */
static xmlXPathObject *look_up(void *data, const xmlChar *name, const xmlChar *space)
{
    const struct ph_evaluation *evaluation = data;
    xmlXPathObject *value =
        space || !evaluation->here ? NULL : value_of(evaluation, (const char *)name);
    if (!value)
        ph_xpath_say(&evaluation->world, XML_XPATH_UNDEF_VARIABLE_ERROR, "$%s", (const char *)name);
    return value;
}

bool ph_rule_has_variable(const void *data, const char *name)
{
    const struct ph_rule *rule = data;
    const struct ph_conditions *conditions = rule->conditions;
    for (size_t i = 0; i < conditions->step_count; i++)
        if (conditions->steps[i].name && !strcmp(conditions->steps[i].name, name))
            return true;
    return is_of_a_place(rule, name);
}

void ph_evaluate_variables(struct ph_evaluation *evaluation)
{
    xmlXPathRegisterVariableLookup(evaluation->context, look_up, evaluation);
}

void ph_evaluate_forget_lets(struct ph_evaluation *evaluation)
{
    for (size_t i = 0; i < evaluation->let_count; i++)
        xmlXPathFreeObject(evaluation->lets[i].value);
    evaluation->let_count = 0;
}
