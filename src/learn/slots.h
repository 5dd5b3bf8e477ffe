/* Slots: the places in a clause that move, and the vote on how. */
#ifndef PH_LEARN_SLOTS_H
#define PH_LEARN_SLOTS_H

#include "learn/clauses.h"
#include "learn/elsewhere.h"
#include "learn/pattern.h"
#include "rules/hypothesis.h"

/* Finds the slots of every clause that the base has, with what was seen of them in each member. */
void ph_slots_find(struct ph_pattern *pattern, const struct ph_readings *readings);

/* Lets the hypotheses vote on every slot; one that has a rule already gets what that rule says, and
 * one that has a value keeps it. `series` is the series as XML (next.h); `elsewhere` (NULL:
 * nothing) what is known of other series. Errors are those of its `find`. */
enum ph_status ph_slots_vote(struct ph_pattern *pattern, xmlDoc *series,
                             const struct ph_elsewhere *elsewhere, struct ph_hypotheses *hypotheses,
                             struct ph_error *error);

/* The number printed before an operative paragraph; 0: it has none, or is another kind. */
int ph_operative_number(const struct ph_node *node);

#endif
