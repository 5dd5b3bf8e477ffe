/* Clauses: the paragraphs of all members aligned, oldest to newest. */
#ifndef PH_LEARN_CLAUSES_H
#define PH_LEARN_CLAUSES_H

#include "learn/pattern.h"
#include "learn/readings.h"

/* A clause without occurrences, and the next occurrence: of a later member than all before. */
struct ph_clause ph_clause_new(struct ph_pattern *pattern);
void ph_clause_occur(struct ph_clause *clause, size_t member, const struct ph_node *node);

/* Fills in the pattern's clauses: of paragraphs and headings, then of footnotes. */
void ph_clauses_find(struct ph_pattern *pattern, const struct ph_readings *readings);

#endif
