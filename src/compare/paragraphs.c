#include "compare/paragraphs.h"

#include <stdlib.h>

#include "base/memory.h"
#include "compare/likeness.h"

/* How alike two nodes must be, of PH_SCORE_MAX. */
enum { SAME_PARAGRAPH = 300, MOVED_PARAGRAPH = 600 };

/* What has fewer words is too little to say that it moved. */
enum { LEAST_MOVED_WORDS = 5 };

/* How often the gaps between joined nodes are looked into again. */
enum { ROUNDS = 3 };

struct matcher {
    const struct ph_vocabulary *vocabulary;
    struct ph_side *sides;
    struct ph_unit_list parents; /* joined units of `before` whose children come next */
};

/* ---- one level ---- */

static void list_children(const struct ph_side *side, size_t parent, struct ph_unit_list *list)
{
    const size_t end = parent + side->units[parent].size;
    for (size_t i = parent + 1; i < end; i += side->units[i].size)
        if (side->units[i].node->kind != PH_FOOTNOTE)
            ph_unit_list_add(list, i);
}

static void keep(struct matcher *matcher, size_t before, size_t after)
{
    ph_sides_join(matcher->sides, before, after, PH_KEPT);
    ph_unit_list_add(&matcher->parents, before);
}

static bool is_same(const struct matcher *matcher, size_t before, size_t after)
{
    return matcher->sides[PH_BEFORE].units[before].whole ==
           matcher->sides[PH_AFTER].units[after].whole;
}

/* Units [from, to) of a list, which keeps them. */
static struct ph_unit_list part_of(const struct ph_unit_list *list, size_t from, size_t to)
{
    return (struct ph_unit_list){from < to ? list->units + from : NULL, to - from, 0};
}

/* Joins what is equal at both ends and returns what is between. */
static void trim(struct matcher *matcher, const struct ph_unit_list all[PH_SIDES],
                 struct ph_unit_list rest[PH_SIDES])
{
    size_t first = 0, n = all[PH_BEFORE].count, m = all[PH_AFTER].count;
    for (; first < n && first < m; first++) {
        if (!is_same(matcher, all[PH_BEFORE].units[first], all[PH_AFTER].units[first]))
            break;
        keep(matcher, all[PH_BEFORE].units[first], all[PH_AFTER].units[first]);
    }
    for (; n > first && m > first; n--, m--) {
        if (!is_same(matcher, all[PH_BEFORE].units[n - 1], all[PH_AFTER].units[m - 1]))
            break;
        keep(matcher, all[PH_BEFORE].units[n - 1], all[PH_AFTER].units[m - 1]);
    }
    rest[PH_BEFORE] = part_of(&all[PH_BEFORE], first, n);
    rest[PH_AFTER] = part_of(&all[PH_AFTER], first, m);
}

/* ---- the best chain: pairs that ascend in both lists and share the most words together ---- */

struct chain {
    const struct ph_candidate *candidates;
    unsigned long *best;     /* shared words of the best chain that ends with this candidate */
    size_t *previous;        /* the candidate before it in that chain */
    size_t *tree, tree_size; /* Fenwick tree: best end by position in the old list, + 1 */
};

static size_t best_before(const struct chain *chain, size_t position)
{
    size_t best = PH_NONE;
    for (size_t i = position; i > 0; i &= i - 1) {
        const size_t end = chain->tree[i];
        if (end != PH_NONE && (best == PH_NONE || chain->best[end] > chain->best[best]))
            best = end;
    }
    return best;
}

static void offer(struct chain *chain, size_t position, size_t candidate)
{
    for (size_t i = position + 1; i <= chain->tree_size; i += i & (~i + 1))
        if (chain->tree[i] == PH_NONE || chain->best[candidate] > chain->best[chain->tree[i]])
            chain->tree[i] = candidate;
}

/* Candidates come in order of `after`. Those of one `after` do not see each other: they are
 * offered when the last of them has looked. */
static size_t build_chain(struct chain *chain, size_t count)
{
    size_t last = PH_NONE;
    for (size_t i = 0; i < count;) {
        size_t end = i;
        for (; end < count && chain->candidates[end].after == chain->candidates[i].after; end++) {
            const size_t before = best_before(chain, chain->candidates[end].before);
            chain->previous[end] = before;
            chain->best[end] =
                chain->candidates[end].shared + (before == PH_NONE ? 0 : chain->best[before]);
            if (last == PH_NONE || chain->best[end] > chain->best[last])
                last = end;
        }
        for (; i < end; i++)
            offer(chain, chain->candidates[i].before, i);
    }
    return last;
}

static void keep_best_chain(struct matcher *matcher, const struct ph_unit_list rest[PH_SIDES],
                            const struct ph_candidate *candidates, size_t count)
{
    struct chain chain = {.candidates = candidates, .tree_size = rest[PH_BEFORE].count};
    chain.best = ph_alloc_zero(count, sizeof *chain.best);
    chain.previous = ph_alloc_zero(count, sizeof *chain.previous);
    chain.tree = ph_alloc_zero(chain.tree_size + 1, sizeof *chain.tree);
    for (size_t i = 0; i <= chain.tree_size; i++)
        chain.tree[i] = PH_NONE;
    for (size_t i = build_chain(&chain, count); i != PH_NONE; i = chain.previous[i])
        keep(matcher, rest[PH_BEFORE].units[candidates[i].before],
             rest[PH_AFTER].units[candidates[i].after]);
    free(chain.best);
    free(chain.previous);
    free(chain.tree);
}

static void match_lists(struct matcher *matcher, const struct ph_unit_list lists[PH_SIDES],
                        int round);

/* The position behind the first gap: of the next joined node, or the end. */
static size_t end_of_gap(const struct ph_side *side, const struct ph_unit_list *list, size_t from)
{
    while (from < list->count && side->units[list->units[from]].fate == PH_GONE)
        from++;
    return from;
}

static void match_gaps(struct matcher *matcher, const struct ph_unit_list lists[PH_SIDES],
                       int round)
{
    size_t from[PH_SIDES] = {0};
    while (from[PH_BEFORE] <= lists[PH_BEFORE].count) {
        struct ph_unit_list gaps[PH_SIDES];
        for (int which = PH_BEFORE; which < PH_SIDES; which++) {
            const size_t end = end_of_gap(&matcher->sides[which], &lists[which], from[which]);
            gaps[which] =
                (struct ph_unit_list){lists[which].units + from[which], end - from[which], 0};
            from[which] = end + 1;
        }
        match_lists(matcher, gaps, round);
    }
}

/* Joins the likest of two lists, then looks into the gaps that are left: a word that is common in
 * a long text is rare in a gap, and finds what it could not find before. */
static void match_lists(struct matcher *matcher, const struct ph_unit_list lists[PH_SIDES],
                        int round)
{
    struct ph_candidate *candidates = NULL;
    if (!lists[PH_BEFORE].count || !lists[PH_AFTER].count || round == ROUNDS)
        return;
    size_t count =
        ph_likeness_find(matcher->vocabulary, matcher->sides, lists, SAME_PARAGRAPH, &candidates);
    keep_best_chain(matcher, lists, candidates, count);
    free(candidates);
    if (count)
        match_gaps(matcher, lists, round + 1);
}

static void match_children(struct matcher *matcher, size_t before)
{
    struct ph_unit_list all[PH_SIDES] = {{0}}, rest[PH_SIDES];
    list_children(&matcher->sides[PH_BEFORE], before, &all[PH_BEFORE]);
    list_children(&matcher->sides[PH_AFTER], matcher->sides[PH_BEFORE].units[before].match,
                  &all[PH_AFTER]);
    trim(matcher, all, rest);
    match_lists(matcher, rest, 0);
    free(all[PH_BEFORE].units);
    free(all[PH_AFTER].units);
}

/* ---- moves ---- */

/* The fields of a masthead are known by their names: their order is their reader's. */
static bool may_move(const struct ph_side *side, size_t unit)
{
    const struct ph_unit *one = &side->units[unit];
    if (one->fate != PH_GONE || one->parent == PH_NONE || side->units[one->parent].fate != PH_KEPT)
        return false;
    if (one->node->kind == PH_FIELD)
        return true;
    const size_t words = side->units[unit + one->size].first_word - one->first_word;
    return words >= LEAST_MOVED_WORDS &&
           (ph_is_paragraph(one->node) || one->node->kind == PH_HEADING ||
            one->node->kind == PH_ANNEX);
}

static void join_moved(struct matcher *matcher, size_t before, size_t after)
{
    const struct ph_unit *old = &matcher->sides[PH_BEFORE].units[before];
    const struct ph_unit *new = &matcher->sides[PH_AFTER].units[after];
    const bool field = old->node->kind == PH_FIELD;
    const size_t parent = matcher->sides[PH_BEFORE].units[old->parent].match;
    if (old->fate == PH_GONE && new->fate == PH_GONE && (!field || parent == new->parent))
        ph_sides_join(matcher->sides, before, after, field ? PH_KEPT : PH_MOVED);
}

/* The likest first. */
static int by_score(const void *a, const void *b)
{
    const struct ph_candidate *x = a, *y = b;
    if (x->score != y->score)
        return x->score > y->score ? -1 : 1;
    if (x->after != y->after)
        return x->after < y->after ? -1 : 1;
    return (x->before > y->before) - (x->before < y->before);
}

static void match_moved(struct matcher *matcher)
{
    struct ph_unit_list left[PH_SIDES] = {{0}};
    struct ph_candidate *candidates = NULL;
    for (int which = PH_BEFORE; which < PH_SIDES; which++)
        for (size_t i = 0; i < matcher->sides[which].count; i++)
            if (may_move(&matcher->sides[which], i))
                ph_unit_list_add(&left[which], i);
    size_t count = 0;
    if (left[PH_BEFORE].count && left[PH_AFTER].count)
        count = ph_likeness_find(matcher->vocabulary, matcher->sides, left, MOVED_PARAGRAPH,
                                 &candidates);
    if (count)
        qsort(candidates, count, sizeof *candidates, by_score);
    for (size_t i = 0; i < count; i++)
        join_moved(matcher, left[PH_BEFORE].units[candidates[i].before],
                   left[PH_AFTER].units[candidates[i].after]);
    free(candidates);
    free(left[PH_BEFORE].units);
    free(left[PH_AFTER].units);
}

void ph_paragraphs_match(const struct ph_vocabulary *vocabulary, struct ph_side sides[PH_SIDES])
{
    struct matcher matcher = {.vocabulary = vocabulary, .sides = sides};
    keep(&matcher, 0, 0);
    while (matcher.parents.count > 0) {
        const size_t parent = matcher.parents.units[--matcher.parents.count];
        match_children(&matcher, parent);
    }
    match_moved(&matcher);
    free(matcher.parents.units);
}
