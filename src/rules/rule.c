#include "rules/rule.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/file.h"
#include "base/schema.h"
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

static void free_rule(struct ph_rule *rule)
{
    ph_rule_release(rule);
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
        free_rule(rules->items[i]);
    free(rules->items);
    ph_patterns_free(rules->patterns);
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

static enum ph_status add_rule(struct ph_rules *rules, struct ph_rule *rule, struct ph_error *error)
{
    const struct ph_rule *other = ph_rules_find(rules, rule->id);
    if (other)
        return ph_fail(error, PH_FORMAT, "%s: the rule '%s' is in %s already", rule->file, rule->id,
                       other->file);
    size_t at = place_of(rules, rule->id);
    rules->items = ph_grow(rules->items, rules->count, &rules->capacity, sizeof *rules->items);
    memmove(&rules->items[at + 1], &rules->items[at], (rules->count - at) * sizeof *rules->items);
    rules->items[at] = rule;
    rules->count++;
    return PH_OK;
}

/* ---- loading ---- */

static char *content_of(const xmlNode *root, const char *name)
{
    const xmlNode *element = ph_xml_first(root, name);
    return element ? ph_xml_content(element) : ph_copy("");
}

/* A rule that has no examples, or two kinds of things in one, proves nothing. */
static enum ph_status read_head(struct ph_rule *rule, struct ph_error *error)
{
    const xmlNode *root = ph_rule_element(rule), *examples = ph_xml_first(root, "examples");
    const char *id = ph_xml_attribute(root, "id"), *kind = ph_xml_attribute(root, "kind");
    const char *severity = ph_xml_attribute(root, "severity");
    rule->id = ph_copy(id ? id : "");
    rule->title = content_of(root, "title");
    rule->source = content_of(root, "source");
    rule->kind = kind && !strcmp(kind, "drafting") ? PH_DRAFTING : PH_CHECKING;
    int level = severity ? ph_severity_by_name(severity) : -1;
    rule->severity = level < 0 ? PH_INFORMATION : (enum ph_severity)level;
    if (!examples || !ph_xml_first(examples, NULL))
        return ph_fail(error, PH_FORMAT, "%s: the rule has no examples", rule->file);
    if (rule->kind == PH_CHECKING && level < 0)
        return ph_fail(error, PH_FORMAT, "%s: a checking rule needs a severity", rule->file);
    return PH_OK;
}

static enum ph_status compile_rule(struct ph_rule *rule, struct ph_error *error)
{
    static const struct ph_xpath_world nothing;
    xmlXPathContext *context = ph_rules_xpath(rule->doc, &nothing);
    enum ph_status status = ph_rule_compile(rule, context, error);
    xmlXPathFreeContext(context);
    return status;
}

/* `fill_up`: a rule whose id is there already is left out, and no error. */
static enum ph_status load_bytes(struct ph_rules *rules, const struct ph_schema *schema,
                                 const char *path, const struct ph_buffer *bytes, bool fill_up,
                                 struct ph_error *error)
{
    struct ph_rule *rule = ph_alloc_zero(1, sizeof *rule);
    rule->file = ph_copy(path);
    enum ph_status status =
        ph_xml_parse(path, ph_buffer_text(bytes), bytes->length, &rule->doc, error);
    if (status == PH_OK)
        status = ph_schema_validate(schema, rule->doc, path, error);
    if (status == PH_OK)
        status = read_head(rule, error);
    if (status == PH_OK && fill_up && ph_rules_find(rules, ph_rule_id(rule))) {
        free_rule(rule);
        return PH_OK;
    }
    if (status == PH_OK && rule->kind == PH_CHECKING)
        status = compile_rule(rule, error);
    if (status == PH_OK)
        status = add_rule(rules, rule, error);
    if (status != PH_OK)
        free_rule(rule);
    return status;
}

static enum ph_status load_file(struct ph_rules *rules, const struct ph_schema *schema,
                                const char *path, bool fill_up, struct ph_error *error)
{
    struct ph_buffer bytes = {0};
    enum ph_status status = ph_file_read(path, &bytes, error);
    if (status == PH_OK)
        status = load_bytes(rules, schema, path, &bytes, fill_up, error);
    ph_buffer_free(&bytes);
    return status;
}

static bool is_rule_file(const char *path)
{
    size_t length = strlen(path);
    return length > 4 && !strcmp(path + length - 4, ".xml");
}

/* A file that is named is loaded whatever its name; of a folder, the .xml files. */
static enum ph_status load_path(struct ph_rules *rules, const struct ph_schema *schema,
                                const char *path, bool fill_up, struct ph_error *error)
{
    char **list = NULL;
    enum ph_status status = ph_file_list(path, &list, error);
    for (char **file = list; status == PH_OK && *file; file++)
        if (is_rule_file(*file) || !strcmp(*file, path))
            status = load_file(rules, schema, *file, fill_up, error);
    if (list)
        ph_file_list_free(list);
    return status;
}

enum ph_status ph_rules_parse(struct ph_rules *rules, const char *name,
                              const struct ph_buffer *bytes, struct ph_error *error)
{
    struct ph_schema *schema = NULL;
    enum ph_status status = ph_schema_new("rules/rules.xsd", &schema, error);
    if (status == PH_OK)
        status = load_bytes(rules, schema, name, bytes, false, error);
    ph_schema_free(schema);
    return status;
}

/* Paths up to a NULL. */
static enum ph_status load(struct ph_rules *rules, const char *const *paths, bool fill_up,
                           struct ph_error *error)
{
    struct ph_schema *schema = NULL;
    enum ph_status status = ph_schema_new("rules/rules.xsd", &schema, error);
    for (; *paths && status == PH_OK; paths++)
        status = load_path(rules, schema, *paths, fill_up, error);
    ph_schema_free(schema);
    return status;
}

enum ph_status ph_rules_fill_up(struct ph_rules *rules, const char *path, struct ph_error *error)
{
    return load(rules, (const char *const[]){path, NULL}, true, error);
}

enum ph_status ph_rules_load(struct ph_rules *rules, const char *path, struct ph_error *error)
{
    if (path)
        return load(rules, (const char *const[]){path, NULL}, false, error);
    char *checking = ph_data_path("rules/en/checking");
    char *drafting = ph_data_path("rules/en/drafting");
    enum ph_status status =
        load(rules, (const char *const[]){checking, drafting, NULL}, true, error);
    free(checking);
    free(drafting);
    return status;
}
