#include "draft/template_words.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/xml.h"
#include "rules/functions.h"

void ph_filler_fail(struct ph_filler *filler, const xmlNode *at, const char *what)
{
    if (filler->status == PH_OK)
        filler->status =
            ph_fail(filler->error, PH_FORMAT, "%s:%d: %s", filler->path, ph_xml_line(at), what);
}

static void stand(struct ph_filler *filler, const struct ph_here *here)
{
    filler->context->node = here->node;
    filler->context->proximityPosition = here->place;
    filler->context->contextSize = here->count;
    filler->context->opCount = 0; /* the limit is for one expression */
}

char *ph_filler_text(struct ph_filler *filler, const struct ph_here *here, const xmlNode *at,
                     const char *text)
{
    char where[1024];
    snprintf(where, sizeof where, "%s:%d", filler->path, ph_xml_line(at));
    stand(filler, here);
    char *filled = ph_xpath_fill(filler->context, here->node, text, where, filler->error);
    if (!filled && filler->status == PH_OK)
        filler->status = PH_FORMAT;
    return filled ? filled : ph_copy("");
}

xmlXPathObject *ph_filler_select(struct ph_filler *filler, const struct ph_here *here,
                                 const xmlNode *at, const char *attribute)
{
    const char *expression = ph_xml_attribute(at, attribute);
    stand(filler, here);
    xmlXPathObject *object =
        expression ? xmlXPathEvalExpression((const xmlChar *)expression, filler->context) : NULL;
    if (!object)
        ph_filler_fail(filler, at, "a condition is missing or wrong");
    return object;
}

bool ph_filler_test(struct ph_filler *filler, const struct ph_here *here, const xmlNode *at)
{
    xmlXPathObject *object = ph_filler_select(filler, here, at, "test");
    bool truth = object && xmlXPathCastToBoolean(object);
    xmlXPathFreeObject(object);
    return truth;
}

/* ---- words ---- */

/* A stretch of text being put together, with its marks. */
struct stretch {
    struct ph_inline mark;
    char *name, *why;
};

struct words {
    struct ph_buffer text;
    struct stretch *marks;
    size_t count, capacity;
};

static void fill_words(struct ph_filler *filler, const struct ph_here *here, const xmlNode *parent,
                       struct words *words);

static void free_words(struct words *words)
{
    for (size_t i = 0; i < words->count; i++) {
        free(words->marks[i].name);
        free(words->marks[i].why);
    }
    free(words->marks);
    ph_buffer_free(&words->text);
}

/* What <why> says, as text alone; NULL when there is none. */
static char *fill_why(struct ph_filler *filler, const struct ph_here *here, const xmlNode *element)
{
    const xmlNode *why = ph_xml_first(element, "why");
    if (!why)
        return NULL;
    struct words words = {0};
    fill_words(filler, here, why, &words);
    char *text = ph_copy(ph_buffer_text(&words.text));
    free_words(&words);
    return text;
}

static void add_mark(struct ph_filler *filler, const struct ph_here *here, const xmlNode *element,
                     enum ph_inline_kind kind, const char *why, struct words *words)
{
    size_t from = words->text.length;
    const char *name = ph_xml_attribute(element, "name"), *reason = ph_xml_attribute(element, why);
    fill_words(filler, here, element, words);
    size_t to = words->text.length;
    while (to > from && words->text.data[to - 1] == ' ')
        to--;
    words->marks = ph_grow(words->marks, words->count, &words->capacity, sizeof *words->marks);
    struct stretch *mark = &words->marks[words->count++];
    *mark = (struct stretch){.mark = {.kind = kind, .from = from, .to = to}};
    mark->name = name ? ph_copy(name) : NULL;
    mark->why =
        reason ? ph_filler_text(filler, here, element, reason) : fill_why(filler, here, element);
}

static void fill_each_words(struct ph_filler *filler, const struct ph_here *here,
                            const xmlNode *element, struct words *words)
{
    xmlXPathObject *object = ph_filler_select(filler, here, element, "select");
    const xmlNodeSet *nodes = object ? object->nodesetval : NULL;
    const char *between = ph_xml_attribute(element, "between");
    const char *last = ph_xml_attribute(element, "last");
    for (int i = 0; nodes && i < nodes->nodeNr; i++) {
        const char *joint = last && i + 1 == nodes->nodeNr ? last : between;
        if (i > 0 && joint)
            ph_buffer_fold(&words->text, joint, strlen(joint));
        struct ph_here next = {nodes->nodeTab[i], i + 1, nodes->nodeNr};
        fill_words(filler, &next, element, words);
    }
    xmlXPathFreeObject(object);
}

/* The <define> that a <use> names; NULL, and an error, when there is none. */
static const xmlNode *defined(struct ph_filler *filler, const xmlNode *use)
{
    const char *name = ph_xml_attribute(use, "define");
    const xmlNode *one = ph_xml_first(filler->root, "define");
    for (; one && name; one = ph_xml_next(one, "define")) {
        const char *own = ph_xml_attribute(one, "name");
        if (own && !strcmp(own, name))
            return one;
    }
    ph_filler_fail(filler, use, "no such definition");
    return NULL;
}

static void fill_one(struct ph_filler *filler, const struct ph_here *here, const xmlNode *node,
                     struct words *words)
{
    if (node->type == XML_TEXT_NODE) {
        char *text = ph_filler_text(filler, here, node, (const char *)node->content);
        ph_buffer_fold(&words->text, text, strlen(text));
        free(text);
    } else if (ph_xml_is(node, "ask")) {
        add_mark(filler, here, node, PH_PLACEHOLDER, "why", words);
    } else if (ph_xml_is(node, "look-at")) {
        add_mark(filler, here, node, PH_REVIEW, "why", words);
    } else if (ph_xml_is(node, "sentence")) {
        add_mark(filler, here, node, PH_SOURCE, "source", words);
    } else if (ph_xml_is(node, "if")) {
        if (ph_filler_test(filler, here, node))
            fill_words(filler, here, node, words);
    } else if (ph_xml_is(node, "each")) {
        fill_each_words(filler, here, node, words);
    } else if (ph_xml_is(node, "use")) {
        const xmlNode *definition = defined(filler, node);
        if (definition)
            fill_words(filler, here, definition, words);
    } else if (node->type == XML_ELEMENT_NODE && !ph_xml_is(node, "why")) {
        ph_filler_fail(filler, node, "no such element inside a text");
    }
}

static void fill_words(struct ph_filler *filler, const struct ph_here *here, const xmlNode *parent,
                       struct words *words)
{
    if (++filler->depth > PH_TEMPLATE_DEPTH)
        ph_filler_fail(filler, parent, "nested too deeply");
    for (const xmlNode *node = parent->children; node && filler->status == PH_OK; node = node->next)
        fill_one(filler, here, node, words);
    filler->depth--;
}

bool ph_filler_words(struct ph_filler *filler, const struct ph_here *here, const xmlNode *element,
                     struct ph_node *node)
{
    struct words words = {0};
    fill_words(filler, here, element, &words);
    ph_buffer_trim(&words.text);
    ph_text_set(node, ph_buffer_text(&words.text), words.text.length);
    for (size_t i = 0; i < words.count; i++) {
        struct stretch *one = &words.marks[i];
        size_t to = one->mark.to < words.text.length ? one->mark.to : words.text.length;
        if (one->mark.from >= to)
            continue;
        struct ph_inline *mark = ph_text_mark(node, one->mark.kind, one->mark.from, to);
        mark->name = ph_arena_copy(filler->document->arena, one->name);
        mark->why = ph_arena_copy(filler->document->arena, one->why);
    }
    bool any = words.text.length > 0;
    free_words(&words);
    return any;
}
