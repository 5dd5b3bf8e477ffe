/* Notes and comments whose mark went away go with it, unless another mark still asks for them. */
#include <stdlib.h>
#include <string.h>

#include "base/xml.h"
#include "word/take/part.h"

/* An id of something whose mark went away. */
struct lost {
    const char *id;
    bool wanted; /* another mark stands */
};

struct losses {
    struct lost *items;
    size_t count;
};

static int by_id(const void *a, const void *b)
{
    return strcmp(((const struct lost *)a)->id, ((const struct lost *)b)->id);
}

static struct losses sort_losses(const struct ph_take_ids *ids)
{
    struct losses losses = {ph_alloc_zero(ids->count, sizeof *losses.items), ids->count};
    for (size_t i = 0; i < ids->count; i++)
        losses.items[i].id = ids->items[i];
    qsort(losses.items, losses.count, sizeof *losses.items, by_id);
    return losses;
}

/* What is lost under the id of an element; of equal ones always the same. NULL: nothing. */
static struct lost *find(const struct losses *losses, const xmlNode *element,
                         enum ph_take_thing thing)
{
    struct lost key = {.id = ph_take_id_of(element, thing)};
    return key.id ? bsearch(&key, losses->items, losses->count, sizeof key, by_id) : NULL;
}

static void find_wanted(const struct ph_take_part *part, enum ph_take_thing thing,
                        const struct losses *losses)
{
    xmlNode *element = part->root;
    while ((element = ph_take_step(part, element, false))) {
        struct lost *lost =
            ph_take_thing_of(element) == thing ? find(losses, element, thing) : NULL;
        if (lost)
            lost->wanted = true;
    }
}

/* Whether an element is one of the things, an end of the range of a comment, or tells of one. */
static bool belongs(const xmlNode *element, enum ph_take_thing thing)
{
    static const char *const names[][3] = {
        {"footnote", "", ""},
        {"endnote", "", ""},
        {"comment", "commentRangeStart", "commentRangeEnd"},
        {"commentEx", "commentId", ""},
    };
    for (int i = 0; i < 3; i++)
        if (thing == PH_TAKE_ANSWERS ? ph_xml_is(element, names[thing][i])
                                     : ph_wml_is(element, names[thing][i]))
            return true;
    return false;
}

static void remove_lost(struct ph_take_part *part, enum ph_take_thing thing,
                        const struct losses *losses)
{
    xmlNode *element = part->root;
    for (xmlNode *next; element; element = next) {
        const struct lost *lost = belongs(element, thing) ? find(losses, element, thing) : NULL;
        bool goes = lost && !lost->wanted && element != part->root;
        next = ph_take_step(part, element, goes);
        if (goes)
            ph_take_remove(part, element);
    }
}

void ph_take_things(struct ph_take_part *parts, size_t count, enum ph_take_thing thing)
{
    struct losses losses = sort_losses(&parts->lost[thing]);
    for (size_t i = 0; i < count && losses.count; i++)
        find_wanted(&parts[i], thing, &losses);
    for (size_t i = 0; i < count && losses.count; i++)
        remove_lost(&parts[i], thing, &losses);
    free(losses.items);
}
