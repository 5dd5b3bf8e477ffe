/* The Word writer: tracked changes, asked with XPath of the flat form. Whoever accepts or rejects
 * them takes what stands in w:ins and w:del, paragraph by paragraph. */
#include "docx_flat.h"

static const struct ph_write_options plain = {.width = 0};

/* ---- words and paragraphs ---- */

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

Test(docx_tracked, words_and_paragraphs_tracked)
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

Test(docx_tracked, a_comment_comes_with_its_paragraph)
{
    struct ph_document *document = marked();
    struct ph_write_options sources = {.sources = true};
    document->root->last->previous->origin =
        (struct ph_origin){.how = PH_VERBATIM, .symbol = "73/331", .label = "OP1"};
    xmlDoc *doc = flat(document, &sources);
    expect(doc, "count(//w:p[contains(., 'Welcomes')]/w:ins//w:commentReference)", 1);
    finish(doc, document);
}

/* ---- numbers ---- */

Test(docx_tracked, numbers_are_counted_by_word)
{
    struct ph_document *document = marked();
    add_paragraph(document, PH_PREAMBULAR, "Noting:", 6);
    struct ph_node *sub = ph_add(document->root->last, PH_SUBPARAGRAPH, "One;");
    sub->as.paragraph.level = 2;
    sub->as.paragraph.number = "(a)";
    sub = ph_add(document->root->last->previous, PH_SUBPARAGRAPH, "Two;");
    sub->as.paragraph.level = 2;
    sub->as.paragraph.number = "(a)";
    sub->mark = PH_NODE_INSERTED;
    xmlDoc *doc = flat(document, &plain);
    /* four operative paragraphs and the new sub-paragraph are one list; where nothing came or went,
     * numbers are typed */
    expect(doc, "count(//w:p[w:pPr/w:numPr[w:ilvl/@w:val='0'][w:numId/@w:val='1']])", 4);
    expect(doc, "count(//w:p[w:pPr/w:numPr[w:ilvl/@w:val='1'][w:numId/@w:val='1']])", 1);
    expect(doc, "count(//w:num[w:abstractNumId/@w:val=//w:abstractNum/@w:abstractNumId])", 1);
    expect(doc, "count(//w:pPr[w:numPr]/*[1][self::w:pStyle])", 5);
    expect(doc, "count(//w:p[contains(., 'One')]/w:r[w:t='(a)'])", 1);
    expect(doc, "count(//w:t[contains(., '1.')]|//w:delText[contains(., '1.')])", 0);
    finish(doc, document);
}

Test(docx_tracked, no_automatic_numbers_without_changes)
{
    struct ph_document *document = ph_document_new("t");
    add_paragraph(document, PH_OPERATIVE, "Decides so;", 7);
    add_paragraph(document, PH_OPERATIVE, "Thanks them.", 6);
    xmlDoc *doc = flat(document, &plain);
    expect(doc, "count(//w:numPr|//w:num|//pkg:part[@pkg:name='/word/numbering.xml'])", 0);
    expect(doc, "count(//*[@Target='numbering.xml']|//*[@PartName='/word/numbering.xml'])", 0);
    finish(doc, document);
}

Test(docx_tracked, a_number_against_the_order_is_not_lost)
{
    struct ph_document *document = marked();
    struct ph_node *first = document->root->first;
    first->as.paragraph.number = "7.";
    xmlDoc *doc = flat(document, &plain);
    expect(doc, "count(//w:p[w:del[contains(., '7.')]][not(w:pPr/w:numPr)])", 1);
    expect(doc, "count(//w:p[w:pPr/w:numPr])", 3);
    xmlFreeDoc(doc);
    first->next->as.paragraph.number = "9.";
    doc = flat(document, &plain);
    expect(doc, "count(//w:p[w:pPr/w:numPr])", 0);
    expect(doc, "count(//w:p[contains(., 'Notes')][w:del[.='9.']][w:ins[.='1.']])", 1);
    finish(doc, document);
}

Test(docx_tracked, a_lone_paragraph_gets_its_number_typed)
{
    struct ph_document *document = ph_document_new("t");
    document->marked = true;
    add_paragraph(document, PH_OPERATIVE, "Decides so;", 7);
    add_paragraph(document, PH_OPERATIVE, "Thanks them.", 6)->mark = PH_NODE_INSERTED;
    xmlDoc *doc = flat(document, &plain);
    expect(doc, "count(//w:numPr)", 0);
    expect(doc, "count(//w:p[contains(., 'Decides')][w:ins[.='1.']])", 1);
    expect(doc, "count(//w:p[contains(., 'Thanks')]/w:ins[.='2.'])", 1);
    finish(doc, document);
}

/* ---- footnotes ---- */

/* The mark that came now carries the note, and the one that stays carried it before. */
Test(docx_tracked, a_note_that_is_mentioned_earlier_now)
{
    struct ph_document *document = ph_document_new("t");
    document->marked = true;
    struct ph_node *first = add_paragraph(document, PH_PREAMBULAR, "Recalling it,", 9);
    struct ph_node *second = add_paragraph(document, PH_PREAMBULAR, "Noting it,", 6);
    struct ph_node *note = add_note(document, "1", "Resolution 60/1 old.");
    ph_append(document->root, note);
    ph_text_mark(note, PH_DELETED, 15, 19);
    first->mark = PH_NODE_INSERTED;
    ph_text_mark(first, PH_NOTE, 13, 13)->note = note;
    ph_text_mark(second, PH_NOTE, 10, 10)->note = note;
    xmlDoc *doc = flat(document, &plain);
    expect(doc, "count(//w:p[contains(., 'Recalling')]/w:ins//w:footnoteReference[@w:id='1'])", 1);
    expect(doc, "count(//w:p[contains(., 'Noting')]/w:del//w:footnoteReference[@w:id='2'])", 1);
    expect(doc, "count(//w:p[contains(., 'Noting')]/w:ins//w:instrText[contains(., 'Note1')])", 1);
    expect(doc, "count(//w:footnote[@w:id='1']//w:ins[.='Resolution 60/1.'])", 1);
    expect(doc, "count(//w:footnote[@w:id='2']//w:del[.='Resolution 60/1 old.'])", 1);
    finish(doc, document);
}

Test(docx_tracked, notes_stand_in_the_order_of_their_marks)
{
    struct ph_document *document = ph_document_new("t");
    document->marked = true;
    struct ph_node *first = add_paragraph(document, PH_PREAMBULAR, "Recalling it,", 9);
    struct ph_node *second = add_paragraph(document, PH_PREAMBULAR, "Noting it,", 6);
    struct ph_node *kept = add_note(document, "1", "Kept."),
                   *gone = add_note(document, "2", "Gone.");
    ph_append(document->root, kept);
    ph_append(document->root, gone)->mark = PH_NODE_DELETED;
    ph_text_mark(first, PH_NOTE, 13, 13)->note = gone;
    ph_text_mark(second, PH_NOTE, 10, 10)->note = kept;
    xmlDoc *doc = flat(document, &plain);
    expect(doc, "count(//w:p/w:del//w:footnoteReference)", 1);
    expect(doc, "count(//w:footnotes/w:footnote[not(@w:type)])", 2);
    expect(doc, "count(//w:footnote[.='Gone.']/following-sibling::w:footnote[.='Kept.'])", 1);
    finish(doc, document);
}

/* ---- the masthead ---- */

Test(docx_tracked, a_note_of_the_header_that_came)
{
    struct ph_document *document = ph_document_new("t");
    document->marked = true;
    struct ph_node *symbol = ph_set_field(document->root, PH_FIELD_SYMBOL, "A/75/L.6");
    ph_set_field(document->root, PH_FIELD_SESSION, "Seventy-fifth session");
    struct ph_node *note = add_note(document, "*", "Reissued.");
    ph_append(document->root, note);
    struct ph_inline *mark = ph_text_mark(symbol, PH_NOTE, 8, 8);
    mark->note = note;
    mark->name = "inserted";
    xmlDoc *doc = flat(document, &plain);
    expect(doc, "count(//w:hdr//w:p/w:ins[.='*'])", 3);
    expect(doc, "count(//w:body/w:p[1]/w:ins[1][.//w:footnoteReference])", 1);
    expect(doc, "count(//w:footnote//w:ins[.='Reissued.'])", 1);
    finish(doc, document);
}

Test(docx_tracked, both_symbols_begin_with_a_large_letter)
{
    struct ph_document *document = ph_document_new("t");
    document->marked = true;
    struct ph_node *symbol = ph_set_field(document->root, PH_FIELD_SYMBOL, "A/RES/1A/75/L.6");
    ph_text_mark(symbol, PH_DELETED, 0, 7);
    ph_text_mark(symbol, PH_INSERTED, 7, 15);
    xmlDoc *doc = flat(document, &plain);
    expect(doc, "count(//w:tbl//w:del[.='A/RES/1'][w:r[1][.='A']/w:rPr/w:sz/@w:val='40'])", 1);
    expect(doc, "count(//w:tbl//w:ins[.='A/75/L.6'][w:r[1][.='A']/w:rPr/w:sz/@w:val='40'])", 1);
    finish(doc, document);
}

Test(docx_tracked, the_organ_of_the_house_stays_and_lines_that_went_go)
{
    struct ph_document *document = ph_document_new("t");
    document->marked = true;
    ph_set_field(document->root, PH_FIELD_ORGAN, "General Assembly")->mark = PH_NODE_DELETED;
    ph_set_field(document->root, PH_FIELD_DISTRIBUTION, "General")->mark = PH_NODE_DELETED;
    xmlDoc *doc = flat(document, &plain);
    expect(doc, "count(//w:hdr//w:p[w:r[.='General Assembly']][not(w:del|w:ins)])", 1);
    expect(doc, "count(//w:hdr//w:p[w:pPr/w:rPr/w:del][.='Distr.: General'])", 1);
    /* the cell keeps a paragraph that no change is in */
    expect(doc, "count(//w:hdr//w:tc[.='Distr.: General']/w:p[last()][not(.//w:del)])", 1);
    finish(doc, document);
}

/* ---- what LibreOffice needs ---- */

Test(docx_tracked, the_end_behind_inserted_words_is_the_new_one)
{
    struct ph_document *document = ph_document_new("t");
    document->marked = true;
    struct ph_node *kept = add_paragraph(document, PH_PREAMBULAR, "Noting it now,", 6);
    ph_text_mark(kept, PH_INSERTED, 9, 14);
    add_paragraph(document, PH_PREAMBULAR, "Recalling it,", 9)->mark = PH_NODE_INSERTED;
    add_paragraph(document, PH_PREAMBULAR, "Welcoming it,", 9)->mark = PH_NODE_INSERTED;
    xmlDoc *doc = flat(document, &plain);
    expect(doc, "count(//w:p[contains(., 'Noting')]/w:pPr/w:rPr/w:ins)", 1);
    expect(doc, "count(//w:p[contains(., 'Recalling')]/w:pPr/w:rPr/w:ins)", 1);
    expect(doc, "count(//w:p[contains(., 'Welcoming')]/w:pPr/w:rPr/w:ins)", 0);
    finish(doc, document);
}

Test(docx_tracked, a_new_paragraph_takes_no_number_of_one_that_went)
{
    struct ph_document *document = ph_document_new("t");
    document->marked = true;
    add_paragraph(document, PH_PREAMBULAR, "Noting it,", 6)->mark = PH_NODE_DELETED;
    add_paragraph(document, PH_OPERATIVE, "Decides so;", 7)->mark = PH_NODE_DELETED;
    add_paragraph(document, PH_PREAMBULAR, "Recalling it,", 9)->mark = PH_NODE_INSERTED;
    add_paragraph(document, PH_OPERATIVE, "Thanks them;", 6);
    add_paragraph(document, PH_OPERATIVE, "Welcomes it.", 8);
    xmlDoc *doc = flat(document, &plain);
    expect(doc, "count(//w:p[contains(., 'Recalling')]/preceding-sibling::w:p)", 1);
    expect(doc, "count(//w:p[contains(., 'Decides')]/preceding-sibling::w:p)", 2);
    finish(doc, document);
}

Test(docx_tracked, new_paragraphs_before_another_look_stand_before_those_that_went)
{
    struct ph_document *document = ph_document_new("t");
    document->marked = true;
    add_paragraph(document, PH_OPERATIVE, "Decides so;", 7);
    add_paragraph(document, PH_OPERATIVE, "Thanks them.", 6)->mark = PH_NODE_DELETED;
    add_paragraph(document, PH_OPERATIVE, "Welcomes it.", 8)->mark = PH_NODE_INSERTED;
    xmlDoc *doc = flat(document, &plain);
    expect(doc,
           "count(//w:p[contains(., 'Welcomes')]/following-sibling::w:p[contains(., 'Thanks')])",
           1);
    finish(doc, document);
}

Test(docx_tracked, deleted_words_stand_last_before_a_new_line_of_another_look)
{
    struct ph_document *document = ph_document_new("t");
    document->marked = true;
    struct ph_node *item = ph_set_field(document->root, PH_FIELD_AGENDA_ITEM, "156109");
    ph_text_mark(item, PH_DELETED, 0, 3);
    ph_text_mark(item, PH_INSERTED, 3, 6);
    ph_set_field(document->root, PH_FIELD_ITEM_TITLE, "Cooperation")->mark = PH_NODE_INSERTED;
    xmlDoc *doc = flat(document, &plain);
    expect(doc, "count(//w:body/w:p[w:del[.='156']][*[last()][self::w:del]])", 1);
    finish(doc, document);
}

/* ---- moves ---- */

Test(docx_tracked, a_move_has_two_ends_of_one_name)
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
    /* the schema wants their date, and that of nothing else */
    expect(doc, "count(//*[@w:date])", 2);
    expect(doc, "count(//w:moveFromRangeStart/@w:date|//w:moveToRangeStart/@w:date)", 2);
    finish(doc, document);
}

Test(docx_tracked, a_move_holds_what_is_inside_of_it)
{
    struct ph_document *document = ph_document_new("t");
    document->marked = true;
    struct ph_node *from = add_paragraph(document, PH_OPERATIVE, "Decides:", 7);
    struct ph_node *sub = ph_add(from, PH_SUBPARAGRAPH, "To go;");
    add_paragraph(document, PH_OPERATIVE, "Thanks them;", 6);
    struct ph_node *to = add_paragraph(document, PH_OPERATIVE, "Decides:", 7);
    from->mark = sub->mark = PH_MOVED_FROM;
    to->mark = PH_MOVED_TO;
    from->twin = to;
    to->twin = from;
    xmlDoc *doc = flat(document, &plain);
    expect(doc, "count(//w:moveFromRangeEnd/preceding-sibling::w:p)", 2);
    expect(doc, "count(//w:moveFromRangeStart|//w:moveFromRangeEnd)", 2);
    finish(doc, document);
}
