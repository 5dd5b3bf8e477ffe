/* The words of a node as a flow shows them: placeholders, changes, footnote marks. */
#ifndef PH_WRITE_FLOW_WORDS_H
#define PH_WRITE_FLOW_WORDS_H

#include "write/flow.h"
#include "write/parts.h"

/* How words look of which PH_BITs of inline kinds hold. */
unsigned ph_look_of(unsigned kinds);

/* Adds a footnote's mark as raised digits, which survive a mail; other characters as they are. */
void ph_put_superscript(struct ph_buffer *out, const char *mark);

/* Adds the words of a node, or of a piece of the masthead, with their footnote marks. */
void ph_flow_put_node(struct ph_flow *flow, const struct ph_node *node);
void ph_flow_put_piece(struct ph_flow *flow, const struct ph_piece *piece);

/* A pilcrow where the end of a paragraph is new or goes; nothing else. */
#define PH_END_SIGN "¶"
void ph_flow_put_end(struct ph_flow *flow, const struct ph_node *node);

#endif
