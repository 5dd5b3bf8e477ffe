/* What stands before and behind a document on a web page: what changed and which paragraph is
 * which, where the paragraphs come from, what is still to be supplied. */
#ifndef PH_WRITE_HTML_TABLES_H
#define PH_WRITE_HTML_TABLES_H

#include "base/buffer.h"
#include "compare/compare.h"

/* The summary of a comparison, with a link to the concordance below. */
void ph_html_put_changes(const struct ph_changes *changes, struct ph_buffer *out);

/* The concordance of a marked document. Its rows lead to the paragraphs, whose anchors are
 * "paragraph-N" for the Nth one that ph_in_concordance. */
void ph_html_put_concordance(const struct ph_document *marked, struct ph_buffer *out);

/* Sources of paragraphs; nothing where there are none. */
void ph_html_put_sources(const struct ph_document *document, struct ph_buffer *out);

/* What is still to be supplied or looked at; nothing where there is nothing. */
void ph_html_put_checklist(const struct ph_document *document, struct ph_buffer *out);

#endif
