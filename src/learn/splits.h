/* Paragraphs that were divided into two, and two that became one. */
#ifndef PH_LEARN_SPLITS_H
#define PH_LEARN_SPLITS_H

#include "learn/clauses.h"

/* Fills in split_from and merged_into of the pattern's clauses. */
void ph_splits_find(struct ph_pattern *pattern, const struct ph_readings *readings);

/* One paragraph of which two became, or two that became one: "61/161 OP2 → 62/162 OP2 and OP3".
 * NULL: the clause is no part (`merged`: of that kind) of another. The caller frees. */
char *ph_split_words(const struct ph_pattern *pattern, const struct ph_clause *part, bool merged);

#endif
