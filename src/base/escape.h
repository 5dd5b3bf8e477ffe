/* Escaping: nothing of a document becomes markup. */
#ifndef PH_BASE_ESCAPE_H
#define PH_BASE_ESCAPE_H

#include "base/buffer.h"

/* Adds text for an element or an attribute in double quotes of HTML. Form feeds, which HTML does
 * not want, become spaces. */
void ph_escape_html(struct ph_buffer *out, const char *text, size_t length);

#endif
