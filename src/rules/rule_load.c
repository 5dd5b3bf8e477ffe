/* Rules read from their files. */
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/file.h"
#include "base/schema.h"
#include "base/xml.h"
#include "rules/compiled.h"
#include "rules/rule_pack.h"
#include "rules/tables.h"

static char *content_of(const xmlNode *root, const char *name)
{
    const xmlNode *element = ph_xml_first(root, name);
    return element ? ph_xml_content(element) : ph_copy("");
}

/* A rule without examples proves nothing; a schema would say what else might stand there. */
static enum ph_status need_examples(const struct ph_rule *rule, struct ph_error *error)
{
    const xmlNode *root = ph_rule_element(rule), *examples = ph_xml_first(root, "examples");
    if (!ph_xml_is(root, "rule") || (examples && ph_xml_first(examples, NULL)))
        return PH_OK;
    return ph_fail(error, PH_FORMAT,
                   "%s:%d: <rule>: has no %s: at its end must stand what it finds, in "
                   "<bad>, and what it does not, in <good>",
                   rule->file, ph_xml_line(root), examples ? "examples" : "<examples>");
}

static enum ph_status read_head(struct ph_rule *rule, struct ph_error *error)
{
    const xmlNode *root = ph_rule_element(rule);
    const char *id = ph_xml_attribute(root, "id"), *kind = ph_xml_attribute(root, "kind");
    const char *severity = ph_xml_attribute(root, "severity");
    rule->id = ph_copy(id ? id : "");
    rule->title = content_of(root, "title");
    rule->source = content_of(root, "source");
    rule->kind = kind && !strcmp(kind, "drafting") ? PH_DRAFTING : PH_CHECKING;
    const char *guess = ph_xml_attribute(root, "guess");
    rule->guesses = guess && !strcmp(guess, "yes");
    int level = severity ? ph_severity_by_name(severity) : -1;
    rule->severity = level < 0 ? PH_INFORMATION : (enum ph_severity)level;
    if (rule->kind == PH_CHECKING && level < 0)
        return ph_fail(error, PH_FORMAT, "%s:%d: <rule>: a checking rule needs a severity",
                       rule->file, ph_xml_line(root));
    return PH_OK;
}

/* One loading: what its files share. */
struct loader {
    struct ph_rules *rules;
    const struct ph_schema *schema; /* NULL: not asked */
    xmlParserCtxt *parser;
    xmlXPathContext *context; /* to compile expressions in */
    struct ph_xpath_names names;
    bool late;          /* what is compiled is so when it is first used */
    bool own;           /* the program's own, which are not watched */
    const char *folder; /* of the program's data, which the pack may have; NULL: none */
    bool fill_up;       /* a rule whose id is there already is left out, and no error */
    struct ph_error *error;
};

/* The tree of its file. */
static enum ph_status parse(const struct loader *loader, struct ph_rule *rule,
                            const struct ph_buffer *bytes)
{
    struct ph_error *error = loader->error;
    enum ph_status status = ph_xml_parse_with(
        loader->parser, true, rule->file, ph_buffer_text(bytes), bytes->length, &rule->doc, error);
    if (status == PH_OK)
        status = need_examples(rule, error);
    if (status == PH_OK && loader->schema)
        status = ph_schema_validate(loader->schema, rule->doc, rule->file, error);
    return status == PH_OK ? ph_tables_unfold(xmlDocGetRootElement(rule->doc), rule->file, error)
                           : status;
}

/* What its tree says. */
static enum ph_status read_rule(struct loader *loader, struct ph_rule *rule, bool *left_out)
{
    struct ph_error *error = loader->error;
    enum ph_status status = read_head(rule, error);
    *left_out = status == PH_OK && loader->fill_up && ph_rules_find(loader->rules, rule->id);
    if (status != PH_OK || *left_out)
        return status;
    loader->names.data = rule;
    if (rule->kind == PH_CHECKING)
        status = ph_rule_compile(loader->rules, rule, loader->context, loader->late, error);
    return status == PH_OK ? ph_rules_add(loader->rules, rule, error) : status;
}

static struct ph_rule *new_rule(const struct loader *loader, const char *path)
{
    struct ph_rule *rule = ph_alloc_zero(1, sizeof *rule);
    rule->file = ph_copy(path);
    rule->watched = !loader->own;
    return rule;
}

/* `status`: of how its tree was got. Takes the rule over. */
static enum ph_status add_rule(struct loader *loader, struct ph_rule *rule, enum ph_status status)
{
    bool left_out = false;
    if (status == PH_OK)
        status = read_rule(loader, rule, &left_out);
    if (status != PH_OK || left_out)
        ph_rule_free(rule);
    return status;
}

/* ---- from files ---- */

static enum ph_status load_bytes(struct loader *loader, const char *path,
                                 const struct ph_buffer *bytes)
{
    struct ph_rule *rule = new_rule(loader, path);
    return add_rule(loader, rule, parse(loader, rule, bytes));
}

/* `bytes`: free for what is read. */
static enum ph_status load_file(struct loader *loader, const char *path, struct ph_buffer *bytes)
{
    ph_buffer_clear(bytes);
    enum ph_status status = ph_file_read(path, bytes, loader->error);
    return status == PH_OK ? load_bytes(loader, path, bytes) : status;
}

static bool is_rule_file(const char *path)
{
    size_t length = strlen(path);
    return length > 4 && !strcmp(path + length - 4, ".xml");
}

/* A file that is named is loaded whatever its name; of a folder, the .xml files. */
static enum ph_status load_path(struct loader *loader, const char *path)
{
    char **list = NULL;
    struct ph_buffer bytes = {0};
    enum ph_status status = ph_file_list(path, &list, loader->error);
    size_t count = 0;
    for (char **file = list; status == PH_OK && *file; file++)
        if ((is_rule_file(*file) || !strcmp(*file, path)) && ++count)
            status = load_file(loader, *file, &bytes);
    if (status == PH_OK && !count)
        status = ph_fail(loader->error, PH_FORMAT, "%s: holds no rule file (.xml)", path);
    ph_buffer_free(&bytes);
    if (list)
        ph_file_list_free(list);
    return status;
}

/* ---- from the pack ---- */

/* One that is damaged there is read from its file. `bytes`: free for what is read. */
static enum ph_status load_packed_rule(struct loader *loader, const char *name, const char *path,
                                       struct ph_buffer *bytes)
{
    struct ph_rule *rule = new_rule(loader, path);
    rule->pack = loader->rules->pack;
    rule->doc = ph_rule_unpack(rule->pack, name);
    const enum ph_status status = add_rule(loader, rule, rule->doc ? PH_OK : PH_FORMAT);
    return status == PH_OK ? PH_OK : load_file(loader, path, bytes);
}

/* The rules of a folder of the program's data, one behind another; false: the pack has none. */
static bool load_packed(struct loader *loader, const char *path, enum ph_status *status)
{
    const struct ph_pack *pack = loader->folder ? loader->rules->pack : NULL;
    size_t size = 0;
    const char *name = ph_pack_part(pack, PH_PACKED_FOLDER, loader->folder, &size);
    const char *end = name ? name + size : NULL;
    struct ph_buffer file = {0}, bytes = {0};
    *status = PH_OK;
    for (; name < end && *status == PH_OK; name += strlen(name) + 1) {
        ph_buffer_clear(&file);
        ph_buffer_printf(&file, "%s/%s", path, name);
        *status = load_packed_rule(loader, name, ph_buffer_text(&file), &bytes);
    }
    ph_buffer_free(&bytes);
    ph_buffer_free(&file);
    return end;
}

/* ---- both ---- */

/* The bytes of one file that is called `path`, or what is there (NULL). */
static enum ph_status load(struct loader *loader, const char *path, const struct ph_buffer *bytes)
{
    const struct ph_xpath_world world = {.patterns = loader->rules->patterns,
                                         .watched = true,
                                         .names = loader->late ? NULL : &loader->names};
    struct ph_schema *schema = NULL;
    enum ph_status status =
        loader->late ? PH_OK : ph_schema_new("rules/rules.xsd", &schema, loader->error);
    loader->schema = schema;
    loader->context = ph_rules_xpath(NULL, &world);
    loader->names.has_variable = ph_rule_has_variable;
    loader->parser = ph_xml_parser();
    if (status == PH_OK && !load_packed(loader, path, &status))
        status = bytes ? load_bytes(loader, path, bytes) : load_path(loader, path);
    xmlFreeParserCtxt(loader->parser);
    xmlXPathFreeContext(loader->context);
    ph_schema_free(schema);
    return status;
}

enum ph_status ph_rules_parse(struct ph_rules *rules, const char *name,
                              const struct ph_buffer *bytes, struct ph_error *error)
{
    struct loader loader = {.rules = rules, .error = error};
    return load(&loader, name, bytes);
}

enum ph_status ph_rules_fill_up(struct ph_rules *rules, const char *path, struct ph_error *error)
{
    struct loader loader = {.rules = rules, .fill_up = true, .error = error};
    return load(&loader, path, NULL);
}

enum ph_status ph_rules_load_own(struct ph_rules *rules, enum ph_rule_kind kind,
                                 struct ph_error *error)
{
    static const char *const folders[] = {
        [PH_CHECKING] = "rules/en/checking", [PH_DRAFTING] = "rules/en/drafting"};
    struct loader loader = {.rules = rules,
                            .late = !rules->strict,
                            .own = true,
                            .folder = rules->strict ? NULL : folders[kind],
                            .fill_up = true,
                            .error = error};
    if (rules->has_own[kind])
        return PH_OK;
    char *path = ph_data_path(folders[kind]);
    enum ph_status status = load(&loader, path, NULL);
    rules->has_own[kind] = status == PH_OK;
    free(path);
    return status;
}

enum ph_status ph_rules_load(struct ph_rules *rules, const char *path, struct ph_error *error)
{
    struct loader loader = {.rules = rules, .error = error};
    if (path)
        return load(&loader, path, NULL);
    enum ph_status status = ph_rules_load_own(rules, PH_CHECKING, error);
    return status == PH_OK ? ph_rules_load_own(rules, PH_DRAFTING, error) : status;
}
