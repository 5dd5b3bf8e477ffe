#include <string.h>

#include "base/xml.h"
#include "word/take/part.h"

static char moved; /* what was left behind points to it */

bool ph_take_was_moved(const xmlNode *marker)
{
    return marker->_private == &moved;
}

void ph_take_mark_moved(struct ph_take_part *part, xmlNode *marker)
{
    marker->_private = &moved;
    part->moved = true;
}

bool ph_take_is_gone(const struct ph_take_part *part, const xmlNode *element)
{
    while (element && element != part->grave)
        element = element->parent;
    return element != NULL;
}

/* ---- links; text is never joined, so that the cost is that of the nodes ---- */

/* Puts a list of siblings between `before` and `after` (NULL: the ends) among the children of
 * `parent`. */
static void link_list(xmlNode *parent, xmlNode *before, xmlNode *after, xmlNode *first,
                      xmlNode *last)
{
    for (xmlNode *node = first; node; node = node->next)
        node->parent = parent;
    first->prev = before;
    last->next = after;
    *(before ? &before->next : &parent->children) = first;
    *(after ? &after->prev : &parent->last) = last;
}

static void bury(struct ph_take_part *part, xmlNode *node)
{
    xmlUnlinkNode(node);
    link_list(part->grave, part->grave->last, NULL, node, node);
    part->changed = true;
}

void ph_take_lift_names(struct ph_take_part *part, const xmlNode *element)
{
    enum { MOST = 100 }; /* each is compared with all others */
    for (const xmlNs *ns = element->nsDef; ns; ns = ns->next) {
        const xmlNs *bound = xmlSearchNs(element->doc, element->parent, ns->prefix);
        if (bound && xmlStrEqual(bound->href, ns->href))
            continue;
        bool room = !bound && ns->prefix && part->lifted++ < MOST;
        if (!room || !xmlNewNs(part->root, ns->href, ns->prefix))
            part->strange = part->strange ? part->strange : ph_xml_line(element);
    }
}

void ph_take_splice(struct ph_take_part *part, xmlNode *from, xmlNode *to, xmlNode *after)
{
    xmlNode *first = from->children, *last = from->last;
    ph_take_lift_names(part, from);
    if (!first)
        return;
    from->children = from->last = NULL;
    link_list(to, after, after ? after->next : to->children, first, last);
    part->changed = true;
}

/* ---- what holds nothing any longer ---- */

/* Elements that are there for what they hold; their own properties (smartTagPr) do not count. */
static const char *const shells[] = {
    "customXml", "del", "dir",      "bdo",     "fldSimple", "hyperlink", "ins", "moveFrom",
    "moveTo",    "r",   "smartTag", "oMath",   "oMathPara", "tbl",       "tr",  "ctrlPr",
    "numPr",     "pPr", "rPr",      "tblPrEx", "tcPr",      "trPr"};

static bool is_shell(const xmlNode *element)
{
    for (size_t i = 0; i < sizeof shells / sizeof *shells; i++)
        if (ph_xml_is(element, shells[i]))
            return true;
    return false;
}

bool ph_take_is_properties(const xmlNode *element)
{
    const char *name = (const char *)element->name;
    size_t length = strlen(name);
    return length > 2 && !strcmp(name + length - 2, "Pr");
}

/* Properties hold properties; of anything else they are the beginning. */
static bool holds_nothing(const xmlNode *element)
{
    enum { MOST = 100 }; /* it is asked for often; what has more ends of ranges stays */
    const xmlNode *child = ph_xml_first(element, NULL);
    bool properties = ph_take_is_properties(element);
    for (int i = 0; child && !properties && i < MOST; i++, child = ph_xml_next(child, NULL))
        if (!ph_take_is_properties(child) && !ph_xml_is(child, "tblGrid") &&
            ph_take_kind_of(child) != PH_TAKE_MARKER)
            break;
    return !child;
}

static void leave_markers(struct ph_take_part *part, xmlNode *element)
{
    const xmlNode *behind = ph_xml_step(element, true);
    for (xmlNode *one = element, *next; one && one != behind; one = next) {
        next = ph_xml_step(one, false);
        if (one == element || ph_take_kind_of(one) != PH_TAKE_MARKER)
            continue;
        next = ph_xml_step(one, true);
        xmlUnlinkNode(one);
        link_list(element->parent, element->prev, element, one, one);
        ph_take_mark_moved(part, one);
    }
}

static void tidy(struct ph_take_part *part, xmlNode *element)
{
    while (element != part->root && element->type == XML_ELEMENT_NODE && is_shell(element) &&
           holds_nothing(element)) {
        xmlNode *parent = element->parent;
        leave_markers(part, element);
        bury(part, element);
        element = parent;
    }
}

/* ---- what goes ---- */

enum ph_take_thing ph_take_thing_of(const xmlNode *element)
{
    static const char *const marks[] = {"footnoteReference", "endnoteReference", "commentReference",
                                        "p"};
    enum ph_take_thing thing = 0;
    while (thing < PH_TAKE_THINGS && !ph_wml_is(element, marks[thing]))
        thing++;
    return thing;
}

const char *ph_take_id_of(const xmlNode *element, enum ph_take_thing thing)
{
    return ph_xml_attribute(element, thing == PH_TAKE_ANSWERS ? "paraId" : "id");
}

static void lose(struct ph_take_part *part, const xmlNode *element)
{
    enum ph_take_thing thing = ph_take_thing_of(element);
    const char *id = thing < PH_TAKE_THINGS ? ph_take_id_of(element, thing) : NULL;
    part->cut = part->cut || ph_wml_is(element, "fldChar");
    if (!id)
        return;
    struct ph_take_ids *ids = &part->lost[thing];
    ids->items = ph_grow(ids->items, ids->count, &ids->capacity, sizeof *ids->items);
    ids->items[ids->count++] = id;
}

void ph_take_remove(struct ph_take_part *part, xmlNode *element)
{
    xmlNode *parent = element->parent;
    const xmlNode *behind = ph_xml_step(element, true);
    leave_markers(part, element);
    for (const xmlNode *one = element; one && one != behind; one = ph_xml_step(one, false))
        lose(part, one);
    bury(part, element);
    tidy(part, parent);
}

void ph_take_drop(struct ph_take_part *part, xmlNode *mark)
{
    xmlNode *parent = mark->parent;
    bury(part, mark);
    tidy(part, parent);
}

void ph_take_move(struct ph_take_part *part, xmlNode *element, xmlNode *parent, xmlNode *after)
{
    xmlUnlinkNode(element);
    link_list(parent, after, after ? after->next : parent->children, element, element);
    part->changed = true;
}

void ph_take_unwrap(struct ph_take_part *part, xmlNode *element)
{
    xmlNode *parent = element->parent;
    ph_take_splice(part, element, parent, element);
    bury(part, element);
    tidy(part, parent);
}
