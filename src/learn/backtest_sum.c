/* All trials of a backtest together: sums, and how each rule did. */
#include <stdlib.h>
#include <string.h>

#include "learn/backtest.h"

int ph_place_verdict_worth(enum ph_place_verdict verdict)
{
    static const int worth[PH_PLACE_VERDICT_COUNT] = {
#define PH_PLACE_VERDICT(name, right, key, words) right,
#include "learn/place_verdicts.def"
#undef PH_PLACE_VERDICT
    };
    return worth[verdict];
}

struct ph_backtest *ph_backtest_new(const char *title)
{
    struct ph_backtest *backtest = ph_alloc_zero(1, sizeof *backtest);
    backtest->arena = ph_arena_new();
    backtest->title = ph_arena_copy(backtest->arena, title);
    return backtest;
}

void ph_backtest_free(struct ph_backtest *backtest)
{
    if (!backtest)
        return;
    for (size_t i = 0; i < backtest->trial_count; i++)
        free(backtest->trials[i].places);
    free(backtest->trials);
    free(backtest->rules);
    ph_arena_free(backtest->arena);
    free(backtest);
}

static void add_tally(struct ph_tally *sum, const struct ph_tally *one)
{
    sum->words += one->words;
    sum->draft_changes += one->draft_changes;
    sum->copy_changes += one->copy_changes;
    for (size_t i = 0; i < PH_PLACE_VERDICT_COUNT; i++)
        sum->places[i] += one->places[i];
    for (size_t i = 0; i < PH_PARAGRAPH_VERDICT_COUNT; i++)
        sum->paragraphs[i] += one->paragraphs[i];
}

static struct ph_rule_record *record_of(struct ph_backtest *backtest, const struct ph_rule *rule)
{
    for (size_t i = 0; i < backtest->rule_count; i++)
        if (backtest->rules[i].rule == rule)
            return &backtest->rules[i];
    backtest->rules = ph_grow(backtest->rules, backtest->rule_count, &backtest->rule_capacity,
                              sizeof *backtest->rules);
    backtest->rules[backtest->rule_count] = (struct ph_rule_record){.rule = rule};
    return &backtest->rules[backtest->rule_count++];
}

static void add_records(struct ph_backtest *backtest, const struct ph_trial *trial)
{
    for (size_t i = 0; i < trial->place_count; i++) {
        int worth = ph_place_verdict_worth(trial->places[i].verdict);
        if (!worth)
            continue;
        struct ph_rule_record *record = record_of(backtest, trial->places[i].rule);
        record->right += worth > 0;
        record->wrong += worth < 0;
    }
}

/* Places that no rule spoke of come last. */
static int by_id(const void *a, const void *b)
{
    const struct ph_rule *x = ((const struct ph_rule_record *)a)->rule;
    const struct ph_rule *y = ((const struct ph_rule_record *)b)->rule;
    return x && y ? strcmp(ph_rule_id(x), ph_rule_id(y)) : !x - !y;
}

static void turn_around(struct ph_backtest *backtest)
{
    for (size_t i = 0, k = backtest->trial_count; i + 1 < k; i++) {
        struct ph_trial one = backtest->trials[--k];
        backtest->trials[k] = backtest->trials[i];
        backtest->trials[i] = one;
    }
}

void ph_backtest_sum(struct ph_backtest *backtest)
{
    turn_around(backtest);
    for (size_t i = 0; i < backtest->trial_count; i++) {
        add_tally(&backtest->sum, &backtest->trials[i].tally);
        add_records(backtest, &backtest->trials[i]);
    }
    if (backtest->rule_count)
        qsort(backtest->rules, backtest->rule_count, sizeof *backtest->rules, by_id);
}
