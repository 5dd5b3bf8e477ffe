#include "rules/hypothesis.h"

#include <libxml/xpathInternals.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/xml.h"
#include "rules/hypothesis_inside.h"
#include "rules/series_functions.h"

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
    struct ph_hypothesis *made = &all->items[all->count++];
    *made = (struct ph_hypothesis){.rule = rule};
    made->kinds = ph_xml_attribute(slot, "kind");
    made->cost = number_of(root, "cost");
    made->prior = number_of(root, "prior");
    made->say = content_of(root, "say");
    made->because = content_of(root, "because");
    const xmlNode *outcome = ph_xml_first(root, "outcome");
    made->outcome = outcome ? ph_xml_attribute(outcome, "is") : "moves";
    made->name = outcome ? ph_xml_attribute(outcome, "name") : NULL;
    made->of_moved = outcome && ph_xml_attribute(outcome, "of-moved");
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

bool ph_hypothesis_is_for(const struct ph_hypothesis *one, const char *kind)
{
    size_t length = strlen(kind);
    if (!strcmp(one->kinds, "*"))
        return true;
    if (!length)
        return false;
    for (const char *at = one->kinds; (at = strstr(at, kind)); at += length)
        if ((at == one->kinds || at[-1] == ' ') && (at[length] == ' ' || !at[length]))
            return true;
    return false;
}

const struct ph_hypothesis *ph_hypotheses_find(const struct ph_hypotheses *all,
                                               const struct ph_rule *rule)
{
    for (size_t i = 0; i < all->count; i++)
        if (all->items[i].rule == rule)
            return &all->items[i];
    return NULL;
}

size_t ph_hypotheses_for(const struct ph_hypotheses *all, const char *kind, const char ***ids)
{
    size_t count = 0;
    *ids = ph_alloc_zero(all->count, sizeof **ids);
    for (size_t i = 0; i < all->count; i++)
        if (ph_hypothesis_is_for(&all->items[i], kind))
            (*ids)[count++] = ph_rule_id(all->items[i].rule);
    return count;
}
