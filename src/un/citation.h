/* Citations of resolutions in running text (UN-FORMAT rules 49-56): "64/256 of 2 March 2010",
 * "62/225 and 62/226 of 19 December 2007", "3201 (S-VI) and 3202 (S-VI) of 1 May 1974",
 * "48/141 of 20 December 1993, 49/60 and 49/61, both of 9 December 1994". */
#ifndef PH_UN_CITATION_H
#define PH_UN_CITATION_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "un/date.h"

struct ph_citation {
    char number[32];     /* "64/256", "69/96 A", "S-30/1", "2200 A (XXI)"; plain spaces */
    int session;         /* 64; 0 for special sessions and roman numbers */
    int serial;          /* 256 */
    struct ph_date date; /* all 0 where none is given */
    size_t from, to;     /* in the text it was read from, date included */
};

/* Reads the list of one or more citations that starts at the beginning of `text` (at the first
 * number, behind the word "resolution" or "resolutions"): items joined by commas and "and", a
 * date shared by several given to each: ", both of" to two, ", all of" to all that have none yet,
 * "of" to those of the same session. Letters go to items of their own: "69/96 A and B".
 * *citations is the caller's to free; *end is behind the last. Returns how many; 0 (and
 * *citations is NULL) when no citation starts here. Security Council and Economic and Social
 * Council resolutions ("1631 (2005)", "2005/30") are not read: they are no sessions. Nor are
 * numbers below the thirty-first session, the first that numbered so, or far from their date
 * ("16/18 of 24 March 2011" is the Human Rights Council's): the list ends before them. */
size_t ph_citations_parse(const struct ph_lexicon *lexicon, const char *text, size_t length,
                          struct ph_citation **citations, size_t *end);

/* Whether the words before text[at], where a number stands, say that it is no resolution of the
 * General Assembly: "decision 74/549", "Human Rights Council resolution 37/12". */
bool ph_citation_foreign(const struct ph_lexicon *lexicon, const char *text, size_t at);

/* Every list in a text: calls ph_citations_parse behind each "resolution(s)" and at each bare
 * "NN/NNN of D Month YYYY", unless ph_citation_foreign. Returns all citations in order; the
 * caller frees. */
size_t ph_citations_find(const struct ph_lexicon *lexicon, const char *text, size_t length,
                         struct ph_citation **citations);

/* Writes a list in the house form, ascending as given: "A of D, B of E and C of F"; no serial
 * comma (rule 21); two or more in a row of one date share it (rule 55): "A and B of D" alone,
 * ", both of D" or ", all of D" within a longer list. */
void ph_citations_write(const struct ph_lexicon *lexicon, const struct ph_citation *citations,
                        size_t count, struct ph_buffer *out);

/* The list that stands in text[0, length), read into `list` (`count` items), with `more` behind
 * it: its own words stay to the letter, only the "and" before its last run becomes a comma. */
void ph_citations_extend(const struct ph_lexicon *lexicon, const char *text, size_t length,
                         const struct ph_citation *list, size_t count,
                         const struct ph_citation *more, size_t more_count, struct ph_buffer *out);

#endif
