/* Clauses: the paragraphs of all members aligned, oldest to newest. */
#ifndef PH_LEARN_CLAUSES_H
#define PH_LEARN_CLAUSES_H

#include "learn/pattern.h"
#include "learn/tokens.h"

/* The tokens of every text of every member, read once. */
struct ph_reading {
    const struct ph_node *node;
    struct ph_tokens tokens;
};
struct ph_readings {
    struct ph_reading *items; /* sorted by address of the node */
    size_t count, capacity;
};

void ph_readings_make(struct ph_readings *readings, const struct ph_pattern *pattern,
                      const struct ph_lexicon *lexicon);
void ph_readings_free(struct ph_readings *readings);
const struct ph_tokens *ph_readings_of(const struct ph_readings *readings,
                                       const struct ph_node *node);

/* Fills in the pattern's clauses: of paragraphs and headings, then of footnotes. */
void ph_clauses_find(struct ph_pattern *pattern, const struct ph_readings *readings);

#endif
