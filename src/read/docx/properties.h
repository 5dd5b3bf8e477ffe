/* What a Word document says of itself beside its text. */
#ifndef PH_READ_DOCX_PROPERTIES_H
#define PH_READ_DOCX_PROPERTIES_H

#include <libxml/tree.h>

#include "base/buffer.h"
#include "word/opc.h"

/* The words that are highlighted: how many stretches of them, and the first. */
struct ph_wml_highlights {
    size_t count;
    bool open; /* the last words that were read were highlighted */
    struct ph_buffer first;
};

/* Whether the properties of a run (w:rPr, or NULL) highlight its words: by a highlight, or by a
 * ground of another colour than that of paper. */
bool ph_wml_is_highlighted(const xmlNode *properties);
/* Hears of words that are read. */
void ph_wml_hear_highlight(struct ph_wml_highlights *highlights, bool highlighted,
                           const char *text);

/* Appends a line for each property that the package has: "creator: A. Khan", "last-modified-by",
 * "manager", "highlighted: words and so on". A part that cannot be read says nothing. */
void ph_wml_put_properties(struct ph_opc *opc, const struct ph_wml_highlights *highlights,
                           struct ph_buffer *out);

#endif
