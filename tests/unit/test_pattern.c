/* The pattern as a file: what is written is read back, and what a hand changed is noticed. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "doc/forms.h"
#include "doc/walk.h"
#include "penholder.h"
#include "rules/hypothesis.h"

static struct ph_work work;

static void set_up(void)
{
    struct ph_error error;
    cr_assert_eq(ph_work_add(&work, PH_TEST_SOURCE "/corpus/csto", &error), PH_OK, "%s",
                 error.message);
    cr_assert_eq(ph_work_learn(&work, 0, &error), PH_OK, "%s", error.message);
}

static void tear_down(void)
{
    ph_work_free(&work);
}

TestSuite(pattern, .init = set_up, .fini = tear_down);

/* ---- what the tests share ---- */

static char *written(const struct ph_pattern *pattern)
{
    struct ph_buffer out = {0};
    struct ph_error error;
    cr_assert_eq(ph_pattern_xml(pattern, &out, &error), PH_OK, "%s", error.message);
    return ph_buffer_take(&out);
}

static struct ph_pattern *read_back(const char *file, int session)
{
    struct ph_pattern *pattern = NULL;
    struct ph_error error;
    cr_assert_eq(ph_pattern_read("p.xml", file, strlen(file), session, work.lexicon, work.rules,
                                 &pattern, &error),
                 PH_OK, "%s", error.message);
    const char *fault = ph_verify(pattern->read);
    cr_assert_null(fault, "%s", fault);
    return pattern;
}

/* The file with the first `old` behind `from` replaced; frees `file`. */
static char *edit(char *file, const char *from, const char *old, const char *new)
{
    char *at = strstr(file, from);
    cr_assert_not_null(at, "no '%s'", from);
    at = strstr(at, old);
    cr_assert_not_null(at, "no '%s'", old);
    struct ph_buffer out = {0};
    ph_buffer_add(&out, file, (size_t)(at - file));
    ph_buffer_put(&out, new);
    ph_buffer_put(&out, at + strlen(old));
    free(file);
    return ph_buffer_take(&out);
}

/* The first slot in the paragraph of the base that begins with these words. */
static const struct ph_slot *slot_of(const struct ph_pattern *pattern, const char *words)
{
    for (size_t i = 0; i < pattern->clause_count; i++) {
        const struct ph_node *node = pattern->clauses[i].occurrences[pattern->base];
        if (node && !strncmp(node->text.bytes, words, strlen(words)))
            return &pattern->clauses[i].slots[0];
    }
    cr_assert_fail("no paragraph '%s'", words);
    return NULL;
}

static const char *const REPORT = "Requests the Secretary-General of the United Nations to submit";

/* ---- as it was ---- */

static void expect_same_slot(const struct ph_slot *a, const struct ph_slot *b)
{
    cr_expect_str_eq(a->kind, b->kind);
    cr_expect_str_eq(a->value, b->value);
    cr_expect_eq(a->from, b->from, "%s", a->value);
    cr_expect_eq(a->to, b->to, "%s", a->value);
    cr_expect_eq(a->rule, b->rule, "%s", a->value);
    cr_expect_eq(a->outcome, b->outcome, "%s", a->value);
    cr_assert_eq(a->count, b->count, "%s", a->value);
    for (size_t i = 0; i < a->count; i++) {
        cr_expect_eq(a->observations[i].member, b->observations[i].member);
        cr_expect_eq(a->observations[i].value, b->observations[i].value);
        cr_expect_eq(a->observations[i].other, b->observations[i].other);
        cr_expect_str_eq(a->observations[i].words, b->observations[i].words);
    }
}

Test(pattern, the_text_and_every_slot_come_back)
{
    char *file = written(work.pattern);
    struct ph_pattern *back = read_back(file, 0);
    struct ph_buffer was = {0}, is = {0};
    ph_dump(work.pattern->members[work.pattern->base].document, &was);
    ph_dump(back->read, &is);
    cr_expect_str_eq(was.data, is.data);
    ph_buffer_clear(&is);
    ph_dump(back->adopted, &is);
    cr_expect_str_eq(was.data, is.data);
    for (size_t i = 0; i < work.pattern->clause_count; i++) {
        const struct ph_clause *clause = &work.pattern->clauses[i];
        const struct ph_node *node = clause->occurrences[work.pattern->base];
        for (size_t k = 0; node && k < clause->slot_count; k++)
            expect_same_slot(&clause->slots[k], &slot_of(back, node->text.bytes)[k]);
    }
    ph_buffer_free(&was);
    ph_buffer_free(&is);
    ph_pattern_free(back);
    free(file);
}

Test(pattern, lines_may_be_broken_anywhere)
{
    char *file = written(work.pattern);
    struct ph_pattern *one = read_back(file, 0);
    for (char *c = file; (c = strchr(c, ' ')); c++)
        if (c > file && c[-1] != ' ' && c[1] >= 'a' && c[1] <= 'z' && !strchr("<\"", c[-1]))
            *c = '\n'; /* between words, and between attributes */
    struct ph_pattern *two = read_back(file, 0);
    struct ph_buffer a = {0}, b = {0};
    ph_dump(one->read, &a);
    ph_dump(two->read, &b);
    cr_expect_str_eq(a.data, b.data);
    ph_buffer_free(&a);
    ph_buffer_free(&b);
    ph_pattern_free(one);
    ph_pattern_free(two);
    free(file);
}

/* Italics that begin in a slot and end behind it, or the other way round, are cut, and whole again
 * when they are read. */
Test(pattern, marks_that_overlap_a_slot_come_back_whole)
{
    const struct ph_node *node = NULL;
    struct ph_document *base = (struct ph_document *)work.pattern->members[5].document;
    for (struct ph_node *one = NULL; (one = ph_next_of(base->root, one, PH_OPERATIVE));)
        if (!strncmp(one->text.bytes, REPORT, strlen(REPORT)))
            node = one;
    const struct ph_slot *slot = slot_of(work.pattern, REPORT);
    ph_text_mark((struct ph_node *)node, PH_ITALIC, slot->from - 4, slot->from + 3);
    ph_text_mark((struct ph_node *)node, PH_BOLD, slot->from + 2, slot->to + 5);
    ph_text_mark((struct ph_node *)node, PH_SUPERSCRIPT, slot->from - 1, slot->to + 1);
    char *file = written(work.pattern);
    struct ph_pattern *back = read_back(file, 0);
    const struct ph_node *made = NULL;
    for (size_t i = 0; i < back->clause_count; i++)
        if (back->clauses[i].slots == slot_of(back, REPORT))
            made = back->clauses[i].occurrences[back->base];
    cr_assert_eq(made->text.count, node->text.count);
    for (size_t i = 0; i < made->text.count; i++) {
        cr_expect_eq(made->text.inlines[i].kind, node->text.inlines[i].kind);
        cr_expect_eq(made->text.inlines[i].from, node->text.inlines[i].from);
        cr_expect_eq(made->text.inlines[i].to, node->text.inlines[i].to);
    }
    ph_pattern_free(back);
    free(file);
}

/* Where all words are in elements no white space comes between these. */
Test(pattern, marks_side_by_side_stay_so)
{
    struct ph_document *base = (struct ph_document *)work.pattern->members[5].document;
    struct ph_node *title = ph_next_of(base->root, NULL, PH_TITLE);
    struct ph_node *first = ph_next_of(base->root, NULL, PH_PREAMBULAR);
    ph_text_mark(title, PH_ITALIC, 0, 3);
    ph_text_mark(title, PH_BOLD, 3, title->text.length);
    ph_text_mark(first, PH_SUPERSCRIPT, 0, 1);
    ph_text_mark(first, PH_ITALIC, 1, first->text.length);
    char *file = written(work.pattern);
    struct ph_pattern *back = read_back(file, 0);
    struct ph_buffer was = {0}, is = {0};
    ph_dump(base, &was);
    ph_dump(back->read, &is);
    cr_expect_str_eq(was.data, is.data);
    ph_buffer_free(&was);
    ph_buffer_free(&is);
    ph_pattern_free(back);
    free(file);
}

/* ---- what a hand may do ---- */

Test(pattern, a_rule_that_a_hand_names_decides_without_a_vote)
{
    char *file = edit(written(work.pattern), REPORT, "rule=\"session-ahead\"", "rule=\"constant\"");
    struct ph_pattern *back = read_back(file, 0);
    const struct ph_slot *slot = slot_of(back, REPORT);
    cr_expect_str_eq(ph_rule_id(slot->rule), "constant");
    cr_expect_str_eq(slot->value, "seventy-fifth");
    cr_expect_eq(slot->outcome, PH_STAYS);
    ph_pattern_free(back);
    free(file);
}

Test(pattern, a_value_without_a_rule_is_put_and_says_whose_it_is)
{
    char *file = edit(written(work.pattern), REPORT, "rule=\"session-ahead\"", "");
    file = edit(file, REPORT, "value=\"seventy-seventh\"", "value=\"eightieth\"");
    struct ph_pattern *back = read_back(file, 0);
    const struct ph_slot *slot = slot_of(back, REPORT);
    cr_expect_null(slot->rule);
    cr_expect_str_eq(slot->value, "eightieth");
    cr_expect_str_eq(slot->say, "by hand in p.xml");
    ph_pattern_free(back);
    free(file);
}

Test(pattern, without_rule_and_value_the_members_vote)
{
    char *file = edit(written(work.pattern), REPORT, "rule=\"session-ahead\"", "");
    file = edit(file, REPORT, "value=\"seventy-seventh\"", "");
    struct ph_pattern *back = read_back(file, 0);
    const struct ph_slot *slot = slot_of(back, REPORT);
    cr_expect_str_eq(ph_rule_id(slot->rule), "session-ahead");
    cr_expect_str_eq(slot->value, "seventy-seventh");
    cr_expect_eq(slot->explained, 2);
    ph_pattern_free(back);
    free(file);
}

Test(pattern, another_session_moves_what_moves)
{
    char *file = written(work.pattern);
    struct ph_pattern *back = read_back(file, 81);
    cr_expect_eq(back->next_session, 81);
    cr_expect_str_eq(slot_of(back, REPORT)->value, "eighty-third");
    ph_pattern_free(back);
    free(file);
}

Test(pattern, words_that_a_hand_changed_are_known)
{
    char *file = edit(written(work.pattern), REPORT, "submit to", "send to");
    struct ph_pattern *back = read_back(file, 0);
    const struct ph_node *node = NULL;
    size_t changed = 0;
    while ((node = ph_next_text(back->members[back->base].root, node)))
        if (node->origin.note) {
            changed++;
            cr_expect_str_eq(node->origin.note, "words changed by hand in p.xml");
            cr_expect_str_eq(node->origin.label, "OP8");
        }
    cr_expect_eq(changed, 1);
    ph_pattern_free(back);
    free(file);
}

/* ---- one rule alone ---- */

Test(pattern, a_notice_that_is_named_speaks_only_where_it_has_a_reason)
{
    struct ph_error error;
    struct ph_hypotheses *hypotheses;
    struct ph_seen seen = {.session = 73,
                           .year = 2018,
                           .place = 1,
                           .words = "2015–2020",
                           .value = 2020,
                           .other = 2015};
    struct ph_slot_view view = {.kind = "period", .seen = &seen, .count = 1, .place = 2};
    const struct ph_rule *rule = ph_rules_find(work.rules, "period-over");
    cr_assert_eq(ph_hypotheses_new(work.rules, &hypotheses, &error), PH_OK, "%s", error.message);
    for (int session = 74; session <= 80; session += 6) {
        view.session = session;
        view.year = ph_session_year(session);
        struct ph_proposal proposal = ph_hypotheses_given(hypotheses, rule, &view);
        cr_expect_str_eq(proposal.words, "2015–2020");
        cr_expect_str_eq(proposal.outcome, session == 74 ? "stays" : "look-at");
        ph_proposal_free(&proposal);
    }
    ph_hypotheses_free(hypotheses);
}

Test(pattern, rules_are_listed_by_the_kind_of_slot)
{
    struct ph_error error;
    struct ph_hypotheses *hypotheses;
    const char **ids;
    bool constant = false, list = false;
    cr_assert_eq(ph_hypotheses_new(work.rules, &hypotheses, &error), PH_OK, "%s", error.message);
    size_t count = ph_hypotheses_for(hypotheses, "session", &ids);
    for (size_t i = 0; i < count; i++) {
        constant |= !strcmp(ids[i], "constant");
        list |= !strcmp(ids[i], "list-all");
    }
    cr_expect(constant, "constant is for every kind");
    cr_expect_not(list, "lists are not for sessions");
    free(ids);
    ph_hypotheses_free(hypotheses);
}

Test(pattern, a_kind_without_a_name_has_the_rules_for_every_kind)
{
    struct ph_error error;
    struct ph_hypotheses *hypotheses;
    const char **none, **unknown;
    cr_assert_eq(ph_hypotheses_new(work.rules, &hypotheses, &error), PH_OK, "%s", error.message);
    size_t count = ph_hypotheses_for(hypotheses, "", &none);
    cr_assert_eq(count, ph_hypotheses_for(hypotheses, "of no rule", &unknown));
    cr_expect_gt(count, 0, "constant is for every kind");
    for (size_t i = 0; i < count; i++)
        cr_expect_str_eq(none[i], unknown[i]);
    free(unknown);
    free(none);
    ph_hypotheses_free(hypotheses);
}
