/* Inside of templates (draft/template.h): expressions and words, for those who make the nodes. */
#ifndef PH_DRAFT_TEMPLATE_WORDS_H
#define PH_DRAFT_TEMPLATE_WORDS_H

#include <libxml/tree.h>
#include <libxml/xpath.h>
#include <stdbool.h>

#include "base/status.h"
#include "doc/node.h"

/* The deepest nesting of a template, <use> included. */
enum { PH_TEMPLATE_DEPTH = 40 };

/* Where paths start: the fact at hand, and its place among those that <each> goes through. */
struct ph_here {
    xmlNode *node;
    int place, count;
};

struct ph_filler {
    const char *path;
    const xmlNode *root; /* of the template */
    xmlXPathContext *context;
    struct ph_document *document;
    const struct ph_document *inserted;
    struct ph_error *error;
    enum ph_status status;
    int depth;
};

/* Notes what is wrong and where, unless something was wrong before; filling then stops. */
void ph_filler_fail(struct ph_filler *filler, const xmlNode *at, const char *what);

/* `text` of the template with its {expressions} filled in; "" after an error. Caller frees. */
char *ph_filler_text(struct ph_filler *filler, const struct ph_here *here, const xmlNode *at,
                     const char *text);

/* What the expression in an attribute gives; NULL after an error. Free with
 * xmlXPathFreeObject. */
xmlXPathObject *ph_filler_select(struct ph_filler *filler, const struct ph_here *here,
                                 const xmlNode *at, const char *attribute);
bool ph_filler_test(struct ph_filler *filler, const struct ph_here *here, const xmlNode *at);

/* Sets the words and marks of a node from an element's content; false when there are none. */
bool ph_filler_words(struct ph_filler *filler, const struct ph_here *here, const xmlNode *element,
                     struct ph_node *node);

#endif
