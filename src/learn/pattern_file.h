/* The pattern as a file (schema rules/pattern.xsd): what its writer and its reader share; for
 * pattern_*.c only. */
#ifndef PH_LEARN_PATTERN_FILE_H
#define PH_LEARN_PATTERN_FILE_H

#include <libxml/tree.h>

#include "learn/pattern.h"

#define PH_PATTERN_NAMESPACE "urn:penholder:pattern"

/* The level that a paragraph has unless its element says another. */
int ph_pattern_usual_level(enum ph_kind kind);

/* Whether a node of the kind has words of its own, and whether they stand in a <text> of their own,
 * beside what else is in its element. */
bool ph_pattern_has_words(enum ph_kind kind);
bool ph_pattern_has_text(enum ph_kind kind);

/* With one text there is nothing to compare: a remark that the rules speak, not the series. `here`
 * is how many texts the pattern was learned from. */
void ph_pattern_say_how_little(struct ph_pattern *pattern, size_t here);

/* ---- writing ---- */

/* The id of a footnote, from 1; given when it is first asked for. */
typedef size_t ph_pattern_note_id(void *data, const struct ph_node *footnote);

/* Adds the words of a node to an element: italics and the like as elements, footnote marks as
 * <note to="id"/>, slots (in order, without overlaps) as <slot>. `names` are those of the members.
 */
void ph_pattern_add_words(xmlNode *element, const struct ph_node *node, const struct ph_slot *slots,
                          size_t slot_count, char *const *names, ph_pattern_note_id *id,
                          void *data);

/* Breaks the lines of all texts below an element, each at a place where a space stands or white
 * space means nothing. */
void ph_pattern_lay_out(xmlNode *root);

/* Puts the comments of templates/en/pattern.xml before the elements that they explain. PH_FORMAT
 * when that file is wrong. */
enum ph_status ph_pattern_add_comments(xmlDoc *doc, struct ph_error *error);

#endif
