/* The paragraphs of a PDF. A line goes on with the paragraph before it or starts one: what tells is
 * the step between the lines, their letters and margins, and last how their words end and start. */
#include <math.h>
#include <string.h>

#include "read/label.h"
#include "read/lines.h"
#include "read/pdf_text.h"

/* In sizes of the letters; the step in leadings. */
#define SAME_SIZE 0.06
#define SAME_MARGIN 1.0
#define SAME_STEP 1.25
#define SAME_ROW 0.3

enum { HEADING_LENGTH = 250 };

struct paragraphs {
    struct ph_pdf_text text;
    double first;  /* margin of the first line of what is open */
    double margin; /* of its other lines; below 0: not known */
    bool bold;
    bool in_body, behind_front;
};

static bool is_beside(const struct ph_pdf_line *last, const struct ph_pdf_line *line)
{
    return last->page == line->page &&
           fabs(last->baseline - line->baseline) <= SAME_ROW * line->size;
}

/* Cells of one row of a table go together; in a masthead each says something of its own. */
static bool breaks_beside(const struct paragraphs *open, const struct ph_pdf_line *line)
{
    const struct ph_pdf_line *last = open->text.last;
    return !is_beside(last, line) ||
           !(open->behind_front || ph_label_is_all(last->text, last->length));
}

static bool is_indented(const struct paragraphs *open, const struct ph_pdf_line *line,
                        double margin)
{
    return line->left > margin + SAME_MARGIN * open->text.pdf->size;
}

/* Behind the first line alone, whether the next page goes on: a first line is indented, or, where
 * no line is, the words have to tell. */
static bool breaks_behind_first(const struct paragraphs *open, const struct ph_pdf_line *line)
{
    const struct ph_pdf_line *last = open->text.last;
    double tolerance = SAME_MARGIN * open->text.pdf->size;
    if (fabs(line->left - open->first) > tolerance)
        return line->left > open->first && ph_label_starts(line->text, line->length);
    return open->first > open->text.pdf->left + tolerance ||
           (ph_is_finished(last->text, last->length) && !ph_starts_small(line->text, line->length));
}

static bool breaks_at_page(const struct paragraphs *open, const struct ph_pdf_line *line)
{
    const struct ph_pdf_line *last = open->text.last;
    bool finished = ph_is_finished(last->text, last->length);
    if (!open->behind_front)
        return true;
    if (open->margin < 0)
        return breaks_behind_first(open, line);
    if (is_indented(open, line, open->margin) ||
        (finished && ph_label_starts(line->text, line->length)))
        return true;
    /* where first lines are not indented, the last line of a paragraph is short */
    bool flush = fabs(open->first - open->margin) <= SAME_MARGIN * line->size;
    bool is_short = last->right < open->text.pdf->right - 2 * line->size;
    return finished && flush && is_short && !ph_starts_small(line->text, line->length);
}

/* A known line stands alone, unless it can be the first or the last of several, or the end of a
 * title. */
static bool stands_alone(const struct ph_lexicon *lexicon, struct ph_pdf_line *line)
{
    static const char *const parts[] = {"sponsors", "proposal", "request", "organ-name"};
    const char *name = ph_pdf_line_name(lexicon, line);
    for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
        if (ph_is_name(name, parts[i]))
            return false;
    return name != NULL;
}

/* Whether what is open is no known line but becomes one: "Resolution adopted by the General
 * Assembly on" and its date. */
static bool is_known_together(const struct paragraphs *open, const struct ph_pdf_line *line)
{
    struct ph_buffer both = {0};
    if (ph_pdf_line_name(open->text.lexicon, open->text.last))
        return false;
    ph_buffer_printf(&both, "%s %s", ph_buffer_text(&open->text.words), line->text);
    bool known = ph_whole_line(open->text.lexicon, both.data, both.length) != NULL;
    ph_buffer_free(&both);
    return known;
}

/* Lines of a masthead, and headings: known ones stand alone, but a source in brackets goes on. */
static bool breaks_by_name(const struct paragraphs *open, struct ph_pdf_line *line)
{
    enum { BRACKET = 600 }; /* no source line is longer */
    const char *words = ph_buffer_text(&open->text.words);
    if (words[0] == '[' && open->text.words.length < BRACKET && !strchr(words, ']'))
        return false;
    return stands_alone(open->text.lexicon, open->text.last) ||
           (stands_alone(open->text.lexicon, line) && !is_known_together(open, line));
}

static bool breaks_in_text(const struct paragraphs *open, struct ph_pdf_line *line)
{
    const struct ph_pdf_line *last = open->text.last;
    bool finished = ph_is_finished(last->text, last->length);
    bool indented = open->margin >= 0 && is_indented(open, line, open->margin);
    if (ph_is_name(ph_pdf_line_name(open->text.lexicon, open->text.last), "organ"))
        return true;
    if (indented && ph_pdf_line_name(open->text.lexicon, line))
        return true;
    if (ph_label_starts(line->text, line->length) && (finished || indented))
        return true;
    return indented && finished && !ph_starts_small(line->text, line->length);
}

static bool breaks(const struct paragraphs *open, struct ph_pdf_line *line)
{
    const struct ph_pdf *pdf = open->text.pdf;
    const struct ph_pdf_line *last = open->text.last;
    if (!last)
        return true;
    if (line->shared || last->shared)
        return breaks_beside(open, line);
    if (fabs(line->size - last->size) > SAME_SIZE * line->size || line->bold != last->bold)
        return true;
    if (line->page != last->page)
        return breaks_at_page(open, line);
    double step = line->baseline - last->baseline;
    if (step > SAME_STEP * pdf->pitch * fmax(1, line->size / pdf->size))
        return true;
    return open->in_body && !line->bold ? breaks_in_text(open, line) : breaks_by_name(open, line);
}

static bool close_paragraph(struct paragraphs *open)
{
    struct ph_block *block;
    bool heading = open->bold && open->behind_front && open->text.words.length <= HEADING_LENGTH;
    if (!ph_pdf_text_close(&open->text, heading ? PH_BLOCK_HEADING : PH_BLOCK_TEXT, &block))
        return false;
    if (block && heading)
        block->level = 1;
    else if (block)
        ph_block_take_label(open->text.blocks, block);
    return true;
}

static void add_line(struct paragraphs *open, struct ph_pdf_line *line)
{
    if (!open->text.last) {
        open->first = line->left;
        open->margin = -1;
        open->bold = true;
    } else if (!is_beside(open->text.last, line)) {
        open->margin = line->left;
    }
    open->bold = open->bold && line->bold;
    ph_pdf_text_add(&open->text, line, 0);
    if (line->length > 40)
        return;
    const char *name = ph_pdf_line_name(open->text.lexicon, line);
    if (ph_is_name(name, "organ") || ph_is_name(name, "meeting"))
        open->in_body = ph_is_name(name, "organ");
    open->behind_front = open->behind_front || open->in_body;
}

static bool add_furniture(struct paragraphs *open, const struct ph_pdf_line *line)
{
    int number = (int)(line - open->text.pdf->lines) + 1;
    return ph_blocks_add(open->text.blocks, PH_BLOCK_FURNITURE, line->text, line->length, number) !=
           NULL;
}

bool ph_pdf_blocks(struct ph_pdf *pdf, const struct ph_lexicon *lexicon, struct ph_blocks *blocks)
{
    struct paragraphs open = {.text = {.pdf = pdf, .lexicon = lexicon, .blocks = blocks}};
    bool fine = ph_pdf_note_blocks(&open.text);
    for (size_t i = 0; i < pdf->line_count && fine; i++) {
        struct ph_pdf_line *line = &pdf->lines[i];
        if (line->role == PH_PDF_FURNITURE)
            fine = add_furniture(&open, line);
        if (line->role != PH_PDF_WORDS)
            continue;
        if (breaks(&open, line))
            fine = close_paragraph(&open);
        add_line(&open, line);
    }
    fine = fine && close_paragraph(&open);
    ph_pdf_text_free(&open.text);
    return fine;
}
