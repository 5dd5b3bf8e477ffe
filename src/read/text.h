/* Plain text of any of three shapes, told apart by content: exported by a word processor (one line
 * is one paragraph, footnotes at the end), made from .docx (footnotes inside, in brackets), made
 * from PDF (wrapped lines, footnotes and furniture at the foot of each page). The steps: lines,
 * furniture, footnotes, paragraphs. */
#ifndef PH_READ_TEXT_H
#define PH_READ_TEXT_H

#include "read/block.h"
#include "read/lines.h"
#include "un/lexicon.h"

/* Marks the lines that are no text: what the lexicon calls junk, and running heads. */
void ph_find_furniture(struct ph_lines *lines, const struct ph_lexicon *lexicon);

/* Takes the footnotes' own texts out of the lines: behind a rule of underscores at the foot of a
 * page, or behind the closing lines. Adds a NOTE block for each. False beyond PH_BLOCK_LIMIT. */
bool ph_find_notes(struct ph_lines *lines, const struct ph_lexicon *lexicon,
                   struct ph_blocks *blocks);

/* Takes "[3: Resolution 60/288.]" out of a paragraph, as text made from .docx has it, and adds a
 * NOTE block for it; what is left goes to `out`. */
bool ph_split_notes(const char *text, size_t length, int line, struct ph_blocks *blocks,
                    struct ph_buffer *out);

/* Whether a line can only be the first of a paragraph: a number, a listed opening phrase, or a
 * line of the masthead or the closing. */
bool ph_starts_paragraph(const struct ph_lexicon *lexicon, struct ph_text_line *line);

/* The bytes of the mark at the end of a line behind which a word may be torn: a hyphen, a dash, a
 * stroke; 0: none. */
size_t ph_joint_length(const char *text, size_t length);

/* Whether a line that ends in such a mark goes on without a space: "public-" "private", "2015–"
 * "2030", but not "sudden-" "and slow-onset" (list "behind-hyphens" of the lexicon). */
bool ph_is_compound(const struct ph_lexicon *lexicon, const char *text, size_t length,
                    const char *next, size_t next_length);

/* The paragraphs of the words that are left, as TEXT blocks. False beyond PH_BLOCK_LIMIT. */
bool ph_reflow(struct ph_lines *lines, const struct ph_lexicon *lexicon, struct ph_blocks *blocks);

#endif
