/* The rules: loading and what it refuses, places, conditions, limits, and the proof by examples,
 * which must be able to fail. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "base/schema.h"
#include "base/xml.h"
#include "doc/walk.h"
#include "rules/compiled.h"
#include "with_folder.h"

TestSuite(rules, .init = set_up_folder, .fini = tear_down_folder);

/* Rules of one file with this text. */
static enum ph_status load_text(const char *text, struct ph_rules **rules, struct ph_error *error)
{
    char path[128];
    snprintf(path, sizeof path, "%s/one.xml", folder);
    cr_assert_eq(ph_file_write(path, text, strlen(text), true, NULL), PH_OK);
    *rules = ph_rules_new(lexicon);
    return ph_rules_load(*rules, path, error);
}

#define HEAD                                                                                       \
    "<rule xmlns='urn:penholder:rule' kind='checking' id='one' severity='error'>\n"                \
    "<title>T</title><source>S</source>\n"
#define PROOF                                                                                      \
    "<examples><bad><op>Welcomes the <here>reprot</here>.</op></bad>"                              \
    "<good><op>Welcomes the report.</op></good></examples></rule>"
#define RULE(body) HEAD body PROOF
#define SAYS "<message>no</message>"

static struct ph_rules *rules_of(const char *text)
{
    struct ph_rules *rules;
    struct ph_error error = {0};
    cr_assert_eq(load_text(text, &rules, &error), PH_OK, "%s", error.message);
    return rules;
}

static struct ph_node *add(struct ph_document *document, enum ph_kind kind, const char *text)
{
    struct ph_node *node = ph_add(document->root, kind, text);
    if (ph_is_paragraph(node))
        ph_lexicon_opening(lexicon, text, strlen(text), PH_NO_PART, &node->as.paragraph.opening);
    return node;
}

static struct ph_document *draft(void)
{
    struct ph_document *document = ph_document_new("test");
    document->lexicon = lexicon;
    document->root->as.document.genre = PH_DRAFT;
    return document;
}

/* ---- what comes with the program ---- */

Test(rules, every_rule_that_comes_with_the_program_is_proved)
{
    struct ph_rules *rules = ph_rules_new(lexicon);
    struct ph_error error = {0};
    rules->strict = true;
    cr_assert_eq(ph_rules_load(rules, NULL, &error), PH_OK, "%s", error.message);
    struct ph_buffer report = {0};
    size_t checking = 0;
    for (size_t i = 0; i < rules->count; i++) {
        const struct ph_rule *rule = rules->items[i];
        checking += ph_rule_kind(rule) == PH_CHECKING;
        cr_expect_eq(ph_rule_test(rules, rule, &report), 0, "%s", ph_buffer_text(&report));
        cr_expect(*ph_rule_title(rule) && *ph_rule_source(rule), "%s lacks title or source",
                  ph_rule_id(rule));
    }
    cr_expect_geq(checking, 60);
    ph_buffer_free(&report);
    ph_rules_free(rules);
}

Test(rules, a_rule_file_is_named_after_its_rule)
{
    struct ph_rules *rules = ph_rules_new(lexicon);
    cr_assert_eq(ph_rules_load(rules, NULL, NULL), PH_OK);
    for (size_t i = 0; i < rules->count; i++) {
        char name[128];
        snprintf(name, sizeof name, "%s.xml", ph_rule_id(rules->items[i]));
        cr_expect_str_eq(ph_file_name(ph_rule_file(rules->items[i])), name);
    }
    ph_rules_free(rules);
}

Test(rules, are_found_by_their_id)
{
    struct ph_rules *rules = ph_rules_new(lexicon);
    cr_assert_eq(ph_rules_load(rules, NULL, NULL), PH_OK);
    for (size_t i = 0; i < rules->count; i++)
        cr_expect_eq(ph_rules_find(rules, ph_rule_id(rules->items[i])), rules->items[i]);
    cr_expect_null(ph_rules_find(rules, "no-such-rule"));
    ph_rules_free(rules);
}

static void expect_valid(const char *name)
{
    struct ph_schema *schema;
    struct ph_error error = {0};
    xmlDoc *doc;
    char *path = ph_data_path(name);
    cr_assert_eq(ph_schema_new("rules/rules.xsd", &schema, &error), PH_OK, "%s", error.message);
    cr_assert_eq(ph_xml_read(path, &doc, &error), PH_OK, "%s", error.message);
    cr_expect_eq(ph_schema_validate(schema, doc, path, &error), PH_OK, "%s", error.message);
    xmlFreeDoc(doc);
    free(path);
    ph_schema_free(schema);
}

Test(rules, messages_about_a_series_and_an_archive_obey_the_schema)
{
    expect_valid("rules/en/series.xml");
    expect_valid("rules/en/archive.xml");
}

/* ---- what loading refuses ---- */

Test(rules, loading_refuses_what_is_wrong_and_says_where)
{
    static const struct {
        const char *text, *why;
    } wrong[] = {
        {"<rule", "one.xml:1"},
        {RULE("<in kind='operative'/><surprise/>" SAYS), "one.xml:3"},
        {RULE("<in kind='operative' colour='red'/>" SAYS), "one.xml:3"},
        {RULE("<in kind='elephant'/>" SAYS), "there is no kind 'elephant'"},
        {RULE("<in kind='operative'/><terms>\none = two\n\n = three\n</terms>" SAYS),
         "one.xml:6: <terms>: the line starts with no word"},
        {RULE("<in field='elephant'/>" SAYS), "there is no field 'elephant'"},
        {RULE("<in kind='operative'/><table name='held'>\none\n</table>" SAYS),
         "one.xml:3: <table>: a row is \"key = value\""},
        {RULE("<in kind='operative'/><table name='held'>\n</table>" SAYS),
         "one.xml:3: <table>: has no row"},
        {RULE("<in kind='operative'/><table name='held'>\none|two = 3\n</table>" SAYS),
         "one.xml:3: <table>: no key holds"},
        {RULE("<in kind='operative'/><table name='held'>\nit's = \"3\"\n</table>" SAYS),
         "one.xml:3: <table>: has both"},
        {RULE("<in kind='operative'/><table name='Held'>\none = 1\n</table>" SAYS), "one.xml:3"},
        {RULE("<in kind='operative' genre='poem'/>" SAYS), "there is no genre 'poem'"},
        {RULE("<in/>" SAYS), "names no kind"},
        {RULE(SAYS), "needs <in>"},
        {RULE("<in kind='operative'/>"), "needs <message>"},
        {RULE("<in kind='operative'/><match pattern='('/>" SAYS), "one.xml:3"},
        {RULE("<in kind='operative'/><inline kind='loud'/>" SAYS),
         "<inline>: there is no kind 'loud', only: italic"},
        {RULE("<in kind='operative'/><when test='1 +'/>" SAYS), "1 +"},
        {RULE("<in kind='operative'/><message>{1 +}</message>"), "1 +"},
        {RULE("<in kind='operative'/><message>{1</message>"), "not closed"},
        {RULE("<in kind='operative'/>" SAYS "<fix when='('>x</fix>"), "one.xml:3"},
        {RULE("<in kind='operative'/>" SAYS "<fix look='loud'/>"), "one.xml:3"},
        {RULE("<in kind='operative'/>" SAYS "<fix look='italic'>x</fix>"), "a look, and words"},
        {RULE("<in kind='operative'/>" SAYS "<fix look='italic' of='('/>"), "one.xml:3"},
        {HEAD "<in kind='operative'/>" SAYS "<examples/></rule>", "examples"},
        {HEAD "<in kind='operative'/>" SAYS "</rule>", "<rule>: has no <examples>"},
        {"<rule xmlns='urn:penholder:rule' kind='checking' id='one'><title>T</title>"
         "<source>S</source><in kind='operative'/>" SAYS PROOF,
         "severity"},
        {"<rule xmlns='urn:penholder:rule' kind='checking' id='Not One' severity='error'>"
         "<title>T</title><source>S</source><in kind='operative'/>" SAYS PROOF,
         "Not One"},
        {"<!DOCTYPE rule><rule/>", "document type"},
    };
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct ph_rules *rules;
        struct ph_error error = {0};
        cr_expect_eq(load_text(wrong[i].text, &rules, &error), PH_FORMAT, "case %zu", i);
        cr_expect(strstr(error.message, wrong[i].why), "case %zu: '%s' lacks '%s'", i,
                  error.message, wrong[i].why);
        cr_expect(strstr(error.message, "one.xml"), "case %zu: no file in '%s'", i, error.message);
        cr_expect_eq(rules->count, 0);
        ph_rules_free(rules);
    }
}

Test(rules, an_id_is_given_once)
{
    struct ph_error error = {0};
    struct ph_rules *rules = rules_of(RULE("<in kind='operative'/>" SAYS));
    char path[128];
    snprintf(path, sizeof path, "%s/one.xml", folder);
    cr_expect_eq(ph_rules_load(rules, path, &error), PH_FORMAT);
    cr_expect(strstr(error.message, "already"), "%s", error.message);
    cr_expect_eq(rules->count, 1);
    cr_expect_eq(ph_rules_load(rules, "/nowhere", &error), PH_IO);
    ph_rules_free(rules);
}

/* ---- the proof can fail ---- */

static size_t failures_of(const char *text, const char *says)
{
    struct ph_rules *rules = rules_of(text);
    struct ph_buffer report = {0};
    size_t failures = ph_rule_test(rules, rules->items[0], &report);
    cr_expect(strstr(ph_buffer_text(&report), says), "'%s' lacks '%s'", ph_buffer_text(&report),
              says);
    ph_buffer_free(&report);
    ph_rules_free(rules);
    return failures;
}

#define EXAMPLES(body) "<examples>" body "</examples></rule>"
#define FINDS_CAT HEAD "<in kind='operative'/><match pattern='cat'/>" SAYS
#define CURES_CAT FINDS_CAT "<fix>dog</fix>"
#define GOOD "<good><op>A dog.</op></good>"

Test(rules, the_proof_notices_what_is_wrong)
{
    cr_expect_eq(
        failures_of(FINDS_CAT EXAMPLES("<bad><op>A <here>cat</here>.</op></bad>" GOOD), ""), 0);
    cr_expect_eq(failures_of(FINDS_CAT EXAMPLES("<bad><op>A <here>dog</here>.</op></bad>" GOOD),
                             "gives no finding"),
                 1);
    cr_expect_eq(
        failures_of(FINDS_CAT EXAMPLES("<bad><op>A cat, a <here>cat</here>.</op></bad>" GOOD),
                    "more than one"),
        1);
    cr_expect_eq(failures_of(FINDS_CAT EXAMPLES("<bad><op><here>A cat</here>.</op></bad>" GOOD),
                             "at another place"),
                 1);
    cr_expect_eq(failures_of(FINDS_CAT EXAMPLES("<bad><op>A cat.</op></bad>" GOOD), "marks no"), 1);
    cr_expect_eq(failures_of(FINDS_CAT EXAMPLES("<bad><op>A <here>cat</here>.</op></bad>"
                                                "<good><op>A cat.</op></good>"),
                             "is not silent"),
                 1);
    cr_expect_eq(failures_of(FINDS_CAT EXAMPLES("<bad><op>A <here>cat</here>.</op></bad>"),
                             "lacks a bad or a good"),
                 1);
    cr_expect_eq(failures_of(FINDS_CAT EXAMPLES("<bad><op>A <here>cat</here>.</op>"
                                                "<fixed>A dog.</fixed></bad>" GOOD),
                             "is not fixed"),
                 1);
    cr_expect_eq(failures_of(CURES_CAT EXAMPLES("<bad><op>A <here>cat</here>.</op></bad>" GOOD),
                             "does not state"),
                 1);
    cr_expect_eq(failures_of(CURES_CAT EXAMPLES("<bad><op>A <here>cat</here>.</op>"
                                                "<fixed>A cow.</fixed></bad>" GOOD),
                             "is fixed wrongly"),
                 1);
    cr_expect_eq(failures_of(FINDS_CAT
                             "<fix>a cat</fix>" EXAMPLES("<bad><op>A <here>cat</here>.</op>"
                                                         "<fixed>A a cat.</fixed></bad>" GOOD),
                             "not silent after the fix"),
                 1);
    cr_expect_eq(failures_of(HEAD "<in kind='operative'/><when test='ph:ordinal()'/>" SAYS EXAMPLES(
                                 "<bad><op here='yes'>A cat.</op></bad>" GOOD),
                             "cannot be checked"),
                 2);
}

/* ---- places and conditions ---- */

static struct ph_findings *findings_of(const char *rule, const struct ph_document *document)
{
    struct ph_rules *rules = rules_of(rule);
    struct ph_findings *findings = ph_findings_new();
    struct ph_error error = {0};
    cr_expect_eq(ph_rules_check(rules, document, findings, &error), PH_OK, "%s", error.message);
    /* What a finding says of its rule lives as long as the rule. */
    for (size_t i = 0; i < findings->count; i++)
        findings->items[i].rule = findings->items[i].source = NULL;
    ph_rules_free(rules);
    return findings;
}

Test(rules, groups_and_lets_are_variables)
{
    struct ph_document *document = draft();
    struct ph_node *node = add(document, PH_OPERATIVE, "Welcomes a cat and a dog.");
    ph_document_number(document);
    struct ph_findings *findings = findings_of(
        RULE("<in kind='operative'/><match pattern='(?&lt;one>c.t) and a (?&lt;two>d.g)'/>"
             "<let name='both' select='concat($two, $one)'/>"
             "<when test=\"$both = 'dogcat' and $before = 'Welcomes a ' and $after = '.'\"/>"
             "<message>{{{$both}}} in {ph:label(.)}: {$words}</message><fix>{$two}</fix>"),
        document);
    cr_assert_eq(findings->count, 1);
    const struct ph_finding *found = &findings->items[0];
    cr_expect_eq(found->node, node);
    cr_expect_eq(found->from, 11);
    cr_expect_eq(found->to, 24);
    cr_expect_str_eq(found->message, "{dogcat} in OP1: cat and a dog");
    cr_expect_str_eq(found->fix, "dog");
    ph_findings_free(findings);
    ph_document_free(document);
}

Test(rules, what_one_place_has_is_empty_at_another)
{
    struct ph_document *document = draft();
    add(document, PH_OPERATIVE, "Welcomes a cat and the dogg.");
    struct ph_findings *findings = findings_of(
        RULE("<in kind='operative'/><terms>\ndogg = dog\n</terms><match pattern='(?&lt;one>c.t)'/>"
             "<message>{$words}|{$one}|{$instead}</message>"),
        document);
    cr_assert_eq(findings->count, 2);
    cr_expect_str_eq(findings->items[0].message, "dogg||dog");
    cr_expect_str_eq(findings->items[1].message, "cat|cat|");
    ph_findings_free(findings);
    ph_document_free(document);
}

Test(rules, a_table_says_what_it_knows_of_words_that_its_keys_find)
{
    struct ph_document *document = draft();
    add(document, PH_OPERATIVE, "Recalls the World Summit (Rio+20) of 2011, and {held}.");
    add(document, PH_OPERATIVE, "Recalls the World Summit of 2005 and its a{2}.");
    struct ph_findings *findings = findings_of(
        RULE("<in kind='operative'/><table name='held'>\nWorld Summit = 2005\n"
             "  World Summit (Rio+20) = 2012\n</table>"
             "<match pattern='(?&lt;name>{held}) of (?&lt;year>[0-9]{4})'/>"
             "<when test='$year != ph:row($held, $name)'/>"
             "<message>{$name}: {ph:row($held, $name)}{ph:row($held, \"World\")}</message>"),
        document);
    cr_assert_eq(findings->count, 1);
    cr_expect_str_eq(findings->items[0].message, "World Summit (Rio+20): 2012");
    ph_findings_free(findings);
    ph_document_free(document);
}

Test(rules, look_in_drafts_wherever_they_stand_and_not_in_what_is_quoted)
{
    struct ph_document *document = ph_document_new("letter");
    document->root->as.document.genre = PH_LETTER;
    add(document, PH_PARAGRAPH, "A cat in the letter.");
    struct ph_node *annex = ph_add(document->root, PH_ANNEX, "");
    struct ph_node *inner = ph_add(annex, PH_DOCUMENT, "");
    inner->as.document.genre = PH_DRAFT;
    struct ph_node *wanted = ph_add(inner, PH_OPERATIVE, "A cat in the draft.");
    struct ph_node *quoted = ph_add(inner, PH_ANNEX, "");
    struct ph_node *far = ph_add(quoted, PH_OPERATIVE, "A cat in its annex.");
    ph_document_number(document);
    struct ph_findings *findings =
        findings_of(RULE("<in kind='operative paragraph'/><match pattern='cat'/>" SAYS), document);
    cr_assert_eq(findings->count, 1);
    cr_expect_eq(findings->items[0].node, wanted);
    ph_findings_free(findings);
    findings = findings_of(RULE("<in kind='operative' annexes='yes'/><match pattern='cat'/>" SAYS),
                           document);
    cr_assert_eq(findings->count, 2);
    cr_expect_eq(findings->items[1].node, far);
    ph_findings_free(findings);
    ph_document_free(document);
}

/* The words of annexes are read, and so are those of one whose heading is gone; neither lines of a
 * masthead nor the next resolution of a volume. */
Test(rules, look_at_the_words_of_what_is_attached)
{
    struct ph_document *document = draft();
    add(document, PH_PARAGRAPH, "A cat in the masthead.");
    add(document, PH_ORGAN, "The General Assembly,");
    add(document, PH_OPERATIVE, "Welcomes a cat.");
    const struct ph_node *wanted[] = {
        add(document, PH_HEADING, "Statute of the cat"),
        add(document, PH_PARAGRAPH, "A cat in a statute."),
        NULL,
    };
    ph_add(document->root, PH_CLOSING, "");
    add(document, PH_PARAGRAPH, "42/38. Of the cat");
    add(document, PH_PARAGRAPH, "Recalling a cat,");
    struct ph_node *annex = ph_add(document->root, PH_ANNEX, "");
    wanted[2] = ph_add(annex, PH_PARAGRAPH, "A cat in the annex.");
    ph_document_number(document);
    struct ph_findings *findings = findings_of(
        RULE("<in kind='preambular' annexes='words'/><match pattern='cat'/>" SAYS), document);
    cr_assert_eq(findings->count, 3);
    for (size_t i = 0; i < 3; i++)
        cr_expect_eq(findings->items[i].node, wanted[i]);
    ph_findings_free(findings);
    findings = findings_of(RULE("<in kind='preambular' annexes='yes'/><match pattern='cat'/>" SAYS),
                           document);
    cr_expect_eq(findings->count, 0);
    ph_findings_free(findings);
    ph_document_free(document);
}

Test(rules, a_finding_at_a_footnote_mark_lands_on_the_word_before)
{
    struct ph_document *document = draft();
    struct ph_node *node = add(document, PH_OPERATIVE, "Welcomes the Treaty, and more.");
    struct ph_node *note = ph_add(document->root, PH_FOOTNOTE, "A/74/89.");
    ph_text_mark(node, PH_NOTE, 19, 19)->note = note;
    ph_document_number(document);
    struct ph_findings *findings = findings_of(
        RULE("<in kind='operative'/><inline kind='note'/>"
             "<when test=\"starts-with($after, ',')\"/><message>{$words}|{ph:text(ph:notes(.))}"
             "</message>"),
        document);
    cr_assert_eq(findings->count, 1);
    cr_expect_eq(findings->items[0].from, 13);
    cr_expect_eq(findings->items[0].to, 19);
    cr_expect_str_eq(findings->items[0].message, "Treaty|A/74/89.");
    ph_findings_free(findings);
    ph_document_free(document);
}

Test(rules, words_of_other_writing_are_never_cut)
{
    struct ph_document *document = draft();
    /* So long that what is shown around the place starts inside a character of three bytes. */
    struct ph_buffer text = {0};
    for (int i = 0; i < 150; i++)
        ph_buffer_put(&text, "“”"); /* 6 bytes */
    ph_buffer_put(&text, "cat");
    for (int i = 0; i < 151; i++)
        ph_buffer_put(&text, "é");
    add(document, PH_OPERATIVE, ph_buffer_text(&text));
    struct ph_findings *findings =
        findings_of(RULE("<in kind='operative'/><match pattern='cat'/>"
                         "<message>{string-length($before)} {string-length($after)}</message>"),
                    document);
    cr_assert_eq(findings->count, 1);
    cr_expect_str_eq(findings->items[0].message, "67 101"); /* with the sign of the cut */
    ph_findings_free(findings);
    ph_buffer_free(&text);
    ph_document_free(document);
}

Test(rules, words_that_are_cut_off_do_not_start_or_end_a_paragraph)
{
    struct ph_document *document = draft();
    struct ph_buffer text = {0};
    for (int i = 0; i < 30; i++)
        ph_buffer_put(&text, "Recall the nothing; "); /* 20 bytes: a cut falls on a start */
    ph_buffer_put(&text, "cat");
    for (int i = 0; i < 30; i++)
        ph_buffer_put(&text, " and nothing at all.");
    add(document, PH_OPERATIVE, ph_buffer_text(&text));
    add(document, PH_OPERATIVE, "Recall the cat.");
    struct ph_findings *findings = findings_of(RULE("<in kind='operative'/><match pattern='cat'/>"
                                                    "<message>{ph:matches($before, '^Recall')}"
                                                    "{ph:matches($after, '[.]$')}</message>"),
                                               document);
    cr_assert_eq(findings->count, 2);
    cr_expect_str_eq(findings->items[0].message, "falsefalse");
    cr_expect_str_eq(findings->items[1].message, "truetrue");
    ph_findings_free(findings);
    ph_buffer_free(&text);
    ph_document_free(document);
}

/* ---- functions ---- */

static void expect_value(const char *expression, const char *value)
{
    struct ph_document *document = draft();
    ph_set_field(document->root, PH_FIELD_SYMBOL, "A/79/L.5");
    add(document, PH_PREAMBULAR, "Recalling its resolution 73/150 of 17 December 2018,");
    add(document, PH_PREAMBULAR, "Noting with concern also the delay,");
    struct ph_node *first = add(document, PH_OPERATIVE, "Requests the Board to meet;");
    first->as.paragraph.number = "1.";
    add(document, PH_OPERATIVE, "Also requests the Board to report:");
    struct ph_node *sub = ph_node_new(document, PH_SUBPARAGRAPH, "Soon;");
    ph_append(document->root->last, sub);
    add(document, PH_HEADING, "Training");
    add(document, PH_OPERATIVE, "Requests the Fund to pay.");
    ph_document_number(document);
    struct ph_buffer rule = {0};
    ph_buffer_printf(&rule, "%s<in kind='document'/><message>{%s}</message>" PROOF, HEAD,
                     expression);
    struct ph_findings *findings = findings_of(ph_buffer_text(&rule), document);
    cr_assert_eq(findings->count, 1, "%s", expression);
    cr_expect_str_eq(findings->items[0].message, value, "%s is '%s' and not '%s'", expression,
                     findings->items[0].message, value);
    ph_findings_free(findings);
    ph_buffer_free(&rule);
    ph_document_free(document);
}

Test(rules, functions_tell_what_nodes_are)
{
    static const char *const values[][2] = {
        {"ph:kind(.)", "document"},
        {"ph:genre(.)", "draft"},
        {"ph:session()", "79"},
        {"ph:field('symbol')", "A/79/L.5"},
        {"ph:field('date')", ""},
        {"ph:field('elephant')", ""},
        {"count(ph:all('operative'))", "3"},
        {"count(ph:all('title'))", "0"},
        {"ph:text(ph:all('operative'))", "Requests the Board to meet;"},
        {"ph:label(ph:all('operative')[2])", "OP2"},
        {"ph:number(ph:all('operative'))", "1."},
        {"ph:due-number(ph:all('operative')[3])", "3."},
        {"ph:order(ph:all('operative')[3])", "3"},
        {"ph:text(ph:next(ph:all('operative')[2]))", "Requests the Fund to pay."},
        {"count(ph:next(ph:all('operative')[3]))", "0"},
        {"ph:text(ph:previous(ph:all('operative')[2]))", "Requests the Board to meet;"},
        {"ph:kind(ph:before(ph:all('operative')[3]))", "heading"},
        {"ph:kind(ph:after(ph:all('operative')[2]))", "heading"},
        {"ph:kind(ph:parent(ph:all('operative')[2]))", "document"},
        {"ph:text(ph:parts(ph:all('operative')[2]))", "Soon;"},
        {"ph:level(ph:parts(ph:all('operative')[2]))", "2"},
        {"ph:opening(ph:all('preambular')[2])", "Noting with concern"},
        {"ph:opening-words(ph:all('preambular')[2])", "Noting with concern also"},
        {"ph:opening-with(ph:all('preambular')[2], '')", "Noting with concern"},
        {"ph:opening-with(ph:all('operative')[2], 'further')", "Further requests"},
        {"ph:opening-known(ph:all('operative')[2])", "true"},
        {"ph:opening-part(ph:all('operative')[2])", "operative"},
        {"ph:adverb(ph:all('operative')[2])", "also"},
        {"ph:has-addressee(ph:all('operative')[2])", "true"},
        {"ph:run-position(ph:all('operative')[2], '')", "2"},
        {"ph:run-position(ph:all('operative')[3], '')", "1"},
        {"ph:run-position(ph:all('operative')[2], '\\G the \\w+')", "2"},
        {"ph:run-position(ph:all('operative')[2], '\\G the \\w+ to \\w+')", "1"},
        {"ph:cited-on('73/150')", "20181217"},
        {"ph:cited-on('73/15')", "0"},
    };
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        expect_value(values[i][0], values[i][1]);
}

Test(rules, functions_tell_words_and_what_is_counted)
{
    static const char *const values[][2] = {
        {"ph:ends-with('report;', ';')", "true"},
        {"ph:ends-with(';', 'report;')", "false"},
        {"ph:matches('75th', '^\\d+')", "true"},
        {"ph:find('the 75th session', '(\\d+)th')", "75"},
        {"ph:find('the 75th session', '\\d+th')", "75th"},
        {"ph:find('none', '\\d+')", ""},
        {"ph:replace('a-b-c', '-(\\w)', '$1')", "abc"},
        {"ph:replace('abc', 'x*', '-')", "abc"},
        {"ph:capital('élan')", "Élan"},
        {"ph:small('Requests')", "requests"},
        {"ph:if(1 = 1, 'yes', 'no')", "yes"},
        {"ph:if('', 'yes', 'no')", "no"},
        {"ph:listed('member-states', 'Chad')", "true"},
        {"ph:listed('member-states', 'Atlantis')", "false"},
        {"ph:listed('elephants', 'Chad')", "false"},
        {"ph:listed-for('abbreviations', 'IFAD')",
         "International Fund for Agricultural Development"},
        {"ph:listed-for('abbreviations', 'OECD')", ""},
        {"ph:listed-for('abbreviations-also', 'OECD')",
         "Economic Cooperation and Development|Economic Co-operation and Development"},
        {"ph:listed-for('abbreviations', 'IF')", ""},
        {"ph:listed-for('elephants', 'IFAD')", ""},
        {"ph:listed-last('abbreviations', 'the “World Health Organization')", "WHO"},
        {"ph:listed-last('abbreviations', 'World Health Organization')", "WHO"},
        {"ph:listed-last('abbreviations', 'New-World Health Organization')", "WHO"},
        {"ph:listed-last('abbreviations', 'AWorld Health Organization')", ""},
        {"ph:listed-last('abbreviations', 'World Health Organization at')", ""},
        {"ph:listed-last('abbreviations', '')", ""},
        {"ph:ordinal(75)", "seventy-fifth"},
        {"ph:ordinal(0 div 0)", ""},
        {"ph:ordinal(-1)", ""},
        {"ph:cardinal(25)", "twenty-five"},
        {"ph:ordinal-number('75th')", "75"},
        {"ph:ordinal-number('Seventy-fifth')", "75"},
        {"ph:ordinal-number('many')", "0"},
        {"ph:cardinal-number('twenty-five')", "25"},
        {"ph:session-year(75)", "2020"},
        {"ph:session-of('4 December 2020')", "75"},
        {"ph:session-of('soon')", "0"},
        {"ph:date('2 March 2010')", "20100302"},
        {"ph:date('31 June 2010')", "0"},
        {"ph:symbol-kind('A/73/L.103')", "draft"},
        {"ph:symbol-kind('A/RES/73/1')", "resolution"},
        {"ph:symbol-kind('nothing')", ""},
        {"ph:symbol-session('A/C.3/78/L.60')", "78"},
        {"ph:symbol-printed('A/73/328-S/2018/592')", "A/73/328–S/2018/592"},
        {"ph:symbol-short('A/RES/73/331')", "73/331"},
    };
    for (size_t i = 0; i < sizeof values / sizeof *values; i++)
        expect_value(values[i][0], values[i][1]);
}

Test(rules, a_function_called_wrongly_stops_its_rule_and_names_it)
{
    static const char *const wrong[] = {"ph:ordinal()", "ph:text(1)", "ph:ordinal(1, 2)",
                                        "ph:matches('a')", "ph:matches('a', concat('(', '?'))"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct ph_document *document = draft();
        struct ph_buffer text = {0};
        ph_buffer_printf(&text, "%s<in kind='document'/><when test=\"%s\"/>" SAYS PROOF, HEAD,
                         wrong[i]);
        struct ph_rules *rules = rules_of(ph_buffer_text(&text));
        struct ph_findings *findings = ph_findings_new();
        struct ph_error error = {0};
        cr_expect_eq(ph_rules_check(rules, document, findings, &error), PH_FORMAT, "%s", wrong[i]);
        cr_expect(strstr(error.message, "rule one"), "%s", error.message);
        cr_expect_eq(findings->count, 0);
        ph_findings_free(findings);
        ph_rules_free(rules);
        ph_buffer_free(&text);
        ph_document_free(document);
    }
}

/* ---- limits ---- */

Test(rules, one_that_costs_too_much_is_stopped_and_the_others_still_run)
{
    struct ph_document *document = draft();
    for (int i = 0; i < 3000; i++)
        add(document, PH_OPERATIVE, "Welcomes the cat;");
    ph_document_number(document);
    /* Every paragraph asks every other one: 9 million steps and more, in a loop of loops. */
    struct ph_rules *rules =
        rules_of(RULE("<in kind='operative'/>"
                      "<when test='count(//akn:p[count(//akn:p) > 0]) = 0'/>" SAYS));
    const char other[] = "<rule xmlns='urn:penholder:rule' kind='checking' id='two' "
                         "severity='error'><title>T</title><source>S</source>"
                         "<in kind='operative'/><match pattern='elephant'/>" SAYS PROOF;
    char path[128];
    snprintf(path, sizeof path, "%s/two.xml", folder);
    cr_assert_eq(ph_file_write(path, other, strlen(other), true, NULL), PH_OK);
    cr_assert_eq(ph_rules_load(rules, path, NULL), PH_OK);
    add(document, PH_OPERATIVE, "Welcomes the elephant.");
    struct ph_findings *findings = ph_findings_new();
    struct ph_error error = {0};
    cr_expect_eq(ph_rules_check(rules, document, findings, &error), PH_LIMIT);
    cr_expect(strstr(error.message, "rule one costs too much"), "%s", error.message);
    cr_assert_eq(findings->count, 1);
    cr_expect_str_eq(findings->items[0].rule, "two");
    ph_findings_free(findings);
    ph_rules_free(rules);
    ph_document_free(document);
}

Test(rules, one_that_finds_too_much_is_cut_short)
{
    struct ph_document *document = draft();
    struct ph_buffer text = {0};
    for (int i = 0; i < 5000; i++)
        ph_buffer_put(&text, "cat ");
    ph_buffer_put(&text, "end");
    add(document, PH_OPERATIVE, ph_buffer_text(&text));
    struct ph_rules *rules = rules_of(RULE("<in kind='operative'/><match pattern='cat'/>" SAYS));
    struct ph_findings *findings = ph_findings_new();
    struct ph_error error = {0};
    cr_expect_eq(ph_rules_check(rules, document, findings, &error), PH_LIMIT);
    cr_expect_eq(findings->count, 1000);
    ph_findings_free(findings);
    ph_rules_free(rules);
    ph_buffer_free(&text);
    ph_document_free(document);
}

Test(rules, long_runs_cost_no_more_than_their_length, .timeout = 60)
{
    struct ph_document *document = draft();
    for (int i = 0; i < 30000; i++)
        add(document, PH_PREAMBULAR, "Recalling the report,");
    ph_document_number(document);
    struct ph_findings *findings =
        findings_of(RULE("<in kind='preambular'/>"
                         "<when test=\"ph:run-position(., '') = 30000\"/>" SAYS),
                    document);
    cr_assert_eq(findings->count, 1);
    cr_expect_eq(findings->items[0].node, document->root->last);
    ph_findings_free(findings);
    ph_document_free(document);
}

Test(rules, the_deepest_nesting_is_checked, .timeout = 120)
{
    struct ph_document *document = draft();
    struct ph_node *in = add(document, PH_OPERATIVE, "Requests the Board:");
    for (int i = 0; i < 3000; i++) {
        struct ph_node *sub = ph_node_new(document, PH_SUBPARAGRAPH, "To report:");
        sub->as.paragraph.level = i + 2;
        sub->as.paragraph.number = "(a)";
        in = ph_append(in, sub);
    }
    in = document->root;
    for (int i = 0; i < 3000; i++)
        in = ph_add(in, PH_ANNEX, "");
    ph_document_number(document);
    struct ph_rules *rules = ph_rules_new(lexicon);
    cr_assert_eq(ph_rules_load(rules, NULL, NULL), PH_OK);
    struct ph_findings *findings = ph_findings_new();
    struct ph_error error = {0};
    enum ph_status status = ph_rules_check(rules, document, findings, &error);
    cr_expect(status == PH_OK || status == PH_LIMIT, "%s", error.message);
    cr_expect_gt(findings->count, 0);
    ph_findings_free(findings);
    ph_rules_free(rules);
    ph_document_free(document);
}

/* A pattern of a rule may match nothing at a place: that is no place, and no endless loop. */
Test(rules, an_empty_match_is_no_place)
{
    struct ph_document *document = draft();
    add(document, PH_OPERATIVE, "Décides.");
    struct ph_findings *findings =
        findings_of(RULE("<in kind='operative'/><match pattern='x*'/>" SAYS), document);
    cr_expect_eq(findings->count, 0);
    ph_findings_free(findings);
    ph_document_free(document);
}
