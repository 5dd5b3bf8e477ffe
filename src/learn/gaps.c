#include <stdlib.h>

#include "learn/pairing.h"

/* Two paragraphs that are both this much more alike to another one are not the same clause. */
static const float CROSSED = 0.04F;

/* Clauses and units between two that are kept: their indexes, and how alike they are. */
struct gap {
    size_t *clauses, *units, rows, columns;
    float *like;
};

static float *like_of(const struct gap *gap, size_t i, size_t k)
{
    return &gap->like[i * gap->columns + k];
}

/* Leaves out the pairs of which both have another one that they are more alike: two neighbours
 * that changed places and are nearly the same do not continue each other. */
static void leave_out_crossed(const struct gap *gap)
{
    float *of_clause = ph_alloc_zero(gap->rows, sizeof *of_clause);
    float *of_unit = ph_alloc_zero(gap->columns, sizeof *of_unit);
    for (size_t i = 0; i < gap->rows; i++)
        for (size_t k = 0; k < gap->columns; k++) {
            float like = *like_of(gap, i, k);
            of_clause[i] = like > of_clause[i] ? like : of_clause[i];
            of_unit[k] = like > of_unit[k] ? like : of_unit[k];
        }
    for (size_t i = 0; i < gap->rows; i++)
        for (size_t k = 0; k < gap->columns; k++) {
            float *like = like_of(gap, i, k);
            if (*like + CROSSED < of_clause[i] && *like + CROSSED < of_unit[k])
                *like = 0;
        }
    free(of_clause);
    free(of_unit);
}

/* The best common order of the clauses and units of a gap. */
static void join_best_order(struct ph_pairing *pairing, const struct gap *gap)
{
    size_t rows = gap->rows, columns = gap->columns;
    float *best = ph_alloc_zero((rows + 1) * (columns + 1), sizeof *best);
#define BEST(i, k) best[(i) * (columns + 1) + (k)]
    for (size_t i = rows; i-- > 0;)
        for (size_t k = columns; k-- > 0;) {
            float like = *like_of(gap, i, k);
            float take = like > 0 ? like + BEST(i + 1, k + 1) : 0;
            float skip = BEST(i + 1, k) > BEST(i, k + 1) ? BEST(i + 1, k) : BEST(i, k + 1);
            BEST(i, k) = take > skip ? take : skip;
        }
    for (size_t i = 0, k = 0; i < rows && k < columns;) {
        float like = *like_of(gap, i, k);
        if (like > 0 && BEST(i, k) <= like + BEST(i + 1, k + 1))
            ph_pairing_join(pairing, gap->clauses[i++], gap->units[k++], true);
        else if (BEST(i, k) <= BEST(i + 1, k))
            i++;
        else
            k++;
    }
#undef BEST
    free(best);
}

static void match_gap(struct ph_pairing *pairing, struct gap *gap, double least)
{
    struct ph_load clauses = {0}, units = {0};
    for (size_t i = 0; i < gap->rows; i++)
        ph_load_add(&clauses, &pairing->clauses[gap->clauses[i]]);
    for (size_t k = 0; k < gap->columns; k++)
        ph_load_add(&units, &pairing->units[gap->units[k]]);
    if (!ph_load_fits(clauses, units))
        return;
    gap->like = ph_alloc_zero(gap->rows * gap->columns, sizeof *gap->like);
    for (size_t i = 0; i < gap->rows; i++)
        for (size_t k = 0; k < gap->columns; k++)
            if (ph_pairing_part(&pairing->clauses[gap->clauses[i]]) ==
                ph_pairing_part(&pairing->units[gap->units[k]]))
                *like_of(gap, i, k) =
                    ph_pairing_likeness(pairing, gap->clauses[i], gap->units[k], least);
    leave_out_crossed(gap);
    join_best_order(pairing, gap);
    free(gap->like);
}

void ph_gaps_match(struct ph_pairing *pairing, double least)
{
    struct gap gap = {.clauses = ph_alloc(pairing->clause_count * sizeof *gap.clauses),
                      .units = ph_alloc(pairing->count * sizeof *gap.units)};
    size_t next = 0;
    for (size_t k = 0; k <= pairing->count; k++) {
        if (k < pairing->count && !pairing->kept[k]) {
            if (pairing->of[k] < 0)
                gap.units[gap.columns++] = k;
            continue;
        }
        size_t end = k < pairing->count ? (size_t)pairing->of[k] : pairing->clause_count;
        for (; next < end; next++)
            if (!pairing->taken[next])
                gap.clauses[gap.rows++] = next;
        next = end + 1;
        match_gap(pairing, &gap, least);
        gap.rows = gap.columns = 0;
    }
    free(gap.clauses);
    free(gap.units);
}
