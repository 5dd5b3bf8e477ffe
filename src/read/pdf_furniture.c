/* Furniture of the page: what stands at its top and bottom edges and is no text. It sticks out of
 * the column of text, or repeats what the pages beside it have there, or the lexicon knows it. */
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "read/lines.h"
#include "read/pdf.h"

enum { EDGE_LINES = 16, NEIGHBOURS = 2, REPEATED_LENGTH = 200 };

/* In parts of the page's height, and in sizes of the letters. */
#define EDGE 0.15
#define OUTSIDE 3.0
#define SAME_HEIGHT 0.5
/* In parts of the column's width: what is wider is text, whose margins differ. */
#define WIDE 0.75

struct edge {
    struct ph_pdf *pdf;
    const struct ph_lexicon *lexicon;
    const size_t *starts; /* by page: its first line; one more at the end */
};

const char *ph_pdf_line_name(const struct ph_lexicon *lexicon, struct ph_pdf_line *line)
{
    if (!line->asked)
        line->name = ph_whole_line(lexicon, line->text, line->length);
    line->asked = true;
    return line->name;
}

static bool is_at_edge(const struct ph_pdf *pdf, const struct ph_pdf_line *line, bool top)
{
    double height = pdf->pages[line->page].height;
    return top ? line->page > 0 && line->baseline < height * EDGE
               : line->baseline > height * (1 - EDGE);
}

static bool is_outside(const struct ph_pdf *pdf, const struct ph_pdf_line *line)
{
    double margin = OUTSIDE * pdf->size;
    return (line->left < pdf->left - margin || line->right > pdf->right + margin) &&
           line->right - line->left < WIDE * (pdf->right - pdf->left);
}

/* Digits are alike: page numbers differ. */
static bool is_alike(const struct ph_pdf_line *one, const struct ph_pdf_line *other)
{
    if (one->length != other->length || one->length > REPEATED_LENGTH)
        return false;
    for (size_t i = 0; i < one->length; i++) {
        char a = one->text[i], b = other->text[i];
        bool digits = a >= '0' && a <= '9' && b >= '0' && b <= '9';
        if (a != b && !digits)
            return false;
    }
    return true;
}

/* Whether a page has a like line at the same height near the same edge. */
static bool is_on(const struct edge *edge, const struct ph_pdf_line *line, int page, bool top)
{
    if (page < 0 || (size_t)page >= edge->pdf->page_count)
        return false;
    size_t from = edge->starts[page], to = edge->starts[page + 1];
    if (to - from > EDGE_LINES) {
        from = top ? from : to - EDGE_LINES;
        to = from + EDGE_LINES;
    }
    for (size_t i = from; i < to; i++) {
        const struct ph_pdf_line *other = &edge->pdf->lines[i];
        if (fabs(other->baseline - line->baseline) <= SAME_HEIGHT * edge->pdf->size &&
            is_alike(other, line))
            return true;
    }
    return false;
}

static bool is_repeated(const struct edge *edge, const struct ph_pdf_line *line, bool top)
{
    for (int step = 1; step <= NEIGHBOURS; step++)
        if (is_on(edge, line, line->page - step, top) || is_on(edge, line, line->page + step, top))
            return true;
    return false;
}

static bool is_known(const struct edge *edge, struct ph_pdf_line *line, bool top)
{
    static const char *const names[] = {"page", "job", "junk", "symbol"};
    const char *name = ph_pdf_line_name(edge->lexicon, line);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (ph_is_name(name, names[i]))
            return top || strcmp(names[i], "symbol") != 0;
    return false;
}

/* A footnote may say what that on the page before said: "A/78/233.". */
static bool is_note(const struct ph_pdf *pdf, const struct ph_pdf_line *line)
{
    return pdf->pieces[line->first].raised;
}

static bool is_furniture(const struct edge *edge, struct ph_pdf_line *line, bool top)
{
    return is_at_edge(edge->pdf, line, top) && !is_note(edge->pdf, line) &&
           (is_outside(edge->pdf, line) || is_known(edge, line, top) ||
            is_repeated(edge, line, top));
}

/* Lines beside each other are furniture together. Returns how many stand on the baseline of line
 * `at`, which is the uppermost or the lowest of those not yet judged. */
static size_t judge_row(const struct edge *edge, size_t at, size_t limit, bool top)
{
    struct ph_pdf_line *lines = edge->pdf->lines;
    size_t count = 1;
    bool furniture = is_furniture(edge, &lines[at], top);
    for (; count < limit; count++) {
        struct ph_pdf_line *beside = &lines[top ? at + count : at - count];
        if (fabs(beside->baseline - lines[at].baseline) > SAME_HEIGHT * edge->pdf->size)
            break;
        furniture = furniture || is_furniture(edge, beside, top);
    }
    for (size_t i = 0; furniture && i < count; i++)
        lines[top ? at + i : at - i].role = PH_PDF_FURNITURE;
    return furniture ? count : 0;
}

static void judge_page(const struct edge *edge, int page)
{
    size_t from = edge->starts[page], to = edge->starts[page + 1];
    for (size_t count = 1; from < to && count; from += count)
        count = judge_row(edge, from, to - from, true);
    for (size_t count = 1; from < to && count; to -= count)
        count = judge_row(edge, to - 1, to - from, false);
}

void ph_pdf_furniture(struct ph_pdf *pdf, const struct ph_lexicon *lexicon)
{
    size_t *starts = ph_alloc_zero(pdf->page_count + 1, sizeof *starts);
    size_t line = 0;
    for (size_t page = 0; page < pdf->page_count; page++) {
        starts[page] = line;
        while (line < pdf->line_count && pdf->lines[line].page == (int)page)
            line++;
    }
    starts[pdf->page_count] = line;
    struct edge edge = {pdf, lexicon, starts};
    for (size_t page = 0; page < pdf->page_count; page++)
        judge_page(&edge, (int)page);
    free(starts);
}
