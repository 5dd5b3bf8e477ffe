/* What pdftohtml says of a PDF becomes paragraphs by the places and fonts of the text. Each test
 * lays out a page of its own, in points, and says what it proves. */
#include "reading.h"

#include "base/child.h"
#include "read/footnotes.h"
#include "read/formats.h"
#include "read/pdf.h"
#include "read/recognise.h"

enum { ROMAN, ITALIC, BOLD, SMALL, MARK, NOTE_MARK };

enum { COLUMN = 123, INDENT = 147, RIGHT = 490, PITCH = 12 };

static struct ph_buffer xml;
static struct ph_error error;

static void begin_page(int number)
{
    if (number > 1)
        ph_buffer_put(&xml, "</page>");
    else
        ph_buffer_put(&xml, "<pdf2xml>");
    ph_buffer_printf(&xml, "<page number=\"%d\" height=\"2376\" width=\"1836\">\n", number);
    static const double sizes[] = {10, 10, 10, 8.5, 6.5, 5.5};
    for (int i = 0; number == 1 && i < 6; i++)
        ph_buffer_printf(&xml, "<fontspec id=\"%d\" size=\"%g\"/>\n", i, sizes[i] * PH_PDF_ZOOM);
}

/* A piece of `font` from `left` to `right` with its baseline at `y`, as fonts of text have it. */
static void put(int font, double y, double left, double right, const char *text)
{
    static const double sizes[] = {10, 10, 10, 8.5, 6.5, 5.5};
    double height = 1.107 * sizes[font], top = y - 0.891 * sizes[font];
    const char *open = font == ITALIC ? "<i>" : font == BOLD ? "<b>" : "";
    const char *close = font == ITALIC ? "</i>" : font == BOLD ? "</b>" : "";
    ph_buffer_printf(&xml,
                     "<text top=\"%f\" left=\"%f\" width=\"%f\" height=\"%f\" font=\"%d\">"
                     "%s%s%s</text>\n",
                     top * PH_PDF_ZOOM, left * PH_PDF_ZOOM, (right - left) * PH_PDF_ZOOM,
                     height * PH_PDF_ZOOM, font, open, text, close);
}

/* A line that reaches the right edge. */
static void full(double y, double left, const char *text)
{
    put(ROMAN, y, left, RIGHT, text);
}

static struct ph_blocks *blocks_of_page(void)
{
    struct ph_lexicon *lexicon = test_lexicon();
    struct ph_blocks *blocks = ph_blocks_new("test.pdf");
    ph_buffer_put(&xml, "</page></pdf2xml>");
    cr_assert_eq(ph_pdf_read(ph_buffer_text(&xml), xml.length, lexicon, blocks, &error), PH_OK,
                 "%s", error.message);
    ph_lexicon_free(lexicon);
    return blocks;
}

/* Some paragraphs, so that there is a column to measure by; returns the next paragraph's y. */
static double fill(double y)
{
    put(ITALIC, y, INDENT, 230, "The General Assembly");
    put(ROMAN, y, 230, 235, ", ");
    for (y += 18; y < 450; y += 6) {
        full(y, INDENT, "Recalling the words that are written here in order to fill ");
        full(y += PITCH, COLUMN, "the lines from one edge to the other, as adopted texts ");
        put(ROMAN, y += PITCH, COLUMN, 300, "and drafts of them do, ");
        y += PITCH;
    }
    return y;
}

static const struct ph_block *last_text(const struct ph_blocks *blocks)
{
    size_t i = blocks->count;
    while (i > 0 && blocks->items[i - 1].kind != PH_BLOCK_TEXT)
        i--;
    cr_assert(i > 0);
    return &blocks->items[i - 1];
}

static void expect_last(const char *words)
{
    struct ph_blocks *blocks = blocks_of_page();
    cr_expect_str_eq(last_text(blocks)->text, words);
    ph_blocks_free(blocks);
}

static size_t count_blocks(const struct ph_blocks *blocks, enum ph_block_kind kind)
{
    size_t count = 0;
    for (size_t i = 0; i < blocks->count; i++)
        count += blocks->items[i].kind == kind;
    return count;
}

static void expect_failure(const char *printed, enum ph_status wanted, const char *message)
{
    struct ph_lexicon *lexicon = test_lexicon();
    struct ph_blocks *blocks = ph_blocks_new("test.pdf");
    enum ph_status got = ph_pdf_read(printed, strlen(printed), lexicon, blocks, &error);
    cr_expect_eq(got, wanted, "%d", got);
    cr_expect(strstr(error.message, message), "%s", error.message);
    ph_blocks_free(blocks);
    ph_lexicon_free(lexicon);
}

static void tidy(void)
{
    ph_buffer_free(&xml);
}

TestSuite(pdf, .fini = tidy);

/* ---- words ---- */

Test(pdf, kerning_does_not_tear_words_and_a_space_of_some_width_parts_them)
{
    begin_page(1);
    double y = fill(80);
    put(ROMAN, y, INDENT, 190, "Secretary");
    put(ROMAN, y, 191.2, 220, "-General");
    put(ROMAN, y, 222.5, 240, "2021");
    put(ROMAN, y, 241.5, 270, "–2025,");
    expect_last("Secretary-General 2021–2025,");
}

Test(pdf, a_line_without_a_space_at_its_end_is_torn_only_behind_a_hyphen_or_dash)
{
    begin_page(1);
    double y = fill(80);
    full(y, INDENT, "Noting public-");
    full(y += PITCH, COLUMN, "private partnerships, sudden- ");
    full(y += PITCH, COLUMN, "and slow-onset disasters in 2021–");
    full(y += PITCH, COLUMN, "2025 and Article");
    put(ROMAN, y += PITCH, COLUMN, 200, "52,");
    expect_last("Noting public-private partnerships, sudden- and slow-onset disasters in 2021–2025 "
                "and Article 52,");
}

Test(pdf, a_soft_hyphen_at_the_end_of_a_line_is_none)
{
    begin_page(1);
    double y = fill(80);
    full(y, INDENT, "Noting the imple\xC2\xAD");
    put(ROMAN, y + PITCH, COLUMN, 200, "mentation of it,");
    expect_last("Noting the implementation of it,");
}

Test(pdf, italics_are_one_stretch_over_pieces_and_lines)
{
    begin_page(1);
    double y = fill(80);
    put(ITALIC, y, INDENT, 300, "Taking note ");
    put(ITALIC, y, 300, RIGHT, "with ");
    put(ITALIC, y + PITCH, COLUMN, 180, "appreciation");
    put(ROMAN, y + PITCH, 182.5, 220, "of it, ");
    struct ph_blocks *blocks = blocks_of_page();
    const struct ph_block *block = last_text(blocks);
    cr_expect_str_eq(block->text, "Taking note with appreciation of it,");
    cr_assert_eq(block->run_count, 1);
    cr_expect_eq(block->runs[0].kind, PH_RUN_ITALIC);
    cr_expect_eq(block->runs[0].from, 0);
    cr_expect_eq(block->runs[0].to, strlen("Taking note with appreciation"));
    ph_blocks_free(blocks);
}

Test(pdf, spaces_in_another_look_do_not_give_it_to_words)
{
    begin_page(1);
    double y = fill(80);
    put(ROMAN, y, INDENT, 300, "<b>  </b><i>Underlines <b> </b></i>");
    put(ROMAN, y, 302.5, RIGHT, "that it is so, ");
    struct ph_blocks *blocks = blocks_of_page();
    const struct ph_block *block = last_text(blocks);
    cr_assert_eq(block->run_count, 1);
    cr_expect_eq(block->runs[0].kind, PH_RUN_ITALIC);
    ph_blocks_free(blocks);
}

/* ---- paragraphs ---- */

Test(pdf, a_paragraph_goes_on_over_the_page_and_an_indented_line_starts_one)
{
    begin_page(1);
    double y = fill(80);
    full(y, INDENT, "1. Decides that this paragraph, ");
    full(y + PITCH, COLUMN, "which ends nowhere on this page, ");
    begin_page(2);
    full(80, COLUMN, "The words that stand on the next one; ");
    full(92, INDENT, "2. Requests the Secretary-General to report ");
    put(ROMAN, 104, COLUMN, 200, "on it. ");
    struct ph_blocks *blocks = blocks_of_page();
    const struct ph_block *last = last_text(blocks);
    cr_expect_str_eq(last->label, "2.");
    cr_expect_str_eq(last->text, "Requests the Secretary-General to report on it.");
    cr_expect_str_eq(last[-1].label, "1.");
    cr_expect_str_eq(last[-1].text, "Decides that this paragraph, which ends nowhere on this page, "
                                    "The words that stand on the next one;");
    ph_blocks_free(blocks);
}

Test(pdf, a_row_of_a_table_is_kept_apart)
{
    begin_page(1);
    double y = fill(80);
    put(ROMAN, y, COLUMN, 200, "Appropriation");
    put(ROMAN, y, 400, 450, "56 126 600");
    put(ROMAN, y + PITCH, COLUMN, 190, "Contributions");
    put(ROMAN, y + PITCH, 400, 450, "28 063 300");
    struct ph_blocks *blocks = blocks_of_page();
    const struct ph_block *last = last_text(blocks);
    cr_expect_str_eq(last->text, "Contributions 28 063 300");
    cr_expect_str_eq(last[-1].text, "Appropriation 56 126 600");
    ph_blocks_free(blocks);
}

Test(pdf, lines_of_a_masthead_stand_alone_and_a_title_goes_on)
{
    begin_page(1);
    put(ROMAN, 60, COLUMN, 200, "United Nations");
    put(ROMAN, 60, 480, 550, "A/RES/73/331");
    put(ROMAN, 80, 397, 460, "Distr.: General");
    put(ROMAN, 92, 397, 470, "25 July 2019");
    put(BOLD, 140, 60, 160, "Seventy-third session");
    put(ROMAN, 152, 60, 130, "Agenda item 128");
    put(BOLD, 164, 60, 300, "Cooperation between the United Nations and regional and other ");
    put(BOLD, 176, 60, 150, "organizations");
    put(BOLD, 200, COLUMN, 400, "Resolution adopted by the General Assembly on ");
    put(BOLD, 212, COLUMN, 200, "25 July 2019");
    fill(240);
    struct ph_blocks *blocks = blocks_of_page();
    static const char *const wanted[] = {
        "United Nations",
        "A/RES/73/331",
        "Distr.: General",
        "25 July 2019",
        "Seventy-third session",
        "Agenda item 128",
        "Cooperation between the United Nations and regional and other organizations",
        "Resolution adopted by the General Assembly on 25 July 2019"};
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
        cr_expect_str_eq(blocks->items[i].text, wanted[i]);
    ph_blocks_free(blocks);
}

/* ---- furniture ---- */

Test(pdf, running_heads_and_page_numbers_are_furniture)
{
    begin_page(1);
    double y = fill(80);
    put(ROMAN, 745, 65, 180, "23-24977 (E)    201223");
    put(ROMAN, 760, 65, 180, "*2324977*");
    begin_page(2);
    put(BOLD, 50, 357, 554, "Implementation of the Declaration on the Granting of");
    put(BOLD, 60, 60, 113, "A/RES/78/101");
    put(BOLD, 60, 376, 552, "Independence to Colonial Countries");
    full(y = 85, INDENT, "Noting that this goes on, ");
    put(BOLD, 756, 60, 73, "2/2");
    put(ROMAN, 756, 524, 554, "23-24977");
    struct ph_blocks *blocks = blocks_of_page();
    cr_expect_str_eq(last_text(blocks)->text, "Noting that this goes on,");
    cr_expect_eq(count_blocks(blocks, PH_BLOCK_FURNITURE), 7);
    ph_blocks_free(blocks);
}

Test(pdf, a_footnote_that_repeats_one_at_the_same_place_is_no_furniture)
{
    for (int page = 1; page <= 2; page++) {
        begin_page(page);
        fill(60 + 70 * page);
        put(ROMAN, 580, INDENT, 300, "Recalling the report,");
        put(MARK, 576.5, 300, 303, page == 1 ? "1" : "2");
        put(NOTE_MARK, 697, 117, 120, page == 1 ? "1" : "2");
        put(SMALL, 700, 123, 180, page == 1 ? "A/78/233." : "A/79/244.");
    }
    struct ph_blocks *blocks = blocks_of_page();
    cr_expect_eq(count_blocks(blocks, PH_BLOCK_NOTE), 2);
    cr_expect_eq(count_blocks(blocks, PH_BLOCK_FURNITURE), 0);
    ph_blocks_free(blocks);
}

/* ---- footnotes ---- */

Test(pdf, raised_numbers_are_marks_and_a_note_goes_on_over_the_page)
{
    begin_page(1);
    double y = fill(80);
    put(ROMAN, y, INDENT, 250, "Guided by the Charter,");
    put(MARK, y - 3.5, 250, 253, "1");
    put(ROMAN, y, 254, 330, " its organs");
    put(MARK, y - 3.5, 330, 337, "1,2");
    put(ROMAN, y, 337, 400, " and m");
    put(MARK, y - 3.5, 400, 403, "9");
    put(ROMAN, y, 403, 406, ",");
    put(SMALL, 680, 100, 175, "__________________ ");
    put(NOTE_MARK, 697, 117, 120, "1");
    put(SMALL, 700, 123, 480, "A note that is long and so goes ");
    begin_page(2);
    full(80, INDENT, "Noting this, ");
    put(SMALL, 680, 100, 175, "__________________ ");
    put(SMALL, 690, 123, 180, "on over here.");
    put(NOTE_MARK, 697, 117, 120, "2");
    put(SMALL, 700, 123, 200, "Resolution 60/1.");
    struct ph_blocks *blocks = blocks_of_page();
    cr_assert_eq(count_blocks(blocks, PH_BLOCK_NOTE), 2);
    cr_expect_str_eq(blocks->items[0].label, "1");
    cr_expect_str_eq(blocks->items[0].text, "A note that is long and so goes on over here.");
    cr_expect_str_eq(blocks->items[1].text, "Resolution 60/1.");
    const struct ph_block *block = last_text(blocks) - 1;
    cr_expect_str_eq(block->text, "Guided by the Charter, its organs and m9,");
    static const enum ph_run_kind kinds[] = {PH_RUN_NOTE_MARK, PH_RUN_NOTE_MARK, PH_RUN_NOTE_MARK,
                                             PH_RUN_SUPERSCRIPT};
    static const size_t places[] = {22, 33, 33, 39};
    cr_assert_eq(block->run_count, 4);
    for (size_t i = 0; i < 4; i++) {
        cr_expect_eq(block->runs[i].kind, kinds[i]);
        cr_expect_eq(block->runs[i].from, places[i], "%zu", block->runs[i].from);
    }
    ph_blocks_free(blocks);
}

Test(pdf, notes_below_a_drawn_rule_are_known_by_their_letters_and_marks)
{
    begin_page(1);
    double y = fill(80);
    put(ROMAN, y, INDENT, 250, "Guided by the Charter,");
    put(MARK, y - 3.5, 250, 253, "1");
    put(SMALL, 690, 110, 480, "* On behalf of the States Members of the United Nations that are ");
    put(SMALL, 700, 123, 180, "members of the Group.");
    put(NOTE_MARK, 707, 117, 120, "1");
    put(SMALL, 710, 123, 180, "A/78/1.");
    struct ph_blocks *blocks = blocks_of_page();
    cr_assert_eq(count_blocks(blocks, PH_BLOCK_NOTE), 2);
    cr_expect_str_eq(blocks->items[0].label, "*");
    cr_expect_str_eq(blocks->items[0].text, "On behalf of the States Members of the United Nations "
                                            "that are members of the Group.");
    cr_expect_str_eq(blocks->items[1].label, "1");
    ph_blocks_free(blocks);
}

Test(pdf, a_mark_that_is_a_piece_of_its_own_takes_no_letter_of_the_note)
{
    begin_page(1);
    double y = fill(80);
    put(ROMAN, y, INDENT, 250, "Guided by the Charter,");
    put(SMALL, 690, 110, 114, "*");
    put(SMALL, 690, 114, 116, " ");
    put(SMALL, 690, 118, 470,
        "Any changes to the list of sponsors will be reflected in the record.");
    struct ph_blocks *blocks = blocks_of_page();
    cr_assert_eq(count_blocks(blocks, PH_BLOCK_NOTE), 1);
    cr_expect_str_eq(blocks->items[0].label, "*");
    cr_expect_str_eq(blocks->items[0].text,
                     "Any changes to the list of sponsors will be reflected in the record.");
    ph_blocks_free(blocks);
}

Test(pdf, marks_that_are_not_raised_are_lifted_as_from_plain_text)
{
    begin_page(1);
    double y = fill(80);
    put(ROMAN, y, INDENT, 300, "Taking note of the report of the Secretary-General,1");
    put(ROMAN, 680, COLUMN, 175, "____________");
    put(ROMAN, 692, COLUMN, 230, "1  A/49/123.");
    struct ph_blocks *blocks = blocks_of_page();
    cr_expect(!blocks->exact);
    cr_assert_eq(count_blocks(blocks, PH_BLOCK_NOTE), 1);
    cr_expect_str_eq(blocks->items[0].label, "1");
    cr_expect_str_eq(blocks->items[0].text, "A/49/123.");
    ph_blocks_free(blocks);
}

Test(pdf, many_spaces_are_a_gap_between_columns)
{
    begin_page(1);
    put(ROMAN, 60, 72, 492, "UNITED NATIONS                                                 A");
    put(ROMAN, 84, 72, 336, "      General Assembly                Distr.");
    fill(120);
    struct ph_blocks *blocks = blocks_of_page();
    static const char *const wanted[] = {"UNITED NATIONS", "A", "General Assembly", "Distr."};
    for (size_t i = 0; i < sizeof wanted / sizeof *wanted; i++)
        cr_expect_str_eq(blocks->items[i].text, wanted[i]);
    ph_blocks_free(blocks);
}

/* ---- what is not as it should be ---- */

Test(pdf, other_lines_before_between_and_behind_the_elements_are_passed_over)
{
    ph_buffer_put(&xml,
                  "link to page 3\n<?xml version=\"1.0\"?>\n<!DOCTYPE pdf2xml SYSTEM \"x\">\n");
    begin_page(1);
    ph_buffer_put(&xml, "link to page 4\n\x01");
    double y = fill(80);
    put(ROMAN, y, INDENT, 250, "Recalling this, \x02");
    expect_last("Recalling this,");
}

Test(pdf, what_is_not_whole_is_refused)
{
    expect_failure("", PH_FORMAT, "is not whole");
    expect_failure("<pdf2xml><page number=\"1\"", PH_FORMAT, "is not whole");
    expect_failure("</pdf2xml><pdf2xml>", PH_FORMAT, "is not whole");
    expect_failure("<pdf2xml><page></pdf2xml>", PH_FORMAT, "test.pdf:");
}

Test(pdf, a_scan_is_told)
{
    expect_failure("<pdf2xml><page number=\"1\" height=\"9\" width=\"9\"/></pdf2xml>", PH_FORMAT,
                   "no text in this PDF: is it a scan?");
    expect_failure("<pdf2xml/>", PH_FORMAT, "is not whole");
}

Test(pdf, pages_have_a_limit)
{
    ph_buffer_put(&xml, "<pdf2xml>");
    for (int i = 0; i <= PH_PDF_PAGES; i++)
        ph_buffer_put(&xml, "<page/>");
    ph_buffer_put(&xml, "</pdf2xml>");
    expect_failure(ph_buffer_text(&xml), PH_LIMIT, "more than 1000 pages");
}

Test(pdf, absurd_places_and_fonts_do_no_harm)
{
    begin_page(1);
    ph_buffer_put(&xml, "<fontspec id=\"99999999999999999999\" size=\"1e400\"/>"
                        "<fontspec id=\"-1\" size=\"nan\"/><fontspec/><text/><text>x</text>"
                        "<text top=\"inf\" left=\"-1e308\" width=\"1e308\" height=\"-5\" "
                        "font=\"70000\">y</text>");
    fill(80);
    ph_blocks_free(blocks_of_page());
}

static void expect_refused(const char *bytes, enum ph_status wanted, const char *message)
{
    struct ph_lexicon *lexicon = test_lexicon();
    struct ph_document *document;
    cr_expect_eq(ph_read("a.pdf", bytes, strlen(bytes), lexicon, &document, &error), wanted);
    cr_expect_null(document);
    cr_expect(strstr(error.message, message), "%s", error.message);
    ph_lexicon_free(lexicon);
}

Test(pdf, bytes_that_only_start_as_a_pdf_end_in_a_message)
{
    expect_refused("%PDF-1.7\n%%EOF\n", PH_FORMAT, "a.pdf: pdftohtml cannot read it");
    expect_refused("%PDF-1.4\nnothing of the kind\n%%EOF", PH_FORMAT, "pdftohtml cannot read it");
    expect_refused("%PDF-", PH_FORMAT, "a.pdf: is no whole PDF: its end is missing");
    expect_refused("%PDF-1.4\n1 0 obj", PH_FORMAT, "its end is missing");
}

Test(pdf, a_million_pages_that_are_not_there_end_in_a_message)
{
    expect_refused("%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
                   "2 0 obj<</Type/Pages/Count 1000000/Kids[]>>endobj\n"
                   "trailer<</Root 1 0 R>>\n%%EOF\n",
                   PH_FORMAT, "a.pdf: pdftohtml");
}

Test(pdf, without_pdftohtml_the_package_is_named)
{
    setenv("PATH", "/nowhere", 1);
    expect_refused("%PDF-1.7 %%EOF", PH_IO, "install the Debian package poppler-utils");
}
