/* Where the paragraphs of a document come from, as a table behind it: what --sources table shows in
 * Word, web pages and text. */
#ifndef PH_WRITE_SOURCE_TABLE_H
#define PH_WRITE_SOURCE_TABLE_H

#include "base/buffer.h"
#include "doc/node.h"

#define PH_SOURCE_TABLE_HEADING "Sources of the paragraphs"

/* The next node behind `after` (NULL: the first) that stays and has a source, in document order;
 * NULL: there is none. ph_label and ph_put_origin (write/parts.h) say what its row holds. */
const struct ph_node *ph_next_sourced(const struct ph_document *document,
                                      const struct ph_node *after);

/* As text, a line for each, behind an empty line; nothing where nothing has a source. */
void ph_write_source_table(const struct ph_document *document, struct ph_buffer *out);

#endif
