/* The one walker: enter and leave events in document order, without recursion, so that files
 * from strangers may nest as deeply as they like. */
#ifndef PH_DOC_WALK_H
#define PH_DOC_WALK_H

#include "doc/node.h"

struct ph_walk {
    const struct ph_node *root, *node;
    bool leaving;
};

/* Use:  struct ph_walk walk = ph_walk_start(root);
 *       while (ph_walk_step(&walk)) { walk.node, walk.leaving ... }
 * Every node is entered once and left once. The tree must not change below walk.node meanwhile. */
struct ph_walk ph_walk_start(const struct ph_node *root);
bool ph_walk_step(struct ph_walk *walk);
/* After entering: do not go into this node's children (it is still left). */
void ph_walk_skip(struct ph_walk *walk);

/* The next node of a kind in document order behind `after` (NULL: from the root on), NULL at the
 * end. For simple loops over all paragraphs or footnotes. */
struct ph_node *ph_next_of(const struct ph_node *root, const struct ph_node *after,
                           enum ph_kind kind);
/* The next node that has a text of its own to show (title, organ, paragraphs, headings,
 * footnotes, fields). */
struct ph_node *ph_next_text(const struct ph_node *root, const struct ph_node *after);

#endif
