/* Templates and facts, with small files written here: what is filled in, what is marked, which
 * facts are one, and that a wrong file is refused with its line. And that the files which come
 * with the program obey their schemas. */
#include <criterion/criterion.h>
#include <libxml/xmlschemas.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/file.h"
#include "base/xml.h"
#include "doc/forms.h"
#include "doc/walk.h"
#include "draft/facts.h"
#include "draft/searches.h"
#include "draft/template.h"

static char folder[] = "/tmp/penholder-template-XXXXXX";

static void put_file(const char *name, const char *content)
{
    char path[256];
    struct ph_error error;
    snprintf(path, sizeof path, "%s/templates/en/%s", folder, name);
    cr_assert_eq(ph_file_write(path, content, strlen(content), true, &error), PH_OK, "%s",
                 error.message);
}

static void set_up(void)
{
    char path[256];
    cr_assert_not_null(mkdtemp(folder));
    snprintf(path, sizeof path, "%s/templates", folder);
    mkdir(path, 0700);
    snprintf(path, sizeof path, "%s/templates/en", folder);
    mkdir(path, 0700);
    setenv("PENHOLDER_DATA", folder, 1);
}

static void tear_down(void)
{
    static const char *const names[] = {"/templates/en/t.xml", "/templates/en/facts.xml",
                                        "/templates/en", "/templates", ""};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char path[256];
        snprintf(path, sizeof path, "%s%s", folder, names[i]);
        remove(path);
    }
}

TestSuite(template, .init = set_up, .fini = tear_down);

static const char some_facts[] =
    "<facts><draft session='75'/><fact name='town' in='70/1 PP1'><what>Bern</what></fact>"
    "<fact name='town' in='70/1 PP2'><what>Oslo</what></fact>"
    "<fact name='town' in='70/1 PP3'><what>Rome</what></fact></facts>";

/* Fills a template with these nodes into a new document; the status and the error are kept. */
static struct ph_document *make(const char *nodes, const struct ph_document *inserted,
                                enum ph_status *status, struct ph_error *error)
{
    struct ph_buffer text = {0};
    ph_buffer_printf(
        &text, "<template xmlns='urn:penholder:template' genre='letter'>\n%s</template>", nodes);
    put_file("t.xml", ph_buffer_text(&text));
    ph_buffer_free(&text);
    xmlDoc *facts;
    cr_assert_eq(ph_xml_parse("facts", some_facts, strlen(some_facts), &facts, error), PH_OK);
    struct ph_document *document = ph_document_new(NULL);
    *status = ph_template_make("t", facts, NULL, inserted, document, error);
    xmlFreeDoc(facts);
    ph_document_number(document);
    cr_assert_null(ph_verify(document));
    return document;
}

static struct ph_document *made(const char *nodes)
{
    enum ph_status status;
    struct ph_error error = {0};
    struct ph_document *document = make(nodes, NULL, &status, &error);
    cr_assert_eq(status, PH_OK, "%s", error.message);
    return document;
}

/* The words of the only paragraph. */
static void expect_words(const char *content, const char *words)
{
    struct ph_buffer nodes = {0};
    ph_buffer_printf(&nodes, "<paragraph>%s</paragraph>", content);
    struct ph_document *document = made(ph_buffer_text(&nodes));
    const struct ph_node *node = ph_next_of(document->root, NULL, PH_PARAGRAPH);
    cr_expect_str_eq(node ? node->text.bytes : "", words);
    ph_document_free(document);
    ph_buffer_free(&nodes);
}

Test(template, words)
{
    expect_words("the {/facts/draft/@session}th,\n   {ph:capital('yes')}", "the 75th, Yes");
    expect_words("<if test='//fact'>there</if><if test='//nothing'>not there</if>", "there");
    expect_words("<each select='//fact' between=', ' last=' and '>{what}</each>.",
                 "Bern, Oslo and Rome.");
    expect_words("<each select='//fact'>{position()} of {last()}: {what}; </each>",
                 "1 of 3: Bern; 2 of 3: Oslo; 3 of 3: Rome;");
    expect_words("<each select='//fact[2]'><each select='//fact[3]'>{what}</each> {what}</each>",
                 "Rome Oslo");
    expect_words("<if test='//nothing'>words</if>", "");
}

Test(template, definitions_are_filled_where_they_are_used)
{
    struct ph_document *document = made(
        "<define name='town'><sentence source='{@in}'>to {what}</sentence></define>"
        "<paragraph>Go <each select='//fact' between=', '><use define='town'/></each></paragraph>");
    const struct ph_node *node = ph_next_of(document->root, NULL, PH_PARAGRAPH);
    cr_assert_str_eq(node->text.bytes, "Go to Bern, to Oslo, to Rome");
    cr_assert_eq(node->text.count, 3);
    cr_expect_eq(node->text.inlines[1].kind, PH_SOURCE);
    cr_expect_eq(node->text.inlines[1].from, strlen("Go to Bern, "));
    cr_expect_eq(node->text.inlines[1].to, strlen("Go to Bern, to Oslo"));
    cr_expect_str_eq(node->text.inlines[1].why, "70/1 PP2");
    cr_expect_str_eq(node->origin.note, "70/1 PP1; 70/1 PP2; 70/1 PP3");
    ph_document_free(document);
}

Test(template, placeholders_say_why)
{
    struct ph_document *document =
        made("<paragraph>By <ask name='by' why='who signs'>[name]</ask> of "
             "<ask name='of'>[city]<why>one of<each select='//fact'> {what}</each></why></ask>, "
             "<look-at why='really?'>today</look-at></paragraph>");
    const struct ph_node *node = ph_next_of(document->root, NULL, PH_PARAGRAPH);
    const struct ph_inline *marks = node->text.inlines;
    cr_assert_str_eq(node->text.bytes, "By [name] of [city], today");
    cr_assert_eq(node->text.count, 3);
    cr_expect_eq(marks[0].kind, PH_PLACEHOLDER);
    cr_expect_str_eq(marks[0].name, "by");
    cr_expect_str_eq(marks[0].why, "who signs");
    cr_expect_str_eq(marks[1].why, "one of Bern Oslo Rome");
    cr_expect_eq(marks[1].to - marks[1].from, strlen("[city]"));
    cr_expect_eq(marks[2].kind, PH_REVIEW);
    ph_document_free(document);
}

Test(template, nodes)
{
    enum ph_status status;
    struct ph_error error = {0};
    struct ph_document *inner = ph_document_new(NULL);
    ph_set_field(inner->root, PH_FIELD_SYMBOL, "A/75/L.1");
    ph_add(inner->root, PH_TITLE, "Inner");
    struct ph_document *document = make(
        "<field name='session'>Seventy-fifth session</field>"
        "<paragraph number='1.'>One</paragraph><paragraph><if test='//no'>gone</if></paragraph>"
        "<closing><field name='signed'>Nobody</field></closing>"
        "<annex label='Annex I'><document genre='draft'>"
        "<field name='proposal'>Draft resolution</field><insert what='draft'/></document></annex>",
        inner, &status, &error);
    cr_assert_eq(status, PH_OK, "%s", error.message);
    const struct ph_node *root = document->root, *annex = root->last;
    cr_expect_eq(root->as.document.genre, PH_LETTER);
    cr_expect_str_eq(ph_field_text(root, PH_FIELD_SESSION), "Seventy-fifth session");
    cr_expect_eq(ph_field_node(root, PH_FIELD_SIGNED)->parent->kind, PH_CLOSING);
    const struct ph_node *one = ph_next_of(root, NULL, PH_PARAGRAPH);
    cr_expect_str_eq(one->as.paragraph.number, "1.");
    cr_expect_eq(one->origin.how, PH_TEMPLATE);
    cr_expect_null(ph_next_of(root, one, PH_PARAGRAPH), "a paragraph without words");
    cr_assert_eq(annex->kind, PH_ANNEX);
    cr_assert_eq(annex->first->kind, PH_DOCUMENT);
    cr_expect_str_eq(ph_field_text(annex->first, PH_FIELD_PROPOSAL), "Draft resolution");
    cr_expect_null(ph_field_text(annex->first, PH_FIELD_SYMBOL), "its own masthead stays out");
    cr_expect_str_eq(annex->first->last->text.bytes, "Inner");
    ph_document_free(document);
    ph_document_free(inner);
}

static void expect_refused(const char *nodes, const char *message)
{
    enum ph_status status;
    struct ph_error error = {0};
    struct ph_document *document = make(nodes, NULL, &status, &error);
    cr_expect_eq(status, PH_FORMAT, "%s", nodes);
    cr_expect_not_null(strstr(error.message, message), "%s", error.message);
    cr_expect_not_null(strstr(error.message, "t.xml:2"), "%s", error.message);
    ph_document_free(document);
}

Test(template, what_is_wrong_is_refused)
{
    expect_refused("<field name='colour'>red</field>", "no such field");
    expect_refused("<poem>red</poem>", "no such element");
    expect_refused("<paragraph><poem/></paragraph>", "no such element inside a text");
    expect_refused("<paragraph><use define='x'/></paragraph>", "no such definition");
    expect_refused("<define name='x'><use define='x'/></define>"
                   "<paragraph><use define='x'/></paragraph>",
                   "nested too deeply");
    expect_refused("<paragraph><if test='((('>x</if></paragraph>", "condition");
    expect_refused("<closing><title>x</title></closing>", "may not stand here");
    expect_refused("<paragraph>{nothing(</paragraph>", "");
}

/* ---- facts ---- */

/* A series of two resolutions; a clause is found by the place of a paragraph. */
struct series {
    struct ph_document *documents[2];
    struct ph_member members[2];
    struct ph_clause clauses[2];
    const struct ph_node *occurrences[2][2];
    struct ph_pattern pattern;
};

static void make_series(struct series *series, const char *const texts[2][2])
{
    static const char *const numbers[] = {"70/1", "72/1"};
    *series = (struct series){0};
    for (size_t i = 0; i < 2; i++) {
        struct ph_document *document = series->documents[i] = ph_document_new(numbers[i]);
        for (size_t k = 0; k < 2; k++)
            series->occurrences[k][i] = ph_add(document->root, PH_PREAMBULAR, texts[i][k]);
        ph_document_number(document);
        series->members[i] = (struct ph_member){.document = document,
                                                .root = document->root,
                                                .number = numbers[i],
                                                .session = i ? 72 : 70,
                                                .adopted = {i ? 2017 : 2015, 12, 1}};
        series->clauses[i] = (struct ph_clause){.occurrences = series->occurrences[i]};
    }
    series->pattern = (struct ph_pattern){.members = series->members,
                                          .member_count = 2,
                                          .base = 1,
                                          .next_session = 74,
                                          .title = "Towns",
                                          .clauses = series->clauses,
                                          .clause_count = 2};
}

static const char *const towns[2][2] = {{"Noting the fair of Bern, ", "Noting the port of Oslo,"},
                                        {"Noting the feast of Bern,", "Noting the port of Oslo,"}};

/* What a file with these facts finds, as "in=what; in=what". */
static void expect_facts(const char *facts, const char *found)
{
    struct series series;
    struct ph_buffer text = {0}, out = {0};
    struct ph_error error = {0};
    xmlDoc *doc;
    make_series(&series, towns);
    ph_buffer_printf(&text, "<facts xmlns='urn:penholder:facts'>%s</facts>", facts);
    put_file("facts.xml", ph_buffer_text(&text));
    cr_assert_eq(ph_facts(&series.pattern, NULL, 0, NULL, &doc, &error), PH_OK, "%s",
                 error.message);
    const xmlNode *one = ph_xml_first(xmlDocGetRootElement(doc), "fact");
    for (; one; one = ph_xml_next(one, "fact")) {
        char *what = ph_xml_content(ph_xml_first(one, "what"));
        ph_buffer_printf(&out, "%s%s=%s", out.length ? "; " : "", ph_xml_attribute(one, "in"),
                         what);
        free(what);
    }
    cr_expect_str_eq(ph_buffer_text(&out), found);
    xmlFreeDoc(doc);
    ph_buffer_free(&out);
    ph_buffer_free(&text);
    ph_document_free(series.documents[0]);
    ph_document_free(series.documents[1]);
}

Test(template, facts_that_are_one)
{
    expect_facts("<fact name='a' in='preambular' groups='what'>the (?&lt;what>\\w+ of \\w+)</fact>",
                 "70/1 PP1=fair of Bern; 72/1 PP1=feast of Bern; 72/1 PP2=port of Oslo");
    expect_facts("<fact name='a' in='preambular' groups='what' once='clause'>"
                 "the (?&lt;what>\\w+ of \\w+)</fact>",
                 "72/1 PP1=feast of Bern; 72/1 PP2=port of Oslo");
    expect_facts("<fact name='a' in='preambular' groups='what' once='town'>"
                 "the (?&lt;what>\\w+ of (?&lt;town>\\w+))</fact>",
                 "72/1 PP1=feast of Bern; 72/1 PP2=port of Oslo");
    expect_facts("<fact name='a' in='preambular' groups='what' once='series'>"
                 "the (?&lt;what>\\w+ of \\w+)</fact>",
                 "72/1 PP2=port of Oslo");
}

Test(template, parts_and_facts_that_are_alone)
{
    expect_facts(
        "<part name='sea'>port|ship</part>"
        "<fact name='a' in='preambular' groups='what' alone='yes'>(?&lt;what>(?&amp;sea))</fact>"
        "<fact name='b' in='preambular' groups='what' alone='yes'>the (?&lt;what>\\w+)</fact>",
        "72/1 PP2=port; 70/1 PP1=fair; 72/1 PP1=feast");
    expect_facts("<fact name='a' in='operative title' groups='what'>(?&lt;what>\\w+)</fact>", "");
}

Test(template, facts_of_the_base_can_be_cited)
{
    struct series series;
    struct ph_error error = {0};
    xmlDoc *doc;
    make_series(&series, towns);
    put_file("facts.xml", "<facts xmlns='urn:penholder:facts'><fact name='a' in='preambular'>"
                          "feast</fact></facts>");
    cr_assert_eq(ph_facts(&series.pattern, NULL, 0, NULL, &doc, &error), PH_OK);
    const xmlNode *fact = ph_xml_first(xmlDocGetRootElement(doc), "fact");
    cr_assert_not_null(fact);
    cr_expect_str_eq(ph_xml_attribute(fact, "base"), "yes");
    cr_expect_str_eq(ph_xml_attribute(fact, "number"), "72/1");
    cr_expect_str_eq(ph_xml_attribute(fact, "adopted"), "2017-12-01");
    xmlFreeDoc(doc);
    ph_document_free(series.documents[0]);
    ph_document_free(series.documents[1]);
}

static void expect_facts_refused(const char *facts)
{
    struct ph_searches searches;
    struct ph_buffer text = {0};
    struct ph_error error = {0};
    ph_buffer_printf(&text, "<facts xmlns='urn:penholder:facts'>\n%s</facts>", facts);
    put_file("facts.xml", ph_buffer_text(&text));
    cr_expect_eq(ph_searches_load(&searches, &error), PH_FORMAT, "%s", facts);
    cr_expect_not_null(strstr(error.message, "facts.xml:2"), "%s", error.message);
    ph_searches_free(&searches);
    ph_buffer_free(&text);
}

Test(template, patterns_that_are_wrong_are_refused)
{
    expect_facts_refused("<fact name='a'>x</fact>");
    expect_facts_refused("<fact name='a' in='title'>(x</fact>");
    expect_facts_refused("<fact name='a' in='title' groups='what'>x</fact>");
    expect_facts_refused("<fact name='a' in='title' once='what'>x</fact>");
}

/* ---- the files that come with the program ---- */

static int validity(const char *schema, const char *text, size_t length)
{
    xmlDoc *grammar, *doc;
    struct ph_error error = {0};
    char path[512];
    snprintf(path, sizeof path, "%s/templates/%s", PH_TEST_SOURCE, schema);
    cr_assert_eq(ph_xml_read(path, &grammar, &error), PH_OK, "%s", error.message);
    cr_assert_eq(ph_xml_parse("file", text, length, &doc, &error), PH_OK, "%s", error.message);
    xmlSchemaParserCtxt *parser = xmlSchemaNewDocParserCtxt(grammar);
    xmlSchema *compiled = xmlSchemaParse(parser);
    cr_assert_not_null(compiled, "%s", schema);
    xmlSchemaValidCtxt *context = xmlSchemaNewValidCtxt(compiled);
    int result = xmlSchemaValidateDoc(context, doc);
    xmlSchemaFreeValidCtxt(context);
    xmlSchemaFree(compiled);
    xmlSchemaFreeParserCtxt(parser);
    xmlFreeDoc(doc);
    xmlFreeDoc(grammar);
    return result;
}

static void expect_valid(const char *schema, const char *file)
{
    struct ph_buffer text = {0};
    struct ph_error error = {0};
    char path[512];
    snprintf(path, sizeof path, "%s/templates/en/%s", PH_TEST_SOURCE, file);
    cr_assert_eq(ph_file_read(path, &text, &error), PH_OK, "%s", error.message);
    cr_expect_eq(validity(schema, ph_buffer_text(&text), text.length), 0, "%s", file);
    ph_buffer_free(&text);
}

Test(template, schemas)
{
    static const char unknown[] = "<template xmlns='urn:penholder:template' genre='draft'><poem/>"
                                  "</template>";
    static const char nameless[] = "<facts xmlns='urn:penholder:facts'><fact in='title'>x</fact>"
                                   "</facts>";
    expect_valid("template.xsd", "draft.xml");
    expect_valid("template.xsd", "memorandum.xml");
    expect_valid("facts.xsd", "facts.xml");
    expect_valid("masthead.xsd", "masthead.xml");
    cr_expect_gt(validity("template.xsd", unknown, strlen(unknown)), 0);
    cr_expect_gt(validity("facts.xsd", nameless, strlen(nameless)), 0);
}
