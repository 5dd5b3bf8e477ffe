/* The Word writer's comments at words: where they begin and end among runs, changes and footnote
 * marks, and what becomes of those whose words are not in the text. */
#include "docx_flat.h"

/* Writes a document with these comments. */
static xmlDoc *flat_with(struct ph_document *document, const struct ph_comment *comments,
                         size_t count)
{
    const struct ph_write_options options = {.comments = comments, .comment_count = count};
    return flat(document, &options);
}

/* What stands between the ends of comment `id`, as an expression. */
#define WITHIN(id)                                                                                 \
    "[preceding-sibling::w:commentRangeStart[@w:id='" id                                           \
    "'] and following-sibling::w:commentRangeEnd[@w:id='" id "']]"

Test(docx_comments, one_stands_at_its_words)
{
    struct ph_document *document = ph_document_new("t");
    const struct ph_node *op = add_paragraph(document, PH_OPERATIVE, "Decides to act;", 7);
    const struct ph_comment comment = {.node = op, .from = 8, .to = 10, .text = "wrong\nrule"};
    xmlDoc *doc = flat_with(document, &comment, 1);
    expect(doc, "count(//w:r" WITHIN("1") ")", 1);
    expect(doc, "count(//w:r" WITHIN("1") "[. = 'to'])", 1);
    expect(doc, "count(//w:commentRangeEnd/following-sibling::*[1]/w:commentReference)", 1);
    expect(doc, "count(//w:comment[@w:id='1']/w:p)", 2);
    expect(doc, "string(//w:comment/w:p[2]) = 'rule'", 1);
    finish(doc, document);
}

Test(docx_comments, without_a_place_one_is_for_all_words)
{
    struct ph_document *document = ph_document_new("t");
    const struct ph_node *op = add_paragraph(document, PH_OPERATIVE, "Decides to act;", 7);
    const struct ph_comment comment = {.node = op, .text = "wrong"};
    xmlDoc *doc = flat_with(document, &comment, 1);
    expect(doc, "count(//w:r" WITHIN("1") "[. = 'Decides'])", 1);
    expect(doc, "count(//w:r" WITHIN("1") "[. = ' to act;'])", 1);
    finish(doc, document);
}

Test(docx_comments, those_that_overlap_or_meet_have_their_own_ends)
{
    struct ph_document *document = ph_document_new("t");
    const struct ph_node *op = add_paragraph(document, PH_OPERATIVE, "Decides to act;", 7);
    const struct ph_comment comments[] = {{.node = op, .from = 0, .to = 10, .text = "a"},
                                          {.node = op, .from = 8, .to = 15, .text = "b"},
                                          {.node = op, .from = 10, .to = 14, .text = "c"}};
    xmlDoc *doc = flat_with(document, comments, 3);
    expect(doc, "count(//w:commentReference)", 3);
    expect(doc, "count(//w:comment[@w:id='1'][. = 'a']|//w:comment[@w:id='3'][. = 'c'])", 2);
    expect(doc, "count(//w:r" WITHIN("1") WITHIN("2") "[. = 'to'])", 1);
    expect(doc, "count(//w:r" WITHIN("2") WITHIN("3") "[. = ' act'])", 1);
    expect(doc, "count(//w:r" WITHIN("3") "[. = 'to' or . = ';'])", 0);
    finish(doc, document);
}

/* Word shows a comment on words that come or go only where its ends stand outside of them. */
Test(docx_comments, one_on_a_change_is_around_it)
{
    struct ph_document *document = ph_document_new("t");
    struct ph_node *op = add_paragraph(document, PH_OPERATIVE, "Decides to act move;", 7);
    ph_text_mark(op, PH_DELETED, 11, 14);
    ph_text_mark(op, PH_INSERTED, 14, 19);
    document->marked = true;
    const struct ph_comment comments[] = {{.node = op, .from = 11, .to = 19, .text = "a"},
                                          {.node = op, .from = 15, .to = 17, .text = "b"}};
    xmlDoc *doc = flat_with(document, comments, 2);
    expect(doc, "count(//w:del" WITHIN("1") "/w:r/w:delText[. = 'act'])", 1);
    expect(doc, "count(//w:ins" WITHIN("1") ")", 3);
    expect(doc, "count(//w:ins" WITHIN("2") "[. = 'mo'])", 1);
    expect(doc, "count(//w:ins//w:commentRangeStart|//w:del//w:commentRangeStart)", 0);
    finish(doc, document);
}

/* A header has no comments (ECMA-376 part 1, 17.13.4), and the document as a whole no words. */
Test(docx_comments, what_has_no_words_in_the_text_is_said_at_the_title)
{
    struct ph_document *document = ph_document_new("t");
    const struct ph_node *symbol = ph_set_field(document->root, PH_FIELD_SYMBOL, "A/75/L.1");
    ph_add(document->root, PH_TITLE, "Lakes");
    add_paragraph(document, PH_OPERATIVE, "Decides to act;", 7);
    const struct ph_comment comments[] = {
        {.node = symbol, .from = 0, .to = 1, .text = "a", .elsewhere = "symbol: a"},
        {.node = document->root, .text = "b", .elsewhere = "b"},
        {.node = NULL, .text = "c", .elsewhere = "c"},
        {.node = NULL, .text = "nowhere"}};
    xmlDoc *doc = flat_with(document, comments, 4);
    expect(doc, "count(//w:p[contains(., 'Lakes')]//w:commentReference)", 3);
    expect(doc, "count(//w:r" WITHIN("1") WITHIN("2") WITHIN("3") "[. = 'Lakes'])", 1);
    expect(doc, "count(//w:comment)", 3);
    expect(doc, "count(//w:comment[. = 'symbol: a'])", 1);
    expect(doc, "count(//w:p/*[1][self::w:commentRangeStart])", 0);
    finish(doc, document);
}
