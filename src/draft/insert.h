/* Trees put into other documents. */
#ifndef PH_DRAFT_INSERT_H
#define PH_DRAFT_INSERT_H

#include "doc/node.h"

/* An original node and its copy. */
struct ph_twins {
    struct ph_twin {
        const struct ph_node *old;
        struct ph_node *copy;
    } * items; /* sorted by address of the original */
    size_t count, capacity;
};

/* Copies what is below `root` to the end of `below`, footnote marks pointing to the copies; fills
 * in `twins` (free the items). A footnote outside of `root` that is mentioned is copied too. */
void ph_insert_below(struct ph_node *below, const struct ph_node *root, struct ph_twins *twins);
struct ph_node *ph_twin_of(const struct ph_twins *twins, const struct ph_node *old); /* or NULL */

/* A copy of a whole document's content without its masthead, below; NULL inserts nothing. */
void ph_insert_document(struct ph_node *below, const struct ph_document *document);

#endif
