/* Footnotes as clauses: they are known by the paragraph that mentions them. */
#ifndef PH_LEARN_NOTES_H
#define PH_LEARN_NOTES_H

#include "learn/clauses.h"

/* Adds the clauses of the footnotes behind those of the paragraphs, in the order of the paragraphs
 * that mentioned them last. */
void ph_notes_add(struct ph_pattern *pattern, const struct ph_readings *readings);

#endif
