/* Labels folded into a list: "PP1–3, OP8, footnote 2". */
#ifndef PH_LEARN_LABELS_H
#define PH_LEARN_LABELS_H

#include "base/buffer.h"
#include "doc/node.h"

/* Starts as {0}; free `text` with ph_buffer_free. */
struct ph_labels {
    struct ph_buffer text;
    char prefix[96];      /* of the run that is open: "PP" */
    unsigned first, last; /* its numbers; 0: none is open */
};

/* Adds the label of a node: one that follows the last by number makes a run of both. */
void ph_labels_add(struct ph_labels *labels, const struct ph_node *node);

/* Ends the list: `text` is complete. */
void ph_labels_end(struct ph_labels *labels);

#endif
