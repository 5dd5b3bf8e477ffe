/* How the clauses of a series stand: fates, runs, what was dropped, strength. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "learn/standing.h"
#include "test_series.h"
#include "with_rules.h"

static struct ph_document *documents[4];
static struct ph_pattern *pattern;
static enum ph_fate fates[4];

#define AGENDA(session)                                                                            \
    "O Decides to include in the provisional agenda of its " session " session the item entitled " \
    "“Cooperation in small things”."
#define WORK "P Noting the work of the Committee on small matters of great weight,"
#define SAND "the Committee on small matters to continue its study of pebbles and of sand;"
#define GRAVEL "O Encourages Member States to make known what they have learned about gravel;"

static const char *const texts[4][6] = {
    {WORK, "O Requests " SAND, AGENDA("seventy-second"), NULL},
    {WORK, "O Requests " SAND, GRAVEL, AGENDA("seventy-fourth"), NULL},
    {WORK, "O Invites " SAND, AGENDA("seventy-sixth"), NULL},
    {WORK, "O Invites " SAND, GRAVEL, AGENDA("seventy-eighth"), NULL}};

static void set_up(void)
{
    static const char *const numbers[] = {"70/9", "72/11", "74/5", "76/8"};
    static const char *const dates[] = {"13 November 2015", "10 November 2017", "12 November 2019",
                                        "11 November 2021"};
    set_up_rules();
    for (int i = 0; i < 4; i++)
        documents[i] = resolution(lexicon, numbers[i], dates[i], texts[i]);
}

static void learn(size_t count)
{
    struct ph_error error;
    cr_assert_eq(ph_learn((const struct ph_document *const *)documents, count, 0, lexicon, rules,
                          &pattern, &error),
                 PH_OK, "%s", error.message);
    cr_assert_eq(pattern->member_count, count);
}

static void tear_down(void)
{
    ph_pattern_free(pattern);
    for (int i = 0; i < 4; i++)
        ph_document_free(documents[i]);
    tear_down_rules();
}

TestSuite(standing, .init = set_up, .fini = tear_down);

/* The clause whose latest words hold some words; its fates are filled in. */
static const struct ph_clause *clause_with(const char *words)
{
    for (size_t i = 0; i < pattern->clause_count; i++) {
        const struct ph_clause *clause = &pattern->clauses[i];
        if (!strstr(clause->occurrences[clause->latest]->text.bytes, words))
            continue;
        ph_clause_fates(pattern, clause, fates);
        return clause;
    }
    cr_assert_fail("no clause with %s", words);
    return NULL;
}

Test(standing, what_nobody_touched_is_unchanged_since_the_first)
{
    learn(4);
    clause_with("great weight");
    cr_assert_eq(fates[0], PH_FATE_FIRST);
    cr_assert_eq(fates[1], PH_FATE_SAME);
    struct ph_standing standing = ph_clause_standing(pattern, fates);
    cr_assert_eq(standing.since, 0);
    cr_assert_eq(standing.texts, 4);
    cr_assert(standing.word_for_word);
}

Test(standing, a_slot_that_moves_is_no_change)
{
    learn(4);
    clause_with("provisional agenda");
    cr_assert_eq(fates[1], PH_FATE_MOVED);
    struct ph_standing standing = ph_clause_standing(pattern, fates);
    cr_assert_eq(standing.texts, 4);
    cr_assert_not(standing.word_for_word);
}

Test(standing, a_run_begins_anew_after_a_change)
{
    learn(4);
    clause_with("pebbles");
    cr_assert_eq(fates[2], PH_FATE_CHANGED);
    struct ph_standing standing = ph_clause_standing(pattern, fates);
    cr_assert_eq(standing.since, 2);
    cr_assert_eq(standing.texts, 2);
}

Test(standing, a_clause_comes_leaves_and_returns)
{
    learn(4);
    const struct ph_clause *clause = clause_with("gravel");
    cr_assert_eq(fates[0], PH_FATE_ABSENT);
    cr_assert_eq(fates[1], PH_FATE_NEW);
    cr_assert_eq(fates[2], PH_FATE_DROPPED);
    cr_assert_eq(fates[3], PH_FATE_RETURNED);
    cr_assert_eq(ph_clause_standing(pattern, fates).texts, 1);
    cr_assert_not(ph_clause_dropped(pattern, clause));
}

Test(standing, what_is_not_in_the_latest_is_dropped)
{
    learn(3);
    const struct ph_clause *clause = clause_with("gravel");
    cr_assert(ph_clause_dropped(pattern, clause));
    cr_assert_eq(ph_clause_gone(pattern, clause), 2);
}

Test(standing, another_opening_phrase_is_another_strength)
{
    learn(4);
    struct ph_strength *changes;
    cr_assert_eq(ph_strengths(pattern, &changes), 1);
    cr_assert_eq(changes[0].before, 1);
    cr_assert_eq(changes[0].after, 2);
    const struct ph_node *const *in = (const struct ph_node *const *)changes[0].clause->occurrences;
    cr_assert_str_eq(ph_opening_phrase(in[1]), "Requests");
    cr_assert_str_eq(ph_opening_phrase(in[2]), "Invites");
    free(changes);
}
