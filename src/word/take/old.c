/* Properties that were changed: the old ones stand inside of the new ones. */
#include "base/xml.h"
#include "word/take/part.h"

/* What stands among properties and is not among those that a change of them holds: the properties
 * of a paragraph's mark and its section, the headers of a section, and the marks of other
 * revisions. They come before the properties, or behind them (PH_KEPT(properties, child, place)).
 */
static const struct kept {
    const char *properties, *child;
    bool behind;
} kept[] = {
    {"pPr", "rPr", true},
    {"pPr", "sectPr", true},
    {"rPr", "ins", false},
    {"rPr", "del", false},
    {"rPr", "moveFrom", false},
    {"rPr", "moveTo", false},
    {"sectPr", "headerReference", false},
    {"sectPr", "footerReference", false},
    {"trPr", "ins", true},
    {"trPr", "del", true},
    {"tcPr", "cellIns", true},
    {"tcPr", "cellDel", true},
    {"tcPr", "cellMerge", true},
};

/* NULL: the old properties are in its place. */
static const struct kept *find_kept(const xmlNode *properties, const xmlNode *child)
{
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
        if (ph_wml_is(properties, kept[i].properties) && ph_wml_is(child, kept[i].child))
            return &kept[i];
    return NULL;
}

/* Takes out what is not kept; what is kept and stands in front: *last is the last of it. */
static void clear(struct ph_take_part *part, xmlNode *properties, const xmlNode *mark,
                  xmlNode **last)
{
    for (xmlNode *child = ph_xml_first(properties, NULL), *next; child; child = next) {
        const struct kept *one = find_kept(properties, child);
        next = ph_xml_next(child, NULL);
        if (!one && child != mark)
            ph_take_remove(part, child);
        else if (one && !one->behind)
            *last = child;
    }
}

/* Old properties hold no marks that count: they stand where they were. */
static void clear_old(struct ph_take_part *part, xmlNode *properties, xmlNode *old)
{
    for (xmlNode *child = ph_xml_first(old, NULL), *next; child; child = next) {
        next = ph_xml_next(child, NULL);
        if (find_kept(properties, child))
            ph_take_drop(part, child);
    }
}

void ph_take_old(struct ph_take_part *part, const struct ph_take_item *item)
{
    xmlNode *mark = item->element, *properties = mark->parent, *last = NULL;
    xmlNode *old = ph_xml_first(mark, (const char *)properties->name);
    if (!part->order->accept && properties != part->root) {
        ph_take_lift_names(part, properties);
        clear(part, properties, mark, &last);
        if (old)
            clear_old(part, properties, old);
        if (old && !ph_take_is_gone(part, old))
            ph_take_splice(part, old, properties, last);
    }
    ph_take_drop(part, mark);
}
