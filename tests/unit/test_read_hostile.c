/* Files from strangers: bounded time, a clear message, no crash. */
#include "reading.h"

static enum ph_status status_of(const char *bytes, size_t length, char *message, size_t size)
{
    struct ph_lexicon *lexicon = test_lexicon();
    struct ph_document *document = NULL;
    struct ph_error error = {.message = ""};
    enum ph_status status = ph_read("file", bytes, length, lexicon, &document, &error);
    snprintf(message, size, "%s", error.message);
    cr_expect_eq(document != NULL, status == PH_OK);
    ph_document_free(document);
    ph_lexicon_free(lexicon);
    return status;
}

static char *repeated(const char *text, size_t times, size_t *length)
{
    size_t n = strlen(text);
    char *bytes = ph_alloc(n * times + 1);
    for (size_t i = 0; i < times; i++)
        memcpy(bytes + i * n, text, n);
    bytes[n * times] = '\0';
    *length = n * times;
    return bytes;
}

static void expect_status(const char *text, size_t times, enum ph_status wanted)
{
    char message[800];
    size_t length;
    char *bytes = repeated(text, times, &length);
    enum ph_status status = status_of(bytes, length, message, sizeof message);
    cr_expect_eq(status, wanted, "status %d: %s", status, message);
    cr_expect(status == PH_OK || message[0]);
    free(bytes);
}

Test(read_hostile, other_formats_are_named)
{
    static const struct {
        const char *bytes, *named;
    } files[] = {
        {"{\\rtf1", ".rtf"}, {"<?xml version='1.0'?>", "XML"}, {"\x01\x02\x03\x04", "no text"}};
    for (size_t i = 0; i < sizeof files / sizeof *files; i++) {
        char message[800];
        enum ph_status status =
            status_of(files[i].bytes, strlen(files[i].bytes), message, sizeof message);
        cr_expect_eq(status, PH_FORMAT);
        cr_expect(strstr(message, files[i].named), "%s", message);
        cr_expect(strstr(message, "what is read: "), "%s", message);
    }
}

Test(read_hostile, a_text_without_words_is_a_document)
{
    static const char *const texts[] = {"", " \n\t\n"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct ph_document *document = test_read(texts[i]);
        cr_expect_null(document->root->first);
        cr_expect_str_eq(document->remarks, "holds no words\n");
        ph_document_free(document);
    }
}

Test(read_hostile, one_line_of_256_mebibytes_is_beyond_the_limit)
{
    expect_status("0123456789abcde ", 16 * 1024 * 1024, PH_LIMIT);
}

Test(read_hostile, a_million_short_lines_are_beyond_the_limit)
{
    expect_status("x.\n\n", 1000000, PH_LIMIT);
}

Test(read_hostile, long_lines_are_read)
{
    expect_status("word ", 200000, PH_OK);
    expect_status("**", 200000, PH_OK);
    expect_status("*a _b ", 100000, PH_OK);
    expect_status("[1: ", 100000, PH_OK);
    expect_status("[footnoteRef:1] [1: x", 50000, PH_OK);
}

Test(read_hostile, a_hundred_thousand_notes)
{
    struct ph_buffer text = {0};
    ph_buffer_put(&text, "The General Assembly,\nRecalling,\n1st plenary meeting\n");
    for (int i = 1; i <= 100000; i++)
        ph_buffer_printf(&text, "%d Resolution.\n", i);
    struct ph_document *document = test_read_bytes(text.data, text.length);
    cr_expect_eq(test_count(document, PH_FOOTNOTE), 100000);
    ph_document_free(document);
    ph_buffer_free(&text);
}

Test(read_hostile, torn_pieces_do_not_grow_without_end)
{
    expect_status("torn\n\n\n", 100000, PH_OK);
    expect_status("1.\n\n", 100000, PH_OK);
    expect_status("(i)\n\n(a)\n\n", 50000, PH_OK);
    expect_status("[and so\non\n", 200000, PH_OK);
    expect_status("__________\n1\nand so\non\n", 100000, PH_LIMIT);
}

Test(read_hostile, mixed_encodings_and_nuls)
{
    static const char bytes[] = "The General Assembly,\n\n\tRecalling \x93it\x94 and \xE2\x80\x9Cit"
                                "\xE2\x80\x9D\0 and \xFF,\n\n\t1.\tDecides that the words are "
                                "long enough to hide a single wrong byte among them.\n";
    struct ph_document *document = test_read_bytes(bytes, sizeof bytes - 1);
    cr_expect_eq(test_count(document, PH_PREAMBULAR), 1);
    cr_expect_eq(test_count(document, PH_OPERATIVE), 1);
    ph_document_free(document);
}

/* The seeds of the fuzzer, what it once found among them. */
Test(read_hostile, every_seed_is_read)
{
    char **list;
    struct ph_error error;
    cr_assert_eq(ph_file_list(PH_TEST_SOURCE "/tests/fuzz/seeds/read", &list, &error), PH_OK);
    size_t count = 0;
    for (; list[count]; count++) {
        struct ph_buffer bytes = {0};
        char message[800];
        cr_assert_eq(ph_file_read(list[count], &bytes, &error), PH_OK);
        enum ph_status status = status_of(bytes.data, bytes.length, message, sizeof message);
        cr_expect(status == PH_OK || message[0], "%s", list[count]);
        ph_buffer_free(&bytes);
    }
    cr_assert_gt(count, 3, "the seeds are there");
    ph_file_list_free(list);
}
