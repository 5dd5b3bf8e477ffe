/* Ranges between two marks: moves, and the tags of content controls and custom XML that came in or
 * went away (ECMA-376 part 1, 17.13.5.4 to 17.13.5.12). The end of a range knows only the id of its
 * beginning. */
#include <stdlib.h>
#include <string.h>

#include "base/xml.h"
#include "word/take/part.h"

struct beginning {
    const char *id;
    const struct ph_take_item *item;
    bool open; /* the tags up to its end go */
};

struct beginnings {
    struct beginning *items;
    size_t count;
    bool tags; /* there are some of tags */
};

static const char *id_of(const xmlNode *element)
{
    const char *id = ph_xml_attribute(element, "id");
    return id ? id : "";
}

static bool of_tags(const struct ph_take_item *item)
{
    return item->kind == PH_TAKE_TAGS_CAME || item->kind == PH_TAKE_TAGS_WENT;
}

static int by_id(const void *a, const void *b)
{
    return strcmp(((const struct beginning *)a)->id, ((const struct beginning *)b)->id);
}

static struct beginnings list_beginnings(const struct ph_take_part *part)
{
    struct beginnings all = {ph_alloc_zero(part->count, sizeof *all.items), 0, false};
    for (size_t i = 0; i < part->count; i++) {
        const struct ph_take_item *item = &part->items[i];
        if (item->kind != PH_TAKE_START && !of_tags(item))
            continue;
        all.items[all.count++] = (struct beginning){id_of(item->element), item, false};
        all.tags = all.tags || of_tags(item);
    }
    qsort(all.items, all.count, sizeof *all.items, by_id);
    return all;
}

/* NULL: there is none of that id. */
static struct beginning *find(const struct beginnings *all, const xmlNode *element)
{
    struct beginning key = {.id = id_of(element)};
    return bsearch(&key, all->items, all->count, sizeof *all->items, by_id);
}

static void choose_ends(struct ph_take_part *part, const struct beginnings *all)
{
    for (size_t i = 0; i < part->count; i++) {
        struct ph_take_item *item = &part->items[i];
        const struct beginning *one = item->kind == PH_TAKE_END ? find(all, item->element) : NULL;
        if (one)
            item->chosen = one->item->chosen;
        else if (item->kind == PH_TAKE_END)
            item->chosen = part->order->author_count == 0;
    }
}

/* How many ranges are open behind an item in which tags go. */
static int after_item(const struct ph_take_part *part, const struct beginnings *all,
                      const struct ph_take_item *item, int open)
{
    bool begins = of_tags(item), ends = item->kind == PH_TAKE_END;
    struct beginning *one = begins || ends ? find(all, item->element) : NULL;
    bool goes = item->chosen && ph_take_goes(part, item->kind == PH_TAKE_TAGS_CAME);
    if (!one || one->open == begins || (begins && !goes))
        return open;
    one->open = begins;
    return begins ? open + 1 : open - 1;
}

static void list_tags(struct ph_take_part *part, const struct beginnings *all)
{
    int open = 0;
    size_t next = 0;
    xmlNode *element = part->root;
    while ((element = ph_take_step(part, element, false))) {
        if (next < part->count && element == part->items[next].element)
            open = after_item(part, all, &part->items[next++], open);
        else if (open > 0 && (ph_wml_is(element, "sdt") || ph_wml_is(element, "customXml")))
            ph_take_list(&part->tags, element);
    }
}

void ph_take_find_ranges(struct ph_take_part *part)
{
    struct beginnings all = list_beginnings(part);
    choose_ends(part, &all);
    if (all.tags)
        list_tags(part, &all);
    free(all.items);
}

void ph_take_tags(struct ph_take_part *part, xmlNode *element)
{
    for (xmlNode *child = ph_xml_first(element, NULL), *next; child; child = next) {
        next = ph_xml_next(child, NULL);
        if (ph_wml_is(child, "sdtContent"))
            ph_take_unwrap(part, child);
        else if (ph_wml_is(element, "sdt") || ph_take_is_properties(child))
            ph_take_drop(part, child);
    }
    if (!ph_take_is_gone(part, element))
        ph_take_unwrap(part, element);
}
