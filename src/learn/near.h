/* The stretch of a text that comes nearest to a phrase: with most of its words close together. */
#ifndef PH_LEARN_NEAR_H
#define PH_LEARN_NEAR_H

#include "learn/pattern.h"
#include "learn/tokens.h"

/* Starts with the phrase alone, whose tokens must outlive it. */
struct ph_near {
    const struct ph_tokens *phrase;
    const struct ph_member *member; /* NULL: nothing yet */
    const struct ph_node *node;
    size_t from, to; /* bytes of the node's text */
    size_t shared;   /* words of the phrase that stand there */
    size_t span;     /* how many words it is long */
};

/* Keeps the nearest stretch of a text if it is nearer than what was found before; of two that are
 * as near, the later. */
void ph_near_look(struct ph_near *near, const struct ph_member *member, const struct ph_node *node,
                  const struct ph_tokens *text);

/* PH_NOTHING: the phrase is nowhere; with the nearest stretch if it has more than half of the
 * phrase's words. */
enum ph_status ph_near_fail(const struct ph_near *near, const char *words, struct ph_error *error);

#endif
