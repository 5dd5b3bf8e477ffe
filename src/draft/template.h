/* Templates: what a document says, as data. An XML file whose elements are the kinds of nodes
 * (<field name="">, <title>, <heading>, <paragraph number="">, <annex label="">, <document>,
 * <closing>, ...) and, inside them,
 *
 *   {XPath}                      a value of the facts (draft/facts.h), as text
 *   <ask name="" why="">[…]</ask>  a placeholder: only a person knows; `why` goes into the
 *                                checklist, and may be an element <why> inside
 *   <look-at why="">             words that a person must look at
 *   <sentence source="{XPath}">  a sentence that says where it comes from; the paragraph's origin
 *                                lists the sources of its sentences
 *   <if test="XPath">, <each select="XPath">  around nodes or text; in <each> the context node
 *                                is the one at hand, position() and last() tell its place, and
 *                                paths are relative to it; between="; " and last=" and " are
 *                                put between texts
 *   <define name="">, <use define="">  words that are needed at several places, filled in anew
 *                                where they are used; <define> stands at the top
 *   <insert what="draft"/>       another document's content
 *
 * White space is folded; a paragraph without words is left out. Schema: templates/template.xsd. */
#ifndef PH_DRAFT_TEMPLATE_H
#define PH_DRAFT_TEMPLATE_H

#include <libxml/tree.h>

#include "base/status.h"
#include "doc/node.h"
#include "un/lexicon.h"

/* Fills the template `name` ("draft": templates/en/draft.xml) into `document`, below its root.
 * `inserted` is what <insert what="draft"/> stands for, NULL: nothing. PH_FORMAT with file and
 * line when the template is wrong. */
enum ph_status ph_template_make(const char *name, xmlDoc *facts, const struct ph_lexicon *lexicon,
                                const struct ph_document *inserted, struct ph_document *document,
                                struct ph_error *error);

#endif
