#include "learn/splits.h"

#include <stdlib.h>

/* So much of the words of a part, by weight, are those that the other paragraph lost or gained, and
 * so many of them stand there in a row; it is no part with fewer words. Beyond so many pairs none
 * is looked for. */
static const double LEAST_SHARE = 0.6, LEAST_IN_ROWS = 0.6;
enum { LEAST_WORDS = 6, MOST_PAIRS = 250000 };

/* One member and the next that is in the folder. */
struct step {
    struct ph_pattern *pattern;
    const struct ph_readings *readings;
    size_t before, after;
    struct ph_clause **parts, **wholes; /* parts: new or dropped; wholes: there in both, changed */
    size_t part_count, whole_count;
};

static bool is_note(const struct ph_clause *clause)
{
    return clause->occurrences[clause->latest]->kind == PH_FOOTNOTE;
}

static bool is_new(const struct step *step, const struct ph_clause *clause)
{
    for (size_t m = 0; m < step->after; m++)
        if (clause->occurrences[m])
            return false;
    return clause->occurrences[step->after];
}

static bool is_changed(const struct step *step, const struct ph_clause *clause)
{
    const struct ph_node *old = clause->occurrences[step->before];
    const struct ph_node *new = clause->occurrences[step->after];
    if (!old || !new)
        return false;
    const struct ph_reading *a = ph_reading_find(step->readings, old);
    const struct ph_reading *b = ph_reading_find(step->readings, new);
    return a && b && a->identity != b->identity;
}

static void list_clauses(struct step *step)
{
    step->part_count = step->whole_count = 0;
    for (size_t i = 0; i < step->pattern->clause_count; i++) {
        struct ph_clause *clause = &step->pattern->clauses[i];
        if (is_note(clause))
            continue;
        if (is_changed(step, clause))
            step->wholes[step->whole_count++] = clause;
        else if ((size_t)clause->latest == step->before || is_new(step, clause))
            step->parts[step->part_count++] = clause;
    }
}

/* How much of a part was in a clause and is not any more, or is now and was not; 0: too little. */
static double share(const struct step *step, const struct ph_tokens *part,
                    const struct ph_clause *whole, bool merged)
{
    const struct ph_tokens *old = ph_readings_of(step->readings, whole->occurrences[step->before]);
    const struct ph_tokens *new = ph_readings_of(step->readings, whole->occurrences[step->after]);
    double part_of_it = ph_tokens_share(part, merged ? new : old, merged ? old : new);
    if (part_of_it < LEAST_SHARE || ph_tokens_rows(part, merged ? new : old) < LEAST_IN_ROWS)
        return 0;
    return part_of_it;
}

/* Looks for the clause whose words a part was among, or are among now. */
static void find_whole(const struct step *step, struct ph_clause *part)
{
    bool merged = (size_t)part->latest == step->before;
    const struct ph_node *node = part->occurrences[merged ? step->before : step->after];
    const struct ph_tokens *words = ph_readings_of(step->readings, node);
    struct ph_whole *found = merged ? &part->merged_into : &part->split_from;
    double most = 0;
    for (size_t i = 0; words->count >= LEAST_WORDS && i < step->whole_count; i++) {
        double one = share(step, words, step->wholes[i], merged);
        if (one > most) {
            most = one;
            *found = (struct ph_whole){step->wholes[i], merged ? step->after : step->before};
        }
    }
}

static void look_at(struct step *step)
{
    list_clauses(step);
    if (!step->part_count || step->whole_count > MOST_PAIRS / step->part_count)
        return;
    for (size_t i = 0; i < step->part_count; i++)
        find_whole(step, step->parts[i]);
}

void ph_splits_find(struct ph_pattern *pattern, const struct ph_readings *readings)
{
    struct step step = {.pattern = pattern, .readings = readings};
    bool any = false;
    step.parts = ph_alloc(pattern->clause_count * sizeof *step.parts);
    step.wholes = ph_alloc(pattern->clause_count * sizeof *step.wholes);
    for (size_t m = 0; m < pattern->member_count; m++) {
        if (!pattern->members[m].root)
            continue;
        step.before = step.after;
        step.after = m;
        if (any)
            look_at(&step);
        any = true;
    }
    free(step.parts);
    free(step.wholes);
}
