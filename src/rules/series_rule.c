#include "rules/series_rule.h"

#include <stdlib.h>
#include <string.h>

#include "base/xml.h"
#include "rules/functions.h"

enum { MOST = 10000 }; /* no session, year or count is beyond */

static const xmlNode *series_of(const struct ph_rule *rule, const char *property)
{
    if (ph_rule_kind(rule) != PH_DRAFTING)
        return NULL;
    const xmlNode *element = ph_xml_first(ph_rule_element(rule), "series");
    const char *name = element ? ph_xml_attribute(element, "property") : NULL;
    return name && (!property || !strcmp(name, property)) ? element : NULL;
}

static double cost_of(const struct ph_rule *rule)
{
    const char *cost = ph_xml_attribute(ph_rule_element(rule), "cost");
    return cost ? strtod(cost, NULL) : 0;
}

/* The value of one rule, 0 when it has none. */
static int evaluate(const struct ph_rules *rules, const struct ph_rule *rule, xmlDoc *series,
                    char **say)
{
    struct ph_xpath_world world = {.lexicon = rules->lexicon, .patterns = rules->patterns};
    xmlXPathContext *context = ph_rules_xpath(series, &world);
    const char *select = ph_xml_attribute(series_of(rule, NULL), "select");
    xmlXPathObject *object =
        select ? xmlXPathEvalExpression((const xmlChar *)select, context) : NULL;
    double value = object ? xmlXPathCastToNumber(object) : 0;
    const xmlNode *how = ph_xml_first(ph_rule_element(rule), "say");
    if (say && how) {
        char *text = ph_xml_content(how);
        *say = ph_xpath_fill(context, xmlDocGetRootElement(series), text, ph_rule_file(rule), NULL);
        free(text);
    }
    xmlXPathFreeObject(object);
    xmlXPathFreeContext(context);
    return value >= 1 && value < MOST ? (int)value : 0;
}

int ph_series_rule_number(const struct ph_rules *rules, const char *property, xmlDoc *series,
                          int least, char **say)
{
    int found = 0;
    double cheapest = 0;
    for (size_t i = 0; i < rules->count; i++) {
        const struct ph_rule *rule = rules->items[i];
        if (!series_of(rule, property) || (found && cost_of(rule) >= cheapest))
            continue;
        char *how = NULL;
        int value = evaluate(rules, rule, series, &how);
        if (value >= least) {
            found = value;
            cheapest = cost_of(rule);
            if (say) {
                free(*say);
                *say = how;
                how = NULL;
            }
        }
        free(how);
    }
    return found;
}

static size_t test_example(const struct ph_rules *rules, const struct ph_rule *rule,
                           const xmlNode *example, struct ph_buffer *report)
{
    const xmlNode *given = ph_xml_first(example, "given");
    const xmlNode *wanted = ph_xml_first(example, "gives");
    xmlNode *series = given ? ph_xml_first(given, "series") : NULL;
    const char *words = wanted ? ph_xml_attribute(wanted, "words") : NULL;
    int got = 0;
    if (series && words) {
        xmlDoc *doc = xmlNewDoc((const xmlChar *)"1.0");
        xmlNode *copy = xmlDocCopyNode(series, doc, 1);
        xmlDocSetRootElement(doc, copy);
        got = evaluate(rules, rule, doc, NULL);
        xmlFreeDoc(doc);
    }
    if (words && got == atoi(words))
        return 0;
    ph_buffer_printf(report, "%s:%d: gives %d\n", ph_rule_file(rule), ph_xml_line(example), got);
    return 1;
}

size_t ph_series_rule_test(const struct ph_rules *rules, const struct ph_rule *rule,
                           struct ph_buffer *report)
{
    const xmlNode *examples = ph_xml_first(ph_rule_element(rule), "examples");
    size_t failed = 0;
    for (const xmlNode *one = examples ? ph_xml_first(examples, "example") : NULL; one;
         one = ph_xml_next(one, "example"))
        failed += test_example(rules, rule, one, report);
    return failed;
}
