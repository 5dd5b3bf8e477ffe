/* The vote on a slot: what is known before a transition predicts it, and the record of a rule in
 * the whole series speaks where a slot has no history of its own. */
#include <string.h>

#include "rules/hypothesis.h"
#include "un/date.h"
#include "with_rules.h"

static struct ph_hypotheses *hypotheses;

static void set_up(void)
{
    struct ph_error error;
    set_up_rules();
    cr_assert_eq(ph_hypotheses_new(rules, &hypotheses, &error), PH_OK, "%s", error.message);
}

static void tear_down(void)
{
    ph_hypotheses_free(hypotheses);
    tear_down_rules();
}

TestSuite(vote, .init = set_up, .fini = tear_down);

static struct ph_seen seen(int session, int place, const char *words, long value)
{
    return (struct ph_seen){.session = session,
                            .year = ph_session_year(session),
                            .place = place,
                            .words = words,
                            .value = value};
}

/* A slot with the session of some body, in the draft for session 79. */
static struct ph_slot_view body_slot(const struct ph_seen *list, size_t count)
{
    return (struct ph_slot_view){.kind = "other-session",
                                 .seen = list,
                                 .count = count,
                                 .context = "the report of the Panel on its ",
                                 .after = " session",
                                 .session = 79,
                                 .year = ph_session_year(79),
                                 .place = 4};
}

static void expect_words(const struct ph_slot_view *slot, const char *words, int explained)
{
    struct ph_proposal got = ph_hypotheses_vote(hypotheses, slot);
    cr_expect_str_eq(got.words, words);
    cr_expect_eq(got.explained, explained, "explained: %d of %d", got.explained, got.seen);
    ph_proposal_free(&got);
}

Test(vote, a_transition_is_predicted_from_what_was_known_before_it)
{
    struct ph_seen list[] = {seen(76, 1, "third", 3), seen(77, 2, "ninth", 9),
                             seen(78, 3, "tenth", 10)};
    struct ph_slot_view slot = body_slot(list, 3);
    expect_words(&slot, "eleventh", 1); /* from the third nobody could foresee the ninth */
}

Test(vote, the_record_of_a_rule_speaks_where_a_slot_has_no_history)
{
    struct ph_seen moving[] = {seen(76, 1, "fifth", 5), seen(77, 2, "sixth", 6),
                               seen(78, 3, "seventh", 7)};
    struct ph_seen alone[] = {seen(78, 3, "twelfth", 12)};
    struct ph_slot_view history = body_slot(moving, 3), slot = body_slot(alone, 1);
    expect_words(&slot, "twelfth", 0);
    for (int i = 0; i < 6; i++)
        ph_hypotheses_hear(hypotheses, &history);
    expect_words(&slot, "thirteenth", 0);
}

Test(vote, a_record_of_what_stays_speaks_against_moving)
{
    struct ph_seen standing[] = {seen(76, 1, "fifth", 5), seen(77, 2, "fifth", 5),
                                 seen(78, 3, "fifth", 5)};
    struct ph_seen once[] = {seen(77, 2, "eleventh", 11), seen(78, 3, "twelfth", 12)};
    struct ph_slot_view history = body_slot(standing, 3), slot = body_slot(once, 2);
    for (int i = 0; i < 20; i++)
        ph_hypotheses_hear(hypotheses, &history);
    expect_words(&slot, "thirteenth", 1); /* its own transition outweighs all the others */
}

/* Bracketed words of a prediction stand for anything within one item of a list. */
Test(vote, what_nobody_could_know_is_explained_by_anything)
{
    struct ph_seen list[] = {seen(76, 1, "GC(65)/RES/12", 12), seen(77, 2, "GC(66)/RES/9", 9),
                             seen(78, 3, "GC(67)/RES/13", 13)};
    struct ph_slot_view slot = body_slot(list, 3);
    slot.kind = "symbol";
    slot.context = "resolution ";
    slot.after = ", adopted";
    expect_words(&slot, "GC(68)/RES/[…]", 2);
}
