/* The parts of a web page, for pages that hold more than one document. */
#ifndef PH_WRITE_HTML_H
#define PH_WRITE_HTML_H

#include "base/buffer.h"
#include "base/status.h"
#include "doc/node.h"
#include "write/write.h"

/* The head of a page and the beginning of its body: "SYMBOL: TITLE", or what is known of them;
 * `style` comes behind the style of documents. */
void ph_html_begin(const char *symbol, const char *title, const char *style, struct ph_buffer *out);
void ph_html_end(struct ph_buffer *out);

/* What stands between. The anchors of its footnotes begin with `anchor`, so that documents on one
 * page have their own. */
enum ph_status ph_html_put_document(const struct ph_document *document,
                                    const struct ph_write_options *options, const char *anchor,
                                    struct ph_buffer *out, struct ph_error *error);

#endif
