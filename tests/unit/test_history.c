/* Histories: of a paragraph, member by member, and of a phrase. */
#include <string.h>

#include "compare/compare.h"
#include "learn/history.h"
#include "learn/labels.h"
#include "learn/phrase.h"
#include "test_series.h"
#include "with_rules.h"

static struct ph_document *documents[4];
static struct ph_pattern *pattern;
static struct ph_history history;
static struct ph_phrase phrase;
static struct ph_error error;

#define SAND "the Committee on small matters to continue its study of pebbles and of sand"
#define GRAVEL "O Encourages Member States to make known what they have learned about gravel;"
#define RECALL "P Recalling its resolutions 70/9 of 13 November 2015"

/* 73/4 is cited only; gravel leaves and returns, sand moves down and gets weaker. */
static const char *const texts[4][6] = {
    {"P Noting the winds,", "O Requests " SAND ", within existing resources;", GRAVEL, NULL},
    {RECALL ",", "O Takes note of the report of the Committee;",
     "O Requests " SAND ", within existing resources;", NULL},
    {RECALL ", 72/11 of 10 November 2017 and 73/4 of 9 November 2018,",
     "O Takes note of the report of the Committee;", "O Invites " SAND ";", NULL},
    {RECALL ", 72/11 of 10 November 2017, 73/4 of 9 November 2018 and 74/5 of 12 November 2019,",
     "O Takes note of the report of the Committee;", "O Invites " SAND ";", GRAVEL, NULL}};

static void set_up(void)
{
    static const char *const numbers[] = {"70/9", "72/11", "74/5", "76/8"};
    static const char *const dates[] = {"13 November 2015", "10 November 2017", "12 November 2019",
                                        "11 November 2021"};
    set_up_rules();
    for (int i = 0; i < 4; i++)
        documents[i] = resolution(lexicon, numbers[i], dates[i], texts[i]);
    cr_assert_eq(ph_learn((const struct ph_document *const *)documents, 4, 0, lexicon, rules,
                          &pattern, &error),
                 PH_OK, "%s", error.message);
    cr_assert_eq(pattern->member_count, 5);
}

static void tear_down(void)
{
    ph_history_free(&history);
    ph_phrase_free(&phrase);
    ph_pattern_free(pattern);
    for (int i = 0; i < 4; i++)
        ph_document_free(documents[i]);
    tear_down_rules();
}

TestSuite(history, .init = set_up, .fini = tear_down);

static void find(const char *member, const char *label)
{
    cr_assert_eq(ph_history_find(pattern, lexicon, member, label, &history, &error), PH_OK, "%s",
                 error.message);
}

static void find_words(const char *words)
{
    cr_assert_eq(ph_phrase_find(pattern, words, &phrase, &error), PH_OK, "%s", error.message);
}

/* The fates of the steps of a history or a phrase, one for each member. */
#define EXPECT_FATES(steps, ...)                                                                   \
    do {                                                                                           \
        static const enum ph_fate wanted[] = {__VA_ARGS__};                                        \
        for (size_t m = 0; m < 5; m++)                                                             \
            cr_expect_eq((steps)[m].fate, wanted[m], "member %zu: %s", m,                          \
                         ph_fate_name((steps)[m].fate));                                           \
    } while (0)

/* ---- a paragraph ---- */

Test(history, a_paragraph_that_moved_stays_itself)
{
    char label[PH_LABEL_SIZE];
    find(NULL, "OP2");
    EXPECT_FATES(history.steps, PH_FATE_FIRST, PH_FATE_SAME, PH_FATE_MISSING, PH_FATE_CHANGED,
                 PH_FATE_SAME);
    cr_expect_null(ph_history_moved(&history.steps[0], label));
    cr_expect_str_eq(ph_history_moved(&history.steps[1], label), "OP1");
    cr_expect_null(ph_history_moved(&history.steps[3], label));
}

Test(history, what_is_only_cited_is_unknown_and_the_next_is_compared_across_it)
{
    find(NULL, "OP2");
    cr_expect_null(history.steps[2].node);
    cr_expect_eq(history.steps[2].against, -1);
    cr_expect_eq(history.steps[3].against, 1);
}

Test(history, another_opening_phrase_and_the_changed_words_are_shown)
{
    find(NULL, "OP2");
    const struct ph_history_step *step = &history.steps[3];
    cr_expect_str_eq(step->strength, "Requests");
    cr_expect_null(history.steps[1].strength);
    const struct ph_text *text = &step->words->text;
    cr_expect(strstr(text->bytes, "RequestsInvites") == text->bytes, "%s", text->bytes);
    cr_assert_geq(text->count, 2);
    cr_expect_eq(text->inlines[0].kind, PH_DELETED);
    cr_expect_eq(text->inlines[0].to, strlen("Requests"));
    cr_expect_eq(text->inlines[1].kind, PH_INSERTED);
}

Test(history, a_paragraph_that_returns_is_compared_with_the_last_that_had_it)
{
    find(NULL, "OP3");
    EXPECT_FATES(history.steps, PH_FATE_FIRST, PH_FATE_DROPPED, PH_FATE_MISSING, PH_FATE_ABSENT,
                 PH_FATE_RETURNED);
    cr_expect_eq(history.steps[1].against, 0);
    cr_expect_eq(history.steps[4].against, 0);
    cr_expect_eq(history.steps[4].words->text.count, 0, "nothing changed");
}

Test(history, a_slot_that_moved_is_named_with_its_rule)
{
    find(NULL, "PP1");
    const struct ph_history_step *step = &history.steps[4];
    cr_expect_eq(step->fate, PH_FATE_MOVED);
    cr_assert_eq(step->move_count, 1);
    cr_expect_str_eq(step->moves[0].slot->kind, "citations");
    cr_assert_not_null(step->moves[0].slot->rule);
    cr_expect_str_eq(ph_rule_id(step->moves[0].slot->rule), "list-all");
}

Test(history, a_label_is_that_of_the_member_that_is_named)
{
    find("70/9", "op 1");
    cr_expect_eq(history.member, 0);
    cr_expect_eq(history.steps[4].node->order, 2);
}

static void expect_none(const char *member, const char *label, const char *message)
{
    cr_expect_eq(ph_history_find(pattern, lexicon, member, label, &history, &error), PH_NOTHING);
    cr_expect_str_eq(error.message, message);
}

Test(history, what_is_not_there_is_said_with_what_is)
{
    expect_none(NULL, "OP9", "76/8 has no OP9; it has PP1, OP1–3");
    expect_none("70/9", "title", "70/9 has no title; it has PP1, OP1–2");
    expect_none("73/4", "OP1", "73/4 is not in the folder: it is only cited in 76/8 PP1");
    expect_none("1/1", "OP1",
                "1/1: no text of the series that is here; these are: 70/9, 72/11, 74/5, 76/8");
}

/* ---- a phrase ---- */

Test(history, a_phrase_comes_leaves_and_returns)
{
    find_words("learned, about GRAVEL");
    EXPECT_FATES(phrase.steps, PH_FATE_FIRST, PH_FATE_DROPPED, PH_FATE_MISSING, PH_FATE_ABSENT,
                 PH_FATE_RETURNED);
    cr_assert_eq(phrase.steps[4].place_count, 1);
    cr_expect_eq(phrase.steps[4].places[0].node->order, 3);
}

Test(history, the_place_of_a_phrase_is_that_of_its_words)
{
    find_words("“Pebbles” and of");
    const struct ph_phrase_place *place = &phrase.steps[0].places[0];
    cr_expect_eq(place->to - place->from, strlen("pebbles and of"));
    cr_expect(!strncmp(place->node->text.bytes + place->from, "pebbles and of", 14));
}

Test(history, dates_and_numbers_count_as_themselves)
{
    find_words("72/11 of 10 November 2017");
    EXPECT_FATES(phrase.steps, PH_FATE_ABSENT, PH_FATE_ABSENT, PH_FATE_MISSING, PH_FATE_NEW,
                 PH_FATE_SAME);
    cr_expect_eq(phrase.steps[3].against, 1);
}

Test(history, a_phrase_is_counted_without_overlaps)
{
    ph_text_set(documents[3]->root->last, "tide and tide and tide and tide and wind", 40);
    find_words("tide and tide");
    cr_expect_eq(phrase.steps[4].times, 2);
    ph_phrase_free(&phrase);
    find_words("tide and tide and wind");
    cr_expect_eq(phrase.steps[4].times, 1);
    cr_expect_eq(phrase.steps[4].places[0].from, strlen("tide and tide and "));
}

static void expect_nowhere(const char *words, enum ph_status status, const char *message)
{
    cr_expect_eq(ph_phrase_find(pattern, words, &phrase, &error), status);
    cr_expect_str_eq(error.message, message);
}

Test(history, a_phrase_that_stands_nowhere_is_said_with_what_is_near)
{
    expect_nowhere("lighthouses and buoys", PH_NOTHING,
                   "“lighthouses and buoys” stands in no text that is here");
    expect_nowhere("study of all pebbles and sand", PH_NOTHING,
                   "“study of all pebbles and sand” stands in no text that is here; near it is "
                   "“study of pebbles and of sand” (76/8 OP2)");
    expect_nowhere(" – ", PH_USAGE, "“ – ”: there is no word in it");
}

Test(history, the_line_of_the_organ_is_no_text)
{
    expect_nowhere("the General Assembly", PH_NOTHING,
                   "“the General Assembly” stands in no text that is here");
}

/* ---- what both need ---- */

Test(history, words_of_two_paragraphs_are_compared_however_unlike_they_are)
{
    struct ph_document *document = ph_document_new(NULL);
    const struct ph_node *old = documents[0]->root->last, *new = documents[1]->root->last;
    const struct ph_node *both = ph_compare_words(lexicon, document, old, new);
    size_t kept = both->text.length;
    for (size_t i = 0; i < both->text.count; i++)
        if (both->text.inlines[i].kind == PH_INSERTED)
            kept -= both->text.inlines[i].to - both->text.inlines[i].from;
    cr_expect_eq(kept, old->text.length);
    ph_document_free(document);
}

Test(history, labels_in_a_row_make_a_run)
{
    struct ph_labels labels = {0};
    const struct ph_node *node = documents[3]->root->last;
    ph_labels_add(&labels, node->previous->previous->previous);
    ph_labels_add(&labels, node->previous->previous);
    ph_labels_add(&labels, node->previous);
    ph_labels_add(&labels, node);
    ph_labels_end(&labels);
    cr_expect_str_eq(ph_buffer_text(&labels.text), "PP1, OP1–3");
    ph_buffer_free(&labels.text);
}
