/* Stretches: a text cut where its properties begin and end, for whoever writes it out. What holds
 * of a stretch holds of every character of it, so that overlapping inlines need no thought. */
#ifndef PH_DOC_STRETCH_H
#define PH_DOC_STRETCH_H

#include "doc/node.h"

struct ph_stretch {
    size_t from, to;              /* bytes of the node's text; equal: a footnote mark */
    unsigned kinds;               /* PH_BIT of the inline kinds that hold */
    const struct ph_inline *mark; /* the placeholder, else the review mark, that holds; or NULL */
    const struct ph_inline *note; /* the footnote mark; NULL: words */
    const struct ph_inline *restyled; /* PH_RESTYLED, where that holds; or NULL */
};

#define PH_BIT(inline_kind) (1u << (inline_kind))

/* The stretches of a node's text in order, without gaps; free() the list. Beside its inlines count
 *  - the mark of the node or of what it stands in: all words inserted (or moved to), or deleted
 *    (or moved from);
 *  - italics by kind: the organ's name, and the opening phrase where no reader saw italics
 *    (UN-FORMAT rules 44, 45).
 * A footnote mark comes behind the words that end at its place and has the properties that hold
 * on both sides of it, but PH_INSERTED and PH_DELETED only by ph_mark_change and by its node. */
size_t ph_stretches(const struct ph_node *node, struct ph_stretch **list);

/* The words of a node that are italic by its kind, where no reader saw italics; false: none. */
bool ph_italic_by_kind(const struct ph_node *node, size_t *from, size_t *to);

/* PH_BIT(PH_INSERTED), PH_BIT(PH_DELETED) or 0: what compare/ says of a footnote mark, by its name
 * ("inserted", "deleted") or by the mark of its footnote. */
unsigned ph_mark_change(const struct ph_inline *mark);

/* PH_BIT(PH_INSERTED), PH_BIT(PH_DELETED) or 0: what the marks of a node and of those above it say
 * of its words. */
unsigned ph_change_of(const struct ph_node *node);

#endif
