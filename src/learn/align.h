/* Which clause each paragraph of one more member continues. */
#ifndef PH_LEARN_ALIGN_H
#define PH_LEARN_ALIGN_H

#include <stdbool.h>

#include "learn/readings.h"

/* Something to be aligned: a clause, by the words it had last, or a paragraph of the member. */
struct ph_row {
    const struct ph_node *node;
    const struct ph_reading *reading; /* NULL: it has no words */
    bool fresh;                       /* of a clause: the member before had it */
};

/* Fills of[0, count) with the index of the clause that each unit continues, -1: none, it is new.
 * No clause is continued twice. Paragraphs whose words are the same come first, then those that
 * are alike in the order of both, then those that moved: they must be more alike, and still more
 * from one part of the resolution into another. Of two clauses the one that the member before had
 * is preferred. Time and memory are bounded: of thousands of paragraphs that all changed, those
 * whose words are the same are found. */
void ph_align(const struct ph_row *clauses, size_t clause_count, const struct ph_row *units,
              size_t count, int *of);

#endif
