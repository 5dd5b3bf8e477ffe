/* The nodes of the old document in the tree of the new one, and the marks on both. */
#ifndef PH_COMPARE_PLACE_H
#define PH_COMPARE_PLACE_H

#include "compare/side.h"

/* Puts copies of the old nodes that are gone or moved into the marked document, each behind the one
 * that it followed, and marks them. */
void ph_place_old(struct ph_side sides[PH_SIDES], struct ph_document *marked);

/* Marks the nodes that only the new document has, or has elsewhere; the two ends of a move know
 * each other then. After ph_place_old. */
void ph_mark_new(struct ph_side sides[PH_SIDES]);

/* What stays, moved or went knows what it was called. */
void ph_keep_labels(struct ph_side sides[PH_SIDES], struct ph_document *marked);

/* A node whose parent is in both documents, but not it itself at this place. */
bool ph_is_top_of_change(const struct ph_side *side, size_t unit);

#endif
