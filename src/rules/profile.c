#include "rules/profile.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/nearest.h"
#include "base/schema.h"
#include "base/xml.h"
#include "rules/compiled.h"

enum { MOST_PROFILES = 8 }; /* each based on the next */

/* A profile and what it is based on, the one that was asked for first. */
struct chain {
    char *files[MOST_PROFILES];
    xmlDoc *docs[MOST_PROFILES];
    size_t count;
};

static void free_chain(struct chain *chain)
{
    for (size_t i = 0; i < chain->count; i++) {
        free(chain->files[i]);
        xmlFreeDoc(chain->docs[i]);
    }
}

/* ---- where profiles are ---- */

/* A path that a file names, from where the file lies. Caller frees. */
static char *path_beside(const char *file, const char *path)
{
    size_t length = (size_t)(ph_file_name(file) - file);
    struct ph_buffer out = {0};
    if (*path != '/')
        ph_buffer_add(&out, file, length);
    ph_buffer_put(&out, path);
    return ph_buffer_take(&out);
}

/* `by`: the file that names it, at a line; NULL: the user. */
static enum ph_status refuse_name(const char *name, const char *by, int line,
                                  struct ph_error *error)
{
    char *folder = ph_data_path("rules/profiles"), **list = NULL;
    struct ph_buffer known = {0};
    enum ph_status status = ph_file_list(folder, &list, error);
    for (char **file = list; status == PH_OK && *file; file++) {
        const char *last = ph_file_name(*file);
        ph_buffer_printf(&known, "%s%.*s", known.length ? ", " : "", (int)strcspn(last, "."), last);
    }
    if (status == PH_OK && by)
        status = ph_fail(error, PH_FORMAT, "%s:%d: <profile>: there is no profile '%s', only: %s",
                         by, line, name, ph_buffer_text(&known));
    else if (status == PH_OK)
        status = ph_fail(error, PH_NOTHING, "there is no profile '%s', only: %s", name,
                         ph_buffer_text(&known));
    if (list)
        ph_file_list_free(list);
    ph_buffer_free(&known);
    free(folder);
    return status;
}

static bool is_path(const char *profile)
{
    return strpbrk(profile, "/.") != NULL;
}

/* The file of a profile by its name. Caller frees; NULL: no such name. */
static char *named_file(const char *name)
{
    struct ph_buffer place = {0};
    char **list = NULL;
    ph_buffer_printf(&place, "rules/profiles/%s.xml", name);
    char *path = ph_data_path(ph_buffer_text(&place));
    ph_buffer_free(&place);
    if (ph_file_list(path, &list, NULL) != PH_OK) {
        free(path);
        return NULL;
    }
    ph_file_list_free(list);
    return path;
}

/* ---- reading ---- */

/* A profile of the user's own is held to the schema; the program's own are proved by its tests. */
static enum ph_status validate(xmlDoc *doc, const char *file, struct ph_error *error)
{
    struct ph_schema *schema = NULL;
    enum ph_status status = ph_schema_new("rules/profile.xsd", &schema, error);
    if (status == PH_OK)
        status = ph_schema_validate(schema, doc, file, error);
    ph_schema_free(schema);
    return status;
}

/* `bytes`: of the file, which is not read; NULL: it is. */
static enum ph_status read_one(struct chain *chain, char *file, const struct ph_buffer *bytes,
                               bool own, struct ph_error *error)
{
    for (size_t i = 0; i < chain->count; i++)
        if (!strcmp(chain->files[i], file) || chain->count == MOST_PROFILES) {
            free(file);
            return ph_fail(error, PH_FORMAT, "%s: the profiles are based on one another",
                           chain->files[0]);
        }
    chain->files[chain->count] = file;
    chain->docs[chain->count] = NULL;
    xmlDoc **doc = &chain->docs[chain->count++];
    enum ph_status status =
        bytes ? ph_xml_parse(file, ph_buffer_text(bytes), bytes->length, doc, error)
              : ph_xml_read(file, doc, error);
    return status == PH_OK && !own ? validate(*doc, file, error) : status;
}

static enum ph_status read_chain(struct chain *chain, const char *profile,
                                 const struct ph_buffer *bytes, bool strict, struct ph_error *error)
{
    char *file = bytes || is_path(profile) ? ph_copy(profile) : named_file(profile);
    const char *by = NULL;
    int line = 0;
    for (; file; bytes = NULL) {
        const bool own = !bytes && !is_path(profile) && !strict;
        by = file;
        enum ph_status status = read_one(chain, file, bytes, own, error);
        if (status == PH_IO && line)
            ph_fail(error, status, "%s:%d: <profile>: is based on %s, which cannot be read",
                    chain->files[chain->count - 2], line, file);
        if (status != PH_OK)
            return status;
        const xmlNode *root = xmlDocGetRootElement(chain->docs[chain->count - 1]);
        profile = ph_xml_attribute(root, "based-on");
        if (!profile)
            return PH_OK;
        line = ph_xml_line(root);
        file = is_path(profile) ? path_beside(file, profile) : named_file(profile);
    }
    return refuse_name(profile, by, line, error);
}

/* ---- what profiles say ---- */

static enum ph_status add_rules(struct ph_rules *rules, const char *file, const xmlNode *root,
                                bool fill_up, struct ph_error *error)
{
    enum ph_status status = PH_OK;
    for (const xmlNode *add = ph_xml_first(root, "add"); add && status == PH_OK;
         add = ph_xml_next(add, "add")) {
        char *path = path_beside(file, ph_xml_attribute(add, "rules"));
        status = (fill_up ? ph_rules_fill_up : ph_rules_load)(rules, path, error);
        if (status == PH_IO)
            status = ph_fail(error, status, "%s:%d: <add>: %s cannot be read", file,
                             ph_xml_line(add), path);
        free(path);
    }
    return status;
}

static enum ph_status refuse_rule(const struct ph_rules *rules, const char *file,
                                  const xmlNode *setting, struct ph_error *error)
{
    const char *id = ph_xml_attribute(setting, "rule");
    const char **names = ph_alloc_zero(rules->count + 1, sizeof *names);
    for (size_t i = 0; i < rules->count; i++)
        names[i] = ph_rule_id(rules->items[i]);
    const char *near = ph_nearest(id, names, rules->count);
    ph_fail(error, PH_FORMAT, "%s:%d: there is no rule '%s'%s%s%s", file, ph_xml_line(setting), id,
            near ? "; is " : "", near ? near : "", near ? " meant?" : "");
    free(names);
    return PH_FORMAT;
}

/* Whether such a finding is made beside the rules: of a series, of citations. */
static bool is_said(const char *id)
{
    static const char *const files[] = {"rules/en/series.xml", "rules/en/archive.xml"};
    bool found = false;
    for (size_t i = 0; i < sizeof files / sizeof *files && !found; i++) {
        char *path = ph_data_path(files[i]);
        xmlDoc *doc = NULL;
        const xmlNode *root =
            ph_xml_read(path, &doc, NULL) == PH_OK ? xmlDocGetRootElement(doc) : NULL;
        const xmlNode *one = root ? ph_xml_first(root, "finding") : NULL;
        for (; one && !found; one = ph_xml_next(one, "finding")) {
            const char *name = ph_xml_attribute(one, "id");
            found = name && !strcmp(name, id);
        }
        xmlFreeDoc(doc);
        free(path);
    }
    return found;
}

/* Whether an element is one of those that set a rule; what else stands there adds rules. */
static const char *rule_of(const xmlNode *setting)
{
    const bool sets = ph_xml_is(setting, "off") || ph_xml_is(setting, "grade");
    return sets ? ph_xml_attribute(setting, "rule") : NULL;
}

/* Of two settings of one rule in one file a person means one, and nobody knows which. */
static enum ph_status refuse_twice(const char *file, const xmlNode *setting, struct ph_error *error)
{
    const char *id = rule_of(setting);
    for (const xmlNode *other = setting->prev; other; other = other->prev) {
        const char *same = other->type == XML_ELEMENT_NODE ? rule_of(other) : NULL;
        if (same && !strcmp(same, id))
            return ph_fail(error, PH_FORMAT,
                           "%s:%d: <%s>: the rule '%s' is set in line %d already, by <%s>: leave "
                           "one of them",
                           file, ph_xml_line(setting), (const char *)setting->name, id,
                           ph_xml_line(other), (const char *)other->name);
    }
    return PH_OK;
}

static void add_setting(struct ph_rules *rules, const char *id, const char *severity)
{
    rules->settings = ph_grow(rules->settings, rules->setting_count, &rules->setting_capacity,
                              sizeof *rules->settings);
    struct ph_profile_setting *added = &rules->settings[rules->setting_count++];
    *added = (struct ph_profile_setting){.id = ph_arena_copy(rules->arena, id), .off = !severity};
    if (severity)
        added->severity = (enum ph_severity)ph_severity_by_name(severity);
}

static enum ph_status set_rules(struct ph_rules *rules, const char *file, const xmlNode *root,
                                struct ph_error *error)
{
    for (const xmlNode *setting = ph_xml_first(root, NULL); setting;
         setting = ph_xml_next(setting, NULL)) {
        const char *id = rule_of(setting);
        const char *severity = ph_xml_attribute(setting, "severity");
        struct ph_rule *rule = id ? (struct ph_rule *)ph_rules_find(rules, id) : NULL;
        if (!id || (!severity && !ph_xml_is(setting, "off")))
            continue;
        if (refuse_twice(file, setting, error) != PH_OK)
            return PH_FORMAT;
        if (!rule && is_said(id)) {
            add_setting(rules, id, severity);
            continue;
        }
        if (!rule || rule->kind != PH_CHECKING)
            return refuse_rule(rules, file, setting, error);
        rule->off = !severity;
        if (severity)
            rule->severity = (enum ph_severity)ph_severity_by_name(severity);
    }
    return PH_OK;
}

/* Rules of the nearest profile stand in the place of those that come later; what the farthest says
 * is said first. */
static enum ph_status use_chain(struct ph_rules *rules, const struct chain *chain,
                                struct ph_error *error)
{
    enum ph_status status = PH_OK;
    for (size_t i = 0; i < chain->count && status == PH_OK; i++)
        status =
            add_rules(rules, chain->files[i], xmlDocGetRootElement(chain->docs[i]), i > 0, error);
    if (status == PH_OK)
        status = ph_rules_load_own(rules, PH_CHECKING, error);
    for (size_t i = chain->count; i-- > 0 && status == PH_OK;)
        status = set_rules(rules, chain->files[i], xmlDocGetRootElement(chain->docs[i]), error);
    return status;
}

static enum ph_status load(struct ph_rules *rules, const char *profile,
                           const struct ph_buffer *bytes, struct ph_error *error)
{
    struct chain chain = {.count = 0};
    enum ph_status status = read_chain(&chain, profile, bytes, rules->strict, error);
    if (status == PH_OK)
        status = use_chain(rules, &chain, error);
    free_chain(&chain);
    return status;
}

enum ph_status ph_rules_load_profile(struct ph_rules *rules, const char *profile,
                                     struct ph_error *error)
{
    return load(rules, profile, NULL, error);
}

enum ph_status ph_rules_parse_profile(struct ph_rules *rules, const char *name,
                                      const struct ph_buffer *bytes, struct ph_error *error)
{
    return load(rules, name, bytes, error);
}

static const struct ph_profile_setting *setting_of(const struct ph_rules *rules, const char *id)
{
    for (size_t i = rules->setting_count; i-- > 0;)
        if (!strcmp(rules->settings[i].id, id))
            return &rules->settings[i];
    return NULL;
}

void ph_rules_settle(const struct ph_rules *rules, struct ph_findings *findings)
{
    size_t kept = 0;
    for (size_t i = 0; i < findings->count; i++) {
        const struct ph_profile_setting *setting = setting_of(rules, findings->items[i].rule);
        if (setting && setting->off)
            continue;
        findings->items[kept] = findings->items[i];
        if (setting)
            findings->items[kept].severity = setting->severity;
        kept++;
    }
    findings->count = kept;
}
