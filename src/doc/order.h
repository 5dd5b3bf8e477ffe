/* The places of nodes in document order, by the nodes themselves. */
#ifndef PH_DOC_ORDER_H
#define PH_DOC_ORDER_H

#include "doc/node.h"

struct ph_node_order {
    const struct ph_node *node;
    size_t order; /* in the document, from 0 */
};

/* All nodes below a root and the root itself, sorted by address; free() the list. */
struct ph_node_order *ph_order_nodes(const struct ph_node *root, size_t *count);
/* The place of a node; `count` where it is not among them. */
size_t ph_order_of(const struct ph_node_order *orders, size_t count, const struct ph_node *node);

#endif
