/* One text out of two: the words of both, with marks on those that only one of them has. */
#ifndef PH_COMPARE_MERGE_H
#define PH_COMPARE_MERGE_H

#include "compare/compare.h"
#include "compare/side.h"

/* Two units that were joined, and which of their words are the same. */
struct ph_pair {
    struct ph_side *sides;
    size_t before, after;
    size_t *match; /* for each word of `before`: the index of the same one of `after` */
    bool looks;    /* words that stay and look otherwise get PH_RESTYLED */
    bool as_read;  /* looks are those that were read alone */
};

/* Turns the text of the new node into the text of both, with PH_INSERTED and PH_DELETED on what
 * differs; footnote marks of the old text point to the old document's footnotes. Italics and the
 * like of words that stay are those of the new text. True when anything differs. */
bool ph_merge(const struct ph_pair *pair, struct ph_changes *changes);

/* For two ends of a move, which each keep their own text: marks the words that only one end has,
 * on the node that has them. */
void ph_merge_moved(const struct ph_pair *pair, struct ph_changes *changes);

#endif
