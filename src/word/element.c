#include "word/element.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/xml.h"

/* The roles as elements.def calls them. */
enum {
    THROUGH = PH_WML_THROUGH,
    SKIP = PH_WML_SKIP,
    RUN = PH_WML_RUN,
    TEXT = PH_WML_TEXT,
    TAB = PH_WML_TAB,
    BREAK = PH_WML_BREAK,
    HYPHEN = PH_WML_HYPHEN,
    SYMBOL = PH_WML_SYMBOL_CHARACTER,
    INSTRUCTION = PH_WML_INSTRUCTION,
    FIELD = PH_WML_FIELD,
    SIMPLE_FIELD = PH_WML_SIMPLE_FIELD,
    FOOTNOTE = PH_WML_FOOTNOTE,
    ENDNOTE = PH_WML_ENDNOTE,
    COMMENT = PH_WML_COMMENT_MARK,
    PICTURE = PH_WML_OBJECT,
    EMBEDDED = PH_WML_ALT_CHUNK
};

static const struct known {
    const char *name;
    int role;
} elements[] = {
#define PH_WML(name, role) {#name, role},
#include "word/elements.def"
#undef PH_WML
};

static enum ph_wml_space look_up(const char *href)
{
    static const struct {
        const char *href;
        enum ph_wml_space space;
    } known[] = {
        {"http://schemas.openxmlformats.org/wordprocessingml/2006/main", PH_WML_WORD},
        {"http://purl.oclc.org/ooxml/wordprocessingml/main", PH_WML_WORD},
        {"http://schemas.openxmlformats.org/officeDocument/2006/math", PH_WML_FORMULA},
        {"http://purl.oclc.org/ooxml/officeDocument/math", PH_WML_FORMULA},
        {"http://schemas.openxmlformats.org/officeDocument/2006/relationships", PH_WML_RELATION},
        {"http://purl.oclc.org/ooxml/officeDocument/relationships", PH_WML_RELATION},
        {"http://schemas.openxmlformats.org/markup-compatibility/2006", PH_WML_COMPATIBILITY},
        {"http://schemas.microsoft.com/office/word/2010/wordml", PH_WML_WORD_2010},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (!strcmp(href, known[i].href))
            return known[i].space;
    return PH_WML_OTHER;
}

/* It is asked for with every element, so the answer is kept with the namespace. */
enum ph_wml_space ph_wml_space_of(xmlNs *ns)
{
    static char answers[PH_WML_OTHER + 1];
    if (!ns)
        return PH_WML_OTHER;
    if (!ns->_private)
        ns->_private = &answers[look_up(ns->href ? (const char *)ns->href : "")];
    return (enum ph_wml_space)((char *)ns->_private - answers);
}

static enum ph_wml_space space_of(const xmlNode *node)
{
    return ph_wml_space_of(node->ns);
}

bool ph_wml_is(const xmlNode *node, const char *name)
{
    return ph_xml_is(node, name) && space_of(node) == PH_WML_WORD;
}

static int by_name(const void *key, const void *element)
{
    return strcmp(key, ((const struct known *)element)->name);
}

enum ph_wml_role ph_wml_role_named(const char *name)
{
    const struct known *known =
        bsearch(name, elements, sizeof elements / sizeof *elements, sizeof *elements, by_name);
    return known ? (enum ph_wml_role)known->role : PH_WML_STRANGE;
}

enum ph_wml_role ph_wml_role_of(const xmlNode *element)
{
    enum ph_wml_space space = space_of(element);
    if (space == PH_WML_FORMULA) /* its characters are words; how they are set is lost */
        return ph_xml_is(element, "t") ? PH_WML_TEXT : PH_WML_THROUGH;
    if (space != PH_WML_WORD)
        return PH_WML_THROUGH;
    return ph_wml_role_named((const char *)element->name);
}

const xmlNode *ph_wml_first(const xmlNode *parent, const char *name)
{
    const xmlNode *child = parent ? ph_xml_first(parent, name) : NULL;
    while (child && space_of(child) != PH_WML_WORD)
        child = ph_xml_next(child, name);
    return child;
}

const char *ph_wml_value(const xmlNode *parent, const char *child)
{
    const xmlNode *element = ph_wml_first(parent, child);
    return element ? ph_xml_attribute(element, "val") : NULL;
}

long ph_wml_number(const xmlNode *element, const char *attribute, long otherwise)
{
    enum { MOST = 1000000000 };
    const char *text = element ? ph_xml_attribute(element, attribute) : NULL;
    char *end;
    if (!text)
        return otherwise;
    long value = strtol(text, &end, 10);
    return end == text || value > MOST || value < -MOST ? otherwise : value;
}

bool ph_wml_is_on(const xmlNode *element)
{
    static const char *const off[] = {"0", "false", "off", "none"};
    const char *value = ph_xml_attribute(element, "val");
    for (size_t i = 0; value && i < sizeof off / sizeof *off; i++)
        if (!strcmp(value, off[i]))
            return false;
    return true;
}

enum ph_wml_change ph_wml_change_of(const xmlNode *element)
{
    if (ph_wml_is(element, "del"))
        return PH_WML_DELETED;
    if (ph_wml_is(element, "ins"))
        return PH_WML_INSERTED;
    if (ph_wml_is(element, "moveFrom"))
        return PH_WML_MOVED_FROM;
    return ph_wml_is(element, "moveTo") ? PH_WML_MOVED_TO : PH_WML_KEPT;
}

bool ph_wml_is_gone(enum ph_wml_change change)
{
    return change == PH_WML_DELETED || change == PH_WML_MOVED_FROM;
}

enum ph_wml_change ph_wml_stronger(enum ph_wml_change one, enum ph_wml_change other)
{
    return one > other ? one : other;
}

enum ph_wml_change ph_wml_change_among(const xmlNode *properties)
{
    enum { MOST = 100 }; /* the standard knows fewer properties; a row's are asked for often */
    const xmlNode *one = properties ? ph_xml_first(properties, NULL) : NULL;
    enum ph_wml_change change = PH_WML_KEPT;
    for (int i = 0; one && i < MOST; one = ph_xml_next(one, NULL), i++)
        change = ph_wml_stronger(change, ph_wml_change_of(one));
    return change;
}

/* The change of a table row stands among the row's properties, which are its first child, or its
 * second. */
static enum ph_wml_change change_at(const xmlNode *element)
{
    const xmlNode *row = ph_wml_is(element, "tr") ? ph_xml_first(element, NULL) : NULL;
    if (row && !ph_wml_is(row, "trPr"))
        row = ph_xml_next(row, NULL);
    bool properties = row && ph_wml_is(row, "trPr");
    return ph_wml_stronger(ph_wml_change_of(element), ph_wml_change_among(properties ? row : NULL));
}

enum ph_wml_change ph_wml_change_around(const xmlNode *element, const xmlNode *top)
{
    enum ph_wml_change change = PH_WML_KEPT;
    for (; element && element != top && element->type == XML_ELEMENT_NODE;
         element = element->parent)
        change = ph_wml_stronger(change, change_at(element));
    return change;
}

/* ---- order ---- */

static bool is_alternative(const xmlNode *element)
{
    return element->type == XML_ELEMENT_NODE && ph_xml_is(element, "AlternateContent");
}

/* The first child; of alternatives the first choice, and what stands for all where there is
 * none. */
static xmlNode *child_of(const xmlNode *element)
{
    xmlNode *choice = is_alternative(element) ? ph_xml_first(element, "Choice") : NULL;
    return choice ? choice : ph_xml_first(element, NULL);
}

/* The next element behind one and all that is inside of it; behind an alternative that was met, the
 * others are not. */
static xmlNode *behind(const xmlNode *top, const xmlNode *element)
{
    for (; element != top; element = element->parent) {
        xmlNode *next = is_alternative(element->parent) ? NULL : ph_xml_next(element, NULL);
        if (next)
            return next;
    }
    return NULL;
}

xmlNode *ph_wml_step(const xmlNode *top, const xmlNode *element, bool over)
{
    xmlNode *next = over ? NULL : child_of(element);
    return next ? next : behind(top, element);
}

bool ph_wml_has_inside(const xmlNode *top, const char *name)
{
    const xmlNode *element = top;
    while ((element = ph_wml_step(top, element, false)))
        if (ph_wml_is(element, name))
            return true;
    return false;
}

const char *ph_wml_moment(const char *date, char out[PH_WML_MOMENT])
{
    if (!date)
        return NULL;
    snprintf(out, PH_WML_MOMENT, "%s%s", date, strchr(date, 'T') ? "" : "T00:00:00Z");
    return out;
}
