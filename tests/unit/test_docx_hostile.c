/* Packages from strangers end in a document or in a message: quickly, and in bounded memory. */
#include <sys/resource.h>

#include "docx_parts.h"
#include "read/block.h"

#define P(text) "<w:p><w:r><w:t>" text "</w:t></w:r></w:p>"

static struct ph_lexicon *lexicon;

static void set_up(void)
{
    lexicon = test_lexicon();
}

static void tear_down(void)
{
    ph_lexicon_free(lexicon);
}

TestSuite(docx_hostile, .init = set_up, .fini = tear_down);

/* Reads bytes; the message is in `error` when they are refused. */
static enum ph_status read_bytes(const struct ph_buffer *bytes, struct ph_error *error)
{
    struct ph_document *document;
    enum ph_status status =
        ph_read("file.docx", bytes->data, bytes->length, lexicon, &document, error);
    if (status == PH_OK)
        cr_expect_null(ph_verify(document));
    else
        cr_expect(error->message[0]);
    ph_document_free(document);
    return status;
}

static void expect_refused(struct ph_buffer *bytes, enum ph_status wanted, const char *words)
{
    struct ph_error error = {PH_OK, ""};
    cr_expect_eq(read_bytes(bytes, &error), wanted, "%s", error.message);
    cr_expect(strstr(error.message, words), "'%s' does not say '%s'", error.message, words);
    ph_buffer_free(bytes);
}

static struct ph_buffer one_part(const char *name, const char *bytes, size_t length)
{
    struct ph_zip_part part = {name, bytes, length};
    struct ph_buffer out = {0};
    cr_assert_eq(ph_zip_write(&part, 1, &out, NULL), PH_OK);
    return out;
}

/* A document of `count` times `piece`, as one XML file: no archive keeps it from being read. */
static struct ph_buffer repeated(const char *before, const char *piece, size_t count,
                                 const char *after)
{
    struct ph_buffer out = {0};
    ph_buffer_put(&out, "<?xml version=\"1.0\"?><pkg:package xmlns:pkg=\""
                        "http://schemas.microsoft.com/office/2006/xmlPackage\">"
                        "<pkg:part pkg:name=\"/word/document.xml\"><pkg:xmlData>"
                        "<w:document xmlns:w=\"" TEST_W "\"><w:body>");
    ph_buffer_put(&out, before);
    for (size_t i = 0; i < count; i++)
        ph_buffer_put(&out, piece);
    ph_buffer_put(&out, after);
    ph_buffer_put(&out, "</w:body></w:document></pkg:xmlData></pkg:part></pkg:package>");
    return out;
}

static long memory_used(void)
{
    struct rusage usage;
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

/* ---- the archive ---- */

Test(docx_hostile, zip_bomb)
{
    struct ph_buffer blank = {0};
    for (int i = 0; i < 32 * 1024 * 1024; i++)
        ph_buffer_char(&blank, ' ');
    struct ph_buffer bomb = one_part("word/document.xml", blank.data, blank.length);
    ph_buffer_free(&blank);
    cr_assert_lt(bomb.length, 100000);
    expect_refused(&bomb, PH_LIMIT, "word/document.xml is larger than");
}

Test(docx_hostile, wrong_checksum)
{
    struct ph_buffer package = test_package(&(struct test_parts){.body = P("Text")});
    static const char central[] = "PK\x01\x02";
    char *entry = memmem(package.data, package.length, central, 4);
    cr_assert_not_null(entry);
    entry[16] ^= 0x55; /* CRC-32 of the first part, in the list at the end and before the part */
    package.data[14] ^= 0x55;
    expect_refused(&package, PH_FORMAT, "word/document.xml is damaged");
}

Test(docx_hostile, locked_with_a_password)
{
    struct ph_buffer package = test_package(&(struct test_parts){.body = P("Text")});
    char *entry = memmem(package.data, package.length, "PK\x01\x02", 4);
    cr_assert_not_null(entry);
    entry[8] |= 1;
    package.data[6] |= 1;
    expect_refused(&package, PH_FORMAT, "password");
}

Test(docx_hostile, names_that_lead_out)
{
    static const char *const names[] = {"../document.xml", "word/../../x", "/word/x",
                                        "word\\x",         "C:x",          "word/.."};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct ph_buffer package = one_part(names[i], "x", 1);
        expect_refused(&package, PH_FORMAT, "refused");
    }
}

Test(docx_hostile, one_name_twice)
{
    struct ph_zip_part parts[] = {{"word/document.xml", "x", 1}, {"Word/Document.xml", "x", 1}};
    struct ph_buffer package = {0};
    cr_assert_eq(ph_zip_write(parts, 2, &package, NULL), PH_OK);
    expect_refused(&package, PH_FORMAT, "two parts of the name");
}

Test(docx_hostile, cut_at_every_byte)
{
    struct ph_buffer package = test_package(&(struct test_parts){.body = P("Text")});
    size_t whole = package.length;
    for (size_t length = 4; length < whole; length++) { /* fewer bytes are no package */
        struct ph_error error = {PH_OK, ""};
        char *cut = ph_copy_n(package.data, length); /* its own memory: ASan sees a step too far */
        struct ph_buffer bytes = {cut, length, length};
        cr_expect_neq(read_bytes(&bytes, &error), PH_OK, "%zu bytes of %zu", length, whole);
        free(cut);
    }
    ph_buffer_free(&package);
}

Test(docx_hostile, every_byte_changed)
{
    struct ph_buffer package = test_package(&(struct test_parts){.body = P("Text")});
    for (size_t i = 0; i < package.length; i++) {
        struct ph_error error = {PH_OK, ""};
        package.data[i] ^= 0x21;
        read_bytes(&package, &error);
        package.data[i] ^= 0x21;
    }
    ph_buffer_free(&package);
}

/* ---- the package ---- */

Test(docx_hostile, no_document_in_it)
{
    struct ph_buffer package = one_part("notes.txt", "x", 1);
    expect_refused(&package, PH_FORMAT, "no Word document");
    static const char other[] = "<workbook xmlns=\"urn:x\"/>";
    package = one_part("word/document.xml", other, sizeof other - 1);
    expect_refused(&package, PH_FORMAT, "no Word document");
}

Test(docx_hostile, parts_that_are_missing_are_said)
{
    struct ph_document *document = test_read_body(P("The General Assembly,"));
    cr_expect(strstr(document->remarks, "missing (5 times"), "%s", document->remarks);
    ph_document_free(document);
}

Test(docx_hostile, two_documents)
{
    static const char relations[] =
        "<Relationships xmlns=\"" TEST_REL "\"><Relationship Id=\"a\" Type=\"" TEST_R
        "/officeDocument\" Target=\"a.xml\"/><Relationship Id=\"b\" Type=\"" TEST_R
        "/officeDocument\" Target=\"b.xml\"/></Relationships>";
    char *a = test_xml("document", "<w:body>" P("The General Assembly,") "</w:body>");
    char *b = test_xml("document", "<w:body>" P("Another") "</w:body>");
    struct ph_zip_part parts[] = {{"_rels/.rels", relations, sizeof relations - 1},
                                  {"a.xml", a, strlen(a)},
                                  {"b.xml", b, strlen(b)}};
    struct ph_buffer package = {0};
    cr_assert_eq(ph_zip_write(parts, 3, &package, NULL), PH_OK);
    struct ph_document *document = test_read_bytes(package.data, package.length);
    cr_expect_eq(test_count(document, PH_ORGAN), 1);
    cr_expect(strstr(document->remarks, "more than one document"));
    ph_document_free(document);
    ph_buffer_free(&package);
    free(a);
    free(b);
}

/* ---- the XML ---- */

Test(docx_hostile, entities_are_not_followed)
{
    static const char *const hostile[] = {
        "<!DOCTYPE d [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
        "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\">]><d>&c;</d>",
        "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><d>&x;</d>",
        "<!DOCTYPE d SYSTEM \"http://127.0.0.1:9/x.dtd\"><d/>"};
    for (size_t i = 0; i < sizeof hostile / sizeof *hostile; i++) {
        struct ph_buffer package = one_part("word/document.xml", hostile[i], strlen(hostile[i]));
        expect_refused(&package, PH_FORMAT, "word/document.xml");
    }
}

Test(docx_hostile, hundred_thousand_elements_deep)
{
    struct ph_buffer package = repeated("", "<w:p>", 100000, "");
    expect_refused(&package, PH_LIMIT, "file.docx:1: nested deeper than");
}

Test(docx_hostile, too_many_attributes)
{
    struct ph_buffer body = {0};
    ph_buffer_put(&body, "<d ");
    for (int i = 0; i < 500000; i++)
        ph_buffer_printf(&body, "a%d = '' ", i);
    ph_buffer_put(&body, "/>");
    struct ph_buffer package = one_part("word/document.xml", body.data, body.length);
    ph_buffer_free(&body);
    expect_refused(&package, PH_LIMIT, "attributes");
}

Test(docx_hostile, a_million_paragraphs)
{
    struct ph_buffer package = repeated("", "<w:p><w:r><w:t>x</w:t></w:r></w:p>", 1000000, "");
    long before = memory_used();
    expect_refused(&package, PH_LIMIT, "no document has so many");
    cr_expect_lt(memory_used() - before, 256, "%ld MB more", memory_used() - before);
}

Test(docx_hostile, more_paragraphs_than_blocks)
{
    struct ph_buffer package =
        repeated("", "<w:p><w:r><w:t>x</w:t></w:r></w:p>", PH_BLOCK_LIMIT + 1, "");
    expect_refused(&package, PH_LIMIT, "paragraphs");
}

Test(docx_hostile, styles_in_a_long_chain)
{
    struct ph_buffer styles = {0};
    for (int i = 0; i < 50000; i++)
        ph_buffer_printf(&styles, "<w:style w:styleId=\"s%d\"><w:basedOn w:val=\"s%d\"/></w:style>",
                         i, (i + 1) % 50000);
    struct ph_document *document = test_read_parts(
        &(struct test_parts){.body = P("The General Assembly,"), .styles = styles.data});
    cr_expect(strstr(document->remarks, "based on itself"));
    ph_document_free(document);
    ph_buffer_free(&styles);
}

Test(docx_hostile, fields_and_changes_in_each_other)
{
    static const char begin[] = "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/>"
                                "<w:fldChar w:fldCharType=\"separate\"/></w:r></w:p>";
    struct ph_error error;
    struct ph_buffer package = repeated(P("The General Assembly,"), begin, 100000, P("Noting it,"));
    cr_expect_eq(read_bytes(&package, &error), PH_OK);
    ph_buffer_free(&package);
    package = repeated(
        "", "<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:r><w:t>x</w:t></w:r></w:p>", 100000, "");
    cr_expect_eq(read_bytes(&package, &error), PH_OK);
    ph_buffer_free(&package);
}

/* Each of these would take the square of its length if anything looked back. */
Test(docx_hostile, long_paragraphs_rows_and_alternatives, .timeout = 60)
{
    struct ph_error error;
    struct ph_buffer package =
        repeated(P("The General Assembly,") "<w:p>",
                 "<w:del><w:r><w:delText>a </w:delText></w:r></w:del><w:ins><w:r><w:t>b </w:t>"
                 "</w:r></w:ins>",
                 100000, "</w:p>");
    cr_expect_eq(read_bytes(&package, &error), PH_OK);
    ph_buffer_free(&package);
    package = repeated("<w:tbl><w:tr>", "<w:tc><w:p/></w:tc>", 200000, "</w:tr></w:tbl>" P("x"));
    cr_expect_eq(read_bytes(&package, &error), PH_OK);
    ph_buffer_free(&package);
    package = repeated("<mc:AlternateContent xmlns:mc=\"urn:mc\">", "<w:p/>", 300000,
                       "</mc:AlternateContent>" P("x"));
    cr_expect_eq(read_bytes(&package, &error), PH_OK);
    ph_buffer_free(&package);
}
