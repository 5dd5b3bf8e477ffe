/* Backtests of tests/golden/backtest/small, whose three resolutions were written so that it is
 * known what a draft of the third gets right and wrong. */
#include <criterion/criterion.h>
#include <string.h>

#include "penholder.h"

#define SMALL PH_TEST_SOURCE "/tests/golden/backtest/small/"

static struct ph_work work;

static void add(const char *path)
{
    struct ph_error error;
    cr_assert_eq(ph_work_add(&work, path, &error), PH_OK, "%s", error.message);
}

static const struct ph_trial *try_members(bool only_last, size_t count)
{
    struct ph_error error;
    cr_assert_eq(ph_work_backtest(&work, only_last, &error), PH_OK, "%s", error.message);
    cr_assert_eq(work.backtest->trial_count, count);
    return &work.backtest->trials[count - 1];
}

static void tear_down(void)
{
    ph_work_free(&work);
}

TestSuite(backtest, .fini = tear_down);

/* The first place of a paragraph. */
static const struct ph_place *place_in(const struct ph_trial *trial, const char *label)
{
    for (size_t i = 0; i < trial->place_count; i++)
        if (!strcmp(trial->places[i].label, label))
            return &trial->places[i];
    cr_assert_fail("%s has no place in %s", trial->name, label);
    return NULL;
}

Test(backtest, every_member_but_the_first_the_oldest_first)
{
    add(SMALL);
    const struct ph_trial *last = try_members(false, 2);
    cr_expect_str_eq(last[-1].name, "72/11");
    cr_expect_str_eq(last[-1].from, "70/9");
    cr_expect_eq(last[-1].texts, 1);
    cr_expect_str_eq(last->name, "74/5");
    cr_expect_str_eq(last->from, "72/11");
    cr_expect_eq(last->texts, 2);
}

Test(backtest, only_the_last_member_when_asked)
{
    add(SMALL);
    cr_expect_str_eq(try_members(true, 1)->name, "74/5");
}

Test(backtest, what_moved_is_right_or_wrong_by_the_adopted_words)
{
    add(SMALL);
    const struct ph_trial *trial = try_members(true, 1);
    const struct ph_place *place = place_in(trial, "OP3");
    cr_expect_eq(place->verdict, PH_PLACE_MOVED_WRONG);
    cr_expect_str_eq(place->before, "seventy-fourth");
    cr_expect_str_eq(place->drafted, "seventy-sixth");
    cr_expect_str_eq(place->adopted, "seventy-seventh");
    cr_expect_str_eq(ph_rule_id(place->rule), "session-ahead");
    cr_expect_eq(place_in(trial, "OP4")->verdict, PH_PLACE_MOVED_RIGHT);
    cr_expect_eq(place_in(trial, "PP1")->verdict, PH_PLACE_MOVED_RIGHT);
}

Test(backtest, what_was_kept_is_wrong_where_it_changed)
{
    add(SMALL);
    const struct ph_place *place = place_in(try_members(true, 1), "PP2");
    cr_expect_eq(place->verdict, PH_PLACE_KEPT_WRONG);
    cr_expect_str_eq(place->drafted, "4 May 2015");
    cr_expect_str_eq(place->adopted, "6 May 2019");
}

Test(backtest, a_mark_on_words_that_stayed_was_not_needed)
{
    add(SMALL);
    cr_expect_eq(place_in(try_members(true, 1), "OP1")->verdict, PH_PLACE_LOOK_WRONG);
}

Test(backtest, a_dropped_paragraph_is_told_from_rewritten_words)
{
    add(SMALL);
    const struct ph_trial *trial = try_members(true, 1);
    cr_expect_eq(place_in(trial, "PP3")->verdict, PH_PLACE_GONE);
    cr_expect_eq(place_in(trial, "PP4")->verdict, PH_PLACE_REWRITTEN);
    cr_expect_null(place_in(trial, "PP3")->adopted);
    cr_expect_null(place_in(trial, "PP4")->adopted);
}

/* OP4 is advanced rightly: that it became OP5 and has got an "also" is no change of words. */
Test(backtest, paragraphs_by_what_became_of_them)
{
    static const size_t wanted[PH_PARAGRAPH_VERDICT_COUNT] = {
        [PH_PARAGRAPH_KEPT] = 2,    [PH_PARAGRAPH_ADVANCED] = 2, [PH_PARAGRAPH_PLACES] = 2,
        [PH_PARAGRAPH_CHANGED] = 1, [PH_PARAGRAPH_DROPPED] = 1,  [PH_PARAGRAPH_NEW] = 2};
    add(SMALL);
    const struct ph_trial *trial = try_members(true, 1);
    for (size_t i = 0; i < PH_PARAGRAPH_VERDICT_COUNT; i++)
        cr_expect_eq(trial->tally.paragraphs[i], wanted[i], "verdict %zu", i);
}

/* 72/11 differs from 70/9 by "resolution/s" (2 words), "and 70/9 of 13 November 2015" (6) and two
 * sessions (4); a draft has the sessions, and one resolution of two: "68/3 of 20 November 2013 and"
 * (6) and the noun (2) are still to be changed. Their mastheads differ, too. */
Test(backtest, words_are_those_of_the_body)
{
    add(SMALL "A_RES_72_11.txt");
    add(SMALL "A_RES_70_9.txt");
    const struct ph_trial *trial = try_members(false, 1);
    cr_expect_eq(trial->tally.copy_changes, 12);
    cr_expect_eq(trial->tally.draft_changes, 8);
}

Test(backtest, nothing_later_is_known)
{
    struct ph_tally alone;
    add(SMALL "A_RES_70_9.txt");
    add(SMALL "A_RES_72_11.txt");
    alone = try_members(false, 1)->tally;
    ph_work_free(&work);
    add(SMALL);
    cr_expect_arr_eq(&try_members(false, 2)[-1].tally, &alone, sizeof alone);
}

Test(backtest, a_member_that_is_not_here_is_named)
{
    add(SMALL "A_RES_70_9.txt");
    add(SMALL "A_RES_74_5.txt");
    const struct ph_trial *trial = try_members(false, 1);
    cr_assert_eq(trial->missing_count, 1);
    cr_expect_str_eq(trial->missing[0], "72/11");
}

Test(backtest, the_sum_and_the_rules_count_what_was_judged)
{
    add(SMALL);
    try_members(false, 2);
    const struct ph_backtest *all = work.backtest;
    size_t right = 0, wrong = 0;
    for (size_t i = 0; i < all->rule_count; i++) {
        right += all->rules[i].right;
        wrong += all->rules[i].wrong;
        if (i > 0)
            cr_expect_lt(strcmp(ph_rule_id(all->rules[i - 1].rule), ph_rule_id(all->rules[i].rule)),
                         0);
    }
    cr_expect_eq(right,
                 all->sum.places[PH_PLACE_MOVED_RIGHT] + all->sum.places[PH_PLACE_KEPT_RIGHT]);
    cr_expect_eq(wrong, all->sum.places[PH_PLACE_MOVED_WRONG] +
                            all->sum.places[PH_PLACE_KEPT_WRONG] +
                            all->sum.places[PH_PLACE_LOOK_WRONG]);
    cr_expect_eq(all->sum.words, all->trials[0].tally.words + all->trials[1].tally.words);
}

Test(backtest, one_session_is_not_enough)
{
    struct ph_error error;
    add(SMALL "A_RES_70_9.txt");
    cr_expect_eq(ph_work_backtest(&work, false, &error), PH_NOTHING);
    cr_expect_str_eq(error.message, "only session 70 is here: a backtest needs two sessions");
}
