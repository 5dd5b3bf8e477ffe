#include "compare/likeness.h"

#include <stdlib.h>

#include "base/memory.h"

enum {
    PROFILE_WORDS = 192, /* how many words of a node and of what is in it are looked at */
    COMMON = 32,         /* a sign that more nodes of the old list show finds none of them */
    OPENING_COUNTS = 4,  /* an opening phrase says as much as so many words as rare as it */
    HANDFUL = 8          /* how many likely partners of one node are looked at closely */
};

struct feature {
    uint32_t id;
    unsigned weight;
};

/* The features of all nodes of one list, each node's sorted; and the signs by which they are
 * found. */
struct profiles {
    struct feature *features;
    size_t count, capacity;
    size_t *first; /* by position; one more, to end the last */
    unsigned long *total;
    uint32_t *signs;
    size_t sign_count, sign_capacity;
    size_t *first_sign;
};

/* Which nodes of the old list show a sign: those of its bucket, members[start[b], start[b + 1]).
 * Signs that share a bucket do no harm: likeness is looked at before anything is joined. */
struct buckets {
    size_t *start, *members;
    unsigned shift; /* a power of two of them: the bucket is what is left of a sign */
};

struct finder {
    const struct ph_vocabulary *vocabulary;
    const struct ph_side *sides;
    const struct ph_unit_list *lists;
    struct profiles profiles[PH_SIDES];
    struct buckets buckets;
    unsigned *votes; /* by position in the old list */
    size_t *touched; /* positions with votes */
    size_t touched_count;
    struct ph_candidate *found;
    size_t count, capacity;
};

void ph_unit_list_add(struct ph_unit_list *list, size_t unit)
{
    list->units = ph_grow(list->units, list->count, &list->capacity, sizeof *list->units);
    list->units[list->count++] = unit;
}

/* ---- profiles ---- */

static int by_id(const void *a, const void *b)
{
    const struct feature *x = a, *y = b;
    return (x->id > y->id) - (x->id < y->id);
}

static void add_feature(const struct finder *finder, struct profiles *profiles, uint32_t id)
{
    const size_t units = finder->sides[PH_BEFORE].count + finder->sides[PH_AFTER].count;
    profiles->features = ph_grow(profiles->features, profiles->count, &profiles->capacity,
                                 sizeof *profiles->features);
    profiles->features[profiles->count++] =
        (struct feature){id, ph_vocabulary_weight(finder->vocabulary, id, units)};
}

static void add_sign(struct profiles *profiles, uint32_t sign)
{
    profiles->signs = ph_grow(profiles->signs, profiles->sign_count, &profiles->sign_capacity,
                              sizeof *profiles->signs);
    profiles->signs[profiles->sign_count++] = sign * 0x9E3779B1u;
}

/* A sign is a word, or two in a row, which are rarer than either: they find paragraphs whose words
 * are all common. */
static void add_signs(struct profiles *profiles, const struct ph_unit *node, size_t first,
                      size_t position)
{
    uint32_t last = node->opening;
    profiles->first_sign[position] = profiles->sign_count;
    add_sign(profiles, node->whole);
    add_sign(profiles, node->opening);
    for (size_t i = first; i < profiles->count; i++) {
        const uint32_t id = profiles->features[i].id;
        add_sign(profiles, id);
        add_sign(profiles, ~last * 0x85EBCA77u ^ id);
        last = id;
    }
}

static void add_profile(struct finder *finder, int which, size_t position)
{
    struct profiles *profiles = &finder->profiles[which];
    const struct ph_side *side = &finder->sides[which];
    const size_t unit = finder->lists[which].units[position];
    const size_t first = profiles->first[position] = profiles->count;
    const struct ph_unit *node = &side->units[unit];
    size_t end = side->units[unit + node->size].first_word;
    if (end > node->first_word + PROFILE_WORDS)
        end = node->first_word + PROFILE_WORDS;
    for (size_t i = node->first_word; i < end; i++)
        if (side->words.items[i].weight == PH_CONTENT)
            add_feature(finder, profiles, side->words.items[i].feature);
    add_signs(profiles, node, first, position);
    for (size_t i = first; i < profiles->count; i++)
        profiles->total[position] += profiles->features[i].weight;
    add_feature(finder, profiles, node->whole);
    for (int i = 0; i < OPENING_COUNTS; i++)
        add_feature(finder, profiles, node->opening);
    qsort(profiles->features + first, profiles->count - first, sizeof *profiles->features, by_id);
}

static void make_profiles(struct finder *finder, int which)
{
    struct profiles *profiles = &finder->profiles[which];
    const size_t count = finder->lists[which].count;
    profiles->first = ph_alloc_zero(count + 1, sizeof *profiles->first);
    profiles->total = ph_alloc_zero(count + 1, sizeof *profiles->total);
    profiles->first_sign = ph_alloc_zero(count + 1, sizeof *profiles->first_sign);
    for (size_t i = 0; i < count; i++)
        add_profile(finder, which, i);
    profiles->first[count] = profiles->count;
    profiles->first_sign[count] = profiles->sign_count;
}

/* ---- who shares rare signs with whom ---- */

static void make_buckets(struct finder *finder)
{
    const struct profiles *old = &finder->profiles[PH_BEFORE];
    struct buckets *buckets = &finder->buckets;
    unsigned bits = 1;
    while (bits < 31 && (size_t)1 << bits < 2 * old->sign_count)
        bits++;
    buckets->shift = 32 - bits;
    buckets->start = ph_alloc_zero(((size_t)1 << bits) + 2, sizeof *buckets->start);
    buckets->members = ph_alloc_zero(old->sign_count, sizeof *buckets->members);
    for (size_t i = 0; i < old->sign_count; i++)
        buckets->start[(old->signs[i] >> buckets->shift) + 2]++;
    for (size_t i = 2; i < ((size_t)1 << bits) + 2; i++)
        buckets->start[i] += buckets->start[i - 1];
    for (size_t at = 0; at < finder->lists[PH_BEFORE].count; at++)
        for (size_t i = old->first_sign[at]; i < old->first_sign[at + 1]; i++)
            buckets->members[buckets->start[(old->signs[i] >> buckets->shift) + 1]++] = at;
}

static void vote(struct finder *finder, size_t position)
{
    if (position >= finder->lists[PH_BEFORE].count)
        return;
    if (!finder->votes[position]++)
        finder->touched[finder->touched_count++] = position;
}

static void vote_by_sign(struct finder *finder, uint32_t sign)
{
    const struct buckets *buckets = &finder->buckets;
    const size_t *start = &buckets->start[sign >> buckets->shift];
    if (start[1] - start[0] <= COMMON)
        for (size_t i = start[0]; i < start[1]; i++)
            vote(finder, buckets->members[i]);
}

/* Besides the old nodes that share signs, the ones at the same place from both ends stand for
 * election: where all is common, order is all there is. */
static void hold_vote(struct finder *finder, size_t position)
{
    const struct profiles *new = &finder->profiles[PH_AFTER];
    for (size_t i = new->first_sign[position]; i < new->first_sign[position + 1]; i++)
        vote_by_sign(finder, new->signs[i]);
    const size_t from_end = finder->lists[PH_AFTER].count - position;
    vote(finder, position);
    if (from_end <= finder->lists[PH_BEFORE].count)
        vote(finder, finder->lists[PH_BEFORE].count - from_end);
}

/* ---- how alike two nodes are ---- */

static bool is_comparable(const struct ph_node *a, const struct ph_node *b)
{
    if (a->kind != b->kind)
        return false;
    if (ph_is_paragraph(a))
        return a->as.paragraph.level == b->as.paragraph.level;
    if (a->kind == PH_HEADING)
        return a->as.heading.level == b->as.heading.level;
    return a->kind != PH_FIELD || a->as.field.name == b->as.field.name;
}

/* Nodes whose kind says what they are: two of them are one, whatever their words. */
static bool is_single(enum ph_kind kind)
{
    return kind == PH_DOCUMENT || kind == PH_MASTHEAD || kind == PH_FIELD || kind == PH_TITLE ||
           kind == PH_ORGAN || kind == PH_CLOSING;
}

static unsigned long shared_weight(const struct finder *finder, size_t before, size_t after)
{
    const struct profiles *old = &finder->profiles[PH_BEFORE], *new = &finder->profiles[PH_AFTER];
    size_t i = old->first[before], j = new->first[after];
    unsigned long shared = 0;
    while (i < old->first[before + 1] && j < new->first[after + 1]) {
        const struct feature *x = &old->features[i], *y = &new->features[j];
        shared += x->id == y->id ? x->weight : 0;
        i += x->id <= y->id;
        j += y->id <= x->id;
    }
    return shared;
}

/* The weight of what speaks for a pair where both have it, and not against it where they have
 * not: equal opening phrases, equality as a whole. */
static unsigned long bonus_of(const struct finder *finder, const struct ph_unit *old,
                              const struct ph_unit *new)
{
    const size_t units = finder->sides[PH_BEFORE].count + finder->sides[PH_AFTER].count;
    unsigned long bonus = 0;
    if (old->opening == new->opening)
        bonus += OPENING_COUNTS * ph_vocabulary_weight(finder->vocabulary, old->opening, units);
    if (old->whole == new->whole)
        bonus += ph_vocabulary_weight(finder->vocabulary, old->whole, units);
    return bonus;
}

static void consider(struct finder *finder, size_t before, size_t after, unsigned least)
{
    const struct ph_unit *old =
        &finder->sides[PH_BEFORE].units[finder->lists[PH_BEFORE].units[before]];
    const struct ph_unit *new =
        &finder->sides[PH_AFTER].units[finder->lists[PH_AFTER].units[after]];
    if (!is_comparable(old->node, new->node))
        return;
    const unsigned long shared = shared_weight(finder, before, after);
    const unsigned long total = finder->profiles[PH_BEFORE].total[before] +
                                finder->profiles[PH_AFTER].total[after] +
                                2 * bonus_of(finder, old, new);
    unsigned score = total ? (unsigned)(shared * 2 * PH_SCORE_MAX / total) : 0;
    if (is_single(old->node->kind))
        score = (score + PH_SCORE_MAX) / 2;
    if (score < least)
        return;
    finder->found = ph_grow(finder->found, finder->count, &finder->capacity, sizeof *finder->found);
    finder->found[finder->count++] = (struct ph_candidate){before, after, score, shared + 1};
}

/* The positions with most votes, at most a handful, in order of place. */
static size_t elect(struct finder *finder, size_t best[HANDFUL])
{
    size_t count = 0;
    for (size_t i = 0; i < finder->touched_count; i++) {
        const size_t position = finder->touched[i];
        size_t at = count < HANDFUL ? count++ : HANDFUL;
        while (at > 0 && finder->votes[best[at - 1]] < finder->votes[position]) {
            if (at < HANDFUL)
                best[at] = best[at - 1];
            at--;
        }
        if (at < HANDFUL)
            best[at] = position;
    }
    for (size_t i = 0; i < finder->touched_count; i++)
        finder->votes[finder->touched[i]] = 0;
    finder->touched_count = 0;
    return count;
}

static int by_places(const void *a, const void *b)
{
    const struct ph_candidate *x = a, *y = b;
    if (x->after != y->after)
        return x->after < y->after ? -1 : 1;
    return (x->before > y->before) - (x->before < y->before);
}

/* Who has a true partner elsewhere is not given away to a half-likely one. */
static void drop_weak(struct finder *finder)
{
    unsigned *best[PH_SIDES];
    for (int which = PH_BEFORE; which < PH_SIDES; which++)
        best[which] = ph_alloc_zero(finder->lists[which].count, sizeof *best[which]);
    for (size_t i = 0; i < finder->count; i++) {
        const struct ph_candidate *one = &finder->found[i];
        if (one->score > best[PH_BEFORE][one->before])
            best[PH_BEFORE][one->before] = one->score;
        if (one->score > best[PH_AFTER][one->after])
            best[PH_AFTER][one->after] = one->score;
    }
    size_t kept = 0;
    for (size_t i = 0; i < finder->count; i++) {
        const struct ph_candidate one = finder->found[i];
        if (one.score * 2 >= best[PH_BEFORE][one.before] &&
            one.score * 2 >= best[PH_AFTER][one.after])
            finder->found[kept++] = one;
    }
    finder->count = kept;
    free(best[PH_BEFORE]);
    free(best[PH_AFTER]);
}

static void free_profiles(struct profiles *profiles)
{
    free(profiles->features);
    free(profiles->first);
    free(profiles->total);
    free(profiles->signs);
    free(profiles->first_sign);
}

size_t ph_likeness_find(const struct ph_vocabulary *vocabulary,
                        const struct ph_side sides[PH_SIDES],
                        const struct ph_unit_list lists[PH_SIDES], unsigned least,
                        struct ph_candidate **candidates)
{
    struct finder finder = {.vocabulary = vocabulary, .sides = sides, .lists = lists};
    size_t best[HANDFUL];
    make_profiles(&finder, PH_BEFORE);
    make_profiles(&finder, PH_AFTER);
    make_buckets(&finder);
    finder.votes = ph_alloc_zero(lists[PH_BEFORE].count, sizeof *finder.votes);
    finder.touched = ph_alloc_zero(lists[PH_BEFORE].count, sizeof *finder.touched);
    for (size_t after = 0; after < lists[PH_AFTER].count; after++) {
        hold_vote(&finder, after);
        const size_t count = elect(&finder, best);
        for (size_t i = 0; i < count; i++)
            consider(&finder, best[i], after, least);
    }
    if (finder.count)
        qsort(finder.found, finder.count, sizeof *finder.found, by_places);
    drop_weak(&finder);
    free_profiles(&finder.profiles[PH_BEFORE]);
    free_profiles(&finder.profiles[PH_AFTER]);
    free(finder.buckets.start);
    free(finder.buckets.members);
    free(finder.votes);
    free(finder.touched);
    *candidates = finder.found;
    return finder.count;
}
