/* What a rule file of a stranger may cost: it is refused, or stops with a message that names it. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "doc/forms.h"
#include "rules/compiled.h"

static struct ph_lexicon *lexicon;

static void set_up(void)
{
    struct ph_error error;
    cr_assert_eq(ph_lexicon_load(NULL, &lexicon, &error), PH_OK, "%s", error.message);
}

static void tear_down(void)
{
    ph_lexicon_free(lexicon);
}

TestSuite(rules_limits, .init = set_up, .fini = tear_down);

static enum ph_status parse(const char *parts, struct ph_rules *rules, struct ph_error *error)
{
    struct ph_buffer text = {0};
    ph_buffer_printf(
        &text,
        "<rule xmlns='urn:penholder:rule' kind='checking' id='mine' severity='error'>\n"
        "<title>T</title><source>S</source><in kind='operative'/>\n%s\n"
        "<message>M</message><examples><good><op>Decides.</op></good></examples>"
        "</rule>",
        parts);
    enum ph_status status = ph_rules_parse(rules, "mine.xml", &text, error);
    ph_buffer_free(&text);
    return status;
}

static void expect_refused(const char *parts, enum ph_status expected, const char *message)
{
    struct ph_rules *rules = ph_rules_new(lexicon);
    struct ph_error error = {.message = ""};
    cr_expect_eq(parse(parts, rules, &error), expected, "%.60s", parts);
    cr_expect(strstr(error.message, message), "%s", error.message);
    cr_expect_eq(rules->count, 0);
    ph_rules_free(rules);
}

static char *repeated(const char *before, const char *part, size_t times, const char *behind)
{
    struct ph_buffer out = {0};
    ph_buffer_put(&out, before);
    for (size_t i = 0; i < times; i++)
        ph_buffer_put(&out, part);
    ph_buffer_put(&out, behind);
    return ph_buffer_take(&out);
}

static void expect_refused_if_repeated(const char *before, const char *part, size_t times,
                                       const char *behind, const char *message)
{
    char *parts = repeated(before, part, times, behind);
    expect_refused(parts, PH_LIMIT, message);
    free(parts);
}

Test(rules_limits, errors_name_the_file_the_line_and_the_element)
{
    expect_refused("<match pattern='('/>", PH_FORMAT, "mine.xml:3: <match>: pattern is wrong");
    expect_refused("<when test='1 +'/>", PH_FORMAT, "mine.xml:3: <when>: expression is wrong");
    expect_refused("<fix>{</fix>", PH_FORMAT, "mine.xml:3: <fix>: a brace is not closed");
    expect_refused("<let name='a' select='1 +'/>", PH_FORMAT, "mine.xml:3: <let>: ");
}

Test(rules_limits, what_is_too_long_or_too_deep_is_refused)
{
    expect_refused_if_repeated("<when test='", "(", 101, "'/>", "mine.xml:3: <when>: expression");
    expect_refused_if_repeated("<when test='1", " + 1", 1000, "'/>", "longer than 4000 bytes");
    expect_refused_if_repeated("<match pattern='", "a", 20001, "'/>", "longer than 20000 bytes");
}

/* Runs a rule on a paragraph of many words. */
static void expect_stopped(const char *parts, const char *message)
{
    struct ph_rules *rules = ph_rules_new(lexicon);
    struct ph_error error = {.message = ""};
    cr_assert_eq(parse(parts, rules, &error), PH_OK, "%s", error.message);
    struct ph_document *document = ph_document_new("draft");
    document->root->as.document.genre = PH_DRAFT;
    char *words = repeated("Decides ", "aaaaaaaa", 2000, "b");
    ph_add(document->root, PH_OPERATIVE, words);
    struct ph_findings *findings = ph_findings_new();
    cr_expect_eq(ph_rules_check(rules, document, findings, &error), PH_LIMIT, "%.60s", parts);
    cr_expect(strstr(error.message, "mine.xml: rule mine"), "%s", error.message);
    cr_expect(strstr(error.message, message), "%s", error.message);
    ph_findings_free(findings);
    ph_document_free(document);
    ph_rules_free(rules);
    free(words);
}

Test(rules_limits, a_pattern_that_backtracks_without_end_is_stopped)
{
    expect_stopped("<match pattern='(a|aa)+$'/>", "has a pattern that costs too much");
    expect_stopped("<when test=\"ph:matches(ph:text(.), '(a|aa)+$')\"/>"
                   "<when test=\"ph:matches(ph:text(.), 'b')\"/>",
                   "costs too much");
}

Test(rules_limits, words_that_double_again_and_again_are_stopped)
{
    char *parts = repeated("<let name='a' select='ph:text(.)'/>",
                           "<let name='a' select='concat($a, $a)'/>", 40, "");
    expect_stopped(parts, "makes a text that is too long");
    free(parts);
    expect_stopped("<let name='a' select=\"ph:replace(ph:text(.), 'a', '$0$0$0$0$0$0$0$0')\"/>"
                   "<let name='a' select=\"ph:replace($a, 'a', '$0$0$0$0$0$0$0$0')\"/>"
                   "<let name='a' select=\"ph:replace($a, 'a', '$0$0$0$0$0$0$0$0')\"/>"
                   "<when test='$a'/>",
                   "makes a text that is too long");
}
