#include "rules/functions.h"

#include <libxml/xpathInternals.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/nearest.h"
#include "base/xml.h"
#include "rules/braced.h"
#include "rules/call.h"
#include "rules/elements.h"
#include "rules/expression_names.h"
#include "rules/functions_usual.h"
#include "rules/rule.h"

#define AKN_NAMESPACE "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

/* Their places in the table. */
enum {
#define PH_FUNCTION(name, text, arguments, what) FUNCTION_##name,
#include "rules/functions.def"
#undef PH_FUNCTION
};

static const struct ph_xpath_function functions[] = {
#define PH_FUNCTION(name, text, arguments, what) {text, arguments, ph_function_##name},
#include "rules/functions.def"
#undef PH_FUNCTION
};

/* ---- results ---- */

void ph_give_text(struct ph_xpath_call *call, const char *text)
{
    call->result = xmlXPathNewCString(text ? text : "");
}

void ph_give_words(struct ph_xpath_call *call, const char *text, size_t length)
{
    char *words = ph_copy_n(text, length);
    ph_give_text(call, words);
    free(words);
}

void ph_give_number(struct ph_xpath_call *call, double number)
{
    call->result = xmlXPathNewFloat(number);
}

void ph_give_truth(struct ph_xpath_call *call, bool truth)
{
    call->result = xmlXPathNewBoolean(truth);
}

void ph_give_node(struct ph_xpath_call *call, const struct ph_node *node)
{
    call->result = xmlXPathNewNodeSet(ph_elements_find(call->world->elements, node));
}

void ph_give_more(struct ph_xpath_call *call, const struct ph_node *node)
{
    if (!call->result)
        call->result = xmlXPathNewNodeSet(NULL);
    xmlNode *element = ph_elements_find(call->world->elements, node);
    if (element)
        xmlXPathNodeSetAddUnique(call->result->nodesetval, element);
}

/* ---- faults ---- */

void ph_xpath_say(const struct ph_xpath_world *world, int code, const char *format, ...)
{
    va_list values;
    if (!world || !world->fault)
        return;
    va_start(values, format);
    vsnprintf(world->fault->words, sizeof world->fault->words, format, values);
    va_end(values);
    world->fault->code = code;
}

const char *ph_xpath_nearest(const char *name)
{
    const char *names[sizeof functions / sizeof *functions];
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
        names[i] = functions[i].name;
    return ph_nearest(name, names, sizeof names / sizeof *names);
}

/* ---- calling ---- */

const struct ph_xpath_function *ph_xpath_function_named(const char *name, size_t length)
{
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
        if (!strncmp(functions[i].name, name, length) && !functions[i].name[length])
            return &functions[i];
    return NULL;
}

const struct ph_node *ph_xpath_first_node(const struct ph_xpath_world *world, xmlNodeSet *set)
{
    if (set && set->nodeNr > 1)
        xmlXPathNodeSetSort(set);
    return set && set->nodeNr > 0 ? ph_elements_node(world, set->nodeTab[0]) : NULL;
}

static const struct ph_node *pop_node(xmlXPathParserContext *context, struct ph_xpath_call *call)
{
    xmlNodeSet *set = xmlXPathPopNodeSet(context);
    const struct ph_node *node = ph_xpath_first_node(call->world, set);
    xmlXPathFreeNodeSet(set);
    return node;
}

static char *pop_text(xmlXPathParserContext *context)
{
    xmlChar *text = xmlXPathPopString(context);
    return (char *)(text ? text : xmlCharStrdup(""));
}

static void pop_arguments(xmlXPathParserContext *context, int count, const char *arguments,
                          struct ph_xpath_call *call)
{
    for (int i = count - 1; i >= 0 && context->error == XPATH_EXPRESSION_OK; i--) {
        if (arguments[i] == 'n')
            call->node = pop_node(context, call);
        else if (arguments[i] == 's')
            call->texts[i] = pop_text(context);
        else if (arguments[i] == 'b')
            call->numbers[i] = xmlXPathPopBoolean(context);
        else
            call->numbers[i] = xmlXPathPopNumber(context);
    }
}

/* Looking through a long text is many steps; what was given up is more than there may be. */
static void count_steps(xmlXPathContext *context, const struct ph_xpath_call *call)
{
    enum { BYTES_A_STEP = 16 };
    for (int i = 0; i < PH_XPATH_ARGUMENTS; i++)
        context->opCount += call->texts[i] ? strlen(call->texts[i]) / BYTES_A_STEP : 0;
    if (call->gave_up || ph_patience_is_over(call->world->patience))
        context->opCount = context->opLimit;
}

void ph_xpath_run(const struct ph_xpath_function *function, xmlXPathContext *context,
                  struct ph_xpath_call *call)
{
    function->run(call);
    count_steps(context, call);
}

/* Every function of ours that libxml2 calls comes here: one place that checks and converts. */
static void call_function(xmlXPathParserContext *context, int count,
                          const struct ph_xpath_function *function)
{
    struct ph_xpath_call call = {.world = context->context->userData};
    int wanted = (int)strlen(function->arguments);
    bool of_context = count == 0 && wanted == 1 && function->arguments[0] == 'n';
    if (count != wanted && !of_context) {
        ph_xpath_say(call.world, XML_XPATH_INVALID_ARITY, "ph:%s takes %d, and is given %d",
                     function->name, wanted, count);
        xmlXPathErr(context, XPATH_INVALID_ARITY);
        return;
    }
    call.node = ph_elements_node(call.world, context->context->node);
    pop_arguments(context, count, function->arguments, &call);
    if (context->error == XPATH_EXPRESSION_OK)
        ph_xpath_run(function, context->context, &call);
    if (call.wrong)
        xmlXPathErr(context, XPATH_EXPR_ERROR);
    if (call.result)
        valuePush(context, call.result);
    for (int i = 0; i < PH_XPATH_ARGUMENTS; i++)
        xmlFree((void *)call.texts[i]);
}

#define PH_FUNCTION(name, text, arguments, what)                                                   \
    static void call_##name(xmlXPathParserContext *context, int count)                             \
    {                                                                                              \
        call_function(context, count, &functions[FUNCTION_##name]);                                \
    }
#include "rules/functions.def"
#undef PH_FUNCTION

/* Expressions keep what they looked up once: this costs nothing where a function is called again.
 */
static xmlXPathFunction find_function(void *data, const xmlChar *name, const xmlChar *space)
{
    static const xmlXPathFunction calls[] = {
#define PH_FUNCTION(name, text, arguments, what) call_##name,
#include "rules/functions.def"
#undef PH_FUNCTION
    };
    const struct ph_xpath_world *world = data;
    if (!space) {
        xmlXPathFunction usual = ph_usual_function((const char *)name);
        if (!usual)
            ph_xpath_say(world, XML_XPATH_UNKNOWN_FUNC_ERROR, "%s", (const char *)name);
        return usual;
    }
    if (strcmp((const char *)space, PH_RULE_NAMESPACE) != 0)
        return NULL;
    const struct ph_xpath_function *found =
        ph_xpath_function_named((const char *)name, strlen((const char *)name));
    if (found)
        return calls[found - functions];
    const char *near = ph_xpath_nearest((const char *)name);
    ph_xpath_say(world, XML_XPATH_UNKNOWN_FUNC_ERROR, "ph:%s%s%s%s", (const char *)name,
                 near ? " (is ph:" : "", near ? near : "", near ? " meant?)" : "");
    return NULL;
}

xmlXPathContext *ph_rules_xpath(xmlDoc *doc, const struct ph_xpath_world *world)
{
    xmlXPathContext *context = ph_xml_xpath(doc);
    context->userData = (void *)world;
    xmlXPathRegisterNs(context, (const xmlChar *)"akn", (const xmlChar *)AKN_NAMESPACE);
    xmlXPathRegisterNs(context, (const xmlChar *)"ph", (const xmlChar *)PH_RULE_NAMESPACE);
    xmlXPathRegisterFuncLookup(context, find_function, (void *)world);
    return context;
}

/* ---- variables ---- */

static void set_variable(xmlXPathContext *context, const char *name, xmlXPathObject *value)
{
    xmlXPathRegisterVariable(context, (const xmlChar *)name, value);
}

void ph_xpath_set_number(xmlXPathContext *context, const char *name, double value)
{
    set_variable(context, name, xmlXPathNewFloat(value));
}

void ph_xpath_set_text(xmlXPathContext *context, const char *name, const char *value)
{
    set_variable(context, name, xmlXPathNewCString(value ? value : ""));
}

void ph_xpath_set_nodes(xmlXPathContext *context, const char *name, xmlNodeSet *nodes)
{
    set_variable(context, name, xmlXPathNewNodeSetList(nodes));
}

/* ---- expressions ---- */

/* How deep its brackets go; those in string literals count as well, which is no less. */
static int depth_of(const char *expression)
{
    int depth = 0, deepest = 0;
    for (const char *c = expression; *c; c++) {
        depth += *c == '(' || *c == '[' ? 1 : *c == ')' || *c == ']' ? -1 : 0;
        deepest = depth > deepest ? depth : deepest;
    }
    return deepest;
}

enum ph_status ph_xpath_compile(xmlXPathContext *context, const char *expression, const char *where,
                                xmlXPathCompExpr **compiled, struct ph_error *error)
{
    if (strlen(expression) > PH_XPATH_EXPRESSION || depth_of(expression) > PH_XPATH_DEPTH)
        return ph_fail(error, PH_LIMIT, "%s: expression is longer than %d bytes or deeper than %d",
                       where, PH_XPATH_EXPRESSION, PH_XPATH_DEPTH);
    xmlResetError(&context->lastError);
    const struct ph_xpath_world *world = context->userData;
    *compiled = xmlXPathCtxtCompile(context, (const xmlChar *)expression);
    if (*compiled && world && world->names)
        return ph_xpath_names(context, world, expression, where, error);
    if (*compiled)
        return PH_OK;
    return ph_fail(error, PH_FORMAT, "%s: expression is wrong: %s", where, expression);
}

char *ph_xpath_fill(xmlXPathContext *context, xmlNode *node, const char *text, const char *where,
                    struct ph_error *error)
{
    struct ph_braced *braced = NULL;
    char *filled = NULL;
    if (ph_braced_new(context, text, where, &braced, error) == PH_OK)
        filled = ph_braced_fill(braced, context, node, error);
    ph_braced_free(braced);
    return filled;
}
