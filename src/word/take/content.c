/* Content that came in or went away; paragraph marks, rows, cells and formulas that did. */
#include "base/xml.h"
#include "word/take/part.h"

static bool is_content(const xmlNode *element)
{
    enum ph_take_kind kind = ph_take_kind_of(element);
    return kind == PH_TAKE_CAME || kind == PH_TAKE_WENT;
}

/* What the revision stands in; who deleted what another inserted may stand inside of that. */
static xmlNode *holder_of(const struct ph_take_part *part, const xmlNode *element)
{
    xmlNode *holder = element->parent;
    while (holder != part->root && is_content(holder))
        holder = holder->parent;
    return holder;
}

/* ---- marks among properties: `owner` has them ---- */

static void lose_owner(struct ph_take_part *part, const xmlNode *properties)
{
    xmlNode *owner = properties->parent;
    bool object = ph_xml_is(properties, "ctrlPr") && ph_take_is_properties(owner);
    if (ph_wml_is(properties, "numPr"))
        ph_take_remove(part, (xmlNode *)properties);
    else if (object && owner != part->root && owner->parent != part->root)
        ph_take_formula(part, owner->parent);
    else if (ph_wml_is(properties, "rPr") && ph_wml_is(owner, "pPr") &&
             ph_wml_is(owner->parent, "p"))
        ph_take_mark_paragraph(part, owner->parent);
    else if (ph_xml_is(owner, "r") || ph_wml_is(owner, "tr"))
        ph_take_remove(part, owner);
}

void ph_take_content(struct ph_take_part *part, const struct ph_take_item *item)
{
    xmlNode *element = item->element, *holder = holder_of(part, element);
    bool goes = ph_take_goes(part, item->kind == PH_TAKE_CAME);
    bool formula = ph_xml_is(holder, "r") && !ph_wml_is(holder, "r"); /* a run of it */
    if (goes && ph_take_is_properties(holder))
        lose_owner(part, holder);
    else if (goes)
        ph_take_remove(part, formula && holder != part->root ? holder : element);
    if (!ph_take_is_gone(part, element))
        ph_take_unwrap(part, element);
}

/* ---- cells ---- */

/* The cell whose properties hold the mark; NULL: it stands elsewhere, and says nothing. */
static xmlNode *cell_of(const xmlNode *mark)
{
    const xmlNode *properties = mark->parent;
    bool proper = ph_wml_is(properties, "tcPr") && ph_wml_is(properties->parent, "tc");
    return proper ? properties->parent : NULL;
}

void ph_take_cell(struct ph_take_part *part, const struct ph_take_item *item)
{
    xmlNode *cell = cell_of(item->element);
    if (cell && ph_take_goes(part, item->kind == PH_TAKE_CELL_CAME))
        ph_take_remove(part, cell);
    else
        ph_take_drop(part, item->element);
}

/* The first property of that name; NULL: none. The standard knows fewer than are looked at. */
static xmlNode *property(const xmlNode *properties, const char *name)
{
    enum { MOST = 100 };
    xmlNode *one = ph_xml_first(properties, NULL);
    for (int i = 0; one && i < MOST; i++, one = ph_xml_next(one, NULL))
        if (ph_wml_is(one, name))
            return one;
    return NULL;
}

/* The mark becomes the property, in the place where the schema has it. */
static void become_merge(struct ph_take_part *part, xmlNode *mark, xmlAttr *state)
{
    static const char *const before[] = {"cnfStyle", "tcW", "gridSpan", "hMerge"};
    bool anew = xmlStrEqual(state->children ? state->children->content : NULL, BAD_CAST "rest");
    xmlNs *ns = state->ns;
    xmlNode *after = NULL;
    for (size_t i = 0; i < sizeof before / sizeof *before; i++) {
        xmlNode *one = property(mark->parent, before[i]);
        after = one ? one : after;
    }
    xmlFreePropList(mark->properties);
    mark->properties = NULL;
    xmlNodeSetName(mark, BAD_CAST "vMerge");
    xmlNewNsProp(mark, ns, BAD_CAST "val", BAD_CAST(anew ? "restart" : "continue"));
    ph_take_move(part, mark, mark->parent, after);
}

/* ECMA-376 part 1, 17.13.5.3: "cont" continues the cell above, "rest" starts anew; without the
 * attribute the cell is merged with none. */
void ph_take_merge(struct ph_take_part *part, const struct ph_take_item *item)
{
    xmlNode *mark = item->element;
    xmlAttr *state = xmlHasProp(mark, BAD_CAST(part->order->accept ? "vMerge" : "vMergeOrig"));
    xmlNode *old = property(mark->parent, "vMerge");
    bool cell = cell_of(mark) != NULL;
    if (cell && old)
        ph_take_drop(part, old);
    if (cell && state)
        become_merge(part, mark, state);
    else
        ph_take_drop(part, mark);
}
