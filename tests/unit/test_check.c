/* Checking a draft: the findings of rules sorted, what departs from a series written here, and
 * certain fixes put in. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check/check.h"
#include "doc/forms.h"
#include "doc/walk.h"
#include "draft/draft.h"
#include "read/read.h"
#include "with_rules.h"

static struct ph_document *members[3];
static struct ph_pattern *pattern;
static struct ph_document *next; /* the series' own */

static struct ph_document *read_text(const char *text)
{
    struct ph_document *document = NULL;
    struct ph_error error;
    cr_assert_eq(ph_read("test.txt", text, strlen(text), lexicon, &document, &error), PH_OK, "%s",
                 error.message);
    return document;
}

/* A resolution or draft on pebbles: its head, the list of those before it, one more paragraph
 * where `more` says so, and the session to which it looks ahead. */
static struct ph_document *on_pebbles(const char *head, const char *list, const char *more,
                                      const char *ahead)
{
    struct ph_buffer text = {0};
    ph_buffer_printf(
        &text,
        "%s\n\n\tThe General Assembly,\n"
        "\tRecalling its resolutions %s on the study of pebbles,\n%s"
        "\tWelcoming the work of the Committee on Pebbles and its many reports on sand,\n"
        "\t1.\tCommends the collectors of pebbles for their patience on all the beaches;\n"
        "\t2.\tRequests the Secretary-General to submit to the General Assembly at its %s session "
        "a report on the implementation of the present resolution;\n"
        "\t3.\tDecides to include in the provisional agenda of its %s session the item entitled "
        "“The study of pebbles”.\n",
        head, list, more, ahead, ahead);
    struct ph_document *document = read_text(ph_buffer_text(&text));
    ph_buffer_free(&text);
    return document;
}

#define ADOPTED(symbol, day, number)                                                               \
    "Resolution adopted by the General Assembly on " day                                           \
    "\n\n[without reference to a Main Committee (" symbol ")]\n\n" number                          \
    ".\tThe study of pebbles"
#define DRAFT "United Nations\tA/77/L.5\n\nSeventy-seventh session\n\nThe study of pebbles"
#define SMOOTH "\tNoting that pebbles become smooth in the course of time and of tides,\n"
#define A "66/10 of 8 November 2011"
#define B "69/11 of 11 November 2014"
#define C "71/12 of 21 November 2016"
#define D "73/15 of 20 November 2018"
#define E "75/20 of 1 December 2020"

static void set_up(void)
{
    struct ph_error error;
    set_up_rules();
    members[0] = on_pebbles(ADOPTED("A/71/L.1", "21 November 2016", "71/12"), A " and " B, SMOOTH,
                            "seventy-third");
    members[1] = on_pebbles(ADOPTED("A/73/L.2", "20 November 2018", "73/15"), A ", " B " and " C,
                            SMOOTH, "seventy-fifth");
    members[2] = on_pebbles(ADOPTED("A/75/L.3", "1 December 2020", "75/20"),
                            A ", " B ", " C " and " D, SMOOTH, "seventy-seventh");
    const struct ph_document *const all[] = {members[0], members[1], members[2]};
    cr_assert_eq(ph_learn(all, 3, 77, lexicon, rules, &pattern, &error), PH_OK, "%s",
                 error.message);
    cr_assert_eq(ph_draft(pattern, lexicon, &next, &error), PH_OK, "%s", error.message);
}

static void tear_down(void)
{
    ph_document_free(next);
    ph_pattern_free(pattern);
    for (size_t i = 0; i < 3; i++)
        ph_document_free(members[i]);
    tear_down_rules();
}

TestSuite(check, .init = set_up, .fini = tear_down);

static struct ph_findings *against_series(const struct ph_document *document)
{
    struct ph_error error = {0};
    struct ph_findings *findings = ph_findings_new();
    cr_assert_eq(ph_check_series(rules, pattern, next, document, findings, &error), PH_OK, "%s",
                 error.message);
    return findings;
}

/* Expects exactly one finding, of that id, on these words (NULL: the whole of a node). */
static void expect_one(const struct ph_document *document, const char *id, const char *words,
                       const char *fix)
{
    struct ph_findings *findings = against_series(document);
    for (size_t i = 0; i < findings->count; i++)
        cr_expect(i == 0, "also: %s: %s", findings->items[i].rule, findings->items[i].message);
    cr_assert_geq(findings->count, 1, "nothing found, not %s", id);
    const struct ph_finding *found = &findings->items[0];
    cr_expect_str_eq(found->rule, id);
    cr_expect_eq(found->node->document, document);
    cr_expect_not_null(found->source);
    if (words) {
        char *at = ph_copy_n(found->node->text.bytes + found->from, found->to - found->from);
        cr_expect_str_eq(at, words);
        free(at);
    } else {
        cr_expect_eq(found->from, found->to);
    }
    cr_expect_eq(!fix, !found->fix);
    if (fix && found->fix)
        cr_expect_str_eq(found->fix, fix);
    ph_findings_free(findings);
}

#define ALL A ", " B ", " C ", " D " and " E

Test(check, a_draft_that_follows_its_series_departs_in_nothing)
{
    struct ph_document *document = on_pebbles(DRAFT, ALL, SMOOTH, "seventy-ninth");
    struct ph_findings *findings = against_series(document);
    for (size_t i = 0; i < findings->count; i++)
        cr_expect_fail("%s: %s", findings->items[i].rule, findings->items[i].message);
    ph_findings_free(findings);
    ph_document_free(document);
    findings = against_series(next);
    cr_expect_eq(findings->count, 0);
    ph_findings_free(findings);
}

Test(check, a_recurring_paragraph_is_missed)
{
    struct ph_document *document = on_pebbles(DRAFT, ALL, "", "seventy-ninth");
    expect_one(document, "series-paragraph-missing", NULL, NULL);
    struct ph_findings *findings = against_series(document);
    const char *message = findings->items[0].message;
    cr_expect(strstr(message, "Noting that pebbles") && strstr(message, "75/20 PP2") &&
                  strstr(message, "in 3 of"),
              "%s", message);
    char label[64];
    cr_expect_str_eq(ph_label(findings->items[0].node, label, sizeof label), "PP1");
    ph_findings_free(findings);
    ph_document_free(document);
}

Test(check, the_last_resolution_is_missed_in_the_list)
{
    struct ph_document *document =
        on_pebbles(DRAFT, A ", " B ", " C " and " D, SMOOTH, "seventy-ninth");
    expect_one(document, "series-list-last", D, NULL);
    struct ph_findings *findings = against_series(document);
    cr_expect(strstr(findings->items[0].message, "75/20 of 1 December 2020"), "%s",
              findings->items[0].message);
    ph_findings_free(findings);
    ph_document_free(document);
}

Test(check, a_date_that_contradicts_the_series)
{
    struct ph_document *document = on_pebbles(
        DRAFT, "66/10 of 8 November 2012, " B ", " C ", " D " and " E, SMOOTH, "seventy-ninth");
    expect_one(document, "series-date", "8 November 2012", "8 November 2011");
    ph_document_free(document);
    document = on_pebbles(DRAFT, A ", " B ", " C ", " D " and 75/20 of 2 December 2020", SMOOTH,
                          "seventy-ninth");
    expect_one(document, "series-date", "2 December 2020", "1 December 2020");
    ph_document_free(document);
}

Test(check, a_session_that_does_not_follow)
{
    struct ph_document *document = on_pebbles(DRAFT, ALL, SMOOTH, "seventy-eighth");
    struct ph_findings *findings = against_series(document);
    cr_assert_eq(findings->count, 2);
    for (size_t i = 0; i < 2; i++) {
        cr_expect_str_eq(findings->items[i].rule, "series-session");
        cr_expect_str_eq(findings->items[i].fix, "seventy-ninth");
        cr_expect(strstr(findings->items[i].message, "the seventy-eighth session does not"), "%s",
                  findings->items[i].message);
    }
    cr_expect_eq(ph_check_fix(lexicon, document, findings), 2);
    ph_findings_free(findings);
    findings = against_series(document);
    cr_expect_eq(findings->count, 0);
    ph_findings_free(findings);
    ph_document_free(document);
}

/* The series' own next text with other words in one paragraph. */
static struct ph_document *with_words(const char *old, const char *new)
{
    struct ph_document *document = on_pebbles(DRAFT, ALL, SMOOTH, "seventy-ninth");
    for (struct ph_node *node = NULL; (node = ph_next_text(document->root, node));) {
        const char *at = strstr(node->text.bytes, old);
        if (at) {
            size_t from = (size_t)(at - node->text.bytes);
            ph_text_replace(node, from, from + strlen(old), new, strlen(new));
            return document;
        }
    }
    cr_assert_fail("no words '%s'", old);
    return NULL;
}

static void expect_departure(const char *old, const char *new, const char *id, const char *words)
{
    struct ph_document *document = with_words(old, new);
    expect_one(document, id, words, NULL);
    ph_document_free(document);
}

Test(check, words_of_an_agreed_paragraph)
{
    expect_departure("their patience", "their great patience", "series-added", "great");
    expect_departure("many reports", "reports", "series-words", "reports");
    expect_departure("many reports on sand", "many reports", "series-words", "reports,");
    expect_departure("patience", "haste", "series-words", "haste");
    expect_departure("all the beaches", "some of the beaches", "series-words", "some of");
    expect_departure("on all the", "on the", "series-strength", "the");
    expect_departure("pebbles become", "pebbles may become", "series-strength", "may");
    expect_departure("all the beaches", "some beaches", "series-strength", "some");
}

Test(check, what_is_put_into_the_opening_phrase_is_not_told_twice)
{
    struct ph_document *document = on_pebbles(
        DRAFT, ALL,
        "\tBearing in mind that pebbles become smooth in the course of time and of tides,\n",
        "seventy-ninth");
    expect_one(document, "series-opening", "Bearing in mind", NULL);
    ph_document_free(document);
}

Test(check, a_list_that_cites_another_resolution_and_one_that_cites_more)
{
    struct ph_document *document = on_pebbles(
        DRAFT, "66/9 of 8 November 2011, " B ", " C ", " D " and " E, SMOOTH, "seventy-ninth");
    expect_one(document, "series-value", "66/9", NULL);
    ph_document_free(document);
    document = on_pebbles(DRAFT, "60/3 of 8 November 2005, " ALL, SMOOTH, "seventy-ninth");
    struct ph_findings *findings = against_series(document);
    cr_expect_eq(findings->count, 0);
    ph_findings_free(findings);
    ph_document_free(document);
}

Test(check, a_list_with_a_gap)
{
    const char *const list = A ", " B ", " D " and " E;
    struct ph_document *document = on_pebbles(DRAFT, list, SMOOTH, "seventy-ninth");
    expect_one(document, "series-list", list, NULL);
    struct ph_findings *findings = against_series(document);
    cr_expect(strstr(findings->items[0].message, "71/12, which"), "%s", findings->items[0].message);
    ph_findings_free(findings);
    ph_document_free(document);
}

Test(check, a_paragraph_that_no_member_has)
{
    struct ph_document *document = on_pebbles(
        DRAFT, ALL, SMOOTH "\tAware of the warmth of sand in the afternoon,\n", "seventy-ninth");
    expect_one(document, "series-new", NULL, NULL);
    ph_document_free(document);
}

Test(check, a_title_of_other_words)
{
    expect_departure("The study of pebbles", "The study of large pebbles", "series-added", "large");
}

Test(check, a_draft_in_the_annex_of_a_letter_is_checked_where_it_stands)
{
    struct ph_document *inner =
        on_pebbles(DRAFT, A ", " B ", " C " and " D, SMOOTH, "seventy-ninth");
    struct ph_document *letter = ph_document_new("letter");
    letter->lexicon = lexicon;
    letter->root->as.document.genre = PH_LETTER;
    ph_add(letter->root, PH_PARAGRAPH, "I have the honour to submit a draft.");
    struct ph_node *annex = ph_add(letter->root, PH_ANNEX, "");
    ph_append(annex, ph_node_copy(letter, inner->root));
    ph_document_free(inner);
    ph_document_number(letter);
    expect_one(letter, "series-list-last", D, NULL);
    ph_document_free(letter);
}

Test(check, nothing_departs_where_there_is_no_resolution)
{
    struct ph_document *document = ph_document_new("empty");
    struct ph_findings *findings = against_series(document);
    cr_expect_eq(findings->count, 0);
    ph_findings_free(findings);
    ph_document_free(document);
}

/* ---- the rules, and fixes ---- */

static struct ph_findings *by_rules(const struct ph_document *document)
{
    struct ph_error error = {0};
    struct ph_findings *findings = ph_findings_new();
    cr_assert_eq(ph_check(rules, document, findings, &error), PH_OK, "%s", error.message);
    return findings;
}

static const char *const spoiled =
    "The study of pebbles\n\n\tThe General Assembly,\n"
    "\tRecalling its resolution A/RES/71/12 of 21 November 2016;\n"
    "\tRecalling the report of the Committee,\n"
    "\tRecalling the report of the Board,\n"
    "\tNoting with concern that sand is lost,\n"
    "\t1.\tWelcomes the report.\n"
    "\t2.\tRequests the Committee to report to the General Assembly at its 79th session on the "
    "implementation of this resolution;\n";

/* Not only that something is found: each is cured, in as many rounds as it takes, at last two. */
Test(check, fixes_cure_what_the_rules_find)
{
    struct ph_document *document = read_text(spoiled);
    size_t fixed = 0, rounds = 0, put_in;
    do {
        struct ph_findings *findings = by_rules(document);
        put_in = ph_check_fix(lexicon, document, findings);
        fixed += put_in;
        ph_findings_free(findings);
    } while (put_in && ++rounds < 5);
    cr_expect_leq(rounds, 2);
    cr_expect_geq(fixed, 8);
    static const char *const cured[] = {
        "Recalling its resolution 71/12 of 21 November 2016,",
        "Recalling also the report of the Committee,",
        "Recalling further the report of the Board,",
        "Noting with concern that sand is lost,",
        "Welcomes the report;",
        "Requests the Committee to report to the General Assembly at its seventy-ninth session on "
        "the implementation of the present resolution."};
    size_t i = 0;
    for (const struct ph_node *node = NULL; (node = ph_next_text(document->root, node));)
        if (node->kind == PH_PREAMBULAR || node->kind == PH_OPERATIVE) {
            cr_assert_lt(i, sizeof cured / sizeof *cured);
            cr_expect_str_eq(node->text.bytes, cured[i++]);
        }
    cr_expect_eq(i, sizeof cured / sizeof *cured);
    const char *fault = ph_verify(document);
    cr_expect_null(fault, "%s", fault);
    ph_document_free(document);
}

Test(check, findings_come_in_the_order_of_the_document)
{
    struct ph_document *document = read_text(spoiled);
    struct ph_findings *findings = by_rules(document);
    cr_assert_geq(findings->count, 8);
    size_t last_order = 0, last_from = 0;
    enum ph_kind last_kind = PH_PREAMBULAR;
    for (size_t i = 0; i < findings->count; i++) {
        const struct ph_finding *found = &findings->items[i];
        cr_expect_leq(found->to, found->node->text.length);
        if (found->node->kind == last_kind && (size_t)found->node->order == last_order)
            cr_expect_geq(found->from, last_from);
        else
            cr_expect(found->node->kind > last_kind || (size_t)found->node->order > last_order);
        last_order = (size_t)found->node->order;
        last_from = found->from;
        last_kind = found->node->kind;
    }
    ph_findings_free(findings);
    ph_document_free(document);
}

Test(check, of_fixes_that_overlap_the_first_is_put_in)
{
    struct ph_document *document = ph_document_new("test");
    struct ph_node *node = ph_add(document->root, PH_OPERATIVE, "one two three");
    struct ph_findings *findings = ph_findings_new();
    const struct ph_finding wanted[] = {
        {PH_ERROR, "a", "", NULL, node, 0, 7, "ONE TWO", NULL, 0, 0, false},
        {PH_ERROR, "b", "", NULL, node, 4, 13, "x", NULL, 0, 0, false},
        {PH_ERROR, "c", "", NULL, node, 8, 13, "THREE", NULL, 0, 0, false},
        {PH_ERROR, "d", "", NULL, node, 0, 0, "whole", NULL, 0, 0, false}};
    for (size_t i = 0; i < 4; i++)
        ph_findings_add(findings, &wanted[i]);
    ph_findings_sort(findings, document);
    cr_expect_eq(ph_check_fix(lexicon, document, findings), 2);
    cr_expect_str_eq(node->text.bytes, "ONE TWO THREE");
    ph_findings_free(findings);
    ph_document_free(document);
}
