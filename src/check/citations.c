/* What a text cites, against what its series knows. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check/series.h"
#include "doc/walk.h"
#include "un/citation.h"

enum { KNOWN_FROM = 160 };

/* The date of a resolution, and who says so. */
struct known {
    char number[sizeof((struct ph_citation *)0)->number];
    struct ph_date date;
    char from[KNOWN_FROM];
    size_t order;  /* in which it was learned */
    bool doubtful; /* the series contradicts itself */
};

struct knowledge {
    struct known *items; /* by number */
    size_t count, capacity;
};

static int by_number(const void *a, const void *b)
{
    return strcmp(((const struct known *)a)->number, ((const struct known *)b)->number);
}

static int by_number_and_order(const void *a, const void *b)
{
    const struct known *x = a, *y = b;
    int order = by_number(a, b);
    return order ? order : x->order < y->order ? -1 : x->order > y->order;
}

static void learn(struct knowledge *knowledge, const char *number, struct ph_date date,
                  const char *from)
{
    if (!number || !date.year || strlen(number) >= sizeof knowledge->items->number)
        return;
    knowledge->items =
        ph_grow(knowledge->items, knowledge->count, &knowledge->capacity, sizeof *knowledge->items);
    struct known *made = &knowledge->items[knowledge->count];
    *made = (struct known){.date = date, .order = knowledge->count++};
    strcpy(made->number, number);
    snprintf(made->from, sizeof made->from, "%s", from ? from : "");
}

static void learn_citations(struct knowledge *knowledge, const struct ph_member *member)
{
    for (const struct ph_node *node = NULL; (node = ph_next_text(member->root, node));) {
        struct ph_citation *found;
        char label[KNOWN_FROM], from[KNOWN_FROM];
        size_t count =
            ph_citations_find(node->document->lexicon, node->text.bytes, node->text.length, &found);
        ph_label(node, label, sizeof label / 2);
        snprintf(from, sizeof from, "%.60s %.90s", member->number ? member->number : "", label);
        for (size_t i = 0; i < count; i++)
            learn(knowledge, found[i].number, found[i].date, from);
        free(found);
    }
}

/* Of what is said of one number the first is kept; where another says otherwise it is in doubt. */
static void settle(struct knowledge *knowledge)
{
    size_t kept = 0;
    if (knowledge->count)
        qsort(knowledge->items, knowledge->count, sizeof *knowledge->items, by_number_and_order);
    for (size_t i = 0; i < knowledge->count; i++) {
        struct known *last = kept ? &knowledge->items[kept - 1] : NULL;
        if (last && !strcmp(last->number, knowledge->items[i].number))
            last->doubtful |= ph_date_compare(last->date, knowledge->items[i].date) != 0;
        else
            knowledge->items[kept++] = knowledge->items[i];
    }
    knowledge->count = kept;
}

static struct knowledge knowledge_of(const struct ph_pattern *pattern)
{
    struct knowledge knowledge = {0};
    for (size_t i = 0; i < pattern->member_count; i++) {
        const struct ph_member *member = &pattern->members[i];
        learn(&knowledge, member->number, member->adopted,
              member->document ? member->number : member->known_from);
        if (member->root)
            learn_citations(&knowledge, member);
    }
    settle(&knowledge);
    return knowledge;
}

/* ---- dates ---- */

bool ph_citation_date_place(const struct ph_lexicon *lexicon, const struct ph_text *text,
                            const struct ph_citation *citation, size_t *from, size_t *to)
{
    struct ph_date found;
    size_t end;
    for (size_t at = citation->from; at < text->length && at < citation->from + 400; at++)
        if ((at == 0 || text->bytes[at - 1] == ' ') &&
            ph_date_parse(lexicon, text->bytes + at, text->length - at, &found, &end) &&
            ph_date_compare(found, citation->date) == 0) {
            *from = at;
            *to = at + end;
            return true;
        }
    return false;
}

static void check_date(struct ph_series_check *check, const struct knowledge *knowledge,
                       const struct ph_node *node, const struct ph_citation *citation)
{
    struct known key = {.doubtful = false};
    memcpy(key.number, citation->number, sizeof key.number);
    const struct known *known =
        knowledge->count ? bsearch(&key, knowledge->items, knowledge->count, sizeof key, by_number)
                         : NULL;
    size_t from = 0, to = 0;
    if (!known || known->doubtful || !citation->date.year ||
        ph_date_compare(known->date, citation->date) == 0 ||
        !ph_citation_date_place(check->lexicon, &node->text, citation, &from, &to))
        return;
    char date[64];
    char *words = ph_copy_n(node->text.bytes + from, to - from);
    xmlXPathContext *context = check->messages.context;
    ph_xpath_set_text(context, "number", citation->number);
    ph_xpath_set_text(context, "words", words);
    ph_xpath_set_text(context, "date",
                      ph_date_text(check->lexicon, known->date, date, sizeof date));
    ph_xpath_set_text(context, "known", known->from);
    ph_series_say(check, "series-date", node, from, to);
    free(words);
}

/* ---- the list of the series ---- */

const struct ph_member *ph_series_last_member(const struct ph_series_check *check)
{
    const struct ph_member *last = NULL;
    for (size_t i = 0; i < check->pattern->member_count; i++) {
        const struct ph_member *member = &check->pattern->members[i];
        if (member->number && (check->session == 0 || member->session < check->session))
            last = member;
    }
    return last;
}

static bool is_member(const struct ph_pattern *pattern, const char *number)
{
    for (size_t i = 0; i < pattern->member_count; i++)
        if (pattern->members[i].number && !strcmp(pattern->members[i].number, number))
            return true;
    return false;
}

bool ph_series_cites(const struct ph_node *root, const char *number)
{
    bool found = false;
    for (const struct ph_node *node = NULL; !found && (node = ph_next_text(root, node));) {
        struct ph_citation *citations;
        size_t count = ph_citations_find(node->document->lexicon, node->text.bytes,
                                         node->text.length, &citations);
        for (size_t i = 0; i < count; i++)
            found |= !strcmp(citations[i].number, number);
        free(citations);
    }
    return found;
}

/* Where a resolution of the series would be cited: the last citation of another. */
struct list_place {
    const struct ph_node *node;
    size_t from, to;
};

static void check_list(struct ph_series_check *check, const struct list_place *place)
{
    const struct ph_member *last = ph_series_last_member(check);
    if (!last || !ph_series_cites(check->draft->root, last->number) ||
        ph_series_cites(check->text, last->number))
        return;
    char date[64] = "";
    if (last->adopted.year)
        ph_date_text(check->lexicon, last->adopted, date, sizeof date);
    ph_xpath_set_text(check->messages.context, "number", last->number);
    ph_xpath_set_text(check->messages.context, "date", date);
    ph_series_say(check, "series-list-last", place->node, place->from, place->to);
}

void ph_series_check_citations(struct ph_series_check *check)
{
    struct knowledge knowledge = knowledge_of(check->pattern);
    struct list_place place = {check->text, 0, 0};
    for (const struct ph_node *node = NULL; (node = ph_next_text(check->text, node));) {
        struct ph_citation *found;
        size_t count =
            ph_citations_find(node->document->lexicon, node->text.bytes, node->text.length, &found);
        for (size_t i = 0; i < count; i++) {
            check_date(check, &knowledge, node, &found[i]);
            if (ph_is_paragraph(node) && is_member(check->pattern, found[i].number))
                place = (struct list_place){node, found[i].from, found[i].to};
        }
        free(found);
    }
    check_list(check, &place);
    free(knowledge.items);
}
