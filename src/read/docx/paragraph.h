/* Between paragraph.c and runs.c: a paragraph on its way into words. */
#ifndef PH_READ_DOCX_PARAGRAPH_H
#define PH_READ_DOCX_PARAGRAPH_H

#include "read/docx/wml.h"

/* A paragraph that is read. */
struct ph_wml_paragraph {
    const xmlNode *element, *properties;
    const struct ph_wml_style *style;
    enum ph_block_kind kind;
    enum ph_wml_change around;   /* what becomes of all that stands in it */
    bool torn;                   /* its mark is struck out: what follows joins it */
    const xmlNode *marked;       /* the run whose text is a footnote's typed mark */
    size_t runs;                 /* met so far */
    struct ph_wml_source source; /* of the run that is read */
    bool hidden, raised;
    bool grounded; /* it stands on a ground of another colour than that of paper */
    bool gap;      /* a tab or a break came last */
};

/* Adds text of the run that is read, unless it is hidden or inside of a field's instruction. */
void ph_wml_put(struct ph_wml *wml, struct ph_wml_paragraph *paragraph, const char *text);
/* Takes one element of the paragraph: a run, its text, a footnote mark, a part of a field. True:
 * what is inside of it is done. */
bool ph_wml_take(struct ph_wml *wml, struct ph_wml_paragraph *paragraph, const xmlNode *element);

#endif
