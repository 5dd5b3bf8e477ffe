/* What the elements of Akoma Ntoso are in the tree. */
#include <string.h>

#include "read/akn.h"

static bool is_among(const xmlNode *element, const char *const *names)
{
    for (; *names; names++)
        if (ph_xml_is(element, *names))
            return true;
    return false;
}

bool ph_akn_is_named(const xmlNode *element, const char *wanted)
{
    const char *name = ph_xml_attribute(element, "name");
    return name && !strcmp(name, wanted);
}

static const char *const documents[] = {"statement",
                                        "doc",
                                        "act",
                                        "bill",
                                        "judgment",
                                        "debate",
                                        "amendment",
                                        "documentCollection",
                                        "debateReport",
                                        "officialGazette",
                                        NULL};
static const char *const sections[] = {"section",  "part",       "chapter",     "title",
                                       "book",     "tome",       "subpart",     "subchapter",
                                       "division", "subsection", "subdivision", NULL};
static const char *const paragraphs[] = {"paragraph", "article",      "clause",  "hcontainer",
                                         "rule",      "subparagraph", "proviso", NULL};
static const char *const recitals[] = {"container", "recital", "citation", NULL};
static const char *const points[] = {"point", "item", "indent", "subclause", "li", "sublist", NULL};
static const char *const lines[] = {
    "p", "block", "num", "heading", "subheading", "docTitle", "longTitle", "crossHeading", NULL};

int ph_akn_kind_of(const xmlNode *element, const struct ph_akn_around *around)
{
    const char *refers_to = ph_xml_attribute(element, "refersTo");
    if (!around->holder)
        return -1;
    if (ph_xml_is(element, "formula") || ph_akn_is_named(element, "enactingFormula"))
        return PH_ORGAN;
    if (refers_to && !strcmp(refers_to, "#preambular"))
        return PH_PREAMBULAR;
    if (is_among(element, points))
        return around->owner ? PH_SUBPARAGRAPH : PH_PARAGRAPH;
    if (ph_xml_is(element, "alinea") || ph_akn_is_named(element, "text"))
        return PH_PARAGRAPH;
    if (is_among(element, recitals))
        return ph_akn_is_named(element, "heading") ? PH_HEADING
               : around->zone == PH_AKN_PREAMBLE   ? PH_PREAMBULAR
                                                   : PH_PARAGRAPH;
    if (!is_among(element, paragraphs))
        return -1;
    return around->owner ? PH_SUBPARAGRAPH : around->statement ? PH_OPERATIVE : PH_PARAGRAPH;
}

enum ph_akn_zone ph_akn_zone_of(const xmlNode *element, enum ph_akn_zone outer)
{
    static const struct {
        const char *name;
        enum ph_akn_zone zone;
    } names[] = {{"preface", PH_AKN_PREFACE},
                 {"coverPage", PH_AKN_PREFACE},
                 {"preamble", PH_AKN_PREAMBLE},
                 {"mainBody", PH_AKN_BODY},
                 {"body", PH_AKN_BODY},
                 {"conclusions", PH_AKN_CONCLUSIONS},
                 {"attachments", PH_AKN_ATTACHMENTS},
                 {"components", PH_AKN_ATTACHMENTS}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (ph_xml_is(element, names[i].name))
            return names[i].zone;
    return outer == PH_AKN_PREFACE && ph_akn_is_named(element, "masthead") ? PH_AKN_MASTHEAD
                                                                           : outer;
}

bool ph_akn_is_title(const xmlNode *element)
{
    const char *id = ph_xml_attribute(element, "eId");
    const char *last = id ? strrchr(id, '_') : NULL;
    while (last && last > id && strncmp(last, "__", 2))
        last--;
    return id && !strncmp(last && last > id ? last + 2 : id, "title_", 6);
}

bool ph_akn_is_resolution(const xmlNode *element)
{
    return !ph_xml_is(element, "doc") && !ph_xml_is(element, "documentCollection");
}

bool ph_akn_is_document(const xmlNode *element)
{
    return is_among(element, documents);
}

bool ph_akn_is_section(const xmlNode *element)
{
    return is_among(element, sections);
}

bool ph_akn_is_line(const xmlNode *element)
{
    return is_among(element, lines);
}

bool ph_akn_is_wrapper(const xmlNode *element)
{
    static const char *const names[] = {
        "akomaNtoso",  "preface",     "coverPage",    "preamble",  "mainBody", "body",
        "conclusions", "attachments", "components",   "citations", "recitals", "list",
        "blockList",   "content",     "intro",        "wrapUp",    "wrap",     "tblock",
        "table",       "tr",          "td",           "th",        "caption",  "ul",
        "ol",          "toc",         "interstitial", NULL};
    return is_among(element, names) || ph_akn_is_named(element, "masthead");
}
