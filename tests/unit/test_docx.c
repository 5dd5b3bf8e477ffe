/* The Word writer: what the parts of the package hold, asked with XPath of the flat form. */
#include <criterion/criterion.h>
#include <libxml/xpathInternals.h>
#include <string.h>

#include "base/xml.h"
#include "doc/node.h"
#include "write/write.h"

#define W "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

static const struct ph_write_options plain = {.width = 0};

/* ---- helpers ---- */

static struct ph_node *add_paragraph(struct ph_document *document, enum ph_kind kind,
                                     const char *text, size_t opening)
{
    struct ph_node *node = ph_add(document->root, kind, text);
    node->as.paragraph.opening.to = opening;
    return node;
}

static struct ph_node *add_note(struct ph_document *document, const char *mark, const char *text)
{
    struct ph_node *note = ph_node_new(document, PH_FOOTNOTE, text);
    note->as.footnote.mark = mark;
    return note;
}

static xmlDoc *flat(struct ph_document *document, const struct ph_write_options *options)
{
    struct ph_buffer out = {0};
    struct ph_error error = {PH_OK, ""};
    xmlDoc *doc = NULL;
    ph_document_number(document);
    cr_assert_eq(ph_write_flatopc(document, options, &out, &error), PH_OK, "%s", error.message);
    cr_assert_eq(ph_xml_parse("flat", out.data, out.length, &doc, &error), PH_OK, "%s",
                 error.message);
    ph_buffer_free(&out);
    return doc;
}

static double number_of(xmlDoc *doc, const char *expression)
{
    xmlXPathContext *context = ph_xml_xpath(doc);
    xmlXPathRegisterNs(context, (const xmlChar *)"w", (const xmlChar *)W);
    xmlXPathRegisterNs(context, (const xmlChar *)"pkg",
                       (const xmlChar *)"http://schemas.microsoft.com/office/2006/xmlPackage");
    xmlXPathObject *value = xmlXPathEvalExpression((const xmlChar *)expression, context);
    cr_assert(value, "%s", expression);
    double number = xmlXPathCastToNumber(value);
    xmlXPathFreeObject(value);
    xmlXPathFreeContext(context);
    return number;
}

static void expect(xmlDoc *doc, const char *expression, double wanted)
{
    double found = number_of(doc, expression);
    cr_expect_eq(found, wanted, "%s is %g, not %g", expression, found, wanted);
}

static void finish(xmlDoc *doc, struct ph_document *document)
{
    xmlFreeDoc(doc);
    ph_document_free(document);
}

/* ---- the package ---- */

Test(docx, same_bytes_twice_and_types_first)
{
    struct ph_document *document = ph_document_new("t");
    ph_set_field(document->root, PH_FIELD_SYMBOL, "A/75/L.1");
    ph_add(document->root, PH_ORGAN, "The General Assembly,");
    ph_document_number(document);
    struct ph_buffer one = {0}, two = {0};
    cr_assert_eq(ph_write_docx(document, &plain, &one, NULL), PH_OK);
    cr_assert_eq(ph_write_docx(document, &plain, &two, NULL), PH_OK);
    cr_assert_eq(one.length, two.length);
    cr_expect_eq(memcmp(one.data, two.data, one.length), 0);
    cr_expect_eq(memcmp(one.data + 30, "[Content_Types].xml", 19), 0);
    ph_buffer_free(&one);
    ph_buffer_free(&two);
    ph_document_free(document);
}

Test(docx, comments_only_when_there_are_some)
{
    struct ph_document *document = ph_document_new("t");
    struct ph_node *op = add_paragraph(document, PH_OPERATIVE, "Decides;", 7);
    op->origin = (struct ph_origin){.how = PH_VERBATIM, .symbol = "73/331", .label = "OP1"};
    xmlDoc *doc = flat(document, &plain);
    expect(doc, "count(//w:comment|//pkg:part[@pkg:name='/word/comments.xml'])", 0);
    xmlFreeDoc(doc);
    struct ph_write_options sources = {.sources = true};
    doc = flat(document, &sources);
    expect(doc, "count(//w:comment[contains(., 'OP1 of 73/331, word for word.')])", 1);
    expect(doc, "count(//w:commentReference[@w:id=//w:comment/@w:id])", 1);
    finish(doc, document);
}

/* ---- the masthead ---- */

Test(docx, masthead_in_the_first_header)
{
    struct ph_document *document = ph_document_new("t");
    struct ph_node *symbol = ph_set_field(document->root, PH_FIELD_SYMBOL, "A/75/L.[…]");
    ph_text_mark(symbol, PH_PLACEHOLDER, 7, symbol->text.length);
    ph_set_field(document->root, PH_FIELD_DISTRIBUTION, "Limited");
    xmlDoc *doc = flat(document, &plain);
    expect(doc, "count(//w:hdr//w:tbl//w:r[w:rPr/w:sz/@w:val='40'][w:t='A'])", 1);
    expect(doc, "count(//w:hdr//w:r[w:rPr/w:highlight/@w:val='yellow'][w:t='[…]'])", 3);
    expect(doc, "count(//w:hdr//w:p[.='Distr.: Limited'])", 1);
    expect(doc, "count(//w:t[contains(., '{')])", 0);
    finish(doc, document);
}

Test(docx, sponsors_and_their_note)
{
    struct ph_document *document = ph_document_new("t");
    struct ph_node *sponsors = ph_set_field(document->root, PH_FIELD_SPONSORS, "Italy");
    ph_set_field(document->root, PH_FIELD_PROPOSAL, "draft resolution");
    struct ph_node *note = add_note(document, "*", "On behalf of others.");
    ph_append(document->root, note);
    ph_text_mark(sponsors, PH_NOTE, 5, 5)->note = note;
    xmlDoc *doc = flat(document, &plain);
    expect(doc, "count(//w:body/w:p[.='Italy:* draft resolution'])", 1);
    expect(doc, "count(//w:footnoteReference[@w:customMarkFollows='1'])", 1);
    finish(doc, document);
}

/* ---- paragraphs ---- */

Test(docx, opening_italic_and_number_typed)
{
    struct ph_document *document = ph_document_new("t");
    ph_add(document->root, PH_ORGAN, "The General Assembly,");
    add_paragraph(document, PH_PREAMBULAR, "Recalling also its resolution,", 14);
    add_paragraph(document, PH_OPERATIVE, "Takes note of it;", 10);
    add_paragraph(document, PH_OPERATIVE, "Decides so.", 7);
    xmlDoc *doc = flat(document, &plain);
    expect(doc, "count(//w:r[w:rPr/w:i][w:t='The General Assembly'])", 1);
    expect(doc, "count(//w:r[w:rPr/w:i][w:t='Recalling also'])", 1);
    expect(doc, "count(//w:body/w:p[w:r[1][w:t='2.'][w:tab]])", 1);
    finish(doc, document);
}

Test(docx, characters_that_xml_cannot_hold)
{
    struct ph_document *document = ph_document_new("t");
    ph_add(document->root, PH_TITLE,
           "a\x01"
           "b<&>\xEF\xBF\xBE"
           "c");
    xmlDoc *doc = flat(document, &plain);
    expect(doc, "count(//w:body/w:p[.='ab<&>c'])", 1);
    finish(doc, document);
}

/* ---- footnotes ---- */

Test(docx, note_cited_again)
{
    struct ph_document *document = ph_document_new("t");
    struct ph_node *one = add_paragraph(document, PH_PREAMBULAR, "Recalling it,", 9);
    struct ph_node *two = add_paragraph(document, PH_PREAMBULAR, "Noting it,", 6);
    struct ph_node *note = add_note(document, "1", "Resolution 60/1.");
    ph_append(document->root, note);
    ph_text_mark(one, PH_NOTE, 13, 13)->note = note;
    ph_text_mark(two, PH_NOTE, 10, 10)->note = note;
    xmlDoc *doc = flat(document, &plain);
    expect(doc, "count(//w:footnoteReference)", 1);
    expect(doc, "count(//w:instrText[contains(., //w:bookmarkStart/@w:name)])", 1);
    expect(doc, "count(//w:footnote[@w:id='1'][contains(., 'Resolution 60/1.')])", 1);
    finish(doc, document);
}

Test(docx, note_of_the_header_is_carried_by_the_body)
{
    struct ph_document *document = ph_document_new("t");
    struct ph_node *symbol = ph_set_field(document->root, PH_FIELD_SYMBOL, "A/75/L.6");
    ph_set_field(document->root, PH_FIELD_SESSION, "Seventy-fifth session");
    struct ph_node *note = add_note(document, "*", "Reissued.");
    ph_append(document->root, note);
    ph_text_mark(symbol, PH_NOTE, 8, 8)->note = note;
    xmlDoc *doc = flat(document, &plain);
    expect(doc, "count(//w:hdr//w:footnoteReference)", 0);
    expect(doc, "count(//w:hdr//w:p[.='A/75/L.6*'])", 3);
    expect(doc, "count(//w:body/w:p[1]//w:footnoteReference)", 1);
    finish(doc, document);
}

/* ---- tracked changes ---- */

static struct ph_document *marked(void)
{
    struct ph_document *document = ph_document_new("t");
    document->marked = true;
    struct ph_node *first = add_paragraph(document, PH_OPERATIVE, "Decides so;", 7);
    first->mark = PH_NODE_DELETED;
    struct ph_node *kept = add_paragraph(document, PH_OPERATIVE, "Notes an old new word;", 5);
    ph_text_mark(kept, PH_DELETED, 9, 13);
    ph_text_mark(kept, PH_INSERTED, 13, 17);
    add_paragraph(document, PH_OPERATIVE, "Welcomes it;", 8)->mark = PH_NODE_INSERTED;
    add_paragraph(document, PH_OPERATIVE, "Thanks them.", 6);
    return document;
}

Test(docx, words_and_paragraphs_tracked)
{
    struct ph_document *document = marked();
    struct ph_write_options options = {.author = "Us", .date = "2020-01-01T00:00:00Z"};
    xmlDoc *doc = flat(document, &options);
    expect(doc, "count(//w:p[w:pPr/w:rPr/w:del][w:del//w:delText='Decides'])", 1);
    expect(doc, "count(//w:p[w:pPr/w:rPr/w:ins][w:ins//w:t='Welcomes'])", 1);
    expect(doc, "count(//w:del[.='old '][@w:author='Us'][@w:date])", 1);
    expect(doc, "count(//w:ins[.='new '])", 1);
    expect(doc, "count(//w:del//w:t)", 0);
    expect(doc, "count(//w:settings/w:trackRevisions)", 1);
    expect(doc, "count((//w:ins|//w:del)[@w:id=following::*[self::w:ins or self::w:del]/@w:id])",
           0);
    finish(doc, document);
}

Test(docx, renumbering_is_tracked)
{
    struct ph_document *document = marked();
    xmlDoc *doc = flat(document, &plain);
    /* the second paragraph becomes the first; the last stays the third */
    expect(doc, "count(//w:p[contains(., 'Notes')][w:del[.='2.']][w:ins[.='1.']])", 1);
    expect(doc, "count(//w:p[contains(., 'Thanks')][w:r[w:t='3.']])", 1);
    finish(doc, document);
}

Test(docx, a_move_has_two_ends_of_one_name)
{
    struct ph_document *document = ph_document_new("t");
    document->marked = true;
    struct ph_node *from = add_paragraph(document, PH_PREAMBULAR, "Recalling it,", 9);
    add_paragraph(document, PH_PREAMBULAR, "Noting it,", 6);
    struct ph_node *to = add_paragraph(document, PH_PREAMBULAR, "Recalling it,", 9);
    from->mark = PH_MOVED_FROM;
    to->mark = PH_MOVED_TO;
    from->twin = to;
    to->twin = from;
    xmlDoc *doc = flat(document, &plain);
    expect(doc, "count(//w:moveFromRangeStart[@w:name=//w:moveToRangeStart/@w:name])", 1);
    expect(doc, "count(//w:moveFromRangeEnd[@w:id=//w:moveFromRangeStart/@w:id])", 1);
    expect(doc, "count(//w:moveToRangeEnd[@w:id=//w:moveToRangeStart/@w:id])", 1);
    finish(doc, document);
}
