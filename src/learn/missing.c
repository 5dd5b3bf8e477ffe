#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "doc/walk.h"
#include "learn/series.h"

struct ph_member *ph_series_of_session(struct ph_pattern *pattern, int session)
{
    for (size_t i = 0; i < pattern->member_count; i++)
        if (pattern->members[i].session == session)
            return &pattern->members[i];
    return NULL;
}

static bool is_member(const struct ph_pattern *pattern, const char *number)
{
    for (size_t i = 0; i < pattern->member_count; i++)
        if (pattern->members[i].number && !strcmp(pattern->members[i].number, number))
            return true;
    return false;
}

void ph_series_insert(struct ph_pattern *pattern, const struct ph_citation *citation,
                      const char *known_from)
{
    pattern->members =
        ph_realloc(pattern->members, (pattern->member_count + 1) * sizeof *pattern->members);
    size_t at = pattern->member_count++;
    for (; at > 0 && pattern->members[at - 1].session > citation->session; at--)
        pattern->members[at] = pattern->members[at - 1];
    pattern->members[at] =
        (struct ph_member){.number = ph_arena_copy(pattern->arena, citation->number),
                           .session = citation->session,
                           .adopted = citation->date,
                           .known_from = known_from};
    if (at <= pattern->base)
        pattern->base++;
}

static void add_missing(struct ph_pattern *pattern, const struct ph_citation *citation,
                        const struct ph_member *citing, const struct ph_node *node)
{
    char label[96];
    const char *number = citing->number ? citing->number : citing->known_from;
    ph_series_insert(
        pattern, citation,
        ph_arena_printf(pattern->arena, "%s %s", number, ph_label(node, label, sizeof label)));
}

/* One may stand before the title: "on the right to ...". */
enum { ARTICLE = 4 };

/* Whether the words behind a list name the title of the series: "... on <title>" (the lexicon's
 * line series-link says what may stand between). */
static bool title_follows(const struct ph_pattern *pattern, const struct ph_lexicon *lexicon,
                          const struct ph_node *node, size_t from)
{
    struct ph_line link;
    const struct ph_text *text = &node->text;
    if (!ph_lexicon_find_line(lexicon, "series-link", text->bytes, text->length, from, &link) ||
        link.match_from != from)
        return false;
    char *title = ph_utf8_fold(pattern->title, strlen(pattern->title));
    char *rest = ph_utf8_fold(text->bytes + link.match_to, text->length - link.match_to);
    const char *found = *title ? strstr(rest, title) : NULL;
    bool follows = found && found - rest <= ARTICLE;
    free(title);
    free(rest);
    return follows;
}

/* Whether what stands behind a list says that it is of the series: "... and all previous
 * resolutions". */
static bool confirmed(const struct ph_lexicon *lexicon, const struct ph_node *node, size_t from)
{
    struct ph_line line;
    return ph_lexicon_find_line(lexicon, "series-behind", node->text.bytes, node->text.length, from,
                                &line) &&
           line.match_from == from;
}

/* Whether the words before a citation say that it is of the series: "previous resolutions on
 * <title>, including resolution ..." (the lexicon's lines series-before, whose value is the title).
 */
static bool announced(const struct ph_pattern *pattern, const struct ph_lexicon *lexicon,
                      const struct ph_node *node, size_t to)
{
    struct ph_line line;
    const char *text = node->text.bytes;
    if (!ph_lexicon_find_line(lexicon, "series-before", text, to, 0, &line))
        return false;
    if (line.from == line.match_from && line.to == line.match_to)
        return true; /* no title is named: "previous resolutions on the subject" */
    char *title = ph_utf8_fold(pattern->title, strlen(pattern->title));
    char *named = ph_utf8_fold(text + line.from, line.to - line.from);
    size_t longer = strlen(named), shorter = strlen(title);
    bool same = *title && longer >= shorter && longer - shorter <= ARTICLE &&
                !strcmp(named + longer - shorter, title);
    free(title);
    free(named);
    return same;
}

struct list {
    const struct ph_node *node;
    const struct ph_citation *items;
    size_t count;
};

static size_t count_known(const struct ph_pattern *pattern, const struct list *list)
{
    size_t known = 0;
    for (size_t i = 0; i < list->count; i++)
        known += is_member(pattern, list->items[i].number);
    return known;
}

/* A list speaks of the series when the words around it say so, or when no more than half of it is
 * unknown. */
static bool is_of_series(const struct ph_pattern *pattern, const struct ph_lexicon *lexicon,
                         const struct list *list)
{
    size_t end = list->items[list->count - 1].to;
    return count_known(pattern, list) * 2 >= list->count ||
           announced(pattern, lexicon, list->node, list->items[0].from) ||
           confirmed(lexicon, list->node, end) || title_follows(pattern, lexicon, list->node, end);
}

static bool is_listed(const struct list *list, const char *number)
{
    for (size_t i = 0; i < list->count; i++)
        if (number && !strcmp(list->items[i].number, number))
            return true;
    return false;
}

/* Among much else a list may go along with the series: it names the last two members before the
 * text that has it. The session of the older of the two; INT_MAX: it does not. */
static int follows_from(const struct ph_pattern *pattern, const struct list *list, int session)
{
    enum { TOGETHER = 2 };
    int found = 0;
    for (size_t i = pattern->member_count; i-- > 0 && found < TOGETHER;) {
        const struct ph_member *member = &pattern->members[i];
        if (!member->root || member->session >= session)
            continue;
        if (!is_listed(list, member->number))
            return INT_MAX;
        if (++found == TOGETHER)
            return member->session;
    }
    return INT_MAX;
}

/* A list that ends with a resolution of each session, or of each second one, up to the one before
 * the text that has it, goes along with the series too when no subject of its own follows: little
 * else recurs so. The session before the first of them; INT_MAX: it does not. */
static int runs_from(const struct ph_lexicon *lexicon, const struct list *list, int session)
{
    enum { LEAST = 3, MOST_STEP = 2 };
    struct ph_line line;
    const struct ph_text *text = &list->node->text;
    size_t end = list->items[list->count - 1].to, run = 0;
    int step = session - list->items[list->count - 1].session;
    for (size_t i = list->count; i-- > 0 && session - list->items[i].session == step; run++)
        session = list->items[i].session;
    bool has_subject =
        ph_lexicon_find_line(lexicon, "series-link", text->bytes, text->length, end, &line) &&
        line.match_from == end;
    return run >= LEAST && step >= 1 && step <= MOST_STEP && !has_subject ? session - 1 : INT_MAX;
}

static bool is_alone(const struct list *list, int session)
{
    int found = 0;
    for (size_t i = 0; i < list->count; i++)
        found += list->items[i].session == session;
    return found == 1;
}

static void read_list(struct ph_pattern *pattern, const struct ph_lexicon *lexicon,
                      const struct ph_member *citing, const struct list *list)
{
    struct ph_member source = *citing;
    bool whole = is_of_series(pattern, lexicon, list);
    int from = whole ? 0 : follows_from(pattern, list, source.session);
    if (from == INT_MAX)
        from = runs_from(lexicon, list, source.session);
    for (size_t i = 0; i < list->count; i++) {
        const struct ph_citation *one = &list->items[i];
        if (one->session > from && one->session < source.session &&
            (whole || is_alone(list, one->session)) &&
            !ph_series_of_session(pattern, one->session) && ph_date_valid(one->date))
            add_missing(pattern, one, &source, list->node);
    }
}

static void read_lists(struct ph_pattern *pattern, const struct ph_lexicon *lexicon, size_t member)
{
    const struct ph_member citing = pattern->members[member];
    for (const struct ph_node *node = NULL; (node = ph_next_text(citing.root, node));) {
        struct ph_citation *all;
        size_t count = ph_citations_find(lexicon, node->text.bytes, node->text.length, &all);
        for (size_t from = 0; from < count;) {
            struct ph_citation *list;
            size_t end, length;
            length = ph_citations_parse(lexicon, node->text.bytes + all[from].from,
                                        node->text.length - all[from].from, &list, &end);
            for (size_t i = 0; i < length; i++) {
                list[i].from += all[from].from;
                list[i].to += all[from].from;
            }
            if (length)
                read_list(pattern, lexicon, &citing, &(struct list){node, list, length});
            free(list);
            from += length ? length : 1;
        }
        free(all);
    }
}

/* From the newest to the oldest: the newest list is the longest and the most often checked. */
void ph_series_add_missing(struct ph_pattern *pattern, const struct ph_lexicon *lexicon)
{
    size_t count = pattern->member_count;
    const struct ph_node **roots = ph_alloc_zero(count, sizeof *roots);
    for (size_t i = 0; i < count; i++)
        roots[i] = pattern->members[i].root;
    for (size_t i = count; i-- > 0;)
        for (size_t k = 0; k < pattern->member_count; k++)
            if (pattern->members[k].root && pattern->members[k].root == roots[i]) {
                read_lists(pattern, lexicon, k);
                break;
            }
    free(roots);
}
