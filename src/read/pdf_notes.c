/* Which lines are footnotes: those below a rule at the foot of a page, or, where the rule is drawn
 * and so not seen, the smaller lines there from the first with a mark on. */
#include <stdlib.h>
#include <string.h>

#include "read/lines.h"
#include "read/pdf.h"

#define SMALLER 0.5 /* points that the letters of footnotes are smaller by, at least */

struct foot {
    size_t from, to; /* the page's lines, without the furniture at its foot */
    bool open;       /* the page before ended in a note that is not finished */
};

static size_t marks_length(const char *text)
{
    size_t digits = strspn(text, "0123456789");
    size_t stars = digits ? 0 : strspn(text, "*");
    return digits + (stars < 4 ? stars : 0);
}

const char *ph_pdf_note_label(struct ph_pdf *pdf, const struct ph_pdf_line *line, size_t *length)
{
    enum { DIGITS = 6 };
    const struct ph_pdf_piece *piece = &pdf->pieces[line->first];
    const char *text = piece->raised ? piece->text + strspn(piece->text, " ") : line->text;
    size_t mark = marks_length(text);
    if (!mark || mark > DIGITS || text[0] == '0' || (text[mark] && text[mark] != ' '))
        return NULL;
    *length = piece->raised ? 0 : mark;
    return ph_arena_copy_n(pdf->arena, text, mark);
}

static bool is_certain(struct ph_pdf *pdf, const struct ph_pdf_line *line)
{
    size_t length;
    const char *label = ph_pdf_note_label(pdf, line, &length);
    return label && (!length || label[0] == '*');
}

static bool is_small(const struct ph_pdf *pdf, const struct ph_pdf_line *line)
{
    return line->size <= pdf->size - SMALLER;
}

/* Below a rule, letters may be as large as those of the text if the first line has a mark. */
static size_t behind_rule(struct ph_pdf *pdf, const struct foot *foot)
{
    size_t at = foot->to, length;
    while (at > foot->from && pdf->lines[at - 1].role == PH_PDF_WORDS)
        at--;
    bool ruled = at > foot->from && at < foot->to && pdf->lines[at - 1].role == PH_PDF_RULE;
    return ruled && ph_pdf_note_label(pdf, &pdf->lines[at], &length) ? at : foot->to;
}

/* The first line of the notes of a page; foot->to when there are none. Small lines without a rule
 * and without a mark are notes only if a note is open. */
static size_t notes_start(struct ph_pdf *pdf, const struct foot *foot)
{
    size_t run = foot->to;
    while (run > foot->from && pdf->lines[run - 1].role == PH_PDF_WORDS &&
           is_small(pdf, &pdf->lines[run - 1]))
        run--;
    bool ruled = run > foot->from && pdf->lines[run - 1].role == PH_PDF_RULE;
    bool whole = run == foot->from;
    if (ruled || (foot->open && !whole))
        return run;
    while (run < foot->to && !is_certain(pdf, &pdf->lines[run]))
        run++;
    return run < foot->to ? run : behind_rule(pdf, foot);
}

static void find_rules(struct ph_pdf *pdf, const struct ph_lexicon *lexicon)
{
    for (size_t i = 0; i < pdf->line_count; i++) {
        struct ph_pdf_line *line = &pdf->lines[i];
        if (line->role == PH_PDF_WORDS && line->length && strchr("_-", line->text[0]) &&
            ph_is_name(ph_pdf_line_name(lexicon, line), "note-rule"))
            line->role = PH_PDF_RULE;
    }
}

void ph_pdf_notes(struct ph_pdf *pdf, const struct ph_lexicon *lexicon)
{
    struct foot foot = {0};
    find_rules(pdf, lexicon);
    for (size_t next; foot.from < pdf->line_count; foot.from = next) {
        for (next = foot.from; next < pdf->line_count; next++)
            if (pdf->lines[next].page != pdf->lines[foot.from].page)
                break;
        for (foot.to = next; foot.to > foot.from; foot.to--)
            if (pdf->lines[foot.to - 1].role != PH_PDF_FURNITURE)
                break;
        size_t start = notes_start(pdf, &foot);
        for (size_t i = start; i < foot.to; i++)
            pdf->lines[i].role = PH_PDF_NOTE;
        const struct ph_pdf_line *last = start < foot.to ? &pdf->lines[foot.to - 1] : NULL;
        foot.open = last && ph_ending(last->text, last->length) != '.';
    }
}
