/* Changes put into the bytes of a Word document: what is written, what stays, what is refused. Each
 * case is the body of the old document and that of the new one. */
#include "in_place.h"

static void expect(const char *old, const char *new, const char *wanted)
{
    expect_in(0, old, new, wanted);
}

static void expect_refused(const char *old, const char *new, const char *why)
{
    struct made made =
        put_in(0, &(struct test_parts){.body = old}, &(struct test_parts){.body = new});
    cr_expect_eq(made.status, PH_FORMAT);
    cr_expect(strstr(made.error.message, why), "%s", made.error.message);
    cr_expect(strstr(made.error.message, "word/document.xml, paragraph 2"), "%s",
              made.error.message);
    forget(&made);
}

/* ---- words ---- */

Test(in_place, equal_documents_are_the_same_bytes)
{
    const struct test_parts parts = {.body =
                                         ORGAN P(R("Recalling  its") R(" resolution 69/12,")) LAST};
    struct made made = put_in(0, &parts, &parts);
    cr_assert_eq(made.status, PH_OK, "%s", made.error.message);
    cr_assert_eq(made.out.length, made.old.length);
    cr_expect_arr_eq(made.out.data, made.old.data, made.old.length);
    forget(&made);
}

Test(in_place, a_run_is_cut_where_a_change_begins_and_ends)
{
    expect(ORGAN P(R("Recalling the old report,")) LAST,
           ORGAN P(R("Recalling the new report,")) LAST,
           ORGAN P(CUT("Recalling the ") DEL("2", GONE("old")) INS("1", NEW("new")) CUT(" report,"))
               LAST);
}

#define BOLD(attributes, words)                                                                    \
    "<w:r" attributes "><w:rPr><w:b/></w:rPr><w:t xml:space=\"preserve\">" words "</w:t></w:r>"

Test(in_place, the_look_of_a_run_is_kept_on_both_sides_of_a_cut)
{
    static const char old[] = ORGAN P("<w:r w:rsidR=\"00A1\"><w:rPr><w:b/></w:rPr>"
                                      "<w:t>Noting one thing,</w:t></w:r>") LAST;
    expect(old, ORGAN P(R("Noting one bad thing,")) LAST,
           ORGAN P(BOLD(" w:rsidR=\"00A1\"", "Noting one ") INS("1", BOLD("", "bad "))
                       BOLD(" w:rsidR=\"00A1\"", "thing,")) LAST);
}

Test(in_place, words_in_many_runs_go_in_one_change)
{
    expect(ORGAN P(R("Noting the ") R("o") R("l") R("d") R(" report,")) LAST,
           ORGAN P(R("Noting the new report,")) LAST,
           ORGAN P(R("Noting the ") DEL("2", "<w:r><w:delText>o</w:delText></w:r>"
                                             "<w:r><w:delText>l</w:delText></w:r>"
                                             "<w:r><w:delText>d</w:delText></w:r>")
                       INS("1", NEW("new")) R(" report,")) LAST);
}

Test(in_place, references_in_the_text_stay_as_they_are_written)
{
    expect(ORGAN P(R("Noting &#8220;a&#8221; &amp; the old &lt;b&gt;,")) LAST,
           ORGAN P(R("Noting &#8220;a&#8221; &amp; the new &lt;b&gt;,")) LAST,
           ORGAN P(CUT("Noting &#8220;a&#8221; &amp; the ") DEL("2", GONE("old"))
                       INS("1", NEW("new")) CUT(" &lt;b&gt;,")) LAST);
}

Test(in_place, what_stands_in_a_link_is_changed_in_it)
{
    expect(ORGAN P(R("Noting ") "<w:hyperlink>" R("the old page") "</w:hyperlink>" R(" again,"))
               LAST,
           ORGAN P(R("Noting the new page again,")) LAST,
           ORGAN P(R("Noting ") "<w:hyperlink>" CUT("the ") DEL("2", GONE("old"))
                       INS("1", NEW("new")) CUT(" page") "</w:hyperlink>" R(" again,")) LAST);
}

Test(in_place, bookmarks_and_comments_stay_around_what_goes)
{
    static const char start[] = "<w:bookmarkStart w:id=\"7\" w:name=\"x\"/>";
    static const char end[] = "<w:bookmarkEnd w:id=\"7\"/>";
    struct ph_buffer old = {0}, wanted = {0};
    ph_buffer_printf(&old, "%s<w:p>%s%s%s%s%s</w:p>%s", ORGAN, R("Noting the "), start, R("old"),
                     end, R(" report,"), LAST);
    ph_buffer_printf(&wanted, "%s<w:p>%s%s%s%s%s%s</w:p>%s", ORGAN, R("Noting the "), start,
                     DEL("9", "<w:r><w:delText>old</w:delText></w:r>"), INS("8", NEW("new")), end,
                     R(" report,"), LAST);
    expect(old.data, ORGAN P(R("Noting the new report,")) LAST, wanted.data);
    ph_buffer_free(&old);
    ph_buffer_free(&wanted);
}

#define FIELD                                                                                      \
    "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"                                              \
    "<w:r><w:instrText>REF a</w:instrText></w:r>"                                                  \
    "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" R(                                        \
        "paragraph 5") "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"

Test(in_place, a_field_goes_as_a_whole)
{
    expect(ORGAN P(R("Noting ") FIELD R(" above,")) LAST, ORGAN P(R("Noting it above,")) LAST,
           ORGAN P(R("Noting ") DEL("2", "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"
                                         "<w:r><w:delInstrText>REF a</w:delInstrText></w:r>"
                                         "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"
                                         "<w:r><w:delText>paragraph 5</w:delText></w:r>"
                                         "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>")
                       INS("1", NEW("it")) R(" above,")) LAST);
}

/* ---- paragraphs ---- */

Test(in_place, a_new_paragraph_is_like_one_of_its_kind)
{
    expect(ORGAN P("<w:pPr><w:jc w:val=\"both\"/><w:pageBreakBefore/></w:pPr>" R(
               "Recalling its resolution 1/1,")) LAST,
           ORGAN P(R("Recalling its resolution 1/1,"))
               P(R("Noting with concern the floods in the mountains,")) LAST,
           ORGAN P("<w:pPr><w:jc w:val=\"both\"/><w:pageBreakBefore/></w:pPr>" R(
               "Recalling its resolution 1/1,"))
               P("<w:pPr><w:jc w:val=\"both\"/><w:rPr>" MARK("ins", "2") "</w:rPr></w:pPr>" INS(
                   "1", "<w:r><w:rPr><w:i/><w:iCs/></w:rPr><w:t xml:space=\"preserve\">Noting with "
                        "concern</w:t></w:r>" NEW(" the floods in the mountains,"))) LAST);
}

Test(in_place, a_paragraph_goes_with_its_mark)
{
    expect(ORGAN P(R("Recalling its resolution 1/1,")) P(R("Noting the floods,")) LAST,
           ORGAN P(R("Recalling its resolution 1/1,")) LAST,
           ORGAN P(R("Recalling its resolution 1/1,"))
               P("<w:pPr><w:rPr>" MARK("del", "1") "</w:rPr></w:pPr>" DEL(
                   "2", "<w:r><w:delText>Noting the floods,</w:delText></w:r>")) LAST);
}

Test(in_place, the_changes_of_others_stay_where_they_are)
{
    static const char theirs[] = P(R("Recalling ") "<w:ins w:id=\"41\" w:author=\"A\">" R(
        "also ") "</w:ins>"
                 "<w:del w:id=\"42\" "
                 "w:author=\"A\"><w:r><w:delText>much</w:delText></w:r></w:del>" R(
                     "its resolution 1/1,"));
    struct ph_buffer old = {0}, wanted = {0};
    ph_buffer_printf(&old, "%s%s%s%s", ORGAN, theirs, P(R("Noting the old report,")), LAST);
    ph_buffer_printf(
        &wanted, "%s%s%s%s", ORGAN, theirs,
        P(CUT("Noting the ") DEL("44", GONE("old")) INS("43", NEW("new")) CUT(" report,")), LAST);
    expect(old.data,
           ORGAN P(R("Recalling also its resolution 1/1,")) P(R("Noting the new report,")) LAST,
           wanted.data);
    ph_buffer_free(&old);
    ph_buffer_free(&wanted);
}

/* Behind the last paragraph it is that one's mark that is new: when the changes are rejected, no
 * empty paragraph is left. */
Test(in_place, a_paragraph_at_the_end_leaves_nothing_behind)
{
    expect(ORGAN P(R("1. Welcomes the report;")) P(R("2. Urges all States to pay;")),
           ORGAN P(R("1. Welcomes the report;")) P(R("2. Urges all States to pay;"))
               P(R("3. Decides to remain seized of the matter.")),
           ORGAN P(R("1. Welcomes the report;")) P("<w:pPr><w:rPr>" MARK(
               "ins", "3") "</w:rPr></w:pPr>" R("2. Urges all States to pay;"))
               P(INS("1", NEW("3. ") "<w:r><w:rPr><w:i/><w:iCs/></w:rPr>"
                                     "<w:t xml:space=\"preserve\">Decides</w:t></w:r>" NEW(
                                         " to remain seized of the matter."))));
}

#define INDENTED(words) P("<w:pPr><w:ind w:left=\"9\"/></w:pPr>" R(words))

/* The new last one has that end, and its own look: the old look is said to have been changed. */
Test(in_place, a_paragraph_at_the_end_has_its_own_look)
{
    const struct test_parts old = {
        .body = ORGAN P(R("1. Welcomes the report on:")) INDENTED("(a) The rivers;")
            P("<w:pPr><w:jc w:val=\"both\"/></w:pPr>" R("2. Urges all States to protect:"))};
    const struct test_parts new = {
        .body = ORGAN P(R("1. Welcomes the report on:")) INDENTED("(a) The rivers;")
            P(R("2. Urges all States to protect:")) INDENTED("(a) The mountains and the lakes.")};
    struct made made = put_in(0, &old, &new);
    cr_assert_eq(made.status, PH_OK, "%s", made.error.message);
    char *part = test_part_of(&made.out, "word/document.xml");
    cr_expect(strstr(part, "<w:pPr><w:ind w:left=\"9\"/><w:pPrChange "), "%s", part);
    cr_expect(strstr(part, "\"><w:pPr><w:jc w:val=\"both\"/></w:pPr></w:pPrChange></w:pPr>"), "%s",
              part);
    free(part);
    forget(&made);
}

/* The last paragraph has an end that cannot go: what comes instead of it comes into it. */
Test(in_place, what_comes_for_the_last_paragraph_comes_into_it)
{
    expect(ORGAN P(R("Recalling its resolution 1/1,")) P(R("Welcoming the report of the group,")),
           ORGAN P(R("Recalling its resolution 1/1,")) P(R("Alarmed by floods in mountains,"))
               P(R("Convinced that many lakes have dried up;")),
           ORGAN P(R("Recalling its resolution 1/1,")) P(
               "<w:pPr><w:rPr>" MARK("ins", "4") "</w:rPr></w:pPr>" INS(
                   "1", OPENING("Alarmed") NEW(" by floods in mountains,"))
                   DEL("6", "<w:r><w:delText>Welcoming the report of the group,</w:delText></w:r>"))
               P(INS("3", OPENING("Convinced") NEW(" that many lakes have dried up;"))));
}

/* New words at the end of a paragraph, and a new paragraph behind it: the end between them is the
 * new one, as Word writes it. */
Test(in_place, a_paragraph_behind_new_words_has_the_old_end)
{
    expect(ORGAN P(R("Welcoming the report,")) LAST,
           ORGAN P(R("Welcoming the report, and the annex thereto,"))
               P(R("Noting the floods in the mountains,")) LAST,
           ORGAN P("<w:pPr><w:rPr>" MARK("ins", "3") "</w:rPr></w:pPr>" R("Welcoming the report,")
                       INS("4", NEW(" and the annex thereto,")))
               P(INS("1", "<w:r><w:rPr><w:i/><w:iCs/></w:rPr>"
                          "<w:t xml:space=\"preserve\">Noting</w:t></w:r>" NEW(
                              " the floods in the mountains,"))) LAST);
}

/* Where the file has them look otherwise, each keeps its end. */
Test(in_place, a_paragraph_of_another_look_has_its_own_end)
{
    struct made made = put_in(
        0,
        &(struct test_parts){.body = ORGAN P("<w:pPr><w:jc w:val=\"both\"/></w:pPr>" R(
                                 "Recalling its resolution 1/1,"))
                                 P("<w:pPr><w:pageBreakBefore/><w:jc w:val=\"both\"/></w:pPr>" R(
                                     "Welcoming the report,")) LAST},
        &(struct test_parts){.body = ORGAN P(R("Recalling its resolution 1/1,"))
                                 P(R("Welcoming the report, and the annex thereto,"))
                                     P(R("Noting the floods in the mountains,")) LAST});
    cr_assert_eq(made.status, PH_OK, "%s", made.error.message);
    char *part = test_part_of(&made.out, "word/document.xml");
    cr_expect(strstr(part, "<w:pageBreakBefore/><w:jc w:val=\"both\"/></w:pPr>"), "%s", part);
    cr_expect(strstr(part, "<w:p><w:pPr><w:jc w:val=\"both\"/><w:rPr><w:ins "), "%s", part);
    free(part);
    forget(&made);
}

/* ---- what is refused ---- */

Test(in_place, nothing_is_put_into_a_field)
{
    expect_refused(ORGAN P(R("Noting ") FIELD R(" above,")) LAST,
                   ORGAN P(R("Noting paragraph 6 above,")) LAST, "within a field");
}

Test(in_place, nothing_is_put_into_the_change_of_somebody)
{
    expect_refused(ORGAN P(R("Noting ") "<w:ins w:id=\"1\" w:author=\"A\">" R(
                       "the old report,") "</w:ins>") LAST,
                   ORGAN P(R("Noting the new report,")) LAST, "somebody's tracked change");
}

Test(in_place, nothing_is_put_into_a_text_box)
{
    static const char before[] = ORGAN "<w:p><w:r><w:pict><w:txbxContent>" P(
        R("Noting the old report,")) "</w:txbxContent></w:pict></w:r></w:p>" LAST;
    struct made made =
        put_in(0, &(struct test_parts){.body = before},
               &(struct test_parts){.body = ORGAN P(R("Noting the new report,")) LAST});
    cr_expect_eq(made.status, PH_FORMAT);
    cr_expect(strstr(made.error.message, "paragraph 3: ") && strstr(made.error.message, "text box"),
              "%s", made.error.message);
    forget(&made);
}

/* ---- footnotes ---- */

Test(in_place, the_first_footnote_brings_its_part)
{
    const struct test_parts new = {
        .body = ORGAN P(
            R("Noting the report") "<w:r><w:footnoteReference w:id=\"5\"/></w:r>" R(",")) LAST,
        .footnotes = "<w:footnote w:id=\"5\">" P(R("A/73/1.")) "</w:footnote>"};
    struct made made = put_in_package(
        0, package_of(ORGAN P(R("Noting the report,")) LAST, NULL, NO_RELATIONS), &new);
    cr_assert_eq(made.status, PH_OK, "%s", made.error.message);
    char *notes = test_part_of(&made.out, "word/footnotes.xml");
    char *types = test_part_of(&made.out, "[Content_Types].xml");
    char *relations = test_part_of(&made.out, "word/_rels/document.xml.rels");
    char *document = test_part_of(&made.out, "word/document.xml");
    cr_expect(strstr(notes, "w:type=\"separator\"") && strstr(notes, "w:id=\"2\"") &&
              strstr(notes, "A/73/1."));
    cr_expect(strstr(types, "PartName=\"/word/footnotes.xml\""));
    cr_expect(strstr(relations, "Target=\"footnotes.xml\""));
    cr_expect(strstr(document, "<w:footnoteReference w:id=\"2\"/></w:r></w:ins>"));
    free(notes);
    free(types);
    free(relations);
    free(document);
    forget(&made);
}

Test(in_place, a_footnote_goes_with_its_mark)
{
    static const char footnotes[] = "<w:footnote w:id=\"5\">" P(R("A/73/1.")) "</w:footnote>";
    const struct test_parts old = {
        .body = ORGAN P(
            R("Noting the report") "<w:r><w:footnoteReference w:id=\"5\"/></w:r>" R(",")) LAST,
        .footnotes = footnotes};
    const struct test_parts new = {.body = ORGAN P(R("Noting the report,")) LAST};
    struct made made = put_in(0, &old, &new);
    cr_assert_eq(made.status, PH_OK, "%s", made.error.message);
    char *notes = test_part_of(&made.out, "word/footnotes.xml");
    char *document = test_part_of(&made.out, "word/document.xml");
    cr_expect(strstr(notes, "<w:delText>A/73/1.</w:delText></w:r></w:del>"), "%s", notes);
    cr_expect(strstr(document, "<w:footnoteReference w:id=\"5\"/></w:r></w:del>"), "%s", document);
    free(notes);
    free(document);
    forget(&made);
}

#define REFERENCE(id) "<w:r><w:footnoteReference w:id=\"" id "\"/></w:r>"
#define AGAIN                                                                                      \
    "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>"                                              \
    "<w:r><w:instrText> NOTEREF first \\f \\h </w:instrText></w:r>"                                \
    "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>"                                           \
    "<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>1</w:t></w:r>"                   \
    "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"
#define NAMED(inside)                                                                              \
    "<w:bookmarkStart w:id=\"70\" w:name=\"first\"/>" inside "<w:bookmarkEnd w:id=\"70\"/>"
#define KEEPS(mark) P(R("Noting the Strategy of the Organization") mark R(" and the plan,"))
static const char one_note[] = "<w:footnote w:id=\"5\">" P(R("A/73/1.")) "</w:footnote>";

/* The parts of what was made: free() both. */
static void expect_notes(const struct test_parts *old, const struct test_parts *new,
                         char **document, char **notes)
{
    struct made made = put_in(0, old, new);
    cr_assert_eq(made.status, PH_OK, "%s", made.error.message);
    *document = test_part_of(&made.out, "word/document.xml");
    *notes = test_part_of(&made.out, "word/footnotes.xml");
    forget(&made);
}

/* The reference goes, and the field that repeats its mark stays: that is the reference now. */
Test(in_place, a_repeated_mark_becomes_the_reference)
{
    char *document, *notes;
    expect_notes(
        &(struct test_parts){.body = ORGAN P(R("Recalling the report") NAMED(REFERENCE("5")) R(","))
                                 KEEPS(AGAIN) LAST,
                             .footnotes = one_note},
        &(struct test_parts){.body = ORGAN KEEPS(REFERENCE("5")) LAST, .footnotes = one_note},
        &document, &notes);
    cr_expect(strstr(document, "<w:footnoteReference w:id=\"5\"/></w:r></w:del>"), "%s", document);
    cr_expect(strstr(document, "<w:delInstrText> NOTEREF first"), "%s", document);
    cr_expect(strstr(document, "<w:footnoteReference w:id=\"76\"/></w:r></w:ins>"), "%s", document);
    cr_expect(strstr(notes, "<w:delText>A/73/1.</w:delText></w:r></w:del>"), "%s", notes);
    cr_expect(strstr(notes, "<w:footnote w:id=\"76\">"), "%s", notes);
    free(document);
    free(notes);
}

/* Two references to one footnote: while one stays, its words stay, and what comes refers to it. */
Test(in_place, a_footnote_stays_with_its_last_reference)
{
    char *document, *notes;
    const struct test_parts old = {.body = ORGAN P(R("Recalling the report") REFERENCE("5"))
                                       KEEPS(REFERENCE("5")) LAST,
                                   .footnotes = one_note};
    const struct test_parts new = {.body = ORGAN P(R("Alarmed by the floods") REFERENCE("5"))
                                       KEEPS(REFERENCE("5")) LAST,
                                   .footnotes = one_note};
    expect_notes(&old, &new, &document, &notes);
    char *expected = test_xml("footnotes", one_note);
    cr_expect_str_eq(notes, expected);
    cr_expect(strstr(document, "<w:footnoteReference w:id=\"5\"/></w:r></w:del>"), "%s", document);
    cr_expect(strstr(document, "<w:footnoteReference w:id=\"5\"/></w:r></w:ins>"), "%s", document);
    cr_expect(strstr(document, KEEPS(REFERENCE("5"))), "%s", document);
    free(expected);
    free(document);
    free(notes);
}

/* ---- facts in headers ---- */

#define ISSUED                                                                                     \
    "<w:tbl><w:tr><w:tc>" P(R("A/73/L.1")) P(R("Distr.: ") R("General")) P(R("26 November 2018"))  \
        P("") "</w:tc></w:tr></w:tbl>" P("")

Test(in_place, a_fact_of_the_header_goes_with_its_name_and_its_end)
{
    struct made made = put_in(0, &(struct test_parts){.body = ORGAN LAST, .header = ISSUED},
                              &(struct test_parts){.body = ORGAN LAST,
                                                   .header = "<w:tbl><w:tr><w:tc>" P(R("A/73/L.1"))
                                                       P("") "</w:tc></w:tr></w:tbl>" P("")});
    cr_assert_eq(made.status, PH_OK, "%s", made.error.message);
    char *header = test_part_of(&made.out, "word/header.xml");
    char *expected =
        test_xml("hdr", "<w:tbl><w:tr><w:tc>" P(R("A/73/L.1"))
                            P("<w:pPr><w:rPr>" MARK("del", "1") "</w:rPr></w:pPr>" DEL(
                                "2", "<w:r><w:delText>Distr.: </w:delText></w:r>"
                                     "<w:r><w:delText>General</w:delText></w:r>"))
                                P("<w:pPr><w:rPr>" MARK("del", "3") "</w:rPr></w:pPr>" DEL(
                                    "4", "<w:r><w:delText>26 November 2018</w:delText></w:r>"))
                                    P("") "</w:tc></w:tr></w:tbl>" P(""));
    cr_expect_str_eq(header, expected);
    free(expected);
    free(header);
    forget(&made);
}

/* ---- numbers ---- */

Test(in_place, typed_numbers_follow_the_new_order)
{
    expect(ORGAN P(R("1. Welcomes the report;")) P(R("2. Decides to remain seized of the matter.")),
           ORGAN P(R("1. Welcomes the report;"))
               P(R("2. Urges all States to protect the mountains and the lakes;"))
                   P(R("3. Decides to remain seized of the matter.")),
           ORGAN P(R("1. Welcomes the report;"))
               P("<w:pPr><w:rPr>" MARK("ins", "2") "</w:rPr></w:pPr>" INS(
                   "1", NEW("2. ") "<w:r><w:rPr><w:i/><w:iCs/></w:rPr><w:t "
                                   "xml:space=\"preserve\">Urges</w:t></w:r>" NEW(
                                       " all States to protect the mountains and the lakes;")))
                   P(DEL("4", GONE("2.")) INS("3", NEW("3."))
                         CUT(" Decides to remain seized of the matter.")));
}
