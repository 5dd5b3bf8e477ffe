#include "learn/clauses.h"

#include <stdlib.h>
#include <string.h>

#include "doc/walk.h"

/* Paragraphs in order are the same clause from this likeness on; out of order they must be more
 * alike. What the member before had is preferred to what was dropped long ago. */
static const double LIKE = 0.45, LIKE_MOVED = 0.6, FRESH = 0.05;

/* Beyond this many pairs a member is aligned with the one before only by equal words. */
enum { MOST_PAIRS = 4000000 };

struct list {
    struct ph_clause *items;
    size_t count, capacity;
};

struct work {
    struct ph_pattern *pattern;
    const struct ph_readings *readings;
    struct list clauses;
};

/* What is a clause: every paragraph of the body and every heading, not those of annexes. */
static size_t list_units(const struct ph_node *root, const struct ph_node ***units)
{
    size_t count = 0, capacity = 0;
    *units = NULL;
    struct ph_walk walk = ph_walk_start(root);
    while (ph_walk_step(&walk)) {
        if (walk.leaving)
            continue;
        if (walk.node->kind == PH_ANNEX || walk.node->kind == PH_MASTHEAD) {
            ph_walk_skip(&walk);
            continue;
        }
        if (!ph_is_paragraph(walk.node) && walk.node->kind != PH_HEADING)
            continue;
        *units = ph_grow(*units, count, &capacity, sizeof **units);
        (*units)[count++] = walk.node;
    }
    return count;
}

static const struct ph_node *latest_of(const struct ph_clause *clause)
{
    return clause->occurrences[clause->latest];
}

/* Preambular paragraphs stay preambular, operative ones and what is in them operative. */
static bool may_match(const struct ph_node *a, const struct ph_node *b)
{
    if ((a->kind == PH_HEADING) != (b->kind == PH_HEADING))
        return false;
    return (a->kind == PH_PREAMBULAR) == (b->kind == PH_PREAMBULAR) &&
           (a->kind == PH_OPERATIVE) == (b->kind == PH_OPERATIVE);
}

static double match(const struct work *work, const struct ph_clause *clause,
                    const struct ph_node *unit, size_t member, double least)
{
    const struct ph_node *latest = latest_of(clause);
    if (!may_match(latest, unit))
        return 0;
    double like = ph_tokens_likeness(ph_readings_of(work->readings, latest),
                                     ph_readings_of(work->readings, unit), least);
    if (like < least)
        return 0;
    return like + ((size_t)clause->latest + 1 >= member ? FRESH : 0);
}

/* The best common order of clauses and units: which clause each unit continues, -1: none. */
static void match_in_order(const struct work *work, const struct ph_node **units, size_t count,
                           size_t member, int *of)
{
    size_t rows = work->clauses.count;
    for (size_t k = 0; k < count; k++)
        of[k] = -1;
    if (!rows || !count || rows > MOST_PAIRS / count)
        return;
    float *like = ph_alloc_zero(rows * count, sizeof *like);
    float *best = ph_alloc_zero((rows + 1) * (count + 1), sizeof *best);
#define BEST(i, k) best[(i) * (count + 1) + (k)]
    for (size_t i = rows; i-- > 0;)
        for (size_t k = count; k-- > 0;) {
            float w = (float)match(work, &work->clauses.items[i], units[k], member, LIKE);
            like[i * count + k] = w;
            float take = w > 0 ? w + BEST(i + 1, k + 1) : 0;
            float skip = BEST(i + 1, k) > BEST(i, k + 1) ? BEST(i + 1, k) : BEST(i, k + 1);
            BEST(i, k) = take > skip ? take : skip;
        }
    for (size_t i = 0, k = 0; i < rows && k < count;) {
        float w = like[i * count + k];
        if (w > 0 && BEST(i, k) <= w + BEST(i + 1, k + 1))
            of[k++] = (int)i++;
        else if (BEST(i, k) <= BEST(i + 1, k))
            i++;
        else
            k++;
    }
#undef BEST
    free(like);
    free(best);
}

/* The clause not yet taken that a unit is most alike, -1: none is alike enough. */
static int most_alike(const struct work *work, const struct ph_node *unit, size_t member,
                      const bool *taken)
{
    int found = -1;
    double best = 0;
    for (size_t i = 0; i < work->clauses.count; i++) {
        double like = taken[i] ? 0 : match(work, &work->clauses.items[i], unit, member, LIKE_MOVED);
        if (like > best) {
            best = like;
            found = (int)i;
        }
    }
    return found;
}

/* What moved: the units left over take the clauses left over that they are most alike. */
static void match_moved(const struct work *work, const struct ph_node **units, size_t count,
                        size_t member, int *of)
{
    bool *taken = ph_alloc_zero(work->clauses.count, sizeof *taken);
    for (size_t k = 0; k < count; k++)
        if (of[k] >= 0)
            taken[of[k]] = true;
    for (size_t k = 0; k < count; k++) {
        if (of[k] >= 0)
            continue;
        of[k] = most_alike(work, units[k], member, taken);
        if (of[k] >= 0)
            taken[of[k]] = true;
    }
    free(taken);
}

static struct ph_clause new_clause(struct ph_pattern *pattern)
{
    struct ph_clause clause = {.latest = -1};
    clause.occurrences =
        ph_arena_alloc(pattern->arena, pattern->member_count * sizeof *clause.occurrences);
    return clause;
}

static void push(struct list *list, struct ph_clause clause)
{
    list->items = ph_grow(list->items, list->count, &list->capacity, sizeof *list->items);
    list->items[list->count++] = clause;
}

static void occur(struct ph_clause *clause, size_t member, const struct ph_node *node)
{
    clause->occurrences[member] = node;
    clause->latest = (int)member;
    clause->times++;
}

/* Moves the clauses [from, to) that are not placed yet into the new list; `preamble`: those of the
 * preamble only. */
static void flush(struct list *made, const struct list *old, bool *placed, size_t from, size_t to,
                  bool preamble)
{
    for (size_t i = from; i < to; i++) {
        if (placed[i] || (preamble && latest_of(&old->items[i])->kind != PH_PREAMBULAR))
            continue;
        push(made, old->items[i]);
        placed[i] = true;
    }
}

/* The list after one more member: new clauses stand behind the one that their unit followed, and
 * what was dropped from the preamble before the operative part. */
static void merge(struct work *work, const struct ph_node **units, size_t count, size_t member,
                  const int *of)
{
    struct list old = work->clauses, made = {0};
    bool *placed = ph_alloc_zero(old.count, sizeof *placed), preamble = true;
    size_t next = 0;
    for (size_t k = 0; k < count; k++)
        if (of[k] >= 0)
            placed[of[k]] = true; /* it goes where its unit is */
    for (size_t k = 0; k < count; k++) {
        if (preamble && units[k]->kind == PH_OPERATIVE) {
            flush(&made, &old, placed, 0, old.count, true);
            preamble = false;
        }
        if (of[k] >= 0 && (size_t)of[k] >= next) {
            flush(&made, &old, placed, next, (size_t)of[k], false);
            next = (size_t)of[k];
        }
        struct ph_clause clause = of[k] >= 0 ? old.items[of[k]] : new_clause(work->pattern);
        occur(&clause, member, units[k]);
        push(&made, clause);
    }
    flush(&made, &old, placed, 0, old.count, false);
    free(placed);
    free(old.items);
    work->clauses = made;
}

static void add_member(struct work *work, size_t member)
{
    const struct ph_node **units;
    size_t count = list_units(work->pattern->members[member].root, &units);
    int *of = ph_alloc_zero(count, sizeof *of);
    match_in_order(work, units, count, member, of);
    match_moved(work, units, count, member, of);
    merge(work, units, count, member, of);
    free(of);
    free(units);
}

/* ---- footnotes ---- */

/* The k-th footnote that a paragraph mentions, NULL beyond the last. */
static const struct ph_node *note_of(const struct ph_node *node, size_t k)
{
    for (size_t i = 0; i < node->text.count; i++)
        if (node->text.inlines[i].kind == PH_NOTE && k-- == 0)
            return node->text.inlines[i].note;
    return NULL;
}

/* The footnote of another member's paragraph that is most like `note`; the k-th in a tie. */
static const struct ph_node *note_beside(const struct work *work, const struct ph_node *paragraph,
                                         const struct ph_node *note, size_t k)
{
    const struct ph_node *best = NULL, *one;
    double most = LIKE;
    for (size_t i = 0; (one = note_of(paragraph, i)); i++) {
        double like = ph_tokens_likeness(ph_readings_of(work->readings, note),
                                         ph_readings_of(work->readings, one), LIKE);
        like += i == k ? FRESH : 0;
        if (like > most) {
            most = like;
            best = one;
        }
    }
    return best;
}

static void add_note(struct work *work, size_t host, const struct ph_node *note, size_t k)
{
    struct ph_clause clause = new_clause(work->pattern);
    size_t base = work->pattern->base;
    for (size_t m = 0; m < base; m++) {
        const struct ph_node *paragraph = work->clauses.items[host].occurrences[m];
        const struct ph_node *beside = paragraph ? note_beside(work, paragraph, note, k) : NULL;
        if (beside)
            occur(&clause, m, beside);
    }
    occur(&clause, base, note);
    push(&work->clauses, clause);
}

/* Footnotes follow the paragraph that mentions them first. */
static void add_notes(struct work *work)
{
    size_t base = work->pattern->base, paragraphs = work->clauses.count;
    for (size_t i = 0; i < paragraphs; i++) {
        const struct ph_node *host = work->clauses.items[i].occurrences[base], *note;
        for (size_t k = 0; host && (note = note_of(host, k)); k++)
            if (note->as.footnote.first == host)
                add_note(work, i, note, k);
    }
}

void ph_clauses_find(struct ph_pattern *pattern, const struct ph_readings *readings)
{
    struct work work = {.pattern = pattern, .readings = readings};
    for (size_t i = 0; i < pattern->member_count; i++)
        if (pattern->members[i].root)
            add_member(&work, i);
    add_notes(&work);
    pattern->clauses = work.clauses.items;
    pattern->clause_count = work.clauses.count;
}
