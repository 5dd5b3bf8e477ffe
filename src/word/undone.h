/* Whether changes that were put into a part can be taken back. */
#ifndef PH_WORD_UNDONE_H
#define PH_WORD_UNDONE_H

#include "word/letters.h"

/* Whether a part with changes put in is, when all revisions from the number `after->own` on are
 * rejected, the part as it was: letter by letter, with the properties of their runs, the marks,
 * fields and pictures between them, and the ends of the paragraphs. Else false, and *paragraph is
 * the first of `before` that is not. */
bool ph_undone_is_same(const struct ph_story *before, const struct ph_story *after,
                       size_t *paragraph);

#endif
