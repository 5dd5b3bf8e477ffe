#include "doc/restyle.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "doc/stretch.h"

enum { LOOKS = PH_BIT(PH_ITALIC) | PH_BIT(PH_BOLD) | PH_BIT(PH_SUPERSCRIPT) };

static const struct ph_restyle restyles[] = {
    {"italic", "set in italics", PH_ITALIC, true},
    {"roman", "set in roman", PH_ITALIC, false},
    {"bold", "set in bold", PH_BOLD, true},
    {"not-bold", "not set in bold", PH_BOLD, false},
    {"superscript", "set in superscript", PH_SUPERSCRIPT, true},
    {"not-superscript", "not set in superscript", PH_SUPERSCRIPT, false},
};

const struct ph_restyle *ph_restyle_by_name(const char *name)
{
    for (size_t i = 0; i < sizeof restyles / sizeof *restyles; i++)
        if (!strcmp(restyles[i].name, name))
            return &restyles[i];
    return NULL;
}

const struct ph_restyle *ph_restyle_next(unsigned before, unsigned now, size_t *at)
{
    while (*at < sizeof restyles / sizeof *restyles) {
        const struct ph_restyle *one = &restyles[(*at)++];
        const unsigned bit = PH_BIT(one->kind);
        if ((before & bit) != (now & bit) && one->on == !!(now & bit))
            return one;
    }
    return NULL;
}

/* ---- what there is ---- */

/* A place where a look begins (step 1) or ends (-1). */
struct edge {
    size_t at;
    unsigned kind;
    int step;
};

static int by_place(const void *a, const void *b)
{
    const struct edge *x = a, *y = b;
    return (x->at > y->at) - (x->at < y->at);
}

/* The edges of looks inside of [from, to), in order; free() the list. */
static size_t list_edges(const struct ph_text *text, size_t from, size_t to, struct edge **list)
{
    struct edge *edges = NULL;
    size_t count = 0, capacity = 0;
    for (size_t i = 0; i < text->count; i++) {
        const struct ph_inline *mark = &text->inlines[i];
        if (!(LOOKS & PH_BIT(mark->kind)) || mark->from >= to || mark->to <= from ||
            mark->from >= mark->to)
            continue;
        const size_t begin = mark->from > from ? mark->from : from;
        edges = ph_grow(edges, count, &capacity, sizeof *edges);
        edges[count++] = (struct edge){begin, mark->kind, 1};
        edges = ph_grow(edges, count, &capacity, sizeof *edges);
        edges[count++] = (struct edge){mark->to < to ? mark->to : to, mark->kind, -1};
    }
    if (count)
        qsort(edges, count, sizeof *edges, by_place);
    *list = edges;
    return count;
}

size_t ph_looks_of(const struct ph_text *text, size_t from, size_t to, struct ph_looks **list)
{
    struct edge *edges;
    int depth[PH_RESTYLED + 1] = {0};
    const size_t edge_count = list_edges(text, from, to, &edges);
    struct ph_looks *made = ph_alloc_zero(edge_count + 1, sizeof *made);
    size_t count = 0, next = 0;
    for (size_t at = from; at < to;) {
        unsigned looks = 0;
        for (; next < edge_count && edges[next].at <= at; next++)
            depth[edges[next].kind] += edges[next].step;
        for (unsigned kind = 0; kind <= PH_RESTYLED; kind++)
            looks |= depth[kind] > 0 ? PH_BIT(kind) : 0;
        const size_t end = next < edge_count ? edges[next].at : to;
        made[count++] = (struct ph_looks){at, end, looks};
        at = end;
    }
    free(edges);
    *list = made;
    return count;
}

const char *ph_looks_name(unsigned looks)
{
    static const char *const names[] = {"",
                                        "italic",
                                        "bold",
                                        "italic bold",
                                        "superscript",
                                        "italic superscript",
                                        "bold superscript",
                                        "italic bold superscript"};
    return names[(looks & PH_BIT(PH_ITALIC) ? 1 : 0) + (looks & PH_BIT(PH_BOLD) ? 2 : 0) +
                 (looks & PH_BIT(PH_SUPERSCRIPT) ? 4 : 0)];
}

unsigned ph_looks_named(const char *name)
{
    return (strstr(name, "italic") ? PH_BIT(PH_ITALIC) : 0) |
           (strstr(name, "bold") ? PH_BIT(PH_BOLD) : 0) |
           (strstr(name, "superscript") ? PH_BIT(PH_SUPERSCRIPT) : 0);
}

static bool is_blank(const struct ph_text *text, size_t from, size_t to)
{
    while (from < to && text->bytes[from] == ' ')
        from++;
    return from == to;
}

bool ph_looks_are_same(const struct ph_text *one, const struct ph_text *other)
{
    struct ph_looks *own, *others;
    const size_t length = one->length < other->length ? one->length : other->length;
    const size_t count = ph_looks_of(one, 0, length, &own);
    const size_t other_count = ph_looks_of(other, 0, length, &others);
    bool same = true;
    for (size_t i = 0, k = 0, at = 0; i < count && k < other_count && same;) {
        const size_t end = own[i].to < others[k].to ? own[i].to : others[k].to;
        same = own[i].looks == others[k].looks || is_blank(one, at, end);
        at = end;
        i += own[i].to == end;
        k += others[k].to == end;
    }
    free(own);
    free(others);
    return same;
}

bool ph_restyle_changes(const struct ph_text *text, const struct ph_restyle *restyle, size_t from,
                        size_t to)
{
    size_t at = from; /* up to here all are so */
    for (size_t i = 0; i < text->count; i++) {
        const struct ph_inline *mark = &text->inlines[i];
        if (mark->kind != restyle->kind || mark->from >= to || mark->to <= from)
            continue;
        if (!restyle->on && mark->from < mark->to)
            return true;
        at = mark->from <= at && mark->to > at ? mark->to : at;
    }
    return restyle->on && at < to;
}

/* ---- what becomes of it ---- */

/* Takes the stretches of a kind that touch [from, to) out of a text; their number. free() the list.
 */
static size_t take_out(struct ph_text *text, enum ph_inline_kind kind, size_t from, size_t to,
                       struct ph_inline **taken)
{
    size_t kept = 0, count = 0, capacity = 0;
    *taken = NULL;
    for (size_t i = 0; i < text->count; i++) {
        const struct ph_inline mark = text->inlines[i];
        if (mark.kind != kind || mark.from > to || mark.to < from) {
            text->inlines[kept++] = mark;
            continue;
        }
        *taken = ph_grow(*taken, count, &capacity, sizeof **taken);
        (*taken)[count++] = mark;
    }
    text->count = kept;
    return count;
}

void ph_restyle_put(struct ph_node *node, const struct ph_restyle *restyle, size_t from, size_t to)
{
    struct ph_inline *taken;
    const size_t count = take_out(&node->text, restyle->kind, from, to, &taken);
    size_t first = from, last = to;
    for (size_t i = 0; i < count; i++) {
        const struct ph_inline *one = &taken[i];
        if (!restyle->on && one->from < from)
            ph_text_mark(node, one->kind, one->from, from < one->to ? from : one->to);
        if (!restyle->on && one->to > to)
            ph_text_mark(node, one->kind, to > one->from ? to : one->from, one->to);
        first = one->from < first ? one->from : first;
        last = one->to > last ? one->to : last;
    }
    if (restyle->on)
        ph_text_mark(node, restyle->kind, first, last);
    free(taken);
}
