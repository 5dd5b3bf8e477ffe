/* Which letters of a part a text was made of. */
#ifndef PH_WORD_ALIGN_H
#define PH_WORD_ALIGN_H

#include "doc/node.h"
#include "word/letters.h"

/* For each place of a text, in bytes, and its end: the letter that begins there, and the one behind
 * the letter that ends there. */
struct ph_alignment {
    uint32_t *first, *after;
    size_t capacity;
};

/* The paragraphs of the part in which bytes [span->from, span->to) of a span stand: those of the
 * runs [*first, *end) of the span. */
void ph_align_runs(const struct ph_span *span, size_t *first, size_t *end);
/* Adds the paragraphs of a span that come behind all that were added. False: they are not in the
 * story. */
bool ph_align_add(struct ph_letters *letters, const struct ph_span *span);
/* Notes which runs the reader took words of that span from. */
void ph_align_hear(struct ph_letters *letters, const struct ph_span *span);
/* Finds the letters of a text that begins where the span does. The text has its white space folded
 * as the reader folds it. False: some letter of it is not where it should be. */
bool ph_align_text(const struct ph_letters *letters, const struct ph_span *span, const char *text,
                   size_t length, struct ph_alignment *alignment);
void ph_alignment_free(struct ph_alignment *alignment);

#endif
