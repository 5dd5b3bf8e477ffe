#include "learn/align.h"

#include <stdlib.h>

#include "compare/diff.h"
#include "learn/pairing.h"

/* From which likeness on paragraphs are the same clause: in order; out of order; and in another
 * part of the resolution (2: never). What is nearly the same is looked for before what is merely
 * like. */
struct threshold {
    double in_order, moved, across;
};
static const struct threshold NEARLY = {0.75, 0.8, 2}, LIKE = {0.45, 0.6, 0.75};

/* ---- the same words ---- */

static int by_identity(const void *a, const void *b)
{
    uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
    return x < y ? -1 : x > y;
}

static uint64_t identity_of(const struct ph_row *row)
{
    return (row->reading ? row->reading->identity : 0) * 31 + ph_pairing_part(row);
}

/* Small numbers for the identities of clauses and then units: equal for equal ones. */
static size_t number_rows(const struct ph_pairing *pairing, uint32_t *ids)
{
    size_t all = pairing->clause_count + pairing->count, found = 0;
    uint64_t *list = ph_alloc(all * sizeof *list);
    for (size_t i = 0; i < pairing->clause_count; i++)
        list[i] = identity_of(&pairing->clauses[i]);
    for (size_t k = 0; k < pairing->count; k++)
        list[pairing->clause_count + k] = identity_of(&pairing->units[k]);
    uint64_t *sorted = ph_alloc(all * sizeof *sorted);
    for (size_t i = 0; i < all; i++)
        sorted[i] = list[i];
    qsort(sorted, all, sizeof *sorted, by_identity);
    for (size_t i = 0; i < all; i++)
        if (!i || sorted[i] != sorted[i - 1])
            sorted[found++] = sorted[i];
    for (size_t i = 0; i < all; i++)
        ids[i] =
            (uint32_t)((uint64_t *)bsearch(&list[i], sorted, found, sizeof *sorted, by_identity) -
                       sorted);
    free(sorted);
    free(list);
    return found;
}

/* What the member before had and is still there in the same order. */
static void match_kept(struct ph_pairing *pairing, const uint32_t *ids)
{
    uint32_t *fresh = ph_alloc(pairing->clause_count * sizeof *fresh);
    size_t *places = ph_alloc(pairing->clause_count * sizeof *places), n = 0;
    size_t *kept = ph_alloc(pairing->clause_count * sizeof *kept);
    for (size_t i = 0; i < pairing->clause_count; i++)
        if (pairing->clauses[i].fresh) {
            fresh[n] = ids[i];
            places[n++] = i;
        }
    ph_diff(fresh, n, ids + pairing->clause_count, pairing->count, kept);
    for (size_t i = 0; i < n; i++)
        if (kept[i] != PH_NONE)
            ph_pairing_join(pairing, places[i], kept[i], true);
    free(kept);
    free(places);
    free(fresh);
}

/* What is there with the same words at another place, or again: the fresh clauses first. */
static void match_same(struct ph_pairing *pairing, const uint32_t *ids, size_t id_count)
{
    enum { NONE = -1 };
    int *first = ph_alloc(id_count * sizeof *first);
    int *next = ph_alloc(pairing->clause_count * sizeof *next);
    for (size_t i = 0; i < id_count; i++)
        first[i] = NONE;
    for (int fresh = 0; fresh < 2; fresh++)
        for (size_t i = pairing->clause_count; i-- > 0;)
            if (!pairing->taken[i] && pairing->clauses[i].fresh == fresh) {
                next[i] = first[ids[i]];
                first[ids[i]] = (int)i;
            }
    for (size_t k = 0; k < pairing->count; k++) {
        uint32_t id = ids[pairing->clause_count + k];
        if (pairing->of[k] >= 0 || first[id] == NONE)
            continue;
        ph_pairing_join(pairing, (size_t)first[id], k, false);
        first[id] = next[first[id]];
    }
    free(next);
    free(first);
}

/* ---- alike, elsewhere ---- */

struct pair {
    size_t clause, unit;
    float like;
};

/* The likest first. */
static int by_likeness(const void *a, const void *b)
{
    const struct pair *x = a, *y = b;
    if (x->like < y->like || x->like > y->like)
        return x->like > y->like ? -1 : 1;
    if (x->unit != y->unit)
        return x->unit < y->unit ? -1 : 1;
    return x->clause < y->clause ? -1 : x->clause > y->clause;
}

/* How alike two must be that do not stand in order; a heading stays a heading. */
static double least_of(const struct ph_pairing *pairing, size_t clause, size_t unit,
                       const struct threshold *threshold)
{
    enum ph_kind x = ph_pairing_part(&pairing->clauses[clause]),
                 y = ph_pairing_part(&pairing->units[unit]);
    if (x == y)
        return threshold->moved;
    return x == PH_HEADING || y == PH_HEADING ? 2 : threshold->across;
}

static size_t list_pairs(const struct ph_pairing *pairing, const struct threshold *threshold,
                         struct pair **pairs)
{
    size_t count = 0, capacity = 0;
    *pairs = NULL;
    for (size_t k = 0; k < pairing->count; k++)
        for (size_t i = 0; pairing->of[k] < 0 && i < pairing->clause_count; i++) {
            if (pairing->taken[i])
                continue;
            float like = ph_pairing_likeness(pairing, i, k, least_of(pairing, i, k, threshold));
            if (like <= 0)
                continue;
            *pairs = ph_grow(*pairs, count, &capacity, sizeof **pairs);
            (*pairs)[count++] = (struct pair){i, k, like};
        }
    return count;
}

static void match_moved(struct ph_pairing *pairing, const struct threshold *threshold)
{
    struct ph_load clauses = {0}, units = {0};
    struct pair *pairs;
    for (size_t i = 0; i < pairing->clause_count; i++)
        if (!pairing->taken[i])
            ph_load_add(&clauses, &pairing->clauses[i]);
    for (size_t k = 0; k < pairing->count; k++)
        if (pairing->of[k] < 0)
            ph_load_add(&units, &pairing->units[k]);
    if (!ph_load_fits(clauses, units))
        return;
    size_t count = list_pairs(pairing, threshold, &pairs);
    if (count)
        qsort(pairs, count, sizeof *pairs, by_likeness);
    for (size_t i = 0; i < count; i++)
        if (!pairing->taken[pairs[i].clause] && pairing->of[pairs[i].unit] < 0)
            ph_pairing_join(pairing, pairs[i].clause, pairs[i].unit, false);
    free(pairs);
}

static void match_like(struct ph_pairing *pairing, const struct threshold *threshold)
{
    ph_gaps_match(pairing, threshold->in_order);
    match_moved(pairing, threshold);
}

void ph_align(const struct ph_row *clauses, size_t clause_count, const struct ph_row *units,
              size_t count, int *of)
{
    struct ph_pairing pairing = {
        .clauses = clauses, .units = units, .clause_count = clause_count, .count = count, .of = of};
    for (size_t k = 0; k < count; k++)
        of[k] = -1;
    if (!clause_count || !count)
        return;
    uint32_t *ids = ph_alloc((clause_count + count) * sizeof *ids);
    pairing.kept = ph_alloc_zero(count, sizeof *pairing.kept);
    pairing.taken = ph_alloc_zero(clause_count, sizeof *pairing.taken);
    size_t id_count = number_rows(&pairing, ids);
    match_kept(&pairing, ids);
    match_same(&pairing, ids, id_count);
    match_like(&pairing, &NEARLY);
    match_like(&pairing, &LIKE);
    free(pairing.taken);
    free(pairing.kept);
    free(ids);
}
