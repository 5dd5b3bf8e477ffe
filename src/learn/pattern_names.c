/* The names of a pattern's file, before its schema is asked: a schema says that an element is not
 * expected, but not which one may be meant. */
#include <string.h>

#include "base/nearest.h"
#include "base/xml.h"
#include "learn/pattern_reader.h"

/* The elements of the file besides those that are named after the kinds of nodes. */
static const char *const others[] = {"adopted", "pattern", "members", "member", "in",   "text",
                                     "i",       "b",       "sup",     "note",   "slot", "seen"};
enum { OTHERS = sizeof others / sizeof *others };

static bool is_known(const char *name)
{
    for (size_t i = 0; i < OTHERS; i++)
        if (!strcmp(others[i], name))
            return true;
    return ph_kind_by_name(name) >= 0;
}

static bool check_name(struct ph_pattern_reader *reader, const xmlNode *element)
{
    const char *name = (const char *)element->name, *names[OTHERS + PH_KIND_COUNT];
    if (is_known(name))
        return true;
    memcpy(names, others, sizeof others);
    for (int kind = 0; kind < PH_KIND_COUNT; kind++)
        names[OTHERS + kind] = ph_kind_name((enum ph_kind)kind);
    return ph_pattern_no_such(reader, element, "element", name, names, OTHERS + PH_KIND_COUNT);
}

bool ph_pattern_check_names(struct ph_pattern_reader *reader, xmlNode *root)
{
    if (!ph_xml_is(root, "pattern") || !root->ns ||
        strcmp((const char *)root->ns->href, PH_PATTERN_NAMESPACE))
        return ph_pattern_wrong(
            reader, root,
            "this is no pattern: such a file begins with <pattern xmlns=\"%s\">, "
            "and penholder learn -o pattern.xml writes it",
            PH_PATTERN_NAMESPACE);
    for (xmlNode *node = root; node; node = ph_xml_step(node, false))
        if (!check_name(reader, node))
            return false;
    return true;
}
