#include "doc/stretch.h"

#include <stdlib.h>
#include <string.h>

/* Where a property begins or ends, or a footnote mark stands. */
struct edge {
    size_t at;
    enum { CLOSING, MARK, OPENING } what; /* in the order in which they take effect at one place */
    size_t order;
    enum ph_inline_kind kind;
    const struct ph_inline *in; /* NULL: italics by kind */
};

struct sweep {
    struct ph_stretch *list;
    size_t count;
    unsigned depth[PH_RESTYLED + 1];
    const struct ph_inline *placeholder, *review, *restyled;
    unsigned whole;
};

unsigned ph_change_of(const struct ph_node *node)
{
    for (; node; node = node->parent) {
        if (node->mark == PH_NODE_INSERTED || node->mark == PH_MOVED_TO)
            return PH_BIT(PH_INSERTED);
        if (node->mark != PH_UNMARKED)
            return PH_BIT(PH_DELETED);
    }
    return 0;
}

unsigned ph_mark_change(const struct ph_inline *mark)
{
    if (mark->name)
        return PH_BIT(!strcmp(mark->name, "deleted") ? PH_DELETED : PH_INSERTED);
    if (mark->note && mark->note->mark == PH_NODE_DELETED)
        return PH_BIT(PH_DELETED);
    return mark->note && mark->note->mark == PH_NODE_INSERTED ? PH_BIT(PH_INSERTED) : 0;
}

bool ph_italic_by_kind(const struct ph_node *node, size_t *from, size_t *to)
{
    *from = 0;
    *to = node->text.length;
    if (node->kind == PH_ORGAN) {
        while (*to > 0 && strchr(",:;. ", node->text.bytes[*to - 1]))
            (*to)--;
    } else if (node->kind == PH_PREAMBULAR || node->kind == PH_OPERATIVE) {
        *from = node->as.paragraph.opening.from;
        *to = node->as.paragraph.opening.to;
    } else {
        return false;
    }
    return *from < *to && *to <= node->text.length;
}

/* Whether a reader saw italics at `at` or before. */
static bool has_italics(const struct ph_node *node, size_t at)
{
    for (size_t i = 0; i < node->text.count; i++)
        if (node->text.inlines[i].kind == PH_ITALIC && node->text.inlines[i].from <= at)
            return true;
    return false;
}

static int by_place(const void *a, const void *b)
{
    const struct edge *x = a, *y = b;
    if (x->at != y->at)
        return x->at < y->at ? -1 : 1;
    if (x->what != y->what)
        return x->what < y->what ? -1 : 1;
    return (x->order > y->order) - (x->order < y->order);
}

static struct edge *collect_edges(const struct ph_node *node, size_t *count)
{
    struct edge *edges = ph_alloc((2 * node->text.count + 2) * sizeof *edges);
    size_t n = 0, from, to;
    for (size_t i = 0; i < node->text.count; i++) {
        const struct ph_inline *in = &node->text.inlines[i];
        if (in->kind == PH_NOTE && in->note)
            edges[n++] = (struct edge){in->from, MARK, i, in->kind, in};
        if (in->kind == PH_NOTE || in->from >= in->to)
            continue;
        edges[n++] = (struct edge){in->from, OPENING, i, in->kind, in};
        edges[n++] = (struct edge){in->to, CLOSING, i, in->kind, in};
    }
    if (ph_italic_by_kind(node, &from, &to) && !has_italics(node, from)) {
        edges[n++] = (struct edge){from, OPENING, node->text.count, PH_ITALIC, NULL};
        edges[n++] = (struct edge){to, CLOSING, node->text.count, PH_ITALIC, NULL};
    }
    qsort(edges, n, sizeof *edges, by_place);
    *count = n;
    return edges;
}

static unsigned kinds_now(const struct sweep *sweep)
{
    unsigned kinds = sweep->whole;
    for (unsigned kind = 0; kind <= PH_RESTYLED; kind++)
        if (sweep->depth[kind])
            kinds |= PH_BIT(kind);
    return kinds;
}

static void add_stretch(struct sweep *sweep, size_t from, size_t to, const struct ph_inline *note)
{
    unsigned kinds = kinds_now(sweep);
    if (note) /* the words around it say nothing of a mark */
        kinds = (kinds & ~(PH_BIT(PH_DELETED) | PH_BIT(PH_INSERTED))) | sweep->whole |
                ph_mark_change(note);
    const struct ph_inline *mark = sweep->placeholder ? sweep->placeholder : sweep->review;
    sweep->list[sweep->count++] = (struct ph_stretch){from, to, kinds, mark, note, sweep->restyled};
}

static void pass(struct sweep *sweep, const struct edge *edge)
{
    const struct ph_inline **open = edge->kind == PH_PLACEHOLDER ? &sweep->placeholder
                                    : edge->kind == PH_REVIEW    ? &sweep->review
                                    : edge->kind == PH_RESTYLED  ? &sweep->restyled
                                                                 : NULL;
    if (edge->what == OPENING) {
        sweep->depth[edge->kind]++;
        if (open)
            *open = edge->in;
    } else {
        sweep->depth[edge->kind]--;
        if (open && *open == edge->in)
            *open = NULL;
    }
}

size_t ph_stretches(const struct ph_node *node, struct ph_stretch **list)
{
    size_t count, at = 0;
    struct edge *edges = collect_edges(node, &count);
    struct sweep sweep = {.whole = ph_change_of(node)};
    sweep.list = ph_alloc((2 * count + 1) * sizeof *sweep.list);
    for (size_t i = 0; i < count; i++) {
        if (edges[i].at > at)
            add_stretch(&sweep, at, edges[i].at, NULL);
        at = edges[i].at;
        if (edges[i].what == MARK)
            add_stretch(&sweep, at, at, edges[i].in);
        else
            pass(&sweep, &edges[i]);
    }
    if (at < node->text.length)
        add_stretch(&sweep, at, node->text.length, NULL);
    free(edges);
    *list = sweep.list;
    return sweep.count;
}
