/* What changed between two documents, as text: only what did. */
#ifndef PH_WRITE_CHANGES_TEXT_H
#define PH_WRITE_CHANGES_TEXT_H

#include "write/write.h"

/* The changed nodes of a marked document, each under its label in the new document (in the old one
 * where it is gone), a line for the paragraphs between them, and the concordance. Words of a
 * paragraph that moved are marked where they changed on the way. `options` as for text. */
ph_writer ph_write_changes_text;

/* The concordance alone, behind an empty line; nothing where there are no paragraphs. */
void ph_write_concordance_text(const struct ph_document *marked, struct ph_buffer *out);

#endif
