/* Pieces as lines: those on one baseline, cut where a gap is as wide as between columns. What is
 * smaller and a little above goes with the line below it. */
#include <ctype.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "read/pdf.h"

/* In sizes of the letters. */
#define SAME_BASELINE 0.25
#define SMALL 0.8        /* a raised piece is not larger */
#define RAISED_LEAST 0.1 /* and so much above its line */
#define RAISED_MOST 0.75
#define RAISED_ASIDE 2.0 /* how far beside its line it may stand */
#define WORD_GAP 0.18    /* narrower than any space of text, wider than what kerning tears */
#define COLUMN_GAP 3.0

/* The pieces on one baseline. */
struct row {
    size_t first, count;
    double baseline, left, right, size;
    bool raised;
};

bool ph_pdf_apart(const struct ph_pdf_piece *one, const struct ph_pdf_piece *next)
{
    double size = one->size < next->size ? one->size : next->size;
    return next->left - one->right > WORD_GAP * size;
}

static int by_baseline(const void *a, const void *b)
{
    const struct ph_pdf_piece *one = a, *two = b;
    if (one->page != two->page)
        return one->page < two->page ? -1 : 1;
    if (one->baseline != two->baseline)
        return one->baseline < two->baseline ? -1 : 1;
    return (one->left > two->left) - (one->left < two->left);
}

static int by_left(const void *a, const void *b)
{
    const struct ph_pdf_piece *one = a, *two = b;
    if (one->left != two->left)
        return one->left < two->left ? -1 : 1;
    return (one->right > two->right) - (one->right < two->right);
}

static void sort(struct ph_pdf_piece *pieces, size_t count,
                 int (*order)(const void *, const void *))
{
    if (count)
        qsort(pieces, count, sizeof *pieces, order);
}

/* The row that starts with a piece; pieces are by baseline. */
static struct row row_at(const struct ph_pdf *pdf, size_t first)
{
    const struct ph_pdf_piece *piece = &pdf->pieces[first];
    struct row row = {.first = first, .left = HUGE_VAL, .right = -HUGE_VAL};
    double baseline = piece->baseline;
    for (size_t i = first; i < pdf->piece_count && pdf->pieces[i].page == piece->page; i++) {
        const struct ph_pdf_piece *one = &pdf->pieces[i];
        double size = row.size > 0 && row.size < one->size ? row.size : one->size;
        if (one->baseline - baseline > SAME_BASELINE * size)
            break;
        row.count++;
        if (one->blank)
            continue;
        baseline = one->baseline;
        row.left = one->left < row.left ? one->left : row.left;
        row.right = one->right > row.right ? one->right : row.right;
        row.size = one->size > row.size ? one->size : row.size;
    }
    row.baseline = baseline;
    return row;
}

static bool is_raised_above(const struct row *above, const struct row *row)
{
    double height = row->baseline - above->baseline;
    return above->size > 0 && above->size <= SMALL * row->size &&
           height >= RAISED_LEAST * row->size && height <= RAISED_MOST * row->size &&
           above->left >= row->left - RAISED_ASIDE * row->size &&
           above->right <= row->right + RAISED_ASIDE * row->size;
}

/* ---- one line ---- */

static const struct ph_pdf_piece *last_of(const struct ph_pdf *pdf, size_t from, size_t to)
{
    while (to > from && pdf->pieces[to - 1].blank)
        to--;
    return to > from ? &pdf->pieces[to - 1] : NULL;
}

static bool ends_blank(const struct ph_pdf_piece *piece)
{
    return piece->blank || (piece->length && strchr(" \t\n", piece->text[piece->length - 1])) ||
           (piece->length > 1 && !memcmp(piece->text + piece->length - 2, "\xC2\xA0", 2));
}

static void set_text(struct ph_pdf *pdf, struct ph_pdf_line *line)
{
    struct ph_buffer text = {0};
    const struct ph_pdf_piece *last = NULL;
    for (size_t i = line->first; i < line->first + line->count; i++) {
        const struct ph_pdf_piece *piece = &pdf->pieces[i];
        if (!piece->length)
            continue;
        if (last && ph_pdf_apart(last, piece))
            ph_fold(" ", 1, &text);
        if (!piece->raised)
            ph_fold(piece->text, piece->length, &text);
        last = piece;
    }
    ph_fold_end(&text);
    line->text = ph_arena_copy_n(pdf->arena, ph_buffer_text(&text), text.length);
    line->length = text.length;
    ph_buffer_free(&text);
}

/* Whether a piece has letters or digits, and not only an asterisk or a bracket. */
static bool has_words(const struct ph_pdf_piece *piece)
{
    for (size_t i = 0; i < piece->length; i++)
        if (isalnum((unsigned char)piece->text[i]) || (unsigned char)piece->text[i] >= 0x80)
            return true;
    return false;
}

/* The size of a line is that of most of its letters. */
static void set_look(const struct ph_pdf *pdf, struct ph_pdf_line *line)
{
    size_t most = 0;
    bool plain = false;
    for (size_t i = line->first; i < line->first + line->count; i++) {
        const struct ph_pdf_piece *piece = &pdf->pieces[i];
        if (piece->blank || piece->raised)
            continue;
        line->bold = line->bold || piece->bold;
        plain = plain || (!piece->bold && has_words(piece));
        if (piece->length <= most)
            continue;
        most = piece->length;
        line->size = piece->size;
        line->baseline = piece->baseline;
    }
    line->bold = line->bold && !plain;
}

/* Pieces [from, to), sorted by left, as a line. */
static void add_line(struct ph_pdf *pdf, size_t from, size_t to, bool shared)
{
    const struct ph_pdf_piece *last = last_of(pdf, from, to);
    if (!last)
        return;
    while (pdf->pieces[from].blank)
        from++;
    struct ph_pdf_line line = {.first = from,
                               .count = to - from,
                               .page = last->page,
                               .left = pdf->pieces[from].left,
                               .right = last->right,
                               .size = last->size,
                               .baseline = last->baseline,
                               .shared = shared,
                               .spaced = ends_blank(&pdf->pieces[to - 1])};
    set_text(pdf, &line);
    set_look(pdf, &line);
    pdf->lines = ph_grow(pdf->lines, pdf->line_count, &pdf->line_capacity, sizeof *pdf->lines);
    pdf->lines[pdf->line_count++] = line;
}

/* Where the line that starts with a piece of a row ends: at a gap as wide as between columns. */
static size_t line_end(const struct ph_pdf *pdf, size_t from, size_t to)
{
    const struct ph_pdf_piece *last = NULL;
    for (size_t i = from; i < to; i++) {
        const struct ph_pdf_piece *piece = &pdf->pieces[i];
        if (piece->blank)
            continue;
        if (last && piece->left - last->right > COLUMN_GAP * last->size)
            return i;
        last = piece;
    }
    return to;
}

/* White space on a baseline of its own says nothing. */
static void silence(struct ph_pdf *pdf, const struct row *row)
{
    for (size_t i = row->first; i < row->first + row->count; i++)
        pdf->pieces[i].length = 0;
}

static void cut_row(struct ph_pdf *pdf, size_t first, size_t count)
{
    size_t to = first + count;
    sort(pdf->pieces + first, count, by_left);
    for (size_t from = first, end; from < to; from = end) {
        end = line_end(pdf, from, to);
        add_line(pdf, from, end, from > first || end < to);
    }
}

void ph_pdf_lines(struct ph_pdf *pdf)
{
    sort(pdf->pieces, pdf->piece_count, by_baseline);
    struct row above = {0};
    for (size_t first = 0; first < pdf->piece_count;) {
        struct row row = row_at(pdf, first);
        bool same = above.count && pdf->pieces[above.first].page == pdf->pieces[first].page;
        first += row.count;
        if (row.size <= 0) {
            silence(pdf, &row);
            above.count += above.count ? row.count : 0;
            continue;
        }
        if (same && is_raised_above(&above, &row)) {
            for (size_t i = above.first; i < row.first; i++)
                pdf->pieces[i].raised = !pdf->pieces[i].blank;
            row.count += above.count;
            row.first = above.first;
        } else if (above.count) {
            cut_row(pdf, above.first, above.count);
        }
        above = row;
    }
    if (above.count)
        cut_row(pdf, above.first, above.count);
}
