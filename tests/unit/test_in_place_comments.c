/* Findings put into the bytes of a Word document: comments at the words, fixes as changes, and what
 * becomes of those that have no words in the text. */
#include "in_place.h"

struct checked {
    struct ph_work work;
    struct ph_buffer package, out;
    struct ph_document *document;
    struct ph_findings *findings;
    struct ph_error error;
    enum ph_status status;
};

static const char comment_relations[] =
    "<Relationships xmlns=\"" TEST_REL "\"><Relationship Id=\"c\" Type=\"" TEST_R
    "/comments\" Target=\"comments.xml\"/></Relationships>";

static struct checked read_package(struct ph_buffer package)
{
    struct checked checked = {.package = package, .findings = ph_findings_new()};
    cr_assert_eq(ph_work_lexicon(&checked.work, &checked.error), PH_OK);
    cr_assert_eq(ph_read("mine.docx", package.data, package.length, checked.work.lexicon,
                         &checked.document, &checked.error),
                 PH_OK);
    if (checked.document->marked) {
        struct ph_document *accepted = ph_compare_take(checked.document, true);
        ph_document_free(checked.document);
        checked.document = accepted;
    }
    return checked;
}

/* A finding at the first place of these words. */
static void find(struct checked *checked, const char *words, const char *fix)
{
    const struct ph_node *node = NULL;
    while ((node = ph_next_text(checked->document->root, node))) {
        const char *at = strstr(node->text.bytes, words);
        if (!at)
            continue;
        const size_t from = (size_t)(at - node->text.bytes);
        ph_findings_add(checked->findings, &(struct ph_finding){.severity = PH_ERROR,
                                                                .rule = "rule",
                                                                .message = "wrong & bad",
                                                                .node = node,
                                                                .from = from,
                                                                .to = from + strlen(words),
                                                                .fix = fix});
        return;
    }
    cr_assert_fail("%s is not in the document", words);
}

static void put_findings(struct checked *checked)
{
    const struct ph_write_options options = {0};
    const struct ph_findings_view view = {"mine.docx", checked->document, checked->findings};
    ph_findings_sort(checked->findings, checked->document);
    checked->status = ph_work_check_word(&checked->work, &view, &checked->package, &options,
                                         &checked->out, &checked->error);
    cr_assert_eq(checked->status, PH_OK, "%s", checked->error.message);
}

static void forget_checked(struct checked *checked)
{
    ph_findings_free(checked->findings);
    ph_document_free(checked->document);
    ph_work_free(&checked->work);
    ph_buffer_free(&checked->package);
    ph_buffer_free(&checked->out);
}

static void expect_part(const struct checked *checked, const char *name, const char *words)
{
    char *part = test_part_of(&checked->out, name);
    cr_expect(strstr(part, words), "%s is not in %s", words, part);
    free(part);
}

/* One finding: the body becomes that one, byte for byte. */
static void expect(const char *body, const char *words, const char *fix, const char *wanted)
{
    struct checked checked = read_package(package_of(body, NULL, NO_RELATIONS));
    find(&checked, words, fix);
    put_findings(&checked);
    test_expect_body(&checked.out, wanted);
    forget_checked(&checked);
}

/* ---- at the words ---- */

Test(in_place_comments, a_comment_stands_at_its_words)
{
    expect(ORGAN P(R("Noting the report,")) LAST, "the", NULL,
           ORGAN P(CUT("Noting ") START("1") CUT("the") END("1") CUT(" report,")) LAST);
}

Test(in_place_comments, a_fix_is_a_change_within_its_comment)
{
    expect(ORGAN P(R("Noting the old report,")) LAST, "old", "new",
           ORGAN P(CUT("Noting the ") START("1") DEL("3", GONE("old")) INS("2", NEW("new")) END("1")
                       CUT(" report,")) LAST);
}

Test(in_place_comments, what_a_fix_repeats_stays)
{
    expect(ORGAN P(R("Noting the report;")) LAST, "report;", "report,",
           ORGAN P(CUT("Noting the ") START("1") CUT("report") DEL("3", GONE(";"))
                       INS("2", NEW(",")) END("1")) LAST);
}

Test(in_place_comments, a_paragraph_of_which_all_words_are_others_keeps_its_end)
{
    expect(ORGAN P(R("Noting")) P(R("Recalling its decision,")) LAST, "Noting", "Concerned",
           ORGAN P(START("1") "<w:del w:id=\"3\" w:author=\"penholder\"><w:r><w:delText>Noting"
                              "</w:delText></w:r></w:del>" INS("2", NEW("Concerned")) END("1"))
               P(R("Recalling its decision,")) LAST);
}

/* ---- where it cannot stand ---- */

#define FIELD(inside)                                                                              \
    "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>REF a</w:instrText></w:r>"   \
    "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" inside                                    \
    "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>"

Test(in_place_comments, a_comment_on_a_part_of_a_field_is_around_the_field)
{
    expect(ORGAN P(R("Noting ") FIELD(R("the old report")) R(",")) LAST, "old", NULL,
           ORGAN P(R("Noting ") START("1") FIELD(R("the old report")) END("1") R(",")) LAST);
}

#define THEIRS(inside) "<w:ins w:id=\"7\" w:author=\"Expert\">" inside "</w:ins>"

Test(in_place_comments, a_comment_on_words_of_somebodys_change_is_around_the_change)
{
    struct checked checked = read_package(package_of(
        ORGAN P(R("Noting ") THEIRS(R("the old report")) R(",")) LAST, NULL, NO_RELATIONS));
    find(&checked, "old", "new");
    put_findings(&checked);
    test_expect_body(&checked.out, ORGAN P(R("Noting ") START("8") THEIRS(R("the old report"))
                                               END("8") R(",")) LAST);
    cr_expect(strstr(ph_buffer_text(&checked.work.remarks), "in the comment only"));
    forget_checked(&checked);
}

Test(in_place_comments, what_cannot_be_put_in_takes_no_other_fix_along)
{
    struct checked checked =
        read_package(package_of(ORGAN P(R("Noting ") FIELD(R("the old report")) R(","))
                                    P(R("Recalling the old rule,")) LAST,
                                NULL, NO_RELATIONS));
    find(&checked, "old report", "new report");
    find(&checked, "old rule", "new rule");
    put_findings(&checked);
    char *document = test_part_of(&checked.out, "word/document.xml");
    cr_expect_not(strstr(document, "new report"));
    cr_expect(strstr(document, "<w:t xml:space=\"preserve\">new</w:t>"), "%s", document);
    free(document);
    forget_checked(&checked);
}

/* Of one paragraph, too: those that can be are changes, those that cannot be are in comments. */
Test(in_place_comments, what_cannot_be_put_in_takes_no_fix_of_its_paragraph_along)
{
    struct checked checked =
        read_package(package_of(ORGAN P(R("Noting the first lake ") FIELD(R("the old report"))
                                            R(" and the second lake,")) LAST,
                                NULL, NO_RELATIONS));
    find(&checked, "first", "large");
    find(&checked, "old report", "new report");
    find(&checked, "second", "small");
    put_findings(&checked);
    char *document = test_part_of(&checked.out, "word/document.xml");
    cr_expect_not(strstr(document, "new report"));
    cr_expect(strstr(document, NEW("large")), "%s", document);
    cr_expect(strstr(document, NEW("small")), "%s", document);
    cr_expect(strstr(ph_buffer_text(&checked.work.remarks), "in the comment only"));
    free(document);
    forget_checked(&checked);
}

Test(in_place_comments, what_is_in_a_text_box_is_said_at_the_title)
{
    static const char body[] =
        P(R("Report of the Committee")) ORGAN "<w:p><w:r><w:pict><w:txbxContent>" P(
            R("Noting the old report,")) "</w:txbxContent>"
                                         "</w:pict></w:r></w:p>" LAST;
    struct checked checked = read_package(package_of(body, NULL, NO_RELATIONS));
    find(&checked, "old", NULL);
    put_findings(&checked);
    expect_part(&checked, "word/document.xml", P(START("1") R("Report of the Committee") END("1")));
    expect_part(&checked, "word/comments.xml", ": error: wrong &amp; bad [rule]");
    forget_checked(&checked);
}

Test(in_place_comments, what_is_said_of_the_document_is_said_at_the_first_paragraph)
{
    struct checked checked = read_package(package_of(ORGAN LAST, NULL, NO_RELATIONS));
    ph_findings_add(checked.findings, &(struct ph_finding){.severity = PH_WARNING,
                                                           .rule = "whole",
                                                           .message = "too long",
                                                           .source = "a guide",
                                                           .node = checked.document->root});
    put_findings(&checked);
    test_expect_body(&checked.out, P(START("1") R("The General Assembly,") END("1")) LAST);
    expect_part(&checked, "word/comments.xml", ">warning: too long [whole]<");
    expect_part(&checked, "word/comments.xml", ">a guide<");
    forget_checked(&checked);
}

/* ---- the part ---- */

Test(in_place_comments, the_first_comment_brings_its_part)
{
    struct checked checked = read_package(package_of(ORGAN LAST, NULL, NULL));
    find(&checked, "seized", NULL);
    put_findings(&checked);
    expect_part(&checked, "[Content_Types].xml", "PartName=\"/word/comments.xml\"");
    expect_part(&checked, "word/_rels/document.xml.rels", "Target=\"comments.xml\"");
    expect_part(&checked, "word/comments.xml", "w:author=\"penholder\" w:initials=\"ph\"");
    expect_part(&checked, "word/comments.xml", ">error: wrong &amp; bad [rule]<");
    forget_checked(&checked);
}

#define THEIR_COMMENT                                                                              \
    "<x:comment x:id=\"4\" x:author=\"Expert\"><x:p><x:pPr><x:pStyle x:val=\"Note\"/></x:pPr>"     \
    "<x:r><x:rPr><x:rStyle x:val=\"Mark\"/></x:rPr><x:annotationRef/></x:r>"                       \
    "<x:r><x:t>Why?</x:t></x:r></x:p></x:comment>"

Test(in_place_comments, others_comments_stay_and_ours_look_like_them)
{
    static const char before[] =
        "<x:comments xmlns:x=\"" TEST_W "\">" THEIR_COMMENT "</x:comments>";
    struct checked checked = read_package(package_of(
        ORGAN P(START("4") R("Noting the report,") END("4")) LAST, before, comment_relations));
    find(&checked, "seized", NULL);
    put_findings(&checked);
    expect_part(&checked, "word/document.xml", P(START("4") R("Noting the report,") END("4")));
    expect_part(&checked, "word/document.xml", START("5") CUT("seized") END("5"));
    expect_part(&checked, "word/comments.xml",
                THEIR_COMMENT "<x:comment x:id=\"5\" x:author=\"penholder\" x:initials=\"ph\">"
                              "<x:p><x:pPr><x:pStyle x:val=\"Note\"/></x:pPr>");
    expect_part(&checked, "word/commentsExtended.xml", "<extended/>");
    forget_checked(&checked);
}

Test(in_place_comments, an_empty_list_of_comments_is_opened)
{
    static const char before[] = "<w:comments xmlns:w=\"" TEST_W "\"/>";
    struct checked checked = read_package(package_of(ORGAN LAST, before, comment_relations));
    find(&checked, "seized", NULL);
    put_findings(&checked);
    expect_part(&checked, "word/comments.xml", "<w:comments xmlns:w=\"" TEST_W "\"><w:comment ");
    expect_part(&checked, "word/comments.xml", "</w:comment></w:comments>");
    forget_checked(&checked);
}

Test(in_place_comments, without_findings_it_is_the_same_file)
{
    struct checked checked = read_package(package_of(ORGAN LAST, NULL, NO_RELATIONS));
    put_findings(&checked);
    cr_assert_eq(checked.out.length, checked.package.length);
    cr_expect_arr_eq(checked.out.data, checked.package.data, checked.out.length);
    forget_checked(&checked);
}
