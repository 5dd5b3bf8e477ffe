/* Web pages: whatever stands in them ends in a tree. */
#include "reading.h"

static struct ph_document *read_many(const char *before, const char *repeated, size_t times,
                                     const char *after)
{
    struct ph_buffer text = {0};
    ph_buffer_put(&text, before);
    for (size_t i = 0; i < times; i++)
        ph_buffer_put(&text, repeated);
    ph_buffer_put(&text, after);
    struct ph_document *document = test_read_bytes(text.data, text.length);
    ph_buffer_free(&text);
    return document;
}

static void expect_too_deep(const char *repeated)
{
    struct ph_lexicon *lexicon = test_lexicon();
    struct ph_buffer text = {0};
    struct ph_document *document;
    struct ph_error error = {.message = ""};
    ph_buffer_put(&text, "<html><body>");
    for (int i = 0; i < 100000; i++)
        ph_buffer_put(&text, repeated);
    ph_buffer_put(&text, "words");
    cr_expect_eq(ph_read("x", text.data, text.length, lexicon, &document, &error), PH_LIMIT);
    cr_expect(strstr(error.message, "too deeply"), "%s", error.message);
    ph_buffer_free(&text);
    ph_lexicon_free(lexicon);
}

Test(read_html, a_hundred_thousand_elements_in_one_another)
{
    expect_too_deep("<div>");
    expect_too_deep("<i>");
}

Test(read_html, a_hundred_thousand_elements_side_by_side)
{
    ph_document_free(
        read_many("<html><body>", "<a href='#x'><sup>1</sup></a>", 100000, "<p id=x>words"));
    ph_document_free(read_many("<html><body>words<ol>", "<li>", 100000, "words"));
    ph_document_free(read_many("<html><body>words", "<p><br><br>", 100000, "words"));
}

Test(read_html, nothing_is_loaded_and_no_entity_grows)
{
    struct ph_document *document =
        read_many("<!DOCTYPE html [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><html><body>"
                  "<p>One &a; two",
                  "", 0, "<img src='file:///etc/passwd'></html>");
    cr_expect(!strstr(test_nth(document, PH_TITLE, 1)->text.bytes, "root:"));
    ph_document_free(document);
}

Test(read_html, bytes_that_are_no_text)
{
    static const char bytes[] = "<html>\0<p>The General\0 Assembly,<p>\xFFWords</html>";
    struct ph_document *document = test_read_bytes(bytes, sizeof bytes - 1);
    cr_expect_eq(test_count(document, PH_ORGAN), 1);
    ph_document_free(document);
}
