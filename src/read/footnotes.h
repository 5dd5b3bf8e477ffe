/* Footnote marks that stand among the characters of a text, because what it was made from had
 * them raised: "Strategy,5 in particular", "13 January 20103 and", "2010, 3 which". */
#ifndef PH_READ_FOOTNOTES_H
#define PH_READ_FOOTNOTES_H

#include "read/block.h"
#include "un/lexicon.h"

/* Lifts the marks out of all blocks and makes runs of them (PH_RUN_NOTE_MARK). A number is a mark
 * only if there is a NOTE block of that label and either its characters leave no other reading
 * (glued behind a word, a comma, a year), or, in text whose marks stand apart (blocks->loose), it
 * is the very next that the order of the notes asks for and no number of the text's own. */
void ph_lift_marks(struct ph_blocks *blocks, const struct ph_lexicon *lexicon);

#endif
