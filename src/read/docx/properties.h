/* What a Word document says of itself beside its text. */
#ifndef PH_READ_DOCX_PROPERTIES_H
#define PH_READ_DOCX_PROPERTIES_H

#include <libxml/tree.h>

#include "base/buffer.h"
#include "read/block.h"
#include "word/opc.h"

/* Whether the properties of a run (w:rPr, or NULL) highlight its words: by a highlight, or by a
 * ground of another colour than that of paper. */
bool ph_wml_is_highlighted(const xmlNode *properties);
/* Appends a line for each property that the package has, whose main part is `document`: "creator:
 * A. Khan", "last-modified-by", "manager", "company", "custom Owner" (each of its own properties),
 * "people", "tracking", "protection", "template", "macros". A part that cannot be read says
 * nothing. */
void ph_wml_put_properties(struct ph_opc *opc, const char *document, struct ph_buffer *out);
/* Likewise a line of what was seen elsewhere; NULL: nothing. */
void ph_wml_put_property(const char *name, const char *value, struct ph_buffer *out);
/* Likewise "other-symbol: A/80/L.10, A/80/L.13", where headers and footers have two. */
void ph_wml_put_symbols(const struct ph_blocks *blocks, struct ph_buffer *out);

#endif
