#include <stdlib.h>
#include <string.h>

#include "base/xml.h"
#include "word/take/part.h"

/* The kinds as revisions.def calls them. */
enum {
    CAME = PH_TAKE_CAME,
    WENT = PH_TAKE_WENT,
    CELL_CAME = PH_TAKE_CELL_CAME,
    CELL_WENT = PH_TAKE_CELL_WENT,
    MERGE = PH_TAKE_MERGE,
    OLD = PH_TAKE_OLD,
    RECORD = PH_TAKE_RECORD,
    START = PH_TAKE_START,
    TAGS_CAME = PH_TAKE_TAGS_CAME,
    TAGS_WENT = PH_TAKE_TAGS_WENT,
    END = PH_TAKE_END,
    WORDS = PH_TAKE_WORDS,
    MARKER = PH_TAKE_MARKER
};

static const struct known {
    const char *name;
    int kind;
} elements[] = {
#define PH_REVISION(name, kind) {#name, kind},
#include "word/take/revisions.def"
#undef PH_REVISION
};

static int by_name(const void *key, const void *element)
{
    return strcmp(key, ((const struct known *)element)->name);
}

enum ph_take_kind ph_take_kind_of(const xmlNode *element)
{
    const char *name = (const char *)element->name;
    const struct known *known =
        bsearch(name, elements, sizeof elements / sizeof *elements, sizeof *elements, by_name);
    return known && ph_wml_is(element, name) ? (enum ph_take_kind)known->kind : PH_TAKE_PLAIN;
}

xmlNode *ph_take_step(const struct ph_take_part *part, const xmlNode *element, bool over)
{
    xmlNode *next = ph_xml_step(element, over);
    return next == part->end ? NULL : next;
}

bool ph_take_goes(const struct ph_take_part *part, bool came)
{
    return came != part->order->accept;
}

static bool is_chosen(const struct ph_take_order *order, const xmlNode *element)
{
    const char *author = ph_xml_attribute(element, "author");
    for (size_t i = 0; author && i < order->author_count; i++)
        if (!strcmp(author, order->authors[i]))
            return true;
    return order->author_count == 0;
}

void ph_take_list(struct ph_take_nodes *nodes, xmlNode *node)
{
    nodes->items = ph_grow(nodes->items, nodes->count, &nodes->capacity, sizeof *nodes->items);
    nodes->items[nodes->count++] = node;
}

void ph_take_find(struct ph_take_part *part)
{
    const xmlNode *element = part->root;
    while ((element = ph_take_step(part, element, false))) {
        enum ph_take_kind kind = ph_take_kind_of(element);
        if (kind == PH_TAKE_PLAIN || kind == PH_TAKE_MARKER)
            continue;
        part->items = ph_grow(part->items, part->count, &part->capacity, sizeof *part->items);
        part->items[part->count++] = (struct ph_take_item){
            (xmlNode *)element, kind, kind != PH_TAKE_WORDS && is_chosen(part->order, element)};
    }
}
