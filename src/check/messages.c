#include "check/messages.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/xml.h"

enum ph_status ph_messages_load(struct ph_messages *messages, const char *file,
                                const struct ph_lexicon *lexicon, struct ph_error *error)
{
    *messages = (struct ph_messages){.file = file, .world = {.lexicon = lexicon}};
    char *path = ph_data_path(file);
    enum ph_status status = ph_xml_read(path, &messages->doc, error);
    free(path);
    if (status == PH_OK)
        messages->world.patterns = ph_patterns_new(lexicon);
    if (status == PH_OK)
        messages->context = ph_rules_xpath(messages->doc, &messages->world);
    return status;
}

void ph_messages_free(struct ph_messages *messages)
{
    xmlXPathFreeContext(messages->context);
    ph_patterns_free(messages->world.patterns);
    xmlFreeDoc(messages->doc);
}

/* The first <element key="value"/>; NULL: there is none. */
static const xmlNode *element_of(const struct ph_messages *messages, const char *element,
                                 const char *key, const char *value)
{
    const xmlNode *root = xmlDocGetRootElement(messages->doc);
    const xmlNode *one = ph_xml_first(root, element);
    for (; one; one = ph_xml_next(one, element)) {
        const char *name = ph_xml_attribute(one, key);
        if (name && !strcmp(name, value))
            return one;
    }
    return NULL;
}

enum ph_status ph_messages_pattern(const struct ph_messages *messages, const char *name,
                                   struct ph_regex **regex, struct ph_error *error)
{
    const xmlNode *element = element_of(messages, "pattern", "name", name);
    *regex = NULL;
    if (!element)
        return ph_fail(error, PH_FORMAT, "%s: there is no pattern '%s'", messages->file, name);
    char *words = ph_xml_content(element);
    char *pattern = ph_lexicon_expand(messages->world.lexicon, words);
    enum ph_status status =
        pattern ? ph_regex_new(pattern, true, false, messages->file, regex, error)
                : ph_fail(error, PH_FORMAT, "%s: the pattern '%s' names what the lexicon has not",
                          messages->file, name);
    free(words);
    free(pattern);
    return status;
}

/* The words of a child with its expressions filled in; NULL when there is no such child. */
static enum ph_status fill(struct ph_messages *messages, const xmlNode *element, const char *name,
                           char **filled, struct ph_error *error)
{
    const xmlNode *child = ph_xml_first(element, name);
    *filled = NULL;
    if (!child)
        return PH_OK;
    char *words = ph_xml_content(child);
    *filled = ph_xpath_fill(messages->context, (xmlNode *)element, words, messages->file, error);
    free(words);
    return *filled ? PH_OK : PH_FORMAT;
}

static enum ph_status add(struct ph_messages *messages, const xmlNode *element,
                          struct ph_finding *finding, struct ph_findings *findings,
                          struct ph_error *error)
{
    char *message = NULL, *fix = NULL, *source = NULL;
    const char *severity = ph_xml_attribute(element, "severity");
    int level = severity ? ph_severity_by_name(severity) : -1;
    finding->severity = level < 0 ? PH_WARNING : (enum ph_severity)level;
    enum ph_status status = fill(messages, element, "message", &message, error);
    if (status == PH_OK && finding->from < finding->to)
        status = fill(messages, element, "fix", &fix, error);
    const xmlNode *child = ph_xml_first(element, "source");
    source = child ? ph_xml_content(child) : NULL;
    finding->message = message ? message : "";
    finding->fix = fix;
    finding->source = ph_arena_copy(findings->arena, source);
    if (status == PH_OK)
        ph_findings_add(findings, finding);
    free(message);
    free(fix);
    free(source);
    return status;
}

/* Whether what <when> asks is so; without it, always. */
static enum ph_status ask(struct ph_messages *messages, const xmlNode *element, bool *holds,
                          struct ph_error *error)
{
    const xmlNode *when = ph_xml_first(element, "when");
    const char *test = when ? ph_xml_attribute(when, "test") : NULL;
    xmlXPathCompExpr *compiled = NULL;
    *holds = true;
    if (!test)
        return PH_OK;
    enum ph_status status =
        ph_xpath_compile(messages->context, test, messages->file, &compiled, error);
    int truth = status == PH_OK ? xmlXPathCompiledEvalToBoolean(compiled, messages->context) : 0;
    xmlXPathFreeCompExpr(compiled);
    if (truth < 0)
        status = ph_fail(error, PH_FORMAT, "%s: expression is wrong: %s", messages->file, test);
    *holds = truth > 0;
    return status;
}

enum ph_status ph_messages_say(struct ph_messages *messages, const char *id,
                               const struct ph_node *node, size_t from, size_t to,
                               struct ph_findings *findings, struct ph_error *error)
{
    const xmlNode *element = element_of(messages, "finding", "id", id);
    if (!element)
        return ph_fail(error, PH_FORMAT, "%s: there is no finding '%s'", messages->file, id);
    struct ph_finding finding = {
        .rule = ph_arena_copy(findings->arena, id), .node = node, .from = from, .to = to};
    bool holds;
    enum ph_status status = ask(messages, element, &holds, error);
    return status == PH_OK && holds ? add(messages, element, &finding, findings, error) : status;
}
