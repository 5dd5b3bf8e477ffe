/* The lines of a plain text with their geometry, and what each of them is: words, a line of a
 * footnote, or furniture of the page. */
#ifndef PH_READ_LINES_H
#define PH_READ_LINES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/status.h"
#include "un/lexicon.h"

enum { PH_LINE_LIMIT = 2000000 }; /* lines in one text */

enum ph_line_role { PH_LINE_WORDS, PH_LINE_NOTE, PH_LINE_FURNITURE };

/* What stands between a line of words and the one before it. */
enum ph_line_gap { PH_GAP_NONE, PH_GAP_BLANK, PH_GAP_PAGE };

struct ph_text_line {
    const char *text; /* trimmed, into the text that was split; not terminated */
    size_t length;
    int number; /* in the source, from 1 */
    int indent; /* columns, a tab counting to the next multiple of 8 */
    enum ph_line_role role;
    enum ph_line_gap gap;
    bool page_start;  /* a form feed stands before it */
    bool asked;       /* the lexicon has been asked for the name */
    const char *name; /* of the lexicon's line pattern that the whole line matches, or NULL */
};

struct ph_lines {
    struct ph_text_line *items; /* lines that are not blank */
    size_t count;
    bool wrapped; /* lines end where the page ends, not where the paragraph ends */
};

/* Splits clean text (LF, form feed) at its line ends. PH_LIMIT beyond PH_LINE_LIMIT. */
enum ph_status ph_lines_split(const char *name, const char *text, size_t length,
                              struct ph_lines *lines, struct ph_error *error);
void ph_lines_free(struct ph_lines *lines);

/* The lexicon's name of the pattern that matches a text as a whole line, NULL when none does. */
const char *ph_whole_line(const struct ph_lexicon *lexicon, const char *text, size_t length);
/* The same of a line, asked once. */
const char *ph_line_name(const struct ph_lexicon *lexicon, struct ph_text_line *line);

bool ph_is_name(const char *name, const char *wanted); /* NULL is no name */

/* The last character of the words of a line or a block, footnote marks behind them left out of
 * account; 0: none. Finished is what ends as a paragraph does: with , ; : . ? ! or a closing
 * bracket or quotation mark. */
int32_t ph_ending(const char *text, size_t length);
bool ph_is_finished(const char *text, size_t length);
/* Bytes of the number in raised digits ("¹²") at text[at], its value in *number; 0: none. */
size_t ph_raised_number(const char *text, size_t length, size_t at, long *number);
bool ph_starts_small(const char *text, size_t length); /* with a small letter */

#endif
