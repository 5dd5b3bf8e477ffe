#include "compare/cuts.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "compare/marks.h"
#include "compare/match.h"
#include "doc/walk.h"

/* A half that has fewer words of the whole is too little to say that it was one with it; nor may
 * more than so many of its own words be new, in parts of a hundred. */
enum { LEAST_WORDS = 5, MOST_NEW = 50 };

/* One paragraph of `whole`, and two neighbours of the other side that may be its halves. */
struct trial {
    const struct ph_side *sides;
    int whole;        /* the side of the paragraph */
    size_t unit;      /* the paragraph */
    size_t halves[2]; /* next to each other; one of them is joined with it */
};

/* ---- finding ---- */

static bool is_leaf(const struct ph_side *side, size_t unit)
{
    return side->units[unit].size == 1 && ph_is_paragraph(side->units[unit].node);
}

static bool is_alike(const struct ph_unit *one, const struct ph_unit *other)
{
    return one->node->kind == other->node->kind && one->parent == other->parent &&
           one->node->as.paragraph.level == other->node->as.paragraph.level;
}

/* How many of the words of content [from, to) of `words` are in the whole paragraph. */
static bool is_half(const struct ph_word *words, const bool *found, size_t from, size_t to)
{
    size_t all = 0, kept = 0;
    for (size_t i = from; i < to; i++) {
        all += words[i].weight == PH_CONTENT;
        kept += words[i].weight == PH_CONTENT && found[i];
    }
    return kept >= LEAST_WORDS && (all - kept) * 100 <= all * MOST_NEW;
}

/* Behind the last word of the first half, and what punctuation follows it there: the first word
 * that begins behind a space. */
static size_t place_of_cut(const struct ph_text *text, const struct ph_word *words, size_t count,
                           const size_t *match, size_t first_half)
{
    size_t at = 0;
    for (size_t i = 0; i < count; i++)
        if (match[i] != PH_NONE && match[i] < first_half)
            at = i + 1;
    while (at < count && (words[at].weight == PH_MARK || words[at].from == 0 ||
                          text->bytes[words[at].from - 1] != ' '))
        at++;
    if (at == count || (match[at] != PH_NONE && match[at] < first_half))
        return 0;
    for (size_t i = 0; i < at; i++)
        if (match[i] != PH_NONE && match[i] >= first_half)
            return 0;
    return words[at].from;
}

/* Where the whole paragraph is to be cut; 0: its neighbours are no halves of it. */
static size_t try_halves(const struct trial *trial)
{
    const struct ph_side *one = &trial->sides[trial->whole], *two = &trial->sides[!trial->whole];
    size_t n, first_half, second_half;
    const struct ph_word *a = ph_side_words(one, trial->unit, &n);
    const struct ph_word *b = ph_side_words(two, trial->halves[0], &first_half);
    ph_side_words(two, trial->halves[1], &second_half);
    const size_t m = first_half + second_half;
    size_t *match = ph_alloc(n * sizeof *match);
    bool *found = ph_alloc_zero(m, sizeof *found);
    ph_words_match(a, n, b, m, match);
    for (size_t i = 0; i < n; i++)
        if (match[i] != PH_NONE)
            found[match[i]] = true;
    size_t at = 0;
    if (is_half(b, found, 0, first_half) && is_half(b, found, first_half, m))
        at = place_of_cut(&one->units[trial->unit].node->text, a, n, match, first_half);
    free(match);
    free(found);
    return at;
}

static void add_cut(struct ph_cuts *cuts, const struct trial *trial, size_t at)
{
    cuts->items = ph_grow(cuts->items, cuts->count, &cuts->capacity, sizeof *cuts->items);
    cuts->items[cuts->count++] =
        (struct ph_cut){.which = trial->whole, .unit = trial->unit, .at = at};
}

/* A neighbour of a joined paragraph that has no partner and could be the rest of it; a paragraph
 * is not taken twice. */
static bool may_be_half(const struct ph_side *side, size_t partner, size_t unit, size_t taken)
{
    return unit != PH_NONE && unit != taken && side->units[unit].fate == PH_GONE &&
           is_leaf(side, unit) && is_alike(&side->units[partner], &side->units[unit]);
}

/* The paragraph and what it is joined with have been looked at together: now with the neighbour
 * behind that, or else with the one before it. Returns the neighbour that it was cut for. */
static size_t look_at(struct ph_cuts *cuts, struct trial *trial, size_t partner, size_t taken)
{
    const struct ph_side *other = &trial->sides[!trial->whole];
    const size_t next = partner + 1 < other->count ? partner + 1 : PH_NONE, before = partner - 1;
    size_t at = 0, half = next;
    if (may_be_half(other, partner, next, taken)) {
        trial->halves[0] = partner;
        trial->halves[1] = next;
        at = try_halves(trial);
    }
    if (!at && may_be_half(other, partner, before, taken)) {
        half = trial->halves[0] = before;
        trial->halves[1] = partner;
        at = try_halves(trial);
    }
    if (!at)
        return taken;
    add_cut(cuts, trial, at);
    return half;
}

static void find_on_side(const struct ph_side sides[PH_SIDES], int whole, struct ph_cuts *cuts)
{
    const struct ph_side *side = &sides[whole];
    size_t taken = PH_NONE;
    for (size_t i = 1; i < side->count; i++) {
        struct trial trial = {.sides = sides, .whole = whole, .unit = i};
        const size_t partner = side->units[i].match;
        if (side->units[i].fate == PH_KEPT && is_leaf(side, i) &&
            is_leaf(&sides[!whole], partner) &&
            side->units[i].whole != sides[!whole].units[partner].whole)
            taken = look_at(cuts, &trial, partner, taken);
    }
}

void ph_cuts_find(const struct ph_side sides[PH_SIDES], struct ph_cuts *cuts)
{
    for (int which = PH_BEFORE; which < PH_SIDES; which++)
        find_on_side(sides, which, cuts);
}

bool ph_cuts_any(const struct ph_cuts *cuts, int which)
{
    for (size_t i = 0; i < cuts->count; i++)
        if (cuts->items[i].which == which && !cuts->items[i].bad)
            return true;
    return false;
}

/* ---- cutting ---- */

/* Gives `node` the bytes [from, to) of `text` with what holds of them. A footnote mark at the end
 * belongs to the words before it. */
static void set_part(struct ph_node *node, const struct ph_text *text, size_t from, size_t to)
{
    struct ph_inline *marks = ph_alloc_zero(text->count, sizeof *marks);
    size_t count = 0;
    for (size_t i = 0; i < text->count; i++) {
        struct ph_inline mark = text->inlines[i];
        const bool empty = mark.from == mark.to;
        mark.from = mark.from > from ? mark.from : from;
        mark.to = mark.to < to ? mark.to : to;
        if (empty ? text->inlines[i].from != mark.from || mark.from != mark.to
                  : mark.from >= mark.to)
            continue;
        mark.from -= from;
        mark.to -= from;
        marks[count++] = mark;
    }
    ph_marks_set(node, text->bytes + from, to - from, marks, count);
    free(marks);
}

/* Each half has its own place, where the bytes of the text are those of its block. */
static void part_spans(struct ph_span *first, struct ph_span *second, size_t at, size_t length)
{
    if (first->to - first->from != length)
        return;
    second->from += at;
    first->to = first->from + at - 1;
}

static void cut(struct ph_node *node, size_t at)
{
    struct ph_node *second = ph_node_copy(node->document, node);
    const struct ph_text whole = second->text;
    if (node->next)
        ph_insert_before(node->next, second);
    else
        ph_append(node->parent, second);
    second->as.paragraph.number = NULL;
    second->as.paragraph.opening = (struct ph_opening){.part = PH_NO_PART};
    set_part(node, &whole, 0, at - 1);
    set_part(second, &whole, at, whole.length);
    part_spans(&node->span, &second->span, at, whole.length);
    node->end = PH_END_DELETED;
    if (node->as.paragraph.opening.to > node->text.length)
        node->as.paragraph.opening = (struct ph_opening){.part = PH_NO_PART};
}

void ph_cuts_make(const struct ph_cuts *cuts, int which, struct ph_document *document)
{
    size_t unit = 0, next = 0;
    while (next < cuts->count && cuts->items[next].which != which)
        next++;
    struct ph_walk walk = ph_walk_start(document->root);
    while (next < cuts->count && cuts->items[next].which == which && ph_walk_step(&walk)) {
        if (walk.leaving)
            continue;
        if (walk.node->previous && walk.node->previous->end == PH_END_DELETED)
            continue; /* a second half: it was not counted */
        if (unit++ != cuts->items[next].unit)
            continue;
        if (!cuts->items[next].bad)
            cut((struct ph_node *)walk.node, cuts->items[next].at);
        next++;
    }
    ph_document_number(document);
}

/* ---- how it came out ---- */

/* Halves, and the order that they are cut by. */
struct halves {
    const struct ph_side *sides;
    int which; /* the side that was cut */
    const struct ph_compare_order *order;
};

/* Whether the end between two halves that stayed may be shown. */
static bool may_end(const struct halves *halves, const struct ph_unit *first,
                    const struct ph_unit *second)
{
    const struct ph_compare_order *order = halves->order;
    const struct ph_unit *old = halves->sides[PH_BEFORE].units;
    if (!order->may_end)
        return true;
    if (halves->which == PH_BEFORE)
        return order->may_end(order->judge, first->node, second->node, PH_END_INSERTED);
    return order->may_end(order->judge, old[first->match].node, old[second->match].node,
                          PH_END_DELETED);
}

/* Both halves stayed, and stand next to each other in the marked document. There the first halves
 * of new paragraphs have their end already; those of old ones get it. */
static bool mark_end(const struct halves *halves, size_t unit)
{
    const struct ph_side *side = &halves->sides[halves->which];
    const struct ph_unit *first = &side->units[unit], *second = &side->units[unit + 1];
    if (first->fate != PH_KEPT || second->fate != PH_KEPT || first->marked->next != second->marked)
        return false;
    if (!may_end(halves, first, second))
        return false;
    if (halves->which == PH_AFTER)
        return true;
    const bool fresh = first->marked->end == PH_END_KEPT;
    first->marked->end = PH_END_INSERTED;
    return fresh;
}

static bool mark_side(struct ph_cuts *cuts, const struct halves *halves)
{
    const struct ph_side *side = &halves->sides[halves->which];
    bool good = true;
    size_t next = 0;
    for (size_t i = 0; i < side->count; i++) {
        if (side->units[i].node->end != PH_END_DELETED)
            continue;
        while (cuts->items[next].which != halves->which || cuts->items[next].bad)
            next++;
        cuts->items[next].bad = !mark_end(halves, i);
        good = good && !cuts->items[next++].bad;
    }
    return good;
}

bool ph_cuts_mark(struct ph_cuts *cuts, const struct ph_side sides[PH_SIDES],
                  const struct ph_compare_order *order)
{
    /* The new one first: the other takes ends for its own that are not PH_END_DELETED any more. */
    const bool merged = mark_side(cuts, &(struct halves){sides, PH_AFTER, order});
    const bool split = mark_side(cuts, &(struct halves){sides, PH_BEFORE, order});
    return merged && split;
}
