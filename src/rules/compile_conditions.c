/* What a checking rule's conditions, message and fixes say, compiled. */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/xml.h"
#include "rules/compile_inside.h"

/* Of the answer to an expression: the same for the same words, by a hash of them (FNV-1a). */
static size_t place_of(const char *test)
{
    uint32_t hash = 2166136261u;
    for (; *test; test++)
        hash = (hash ^ (unsigned char)*test) * 16777619u;
    return (hash ^ hash >> 16) % PH_ANSWERS;
}

static const char *attribute_of(const struct ph_step *step)
{
    return ph_xml_is(step->element, "let") ? "select" : "test";
}

static enum ph_status compile_step(struct ph_compiler *c, struct ph_step *step)
{
    return ph_compile_attribute(c, step->element, attribute_of(step), &step->expression);
}

static enum ph_status read_step(struct ph_compiler *c, const xmlNode *element)
{
    struct ph_conditions *conditions = c->rule->conditions;
    bool is_let = ph_xml_is(element, "let");
    conditions->steps = ph_grow(conditions->steps, conditions->step_count,
                                &conditions->step_capacity, sizeof *conditions->steps);
    struct ph_step *made = &conditions->steps[conditions->step_count++];
    *made = (struct ph_step){.element = element, .wanted = ph_xml_is(element, "when")};
    const char *test = is_let ? NULL : ph_xml_attribute(element, "test");
    made->shared = test && !strchr(test, '$') ? test : NULL;
    made->place = place_of(test ? test : "");
    enum ph_status status = c->late ? PH_OK : compile_step(c, made);
    made->name = is_let ? ph_xml_attribute(element, "name") : NULL;
    return status;
}

static enum ph_status compile_message(struct ph_compiler *c)
{
    char at[1024];
    const xmlNode *element = c->rule->conditions->message_element;
    char *text = ph_xml_content(element);
    enum ph_status status =
        ph_braced_new(c->context, text, ph_compile_where(c, element, at, sizeof at),
                      &c->rule->conditions->message, c->error);
    free(text);
    return status;
}

static enum ph_status read_look(struct ph_compiler *c, const xmlNode *element, const char *text,
                                struct ph_fix *fix)
{
    const char *name = ph_xml_attribute(element, "look");
    fix->look = ph_restyle_by_name(name);
    if (!fix->look)
        return ph_fail(c->error, PH_FORMAT, "%s:%d: <fix>: there is no look '%s'", c->rule->file,
                       ph_xml_line(element), name);
    if (text[strspn(text, " \t\r\n")])
        return ph_fail(c->error, PH_FORMAT, "%s:%d: <fix>: it has a look, and words: one of them",
                       c->rule->file, ph_xml_line(element));
    return ph_xml_attribute(element, "of") ? ph_compile_attribute(c, element, "of", &fix->of)
                                           : PH_OK;
}

/* White space of a fix is kept: a space may be what is put right. */
static enum ph_status compile_fix(struct ph_compiler *c, struct ph_fix *fix)
{
    char at[1024];
    const xmlNode *element = fix->element;
    enum ph_status status = PH_OK;
    if (ph_xml_attribute(element, "when"))
        status = ph_compile_attribute(c, element, "when", &fix->when);
    xmlChar *text = xmlNodeGetContent(element);
    const char *words = text ? (const char *)text : "";
    if (status == PH_OK && ph_xml_attribute(element, "look"))
        status = read_look(c, element, words, fix);
    else if (status == PH_OK)
        status = ph_braced_new(c->context, words, ph_compile_where(c, element, at, sizeof at),
                               &fix->words, c->error);
    xmlFree(text);
    return status;
}

static void release_report(struct ph_conditions *conditions)
{
    for (size_t i = 0; i < conditions->fix_count; i++) {
        struct ph_fix *fix = &conditions->fixes[i];
        xmlXPathFreeCompExpr(fix->when);
        xmlXPathFreeCompExpr(fix->of);
        ph_braced_free(fix->words);
        *fix = (struct ph_fix){.element = fix->element};
    }
    ph_braced_free(conditions->message);
    conditions->message = NULL;
}

/* What is said where something is found. */
static enum ph_status compile_report(struct ph_compiler *c)
{
    struct ph_conditions *conditions = c->rule->conditions;
    enum ph_status status = compile_message(c);
    for (size_t i = 0; i < conditions->fix_count && status == PH_OK; i++)
        status = compile_fix(c, &conditions->fixes[i]);
    if (status != PH_OK)
        release_report(conditions);
    return status;
}

static enum ph_status read_message(struct ph_compiler *c, const xmlNode *element)
{
    c->rule->conditions->message_element = element;
    return PH_OK;
}

static enum ph_status read_fix(struct ph_compiler *c, const xmlNode *element)
{
    struct ph_conditions *conditions = c->rule->conditions;
    conditions->fixes = ph_grow(conditions->fixes, conditions->fix_count, &conditions->fix_capacity,
                                sizeof *conditions->fixes);
    conditions->fixes[conditions->fix_count++] = (struct ph_fix){.element = element};
    return PH_OK;
}

static enum ph_status read_condition(struct ph_compiler *c, const xmlNode *element)
{
    static const struct {
        const char *name;
        enum ph_status (*read)(struct ph_compiler *, const xmlNode *);
    } parts[] = {{"let", read_step},
                 {"when", read_step},
                 {"unless", read_step},
                 {"message", read_message},
                 {"fix", read_fix}};
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (ph_xml_is(element, parts[i].name))
            return parts[i].read(c, element);
    return PH_OK;
}

void ph_conditions_release(struct ph_conditions *conditions)
{
    for (size_t i = 0; i < conditions->step_count; i++) {
        ph_plain_free(conditions->steps[i].plain);
        xmlXPathFreeCompExpr(conditions->steps[i].expression);
    }
    release_report(conditions);
    free(conditions->steps);
    free(conditions->fixes);
    *conditions = (struct ph_conditions){0};
}

enum ph_status ph_conditions_read(struct ph_compiler *c)
{
    const struct ph_rule *rule = c->rule;
    const xmlNode *root = ph_rule_element(rule);
    enum ph_status status = PH_OK;
    for (const xmlNode *child = ph_xml_first(root, NULL); child && status == PH_OK;
         child = ph_xml_next(child, NULL))
        status = read_condition(c, child);
    if (status == PH_OK && !rule->conditions->message_element)
        status = ph_fail(c->error, PH_FORMAT, "%s:%d: <rule>: a checking rule needs <message>",
                         rule->file, ph_xml_line(root));
    if (status == PH_OK && !c->late)
        status = compile_report(c);
    if (status != PH_OK)
        ph_conditions_release(rule->conditions);
    rule->conditions->ready = status == PH_OK;
    return status;
}

enum ph_status ph_rule_ready(const struct ph_rule *rule, struct ph_error *error)
{
    struct ph_compiler c = {.rule = rule, .late = true, .error = error};
    return rule->conditions->ready ? PH_OK : ph_conditions_read(&c);
}

enum ph_status ph_step_compiled(const struct ph_rule *rule, struct ph_step *step,
                                xmlXPathContext *context, struct ph_error *error)
{
    struct ph_compiler c = {.rule = rule, .context = context, .error = error};
    return step->expression ? PH_OK : compile_step(&c, step);
}

/* What a stranger's expression names is libxml2's to look up, and to find fault with. */
enum ph_status ph_step_ready(const struct ph_rule *rule, struct ph_step *step,
                             xmlXPathContext *context, struct ph_error *error)
{
    const char *text =
        step->asked || rule->watched ? NULL : ph_xml_attribute(step->element, attribute_of(step));
    if (text)
        step->plain = ph_plain_new(text);
    step->asked = true;
    return step->plain ? PH_OK : ph_step_compiled(rule, step, context, error);
}

enum ph_status ph_report_ready(const struct ph_rule *rule, xmlXPathContext *context,
                               struct ph_error *error)
{
    struct ph_compiler c = {.rule = rule, .context = context, .error = error};
    return rule->conditions->message ? PH_OK : compile_report(&c);
}
