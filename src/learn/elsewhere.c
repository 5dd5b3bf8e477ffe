#include "learn/elsewhere.h"

#include <libxml/hash.h>
#include <libxml/xpathInternals.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "base/xml.h"
#include "learn/series.h"

struct ph_others {
    const struct ph_elsewhere *elsewhere;
    const struct ph_lexicon *lexicon;
    int before;
    xmlDoc *doc;         /* <others> of <series> of <other> */
    long series;         /* of the next <other> */
    xmlHashTable *known; /* by number: the <series>, empty where nothing is known of it */
    struct ph_arena *arena;
    enum ph_status status;
    struct ph_error *error;
};

int ph_elsewhere_before(int before, const struct ph_pattern *pattern)
{
    return before && before < pattern->next_session ? before : pattern->next_session;
}

static bool is_same(const char *a, const char *b)
{
    char *x = ph_utf8_fold(a, strlen(a)), *y = ph_utf8_fold(b, strlen(b));
    bool same = !strcmp(x, y);
    free(x);
    free(y);
    return same;
}

/* A resolution of the very title, case apart, that can be told from the others of its session, and
 * can be cited: of one with another title it is not certain that the text would. */
static bool is_missing(struct ph_pattern *pattern, const struct ph_elsewhere_member *member,
                       struct ph_date *adopted)
{
    return member->followed && !member->cited_in && is_same(member->title, pattern->title) &&
           !ph_series_of_session(pattern, member->session) &&
           strlen(member->number) < sizeof((struct ph_citation *)0)->number &&
           ph_date_parse_iso(member->adopted, adopted);
}

enum ph_status ph_elsewhere_add_members(const struct ph_elsewhere *elsewhere,
                                        struct ph_pattern *pattern, struct ph_error *error)
{
    const struct ph_member *base = &pattern->members[pattern->base];
    struct ph_elsewhere_member *members;
    size_t count;
    if (!elsewhere || !elsewhere->find || !base->number)
        return PH_OK;
    int session = base->session, before = session + 1;
    if (elsewhere->before && elsewhere->before < before)
        before = elsewhere->before;
    enum ph_status status = elsewhere->find(elsewhere->context, base->number, before,
                                            pattern->arena, &members, &count, error);
    for (size_t i = 0; status == PH_OK && i < count; i++) {
        struct ph_citation citation = {.session = members[i].session};
        if (citation.session >= session || !is_missing(pattern, &members[i], &citation.date))
            continue;
        strcpy(citation.number, members[i].number);
        ph_series_insert(pattern, &citation, "the archive");
    }
    return status;
}

struct ph_others *ph_others_new(const struct ph_elsewhere *elsewhere,
                                const struct ph_pattern *pattern, struct ph_error *error)
{
    struct ph_others *others = ph_alloc_zero(1, sizeof *others);
    others->elsewhere = elsewhere && elsewhere->find ? elsewhere : NULL;
    others->lexicon = pattern->lexicon;
    others->before = ph_elsewhere_before(elsewhere ? elsewhere->before : 0, pattern);
    others->doc = xmlNewDoc((const xmlChar *)"1.0");
    xmlDocSetRootElement(others->doc,
                         xmlNewDocNode(others->doc, NULL, (const xmlChar *)"others", NULL));
    others->known = xmlHashCreate(0);
    others->arena = pattern->arena;
    others->status = PH_OK;
    others->error = error;
    return others;
}

void ph_others_free(struct ph_others *others)
{
    xmlHashFree(others->known, NULL);
    xmlFreeDoc(others->doc);
    free(others);
}

static void add_other(struct ph_others *others, xmlNode *series,
                      const struct ph_elsewhere_member *member)
{
    xmlNode *other = ph_xml_add(series, "other");
    ph_xml_set(other, "number", member->number);
    ph_xml_set_number(other, "session", member->session);
    ph_xml_set(other, "adopted", *member->adopted ? member->adopted : NULL);
    ph_xml_set(other, "title", member->title);
    ph_xml_set(other, "cited-in", member->cited_in);
    ph_xml_set_number(other, "series", others->series);
    xmlHashUpdateEntry(others->known, (const xmlChar *)member->number, series, NULL);
}

/* The series of a resolution, asked for once: those that are followed, or it alone. */
static xmlNode *series_of(struct ph_others *others, const char *number)
{
    xmlNode *series = xmlHashLookup(others->known, (const xmlChar *)number);
    if (series)
        return series;
    struct ph_elsewhere_member *members = NULL;
    size_t count = 0;
    series = ph_xml_add(xmlDocGetRootElement(others->doc), "series");
    others->status = others->elsewhere->find(others->elsewhere->context, number, others->before,
                                             others->arena, &members, &count, others->error);
    bool followed = false;
    for (size_t i = 0; others->status == PH_OK && i < count; i++)
        followed |= members[i].followed && !strcmp(members[i].number, number);
    for (size_t i = 0; others->status == PH_OK && i < count; i++)
        if (followed ? members[i].followed : !strcmp(members[i].number, number))
            add_other(others, series, &members[i]);
    others->series++;
    xmlHashUpdateEntry(others->known, (const xmlChar *)number, series, NULL);
    return series;
}

/* Adds a series, unless it is there already. */
static void add_series(const xmlNode *series, xmlNodeSet *found)
{
    xmlNode *first = ph_xml_first(series, "other");
    if (!first || xmlXPathNodeSetContains(found, first))
        return;
    for (xmlNode *one = first; one; one = ph_xml_next(one, "other"))
        xmlXPathNodeSetAddUnique(found, one);
}

void ph_others_add(struct ph_others *others, const char *words, xmlNodeSet *found)
{
    struct ph_citation *list;
    size_t end, length = strlen(words);
    size_t count =
        others->elsewhere ? ph_citations_parse(others->lexicon, words, length, &list, &end) : 0;
    for (size_t i = 0; i < count && others->status == PH_OK; i++)
        add_series(series_of(others, list[i].number), found);
    if (count)
        free(list);
}

enum ph_status ph_others_status(const struct ph_others *others)
{
    return others->status;
}
