/* The Word writer: what the parts of the package hold, asked with XPath of the flat form. */
#include <string.h>

#include "docx_flat.h"

static const struct ph_write_options plain = {.width = 0};

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
