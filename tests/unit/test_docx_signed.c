/* What compare --author, --date, --formatting and --sources ask of the Word writer, and paragraphs
 * that were split or merged. */
#include "docx_flat.h"

static const struct ph_write_options plain = {.width = 0};

/* ---- signatures and sources ---- */

Test(docx_signed, comments_are_signed_like_changes)
{
    const struct ph_write_options options = {
        .sources = true, .author = "Ana de la Ruiz Peña", .date = "2020-10-12"};
    struct ph_document *document = ph_document_new("t");
    add_paragraph(document, PH_OPERATIVE, "Decides;", 7)->origin.how = PH_VERBATIM;
    xmlDoc *doc = flat(document, &options);
    expect(doc, "count(//w:comment[@w:author='Ana de la Ruiz Peña'][@w:initials='AdlRP'])", 1);
    expect(doc, "count(//w:comment[@w:date='2020-10-12T00:00:00Z'])", 1);
    finish(doc, document);
}

Test(docx_signed, sources_in_a_table)
{
    const struct ph_write_options options = {.source_table = true};
    struct ph_document *document = ph_document_new("t");
    add_paragraph(document, PH_OPERATIVE, "Decides;", 7)->origin =
        (struct ph_origin){.how = PH_VERBATIM, .symbol = "73/331", .label = "OP8"};
    add_paragraph(document, PH_OPERATIVE, "Notes.", 5);
    xmlDoc *doc = flat(document, &options);
    expect(doc, "count(//w:body/w:tbl/w:tr)", 1);
    expect(doc, "count(//w:body/w:tbl/w:tr[w:tc[1]='OP1'][w:tc[2]='OP8 of 73/331, verbatim'])", 1);
    expect(doc, "count(//w:body/w:tbl/following-sibling::w:p)", 1);
    expect(doc, "count(//w:comment)", 0);
    finish(doc, document);
}

Test(docx_signed, changes_are_signed_as_asked)
{
    const struct ph_write_options options = {.author = "Ana Ruiz", .date = "2020-10-12"};
    struct ph_document *document = ph_document_new("t");
    document->marked = true;
    add_paragraph(document, PH_OPERATIVE, "Decides;", 7);
    add_paragraph(document, PH_OPERATIVE, "Notes.", 5)->mark = PH_NODE_INSERTED;
    xmlDoc *doc = flat(document, &options);
    expect(doc, "count(//w:ins) > 1", 1);
    expect(doc, "count(//w:ins[not(@w:date='2020-10-12T00:00:00Z')])", 0);
    expect(doc, "count(//w:ins[not(@w:author='Ana Ruiz')])", 0);
    xmlFreeDoc(doc);
    doc = flat(document, &plain);
    expect(doc, "count(//@w:date)", 0);
    finish(doc, document);
}

/* ---- looks ---- */

Test(docx_signed, an_old_look_is_kept_with_the_words)
{
    struct ph_document *document = ph_document_new("t");
    document->marked = true;
    struct ph_node *node = add_paragraph(document, PH_PREAMBULAR, "Recalling the lake,", 9);
    ph_text_mark(node, PH_ITALIC, 0, 9);
    ph_text_mark(node, PH_RESTYLED, 10, 13)->name = "italic";
    xmlDoc *doc = flat(document, &plain);
    expect(doc, "count(//w:r[.='the']/w:rPr/*[last()][self::w:rPrChange][@w:author]/w:rPr/w:i)", 1);
    expect(doc, "count(//w:rPrChange)", 1);
    finish(doc, document);
}

/* ---- paragraphs split and merged: Word counts them ---- */

#define P_DECIDES "//w:p[contains(., 'Decides')]"
#define P_NOTES "//w:p[contains(., 'Notes')]"

static struct ph_document *two_in_one(enum ph_end end)
{
    struct ph_document *document = ph_document_new("t");
    document->marked = true;
    add_paragraph(document, PH_OPERATIVE, "Decides so;", 7)->end = end;
    add_paragraph(document, PH_OPERATIVE, "Notes this;", 5)->as.paragraph.number =
        end == PH_END_DELETED ? "2." : NULL;
    add_paragraph(document, PH_OPERATIVE, "Thanks them.", 6)->as.paragraph.number =
        end == PH_END_DELETED ? "3." : "2.";
    document->root->first->as.paragraph.number = "1.";
    return document;
}

Test(docx_signed, a_split_is_an_inserted_mark)
{
    struct ph_document *document = two_in_one(PH_END_INSERTED);
    xmlDoc *doc = flat(document, &plain);
    expect(doc, "count(" P_DECIDES "[w:pPr/w:rPr/w:ins]/w:del[.=' '])", 1);
    expect(doc, "count(" P_NOTES "[not(w:pPr/w:rPr)][w:pPr/w:numPr])", 1);
    expect(doc, "count(" P_NOTES "/w:del)", 0);
    finish(doc, document);
}

Test(docx_signed, a_merger_is_a_deleted_mark)
{
    struct ph_document *document = two_in_one(PH_END_DELETED);
    xmlDoc *doc = flat(document, &plain);
    expect(doc, "count(" P_DECIDES "[w:pPr/w:rPr/w:del]/w:ins[.=' '])", 1);
    expect(doc, "count(" P_NOTES "[not(w:pPr/w:rPr)][w:pPr/w:numPr])", 1);
    expect(doc, "count(" P_NOTES "/w:ins)", 0);
    finish(doc, document);
}
