/* Which node of one document is which of the other: level by level, in order, then what moved. */
#ifndef PH_COMPARE_PARAGRAPHS_H
#define PH_COMPARE_PARAGRAPHS_H

#include "compare/side.h"

/* Joins the units of both sides. Children of joined parents are joined so that the order of both
 * is kept and as many words as possible stay; those left over that are very alike have moved,
 * also to another parent. Footnotes are left alone: compare/notes.c. */
void ph_paragraphs_match(const struct ph_vocabulary *vocabulary, struct ph_side sides[PH_SIDES]);

#endif
