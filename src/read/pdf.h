/* PDF: what poppler's pdftohtml says of a file, in steps. Pieces: stretches of text of one font
 * with their places. Lines: pieces beside each other, footnote marks with the words they stand
 * behind. Layout: the column of text, its letters and its leading. Roles: what is furniture of the
 * page and what a footnote. Blocks: the paragraphs. All lengths are points; what is lower has
 * larger y. */
#ifndef PH_READ_PDF_H
#define PH_READ_PDF_H

#include <stdbool.h>
#include <stddef.h>

#include "base/memory.h"
#include "base/status.h"
#include "read/block.h"
#include "un/lexicon.h"

enum {
    PH_PDF_ZOOM = 3,         /* what pdftohtml is asked to enlarge lengths by */
    PH_PDF_PAGES = 1000,     /* pages in one file */
    PH_PDF_PIECES = 1000000, /* pieces in one file */
    PH_PDF_LENGTH = 1000000, /* no place is farther away, in points */
};

/* A stretch of text of one font. */
struct ph_pdf_piece {
    int page; /* from 0 */
    double left, right, baseline, size;
    bool bold, italic;
    bool blank;  /* white space only */
    bool raised; /* above the line it belongs to: a footnote mark, an exponent */
    const char *text;
    size_t length;
};

struct ph_pdf_page {
    double width, height;
};

enum ph_pdf_role { PH_PDF_WORDS, PH_PDF_FURNITURE, PH_PDF_NOTE, PH_PDF_RULE };

/* Pieces on one baseline without a gap as wide as that between columns. */
struct ph_pdf_line {
    size_t first, count; /* pieces */
    int page;
    double left, right, baseline, size;
    const char *text; /* without what is raised, white space folded */
    size_t length;
    bool bold;   /* all of its words are */
    bool spaced; /* white space stands at its end: what follows is another word */
    bool shared; /* another line stands beside it */
    enum ph_pdf_role role;
    bool asked; /* the lexicon has been asked for the name */
    const char *name;
};

struct ph_pdf {
    struct ph_arena *arena;
    const char *name; /* of the file */
    struct ph_pdf_piece *pieces;
    size_t piece_count, piece_capacity;
    struct ph_pdf_page *pages;
    size_t page_count, page_capacity;
    struct ph_pdf_line *lines;
    size_t line_count, line_capacity;

    double size;        /* of the letters of most of the text */
    double left, right; /* of the column of text */
    double pitch;       /* from one baseline to the next inside of a paragraph */
    bool spaced;        /* its lines end with white space where a word ends */
};

/* What pdftohtml -xml printed, as pieces and pages. PH_FORMAT: it is no such thing; PH_LIMIT. */
enum ph_status ph_pdf_pieces(const char *printed, size_t length, struct ph_pdf *pdf,
                             struct ph_error *error);
/* Sorts the pieces and makes lines of them, page by page from top to bottom. */
void ph_pdf_lines(struct ph_pdf *pdf);
/* Whether white space stands between two pieces of one line. */
bool ph_pdf_apart(const struct ph_pdf_piece *one, const struct ph_pdf_piece *next);

/* Measures the text: size, left, right, pitch, spaced. */
void ph_pdf_measure(struct ph_pdf *pdf);
/* Gives the lines at the edges of pages their role: running heads, page and job numbers, bar codes.
 */
void ph_pdf_furniture(struct ph_pdf *pdf, const struct ph_lexicon *lexicon);
/* Gives the lines of footnotes their role. */
void ph_pdf_notes(struct ph_pdf *pdf, const struct ph_lexicon *lexicon);
/* Whether a line starts with the mark of a footnote; its length in the line's text if it is not
 * raised, its label in the arena. NULL: it does not. */
const char *ph_pdf_note_label(struct ph_pdf *pdf, const struct ph_pdf_line *line, size_t *length);

/* The lines as blocks: first the footnotes, then the rest in its order. False beyond a limit. */
bool ph_pdf_blocks(struct ph_pdf *pdf, const struct ph_lexicon *lexicon, struct ph_blocks *blocks);

/* ph_whole_line of a line, asked once. */
const char *ph_pdf_line_name(const struct ph_lexicon *lexicon, struct ph_pdf_line *line);

/* All of these steps but the child: what pdftohtml printed, as blocks. */
enum ph_status ph_pdf_read(const char *printed, size_t length, const struct ph_lexicon *lexicon,
                           struct ph_blocks *blocks, struct ph_error *error);

#endif
