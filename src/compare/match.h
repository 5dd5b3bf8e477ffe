/* Which word of a text is which word of its new version. */
#ifndef PH_COMPARE_MATCH_H
#define PH_COMPARE_MATCH_H

#include "compare/diff.h"
#include "compare/words.h"

/* Fills match[0, n) with the index in `b` of the same word, or PH_NONE; ascending. Words of
 * content are matched first, function words and punctuation only beside them, and no small island
 * of kept words is left between two large changes: people read changes, not letters. */
void ph_words_match(const struct ph_word *a, size_t n, const struct ph_word *b, size_t m,
                    size_t *match);

#endif
