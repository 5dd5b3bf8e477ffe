/* The history of a paragraph in its series: member by member what became of it. */
#ifndef PH_LEARN_HISTORY_H
#define PH_LEARN_HISTORY_H

#include "learn/standing.h"

/* A slot that holds other words than in the member compared with. */
struct ph_slot_move {
    const struct ph_slot *slot;
    const struct ph_observation *before, *after;
};

/* What became of the paragraph in one member. */
struct ph_history_step {
    enum ph_fate fate;
    const struct ph_node *node; /* the paragraph there; NULL: it is not there, or not known */
    int against;                /* index of the member compared with (ph_fates_against); -1: none */
    const struct ph_node *before; /* that member's paragraph; NULL: it had none */
    const struct ph_node *words; /* those of `node`, marked where `before` differs; NULL: no node */
    const char *strength;        /* the opening phrase of `before` where it was another; NULL */
    struct ph_slot_move *moves;  /* in the order of the slots */
    size_t move_count;
};

struct ph_history {
    const struct ph_pattern *pattern;
    size_t member;                 /* whose label was asked for */
    const struct ph_node *node;    /* the paragraph with that label */
    struct ph_history_step *steps; /* one for each member of the pattern */
    struct ph_document *document;  /* owns steps, moves and words */
};

/* The history of the paragraph that a member calls `label` ("OP8", "OP2 (b)", "footnote 1": as
 * ph_label says it, "Annex II, OP3" also as "OP3"; case and spaces do not count). `member` is the
 * member's number, NULL: the base of the pattern, which must outlive the history. PH_NOTHING, with
 * what there is, when there is no such member or paragraph. The slots of a paragraph that the base
 * has not got are not known: their moves are changes of words. Free with ph_history_free. */
enum ph_status ph_history_find(const struct ph_pattern *pattern, const struct ph_lexicon *lexicon,
                               const char *member, const char *label, struct ph_history *history,
                               struct ph_error *error);
void ph_history_free(struct ph_history *history);

/* The label that the paragraph had in the member compared with, where it was another; NULL: it was
 * the same, or there is none. Writes into `out`. */
enum { PH_LABEL_SIZE = 160 };
const char *ph_history_moved(const struct ph_history_step *step, char out[PH_LABEL_SIZE]);

#endif
