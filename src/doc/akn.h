/* The parts of the Akoma Ntoso form; for akn*.c only. */
#ifndef PH_DOC_AKN_H
#define PH_DOC_AKN_H

#include <libxml/hash.h>
#include <libxml/tree.h>

#include "doc/node.h"

#define PH_AKN_SPACE "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
/* The date of what has none yet (AKN4UN guidelines, part 1: unpublished drafts). */
#define PH_AKN_NO_DATE "1900-01-01"

enum { PH_AKN_ID = 256, PH_AKN_HEADINGS = 6 };

/* The parts of a document or an annex on its way: a statement where it is a resolution or a draft,
 * else a doc. */
struct ph_akn_holder {
    struct ph_akn_holder *up;
    const struct ph_node *node;
    const struct ph_node *body_start; /* first child of the operative part; NULL: none */
    bool is_statement, in_body, in_preamble;
    xmlNode *element, *preface, *masthead, *preamble, *body, *conclusions, *attachments;
    xmlNode *sections[PH_AKN_HEADINGS + 1]; /* open, by level; [0] is the body */
    char prefix[PH_AKN_ID];                 /* of its eIds: "annex_2__" */
};

/* A paragraph that is open: where its sub-paragraphs go. */
struct ph_akn_place {
    xmlNode *element, *inside;
    bool blocks; /* blocks and items, not hierarchy: in the preamble */
};

struct ph_akn {
    const struct ph_document *document;
    xmlDoc *doc;
    xmlNode *meta;       /* of the root */
    xmlHashTable *ids;   /* eIds given */
    xmlHashTable *notes; /* footnotes without a number, by address: their place in it from 1 */
    size_t note_count, changes;
    struct ph_akn_holder *holder;
    struct ph_akn_place *places;
    size_t place_count, place_capacity;
};

/* A new element at the end of `parent`; made from `node` unless that is NULL. */
xmlNode *ph_akn_add(xmlNode *parent, const char *name, const struct ph_node *node);

/* Gives the element an eId unless another has it; the schema wants them unique, not everywhere. */
void ph_akn_set_id(struct ph_akn *akn, xmlNode *element, const char *id);

/* The eId of a thing in another one: "para_2__list_1". A thing in what has none (NULL) has none:
 * it may be deleted, or nested so deeply that its eId would be longer than all its words. */
void ph_akn_set_id_below(struct ph_akn *akn, xmlNode *element, const char *above, const char *type,
                         const char *number);

/* The children of a document or an annex, each in the part where it belongs; a paragraph is left
 * open for its sub-paragraphs until akn->place_count goes back. */
void ph_akn_add_preambular(struct ph_akn *akn, const struct ph_node *node); /* and the organ */
void ph_akn_add_paragraph(struct ph_akn *akn, const struct ph_node *node);
void ph_akn_add_heading(struct ph_akn *akn, const struct ph_node *node);
void ph_akn_add_title(struct ph_akn *akn, const struct ph_node *node);
void ph_akn_add_below(struct ph_akn *akn, const struct ph_node *node); /* in an open paragraph */
void ph_akn_add_p(struct ph_akn *akn, xmlNode *parent, const struct ph_node *node);

/* The words of a node with all that holds of them, into an inline container such as <p>. */
void ph_akn_add_words(struct ph_akn *akn, xmlNode *parent, const struct ph_node *node);

/* One field of a masthead or of the closing lines, in a <p> of its own. */
void ph_akn_add_field(struct ph_akn *akn, xmlNode *parent, const struct ph_node *field);

/* <meta> of a document or an annex; `component` is "!main" or "!annex_1". */
xmlNode *ph_akn_add_meta(struct ph_akn *akn, const struct ph_akn_holder *holder,
                         const char *component);

/* The footnotes that no text mentions, as notes of the root's meta. */
void ph_akn_add_unmentioned(struct ph_akn *akn);

/* What stands in an IRI for a number or a name: "A-75-L.", "73-331", "security-council". */
const char *ph_akn_slug(const char *text, bool lower, char *out, size_t size);

#endif
