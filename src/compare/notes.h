/* Footnotes are compared through the paragraphs that mention them: two marks at the same place of
 * the same sentence belong to one footnote, whatever its words. */
#ifndef PH_COMPARE_NOTES_H
#define PH_COMPARE_NOTES_H

#include "compare/likeness.h"

/* For two texts whose words are matched: joins the footnotes of matched marks, and takes matches
 * back where the footnotes are joined to others already. Footnotes that this joined are added to
 * `joined`, by their units of `before`. */
void ph_notes_join(struct ph_side sides[PH_SIDES], size_t before, size_t after, size_t *match,
                   struct ph_unit_list *joined);

/* Joins footnotes of equal words that are left over: of paragraphs without a partner, and those
 * that nothing mentions. */
void ph_notes_join_equal(struct ph_side sides[PH_SIDES], struct ph_unit_list *joined);

/* Copies the footnotes that only the old document has into the marked one, below what stands for
 * their parents, and marks those that only one has. */
void ph_notes_mark(struct ph_side sides[PH_SIDES], struct ph_document *marked);

/* Lets marks that came with old words point to the footnotes of the marked document. */
void ph_notes_point(const struct ph_side *before, struct ph_document *marked);

#endif
