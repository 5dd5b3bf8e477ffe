/* The forms of a tree that are not for people: the dump that golden tests read, and Akoma Ntoso
 * (the AKN4UN profile), which is published and is what rules see. */
#ifndef PH_DOC_FORMS_H
#define PH_DOC_FORMS_H

#include <libxml/tree.h>

#include "base/buffer.h"
#include "doc/node.h"

/* One line a node, indented; every property; for tests and bug reports. */
void ph_dump(const struct ph_document *document, struct ph_buffer *out);

/* Akoma Ntoso 3.0, valid against akomantoso30.xsd. Each element made from a node has that node in
 * ->_private (valid while the document lives); inline elements have none. Italics are <i>,
 * footnotes <authorialNote> in place, citations <ref>, marks <ins>/<del>, placeholders
 * <inline name="placeholder">. Free with xmlFreeDoc. */
xmlDoc *ph_akn(const struct ph_document *document);

/* The number that these forms show: as printed where the document was read, so that a rule can see
 * a wrong one; else ph_number. Writes into `out`; NULL: none. */
const char *ph_number_shown(const struct ph_node *node, char *out, size_t size);

/* Checks that the tree obeys its own grammar (links, containment, inlines in order and within the
 * text, notes that exist); an error of ours. Returns NULL, or what is wrong, in a static text. */
const char *ph_verify(const struct ph_document *document);

#endif
