#include "doc/restyle.h"

#include <string.h>

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

unsigned ph_looks_at(const struct ph_text *text, size_t at, size_t *end)
{
    unsigned looks = 0;
    *end = text->length;
    for (size_t i = 0; i < text->count; i++) {
        const struct ph_inline *mark = &text->inlines[i];
        if (!(LOOKS & PH_BIT(mark->kind)) || mark->to <= at)
            continue;
        const bool holds = mark->from <= at;
        const size_t edge = holds ? mark->to : mark->from;
        looks |= holds ? PH_BIT(mark->kind) : 0;
        *end = edge < *end ? edge : *end;
    }
    return looks;
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

bool ph_looks_are_same(const struct ph_text *one, const struct ph_text *other)
{
    size_t at = 0, end, other_end;
    while (at < one->length && at < other->length) {
        if (one->bytes[at] == ' ') { /* looks like nothing */
            at++;
            continue;
        }
        if (ph_looks_at(one, at, &end) != ph_looks_at(other, at, &other_end))
            return false;
        at = end < other_end ? end : other_end;
    }
    return true;
}

bool ph_restyle_changes(const struct ph_text *text, const struct ph_restyle *restyle, size_t from,
                        size_t to)
{
    for (size_t at = from, end; at < to; at = end)
        if (restyle->on != !!(ph_looks_at(text, at, &end) & PH_BIT(restyle->kind)))
            return true;
    return false;
}

/* ---- what becomes of it ---- */

static void put_back(struct ph_node *node, const struct ph_inline *mark, size_t from, size_t to)
{
    struct ph_inline *made = ph_text_mark(node, mark->kind, from, to);
    made->note = mark->note;
    made->name = mark->name;
    made->why = mark->why;
}

/* Puts a stretch back without what stands in [from, to). */
static void put_rest(struct ph_node *node, const struct ph_inline *mark, size_t from, size_t to)
{
    if (mark->from < from)
        put_back(node, mark, mark->from, from < mark->to ? from : mark->to);
    if (mark->to > to)
        put_back(node, mark, to > mark->from ? to : mark->from, mark->to);
}

void ph_restyle_put(struct ph_node *node, const struct ph_restyle *restyle, size_t from, size_t to)
{
    const struct ph_text old = node->text; /* the arena keeps its inlines */
    node->text.inlines = NULL;
    node->text.count = node->text.capacity = 0;
    for (size_t i = 0; i < old.count; i++) {
        const struct ph_inline *mark = &old.inlines[i];
        const bool touches = mark->kind == restyle->kind && mark->from <= to && mark->to >= from;
        if (!touches) {
            put_back(node, mark, mark->from, mark->to);
        } else if (!restyle->on) {
            put_rest(node, mark, from, to);
        } else {
            from = mark->from < from ? mark->from : from;
            to = mark->to > to ? mark->to : to;
        }
    }
    if (restyle->on)
        ph_text_mark(node, restyle->kind, from, to);
}
