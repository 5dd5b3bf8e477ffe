/* The footnotes of a PDF as blocks. A note may go on at the foot of the next page. */
#include <stdlib.h>
#include <string.h>

#include "read/pdf_text.h"

/* Marks rise; a number that is not raised is one only if it is the very next and none was raised.
 * `length`: 0 if it is. */
static bool starts_note(struct ph_pdf_text *text, const char *label, size_t length)
{
    long number = label[0] == '*' ? 0 : strtol(label, NULL, 10);
    if (!number)
        return true;
    text->raised = text->raised || !length;
    return length ? !text->raised && number == text->highest + 1 : number > text->highest;
}

static void know(struct ph_pdf_text *text, const char *label)
{
    long number = label[0] == '*' ? 0 : strtol(label, NULL, 10);
    if (number <= text->highest)
        return;
    text->known = ph_realloc(text->known, ((size_t)number + 1) * sizeof *text->known);
    for (text->highest++; text->highest < number; text->highest++)
        text->known[text->highest] = false;
    text->known[number] = true;
}

static bool close_note(struct ph_pdf_text *text, const char *label)
{
    struct ph_block *block;
    bool fine = ph_pdf_text_close(text, PH_BLOCK_NOTE, &block);
    if (block)
        block->label = ph_arena_copy(text->blocks->arena, label);
    return fine;
}

/* What stands in a line behind its mark; a raised mark is a piece of its own. */
static size_t behind_mark(struct ph_pdf_line *line, size_t length)
{
    if (length)
        return length + strspn(line->text + length, " ");
    line->first++;
    line->count--;
    return 0;
}

bool ph_pdf_note_blocks(struct ph_pdf_text *text)
{
    struct ph_pdf *pdf = text->pdf;
    const char *open = NULL;
    bool fine = true;
    for (size_t i = 0; i < pdf->line_count && fine; i++) {
        struct ph_pdf_line *line = &pdf->lines[i];
        size_t length = 0;
        if (line->role != PH_PDF_NOTE)
            continue;
        const char *label = ph_pdf_note_label(pdf, line, &length);
        if (!label || !starts_note(text, label, length)) {
            ph_pdf_text_add(text, line, 0);
            continue;
        }
        fine = close_note(text, open);
        open = label;
        know(text, label);
        ph_pdf_text_add(text, line, behind_mark(line, length));
    }
    /* marks that are not raised stand among the numbers of the text, as in plain text */
    text->blocks->exact = text->raised || !text->highest;
    return fine && close_note(text, open);
}
