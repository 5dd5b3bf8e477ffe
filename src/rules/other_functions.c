#include "rules/other_functions.h"

#include <libxml/xpathInternals.h>
#include <stdlib.h>
#include <string.h>

#include "base/xml.h"
#include "rules/functions.h"
#include "rules/rule.h"
#include "rules/series_functions.h"
#include "un/title.h"

/* The element of a number; NULL: there is none. */
static xmlNode *find(const xmlNodeSet *others, const char *number)
{
    for (int i = 0; others && i < others->nodeNr; i++) {
        const char *name = ph_xml_attribute(others->nodeTab[i], "number");
        if (name && !strcmp(name, number))
            return others->nodeTab[i];
    }
    return NULL;
}

static bool same_series(const xmlNode *a, const xmlNode *b)
{
    const char *x = ph_xml_attribute(a, "series"), *y = ph_xml_attribute(b, "series");
    return x && y && !strcmp(x, y);
}

/* The last of a series before a session; NULL: there is none. */
static xmlNode *newest(const xmlNodeSet *others, const xmlNode *of, double session)
{
    xmlNode *found = NULL;
    for (int i = 0; i < others->nodeNr; i++)
        if (same_series(others->nodeTab[i], of) &&
            ph_citation_of(others->nodeTab[i]).session < session)
            found = others->nodeTab[i];
    return found;
}

/* Puts what follows a resolution in its place, with a date where that had one. */
static bool succeed_one(struct ph_citation *one, const xmlNodeSet *others, double from, double to)
{
    const xmlNode *stood = find(others, one->number);
    const xmlNode *next = stood ? newest(others, stood, to) : NULL;
    if (!next || newest(others, stood, from) != stood)
        return false;
    struct ph_citation now = ph_citation_of(next);
    if (!strcmp(now.number, one->number) || (one->date.year && !now.date.year))
        return false;
    if (!one->date.year)
        now.date = one->date;
    *one = now;
    return true;
}

static void succeed(xmlXPathParserContext *ctxt, int nargs)
{
    CHECK_ARITY(4);
    double to = xmlXPathPopNumber(ctxt), from = xmlXPathPopNumber(ctxt);
    xmlNodeSet *others = xmlXPathPopNodeSet(ctxt);
    xmlChar *words = xmlXPathPopString(ctxt);
    struct ph_citation *list;
    struct ph_buffer out = {0};
    size_t count = ph_citations_of(ph_lexicon_of(ctxt), words, &list), moved = 0;
    for (size_t i = 0; i < count; i++)
        moved += succeed_one(&list[i], others, from, to);
    if (moved)
        ph_citations_write_sorted(ph_lexicon_of(ctxt), list, count, &out);
    else if (words)
        ph_buffer_put(&out, (const char *)words);
    valuePush(ctxt, xmlXPathNewCString(ph_buffer_text(&out)));
    ph_buffer_free(&out);
    free(list);
    xmlFree(words);
    xmlXPathFreeNodeSet(others);
}

static void series_of(xmlXPathParserContext *ctxt, int nargs)
{
    CHECK_ARITY(2);
    xmlNodeSet *others = xmlXPathPopNodeSet(ctxt), *same = xmlXPathNodeSetCreate(NULL);
    xmlChar *words = xmlXPathPopString(ctxt);
    struct ph_citation *list;
    const xmlNode *of = NULL;
    for (size_t i = ph_citations_of(ph_lexicon_of(ctxt), words, &list); i-- > 0 && !of;)
        of = find(others, list[i].number);
    for (int i = 0; of && i < others->nodeNr; i++)
        if (same_series(others->nodeTab[i], of))
            xmlXPathNodeSetAdd(same, others->nodeTab[i]);
    valuePush(ctxt, xmlXPathWrapNodeSet(same));
    free(list);
    xmlFree(words);
    xmlXPathFreeNodeSet(others);
}

static void titled(xmlXPathParserContext *ctxt, int nargs)
{
    CHECK_ARITY(2);
    xmlChar *title = xmlXPathPopString(ctxt), *words = xmlXPathPopString(ctxt);
    valuePush(ctxt,
              xmlXPathNewBoolean(title && ph_title_behind(ph_lexicon_of(ctxt),
                                                          words ? (const char *)words : "",
                                                          (const char *)title) != PH_TITLE_NOT));
    xmlFree(title);
    xmlFree(words);
}

/* In "70/1, and 70/299 of 29 July 2016" the first may have no date at all. */
static bool has_own_date(const struct ph_citation *one)
{
    return one->date.year && one->to - one->from > strlen(one->number);
}

static void misdated(xmlXPathParserContext *ctxt, int nargs)
{
    CHECK_ARITY(2);
    xmlNodeSet *others = xmlXPathPopNodeSet(ctxt);
    xmlChar *words = xmlXPathPopString(ctxt);
    struct ph_citation *list;
    struct ph_buffer out = {0};
    size_t count = ph_citations_of(ph_lexicon_of(ctxt), words, &list);
    for (size_t i = 0; i < count && !out.length; i++) {
        const xmlNode *known = find(others, list[i].number);
        struct ph_citation right = known ? ph_citation_of(known) : list[i];
        if (has_own_date(&list[i]) && right.date.year &&
            ph_date_compare(right.date, list[i].date) != 0)
            ph_citations_write(ph_lexicon_of(ctxt), &right, 1, &out);
    }
    valuePush(ctxt, xmlXPathNewCString(ph_buffer_text(&out)));
    ph_buffer_free(&out);
    free(list);
    xmlFree(words);
    xmlXPathFreeNodeSet(others);
}

void ph_other_functions_register(xmlXPathContext *context)
{
    static const struct {
        const char *name;
        xmlXPathFunction function;
    } functions[] = {
        {"succeed", succeed}, {"series-of", series_of}, {"titled", titled}, {"misdated", misdated}};
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
        xmlXPathRegisterFuncNS(context, (const xmlChar *)functions[i].name,
                               (const xmlChar *)PH_RULE_NAMESPACE, functions[i].function);
}
