/* Learning from small series written here: alignment, members known from lists, the vote. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "doc/walk.h"
#include "draft/draft.h"
#include "learn/pattern.h"
#include "learn/tokens.h"
#include "test_series.h"
#include "with_rules.h"

TestSuite(learn, .init = set_up_rules, .fini = tear_down_rules);

static const char *const first[] = {
    "P Recalling its resolution 60/3 of 20 October 2005 on small things,",
    "P Noting the work of the Committee on small matters of great weight,",
    "O Welcomes the progress made in the study of pebbles and of sand;",
    "O Requests the Secretary-General to submit to the General Assembly at its seventy-second "
    "session a report on the implementation of the present resolution;",
    "O Decides to include in the provisional agenda of its seventy-second session the item "
    "entitled “Cooperation in small things”.",
    NULL};

static const char *const second[] = {
    "P Recalling its resolutions 60/3 of 20 October 2005 and 70/9 of 13 November 2015 on small "
    "things,",
    "P Bearing in mind that nothing is too small for the attention of Member States,",
    "O Requests the Secretary-General to submit to the General Assembly at its seventy-fourth "
    "session a report on the implementation of the present resolution;",
    "O Welcomes the progress made in the study of pebbles and of sand;",
    "O Decides to include in the provisional agenda of its seventy-fourth session the item "
    "entitled “Cooperation in small things”.",
    NULL};

struct lesson {
    struct ph_document *documents[2];
    struct ph_pattern *pattern;
};

static struct lesson learn(int session)
{
    struct lesson lesson;
    struct ph_error error;
    lesson.documents[0] = resolution(lexicon, "72/11", "10 November 2017", second);
    lesson.documents[1] = resolution(lexicon, "70/9", "13 November 2015", first);
    const struct ph_document *sources[2] = {lesson.documents[0], lesson.documents[1]};
    cr_assert_eq(ph_learn(sources, 2, session, lexicon, rules, &lesson.pattern, &error), PH_OK,
                 "%s", error.message);
    return lesson;
}

static void forget(struct lesson *lesson)
{
    ph_pattern_free(lesson->pattern);
    ph_document_free(lesson->documents[0]);
    ph_document_free(lesson->documents[1]);
}

Test(learn, members_are_put_in_order_and_one_that_only_a_list_names_is_a_member)
{
    struct lesson lesson = learn(0);
    cr_assert_eq(lesson.pattern->member_count, 3);
    cr_assert_str_eq(lesson.pattern->members[0].number, "60/3");
    cr_assert_null(lesson.pattern->members[0].root);
    cr_assert_str_eq(lesson.pattern->members[2].number, "72/11");
    cr_assert_eq(lesson.pattern->base, 2);
    cr_assert_eq(lesson.pattern->next_session, 74);
    forget(&lesson);
}

static const struct ph_clause *clause_of(const struct ph_pattern *pattern, enum ph_kind kind,
                                         int order)
{
    const struct ph_node *node = NULL;
    while (order-- > 0)
        node = ph_next_of(pattern->members[pattern->base].root, node, kind);
    return ph_pattern_clause(pattern, node);
}

Test(learn, a_paragraph_that_moved_is_the_same_clause_and_a_new_one_is_not)
{
    struct lesson lesson = learn(0);
    const struct ph_clause *moved = clause_of(lesson.pattern, PH_OPERATIVE, 2);
    cr_assert_eq(moved->times, 2);
    cr_assert_eq(moved->occurrences[1]->order, 1);
    const struct ph_clause *made = clause_of(lesson.pattern, PH_PREAMBULAR, 2);
    cr_assert_eq(made->times, 1);
    size_t dropped = 0;
    for (size_t i = 0; i < lesson.pattern->clause_count; i++)
        dropped += lesson.pattern->clauses[i].latest == 1;
    cr_assert_eq(dropped, 1, "the Committee's paragraph is known as dropped");
    forget(&lesson);
}

Test(learn, the_draft_moves_what_moves_and_leaves_the_rest)
{
    struct lesson lesson = learn(0);
    struct ph_document *draft;
    struct ph_error error;
    cr_assert_eq(ph_draft(lesson.pattern, lexicon, &draft, &error), PH_OK, "%s", error.message);
    const struct ph_node *list = ph_next_of(draft->root, NULL, PH_PREAMBULAR);
    cr_assert_str_eq(list->text.bytes,
                     "Recalling its resolutions 60/3 of 20 October 2005, 70/9 of 13 November 2015 "
                     "and 72/11 of 10 November 2017 on small things,");
    cr_assert_eq(list->origin.how, PH_ADVANCED);
    const struct ph_node *agenda = ph_next_of(draft->root, NULL, PH_OPERATIVE);
    cr_assert(strstr(agenda->text.bytes, "at its seventy-sixth session"), "%s", agenda->text.bytes);
    const struct ph_node *kept = ph_next_of(draft->root, agenda, PH_OPERATIVE);
    cr_assert_eq(kept->origin.how, PH_VERBATIM);
    cr_assert_eq(kept->origin.times, 3);
    cr_assert_str_eq(ph_field_text(draft->root, PH_FIELD_SESSION), "Seventy-fourth session");
    cr_assert_str_eq(ph_field_text(draft->root, PH_FIELD_SYMBOL), "A/74/L.[…]");
    ph_document_free(draft);
    forget(&lesson);
}

/* One citation, in two members: by the last resolution, and by a list that grew. */
Test(learn, the_noun_before_a_list_agrees_with_it)
{
    static const char *const one[] = {"P Recalling its resolution 70/9 of 13 November 2015,",
                                      "O Decides to go on.", NULL};
    static const char *const two[] = {
        "P Recalling its resolutions 70/9 of 13 November 2015 and 71/8 of 1 December 2016,",
        "O Decides to go on.", NULL};
    struct ph_document *documents[3] = {resolution(lexicon, "70/9", "13 November 2015", one),
                                        resolution(lexicon, "71/8", "1 December 2016", one),
                                        resolution(lexicon, "72/7", "1 December 2017", two)};
    const struct ph_document *sources[2] = {documents[0], documents[1]};
    struct ph_pattern *pattern;
    struct ph_document *draft;
    cr_assert_eq(ph_learn(sources, 2, 0, lexicon, rules, &pattern, NULL), PH_OK);
    struct ph_clause *clause = &pattern->clauses[0];
    cr_assert_str_eq(clause->slots[0].kind, "citations");
    clause->slots[0].outcome = PH_MOVES;
    clause->slots[0].value = "70/9 of 13 November 2015 and 71/8 of 1 December 2016";
    cr_assert_eq(ph_draft(pattern, lexicon, &draft, NULL), PH_OK);
    cr_assert_str_eq(ph_next_of(draft->root, NULL, PH_PREAMBULAR)->text.bytes,
                     "Recalling its resolutions 70/9 of 13 November 2015 and 71/8 of 1 December "
                     "2016,");
    ph_document_free(draft);
    ph_pattern_free(pattern);
    for (int i = 0; i < 3; i++)
        ph_document_free(documents[i]);
}

Test(learn, nothing_to_learn_from_is_an_error_that_says_so)
{
    struct ph_pattern *pattern;
    struct ph_error error;
    cr_assert_eq(ph_learn(NULL, 0, 0, lexicon, rules, &pattern, &error), PH_NOTHING);
    cr_assert(strstr(error.message, "no resolution"));
}

static int beside_of(const char *a, const char *b, size_t token)
{
    struct ph_tokens x, y;
    ph_tokens_read(&x, lexicon, a, strlen(a));
    ph_tokens_read(&y, lexicon, b, strlen(b));
    int *beside = calloc(x.count, sizeof *beside);
    ph_tokens_align(&x, &y, beside);
    int found = beside[token];
    free(beside);
    ph_tokens_free(&x);
    ph_tokens_free(&y);
    return found;
}

Test(learn, entities_of_one_kind_stand_beside_each_other)
{
    const char *a = "at its seventy-first session a report";
    const char *b = "and in full at its sixty-ninth session a report";
    cr_assert_eq(beside_of(a, b, 2), 5);
    cr_assert_eq(beside_of(a, "nothing of the kind", 2), -1);
}

/* A token is a word or a date: the first date is the fifth of one text, the fourth of the other. */
Test(learn, an_entity_stands_beside_its_own_words_also_where_another_is_at_the_end)
{
    const char *a = "including the statement of 13 January 2010, which";
    const char *b = "including those of 13 January 2010 and 6 August 2013, which";
    cr_assert_eq(beside_of(a, b, 4), 3);
}

/* "And all its subsequent resolutions on": the one that is named may have had another title. */
Test(learn, a_resolution_is_no_member_because_later_ones_have_the_title)
{
    static const char *const later[] = {
        "P Recalling its resolution 60/3 of 20 October 2005 and all its subsequent resolutions on "
        "cooperation in small things,",
        "O Decides to go on.", NULL};
    static const char *const earlier[] = {
        "P Recalling its resolution 60/3 of 20 October 2005 and all its previous resolutions on "
        "sand and on cooperation in small things,",
        "O Decides to go on.", NULL};
    static const char *const *const texts[] = {later, earlier};
    for (size_t i = 0; i < 2; i++) {
        struct ph_document *document = resolution(lexicon, "70/9", "13 November 2015", texts[i]);
        const struct ph_document *sources[1] = {document};
        struct ph_pattern *pattern;
        cr_assert_eq(ph_learn(sources, 1, 0, lexicon, rules, &pattern, NULL), PH_OK);
        cr_assert_eq(pattern->member_count, 1 + i);
        ph_pattern_free(pattern);
        ph_document_free(document);
    }
}
