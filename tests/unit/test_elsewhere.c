/* Learning with what is known of other series: citations move on, lists grow, dates are doubted,
 * members that are only known are members; and an error on the way is passed on. */
#include <stdlib.h>
#include <string.h>

#include "draft/draft.h"
#include "learn/elsewhere.h"
#include "test_series.h"
#include "with_rules.h"

static struct ph_document *document;
static struct ph_pattern *pattern;
static int asked_before;

static void tear_down(void)
{
    ph_pattern_free(pattern);
    ph_document_free(document);
    tear_down_rules();
}

TestSuite(elsewhere, .init = set_up_rules, .fini = tear_down);

static const char *const text[] = {
    "P Recalling its resolution 71/5 of 2 December 2016,",
    "P Recalling also resolution 71/218 of 21 December 2016 on the reduction of floods,",
    "P Recalling further resolution 71/240 of 9 December 2016, which speaks of harbours,",
    "O Welcomes the progress made in the study of pebbles and of sand.", NULL};

/* What is known: floods every year, one resolution on harbours, and a member of the series. */
static struct ph_elsewhere_member floods[] = {
    {"71/218", 71, "2016-12-21", "Reduction of floods", NULL, true},
    {"72/219", 72, "2017-12-20", "Reduction of floods", NULL, true}};
static struct ph_elsewhere_member harbours[] = {
    {"71/240", 71, "2016-12-19", "Harbours", NULL, true}};
static struct ph_elsewhere_member own[] = {
    {"71/5", 71, "2016-12-02", "Cooperation in small things", NULL, true},
    {"72/11", 72, "2017-11-10", "Cooperation in small things", NULL, true}};

static enum ph_status find(void *context, const char *number, int before, struct ph_arena *arena,
                           struct ph_elsewhere_member **members, size_t *count,
                           struct ph_error *error)
{
    (void)arena;
    (void)error;
    *(int *)context = before;
    *count = 0;
    if (!strcmp(number, "71/218")) {
        *members = floods;
        *count = 2;
    } else if (!strcmp(number, "71/240")) {
        *members = harbours;
        *count = 1;
    } else if (!strcmp(number, "72/11")) {
        *members = own;
        *count = 2;
    }
    return PH_OK;
}

static enum ph_status fail(void *context, const char *number, int before, struct ph_arena *arena,
                           struct ph_elsewhere_member **members, size_t *count,
                           struct ph_error *error)
{
    (void)before;
    (void)arena;
    (void)members;
    *count = 0;
    return strcmp(number, (const char *)context) ? PH_OK
                                                 : ph_fail(error, PH_FORMAT, "damaged there");
}

static enum ph_status learn(const struct ph_elsewhere *elsewhere, struct ph_error *error)
{
    document = resolution(lexicon, "72/11", "10 November 2017", text);
    const struct ph_document *source = document;
    return ph_learn_with(elsewhere, &source, 1, 73, lexicon, rules, &pattern, error);
}

static const struct ph_slot *slot_of(const char *words)
{
    for (size_t i = 0; i < pattern->clause_count; i++)
        for (size_t k = 0; k < pattern->clauses[i].slot_count; k++) {
            const struct ph_slot *slot = &pattern->clauses[i].slots[k];
            if (!strcmp(slot->observations[slot->count - 1].words, words))
                return slot;
        }
    cr_assert_fail("there is no slot “%s”", words);
    return NULL;
}

static void learn_all(int before)
{
    struct ph_error error;
    const struct ph_elsewhere elsewhere = {&asked_before, find, before};
    cr_assert_eq(learn(&elsewhere, &error), PH_OK, "%s", error.message);
}

Test(elsewhere, a_citation_named_by_its_title_moves_to_its_successor)
{
    learn_all(0);
    const struct ph_slot *slot = slot_of("71/218 of 21 December 2016");
    cr_expect_eq(slot->outcome, PH_MOVES);
    cr_expect_str_eq(slot->value, "72/219 of 20 December 2017");
}

Test(elsewhere, what_follows_one_of_two_in_a_session_is_not_told)
{
    floods[0].followed = false;
    learn_all(0);
    cr_expect_eq(slot_of("71/218 of 21 December 2016")->outcome, PH_STAYS);
}

Test(elsewhere, a_date_that_is_another_is_looked_at)
{
    learn_all(0);
    const struct ph_slot *slot = slot_of("71/240 of 9 December 2016");
    cr_expect_eq(slot->outcome, PH_LOOK_AT);
    cr_expect(strstr(slot->why, "71/240 of 19 December 2016"), "%s", slot->why);
}

Test(elsewhere, a_member_that_is_only_known_is_cited_as_one)
{
    learn_all(0);
    cr_assert_eq(pattern->member_count, 2);
    cr_expect_str_eq(pattern->members[0].number, "71/5");
    cr_expect_str_eq(slot_of("71/5 of 2 December 2016")->value, "72/11 of 10 November 2017");
}

Test(elsewhere, nothing_later_than_the_draft_is_asked_for)
{
    learn_all(0);
    cr_expect_eq(asked_before, 73);
    tear_down();
    pattern = NULL;
    set_up_rules();
    learn_all(90);
    cr_expect_eq(asked_before, 73);
    tear_down();
    pattern = NULL;
    set_up_rules();
    learn_all(70);
    cr_expect_eq(asked_before, 70);
}

Test(elsewhere, an_error_is_passed_on)
{
    struct ph_error error;
    const char *const numbers[] = {"72/11", "71/240"}; /* asked for the members; for a slot */
    for (size_t i = 0; i < 2; i++) {
        const struct ph_elsewhere elsewhere = {(void *)numbers[i], fail, 0};
        cr_expect_eq(learn(&elsewhere, &error), PH_FORMAT);
        cr_expect_str_eq(error.message, "damaged there");
        ph_document_free(document);
        document = NULL;
    }
}

Test(elsewhere, without_it_nothing_moves)
{
    struct ph_error error;
    cr_assert_eq(learn(NULL, &error), PH_OK, "%s", error.message);
    cr_expect_eq(slot_of("71/218 of 21 December 2016")->outcome, PH_STAYS);
    cr_expect_eq(slot_of("71/240 of 9 December 2016")->outcome, PH_STAYS);
}
