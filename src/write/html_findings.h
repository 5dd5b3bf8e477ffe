/* Findings in a web page: beside what they are about. */
#ifndef PH_WRITE_HTML_FINDINGS_H
#define PH_WRITE_HTML_FINDINGS_H

#include "base/buffer.h"
#include "doc/finding.h"

/* The findings of a document, by its nodes. */
struct ph_html_findings {
    const struct ph_finding *items; /* in the order of the document */
    size_t count;
    size_t *by_node;    /* their places in `items`, sorted by node and then by place */
    const char *anchor; /* of the document's anchors */
    bool *shown;        /* which stand on the page */
};

/* `items` and `anchor` are the caller's. Free with ph_html_findings_end. */
struct ph_html_findings ph_html_findings_begin(const struct ph_finding *items, size_t count,
                                               const char *anchor);
void ph_html_findings_end(struct ph_html_findings *findings);

/* A list of those about a node; nothing where there are none, or `findings` is NULL. */
void ph_html_put_findings(struct ph_html_findings *findings, const struct ph_node *node,
                          struct ph_buffer *out);
/* Those that were not put yet: no part of the page shows what they are about. */
void ph_html_put_other_findings(struct ph_html_findings *findings, struct ph_buffer *out);

extern const char ph_html_findings_style[];

#endif
