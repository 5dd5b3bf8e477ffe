/* One part: its revisions are found, taken one after the other, and what they leave is put in
 * order. */
#include "word/take/part.h"

#include <stdlib.h>

#include "base/xml.h"

void ph_take_open(struct ph_take_part *part)
{
    part->end = ph_xml_step(part->root, true);
    part->grave = xmlNewDocNode(part->root->doc, NULL, BAD_CAST "grave", NULL);
    if (!part->grave)
        abort();
    ph_take_find(part);
    ph_take_find_ranges(part);
}

void ph_take_close(struct ph_take_part *part)
{
    xmlFreeNode(part->grave);
    free(part->items);
    free(part->paragraphs.items);
    free(part->tags.items);
    *part = (struct ph_take_part){0};
}

static void take_one(struct ph_take_part *part, const struct ph_take_item *item)
{
    switch (item->kind) {
    case PH_TAKE_CAME:
    case PH_TAKE_WENT:
        ph_take_content(part, item);
        break;
    case PH_TAKE_CELL_CAME:
    case PH_TAKE_CELL_WENT:
        ph_take_cell(part, item);
        break;
    case PH_TAKE_MERGE:
        ph_take_merge(part, item);
        break;
    case PH_TAKE_OLD:
        ph_take_old(part, item);
        break;
    default: /* a mark that nothing belongs to */
        ph_take_drop(part, item->element);
    }
}

/* Words that are of no deletion any longer are words like others. */
static void restore_words(const struct ph_take_part *part, xmlNode *words)
{
    const xmlNode *around = words->parent;
    while (around != part->root && !ph_wml_is(around, "del"))
        around = around->parent;
    if (around == part->root)
        xmlNodeSetName(words, BAD_CAST(ph_wml_is(words, "delText") ? "t" : "instrText"));
}

static void restore_all_words(const struct ph_take_part *part)
{
    for (size_t i = 0; i < part->count; i++) {
        const struct ph_take_item *item = &part->items[i];
        if (item->kind == PH_TAKE_WORDS && !ph_take_is_gone(part, item->element))
            restore_words(part, item->element);
    }
}

void ph_take_revisions(struct ph_take_part *part)
{
    for (size_t i = 0; i < part->count; i++)
        if (part->items[i].chosen && !ph_take_is_gone(part, part->items[i].element))
            take_one(part, &part->items[i]);
    for (size_t i = 0; i < part->tags.count; i++)
        if (!ph_take_is_gone(part, part->tags.items[i]))
            ph_take_tags(part, part->tags.items[i]);
    for (size_t i = 0; i < part->paragraphs.count; i++)
        ph_take_join(part, part->paragraphs.items[i]);
    if (part->changed && !part->order->accept)
        restore_all_words(part);
    if (part->cut)
        ph_take_fields(part);
    if (part->moved)
        ph_take_markers(part);
}
