/* Revisions taken in a whole package: notes and comments, authors, names, bytes that stay, and
 * files from strangers. */
#include "base/xml.h"
#include "base/zip.h"
#include "take_help.h"

/* What a part holds behind a piece of text, up to the end of the part. */
static void expect_part(const struct test_take *parts, bool accept, const char *root,
                        const char *wanted)
{
    struct ph_take_report report;
    struct ph_buffer out = test_take_all(parts, &(struct ph_take_order){.accept = accept}, &report);
    struct ph_buffer from = {0}, to = {0};
    ph_buffer_printf(&from, "<w:%s " TEST_SPACES ">", root);
    ph_buffer_printf(&to, "</w:%s>", root);
    char *inside = test_between(ph_buffer_text(&out), from.data, to.data);
    cr_expect_str_eq(inside, wanted, "%s:\n  %s\n  %s", root, inside, wanted);
    free(inside);
    ph_buffer_free(&from);
    ph_buffer_free(&to);
    ph_buffer_free(&out);
    ph_take_report_free(&report);
}

#define REFERENCE(kind, id) "<w:r><w:" kind "Reference w:id=\"" id "\"/></w:r>"
#define NOTE(id, x) "<w:footnote w:id=\"" id "\">" P(x) "</w:footnote>"
#define COMMENT(id, x) "<w:comment w:id=\"" id "\">" P(x) "</w:comment>"
#define BODY(x) "<w:body>" x "</w:body>"

Test(take_parts, notes_go_with_their_marks)
{
    const struct test_take parts = {
        .body = P(DEL(REFERENCE("footnote", "1")) REFERENCE("footnote", "2")
                      DEL(REFERENCE("footnote", "3")) REFERENCE("footnote", "3")),
        .footnotes = "<w:footnote w:type=\"separator\" w:id=\"0\"/>" NOTE("1", DEL(D("a")))
            NOTE("2", T("b") INS(T("c"))) NOTE("3", T("d")),
    };
    expect_part(&parts, true, "footnotes",
                "<w:footnote w:type=\"separator\" w:id=\"0\"/>" NOTE("2", T("b") T("c"))
                    NOTE("3", T("d")));
    expect_part(&parts, false, "footnotes",
                "<w:footnote w:type=\"separator\" w:id=\"0\"/>" NOTE("1", T("a")) NOTE("2", T("b"))
                    NOTE("3", T("d")));
}

Test(take_parts, comments_go_with_their_marks)
{
    const struct test_take parts = {
        .body = P(RANGE("commentRangeStart", "1") DEL(D("a")) RANGE("commentRangeEnd", "1")
                      DEL(REFERENCE("comment", "1")) T("b")
                          DEL(RANGE("commentRangeStart", "2") D("c") RANGE("commentRangeEnd", "2"))
                              REFERENCE("comment", "2")),
        .comments = COMMENT("1", T("one")) COMMENT("2", T("two") INS(T("more"))),
    };
    expect_part(&parts, true, "document",
                BODY(P(T("b") RANGE("commentRangeStart", "2") RANGE("commentRangeEnd", "2")
                           REFERENCE("comment", "2"))));
    expect_part(&parts, true, "comments", COMMENT("2", T("two") T("more")));
    expect_part(&parts, false, "comments", COMMENT("1", T("one")) COMMENT("2", T("two")));
}

/* What other parts say of a comment goes with it. */
Test(take_parts, answers_go_with_their_comments)
{
#define PARAGRAPH(id) "<w:p x:paraId=\"" id "\" xmlns:x=\"urn:x\"/>"
#define ENTRY(id) "<commentEx paraId=\"" id "\"/>"
    const struct test_take parts = {
        .body = P(DEL(REFERENCE("comment", "1")) REFERENCE("comment", "2")),
        .comments = "<w:comment w:id=\"1\">" PARAGRAPH(
            "A1") "</w:comment><w:comment w:id=\"2\">" PARAGRAPH("A2") "</w:comment>",
        .answers = ENTRY("A1") ENTRY("A2"),
    };
    expect_part(&parts, true, "commentsEx", ENTRY("A2"));
    expect_part(&parts, false, "commentsEx", ENTRY("A1") ENTRY("A2"));
}

Test(take_parts, styles)
{
#define STYLE(x) "<w:style><w:rPr>" x "</w:rPr></w:style>"
    const struct test_take parts = {
        .body = P(T("a")),
        .styles = STYLE("<w:i/><w:rPrChange" BY("A") "><w:rPr><w:b/></w:rPr></w:rPrChange>")};
    expect_part(&parts, true, "styles", STYLE("<w:i/>"));
    expect_part(&parts, false, "styles", STYLE("<w:b/>"));
}

/* ---- authors ---- */

#define OF(name, author, x) "<w:" name BY(author) ">" x "</w:" name ">"

static void expect_author(bool accept, const char *before, const char *wanted, size_t taken,
                          size_t left)
{
    const char *author = "B";
    struct ph_take_report report;
    struct ph_buffer out = test_take_all(&(struct test_take){.body = before},
                                         &(struct ph_take_order){accept, &author, 1}, &report);
    char *body = test_between(ph_buffer_text(&out), "<w:body>", "</w:body>");
    cr_expect_str_eq(body, wanted, "%s\n  %s", body, wanted);
    cr_expect_eq(report.taken, taken, "%zu", report.taken);
    cr_expect_eq(report.left, left, "%zu", report.left);
    free(body);
    ph_take_report_free(&report);
    ph_buffer_free(&out);
}

Test(take_parts, one_author_only)
{
    const char *in_others = P(OF("ins", "A", T("a") OF("del", "B", D("b"))) OF("ins", "B", T("c")));
    expect_author(true, in_others, P(OF("ins", "A", T("a")) T("c")), 2, 1);
    expect_author(false, in_others, P(OF("ins", "A", T("a") T("b"))), 2, 1);
    const char *by_others = P(OF("ins", "B", T("a") OF("del", "A", D("b"))));
    expect_author(true, by_others, P(T("a") OF("del", "A", D("b"))), 1, 1);
    expect_author(false, by_others, "<w:p/>", 1, 0);
    const char *moved =
        P("<w:moveToRangeStart w:id=\"4\" w:author=\"B\"/>" OF("moveTo", "B", T("a"))
              RANGE("moveToRangeEnd", "4") "<w:moveToRangeStart w:id=\"5\" w:author=\"A\"/>" OF(
                  "moveTo", "A", T("b")) RANGE("moveToRangeEnd", "5"));
    expect_author(true, moved,
                  P(T("a") "<w:moveToRangeStart w:id=\"5\" w:author=\"A\"/>" OF(
                      "moveTo", "A", T("b")) RANGE("moveToRangeEnd", "5")),
                  1, 1);
}

Test(take_parts, authors_are_counted_by_name)
{
    struct ph_take_report report;
    struct ph_buffer out = test_take_all(
        &(struct test_take){.body = P(OF("ins", "B", T("a")) OF(
                                "del", "A", D("b")) "<w:ins w:id=\"1\"/>" OF("ins", "B", ""))},
        &(struct ph_take_order){.accept = true}, &report);
    cr_assert_eq(report.count, 3);
    cr_expect_str_eq(report.authors[0].name, "");
    cr_expect_str_eq(report.authors[1].name, "A");
    cr_expect_str_eq(report.authors[2].name, "B");
    cr_expect_eq(report.authors[2].taken, 2);
    ph_take_report_free(&report);
    ph_buffer_free(&out);
}

/* ---- names ---- */

static enum ph_status take_bytes(const char *bytes, struct ph_buffer *out, struct ph_error *error)
{
    struct ph_take_report report;
    enum ph_status status =
        ph_take_package("test.xml", bytes, strlen(bytes), &(struct ph_take_order){.accept = true},
                        out, &report, error);
    ph_take_report_free(&report);
    return status;
}

Test(take_parts, what_an_element_declares_is_declared_for_what_it_held)
{
    struct ph_buffer package = test_flat(&(struct test_take){
        .body = P("<w:ins xmlns:x=\"urn:x\"" BY("A") "><w:r x:a=\"1\"/></w:ins>")});
    struct ph_buffer out = {0};
    struct ph_error error = {PH_OK, ""};
    xmlDoc *doc = NULL;
    cr_assert_eq(take_bytes(package.data, &out, &error), PH_OK, "%s", error.message);
    cr_assert_eq(ph_xml_parse("out", out.data, out.length, &doc, &error), PH_OK, "%s",
                 error.message);
    cr_expect(strstr(out.data, "<w:r x:a=\"1\"/>"));
    xmlFreeDoc(doc);
    ph_buffer_free(&out);
    ph_buffer_free(&package);
}

Test(take_parts, a_prefix_that_means_two_things_is_refused)
{
    struct ph_buffer package =
        test_flat(&(struct test_take){.body = "<w:p xmlns:x=\"urn:x\"><w:ins xmlns:x=\"urn:y\"" BY(
                                          "A") "><w:r x:a=\"1\"/></w:ins></w:p>"});
    struct ph_buffer out = {0};
    struct ph_error error = {PH_OK, ""};
    cr_expect_eq(take_bytes(package.data, &out, &error), PH_FORMAT);
    cr_expect(strstr(error.message, "word/document.xml:"), "%s", error.message);
    cr_expect_eq(out.length, 0);
    ph_buffer_free(&package);
}

/* ---- packages ---- */

static const char relations[] = "<Relationships><Relationship Id=\"r\" Type=\"" TEST_TYPE
                                "officeDocument\" Target=\"word/Document.xml\"/></Relationships>";

static struct ph_buffer zip_of(const char *document, const char *other)
{
    const struct ph_zip_part parts[] = {
        {"_rels/.rels", relations, sizeof relations - 1},
        {"word/document.xml", document, strlen(document)},
        {"word/other.xml", other, strlen(other)},
    };
    struct ph_buffer out = {0};
    cr_assert_eq(ph_zip_write(parts, 3, &out, NULL), PH_OK);
    return out;
}

static struct ph_buffer take_zip(const struct ph_buffer *package)
{
    struct ph_buffer out = {0};
    struct ph_error error = {PH_OK, ""};
    struct ph_take_report report;
    enum ph_status status =
        ph_take_package("test.docx", package->data, package->length,
                        &(struct ph_take_order){.accept = true}, &out, &report, &error);
    cr_assert_eq(status, PH_OK, "%s", error.message);
    ph_take_report_free(&report);
    return out;
}

#define DOCUMENT(x)                                                                                \
    "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<w:document " TEST_SPACES      \
    " xmlns:mc=\"urn:mc\" mc:Ignorable=\"w14\" xmlns:w14=\"urn:w14\"><w:body>" x                   \
    "</w:body></w:document>\n"

Test(take_parts, a_package_keeps_what_no_revision_is_in)
{
    struct ph_buffer package = zip_of(DOCUMENT(P(INS(T("a")))), "<other />");
    struct ph_buffer out = take_zip(&package), document = {0}, other = {0};
    struct ph_zip *zip;
    cr_assert_eq(ph_zip_open("out", out.data, out.length, &zip, NULL), PH_OK);
    cr_expect_eq(ph_zip_count(zip), 3);
    cr_expect_str_eq(ph_zip_name(zip, 1), "word/document.xml");
    cr_assert_eq(ph_zip_read(zip, "word/document.xml", &document, NULL), PH_OK);
    cr_assert_eq(ph_zip_read(zip, "word/other.xml", &other, NULL), PH_OK);
    /* the declarations come first in the tag then; the rest is as it was */
    cr_expect(strstr(document.data, "standalone=\"yes\""));
    cr_expect(strstr(document.data, "mc:Ignorable=\"w14\""));
    cr_expect(strstr(document.data, "xmlns:w14=\"urn:w14\""));
    cr_expect(strstr(document.data, "<w:body>" P(T("a")) "</w:body>"));
    cr_expect_str_eq(other.data, "<other />");
    ph_zip_close(zip);
    ph_buffer_free(&document);
    ph_buffer_free(&other);
    ph_buffer_free(&out);
    ph_buffer_free(&package);
}

Test(take_parts, without_a_revision_the_bytes_stay)
{
    struct ph_buffer package = zip_of(DOCUMENT("<w:p ></w:p>"), "");
    struct ph_buffer out = take_zip(&package);
    cr_expect_eq(out.length, package.length);
    cr_expect_eq(memcmp(out.data, package.data, package.length), 0);
    ph_buffer_free(&out);
    ph_buffer_free(&package);
}

/* ---- strangers ---- */

static void expect_refused(const char *bytes, const char *words)
{
    struct ph_buffer out = {0};
    struct ph_error error = {PH_OK, ""};
    cr_expect_eq(take_bytes(bytes, &out, &error), PH_FORMAT);
    cr_expect(strstr(error.message, words), "%s", error.message);
    cr_expect_eq(out.length, 0);
}

Test(take_parts, what_is_no_word_document_is_refused)
{
    expect_refused("", "is no Word document");
    expect_refused("Recalling its resolution 64/256", "is no Word document");
    expect_refused("PK\x03\x04", "damaged");
    expect_refused("<p:package xmlns:p=\"http://schemas.microsoft.com/office/2006/xmlPackage\"/>",
                   "no Word document is in it");
}

/* Marks where none belong are taken out, and take nothing along. */
Test(take_parts, strange_places)
{
    const struct test_take parts = {
        .body = MARK("del") "<w:rPr>" MARK("del") "</w:rPr><w:x>" MARK("cellDel") MARK("cellMerge")
            MARK("moveFromRangeEnd") "</w:x><w:ctrlPr>" MARK("del") "</w:ctrlPr>" P(T("a"))};
    expect_part(&parts, true, "document", BODY("<w:x/>" P(T("a"))));
    expect_part(&parts, false, "document", BODY("<w:x/>" P(T("a"))));
}
