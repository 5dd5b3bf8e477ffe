#include "compare/match.h"

#include <stdlib.h>

#include "base/memory.h"

/* Kept words between two changes go with them when each change has this many times their words
 * of content. */
enum { DROWNED = 3 };

struct sequence {
    const struct ph_word *words;
    size_t count;
};

static bool is_anchor(const struct ph_word *word)
{
    return word->weight == PH_CONTENT || word->weight == PH_MARK;
}

/* The numbers of the words of content and where they stand. */
static size_t pick_anchors(struct sequence all, uint32_t *ids, size_t *places)
{
    size_t count = 0;
    for (size_t i = 0; i < all.count; i++) {
        if (!is_anchor(&all.words[i]))
            continue;
        ids[count] = all.words[i].id;
        places[count++] = i;
    }
    return count;
}

static void match_anchors(struct sequence a, struct sequence b, size_t *match)
{
    uint32_t *ids = ph_alloc_zero(a.count + b.count, sizeof *ids);
    size_t *places = ph_alloc((a.count + b.count) * sizeof *places);
    size_t *kept = ph_alloc(a.count * sizeof *kept);
    const size_t n = pick_anchors(a, ids, places);
    const size_t m = pick_anchors(b, ids + a.count, places + a.count);
    ph_diff(ids, n, ids + a.count, m, kept);
    for (size_t i = 0; i < n; i++)
        if (kept[i] != PH_NONE)
            match[places[i]] = places[a.count + kept[i]];
    free(ids);
    free(places);
    free(kept);
}

/* Matches what is equal at both ends of a gap between two anchors. */
static void match_gap(struct sequence a, struct sequence b, size_t a0, size_t a1, size_t b0,
                      size_t b1, size_t *match)
{
    while (a0 < a1 && b0 < b1 && a.words[a0].id == b.words[b0].id)
        match[a0++] = b0++;
    while (a0 < a1 && b0 < b1 && a.words[a1 - 1].id == b.words[b1 - 1].id)
        match[--a1] = --b1;
}

static void match_gaps(struct sequence a, struct sequence b, size_t *match)
{
    size_t a0 = 0, b0 = 0;
    for (size_t i = 0; i <= a.count; i++) {
        if (i < a.count && match[i] == PH_NONE)
            continue;
        const size_t b1 = i < a.count ? match[i] : b.count;
        match_gap(a, b, a0, i, b0, b1, match);
        a0 = i + 1;
        b0 = b1 + 1;
    }
}

/* ---- islands ---- */

static size_t content(struct sequence all, size_t from, size_t to)
{
    size_t count = 0;
    for (size_t i = from; i < to; i++)
        count += all.words[i].weight == PH_CONTENT;
    return count;
}

static bool has_mark(struct sequence all, size_t from, size_t to)
{
    for (size_t i = from; i < to; i++)
        if (all.words[i].weight == PH_MARK)
            return true;
    return false;
}

static size_t larger(size_t a, size_t b)
{
    return a > b ? a : b;
}

/* A run of kept words and the change behind it: a[from, to) is kept, the change ends where the
 * next run starts. */
struct run {
    size_t from, to, end, b_end;
};

/* The run at or behind `at`; its `from` is a.count when there is none. */
static struct run next_run(struct sequence a, struct sequence b, const size_t *match, size_t at)
{
    struct run run = {.from = at};
    while (run.from < a.count && match[run.from] == PH_NONE)
        run.from++;
    run.to = run.from;
    while (run.to < a.count && match[run.to] != PH_NONE &&
           (run.to == run.from || match[run.to] == match[run.to - 1] + 1))
        run.to++;
    run.end = run.to;
    while (run.end < a.count && match[run.end] == PH_NONE)
        run.end++;
    run.b_end = run.end < a.count ? match[run.end] : b.count;
    return run;
}

/* Joins islands to the changes around them, from left to right: a change that has swallowed an
 * island is as large as all of it. */
static void drown_islands(struct sequence a, struct sequence b, size_t *match)
{
    struct run run = next_run(a, b, match, 0);
    size_t change = larger(content(a, 0, run.from),
                           content(b, 0, run.from < a.count ? match[run.from] : b.count));
    bool first = run.from == 0 && (a.count == 0 || match[0] == 0);
    while (run.from < a.count) {
        const size_t island = content(a, run.from, run.to);
        const size_t b_from = match[run.to - 1] + 1;
        const size_t next = larger(content(a, run.to, run.end), content(b, b_from, run.b_end));
        const bool last = run.end == a.count && run.to == run.end && b_from == b.count;
        if (!first && !last && !has_mark(a, run.from, run.to) && island * DROWNED <= change &&
            island * DROWNED <= next) {
            for (size_t i = run.from; i < run.to; i++)
                match[i] = PH_NONE;
            change += island + next;
        } else {
            change = next;
        }
        first = false;
        run = next_run(a, b, match, run.end);
    }
}

void ph_words_match(const struct ph_word *a, size_t n, const struct ph_word *b, size_t m,
                    size_t *match)
{
    const struct sequence old = {a, n}, new = {b, m};
    for (size_t i = 0; i < n; i++)
        match[i] = PH_NONE;
    match_anchors(old, new, match);
    match_gaps(old, new, match);
    drown_islands(old, new, match);
}
