/* Documents of Word 97 to 2003: what is read of them, and that damage ends in a message. */
#include "read/doc/cfb.h"
#include "read/doc/pieces.h"
#include "read/doc/styles.h"
#include "reading.h"

static struct ph_buffer sample(const char *name)
{
    char path[512];
    struct ph_buffer bytes = {0};
    struct ph_error error;
    snprintf(path, sizeof path, "%s/tests/samples/%s", PH_TEST_SOURCE, name);
    cr_assert_eq(ph_file_read(path, &bytes, &error), PH_OK, "%s", error.message);
    return bytes;
}

/* Reads bytes; whatever comes of it, it is a sound tree or a message, which is copied out. */
static enum ph_status read_any(const struct ph_lexicon *lexicon, const struct ph_buffer *bytes,
                               size_t length, char *message, size_t size)
{
    struct ph_document *document;
    struct ph_error error = {.message = ""};
    char *copy = ph_copy_n(bytes->data, length); /* so that reading beyond the end is noticed */
    enum ph_status status = ph_read("x.doc", copy, length, lexicon, &document, &error);
    if (status == PH_OK)
        cr_assert_null(ph_verify(document));
    else
        cr_assert(error.message[0], "an error has a message");
    snprintf(message, size, "%s", error.message);
    ph_document_free(document);
    free(copy);
    return status;
}

static void put_u16(struct ph_buffer *bytes, size_t at, unsigned value)
{
    bytes->data[at] = (char)(value & 0xFF);
    bytes->data[at + 1] = (char)(value >> 8);
}

static void put_u32(struct ph_buffer *bytes, size_t at, uint32_t value)
{
    put_u16(bytes, at, value & 0xFFFF);
    put_u16(bytes, at + 2, value >> 16);
}

/* Where the stream WordDocument begins in a sample: at its mark, on a sector's edge. */
static size_t word_at(const struct ph_buffer *bytes)
{
    for (size_t at = 512; at + 2 < bytes->length; at += 512)
        if (!memcmp(bytes->data + at, "\xEC\xA5", 2))
            return at;
    cr_assert_fail("no Word document in the sample");
    return 0;
}

Test(read_doc, a_resolution_is_read_as_its_text_is)
{
    struct ph_buffer bytes = sample("A_RES_69_12.doc");
    struct ph_document *one = test_read_bytes(bytes.data, bytes.length);
    struct ph_document *two = test_read_corpus("A_RES_69_12.txt");
    const struct ph_node *a = NULL, *b = NULL;
    for (int kind = PH_TITLE; kind < PH_KIND_COUNT; kind++)
        cr_expect_eq(test_count(one, (enum ph_kind)kind), test_count(two, (enum ph_kind)kind));
    while ((b = ph_next_of(two->root, b, PH_OPERATIVE))) {
        a = ph_next_of(one->root, a, PH_OPERATIVE);
        char *words = test_marked(b);
        test_expect_marked(a, words);
        free(words);
    }
    ph_document_free(one);
    ph_document_free(two);
    ph_buffer_free(&bytes);
}

Test(read_doc, formats_fields_notes_and_special_characters)
{
    struct ph_buffer bytes = sample("lakes.doc");
    struct ph_document *document = test_read_bytes(bytes.data, bytes.length);
    cr_expect_str_eq(ph_field_text(document->root, PH_FIELD_SYMBOL), "A/99/L.7", "of the header");
    cr_expect_str_eq(ph_field_text(document->root, PH_FIELD_DISTRIBUTION), "Limited", "of a cell");
    const struct ph_node *organ = test_nth(document, PH_ORGAN, 1);
    cr_assert_eq(organ->text.count, 1, "italics of the style, but not of the comma");
    cr_expect_eq(organ->text.inlines[0].to, strlen("The General Assembly"));
    test_expect_marked(test_nth(document, PH_PREAMBULAR, 1),
                       "Recalling its resolution 97/1 of 21 November 2022,{1}");
    test_expect_marked(test_nth(document, PH_PREAMBULAR, 2),
                       "Noting the “Blue” Plan — with low-flow rivers in Côte d’Ivoire, its web "
                       "page and the sign 𝔘,");
    test_expect_marked(test_nth(document, PH_OPERATIVE, 2),
                       "Requests the Secretary-General to report,{1} in particular:");
    test_expect_marked(test_nth(document, PH_SUBPARAGRAPH, 1), "On lakes, whose area is 3 km2;");
    cr_expect_str_eq(test_nth(document, PH_FOOTNOTE, 1)->as.footnote.mark, "*");
    cr_expect_str_eq(test_nth(document, PH_FOOTNOTE, 2)->text.bytes,
                     "Resolution 97/1, annex. Its second paragraph.");
    cr_expect_str_eq(document->remarks,
                     "paragraph 14: words that a tracked change strikes out are left out\n"
                     "paragraph 12: hidden words are left out\n");
    ph_document_free(document);
    ph_buffer_free(&bytes);
}

Test(read_doc, numbers_of_lists_are_made_as_the_word_processor_makes_them)
{
    struct ph_buffer bytes = sample("lists.doc");
    struct ph_document *document = test_read_bytes(bytes.data, bytes.length);
    static const char *const numbers[] = {"(a)", "(i)", "(ii)", "(b)"};
    cr_expect_eq(test_count(document, PH_OPERATIVE), 3);
    cr_expect_str_eq(test_nth(document, PH_OPERATIVE, 3)->as.paragraph.number, "3.");
    for (int i = 0; i < 4; i++)
        cr_expect_str_eq(test_nth(document, PH_SUBPARAGRAPH, i + 1)->as.paragraph.number,
                         numbers[i]);
    cr_expect_null(document->remarks);
    ph_document_free(document);
    ph_buffer_free(&bytes);
}

Test(read_doc, cut_short_at_every_byte, .timeout = 120)
{
    struct ph_lexicon *lexicon = test_lexicon();
    struct ph_buffer bytes = sample("lakes.doc");
    char message[800];
    for (size_t length = 0; length < bytes.length; length++)
        read_any(lexicon, &bytes, length, message, sizeof message);
    ph_buffer_free(&bytes);
    ph_lexicon_free(lexicon);
}

static void try_words(const char *name)
{
    struct ph_lexicon *lexicon = test_lexicon();
    struct ph_buffer bytes = sample(name);
    size_t word = word_at(&bytes);
    char message[800];
    for (size_t at = 8; at + 4 <= bytes.length; at += at < 512 || at / 512 == word / 512 ? 2 : 34) {
        char old[4];
        memcpy(old, bytes.data + at, 4);
        for (int value = 0; value < 3; value++) {
            put_u32(&bytes, at, value == 0 ? 0xFFFFFFFF : value == 1 ? 0 : 0x7FFFFFF0);
            read_any(lexicon, &bytes, bytes.length, message, sizeof message);
        }
        memcpy(bytes.data + at, old, 4);
    }
    ph_buffer_free(&bytes);
    ph_lexicon_free(lexicon);
}

Test(read_doc, every_word_of_the_header_and_the_tables_may_be_anything, .timeout = 120)
{
    try_words("lakes.doc");
    try_words("lists.doc");
}

static void expect_refused(struct ph_buffer *bytes, const char *why)
{
    struct ph_lexicon *lexicon = test_lexicon();
    char message[800];
    cr_expect_eq(read_any(lexicon, bytes, bytes->length, message, sizeof message), PH_FORMAT);
    cr_expect(strstr(message, why), "%s", message);
    ph_lexicon_free(lexicon);
    ph_buffer_free(bytes);
}

Test(read_doc, encrypted_and_older_documents_say_what_to_do)
{
    struct ph_buffer bytes = sample("lakes.doc");
    size_t word = word_at(&bytes);
    bytes.data[word + 0x0B] |= 1;
    expect_refused(&bytes, "is encrypted: open it in a word processor with its password");
    bytes = sample("lakes.doc");
    put_u16(&bytes, word, 0xA5DC);
    expect_refused(&bytes, "of Word 6 or 95");
    bytes = sample("lakes.doc");
    put_u16(&bytes, word, 0x1234);
    expect_refused(&bytes, "is no Word document");
}

Test(read_doc, chains_in_a_circle_are_noticed)
{
    struct ph_buffer bytes = sample("lakes.doc");
    size_t table = ((size_t)(unsigned char)bytes.data[0x4C] + 1) * 512;
    for (uint32_t sector = 0; sector < 16; sector++)
        put_u32(&bytes, table + 4 * sector, (sector + 1) % 16);
    expect_refused(&bytes, "goes in a circle");
}

/* ---- the piece table by hand: what no other program can be made to write ---- */

static void add_u32(struct ph_buffer *out, uint32_t value)
{
    for (int i = 0; i < 4; i++)
        ph_buffer_char(out, (char)(value >> (8 * i)));
}

/* A table of pieces behind one list of formats, as a fast save leaves it. */
static struct ph_buffer clx_of(const struct ph_doc_piece *pieces, uint32_t count)
{
    struct ph_buffer clx = {0};
    ph_buffer_add(&clx, "\x01\x02\x00\xAA\xBB\x02", 6);
    add_u32(&clx, 4 * (count + 1) + 8 * count);
    for (uint32_t i = 0; i < count; i++)
        add_u32(&clx, pieces[i].from);
    add_u32(&clx, count ? pieces[count - 1].to : 0);
    for (uint32_t i = 0; i < count; i++) {
        ph_buffer_add(&clx, "\0\0", 2);
        add_u32(&clx, pieces[i].wide ? pieces[i].at : 2 * pieces[i].at | 0x40000000);
        ph_buffer_add(&clx, "\0\0", 2);
    }
    return clx;
}

static enum ph_status read_pieces(const struct ph_doc_piece *list, uint32_t count, const char *main,
                                  size_t length, char *out)
{
    struct ph_buffer clx = clx_of(list, count);
    struct ph_pieces pieces;
    struct ph_error error;
    uint16_t unit;
    uint32_t at, used = 0;
    enum ph_status status =
        ph_pieces_read("x", (struct ph_bytes){(uint8_t *)clx.data, clx.length},
                       (struct ph_bytes){(const uint8_t *)main, length}, &pieces, &error);
    while (!status && used < 99 && ph_pieces_at(&pieces, used, &unit, &at))
        out[used++] = unit < 0x80 ? (char)unit : '?';
    out[used] = '\0';
    ph_pieces_free(&pieces);
    ph_buffer_free(&clx);
    return status;
}

Test(read_doc, many_pieces_out_of_order)
{
    static const char main[] = "wordsT\0w\0o\0 \0";
    static const struct ph_doc_piece pieces[] = {{0, 4, 5, true}, {4, 9, 0, false}};
    char out[100];
    cr_expect_eq(read_pieces(pieces, 2, main, 13, out), PH_OK);
    cr_expect_str_eq(out, "Two words");
    cr_expect_eq(read_pieces(pieces, 2, main, 12, out), PH_FORMAT, "a piece reaches too far");
    cr_expect_eq(read_pieces(pieces, 0, main, 13, out), PH_FORMAT, "no pieces at all");
}

Test(read_doc, pieces_that_make_much_of_little_are_beyond_the_limit)
{
    enum { BYTES = 1 << 20, COUNT = 64 };
    static char main[BYTES], out[100];
    struct ph_doc_piece pieces[COUNT];
    for (uint32_t i = 0; i < COUNT; i++)
        pieces[i] = (struct ph_doc_piece){i * BYTES, (i + 1) * BYTES, 0, false};
    cr_expect_eq(read_pieces(pieces, COUNT, main, BYTES, out), PH_LIMIT);
    pieces[1].from = pieces[1].to + 1;
    cr_expect_eq(read_pieces(pieces, 2, main, BYTES, out), PH_FORMAT, "backwards");
}

Test(read_doc, looks_follow_the_style_unless_told_otherwise)
{
    /* italic as the opposite of the style, bold on, an unknown property, superscript */
    static const uint8_t properties[] = {0x36, 0x08, 0x81, 0x35, 0x08, 0x01, 0x15,
                                         0xC6, 0x02, 0xFF, 0xFF, 0x48, 0x2A, 0x01};
    struct ph_look look = {0};
    ph_look_apply((struct ph_bytes){properties, sizeof properties}, &look);
    cr_expect_eq(ph_look_bits(&look, 0), PH_LOOK_ITALIC | PH_LOOK_BOLD | PH_LOOK_RAISED);
    cr_expect_eq(ph_look_bits(&look, PH_LOOK_ITALIC), PH_LOOK_BOLD | PH_LOOK_RAISED);
    for (size_t length = 0; length < sizeof properties; length++)
        ph_look_apply((struct ph_bytes){properties, length}, &look);
}
