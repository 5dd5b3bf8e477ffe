/* The Akoma Ntoso form: valid against the schema of OASIS whatever the tree, and the words, marks
 * and nodes where rules look for them. */
#include <criterion/criterion.h>
#include <libxml/parser.h>
#include <libxml/xmlschemas.h>
#include <libxml/xpathInternals.h>
#include <stdarg.h>
#include <stdio.h>

#include "base/xml.h"
#include "doc/forms.h"
#include "doc/walk.h"
#include "test_write_trees.h"
#include "with_lexicon.h"

TestSuite(akn, .init = set_up_lexicon, .fini = tear_down_lexicon);

#define SCHEMA PH_TEST_SOURCE "/tests/conformance/schemas/akomantoso30.xsd"
#define SPACE "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"

static char fault[4096];

static void remember(void *context, const char *format, ...)
{
    (void)context;
    size_t used = strlen(fault);
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(fault + used, sizeof fault - used, format, arguments);
    va_end(arguments);
}

static void validate(xmlDoc *doc, const char *what)
{
    fault[0] = '\0';
    xmlSetExternalEntityLoader(xmlNoNetExternalEntityLoader);
    xmlSchemaParserCtxt *parser = xmlSchemaNewParserCtxt(SCHEMA);
    xmlSchema *schema = xmlSchemaParse(parser);
    cr_assert(schema, "the schema cannot be read: %s", SCHEMA);
    xmlSchemaValidCtxt *context = xmlSchemaNewValidCtxt(schema);
    xmlSchemaSetValidErrors(context, remember, remember, NULL);
    int result = xmlSchemaValidateDoc(context, doc);
    cr_expect_eq(result, 0, "%s is not valid:\n%s", what, fault);
    xmlSchemaFreeValidCtxt(context);
    xmlSchemaFree(schema);
    xmlSchemaFreeParserCtxt(parser);
    xmlCleanupParser();
}

static xmlXPathObject *evaluate(xmlDoc *doc, const char *expression)
{
    xmlXPathContext *context = xmlXPathNewContext(doc);
    xmlXPathRegisterNs(context, (const xmlChar *)"a", (const xmlChar *)SPACE);
    xmlXPathObject *value = xmlXPathEvalExpression((const xmlChar *)expression, context);
    xmlXPathFreeContext(context);
    cr_assert(value, "%s", expression);
    return value;
}

static void expect_text(xmlDoc *doc, const char *expression, const char *wanted)
{
    xmlXPathObject *value = evaluate(doc, expression);
    xmlChar *text = xmlXPathCastToString(value);
    cr_expect_str_eq((char *)text, wanted, "%s is '%s', not '%s'", expression, (char *)text,
                     wanted);
    xmlFree(text);
    xmlXPathFreeObject(value);
}

static const void *node_of(xmlDoc *doc, const char *expression)
{
    xmlXPathObject *value = evaluate(doc, expression);
    const void *node = NULL;
    if (value->nodesetval && value->nodesetval->nodeNr == 1)
        node = value->nodesetval->nodeTab[0]->_private;
    xmlXPathFreeObject(value);
    return node;
}

static void expect_body(xmlDoc *doc, const char *expression, const char *wanted)
{
    xmlXPathObject *value = evaluate(doc, expression);
    cr_assert(value->nodesetval && value->nodesetval->nodeNr == 1, "%s", expression);
    xmlBuffer *buffer = xmlBufferCreate();
    xmlNodeDump(buffer, doc, value->nodesetval->nodeTab[0], 0, 0);
    cr_expect_str_eq((const char *)xmlBufferContent(buffer), wanted, "%s is\n%s\nnot\n%s",
                     expression, (const char *)xmlBufferContent(buffer), wanted);
    xmlBufferFree(buffer);
    xmlXPathFreeObject(value);
}

static void finish(xmlDoc *doc, struct ph_document *document)
{
    xmlFreeDoc(doc);
    ph_document_free(document);
}

Test(akn, a_draft_is_valid_and_says_all_that_the_tree_says)
{
    struct ph_document *document = make_draft();
    document->lexicon = lexicon;
    xmlDoc *doc = ph_akn(document);
    validate(doc, "the draft");
    expect_body(doc, "//a:preamble",
                "<preamble><formula name=\"enactingFormula\"><p><i>The General Assembly</i>,</p>"
                "</formula><container name=\"recalling\" eId=\"cont_1\"><p><i>Recalling</i> its "
                "resolution <ref href=\"/akn/un/statement/deliberation/un-ga/2042-11-21/97-1\">"
                "97/1 of 21 November 2042</ref> on tides,<sup class=\"footnote\"><authorialNote "
                "eId=\"ftn_1\" marker=\"1\" placement=\"bottom\"><p>A/99/<inline "
                "name=\"placeholder\" class=\"report-symbol\" title=\"the number of the report\">"
                "[…]</inline>.</p></authorialNote></sup></p></container></preamble>");
    expect_body(doc, "//a:mainBody",
                "<mainBody><paragraph eId=\"para_1\"><num>1.</num><content><p><i>Takes note</i> of "
                "the report<sup class=\"footnote\"><noteRef href=\"#ftn_1\" marker=\"1\"/></sup>;"
                "</p></content></paragraph><paragraph eId=\"para_2\"><num>2.</num><list "
                "eId=\"para_2__list_1\"><intro><p><i>Requests</i> the Secretary-General:</p>"
                "</intro><point eId=\"para_2__list_1__point_a\"><num>(a)</num><list "
                "eId=\"para_2__list_1__point_a__list_1\"><intro><p>To measure:</p></intro><point "
                "eId=\"para_2__list_1__point_a__list_1__point_i\"><num>(i)</num><content><p>The "
                "tides of <inline name=\"review\" title=\"the period is over by then\">2009–2019"
                "</inline>;</p></content></point></list></point></list></paragraph></mainBody>");
    expect_text(doc, "/a:akomaNtoso/a:statement/@name", "resolutionDraft");
    expect_text(doc, "//a:preface/a:p/a:docTitle", "Tides & their measurement");
    expect_text(doc, "//a:session/@value", "99");
    expect_text(doc, "//a:docProponent", "Aland and BelandAny changes will be reflected.");
    expect_text(doc, "//a:FRBRWork/a:FRBRuri/@value",
                "/akn/un/statement/deliberation/un-ga/2044-11-12/A-99-L.");
    finish(doc, document);
}

Test(akn, elements_know_their_nodes)
{
    struct ph_document *document = make_draft();
    document->lexicon = lexicon;
    const struct ph_node *root = document->root;
    xmlDoc *doc = ph_akn(document);
    cr_expect_eq(node_of(doc, "//a:statement"), root);
    cr_expect_eq(node_of(doc, "//a:paragraph[1]"), ph_next_of(root, NULL, PH_OPERATIVE));
    cr_expect_eq(node_of(doc, "//a:point/a:list/a:point"),
                 root->last->previous->previous->last->last);
    cr_expect_eq(node_of(doc, "//a:preamble/a:container"), ph_next_of(root, NULL, PH_PREAMBULAR));
    cr_expect_eq(node_of(doc, "//a:session"), ph_field_node(root, PH_FIELD_SESSION));
    cr_expect_eq(node_of(doc, "//a:authorialNote[@marker=1]"), ph_next_of(root, NULL, PH_FOOTNOTE));
    cr_expect_null(node_of(doc, "(//a:i)[1]"), "inline elements have no node");
    finish(doc, document);
}

Test(akn, an_adopted_text_with_closing_lines)
{
    struct ph_document *document = ph_document_new("x.txt");
    document->lexicon = lexicon;
    struct ph_node *root = document->root;
    root->as.document.genre = PH_RESOLUTION;
    ph_set_field(root, PH_FIELD_SYMBOL, "A/RES/64/10 A");
    ph_set_field(root, PH_FIELD_NUMBER, "64/10 A");
    ph_set_field(root, PH_FIELD_ADOPTED, "2 March 2010");
    ph_set_field(root, PH_FIELD_SOURCE, "without reference to a Main Committee (A/64/L.45)");
    ph_set_field(root, PH_FIELD_DRAFT, "A/64/L.45");
    ph_set_field(root, PH_FIELD_DRAFT, "A/64/L.45/Add.1");
    ph_add(root, PH_TITLE, "Tides");
    ph_add(root, PH_ORGAN, "The General Assembly");
    add_numbered(root, PH_OPERATIVE, 1, NULL, "Adopts the plan.");
    ph_set_field(root, PH_FIELD_MEETING, "74th plenary meeting");
    ph_set_field(root, PH_FIELD_MEETING_DATE, "2 March 2010");
    ph_document_number(document);
    xmlDoc *doc = ph_akn(document);
    validate(doc, "the resolution");
    expect_text(doc, "//a:FRBRExpression/a:FRBRthis/@value",
                "/akn/un/statement/deliberation/un-ga/2010-03-02/64-10_A/eng@2010-03-02/!main");
    expect_text(doc, "//a:workflow/a:step/@date", "2010-03-02");
    expect_text(doc, "//a:conclusions/a:p/a:event", "74th plenary meeting");
    expect_text(doc, "//a:conclusions/a:p/a:docDate/@date", "2010-03-02");
    expect_text(doc, "count(//a:inline[@name='draft'])", "2");
    expect_text(doc, "count(//a:paragraph/a:num)", "0");
    finish(doc, document);
}

Test(akn, rules_see_numbers_as_printed)
{
    struct ph_document *document = ph_document_new("x.txt");
    document->lexicon = lexicon;
    document->root->as.document.genre = PH_RESOLUTION;
    add_numbered(document->root, PH_OPERATIVE, 1, "1.", "Notes this;");
    add_numbered(document->root, PH_OPERATIVE, 1, "3.", "Notes that.");
    ph_document_number(document);
    xmlDoc *doc = ph_akn(document);
    expect_text(doc, "//a:paragraph[2]/a:num", "3.");
    expect_text(doc, "//a:paragraph[2]/@eId", "para_2");
    finish(doc, document);
}

Test(akn, headings_are_sections_and_strays_are_marked)
{
    struct ph_document *document = ph_document_new("x.txt");
    document->lexicon = lexicon;
    struct ph_node *root = document->root;
    root->as.document.genre = PH_DRAFT;
    ph_add(root, PH_PARAGRAPH, "Somebody's remark");
    ph_add(root, PH_ORGAN, "The General Assembly,");
    ph_add(root, PH_HEADING, "Why");
    struct ph_node *pp = ph_add(root, PH_PREAMBULAR, "Noting:");
    struct ph_node *a = add_numbered(pp, PH_SUBPARAGRAPH, 2, "(a)", "This:");
    add_numbered(a, PH_SUBPARAGRAPH, 3, "(i)", "Here,");
    ph_add(a, PH_PARAGRAPH, "and there,");
    add_numbered(pp, PH_SUBPARAGRAPH, 2, "(b)", "That,");
    add_heading(root, 1, "I", "Tides");
    add_numbered(root, PH_OPERATIVE, 1, "1.", "Notes;");
    add_heading(root, 2, "A", "");
    ph_add(root, PH_PREAMBULAR, "Recalling,");
    add_numbered(root, PH_OPERATIVE, 1, "2.", "Notes:");
    ph_add(root->last, PH_PARAGRAPH, "quoted");
    ph_add(root->last, PH_SUBPARAGRAPH, "(a)");
    ph_add(root->last, PH_PARAGRAPH, "and so on;");
    add_heading(root, -5, "II", "Winds");
    ph_add(root, PH_ORGAN, "The General Assembly,");
    ph_add(root, PH_PARAGRAPH, "Left over");
    ph_add(root, PH_TITLE, "Late title");
    add_numbered(root, PH_OPERATIVE, 1, "3.", "Ends.");
    ph_document_number(document);
    xmlDoc *doc = ph_akn(document);
    validate(doc, "the draft with headings");
    expect_text(doc, "count(//a:mainBody/a:section)", "3");
    expect_text(doc, "count(//a:mainBody/a:section[1]/a:section/a:paragraph)", "1");
    expect_text(doc, "//a:hcontainer[@name='text']//a:p", "Left over");
    expect_text(doc, "//a:hcontainer[@refersTo='#preambular'][1]//a:p", "Recalling,");
    expect_text(doc, "//a:preface/a:container[@name='text']", "Somebody's remark");
    expect_text(doc, "count(//a:preamble/a:container[2]/a:blockList/a:item)", "2");
    expect_text(doc, "count(//a:item/a:blockList/a:item)", "1");
    expect_text(doc, "//a:paragraph[a:num='2.']/a:list/a:alinea[2]", "and so on;");
    finish(doc, document);
}

Test(akn, a_letter_with_annexes_and_a_draft_in_one)
{
    struct ph_document *document = ph_document_new("folder/my letter.md");
    document->lexicon = lexicon;
    struct ph_node *root = document->root, *annex, *draft;
    root->as.document.genre = PH_LETTER;
    ph_set_field(root, PH_FIELD_LETTER, "Letter dated 14 July 2009");
    ph_set_field(root, PH_FIELD_SIGNED, "A. Person");
    ph_add(root, PH_PARAGRAPH, "I have the honour.");
    annex = add_annex(root, "Annex I");
    ph_add(annex, PH_TITLE, "Explanatory memorandum");
    add_numbered(annex, PH_PARAGRAPH, 1, "1.", "Tides rise.");
    add_numbered(annex, PH_PARAGRAPH, 1, "2.", "Tides fall.");
    annex = add_annex(root, "Annex II");
    draft = ph_node_new(document, PH_DOCUMENT, "");
    draft->as.document.genre = PH_DRAFT;
    ph_append(annex, draft);
    ph_add(draft, PH_TITLE, "Tides");
    ph_add(draft, PH_ORGAN, "The General Assembly,");
    add_numbered(draft, PH_OPERATIVE, 1, "1.", "Notes resolution 64/10.");
    ph_add(add_annex(draft, "Appendix"), PH_PARAGRAPH, "Deep");
    annex = add_annex(root, "Annex III");
    ph_add(annex, PH_TITLE, "Another draft");
    draft = ph_append(annex, ph_node_new(document, PH_DOCUMENT, ""));
    draft->as.document.genre = PH_OTHER_GENRE;
    ph_document_number(document);
    xmlDoc *doc = ph_akn(document);
    validate(doc, "the letter");
    expect_text(doc, "/a:akomaNtoso/a:doc/@name", "letter");
    expect_text(doc, "//a:FRBRWork[1]/a:FRBRnumber/@value", "my_letter.md");
    expect_text(doc, "count(/a:akomaNtoso/a:doc/a:attachments/a:attachment)", "3");
    expect_text(doc, "count(//a:attachment[a:heading='Annex I']//a:paragraph)", "2");
    expect_text(doc, "//a:attachment[2]/a:heading", "Annex II");
    expect_text(doc, "//a:attachment[2]/a:statement//a:paragraph/@eId", "annex_2__para_1");
    expect_text(doc, "//a:attachment[2]//a:ref/@href",
                "/akn/un/statement/deliberation/un-ga/64-10");
    expect_text(doc, "//a:attachment[2]//a:attachment/@eId", "annex_2__annex_1");
    expect_text(doc, "//a:attachment[3]/a:doc//a:attachment/a:doc/@name", "document");
    finish(doc, document);
}

Test(akn, nothing_recognised_and_nothing_at_all)
{
    struct ph_document *document = ph_document_new(NULL);
    document->lexicon = lexicon;
    ph_document_number(document);
    xmlDoc *doc = ph_akn(document);
    validate(doc, "the empty document");
    xmlFreeDoc(doc);
    add_numbered(document->root, PH_PARAGRAPH, 1, NULL, "Dear diary");
    ph_add(add_annex(document->root, NULL), PH_CLOSING, "");
    add_annex(document->root, "");
    ph_document_number(document);
    doc = ph_akn(document);
    validate(doc, "the diary");
    expect_text(doc, "//a:mainBody/a:paragraph/@eId", "para_1");
    finish(doc, document);
}

Test(akn, lines_before_a_title_are_the_preface_unless_nothing_follows)
{
    struct ph_document *document = ph_document_new("x");
    document->lexicon = lexicon;
    struct ph_node *root = document->root;
    root->as.document.genre = PH_RESOLUTION;
    ph_add(root, PH_PARAGRAPH, "Unknown");
    ph_add(root, PH_TITLE, "Tides");
    ph_document_number(document);
    xmlDoc *doc = ph_akn(document);
    expect_text(doc, "//a:mainBody", "UnknownTides");
    xmlFreeDoc(doc);
    add_numbered(root, PH_OPERATIVE, 1, "1.", "Notes.");
    ph_document_number(document);
    doc = ph_akn(document);
    validate(doc, "lines before a title");
    expect_text(doc, "//a:preface", "UnknownTides");
    expect_text(doc, "//a:mainBody", "1.Notes.");
    finish(doc, document);
}

Test(akn, marks_of_comparing_and_overlapping_properties)
{
    struct ph_document *document = ph_document_new("x");
    document->lexicon = lexicon;
    struct ph_node *root = document->root, *node, *note;
    root->as.document.genre = PH_DRAFT;
    document->marked = true;
    node = add_numbered(root, PH_OPERATIVE, 1, NULL, "Notes the old new tides;");
    mark_words(node, PH_DELETED, "old ");
    mark_words(node, PH_INSERTED, "new ");
    mark_words(node, PH_BOLD, "the old");
    mark_words(node, PH_ITALIC, "old new");
    node = add_numbered(root, PH_OPERATIVE, 1, NULL, "Gone 64/10 of 2 March 2010;");
    node->mark = PH_NODE_DELETED;
    note = add_note(root, "1", "Gone, too.");
    note->mark = PH_NODE_DELETED;
    mark_note(node, "Gone", note);
    mark_note(node, "Gone", note);
    add_numbered(node, PH_SUBPARAGRAPH, 2, NULL, "And below;");
    node = add_numbered(root, PH_OPERATIVE, 1, NULL, "Comes.");
    node->mark = PH_NODE_INSERTED;
    ph_document_number(document);
    xmlDoc *doc = ph_akn(document);
    validate(doc, "the marked draft");
    expect_body(doc, "//a:paragraph[1]/a:content/a:p",
                "<p>Notes <b>the </b><del eId=\"del_1\"><b><i>old</i></b><i> </i></del>"
                "<ins eId=\"ins_2\"><i>new</i> </ins>tides;</p>");
    expect_text(doc, "//a:meta/a:notes/a:note", "Gone, too.");
    expect_text(doc, "count(//a:noteRef[@href='#ftn_x1'])", "2");
    expect_text(doc, "//a:paragraph[3]/@eId", "para_2");
    expect_text(doc, "count(//a:paragraph[2]//@eId[starts-with(., 'para')])", "0");
    finish(doc, document);
}

Test(akn, footnotes_in_footnotes_do_not_nest)
{
    struct ph_document *document = ph_document_new("x");
    document->lexicon = lexicon;
    struct ph_node *root = document->root;
    struct ph_node *node = ph_add(root, PH_PARAGRAPH, "See");
    struct ph_node *one = add_note(root, "1", "See the other");
    struct ph_node *two = add_note(root, "2", "See the first");
    add_note(root, NULL, "Nobody mentions this");
    mark_note(node, "See", one);
    mark_note(one, "other", two);
    mark_note(two, "first", one);
    mark_note(two, "first", two);
    ph_document_number(document);
    xmlDoc *doc = ph_akn(document);
    validate(doc, "notes in notes");
    expect_text(doc, "count(//a:note)", "2");
    expect_text(doc, "count(//a:authorialNote)", "1");
    expect_text(doc, "count(//a:noteRef)", "3");
    finish(doc, document);
}

Test(akn, deep_nesting_costs_no_stack_and_little_memory)
{
    enum { DEPTH = 5000 };
    struct ph_document *document = ph_document_new("x");
    document->lexicon = lexicon;
    struct ph_node *node = ph_add(document->root, PH_OPERATIVE, "Notes:");
    for (int i = 0; i < DEPTH; i++)
        node = ph_add(node, PH_SUBPARAGRAPH, "x");
    struct ph_node *annex = document->root;
    for (int i = 0; i < DEPTH; i++)
        annex = ph_add(annex, PH_ANNEX, "");
    ph_document_number(document);
    xmlDoc *doc = ph_akn(document);
    expect_text(doc, "count(//a:point) + count(//a:attachment)", "10000");
    finish(doc, document);
}
