/* Facts: what the documents of a series say, found by the patterns of templates/en/facts.xml
 * (draft/searches.h) and laid out as XML for the templates:
 *
 *   <facts>
 *     <draft session="75" year="2020" ordinal="seventy-fifth"/>
 *     <series title=""> <member number session adopted here/>... </series>
 *     <base number="73/331" session="73" adopted="2019-07-25" ordinal="seventy-third">
 *       <field name="agenda-item">128 (t)</field>...
 *     </base>
 *     <fact name="observer-status" in="73/331 PP3" label="PP3" base="yes" number="73/331"
 *           session="73" adopted="2019-07-25" open="why a person must look at the words">
 *       <resolution>59/50 of 2 December 2004</resolution>
 *       <words>...</words> <note>a footnote that the words mention</note>
 *     </fact>
 *   </facts>
 *
 * A <fact> has number and adopted where a member states it, so that ph:cite(.) cites it as it
 * cites a <member>. A fact that several documents state (see searches.h: once) stands once, with
 * the latest, behind those that only earlier ones state. */
#ifndef PH_DRAFT_FACTS_H
#define PH_DRAFT_FACTS_H

#include <libxml/tree.h>

#include "learn/pattern.h"

/* `sources` are the documents learned from, the letters among them searched as such; `draft` may
 * be NULL. PH_FORMAT when the file of patterns is wrong. Free with xmlFreeDoc. */
enum ph_status ph_facts(const struct ph_pattern *pattern, const struct ph_document *const *sources,
                        size_t count, const struct ph_document *draft, xmlDoc **facts,
                        struct ph_error *error);

#endif
