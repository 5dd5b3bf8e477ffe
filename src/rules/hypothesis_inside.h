/* What the files of the vote share: hypothesis.c makes rules ready, support.c tells what they
 * explain, vote.c chooses among them. */
#ifndef PH_RULES_HYPOTHESIS_INSIDE_H
#define PH_RULES_HYPOTHESIS_INSIDE_H

#include <libxml/xpath.h>
#include <stdbool.h>
#include <stddef.h>

#include "rules/functions.h"
#include "rules/hypothesis.h"

/* How well a rule explains the slots of one kind in the whole series. */
struct ph_tally {
    const char *kind;
    double right, heard; /* slots; one that is explained half the time is half right */
};

/* A rule made ready: its expressions compiled. */
struct ph_hypothesis {
    const struct ph_rule *rule;
    const char *kinds; /* of slots, separated by spaces; "*": all */
    double cost, prior;
    xmlXPathCompExpr *when, *parameter, *predict;
    char *say, *because;
    const char *outcome, *name;
    bool of_moved; /* a notice: also of words that move */
    struct ph_tally *tallies;
    size_t tally_count, tally_capacity;
};

struct ph_hypotheses {
    xmlDoc *doc; /* nothing in it: an anchor for the context */
    struct ph_xpath_world world;
    xmlXPathContext *context;
    struct ph_hypothesis *items;
    size_t count, capacity;
};

/* What a hypothesis explains of a slot: each transition is predicted from what was known before
 * it. */
struct ph_support {
    double right, heard; /* transitions, later ones weighing more */
    int explained;
};
struct ph_support ph_hypothesis_support(struct ph_hypotheses *all, const struct ph_hypothesis *one,
                                        const struct ph_slot_view *slot);

/* Sets what all members of a slot have in common; then the variables for the words of the latest,
 * and then those for the draft to come, with the parameter that fits best. */
void ph_hypotheses_set_slot(struct ph_hypotheses *all, const struct ph_slot_view *slot);
void ph_hypotheses_set_latest(struct ph_hypotheses *all, const struct ph_slot_view *slot);
void ph_hypotheses_set_draft(struct ph_hypotheses *all, const struct ph_hypothesis *one,
                             const struct ph_slot_view *slot);

/* The value of an expression: as a string ("" when it fails; the caller frees), as a truth (true
 * where there is no expression). */
char *ph_hypotheses_text(struct ph_hypotheses *all, xmlXPathCompExpr *expression);
bool ph_hypotheses_true(struct ph_hypotheses *all, xmlXPathCompExpr *expression);

/* Whether a rule is for slots of a kind. */
bool ph_hypothesis_is_for(const struct ph_hypothesis *one, const char *kind);

/* The hypothesis that a rule was made ready as; NULL: the rule is not for slots. */
const struct ph_hypothesis *ph_hypotheses_find(const struct ph_hypotheses *all,
                                               const struct ph_rule *rule);

#endif
