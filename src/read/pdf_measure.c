/* What most of the text looks like: the size of its letters, its column, its leading. Everything
 * that tells furniture, footnotes and paragraphs apart is measured against this. */
#include <math.h>
#include <stdlib.h>

#include "read/pdf.h"

enum {
    BUCKETS = 4096, /* of lengths counted in half points */
    SHARE = 8,      /* so frequent is a margin or a step: there may be larger ones */
    FEW = 5         /* lines shared by fewer than this part of all say nothing about the rest */
};

struct tally {
    size_t *counts;
    size_t total;
};

static size_t bucket_of(double value)
{
    double bucket = floor(value * 2 + 0.5);
    return bucket < 0 ? 0 : bucket >= BUCKETS ? BUCKETS - 1 : (size_t)bucket;
}

static void count(struct tally *tally, double value, size_t weight)
{
    if (!tally->counts)
        tally->counts = ph_alloc_zero(BUCKETS, sizeof *tally->counts);
    tally->counts[bucket_of(value)] += weight;
    tally->total += weight;
}

/* The value counted most often, and gives the memory back; `none` if nothing was counted. */
static double most_frequent(struct tally *tally, double none)
{
    size_t best = 0;
    for (size_t i = 1; tally->counts && i < BUCKETS; i++)
        best = tally->counts[i] > tally->counts[best] ? i : best;
    free(tally->counts);
    return tally->total ? (double)best / 2 : none;
}

/* The smallest value that is at least one SHAREth of what was counted. */
static double smallest_frequent(struct tally *tally, double none)
{
    double value = none;
    for (size_t i = 0; tally->counts && i < BUCKETS; i++)
        if (tally->counts[i] * SHARE >= tally->total && tally->counts[i]) {
            value = (double)i / 2;
            break;
        }
    free(tally->counts);
    return value;
}

/* The value that nine tenths of what was counted do not exceed. */
static double upper(struct tally *tally, double none)
{
    size_t below = 0, i = 0;
    for (; tally->counts && i < BUCKETS; i++) {
        below += tally->counts[i];
        if (below * 10 >= tally->total * 9)
            break;
    }
    free(tally->counts);
    return tally->total ? (double)i / 2 : none;
}

static bool is_text(const struct ph_pdf *pdf, const struct ph_pdf_line *line)
{
    return !line->shared && fabs(line->size - pdf->size) <= 0.5;
}

static void measure_column(struct ph_pdf *pdf)
{
    struct tally rights = {0}, lefts = {0};
    for (size_t i = 0; i < pdf->line_count; i++)
        if (is_text(pdf, &pdf->lines[i]))
            count(&rights, pdf->lines[i].right, pdf->lines[i].length);
    pdf->right = upper(&rights, 0);
    for (size_t i = 0; i < pdf->line_count; i++) {
        const struct ph_pdf_line *line = &pdf->lines[i];
        if (is_text(pdf, line) && line->right > pdf->right - 4 * pdf->size)
            count(&lefts, line->left, 1);
    }
    pdf->left = smallest_frequent(&lefts, 0);
}

static bool is_next(const struct ph_pdf *pdf, size_t line)
{
    return line > 0 && pdf->lines[line].page == pdf->lines[line - 1].page &&
           is_text(pdf, &pdf->lines[line]) && is_text(pdf, &pdf->lines[line - 1]);
}

static void measure_pitch(struct ph_pdf *pdf)
{
    struct tally pitches = {0};
    for (size_t i = 1; i < pdf->line_count; i++) {
        double step = pdf->lines[i].baseline - pdf->lines[i - 1].baseline;
        if (is_next(pdf, i) && step > pdf->size * 0.8 && step < pdf->size * 3)
            count(&pitches, step, 1);
    }
    pdf->pitch = smallest_frequent(&pitches, pdf->size * 1.2);
}

/* Whether lines that do not reach the right edge, and so end where a word ends, end in a space. */
static void measure_spaces(struct ph_pdf *pdf)
{
    size_t spaced = 0, all = 0;
    for (size_t i = 1; i < pdf->line_count; i++) {
        const struct ph_pdf_line *line = &pdf->lines[i - 1];
        if (!is_next(pdf, i) || line->right < pdf->right - 4 * pdf->size)
            continue;
        all++;
        spaced += line->spaced;
    }
    pdf->spaced = spaced && (all - spaced) * FEW <= all;
}

void ph_pdf_measure(struct ph_pdf *pdf)
{
    struct tally sizes = {0};
    for (size_t i = 0; i < pdf->line_count; i++)
        count(&sizes, pdf->lines[i].size, pdf->lines[i].length);
    pdf->size = most_frequent(&sizes, 10);
    measure_column(pdf);
    measure_pitch(pdf);
    measure_spaces(pdf);
}
