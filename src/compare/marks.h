/* The inlines of a text that is made anew. */
#ifndef PH_COMPARE_MARKS_H
#define PH_COMPARE_MARKS_H

#include "doc/node.h"

/* Gives a node new words and new inlines, which are put in order; those of one place stay in the
 * order in which they come. `marks` may be the node's own. */
void ph_marks_set(struct ph_node *node, const char *bytes, size_t length,
                  const struct ph_inline *marks, size_t count);

#endif
