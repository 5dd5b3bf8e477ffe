/* The functions of XPath itself that make texts of nodes: what they read counts as steps, because
 * one that reads the whole document again and again would cost more than its calls say. */
#include <libxml/xpathInternals.h>
#include <string.h>

#include "rules/functions_usual.h"

enum { BYTES_A_STEP = 16 };

/* As many steps as there are nodes in it, and words in them; no more than `most`. */
static unsigned long steps_of_node(const xmlNode *top, unsigned long most)
{
    unsigned long steps = 1;
    for (const xmlNode *node = top; node && steps < most;) {
        bool holds = node->type == XML_ELEMENT_NODE || node->type == XML_DOCUMENT_NODE;
        const xmlNode *next = holds ? node->children : NULL;
        steps += 1 + (node->type == XML_TEXT_NODE && node->content
                          ? strlen((const char *)node->content) / BYTES_A_STEP
                          : 0);
        while (!next && node && node != top) {
            next = node->next;
            node = node->parent;
        }
        node = next;
    }
    return steps;
}

static unsigned long steps_of(const xmlXPathObject *argument, unsigned long most)
{
    unsigned long steps = 0;
    const xmlNodeSet *set = argument->nodesetval;
    if (argument->type == XPATH_STRING && argument->stringval)
        return strlen((const char *)argument->stringval) / BYTES_A_STEP;
    if (argument->type != XPATH_NODESET || !set)
        return 0;
    for (int i = 0; i < set->nodeNr && steps < most; i++)
        if (set->nodeTab[i]->type != XML_NAMESPACE_DECL)
            steps += steps_of_node(set->nodeTab[i], most - steps);
    return steps;
}

static void call(xmlXPathParserContext *parser, int count, xmlXPathFunction function)
{
    xmlXPathContext *context = parser->context;
    for (int i = 0; i < count && i < parser->valueNr; i++)
        if (context->opCount < context->opLimit)
            context->opCount += steps_of(parser->valueTab[parser->valueNr - 1 - i],
                                         context->opLimit - context->opCount);
    if (count == 0 && context->node && context->opCount < context->opLimit)
        context->opCount += steps_of_node(context->node, context->opLimit - context->opCount);
    if (context->opCount < context->opLimit)
        function(parser, count);
    else
        xmlXPathErr(parser, XPATH_OP_LIMIT_EXCEEDED);
}

#define USUAL(name, words, function)                                                               \
    static void call_##name(xmlXPathParserContext *parser, int count)                              \
    {                                                                                              \
        call(parser, count, function);                                                             \
    }
#include "rules/functions_usual.def"
#undef USUAL

xmlXPathFunction ph_usual_function(const char *name)
{
    static const struct {
        const char *name;
        xmlXPathFunction function;
    } usual[] = {
#define USUAL(name, words, function) {words, call_##name},
#include "rules/functions_usual.def"
#undef USUAL
    };
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++)
        if (!strcmp(usual[i].name, name))
            return usual[i].function;
    return NULL;
}
