/* The checklist: everything in a document that a person must still supply or look at. It is not
 * stored anywhere: it is what the placeholders and review marks of the tree say. */
#ifndef PH_DOC_CHECKLIST_H
#define PH_DOC_CHECKLIST_H

#include <stddef.h>

#include "doc/node.h"

struct ph_check_item {
    const struct ph_node *node;
    const struct ph_inline *mark; /* PH_PLACEHOLDER or PH_REVIEW, of node->text */
};

/* All items in document order, those of annexes and footnotes in their place; what one
 * reason asks for several times in one text is one item, at its first place. free() the list. */
size_t ph_checklist(const struct ph_document *document, struct ph_check_item **items);

#endif
