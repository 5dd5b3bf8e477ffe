/* Word documents become the same blocks whatever program wrote them: words, numbers, notes,
 * fields, styles, as the standard says that they show. */
#include "docx_parts.h"

#define P(inside) "<w:p>" inside "</w:p>"
#define R(inside) "<w:r>" inside "</w:r>"
#define T(text) "<w:r><w:t xml:space=\"preserve\">" text "</w:t></w:r>"
#define STYLED(style, inside) "<w:p><w:pPr><w:pStyle w:val=\"" style "\"/></w:pPr>" inside "</w:p>"
#define NUMBERED(list, level, text)                                                                \
    "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"" level "\"/><w:numId w:val=\"" list                     \
    "\"/></w:numPr></w:pPr>" T(text) "</w:p>"
#define ORGAN P(T("The General Assembly,"))

static void expect_text(const struct ph_document *document, enum ph_kind kind, int nth,
                        const char *wanted)
{
    cr_expect_str_eq(test_nth(document, kind, nth)->text.bytes, wanted);
}

/* The words that an inline of that kind holds of, the nth of them. */
static void expect_inline(const struct ph_node *node, enum ph_inline_kind kind, const char *wanted)
{
    struct ph_buffer found = {0};
    for (size_t i = 0; i < node->text.count; i++) {
        const struct ph_inline *mark = &node->text.inlines[i];
        if (mark->kind != kind)
            continue;
        ph_buffer_put(&found, found.length ? "|" : "");
        ph_buffer_add(&found, node->text.bytes + mark->from, mark->to - mark->from);
    }
    cr_expect_str_eq(ph_buffer_text(&found), wanted);
    ph_buffer_free(&found);
}

/* ---- words ---- */

Test(read_docx, characters_that_are_elements)
{
    struct ph_document *document = test_read_body(ORGAN P(
        T("Noting a") R("<w:noBreakHyphen/>") T("b c") R("<w:softHyphen/>") T("d") R("<w:tab/>")
            T("e") R("<w:br/>") T("f") R("<w:sym w:font=\"Symbol\" w:char=\"F0B0\"/>") T("  g,")));
    expect_text(document, PH_PREAMBULAR, 1, "Noting a-b cd e f\xC2\xB0 g,");
    ph_document_free(document);
}

Test(read_docx, wrappers_are_read_through)
{
    struct ph_document *document =
        test_read_body(ORGAN "<w:sdt><w:sdtPr><w:alias w:val=\"no\"/></w:sdtPr><w:sdtContent>" P(
            "<w:smartTag>" T("Noting ") "</w:smartTag><w:hyperlink>" T(
                "the link") "</w:hyperlink>"
                            "<w:customXml>" T(
                                " and this,") "</w:customXml>") "</w:sdtContent></w:sdt>");
    expect_text(document, PH_PREAMBULAR, 1, "Noting the link and this,");
    ph_document_free(document);
}

Test(read_docx, one_of_two_alternatives)
{
    struct ph_document *document = test_read_body(ORGAN P(T("Noting it,") R(
        "<mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing>"
        "<w:txbxContent>" P(
            T("Recalling the box,")) "</w:txbxContent></w:drawing>"
                                     "</mc:Choice><mc:Fallback><w:pict><w:txbxContent>" P(
                                         T("Recalling the box,")) "</w:txbxContent></w:pict></"
                                                                  "mc:Fallback></"
                                                                  "mc:AlternateContent>")));
    cr_expect_eq(test_count(document, PH_PREAMBULAR), 2);
    expect_text(document, PH_PREAMBULAR, 1, "Noting it,");
    expect_text(document, PH_PREAMBULAR, 2, "Recalling the box,");
    ph_document_free(document);
}

Test(read_docx, hidden_words_and_comments_are_said)
{
    struct ph_document *document =
        test_read_body(ORGAN P(T("Noting ") R("<w:rPr><w:vanish/></w:rPr><w:t>secret </w:t>")
                                   T("it,") R("<w:commentReference w:id=\"0\"/>")));
    expect_text(document, PH_PREAMBULAR, 1, "Noting it,");
    cr_assert_not_null(document->remarks);
    cr_expect(strstr(document->remarks, "word/document.xml, paragraph 2: hidden words"));
    cr_expect(strstr(document->remarks, "word/document.xml, paragraph 2: a comment"));
    ph_document_free(document);
}

Test(read_docx, strict_namespace)
{
    static const char strict[] =
        "<w:document xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"><w:body>"
        "<w:p><w:r><w:t>The General Assembly,</w:t></w:r></w:p></w:body></w:document>";
    struct ph_zip_part part = {"word/document.xml", strict, sizeof strict - 1};
    struct ph_buffer package = {0};
    cr_assert_eq(ph_zip_write(&part, 1, &package, NULL), PH_OK);
    struct ph_document *document = test_read_bytes(package.data, package.length);
    cr_expect_eq(test_count(document, PH_ORGAN), 1);
    ph_document_free(document);
    ph_buffer_free(&package);
}

/* ---- fields ---- */

#define FIELD(instruction, shown)                                                                  \
    R("<w:fldChar w:fldCharType=\"begin\"/>")                                                      \
    R("<w:instrText>" instruction "</w:instrText>")                                                \
    R("<w:fldChar w:fldCharType=\"separate\"/>") T(shown) R("<w:fldChar w:fldCharType=\"end\"/>")

Test(read_docx, fields_show_their_result)
{
    struct ph_document *document = test_read_body(ORGAN P(
        T("Noting ") FIELD(" REF x ", "paragraph 3") FIELD("PAGE", "17")
            T(" and ") "<w:fldSimple w:instr=\"NUMPAGES\">" T(
                "18") "</w:fldSimple>"
                      "<w:fldSimple w:instr=\"AUTHOR\">" T("them") "</w:fldSimple>" T(",")));
    expect_text(document, PH_PREAMBULAR, 1, "Noting paragraph 3 and them,");
    ph_document_free(document);
}

Test(read_docx, a_field_that_never_ends_swallows_nothing)
{
    struct ph_document *document =
        test_read_body(ORGAN P(R("<w:fldChar w:fldCharType=\"begin\"/>")
                                   R("<w:instrText>TOC</w:instrText>")) P(T("Noting it,")));
    expect_text(document, PH_PREAMBULAR, 1, "Noting it,");
    ph_document_free(document);
}

/* ---- notes ---- */

#define MARK(id) R("<w:footnoteReference w:id=\"" id "\"/>")
#define NOTE(id, text)                                                                             \
    "<w:footnote w:id=\"" id "\">" P(R("<w:footnoteRef/>") R("<w:tab/>") T(text)) "</w:footnote>"

Test(read_docx, notes_by_their_marks)
{
    const struct test_parts parts = {
        .body = ORGAN P(T("Recalling one,") "<w:bookmarkStart w:id=\"1\" w:name=\"n7\"/>" MARK(
            "7") "<w:bookmarkEnd w:id=\"1\"/>")
            P(T("Noting two,") R("<w:endnoteReference w:id=\"2\"/>"))
                P(T("Stressing three") MARK("3") T(" and one,") FIELD("NOTEREF n7 \\h", "1")),
        .footnotes = "<w:footnote w:type=\"separator\" w:id=\"0\">" P(
            R("<w:separator/>")) "</w:footnote>" NOTE("3", "Three.") NOTE("7", "One."),
        .endnotes = "<w:endnote w:id=\"2\">" P(T("Two.")) P(T("And more.")) "</w:endnote>"};
    struct ph_document *document = test_read_parts(&parts);
    test_expect_marked(test_nth(document, PH_PREAMBULAR, 1), "Recalling one,{1}");
    test_expect_marked(test_nth(document, PH_PREAMBULAR, 2), "Noting two,{2}");
    test_expect_marked(test_nth(document, PH_PREAMBULAR, 3), "Stressing three{3} and one,{1}");
    expect_text(document, PH_FOOTNOTE, 1, "One.");
    expect_text(document, PH_FOOTNOTE, 2, "Two. And more.");
    expect_text(document, PH_FOOTNOTE, 3, "Three.");
    cr_expect_str_eq(test_nth(document, PH_FOOTNOTE, 3)->span.part, "word/footnotes.xml");
    ph_document_free(document);
}

Test(read_docx, typed_marks_missing_notes_and_unmentioned_ones)
{
    const struct test_parts parts = {
        .body = ORGAN P(T("Recalling one,") R("<w:footnoteReference w:customMarkFollows=\"1\" "
                                              "w:id=\"1\"/><w:t>*</w:t>"))
            P(T("Noting two,") MARK("9")),
        .footnotes = "<w:footnote w:id=\"1\">" P(
            T("*") R("<w:tab/>") T("One.")) "</w:footnote>" NOTE("5", "Alone.")};
    struct ph_document *document = test_read_parts(&parts);
    test_expect_marked(test_nth(document, PH_PREAMBULAR, 1), "Recalling one,{*}");
    test_expect_marked(test_nth(document, PH_PREAMBULAR, 2), "Noting two,");
    expect_text(document, PH_FOOTNOTE, 1, "One.");
    expect_text(document, PH_FOOTNOTE, 2, "Alone.");
    cr_expect(strstr(document->remarks, "has no footnote"));
    cr_expect(strstr(document->remarks, "mentioned nowhere"));
    ph_document_free(document);
}

Test(read_docx, numbers_in_the_text_are_no_marks)
{
    const struct test_parts parts = {.body = ORGAN P(T("Recalling Security1 and,") MARK("1")),
                                     .footnotes = NOTE("1", "One.")};
    struct ph_document *document = test_read_parts(&parts);
    test_expect_marked(test_nth(document, PH_PREAMBULAR, 1), "Recalling Security1 and,{1}");
    ph_document_free(document);
}

/* ---- headers and tables ---- */

Test(read_docx, the_symbol_of_the_header_and_a_masthead_in_a_table)
{
    const struct test_parts parts = {
        .body = "<w:tbl><w:tr><w:tc>" P(T("Seventy-fifth session")) "</w:tc><w:tc>" P(
            T("Agenda item 128")) "</w:tc></w:tr></w:tbl>" ORGAN,
        .header = P(T("A/75/L.9")) P(FIELD("PAGE", "2"))};
    struct ph_document *document = test_read_parts(&parts);
    cr_expect_str_eq(ph_field_text(document->root, PH_FIELD_SYMBOL), "A/75/L.9");
    cr_expect_str_eq(ph_field_text(document->root, PH_FIELD_SESSION), "Seventy-fifth session");
    cr_expect_str_eq(ph_field_text(document->root, PH_FIELD_AGENDA_ITEM), "128");
    ph_document_free(document);
}

/* ---- looks ---- */

#define STYLE(type, id, based, look)                                                               \
    "<w:style w:type=\"" type "\" w:styleId=\"" id "\"><w:name w:val=\"" id "\"/>" based           \
    "<w:rPr>" look "</w:rPr></w:style>"
#define BASED(id) "<w:basedOn w:val=\"" id "\"/>"

static const char looks[] = STYLE("paragraph", "Slanted", "", "<w:i/>")
    STYLE("paragraph", "Below", BASED("Slanted"), "") STYLE("character", "Emphasis", "", "<w:i/>")
        STYLE("character", "Strong", BASED("Emphasis"), "<w:b/><w:i w:val=\"0\"/>")
            STYLE("character", "Up", "", "<w:vertAlign w:val=\"superscript\"/>");

#define WEARING(style, text)                                                                       \
    R("<w:rPr><w:rStyle w:val=\"" style "\"/></w:rPr><w:t xml:space=\"preserve\">" text "</w:t>")

Test(read_docx, italics_through_styles)
{
    const struct test_parts parts = {
        .body = ORGAN P(WEARING("Emphasis", "Noting ") WEARING("Strong", "strongly")
                            WEARING("Up", "2") T(" it,"))
            STYLED("Below", T("Recalling ") WEARING("Emphasis", "upright")
                                R("<w:rPr><w:i w:val=\"false\"/></w:rPr><w:t> plain,</w:t>")),
        .styles = looks};
    struct ph_document *document = test_read_parts(&parts);
    expect_inline(test_nth(document, PH_PREAMBULAR, 1), PH_ITALIC, "Noting");
    expect_inline(test_nth(document, PH_PREAMBULAR, 1), PH_BOLD, "strongly");
    expect_inline(test_nth(document, PH_PREAMBULAR, 1), PH_SUPERSCRIPT, "2");
    expect_inline(test_nth(document, PH_PREAMBULAR, 2), PH_ITALIC, "Recalling");
    ph_document_free(document);
}

Test(read_docx, styles_that_are_based_on_themselves)
{
    const struct test_parts parts = {.body = ORGAN STYLED("A", T("Noting it,")),
                                     .styles = STYLE("paragraph", "A", BASED("B"), "")
                                         STYLE("paragraph", "B", BASED("C"), "<w:i/>")
                                             STYLE("paragraph", "C", BASED("A"), "<w:b/>")
                                                 STYLE("paragraph", "D", BASED("D"), "")};
    struct ph_document *document = test_read_parts(&parts);
    expect_inline(test_nth(document, PH_PREAMBULAR, 1), PH_ITALIC, "Noting it,");
    cr_expect(strstr(document->remarks, "based on itself"));
    ph_document_free(document);
}

/* ---- numbers ---- */

#define LEVEL(number, form, text)                                                                  \
    "<w:lvl w:ilvl=\"" number "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" form                   \
    "\"/><w:lvlText w:val=\"" text "\"/></w:lvl>"
#define LIST(id, levels) "<w:abstractNum w:abstractNumId=\"" id "\">" levels "</w:abstractNum>"
#define LEVELS                                                                                     \
    LEVEL("0", "decimal", "%1.") LEVEL("1", "lowerLetter", "(%2)") LEVEL("2", "lowerRoman", "(%3)")
#define NUM(id, list, own)                                                                         \
    "<w:num w:numId=\"" id "\"><w:abstractNumId w:val=\"" list "\"/>" own "</w:num>"

static void expect_printed(const struct ph_document *document, const char *wanted)
{
    struct ph_buffer found = {0};
    for (const struct ph_node *node = NULL; (node = ph_next_text(document->root, node));)
        if (ph_is_paragraph(node) && node->as.paragraph.number)
            ph_buffer_printf(&found, "%s%s", found.length ? " " : "", node->as.paragraph.number);
    cr_expect_str_eq(ph_buffer_text(&found), wanted);
    ph_buffer_free(&found);
}

Test(read_docx, automatic_numbers_count_and_begin_anew)
{
    const struct test_parts parts = {
        .body = ORGAN NUMBERED("1", "0", "Decides so:") NUMBERED("1", "1", "One;")
            NUMBERED("1", "2", "Deep;") NUMBERED("1", "2", "Deeper;") NUMBERED("1", "1", "Two;")
                NUMBERED("1", "2", "Again;") NUMBERED("1", "0", "Requests it:")
                    NUMBERED("1", "1", "Anew."),
        .numbering = LIST("5", LEVELS) NUM("1", "5", "")};
    struct ph_document *document = test_read_parts(&parts);
    expect_printed(document, "1. (a) (i) (ii) (b) (i) 2. (a)");
    cr_expect_eq(test_count(document, PH_OPERATIVE), 2);
    ph_document_free(document);
}

Test(read_docx, two_names_of_one_list_go_on_unless_they_start_anew)
{
    const struct test_parts parts = {
        .body = ORGAN NUMBERED("1", "0", "Decides one;") NUMBERED("2", "0", "Requests two;")
            NUMBERED("3", "0", "Notes four;") NUMBERED("3", "0", "Invites five;"),
        .numbering = LIST("5", LEVELS) NUM("1", "5", "") NUM("2", "5", "")
            NUM("3", "5",
                "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"4\"/></w:lvlOverride>")};
    struct ph_document *document = test_read_parts(&parts);
    expect_printed(document, "1. 2. 4. 5.");
    ph_document_free(document);
}

Test(read_docx, numbers_through_styles_and_none)
{
    const struct test_parts parts = {
        .body = ORGAN STYLED("Para", T("Decides one;")) STYLED(
            "Sub", T("First;")) "<w:p><w:pPr><w:pStyle w:val=\"Para\"/><w:numPr><w:numId "
                                "w:val=\"0\"/></w:numPr></w:pPr>" T("Notes none;") "</w:p>" STYLED(
                                    "Para", T("Requests two.")),
        .styles = "<w:style w:type=\"paragraph\" w:styleId=\"Para\"><w:pPr><w:numPr><w:numId "
                  "w:val=\"1\"/></w:numPr></w:pPr></w:style><w:style w:type=\"paragraph\" "
                  "w:styleId=\"Sub\">" BASED("Para") "</w:style>",
        .numbering = LIST(
            "5",
            LEVEL("0", "decimal",
                  "%1.") "<w:lvl w:ilvl=\"1\"><w:start "
                         "w:val=\"1\"/><w:numFmt w:val=\"lowerLetter\"/><w:pStyle w:val=\"Sub\"/>"
                         "<w:lvlText w:val=\"(%2)\"/></w:lvl>") NUM("1", "5", "")};
    struct ph_document *document = test_read_parts(&parts);
    expect_printed(document, "1. (a) 2.");
    ph_document_free(document);
}

Test(read_docx, typed_numbers_are_kept)
{
    struct ph_document *document = test_read_body(ORGAN P(T("8.") R("<w:tab/>") T("Decides so:"))
                                                      P(T("(b)") R("<w:tab/>") T("It.")));
    expect_printed(document, "8. (b)");
    ph_document_free(document);
}

Test(read_docx, the_number_of_a_heading_stands_with_its_words)
{
    const struct test_parts parts = {
        .body = ORGAN P(T("1. Decides so;")) NUMBERED("1", "0", "Next steps") P(T("2. Notes it.")),
        .numbering = LIST("5", LEVEL("0", "upperRoman", "%1.")) NUM("1", "5", "")};
    struct ph_document *document = test_read_parts(&parts);
    expect_text(document, PH_HEADING, 1, "Next steps");
    cr_expect_str_eq(test_nth(document, PH_HEADING, 1)->as.heading.number, "I");
    ph_document_free(document);
}

/* ---- tracked changes ---- */

#define INS(inside) "<w:ins w:id=\"1\" w:author=\"x\">" inside "</w:ins>"
#define DEL(text)                                                                                  \
    "<w:del w:id=\"2\" w:author=\"x\">" R("<w:delText xml:space=\"preserve\">" text                \
                                          "</w:delText>") "</w:del>"
#define GONE_MARK "<w:pPr><w:rPr><w:del w:id=\"3\" w:author=\"x\"/></w:rPr></w:pPr>"

Test(read_docx, words_inserted_and_struck_out)
{
    struct ph_document *document = test_read_body(ORGAN P(
        T("Recalling") INS(T(" also")) T(" the ") DEL("old") T(" ") INS(T("new")) T(" word,")));
    const struct ph_node *node = test_nth(document, PH_PREAMBULAR, 1);
    cr_expect_str_eq(node->text.bytes, "Recalling also the old new word,");
    expect_inline(node, PH_DELETED, "old ");
    expect_inline(node, PH_INSERTED, " also|new");
    cr_expect_eq(node->as.paragraph.opening.adverb, PH_ALSO);
    cr_expect(document->marked);
    ph_document_free(document);
}

Test(read_docx, an_opening_that_was_changed_is_the_new_one)
{
    struct ph_document *document =
        test_read_body(ORGAN P(DEL("Noting") INS(T("Welcoming")) T(" it,")));
    const struct ph_node *node = test_nth(document, PH_PREAMBULAR, 1);
    cr_expect_str_eq(node->text.bytes, "NotingWelcoming it,");
    cr_expect_eq(node->as.paragraph.opening.from, 6);
    cr_expect_eq(node->as.paragraph.opening.to, 15);
    ph_document_free(document);
}

Test(read_docx, whole_paragraphs_and_renumbering)
{
    struct ph_document *document = test_read_body(
        ORGAN P(T("1.") R("<w:tab/>") T("Decides so;")) P(GONE_MARK DEL("2. Notes it;"))
            P(DEL("3. ") INS(T("2. ")) T("Requests this;")) P(INS(T("3. Invites all."))));
    const struct ph_node *gone = test_nth(document, PH_OPERATIVE, 2);
    const struct ph_node *kept = test_nth(document, PH_OPERATIVE, 3);
    cr_expect_eq(gone->mark, PH_NODE_DELETED);
    cr_expect_str_eq(gone->text.bytes, "Notes it;");
    cr_expect_eq(kept->mark, PH_UNMARKED);
    cr_expect_str_eq(kept->text.bytes, "Requests this;");
    cr_expect_eq(kept->order, 2);
    expect_inline(kept, PH_DELETED, "");
    cr_expect_eq(test_nth(document, PH_OPERATIVE, 4)->mark, PH_NODE_INSERTED);
    ph_document_free(document);
}

Test(read_docx, a_paragraph_mark_that_is_struck_out_joins)
{
    struct ph_document *document =
        test_read_body(ORGAN P(GONE_MARK T("Noting this ")) P(T("and that,")));
    cr_expect_eq(test_count(document, PH_PREAMBULAR), 1);
    expect_text(document, PH_PREAMBULAR, 1, "Noting this and that,");
    ph_document_free(document);
}

Test(read_docx, a_table_row_that_is_struck_out)
{
    struct ph_document *document =
        test_read_body(ORGAN "<w:tbl><w:tr><w:trPr><w:del w:id=\"1\"/></w:trPr><w:tc>" P(
            T("Noting it,")) "</w:tc></w:tr></w:tbl>");
    cr_expect_eq(test_nth(document, PH_PREAMBULAR, 1)->mark, PH_NODE_DELETED);
    ph_document_free(document);
}

/* ---- places ---- */

Test(read_docx, every_word_knows_its_run)
{
    struct ph_document *document =
        test_read_body(ORGAN P(T("Noting ") R("<w:rPr><w:i/></w:rPr><w:t>this</w:t>") T(" word,")));
    const struct ph_span *span = &test_nth(document, PH_PREAMBULAR, 1)->span;
    cr_expect_str_eq(span->part, "word/document.xml");
    cr_assert_eq(span->run_count, 3);
    for (size_t i = 0; i < 3; i++) {
        cr_expect_eq(span->runs[i].paragraph, 1);
        cr_expect_eq(span->runs[i].run, i);
    }
    cr_expect_eq(span->runs[1].from, 7);
    cr_expect_eq(span->runs[2].from, 11);
    ph_document_free(document);
}

Test(read_docx, a_masthead_that_was_changed)
{
    const struct test_parts parts = {.body = P(INS(T("Seventy-fifth session"))) ORGAN,
                                     .header = P(DEL("A/RES/73/331") INS(T("A/75/L.9")))};
    struct ph_document *document = test_read_parts(&parts);
    const struct ph_node *symbol = ph_field_node(document->root, PH_FIELD_SYMBOL);
    const struct ph_node *session = ph_field_node(document->root, PH_FIELD_SESSION);
    expect_inline(symbol, PH_DELETED, "A/RES/73/331");
    expect_inline(symbol, PH_INSERTED, "A/75/L.9");
    cr_expect_eq(session->mark, PH_NODE_INSERTED);
    ph_document_free(document);
}

/* A table's cell that holds a number alone is no page number. */
Test(read_docx, numbers_in_tables_and_a_title_before_its_paragraphs)
{
    struct ph_document *document = test_read_body(P(T("Costs")) "<w:tbl><w:tr><w:tc>" P(
        T("Travel")) "</w:tc><w:tc>" P(T("242")) "</w:tc></w:tr></w:tbl>");
    const struct ph_node *title = document->root->first;
    cr_assert_eq(title->kind, PH_TITLE);
    cr_expect_str_eq(title->text.bytes, "Costs");
    expect_text(document, PH_PARAGRAPH, 1, "Travel");
    expect_text(document, PH_PARAGRAPH, 2, "242");
    ph_document_free(document);
}

Test(read_docx, no_words_are_a_document_too)
{
    struct ph_document *document = test_read_body(P(""));
    cr_expect_null(document->root->first);
    cr_expect_not_null(strstr(document->remarks, "holds no words\n"));
    ph_document_free(document);
}

Test(read_docx, the_two_ends_of_a_move_know_each_other)
{
    struct ph_document *document = test_read_body(
        P(T("One.")) P("<w:moveTo w:id=\"1\" w:author=\"x\">" T("Moved.") "</w:moveTo>")
            P(T("Two.")) P("<w:moveFrom w:id=\"2\" w:author=\"x\">" T("Moved.") "</w:moveFrom>"));
    expect_text(document, PH_TITLE, 1, "One.");
    expect_text(document, PH_PARAGRAPH, 1, "Moved.");
    expect_text(document, PH_PARAGRAPH, 2, "Two.");
    expect_text(document, PH_PARAGRAPH, 3, "Moved.");
    const struct ph_node *to = test_nth(document, PH_PARAGRAPH, 1);
    const struct ph_node *from = test_nth(document, PH_PARAGRAPH, 3);
    cr_expect_eq(to->mark, PH_MOVED_TO);
    cr_expect_eq(from->mark, PH_MOVED_FROM);
    cr_expect_eq(to->twin, from);
    cr_expect_eq(from->twin, to);
    ph_document_free(document);
}

Test(read_docx, a_lone_end_of_a_move_is_an_insertion_or_a_deletion)
{
    struct ph_document *document = test_read_body(
        P(T("One.")) P("<w:moveTo w:id=\"1\" w:author=\"x\">" T("Here.") "</w:moveTo>")
            P("<w:moveFrom w:id=\"2\" w:author=\"x\">" T("There.") "</w:moveFrom>"));
    cr_expect_eq(test_nth(document, PH_PARAGRAPH, 1)->mark, PH_NODE_INSERTED);
    cr_expect_eq(test_nth(document, PH_PARAGRAPH, 2)->mark, PH_NODE_DELETED);
    ph_document_free(document);
}

/* ---- traces ---- */

#define LOOKS(what, text)                                                                          \
    "<w:r><w:rPr>" what "</w:rPr><w:t xml:space=\"preserve\">" text "</w:t></w:r>"
#define BOLD_TITLE P(LOOKS("<w:b/>", "Sand"))

/* The traces of a node, "name[words] name@place" in the order of the list. */
static void expect_traces_of(const struct ph_node *node, const char *wanted)
{
    struct ph_buffer out = {0};
    for (size_t i = 0; i < node->text.trace_count; i++) {
        const struct ph_trace *one = &node->text.traces[i];
        ph_buffer_printf(&out, "%s%s", i ? " " : "", ph_trace_name(one->kind));
        if (one->from < one->to)
            ph_buffer_printf(&out, "[%.*s]", (int)(one->to - one->from),
                             node->text.bytes + one->from);
        else
            ph_buffer_printf(&out, "@%zu", one->from);
    }
    cr_expect_str_eq(ph_buffer_text(&out), wanted);
    ph_buffer_free(&out);
}

static void expect_traces(const char *body, const char *wanted)
{
    struct ph_document *document = test_read_body(body);
    expect_traces_of(test_nth(document, PH_PREAMBULAR, 1), wanted);
    ph_document_free(document);
}

Test(read_docx, highlighted_words)
{
    expect_traces(ORGAN P(T("Noting it,")), "");
    expect_traces(ORGAN P(T("Noting ") LOOKS("<w:highlight w:val=\"yellow\"/>", "these")
                              LOOKS("<w:shd w:fill=\"FFFF00\"/>", " two") T(" words,")
                                  LOOKS("<w:highlight w:val=\"red\"/>", "others")),
                  "highlighted[these two] highlighted[others]");
    expect_traces(ORGAN P(LOOKS("<w:highlight w:val=\"none\"/>", "Noting")
                              LOOKS("<w:shd w:val=\"clear\" w:fill=\"auto\"/>", " it")
                                  LOOKS("<w:highlight w:val=\"red\"/>", " ")),
                  "");
}

Test(read_docx, words_that_show_what_they_do_not_say)
{
    expect_traces(ORGAN P(T("Noting ") LOOKS("<w:u w:val=\"single\"/>", "lines")
                              LOOKS("<w:u w:val=\"none\"/>", " none")
                                  LOOKS("<w:strike/>", " struck ") LOOKS("<w:caps/>", "up ")),
                  "underlined[lines] struck[struck] capitals[up]");
    expect_traces(ORGAN P(LOOKS("<w:color w:val=\"FF0000\"/>", "Noting")
                              LOOKS("<w:color w:val=\"231F20\"/>", " nearly")
                                  LOOKS("<w:color w:val=\"auto\"/>", " black,")),
                  "coloured[Noting]");
    expect_traces(
        ORGAN P(T("Noting ") "<w:hyperlink w:anchor=\"x\">" LOOKS(
            "<w:u w:val=\"single\"/><w:color w:val=\"0000FF\"/>", "links") "</w:hyperlink>"),
        "");
    expect_traces(BOLD_TITLE ORGAN P(T("Noting it,")), "light[Noting it,]");
}

Test(read_docx, words_of_another_font_or_size)
{
    expect_traces(
        ORGAN P(LOOKS("<w:rFonts w:ascii=\"Times\"/><w:sz w:val=\"20\"/>", "Noting the words of")
                    LOOKS("<w:rFonts w:ascii=\"Arial\"/><w:sz w:val=\"20\"/>", " font")
                        LOOKS("<w:rFonts w:ascii=\"Times\"/><w:sz w:val=\"28\"/>", " size")),
        "font[font] size[size]");
    expect_traces(ORGAN P(LOOKS("<w:rFonts w:ascii=\"Times\"/>", "Noting the words of") LOOKS(
                      "<w:rFonts w:asciiTheme=\"minorHAnsi\"/>", " the theme") T(" and none")),
                  "");
}

Test(read_docx, traces_at_a_place)
{
    expect_traces(ORGAN P(T("Noting") "<w:r><w:tab/><w:t>it</w:t><w:br/></w:r>" T("all,")),
                  "tab@6 break@9");
    expect_traces(ORGAN P(T("Noting ") LOOKS("<w:vanish/>", "not ") T("it,")), "hidden@7");
    expect_traces(ORGAN P(T("Noting") R("<w:commentReference w:id=\"0\"/>") T(" it,")),
                  "comment@6");
    expect_traces(ORGAN P(T("Noting it,") R("<w:footnoteReference w:id=\"5\"/>")),
                  "no-note@10 flat-mark@10");
}

Test(read_docx, fields_of_the_day_and_grounds_of_paragraphs)
{
    expect_traces(
        ORGAN P(T("Noting ") "<w:fldSimple w:instr=\" DATE x\">" T("today") "</w:fldSimple>"),
        "live@7");
    expect_traces(ORGAN P("<w:pPr><w:shd w:fill=\"FFFF00\"/></w:pPr>" T("Noting it,")),
                  "highlighted[Noting it,]");
    expect_traces(ORGAN P(T("Noting ") LOOKS("<w:vertAlign w:val=\"subscript\"/>", "it")),
                  "lowered[it]");
}

/* Struck-out words come back into the text, and what stands behind them moves along. */
Test(read_docx, traces_move_with_tracked_changes)
{
    expect_traces(ORGAN P(T("Noting ") DEL("not ") INS(T("all of "))
                              LOOKS("<w:highlight w:val=\"red\"/>", "it") T(" now,")),
                  "changed@7 changed[all of] highlighted[it]");
}

Test(read_docx, a_number_of_another_sort)
{
    struct ph_document *document =
        test_read_body(ORGAN P(T("1.") "<w:r><w:tab/></w:r>" T("Notes it;")) P(T("2. Decides.")));
    expect_traces_of(test_nth(document, PH_OPERATIVE, 1), "");
    ph_document_free(document);
}

/* ---- what the file says of itself ---- */

Test(read_docx, two_symbols_and_a_changed_header)
{
    const struct test_parts parts = {.body = ORGAN P(T("Noting it,")),
                                     .header =
                                         P(T("A/80/L.10")) P(T("A/80/L.13")) P(INS(T("Draft")))};
    struct ph_document *document = test_read_parts(&parts);
    cr_expect_str_eq(document->properties, "tracked: in a header or a footer\n"
                                           "other-symbol: A/80/L.10, A/80/L.13\n");
    ph_document_free(document);
}
