/* Akoma Ntoso: what is written is read back as the same tree; what others write keeps its words;
 * XML made to do harm ends in a message. */
#include "reading.h"
#include "write/write.h"

static struct ph_lexicon *lexicon; /* the trees point into it */

static void set_up(void)
{
    lexicon = test_lexicon();
}

static void tear_down(void)
{
    ph_lexicon_free(lexicon);
}

TestSuite(read_akn, .init = set_up, .fini = tear_down);

static struct ph_document *read_bytes(const struct ph_buffer *bytes)
{
    struct ph_document *document = NULL;
    struct ph_error error;
    cr_assert_eq(ph_read("test", bytes->data, bytes->length, lexicon, &document, &error), PH_OK,
                 "%s", error.message);
    cr_assert_null(ph_verify(document));
    return document;
}

static struct ph_document *read_text(const char *text)
{
    struct ph_buffer bytes = {0};
    ph_buffer_put(&bytes, text);
    struct ph_document *document = read_bytes(&bytes);
    ph_buffer_free(&bytes);
    return document;
}

static struct ph_buffer file(const char *name)
{
    struct ph_buffer bytes = {0};
    struct ph_error error;
    char path[512];
    snprintf(path, sizeof path, "%s/%s", PH_TEST_SOURCE, name);
    cr_assert_eq(ph_file_read(path, &bytes, &error), PH_OK, "%s", error.message);
    return bytes;
}

static struct ph_document *through_akn(const struct ph_document *document)
{
    struct ph_buffer out = {0};
    struct ph_error error;
    struct ph_write_options options = {0};
    cr_assert_eq(ph_write_akn(document, &options, &out, &error), PH_OK);
    struct ph_document *back = read_bytes(&out);
    ph_buffer_free(&out);
    return back;
}

static char *dump_of(const struct ph_document *document)
{
    struct ph_buffer out = {0};
    ph_dump(document, &out);
    return ph_buffer_take(&out);
}

static void expect_same(struct ph_document *document)
{
    struct ph_document *back = through_akn(document);
    char *one = dump_of(document), *two = dump_of(back);
    cr_expect_str_eq(one, two);
    cr_expect_null(back->remarks, "%s", back->remarks);
    free(one);
    free(two);
    ph_document_free(back);
    ph_document_free(document);
}

Test(read_akn, the_corpus_comes_back_as_it_was)
{
    static const char *const names[] = {"A_RES_64_256.txt", "A_RES_67_6.txt", "A_RES_69_12.txt",
                                        "A_RES_73_331.txt", "letter-2009-07-14.md"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        char path[128];
        snprintf(path, sizeof path, "corpus/csto/%s", names[i]);
        struct ph_buffer bytes = file(path);
        expect_same(read_bytes(&bytes));
        ph_buffer_free(&bytes);
    }
}

Test(read_akn, marks_headings_and_annexes_come_back)
{
    expect_same(
        read_text("A/99/L.7\nLakes\nThe General Assembly,\n\nRecalling its resolution "
                  "97/1,1\n\nI\nWater\n\n1. Decides;\n\n2. Requests the Secretary-General:\n\n"
                  "(a) To do one thing;\n\n(i) Well;\n\n(ii) Soon;\n\n(b) To do more.2\n\n"
                  "Annex I\nA list\n\n1. A lake.\n\n____________\n1 Annex.\n2 A/99/5.\n"));
}

Test(read_akn, placeholders_and_review_marks_come_back)
{
    struct ph_document *document = read_text("The General Assembly,\n\n1. Takes note of […] now.");
    struct ph_node *node = test_nth(document, PH_OPERATIVE, 1);
    struct ph_inline *mark = ph_text_mark(node, PH_PLACEHOLDER, 14, 19);
    mark->name = "report-symbol";
    mark->why = "the symbol of the report";
    expect_same(document);
}

Test(read_akn, what_nobody_knows_is_kept_and_said)
{
    struct ph_buffer bytes = file("tests/samples/foreign.akn.xml");
    struct ph_document *document = read_bytes(&bytes);
    cr_expect_str_eq(test_nth(document, PH_PARAGRAPH, 1)->text.bytes,
                     "Words that stand in what nobody knows.");
    cr_expect_str_eq(document->remarks,
                     "line 35: the element <mystery> is not known; its words are "
                     "kept (2 of such; this is the first)\n");
    ph_document_free(document);
    ph_buffer_free(&bytes);
}

/* ---- hostile ---- */

static void expect_error(const char *before, const char *repeated, size_t times, const char *why)
{
    struct ph_buffer text = {0};
    struct ph_document *document;
    struct ph_error error = {.message = ""};
    ph_buffer_put(&text, before);
    for (size_t i = 0; i < times; i++)
        ph_buffer_put(&text, repeated);
    cr_expect_neq(ph_read("x.xml", text.data, text.length, lexicon, &document, &error), PH_OK);
    cr_expect_null(document);
    cr_expect(strstr(error.message, why), "%s", error.message);
    ph_buffer_free(&text);
}

Test(read_akn, harm_ends_in_a_message)
{
    expect_error("<akomaNtoso>", "<a>", 100000, "x.xml:");
    expect_error("<!DOCTYPE akomaNtoso [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;&a;&a;'>"
                 "<!ENTITY c '&b;&b;&b;&b;'>]><akomaNtoso><doc>&c;</doc></akomaNtoso>",
                 "", 0, "x.xml:");
    expect_error("<!DOCTYPE akomaNtoso [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>"
                 "<akomaNtoso><doc><p>&a;</p></doc></akomaNtoso>",
                 "", 0, "document type declaration");
    expect_error("<akomaNtoso/>", "", 0, "without any words");
    expect_error("<akomaNtoso><doc><p>", "word ", 4000000, "at most");
}

Test(read_akn, cut_short_at_every_byte, .timeout = 60)
{
    struct ph_buffer bytes = file("tests/samples/foreign.akn.xml");
    struct ph_error error;
    for (size_t length = 0; length < bytes.length; length++) {
        struct ph_document *document;
        char *copy = ph_copy_n(bytes.data, length);
        error.message[0] = '\0';
        enum ph_status status = ph_read("x.xml", copy, length, lexicon, &document, &error);
        cr_assert(status == PH_OK || error.message[0], "%zu", length);
        ph_document_free(document);
        free(copy);
    }
    ph_buffer_free(&bytes);
}
