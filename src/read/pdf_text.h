/* Between the files that make blocks of lines of a PDF: one paragraph or footnote that is open. */
#ifndef PH_READ_PDF_TEXT_H
#define PH_READ_PDF_TEXT_H

#include "read/pdf.h"

struct ph_pdf_text {
    struct ph_pdf *pdf;
    const struct ph_lexicon *lexicon;
    struct ph_blocks *blocks;
    struct ph_buffer words;
    struct ph_run *runs;
    size_t run_count, run_capacity;
    size_t latest[PH_RUN_NOTE_MARK + 1]; /* by kind: the run that came last, plus 1; 0: none */
    struct ph_pdf_line *last;            /* the line added last; NULL: nothing is open */
    int line;                            /* number of the first one, from 1 */
    bool *known;                         /* by number: there is such a footnote */
    long highest;
    bool raised; /* its footnotes' marks are */
};

/* Adds the words of a line, without its first `skip` bytes, behind those that are there. */
void ph_pdf_text_add(struct ph_pdf_text *text, struct ph_pdf_line *line, size_t skip);
/* What is open as a block, unless it is empty. False beyond PH_BLOCK_LIMIT; *block: NULL for none.
 */
bool ph_pdf_text_close(struct ph_pdf_text *text, enum ph_block_kind kind, struct ph_block **block);
void ph_pdf_text_free(struct ph_pdf_text *text);

/* The footnotes as blocks, with their labels; text->known and text->highest say which there are,
 * blocks->marked whether their marks are raised. False beyond PH_BLOCK_LIMIT. */
bool ph_pdf_note_blocks(struct ph_pdf_text *text);

#endif
