/* Formulas (ECMA-376 part 1, 22.1) whose control character came in or went away: a fraction, a
 * root, ... What stood in its places stays, in the line. */
#include "base/xml.h"
#include "word/take/part.h"

static bool is_row(const xmlNode *element)
{
    return ph_xml_is(element, "mr"); /* of a matrix: its children are places */
}

/* What a place holds goes before the object, but for the place's own properties. */
static void lift_place(struct ph_take_part *part, xmlNode *place)
{
    for (xmlNode *child = ph_xml_first(place, NULL), *next; child; child = next) {
        next = ph_xml_next(child, NULL);
        if (ph_take_is_properties(child))
            ph_take_drop(part, child);
    }
    if (!ph_take_is_gone(part, place))
        ph_take_unwrap(part, place);
}

void ph_take_formula(struct ph_take_part *part, xmlNode *object)
{
    for (xmlNode *child = ph_xml_first(object, NULL), *next; child; child = next) {
        xmlNode *inside = is_row(child) ? ph_xml_first(child, NULL) : NULL;
        next = inside ? inside : ph_xml_next(child, NULL);
        if (is_row(child))
            ph_take_unwrap(part, child);
        else if (ph_take_is_properties(child))
            ph_take_drop(part, child);
        else
            lift_place(part, child);
    }
    if (!ph_take_is_gone(part, object))
        ph_take_unwrap(part, object);
}
