/* The words of every text of every member, read once. */
#ifndef PH_LEARN_READINGS_H
#define PH_LEARN_READINGS_H

#include "learn/pattern.h"
#include "learn/tokens.h"

struct ph_reading {
    const struct ph_node *node;
    struct ph_tokens tokens;
    uint64_t identity; /* equal where the words are, entities as their kind, and the sessions that
                          are named lie as far ahead of the member's own */
};

struct ph_readings {
    struct ph_reading *items; /* sorted by address of the node */
    size_t count, capacity;
};

/* Reads all members that are in the folder. The pattern's documents must outlive the readings. */
void ph_readings_make(struct ph_readings *readings, const struct ph_pattern *pattern,
                      const struct ph_lexicon *lexicon);
void ph_readings_free(struct ph_readings *readings);

/* What was read of a node; NULL: it is no text of a member. Its tokens; none: no text. */
const struct ph_reading *ph_reading_find(const struct ph_readings *readings,
                                         const struct ph_node *node);
const struct ph_tokens *ph_readings_of(const struct ph_readings *readings,
                                       const struct ph_node *node);

#endif
