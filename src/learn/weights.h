/* What words weigh: one that stands in all rows (the name of the organization in its own
 * resolutions) tells nothing, one that stands in few tells much (inverse document frequency). */
#ifndef PH_LEARN_WEIGHTS_H
#define PH_LEARN_WEIGHTS_H

#include "learn/tokens.h"

struct ph_weights_word {
    uint64_t word;
    size_t rows; /* that have it; 0: the slot is free */
};

/* In how many rows each word stands. All zero: no row was counted yet. Free with ph_weights_free.
 */
struct ph_weights {
    struct ph_weights_word *slots; /* by hash, less than half of them taken */
    size_t slot_count, words;
    size_t rows; /* counted so far */
};

/* Counts one row more. What is kept grows with the words, not with the rows. */
void ph_weights_count(struct ph_weights *weights, const struct ph_tokens *row);
/* Weighs the words of a row that was counted. */
void ph_weights_weigh(const struct ph_weights *weights, struct ph_tokens *row);
void ph_weights_free(struct ph_weights *weights);

#endif
