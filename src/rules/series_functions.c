#include "rules/series_functions.h"

#include <libxml/xpathInternals.h>
#include <stdlib.h>
#include <string.h>

#include "base/xml.h"
#include "rules/functions.h"
#include "rules/other_functions.h"
#include "rules/rule.h"
#include "un/citation.h"
#include "un/symbol.h"

enum { MOST_CITATIONS = 1000 };

struct ph_citation ph_citation_of(const xmlNode *member)
{
    struct ph_citation citation = {0};
    const char *number = ph_xml_attribute(member, "number");
    const char *adopted = ph_xml_attribute(member, "adopted");
    const char *session = ph_xml_attribute(member, "session");
    strncpy(citation.number, number ? number : "", sizeof citation.number - 1);
    citation.session = session ? atoi(session) : 0;
    if (!adopted || !ph_date_parse_iso(adopted, &citation.date))
        citation.date = (struct ph_date){0};
    return citation;
}

static bool is_cited(const struct ph_citation *list, size_t count, const char *number)
{
    for (size_t i = 0; i < count; i++)
        if (!strcmp(list[i].number, number))
            return true;
    return false;
}

/* Appends the members that the list lacks. */
static struct ph_citation *add_members(struct ph_citation *list, size_t *count,
                                       const xmlNodeSet *members)
{
    int more = members ? members->nodeNr : 0;
    list = ph_realloc(list, (*count + (size_t)more + 1) * sizeof *list);
    for (int i = 0; i < more && *count < MOST_CITATIONS; i++) {
        struct ph_citation one = ph_citation_of(members->nodeTab[i]);
        if (one.number[0] && !is_cited(list, *count, one.number))
            list[(*count)++] = one;
    }
    return list;
}

static xmlXPathObject *written(const struct ph_lexicon *lexicon, struct ph_citation *list,
                               size_t count)
{
    struct ph_buffer out = {0};
    ph_citations_write(lexicon, list, count, &out);
    xmlXPathObject *result = xmlXPathNewCString(ph_buffer_text(&out));
    ph_buffer_free(&out);
    free(list);
    return result;
}

static void cite(xmlXPathParserContext *ctxt, int nargs)
{
    CHECK_ARITY(1);
    xmlNodeSet *members = xmlXPathPopNodeSet(ctxt);
    size_t count = 0;
    struct ph_citation *list = add_members(NULL, &count, members);
    valuePush(ctxt, written(ph_lexicon_of(ctxt), list, count));
    xmlXPathFreeNodeSet(members);
}

const struct ph_lexicon *ph_lexicon_of(const xmlXPathParserContext *ctxt)
{
    const struct ph_xpath_world *world = ctxt->context->userData;
    return world ? world->lexicon : NULL;
}

size_t ph_citations_of(const struct ph_lexicon *lexicon, const xmlChar *words,
                       struct ph_citation **list)
{
    size_t end;
    *list = NULL;
    const char *text = words ? (const char *)words : "";
    return ph_citations_parse(lexicon, text, strlen(text), list, &end);
}

static int by_date(const void *a, const void *b)
{
    return ph_date_compare(((const struct ph_citation *)a)->date,
                           ((const struct ph_citation *)b)->date);
}

void ph_citations_write_sorted(const struct ph_lexicon *lexicon, struct ph_citation *list,
                               size_t count, struct ph_buffer *out)
{
    qsort(list, count, sizeof *list, by_date);
    ph_citations_write(lexicon, list, count, out);
}

/* Whether everything added is younger than everything that was there. */
static bool is_behind(const struct ph_citation *list, size_t count, size_t all)
{
    for (size_t i = count; i < all; i++)
        for (size_t k = 0; k < count; k++)
            if (ph_date_compare(list[i].date, list[k].date) < 0)
                return false;
    return true;
}

static bool is_among(const struct ph_citation *citation, const xmlNodeSet *members)
{
    for (int i = 0; members && i < members->nodeNr; i++) {
        const char *number = ph_xml_attribute(members->nodeTab[i], "number");
        if (number && !strcmp(number, citation->number))
            return true;
    }
    return false;
}

/* Takes out of a list what is none of `members`; then its words cannot stay as they are. */
static size_t keep_members(struct ph_citation *list, size_t count, const xmlNodeSet *members)
{
    size_t kept = 0;
    for (size_t i = 0; i < count; i++)
        if (is_among(&list[i], members))
            list[kept++] = list[i];
    return kept;
}

/* A list that gives no dates ("71/243, 72/279 and 73/248") is given none. */
static void take_its_form(const struct ph_citation *list, size_t count, struct ph_citation *more,
                          size_t more_count)
{
    for (size_t i = 0; i < count; i++)
        if (ph_date_valid(list[i].date))
            return;
    for (size_t i = 0; count && i < more_count; i++)
        more[i].date = (struct ph_date){0};
}

/* The list in the first argument with the members in the second; `exactly`: and with nothing else.
 */
static void extend(xmlXPathParserContext *ctxt, bool exactly)
{
    xmlNodeSet *members = xmlXPathPopNodeSet(ctxt);
    xmlChar *words = xmlXPathPopString(ctxt);
    const char *text = words ? (const char *)words : "";
    struct ph_citation *list;
    size_t stood = ph_citations_of(ph_lexicon_of(ctxt), words, &list);
    size_t count = exactly ? keep_members(list, stood, members) : stood, all = count;
    list = add_members(list, &all, members);
    take_its_form(list, count, list + count, all - count);
    struct ph_buffer out = {0};
    if (count == stood && is_behind(list, count, all))
        ph_citations_extend(ph_lexicon_of(ctxt), text, strlen(text), list, count, list + count,
                            all - count, &out);
    else
        ph_citations_write_sorted(ph_lexicon_of(ctxt), list, all, &out);
    valuePush(ctxt, xmlXPathNewCString(ph_buffer_text(&out)));
    ph_buffer_free(&out);
    free(list);
    xmlFree(words);
    xmlXPathFreeNodeSet(members);
}

static void cite_more(xmlXPathParserContext *ctxt, int nargs)
{
    CHECK_ARITY(2);
    extend(ctxt, false);
}

static void cite_exactly(xmlXPathParserContext *ctxt, int nargs)
{
    CHECK_ARITY(2);
    extend(ctxt, true);
}

static void cited(xmlXPathParserContext *ctxt, int nargs)
{
    CHECK_ARITY(1);
    xmlChar *words = xmlXPathPopString(ctxt);
    struct ph_citation *list;
    size_t count = ph_citations_of(ph_lexicon_of(ctxt), words, &list);
    valuePush(ctxt, xmlXPathNewFloat((double)count));
    free(list);
    xmlFree(words);
}

static void cites(xmlXPathParserContext *ctxt, int nargs)
{
    CHECK_ARITY(2);
    xmlNodeSet *members = xmlXPathPopNodeSet(ctxt);
    xmlChar *words = xmlXPathPopString(ctxt);
    struct ph_citation *list;
    size_t count = ph_citations_of(ph_lexicon_of(ctxt), words, &list);
    int found = 0;
    for (int i = 0; members && i < members->nodeNr; i++) {
        const char *number = ph_xml_attribute(members->nodeTab[i], "number");
        found += number && is_cited(list, count, number);
    }
    valuePush(ctxt, xmlXPathNewFloat(found));
    free(list);
    xmlFree(words);
    xmlXPathFreeNodeSet(members);
}

static void symbol_moved(xmlXPathParserContext *ctxt, int nargs)
{
    CHECK_ARITY(3);
    double to = xmlXPathPopNumber(ctxt), from = xmlXPathPopNumber(ctxt);
    xmlChar *words = xmlXPathPopString(ctxt);
    const char *text = words ? (const char *)words : "";
    char *moved = NULL;
    if (from >= 1 && from < 1000 && to >= 1 && to < 1000)
        moved = ph_symbol_moved(text, strlen(text), (int)from, (int)to, PH_UNKNOWN_WORDS);
    valuePush(ctxt, xmlXPathNewCString(moved ? moved : ""));
    free(moved);
    xmlFree(words);
}

void ph_series_functions_register(xmlXPathContext *context)
{
    static const struct {
        const char *name;
        xmlXPathFunction function;
    } functions[] = {{"cite", cite},   {"cite-more", cite_more}, {"cite-exactly", cite_exactly},
                     {"cited", cited}, {"cites", cites},         {"symbol-moved", symbol_moved}};
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++)
        xmlXPathRegisterFuncNS(context, (const xmlChar *)functions[i].name,
                               (const xmlChar *)PH_RULE_NAMESPACE, functions[i].function);
    ph_other_functions_register(context);
}
