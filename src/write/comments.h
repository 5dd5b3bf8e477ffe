/* What the comments of a Word document say of the sources of its paragraphs. */
#ifndef PH_WRITE_COMMENTS_H
#define PH_WRITE_COMMENTS_H

#include "base/buffer.h"
#include "doc/node.h"

/* One line for the source of a node, one for each thing in it that a person must look at; nothing
 * where there is nothing to say. */
void ph_put_comment(const struct ph_node *node, struct ph_buffer *out);

/* The first character of each of the first words of a name; the program's own (NULL): "ph". */
const char *ph_initials(const char *name, char out[16]);

#endif
