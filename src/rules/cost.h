/* What each rule costs on the documents that are checked. Nothing is measured unless it is asked
 * for: asking the clock costs more than most rules do. */
#ifndef PH_RULES_COST_H
#define PH_RULES_COST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"

struct ph_rule;

struct ph_cost {
    const struct ph_rule
        *rule;      /* NULL: what all rules need, the form of the document they look at */
    double seconds; /* of processor time */
    size_t findings;
};

/* The costs of many documents, summed up. Free with ph_costs_free. */
struct ph_costs {
    struct ph_cost *items;
    size_t count, capacity;
};

struct ph_costs *ph_costs_new(void);
void ph_costs_free(struct ph_costs *costs); /* NULL is allowed */

/* The processor time of this process so far, in seconds. */
double ph_costs_clock(void);

/* How long all rules together may take on one document. What a rule may cost is counted in steps,
 * but a step is not always short: this ends what is left then. */
struct ph_patience {
    double until;       /* see ph_costs_clock */
    int64_t not_before; /* see ph_milliseconds: processor time is no faster, and dear to ask for */
    unsigned asked;     /* how often: the clock is looked at now and then */
    bool over;
};
enum { PH_PATIENCE = 5 }; /* seconds of processor time */

struct ph_patience ph_patience_new(void);
bool ph_patience_is_over(struct ph_patience *patience); /* NULL: never */
void ph_patience_look(struct ph_patience *patience);    /* at the clock, now */

/* Adds to what is known of a rule. What two rules share (the entities of a paragraph, a pattern
 * that becomes machine code) counts for the one that needed it first. */
void ph_costs_add(struct ph_costs *costs, const struct ph_rule *rule, double seconds,
                  size_t findings);

/* Appends a table: milliseconds, share, findings and id, the dearest rule first; the sum last. */
void ph_costs_print(const struct ph_costs *costs, struct ph_buffer *out);

#endif
