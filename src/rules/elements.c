#include "rules/elements.h"

#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/memory.h"
#include "doc/walk.h"
#include "rules/patterns.h"

struct element {
    const struct ph_node *node;
    xmlNode *element;
    size_t order; /* in the form */
};

/* The places that were counted with one pattern, by the index of the element. */
struct runs {
    char *pattern;
    int *places; /* 0: not counted yet */
};

struct ph_elements {
    struct element *items; /* by node */
    size_t count, capacity;
    struct runs *runs;
    size_t run_count, run_capacity;
    struct ph_cited *cited;
    struct ph_said *said;
    struct ph_states *states;
    struct ph_adopted *adopted;
    const struct ph_node *traced[PH_TRACE_COUNT]; /* the first node that has each */
    bool has_traced;
    const struct ph_node *session_of; /* the document that was asked for its session last */
    int session;
};

static int by_node(const void *a, const void *b)
{
    const struct element *x = a, *y = b;
    return x->node < y->node ? -1 : x->node > y->node;
}

static int by_node_and_order(const void *a, const void *b)
{
    const struct element *x = a, *y = b;
    int order = by_node(a, b);
    return order ? order : x->order < y->order ? -1 : x->order > y->order;
}

/* The next element in document order. */
static xmlNode *step(xmlNode *node)
{
    if (node->type == XML_ELEMENT_NODE && node->children)
        return node->children;
    while (node && !node->next)
        node = node->parent && node->parent->type == XML_ELEMENT_NODE ? node->parent : NULL;
    return node ? node->next : NULL;
}

/* Where two elements come from one node the outer one stands for it. */
static void keep_first(struct ph_elements *elements)
{
    size_t kept = 0;
    for (size_t i = 0; i < elements->count; i++)
        if (!kept || elements->items[kept - 1].node != elements->items[i].node)
            elements->items[kept++] = elements->items[i];
    elements->count = kept;
}

struct ph_elements *ph_elements_new(const xmlDoc *doc)
{
    struct ph_elements *elements = ph_alloc_zero(1, sizeof *elements);
    for (xmlNode *node = xmlDocGetRootElement(doc); node; node = step(node)) {
        if (node->type != XML_ELEMENT_NODE || !node->_private)
            continue;
        elements->items =
            ph_grow(elements->items, elements->count, &elements->capacity, sizeof *elements->items);
        elements->items[elements->count] = (struct element){node->_private, node, elements->count};
        elements->count++;
    }
    if (elements->count)
        qsort(elements->items, elements->count, sizeof *elements->items, by_node_and_order);
    keep_first(elements);
    return elements;
}

void ph_elements_free(struct ph_elements *elements)
{
    if (!elements)
        return;
    for (size_t i = 0; i < elements->run_count; i++) {
        free(elements->runs[i].pattern);
        free(elements->runs[i].places);
    }
    ph_cited_free(elements->cited);
    ph_said_free(elements->said);
    ph_states_free(elements->states);
    ph_adopted_free(elements->adopted);
    free(elements->runs);
    free(elements->items);
    free(elements);
}

static const struct element *find(const struct ph_elements *elements, const struct ph_node *node)
{
    if (!elements || !elements->count || !node)
        return NULL;
    struct element key = {.node = node};
    return bsearch(&key, elements->items, elements->count, sizeof key, by_node);
}

xmlNode *ph_elements_find(const struct ph_elements *elements, const struct ph_node *node)
{
    const struct element *found = find(elements, node);
    return found ? found->element : NULL;
}

const struct ph_node *ph_elements_node(const struct ph_xpath_world *world, const xmlNode *element)
{
    for (const xmlNode *up = element; up && up->type != XML_NAMESPACE_DECL; up = up->parent) {
        if (up == world->element)
            return world->node;
        if (up->type == XML_ELEMENT_NODE && up->_private)
            return up->_private;
        if (up->type == XML_DOCUMENT_NODE)
            break;
    }
    return world->document ? world->document->root : NULL;
}

/* ---- runs ---- */

static int *places_for(struct ph_elements *elements, const char *pattern)
{
    for (size_t i = 0; i < elements->run_count; i++)
        if (!strcmp(elements->runs[i].pattern, pattern))
            return elements->runs[i].places;
    elements->runs = ph_grow(elements->runs, elements->run_count, &elements->run_capacity,
                             sizeof *elements->runs);
    struct runs *made = &elements->runs[elements->run_count++];
    made->pattern = ph_copy(pattern);
    made->places = ph_alloc_zero(elements->count + 1, sizeof *made->places);
    return made->places;
}

/* The paragraph right before it; NULL where anything else stands there. */
static const struct ph_node *paragraph_before(const struct ph_node *paragraph)
{
    const struct ph_node *before = paragraph->previous;
    while (before && (before->kind == PH_FOOTNOTE || before->mark == PH_NODE_DELETED))
        before = before->previous;
    return before && before->kind == paragraph->kind ? before : NULL;
}

/* What the pattern finds behind the opening phrase; an empty stretch when it finds nothing. */
static bool behind(const struct ph_regex *regex, const struct ph_node *paragraph,
                   struct ph_match *match)
{
    return ph_regex_find(regex, paragraph->text.bytes, paragraph->text.length,
                         paragraph->as.paragraph.opening.to, match);
}

static bool finds_the_same(const struct ph_regex *regex, const struct ph_node *a,
                           const struct ph_node *b)
{
    struct ph_match x, y;
    if (!regex || !behind(regex, a, &x) || !behind(regex, b, &y))
        return false;
    size_t length = x.to[0] - x.from[0];
    return length == y.to[0] - y.from[0] &&
           !memcmp(a->text.bytes + x.from[0], b->text.bytes + y.from[0], length);
}

static bool opens_alike(const struct ph_xpath_world *world, const struct ph_node *a,
                        const struct ph_node *b, const char *pattern)
{
    const struct ph_opening *x = &a->as.paragraph.opening, *y = &b->as.paragraph.opening;
    if (!x->phrase || !y->phrase || strcmp(x->phrase, y->phrase))
        return false;
    return !*pattern ||
           finds_the_same(ph_patterns_get(world->patterns, pattern, world->watched), a, b);
}

int ph_elements_run(const struct ph_xpath_world *world, const struct ph_node *paragraph,
                    const char *pattern)
{
    if (!world->elements || !ph_is_paragraph(paragraph) || !paragraph->as.paragraph.opening.phrase)
        return 0;
    const struct element *items = world->elements->items;
    int *places = places_for(world->elements, pattern), place = 0;
    const struct ph_node *first = paragraph;
    const struct element *found = find(world->elements, first);
    /* Back to the start of the run, or to one that is counted already; then forward again. */
    while (found && !places[found - items]) {
        const struct ph_node *before = paragraph_before(first);
        found = before && opens_alike(world, before, first, pattern) ? find(world->elements, before)
                                                                     : NULL;
        if (found)
            first = before;
    }
    place = found ? places[found - items] : 1;
    for (const struct ph_node *node = first; node; node = node->next) {
        if (node != first && (node->kind != paragraph->kind || node->mark == PH_NODE_DELETED))
            continue;
        found = find(world->elements, node);
        if (found)
            places[found - items] = place;
        if (node == paragraph)
            break;
        place++;
    }
    return place;
}

const struct ph_cited *ph_elements_cited(const struct ph_xpath_world *world)
{
    if (!world->elements || !world->document)
        return NULL;
    if (!world->elements->cited)
        world->elements->cited = ph_cited_new(world->document);
    return world->elements->cited;
}

/* A list that cannot be read knows no day; the tests read it. */
const struct ph_adopted *ph_elements_adopted(const struct ph_xpath_world *world)
{
    if (!world->elements)
        return NULL;
    if (!world->elements->adopted) {
        struct ph_error ignored = {0};
        char *path = ph_data_path("rules/en/adopted.txt");
        ph_adopted_load(path, &world->elements->adopted, &ignored);
        free(path);
    }
    return world->elements->adopted;
}

struct ph_said *ph_elements_said(const struct ph_xpath_world *world)
{
    if (!world->elements || !world->document)
        return NULL;
    if (!world->elements->said)
        world->elements->said = ph_said_new(world->document);
    return world->elements->said;
}

const struct ph_states *ph_elements_states(const struct ph_xpath_world *world)
{
    if (!world->elements || !world->lexicon)
        return NULL;
    if (!world->elements->states)
        world->elements->states = ph_states_new(world->lexicon);
    return world->elements->states;
}

static void find_traced(struct ph_elements *elements, const struct ph_document *document)
{
    struct ph_walk walk = ph_walk_start(document->root);
    while (ph_walk_step(&walk)) {
        const struct ph_text *text = &walk.node->text;
        if (walk.leaving || walk.node->kind == PH_FIELD)
            continue;
        for (size_t i = 0; i < text->trace_count; i++)
            if (!elements->traced[text->traces[i].kind])
                elements->traced[text->traces[i].kind] = walk.node;
    }
    elements->has_traced = true;
}

const struct ph_node *ph_elements_traced(const struct ph_xpath_world *world,
                                         enum ph_trace_kind kind)
{
    if (!world->elements || !world->document)
        return NULL;
    if (!world->elements->has_traced)
        find_traced(world->elements, world->document);
    return world->elements->traced[kind];
}

int ph_elements_session(const struct ph_xpath_world *world, const struct ph_node *document)
{
    struct ph_elements *elements = world->elements;
    if (!elements)
        return ph_document_session(document);
    if (elements->session_of != document)
        elements->session = ph_document_session(document);
    elements->session_of = document;
    return elements->session;
}
