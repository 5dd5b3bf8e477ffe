/* The words of a node, and what holds of stretches of them. */
#include <assert.h>
#include <string.h>

#include "doc/node.h"

void ph_text_set(struct ph_node *node, const char *bytes, size_t length)
{
    node->text = (struct ph_text){0};
    node->text.bytes = ph_arena_copy_n(node->document->arena, bytes, length);
    node->text.length = length;
}

static void reserve(struct ph_node *node)
{
    struct ph_text *text = &node->text;
    if (text->count < text->capacity)
        return;
    size_t capacity = text->capacity ? text->capacity * 2 : 4;
    struct ph_inline *more = ph_arena_alloc(node->document->arena, capacity * sizeof *more);
    if (text->count)
        memcpy(more, text->inlines, text->count * sizeof *more);
    text->inlines = more;
    text->capacity = capacity;
}

static bool stands_before(const struct ph_inline *a, size_t from, size_t to)
{
    return a->from < from || (a->from == from && a->to >= to);
}

struct ph_inline *ph_text_mark(struct ph_node *node, enum ph_inline_kind kind, size_t from,
                               size_t to)
{
    assert(from <= to && to <= node->text.length);
    reserve(node);
    struct ph_text *text = &node->text;
    size_t at = text->count;
    while (at > 0 && !stands_before(&text->inlines[at - 1], from, to))
        at--;
    memmove(&text->inlines[at + 1], &text->inlines[at], (text->count - at) * sizeof *text->inlines);
    text->count++;
    text->inlines[at] = (struct ph_inline){.kind = kind, .from = from, .to = to};
    return &text->inlines[at];
}

/* Where an offset is after [from, to) became `length` bytes. An offset at the very start of the
 * hole stays before the new words; one inside or at its end goes behind them. */
static size_t moved(size_t at, size_t from, size_t to, size_t length)
{
    if (at <= from)
        return at;
    return at >= to ? at - to + from + length : from + length;
}

void ph_text_add_traces(struct ph_node *node, const struct ph_trace *traces, size_t count)
{
    struct ph_text *text = &node->text;
    if (!count)
        return;
    struct ph_trace *all =
        ph_arena_alloc(node->document->arena, (text->trace_count + count) * sizeof *all);
    if (text->trace_count)
        memcpy(all, text->traces, text->trace_count * sizeof *all);
    memcpy(all + text->trace_count, traces, count * sizeof *all);
    text->traces = all;
    text->trace_count += count;
}

static void move_traces(struct ph_text *text, size_t from, size_t to, size_t length)
{
    for (size_t i = 0; i < text->trace_count; i++) {
        struct ph_trace *one = &text->traces[i];
        one->from = moved(one->from, from, to, length);
        one->to = moved(one->to, from, to, length);
        one->to = one->to < one->from ? one->from : one->to;
    }
}

static bool vanishes(const struct ph_inline *mark, size_t from, size_t to)
{
    return mark->kind != PH_NOTE && mark->from >= from && mark->to <= to && from < to &&
           !(mark->from == from && mark->to == to);
}

static void sort_inlines(struct ph_text *text)
{
    for (size_t i = 1; i < text->count; i++) {
        struct ph_inline mark = text->inlines[i];
        size_t at = i;
        for (; at > 0 && !stands_before(&text->inlines[at - 1], mark.from, mark.to); at--)
            text->inlines[at] = text->inlines[at - 1];
        text->inlines[at] = mark;
    }
}

void ph_text_replace(struct ph_node *node, size_t from, size_t to, const char *bytes, size_t length)
{
    struct ph_text *text = &node->text;
    assert(from <= to && to <= text->length);
    size_t whole = text->length - (to - from) + length;
    char *made = ph_arena_alloc(node->document->arena, whole + 1);
    memcpy(made, text->bytes, from);
    if (length)
        memcpy(made + from, bytes, length);
    memcpy(made + from + length, text->bytes + to, text->length - to);
    text->bytes = made;
    text->length = whole;
    size_t kept = 0;
    for (size_t i = 0; i < text->count; i++) {
        struct ph_inline mark = text->inlines[i];
        if (vanishes(&mark, from, to))
            continue;
        bool point_inside = mark.kind == PH_NOTE && mark.from > from && mark.from <= to;
        mark.from = point_inside ? from + length : moved(mark.from, from, to, length);
        mark.to = moved(mark.to, from, to, length);
        if (mark.to < mark.from)
            mark.to = mark.from;
        text->inlines[kept++] = mark;
    }
    text->count = kept;
    sort_inlines(text);
    move_traces(text, from, to, length);
}
