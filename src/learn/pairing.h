/* The clauses and the paragraphs of one more member while they are aligned: which belong together
 * already. For align.c and what it is made of. */
#ifndef PH_LEARN_PAIRING_H
#define PH_LEARN_PAIRING_H

#include "learn/align.h"

struct ph_pairing {
    const struct ph_row *clauses, *units;
    size_t clause_count, count;
    int *of;     /* by unit: its clause; -1: none yet */
    bool *kept;  /* by unit: it stands in the order of the clauses */
    bool *taken; /* by clause */
};

void ph_pairing_join(struct ph_pairing *pairing, size_t clause, size_t unit, bool in_order);

/* Preambular, operative, a heading, or (PH_SUBPARAGRAPH) something inside one of them. */
enum ph_kind ph_pairing_part(const struct ph_row *row);

/* How alike a clause and a unit are, 0 when it is less than `least` (0 to 1); a clause that is
 * fresh gets a little more, so that it can be above 1. */
float ph_pairing_likeness(const struct ph_pairing *pairing, size_t clause, size_t unit,
                          double least);

/* How many rows are to be compared with others, and how many words they have. */
struct ph_load {
    size_t rows, words;
};

void ph_load_add(struct ph_load *load, const struct ph_row *row);
/* Whether all pairs of two such lists can be compared in a second or so; false where one is empty.
 */
bool ph_load_fits(struct ph_load a, struct ph_load b);

/* Joins what is alike from `least` (0 to 1) on between two units that are kept, in the order of
 * both. (gaps.c) */
void ph_gaps_match(struct ph_pairing *pairing, double least);

#endif
