/* One slip, told once: which of two findings that share words speaks. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "check/once.h"

static const char words[] =
    "Notes that the reports on sand is usefull to all country, and more than "
    "forty letters stand in here.";

static struct ph_document *document;
static struct ph_node *paragraph;

static void set_up(void)
{
    document = ph_document_new("test");
    paragraph = ph_append(document->root, ph_node_new(document, PH_PREAMBULAR, words));
}

static void tear_down(void)
{
    ph_document_free(document);
}

TestSuite(once, .init = set_up, .fini = tear_down);

struct said {
    const char *rule;
    enum ph_severity severity;
    bool is_guess;
    const char *of; /* the words, as they stand there */
    const char *fix;
};

static struct ph_finding finding_of(const struct said *said)
{
    const char *at = strstr(words, said->of);
    cr_assert_not_null(at, "%s", said->of);
    const size_t from = (size_t)(at - words);
    return (struct ph_finding){.severity = said->severity,
                               .rule = said->rule,
                               .message = said->rule,
                               .node = paragraph,
                               .from = from,
                               .to = from + strlen(said->of),
                               .fix = said->fix,
                               .is_guess = said->is_guess};
}

/* What is told of two, in any order: "first", "second" or "both". */
static const char *told_of(const struct said *first, const struct said *second)
{
    struct ph_findings *findings = ph_findings_new();
    struct ph_finding one = finding_of(first), other = finding_of(second);
    ph_findings_add(findings, &one);
    ph_findings_add(findings, &other);
    ph_findings_sort(findings, document);
    ph_check_once(findings);
    const char *told = findings->count == 2                            ? "both"
                       : !strcmp(findings->items[0].rule, first->rule) ? "first"
                                                                       : "second";
    ph_findings_free(findings);
    return told;
}

#define EXPECT(told, ...)                                                                          \
    do {                                                                                           \
        const struct said two[] = {__VA_ARGS__};                                                   \
        cr_expect_str_eq(told_of(&two[0], &two[1]), told);                                         \
        cr_expect_str_eq(told_of(&two[1], &two[0]), !strcmp(told, "both") ? "both" : "second");    \
    } while (0)

enum { FACT = false, GUESS = true };

Test(once, one_that_knows_a_fix_speaks)
{
    EXPECT("first", {"a", PH_WARNING, FACT, "usefull", "useful"},
           {"b", PH_WARNING, GUESS, "is usefull", NULL});
    EXPECT("first", {"a", PH_ERROR, GUESS, "usefull", "useful"},
           {"b", PH_WARNING, GUESS, "usefull to", NULL});
}

Test(once, the_fix_of_more_words_speaks)
{
    EXPECT("first", {"a", PH_WARNING, FACT, "all country", "all countries"},
           {"b", PH_INFORMATION, GUESS, "country", "Country"});
}

Test(once, a_mark_that_ends_a_paragraph_says_nothing_of_its_last_word)
{
    EXPECT("both", {"a", PH_ERROR, FACT, "here.", "here;"}, {"b", PH_WARNING, GUESS, "here", NULL});
}

Test(once, of_two_fixes_of_the_same_words_the_graver_speaks)
{
    EXPECT("first", {"a", PH_ERROR, FACT, "usefull", "useful"},
           {"b", PH_WARNING, GUESS, "usefull", "use full"});
    EXPECT("both", {"a", PH_WARNING, GUESS, "usefull", "useful"},
           {"b", PH_WARNING, GUESS, "usefull", "use full"});
}

Test(once, of_two_guesses_that_of_fewer_words_speaks)
{
    EXPECT("first", {"a", PH_WARNING, GUESS, "sand is", NULL},
           {"b", PH_WARNING, GUESS, "the reports on sand is", NULL});
}

Test(once, of_the_same_words_the_first_speaks)
{
    const struct said two[] = {{"a", PH_WARNING, GUESS, "sand is", NULL},
                               {"b", PH_WARNING, GUESS, "sand is", NULL}};
    cr_expect_str_eq(told_of(&two[0], &two[1]), "first");
    cr_expect_str_eq(told_of(&two[1], &two[0]), "second", "they are sorted by rule");
}

Test(once, facts_are_told_each)
{
    EXPECT("both", {"a", PH_ERROR, FACT, "sand is", "sand are"},
           {"b", PH_WARNING, FACT, "sand is", NULL});
    EXPECT("both", {"a", PH_ERROR, FACT, "sand is", NULL}, {"b", PH_ERROR, FACT, "sand is", NULL});
}

Test(once, a_fact_without_a_fix_may_be_of_something_else)
{
    EXPECT("both", {"a", PH_ERROR, FACT, "usefull", NULL},
           {"b", PH_WARNING, GUESS, "usefull", NULL});
}

Test(once, what_is_graver_is_never_taken_away)
{
    EXPECT("both", {"a", PH_WARNING, FACT, "usefull", "useful"},
           {"b", PH_ERROR, GUESS, "usefull to", NULL});
}

Test(once, words_that_only_meet_or_overlap_are_two_slips)
{
    EXPECT("both", {"a", PH_WARNING, GUESS, "is usefull", NULL},
           {"b", PH_WARNING, GUESS, "usefull to all", NULL});
    EXPECT("both", {"a", PH_WARNING, GUESS, "usefull", "useful"},
           {"b", PH_WARNING, GUESS, "all country", NULL});
}

Test(once, what_is_said_of_a_long_stretch_is_not_said_of_each_word)
{
    EXPECT("both", {"a", PH_WARNING, GUESS, "the reports on sand is usefull to all country", NULL},
           {"b", PH_WARNING, GUESS, "sand is", NULL});
}

Test(once, what_a_person_accepted_speaks_as_well)
{
    struct ph_findings *findings = ph_findings_new();
    const struct said two[] = {{"a", PH_WARNING, FACT, "usefull", "useful"},
                               {"b", PH_WARNING, GUESS, "is usefull", NULL}};
    for (size_t i = 0; i < 2; i++) {
        struct ph_finding finding = finding_of(&two[i]);
        ph_findings_add(findings, &finding);
    }
    ph_findings_sort(findings, document);
    const bool first = !strcmp(findings->items[0].rule, "a");
    const char *const reasons[] = {first ? "agreed" : NULL, first ? NULL : "agreed"};
    ph_findings_accept(findings, reasons);
    ph_check_once(findings);
    cr_expect_eq(findings->count, 0);
    cr_expect_eq(findings->accepted_count, 1);
    ph_findings_free(findings);
}

Test(once, thousands_in_one_place)
{
    enum { MANY = 200000, FEW = MANY / 32 };
    struct ph_findings *findings = ph_findings_new();
    char(*rule)[8] = malloc(MANY * sizeof *rule);
    for (size_t i = 0; i < MANY; i++) {
        const struct said said = {rule[i], PH_WARNING, GUESS, i % 2 ? "sand is" : "sand", NULL};
        snprintf(rule[i], sizeof rule[i], "r%zu", i);
        struct ph_finding finding = finding_of(&said);
        ph_findings_add(findings, &finding);
    }
    ph_check_once(findings);
    cr_expect_lt(findings->count, FEW);
    ph_findings_free(findings);
    free(rule);
}
