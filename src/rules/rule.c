#include "rules/rule.h"

#include <stdlib.h>
#include <string.h>

#include "base/xml.h"
#include "rules/compiled.h"

/* ---- what a rule says of itself ---- */

const char *ph_rule_id(const struct ph_rule *rule)
{
    return rule->id;
}

const char *ph_rule_title(const struct ph_rule *rule)
{
    return rule->title;
}

const char *ph_rule_source(const struct ph_rule *rule)
{
    return rule->source;
}

const char *ph_rule_file(const struct ph_rule *rule)
{
    return rule->file;
}

enum ph_rule_kind ph_rule_kind(const struct ph_rule *rule)
{
    return rule->kind;
}

enum ph_severity ph_rule_severity(const struct ph_rule *rule)
{
    return rule->severity;
}

bool ph_rule_is_off(const struct ph_rule *rule)
{
    return rule->off;
}

const xmlNode *ph_rule_element(const struct ph_rule *rule)
{
    return xmlDocGetRootElement(rule->doc);
}

/* ---- the set ---- */

struct ph_rules *ph_rules_new(const struct ph_lexicon *lexicon)
{
    struct ph_rules *rules = ph_alloc_zero(1, sizeof *rules);
    rules->arena = ph_arena_new();
    rules->lexicon = lexicon;
    rules->patterns = ph_patterns_new(lexicon);
    return rules;
}

void ph_rule_free(struct ph_rule *rule)
{
    ph_rule_release(rule);
    if (rule->pack)
        free(rule->doc);
    else
        xmlFreeDoc(rule->doc);
    free(rule->id);
    free(rule->title);
    free(rule->source);
    free(rule->file);
    free(rule);
}

void ph_rules_free(struct ph_rules *rules)
{
    if (!rules)
        return;
    for (size_t i = 0; i < rules->count; i++)
        ph_rule_free(rules->items[i]);
    free(rules->items);
    free(rules->settings);
    ph_patterns_free(rules->patterns);
    ph_classes_free(rules->classes);
    ph_costs_free(rules->costs);
    ph_arena_free(rules->arena);
    free(rules);
}

/* The first rule that does not come before `id`. */
static size_t place_of(const struct ph_rules *rules, const char *id)
{
    size_t low = 0, high = rules->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (strcmp(rules->items[middle]->id, id) < 0)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

const struct ph_rule *ph_rules_find(const struct ph_rules *rules, const char *id)
{
    size_t at = place_of(rules, id);
    return at < rules->count && !strcmp(rules->items[at]->id, id) ? rules->items[at] : NULL;
}

enum ph_status ph_rules_add(struct ph_rules *rules, struct ph_rule *rule, struct ph_error *error)
{
    const struct ph_rule *other = ph_rules_find(rules, rule->id);
    if (other)
        return ph_fail(error, PH_FORMAT, "%s:%d: <rule>: the rule '%s' is in %s already",
                       rule->file, ph_xml_line(ph_rule_element(rule)), rule->id, other->file);
    size_t at = place_of(rules, rule->id);
    rules->items = ph_grow(rules->items, rules->count, &rules->capacity, sizeof *rules->items);
    memmove(&rules->items[at + 1], &rules->items[at], (rules->count - at) * sizeof *rules->items);
    rules->items[at] = rule;
    rules->count++;
    return PH_OK;
}
