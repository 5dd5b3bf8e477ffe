/* PDF files, read by poppler's pdftohtml as a child process: what it says of the places and fonts
 * of the text is made into paragraphs. */
#include "read/pdf.h"

#include <stdlib.h>
#include <string.h>

#include "base/child.h"
#include "read/formats.h"

enum { SECONDS = 20, END = 2048 };
#define MEMORY ((size_t)1024 * 1024 * 1024)
#define OUTPUT ((size_t)32 * 1024 * 1024)

/* One page more than is read, so that a file with too many is told from one that is read whole. A
 * space that is narrower than the threshold (in parts of the letters' height) is kerning. */
static const char *const arguments[] = {
    "pdftohtml", "-xml",          "-stdout", "-i", "-hidden", "-enc", "UTF-8",      "-zoom",
    "3",         "-noroundcoord", "-wbt",    "20", "-l",      "1001", "/dev/stdin", NULL};

/* A PDF says at its end where everything in it stands; a reader that repairs one without would show
 * what is left as if it were all. */
static bool is_cut(const char *bytes, size_t length)
{
    static const char mark[] = "%%EOF";
    size_t end = length < END ? length : END;
    return !memmem(bytes + length - end, end, mark, sizeof mark - 1);
}

static void free_pdf(struct ph_pdf *pdf)
{
    ph_arena_free(pdf->arena);
    free(pdf->pieces);
    free(pdf->pages);
    free(pdf->lines);
}

enum ph_status ph_pdf_read(const char *printed, size_t length, const struct ph_lexicon *lexicon,
                           struct ph_blocks *blocks, struct ph_error *error)
{
    struct ph_pdf pdf = {.arena = ph_arena_new(), .name = blocks->name};
    enum ph_status status = ph_pdf_pieces(printed, length, &pdf, error);
    if (!status) {
        ph_pdf_lines(&pdf);
        if (!pdf.line_count)
            status = ph_fail(error, PH_FORMAT,
                             "%s: there is no text in this PDF: is it a scan? (have its "
                             "text recognised first)",
                             blocks->name);
    }
    if (!status) {
        ph_pdf_measure(&pdf);
        ph_pdf_furniture(&pdf, lexicon);
        ph_pdf_notes(&pdf, lexicon);
        if (!ph_pdf_blocks(&pdf, lexicon, blocks))
            status = ph_fail(error, PH_LIMIT, "%s: has more than %d paragraphs", blocks->name,
                             PH_BLOCK_LIMIT);
    }
    free_pdf(&pdf);
    return status;
}

enum ph_status ph_read_pdf(const char *bytes, size_t length, const struct ph_lexicon *lexicon,
                           struct ph_blocks *blocks, struct ph_error *error)
{
    const struct ph_child child = {.arguments = arguments,
                                   .input = bytes,
                                   .input_length = length,
                                   .seconds = SECONDS,
                                   .memory = MEMORY,
                                   .output = OUTPUT};
    struct ph_buffer printed = {0};
    if (is_cut(bytes, length))
        return ph_fail(error, PH_FORMAT, "%s: is no whole PDF: its end is missing", blocks->name);
    enum ph_status status = ph_child_run(blocks->name, &child, &printed, error);
    if (status == PH_NOTHING)
        status = ph_fail(error, PH_IO,
                         "%s: reading a PDF needs pdftohtml, which is not installed: install the "
                         "Debian package poppler-utils",
                         blocks->name);
    if (!status)
        status = ph_pdf_read(ph_buffer_text(&printed), printed.length, lexicon, blocks, error);
    ph_buffer_free(&printed);
    return status;
}
