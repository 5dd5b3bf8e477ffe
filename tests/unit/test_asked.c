/* What is asked of a person: the file obeys its schema, every fact proves its form by its examples,
 * and there is a fact for everything that a template or a drafting rule asks for. */
#include <libxml/xmlschemas.h>

#include "base/xml.h"
#include "draft/asked.h"
#include "reading.h"

#define FACTS PH_TEST_SOURCE "/rules/en/facts.xml"

static struct ph_asked_list *list;

static void set_up(void)
{
    struct ph_error error;
    cr_assert_eq(ph_asked_load(&list, &error), PH_OK, "%s", error.message);
}

static void tear_down(void)
{
    ph_asked_free(list);
}

TestSuite(asked, .init = set_up, .fini = tear_down);

static xmlDoc *read_xml(const char *path)
{
    xmlDoc *doc;
    struct ph_error error;
    cr_assert_eq(ph_xml_read(path, &doc, &error), PH_OK, "%s", error.message);
    return doc;
}

Test(asked, the_file_is_valid)
{
    xmlDoc *grammar = read_xml(PH_TEST_SOURCE "/rules/facts.xsd");
    xmlSchemaParserCtxt *parser = xmlSchemaNewDocParserCtxt(grammar);
    xmlSchema *schema = xmlSchemaParse(parser);
    cr_assert_not_null(schema);
    xmlSchemaValidCtxt *valid = xmlSchemaNewValidCtxt(schema);
    xmlDoc *doc = read_xml(FACTS);
    cr_expect_eq(xmlSchemaValidateDoc(valid, doc), 0);
    ph_xml_set(ph_xml_first(xmlDocGetRootElement(doc), "fact"), "form", "song");
    cr_expect_neq(xmlSchemaValidateDoc(valid, doc), 0, "a form that there is not");
    xmlFreeDoc(doc);
    xmlSchemaFreeValidCtxt(valid);
    xmlSchemaFree(schema);
    xmlSchemaFreeParserCtxt(parser);
    xmlFreeDoc(grammar);
}

/* ---- examples ---- */

static void prove(const struct ph_lexicon *lexicon, const struct ph_asked *asked,
                  const xmlNode *example, const struct ph_states *states)
{
    const char *value = ph_xml_attribute(example, "value");
    const char *gives = ph_xml_attribute(example, "gives");
    struct ph_taking taking = {
        .lexicon = lexicon, .states = states, .place = ph_xml_attribute(example, "place")};
    bool taken = ph_asked_take(asked, value, &taking);
    cr_expect_eq(taken, gives != NULL, "%s:%d: %s is %s", FACTS, ph_xml_line(example), value,
                 taken ? "taken" : "refused");
    if (taken && gives)
        cr_expect_str_eq(ph_buffer_text(&taking.words), gives, "%s:%d: gives %s", FACTS,
                         ph_xml_line(example), ph_buffer_text(&taking.words));
    ph_taking_free(&taking);
}

Test(asked, every_fact_proves_its_form)
{
    struct ph_lexicon *lexicon = test_lexicon();
    struct ph_states *states = ph_states_new(lexicon);
    for (size_t i = 0; i < list->count; i++) {
        size_t taken = 0, refused = 0;
        const xmlNode *one = ph_xml_first(list->items[i].element, "example");
        for (; one; one = ph_xml_next(one, "example")) {
            prove(lexicon, &list->items[i], one, states);
            *(ph_xml_attribute(one, "gives") ? &taken : &refused) += 1;
        }
        cr_expect(taken && refused, "%s: an example of each kind", list->items[i].name);
        cr_expect(*list->items[i].title && *list->items[i].expected, "%s", list->items[i].name);
    }
    ph_states_free(states);
    ph_lexicon_free(lexicon);
}

Test(asked, a_state_that_is_named_twice_is_a_remark)
{
    struct ph_lexicon *lexicon = test_lexicon();
    struct ph_states *states = ph_states_new(lexicon);
    struct ph_taking taking = {.lexicon = lexicon, .states = states, .place = ""};
    cr_expect(ph_asked_take(ph_asked_find(list, "sponsors"), "Fiji, Tonga and fiji", &taking));
    cr_expect_str_eq(ph_buffer_text(&taking.words), "Fiji and Tonga");
    cr_expect_str_eq(ph_buffer_text(&taking.remarks),
                     "sponsors: Fiji is named 2 times, and stands once\n");
    ph_taking_free(&taking);
    ph_states_free(states);
    ph_lexicon_free(lexicon);
}

/* ---- everything that is asked for is there ---- */

/* Every name that the expression finds in a file is a fact of that document. */
static size_t expect_facts(const char *path, const char *expression, const char *document)
{
    xmlDoc *doc = read_xml(path);
    xmlXPathContext *context = ph_xml_xpath(doc);
    xmlXPathObject *found = xmlXPathEvalExpression(BAD_CAST expression, context);
    cr_assert_not_null(found);
    size_t count = found->nodesetval ? (size_t)found->nodesetval->nodeNr : 0;
    for (size_t i = 0; i < count; i++) {
        const char *name = (const char *)found->nodesetval->nodeTab[i]->children->content;
        const struct ph_asked *asked = ph_asked_find(list, name);
        cr_expect(asked && strstr(asked->of, document), "%s: %s", path, name);
    }
    xmlXPathFreeObject(found);
    xmlXPathFreeContext(context);
    xmlFreeDoc(doc);
    return count;
}

Test(asked, what_templates_ask_for)
{
    static const char names[] = "//*[local-name() = 'ask']/@name";
    cr_expect_gt(expect_facts(PH_TEST_SOURCE "/templates/en/draft.xml", names, "draft"), 4);
    cr_expect_gt(expect_facts(PH_TEST_SOURCE "/templates/en/memorandum.xml", names, "letter"), 10);
}

Test(asked, what_drafting_rules_ask_for)
{
    static const char names[] = "//*[local-name() = 'outcome'][@is = 'ask']/@name";
    char **files;
    size_t count = 0;
    struct ph_error error;
    cr_assert_eq(ph_file_list(PH_TEST_SOURCE "/rules/en/drafting", &files, &error), PH_OK);
    for (char **file = files; *file; file++) {
        count += expect_facts(*file, names, "draft");
        expect_facts(*file, names, "letter");
    }
    cr_expect_gt(count, 0);
    ph_file_list_free(files);
}
