/* What a plain expression says at a node. */
#include "rules/plain.h"

#include <libxml/xpathInternals.h>
#include <math.h>
#include <string.h>

#include "rules/elements.h"
#include "rules/plain_inside.h"

enum kind { WORDS, NUMBER, TRUTH, NODES, UNKNOWN };

struct value {
    enum kind kind;
    const char *words;
    double number;          /* a truth, too */
    xmlXPathObject *object; /* what it is of; NULL: of the expression itself */
};

static struct value value_of(const struct ph_plain *plain, size_t number, xmlXPathContext *context);

/* ---- values ---- */

static struct value truth(bool truth)
{
    return (struct value){.kind = TRUTH, .number = truth};
}

static struct value number(double number)
{
    return (struct value){.kind = NUMBER, .number = number};
}

static struct value unknown(void)
{
    return (struct value){.kind = UNKNOWN};
}

/* Takes it over; NULL: there is none. */
static struct value of_object(xmlXPathObject *object)
{
    struct value value = {.kind = UNKNOWN, .object = object};
    if (object && object->type == XPATH_STRING) {
        value.kind = WORDS;
        value.words = object->stringval ? (const char *)object->stringval : "";
    } else if (object && object->type == XPATH_NUMBER) {
        value.kind = NUMBER;
        value.number = object->floatval;
    } else if (object && object->type == XPATH_BOOLEAN) {
        value.kind = TRUTH;
        value.number = object->boolval;
    } else if (object && object->type == XPATH_NODESET) {
        value.kind = NODES;
    }
    return value;
}

static void release(struct value *value)
{
    if (value->object)
        xmlXPathFreeObject(value->object);
}

static int count_of(const struct value *nodes)
{
    return nodes->object && nodes->object->nodesetval ? nodes->object->nodesetval->nodeNr : 0;
}

static bool is_true(const struct value *value)
{
    if (value->kind == WORDS)
        return *value->words;
    if (value->kind == NODES)
        return !value->object || count_of(value) > 0;
    return xmlXPathCastNumberToBoolean(value->number);
}

static double number_of(const struct value *value)
{
    return value->kind == WORDS ? xmlXPathCastStringToNumber((const xmlChar *)value->words)
                                : value->number;
}

/* ---- calls ---- */

/* Whether it is what a function takes without more ado. */
static bool is_for(char as, const struct value *value)
{
    if (as == 's')
        return value->kind == WORDS;
    return as == 'n' ? value->kind == NODES : as == 'b' || value->kind != NODES;
}

/* One argument; false: libxml2 would make something else of the value first. */
static bool put_argument(struct ph_xpath_call *call, size_t place, char as,
                         const struct value *value)
{
    if (value->kind == UNKNOWN || !is_for(as, value))
        return false;
    if (as == 'b')
        call->numbers[place] = is_true(value);
    else if (as == 'd')
        call->numbers[place] = number_of(value);
    else if (as == 's')
        call->texts[place] = value->words;
    else if (value->object) /* else it is the context node, which the call has */
        call->node = ph_xpath_first_node(call->world, value->object->nodesetval);
    return true;
}

static struct value run(const struct ph_plain_part *part, xmlXPathContext *context,
                        struct ph_xpath_call *call)
{
    ph_xpath_run(part->function, context, call);
    struct value value = of_object(call->result);
    if (!call->wrong && !call->gave_up && context->opCount < context->opLimit)
        return value;
    release(&value);
    return unknown();
}

static struct value call(const struct ph_plain *plain, const struct ph_plain_part *part,
                         xmlXPathContext *context)
{
    struct ph_xpath_call call = {.world = context->userData};
    struct value arguments[PH_XPATH_ARGUMENTS];
    size_t count = 0;
    bool known = true;
    call.node = ph_elements_node(call.world, context->node);
    while (known && count < part->count) {
        arguments[count] = value_of(plain, part->parts[count], context);
        known = put_argument(&call, count, part->function->arguments[count], &arguments[count]);
        count++;
    }
    struct value value = known ? run(part, context, &call) : unknown();
    while (count-- > 0)
        release(&arguments[count]);
    return value;
}

/* ---- operators ---- */

static struct value join(const struct ph_plain *plain, const struct ph_plain_part *part,
                         xmlXPathContext *context)
{
    bool joined = part->kind == PH_PLAIN_AND;
    for (size_t i = 0; i < 2 && joined == (part->kind == PH_PLAIN_AND); i++) {
        struct value value = value_of(plain, part->parts[i], context);
        const bool known = value.kind != UNKNOWN;
        joined = known && is_true(&value);
        release(&value);
        if (!known)
            return unknown();
    }
    return truth(joined);
}

static bool are_equal(const struct value *a, const struct value *b)
{
    if (a->kind == TRUTH || b->kind == TRUTH)
        return is_true(a) == is_true(b);
    return a->kind == NUMBER || b->kind == NUMBER ? number_of(a) == number_of(b)
                                                  : !strcmp(a->words, b->words);
}

static struct value of_both(enum ph_plain_kind kind, const struct value *a, const struct value *b)
{
    switch (kind) {
    case PH_PLAIN_EQUAL:
        return truth(are_equal(a, b));
    case PH_PLAIN_UNEQUAL:
        return truth(!are_equal(a, b));
    case PH_PLAIN_LESS:
        return truth(number_of(a) < number_of(b));
    case PH_PLAIN_MORE:
        return truth(number_of(a) > number_of(b));
    case PH_PLAIN_AT_MOST:
        return truth(number_of(a) <= number_of(b));
    case PH_PLAIN_AT_LEAST:
        return truth(number_of(a) >= number_of(b));
    case PH_PLAIN_PLUS:
        return number(number_of(a) + number_of(b));
    case PH_PLAIN_MINUS:
        return number(number_of(a) - number_of(b));
    case PH_PLAIN_MODULO:
        return number(fmod(number_of(a), number_of(b)));
    default:
        return unknown();
    }
}

/* What nodes are beside something else is libxml2's to say. */
static bool is_single(const struct value *value)
{
    return value->kind != NODES && value->kind != UNKNOWN;
}

static struct value operate(const struct ph_plain *plain, const struct ph_plain_part *part,
                            xmlXPathContext *context)
{
    struct value a = value_of(plain, part->parts[0], context), value = unknown();
    if (is_single(&a)) {
        struct value b = value_of(plain, part->parts[1], context);
        if (is_single(&b))
            value = of_both(part->kind, &a, &b);
        release(&b);
    }
    release(&a);
    return value;
}

/* ---- nodes ---- */

/* Whether it is true at a node; a number would be the place of the node among the others. */
static enum ph_plain_truth is_true_at(const struct ph_plain *plain, size_t at, xmlNode *node,
                                      xmlXPathContext *context)
{
    xmlNode *here = context->node;
    context->node = node;
    struct value value = value_of(plain, at, context);
    context->node = here;
    const bool known = value.kind != UNKNOWN && value.kind != NUMBER;
    const bool is = known && is_true(&value);
    release(&value);
    return !known ? PH_PLAIN_UNKNOWN : is ? PH_PLAIN_TRUE : PH_PLAIN_FALSE;
}

static struct value those(const struct ph_plain *plain, const struct ph_plain_part *part,
                          xmlXPathContext *context)
{
    struct value nodes = value_of(plain, part->parts[0], context);
    enum ph_plain_truth truth =
        nodes.kind == NODES && nodes.object ? PH_PLAIN_TRUE : PH_PLAIN_UNKNOWN;
    xmlNodeSet *left = xmlXPathNodeSetCreate(NULL);
    for (int i = 0; i < count_of(&nodes) && truth != PH_PLAIN_UNKNOWN; i++) {
        xmlNode *node = nodes.object->nodesetval->nodeTab[i];
        truth = is_true_at(plain, part->parts[1], node, context);
        if (truth == PH_PLAIN_TRUE)
            xmlXPathNodeSetAddUnique(left, node);
    }
    release(&nodes);
    if (truth != PH_PLAIN_UNKNOWN)
        return of_object(xmlXPathWrapNodeSet(left));
    xmlXPathFreeNodeSet(left);
    return unknown();
}

static struct value count(const struct ph_plain *plain, const struct ph_plain_part *part,
                          xmlXPathContext *context)
{
    struct value nodes = value_of(plain, part->parts[0], context);
    const struct value value =
        nodes.kind == NODES && nodes.object ? number(count_of(&nodes)) : unknown();
    release(&nodes);
    return value;
}

/* ---- all ---- */

static struct value variable(const struct ph_plain_part *part, xmlXPathContext *context)
{
    return context->varLookupFunc ? of_object(context->varLookupFunc(
                                        context->varLookupData, (const xmlChar *)part->words, NULL))
                                  : unknown();
}

static struct value value_of(const struct ph_plain *plain, size_t at, xmlXPathContext *context)
{
    const struct ph_plain_part *part = &plain->parts[at];
    context->opCount++;
    switch (part->kind) {
    case PH_PLAIN_OR:
    case PH_PLAIN_AND:
        return join(plain, part, context);
    case PH_PLAIN_WORDS:
        return (struct value){.kind = WORDS, .words = part->words};
    case PH_PLAIN_NUMBER:
        return number(part->number);
    case PH_PLAIN_VARIABLE:
        return variable(part, context);
    case PH_PLAIN_HERE:
        return (struct value){.kind = NODES};
    case PH_PLAIN_THOSE:
        return those(plain, part, context);
    case PH_PLAIN_COUNT:
        return count(plain, part, context);
    case PH_PLAIN_CALL:
        return call(plain, part, context);
    default:
        return operate(plain, part, context);
    }
}

enum ph_plain_truth ph_plain_ask(const struct ph_plain *plain, xmlXPathContext *context)
{
    struct value value = value_of(plain, plain->whole, context);
    const enum ph_plain_truth truth = value.kind == UNKNOWN ? PH_PLAIN_UNKNOWN
                                      : is_true(&value)     ? PH_PLAIN_TRUE
                                                            : PH_PLAIN_FALSE;
    release(&value);
    return truth;
}

xmlXPathObject *ph_plain_value(const struct ph_plain *plain, xmlXPathContext *context)
{
    const struct value value = value_of(plain, plain->whole, context);
    if (value.object || value.kind == UNKNOWN || value.kind == NODES)
        return value.object;
    if (value.kind == WORDS)
        return xmlXPathNewCString(value.words);
    return value.kind == NUMBER ? xmlXPathNewFloat(value.number)
                                : xmlXPathNewBoolean(value.number != 0);
}
