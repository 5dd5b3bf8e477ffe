/* What a rule file of a stranger may cost: it is refused, or stops with a message that names it. */
#include <stdlib.h>
#include <string.h>

#include "doc/forms.h"
#include "rules/compiled.h"
#include "with_lexicon.h"

TestSuite(rules_limits, .init = set_up_lexicon, .fini = tear_down_lexicon);

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
    expect_refused_if_repeated("<table name='long'>", "\na key = its value", 300, "\n</table>",
                               "mine.xml:3: <table>: is too long");
    expect_refused_if_repeated("<table name='t'>\na key of words = 1\n</table><match pattern='",
                               "{t}", 20000, "'/>", "<match>: is too long with its tables");
    expect_refused_if_repeated("<match pattern='", "a", 20001, "'/>", "longer than 20000 bytes");
}

/* Runs a rule on a paragraph of a word that long. */
static void expect_ended_on(const char *parts, size_t times, enum ph_status status,
                            const char *message)
{
    struct ph_rules *rules = ph_rules_new(lexicon);
    struct ph_error error = {.message = ""};
    cr_assert_eq(parse(parts, rules, &error), PH_OK, "%s", error.message);
    struct ph_document *document = ph_document_new("draft");
    document->root->as.document.genre = PH_DRAFT;
    char *words = repeated("Decides b~ ", "aaaaaaaa", times, "b ~");
    ph_add(document->root, PH_OPERATIVE, words);
    struct ph_findings *findings = ph_findings_new();
    cr_expect_eq(ph_rules_check(rules, document, findings, &error), status, "%.60s", parts);
    cr_expect(strstr(error.message, "mine.xml: rule mine"), "%s", error.message);
    cr_expect(strstr(error.message, message), "%s", error.message);
    ph_findings_free(findings);
    ph_document_free(document);
    ph_rules_free(rules);
    free(words);
}

static void expect_ended(const char *parts, enum ph_status status, const char *message)
{
    expect_ended_on(parts, 2000, status, message);
}

static void expect_stopped(const char *parts, const char *message)
{
    expect_ended(parts, PH_LIMIT, message);
}

static void expect_stopped_on_long(const char *parts, const char *message)
{
    expect_ended_on(parts, 40000, PH_LIMIT, message);
}

Test(rules_limits, what_cannot_be_evaluated_is_said_with_its_line)
{
    expect_ended("<when test='ph:text(., 1, 2)'/>", PH_FORMAT,
                 "mine.xml: rule mine calls a function with too few or too many arguments, ph:text "
                 "takes 1, and is given 3: line 3, <when>");
    expect_ended("<when test=\"ph:matches(ph:text(.), concat('(', '.'))\"/>", PH_FORMAT,
                 "has a wrong pattern, pattern is wrong at character 2: missing closing "
                 "parenthesis: (.: line 3, <when>");
}

Test(rules_limits, what_an_expression_names_must_be_there)
{
    expect_refused("<when test='ph:lakes(.)'/>", PH_FORMAT,
                   "mine.xml:3: <when>: there is no function ph:lakes()");
    expect_refused("<when test='ph:txt (.)'/>", PH_FORMAT, "ph:txt(); is ph:text() meant?");
    expect_refused("<when test='lakes(.) and true()'/>", PH_FORMAT, "no function lakes()");
    expect_refused("<let name='a' select='$b'/>", PH_FORMAT,
                   "mine.xml:3: <let>: there is no variable $b");
    expect_refused("<let name='a' select='$a'/>", PH_FORMAT, "there is no variable $a");
    expect_refused("<match pattern='x'/><when test='$instead'/>", PH_FORMAT, "$instead");
    expect_refused("<when test='count(lakes:a(.))'/>", PH_FORMAT, "there is no prefix 'lakes'");
    expect_refused("<fix>{ph:txet(.)}</fix>", PH_FORMAT, "mine.xml:3: <fix>: there is no function");
    expect_refused("<when test=\"ph:matches(., '(')\"/>", PH_FORMAT,
                   "mine.xml:3: <when>: pattern is wrong at character 1");
    expect_refused("<when test=\"ph:replace(ph:text(.), '[', 'a')\"/>", PH_FORMAT, "is wrong");
    expect_refused("<entity kind='lake'/>", PH_FORMAT, "mine.xml:3: <entity>: the lexicon has no");
    expect_refused("<inline kind='lake'/>", PH_FORMAT, "mine.xml:3: <inline>: there is no kind");
}

Test(rules_limits, what_looks_like_a_name_is_none)
{
    struct ph_rules *rules = ph_rules_new(lexicon);
    struct ph_error error = {.message = ""};
    cr_expect_eq(parse("<match pattern='(?&lt;word>a)'/><let name='a' select='\"$b c(\"'/>"
                       "<when test='node() or (1 div 2) and (text()) or *[self::akn:p (1)]' />"
                       "<when test=\"$a = 'd(' or $word or ancestor::node()[1.5 > 2]\"/>",
                       rules, &error),
                 PH_FORMAT);
    ph_rules_free(rules);
    rules = ph_rules_new(lexicon);
    cr_expect_eq(parse("<match pattern='(?&lt;word>a)'/><let name='a' select='\"$b c(\"'/>"
                       "<when test='node() or (1 div 2) and (text()) or *[self::akn:p]'/>"
                       "<when test=\"$a = 'd(' or $word or ancestor::node()[1.5 > 2]\"/>"
                       "<when test=\"ph:matches(concat('(', ph:text(.)), concat('(', ')'))\"/>",
                       rules, &error),
                 PH_OK, "%s", error.message);
    ph_rules_free(rules);
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

/* What takes the square of the text's length, or more, between two tries: each is stopped with its
 * name, line and element, as a place and as a condition. */
Test(rules_limits, a_pattern_that_goes_through_all_from_everywhere_is_stopped)
{
    static const char *const patterns[] = {
        "(?=.*b~)a",    "a(?!.*b~)(?=.*b~)", "(?&lt;=a)(?=[^~]*b~)a", "(.*)(.*)(.*)b~",
        "(.+)\\1b~",    "(a(?1)?a|a)+b~",    "(?:\\X\\X)+\\X*b~",     "a.*a.*a.*b~",
        "(?i)a.*A.*b~", "(?=(a++))\\1b~",    "(a)?(?(1).*a|.*b).*b~"};
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
        struct ph_buffer match = {0}, when = {0};
        ph_buffer_printf(&match, "<match pattern='%s'/>", patterns[i]);
        ph_buffer_printf(&when, "<when test=\"ph:matches(ph:text(.), '%s')\"/>", patterns[i]);
        expect_stopped_on_long(ph_buffer_text(&match), "line 3, <match>");
        expect_stopped_on_long(ph_buffer_text(&when), "line 3, <when>");
        ph_buffer_free(&match);
        ph_buffer_free(&when);
    }
}

/* ---- on a long document ---- */

/* Runs a rule on a document of a thousand such paragraphs: it must end soon. */
static enum ph_status run_on_many(const char *parts, const char *words, struct ph_error *error)
{
    struct ph_rules *rules = ph_rules_new(lexicon);
    cr_assert_eq(parse(parts, rules, error), PH_OK, "%s", error->message);
    struct ph_document *document = ph_document_new("draft");
    document->root->as.document.genre = PH_DRAFT;
    for (int i = 0; i < 1000; i++)
        ph_add(document->root, PH_OPERATIVE, words);
    struct ph_findings *findings = ph_findings_new();
    double start = ph_costs_clock();
    enum ph_status status = ph_rules_check(rules, document, findings, error);
    cr_expect_lt(ph_costs_clock() - start, 3 * PH_PATIENCE, "%.60s", parts);
    ph_findings_free(findings);
    ph_document_free(document);
    ph_rules_free(rules);
    return status;
}

static void expect_stopped_soon(const char *parts, const char *where)
{
    struct ph_error error = {.message = ""};
    const char *words = "Decides to look at all the words of this text once";
    cr_expect_eq(run_on_many(parts, words, &error), PH_LIMIT, "%.60s", parts);
    cr_expect(strstr(error.message, where), "%s", error.message);
}

Test(rules_limits, products_of_nodes_are_stopped)
{
    expect_stopped_soon("<when test='count(//*[count(//*[count(//*) &gt; 0]) &gt; 0]) = 0'/>",
                        "mine.xml: rule mine costs too much on this document: line 3, <when>");
    expect_stopped_soon("<when test='//*[//*[//*[not(//*)]]]'/>", "line 3, <when>");
    expect_stopped_soon("<let name='a' select='count(//*[. != //*])'/><when test='$a = 0'/>",
                        "line 3, <let>");
}

/* Few steps, each of which reads the whole document. */
Test(rules_limits, texts_of_the_whole_document_are_counted)
{
    expect_stopped_soon("<when test=\"//*[contains(/, 'zzz')]\"/>", "line 3, <when>");
    expect_stopped_soon("<when test=\"//*[normalize-space(/) = 'x']\"/>", "line 3, <when>");
    expect_stopped_soon("<when test=\"//*[ph:matches(/, 'zzz')]\"/>", "line 3, <when>");
    expect_stopped_soon("<when test=\"//*[string-length(concat(/, /, /)) = 1]\"/>",
                        "line 3, <when>");
}

/* Each search stays below what one may cost; so many of them may take no longer than all may. */
Test(rules_limits, many_searches_that_each_are_dear_end)
{
    const char *words = "Decides to look at all the words, and at this one, too !";
    struct ph_error error = {.message = ""};
    struct ph_buffer places = {0};
    for (int i = 1; i <= 8; i++)
        ph_buffer_printf(&places, "<match pattern='(?:(\\w|\\w\\w|\\s|,){1,%d} !!|!{%d}x)'/>",
                         i + 8, i);
    enum ph_status status = run_on_many(ph_buffer_text(&places), words, &error);
    cr_expect(status == PH_OK || status == PH_LIMIT, "%s", error.message);
    ph_buffer_free(&places);
}

/* To look for what is meant by a word that nobody knows is dear, and no step of an expression. */
Test(rules_limits, many_words_that_nobody_knows_end)
{
    char *words = repeated("Decides ", "aaaaaaaaaaaab ", 300, "soon");
    struct ph_error error = {.message = ""};
    cr_expect_eq(run_on_many("<misspelt/>", words, &error), PH_LIMIT);
    cr_expect(strstr(error.message, "mine.xml: rule mine costs too much on this document"), "%s",
              error.message);
    free(words);
}
