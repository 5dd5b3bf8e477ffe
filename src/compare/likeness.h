/* Which nodes of two lists are alike: found through the words that few of them share, so that the
 * cost follows the length of the texts and not the product of the lists. */
#ifndef PH_COMPARE_LIKENESS_H
#define PH_COMPARE_LIKENESS_H

#include "compare/side.h"

/* Units of one side, by their numbers. */
struct ph_unit_list {
    size_t *units;
    size_t count, capacity;
};

/* Two nodes that may be one: positions in the two lists. */
struct ph_candidate {
    size_t before, after;
    unsigned score;       /* how alike, 0 to 1000: the weight of what they share against all */
    unsigned long shared; /* that weight */
};

enum { PH_SCORE_MAX = 1000 };

void ph_unit_list_add(struct ph_unit_list *list, size_t unit);

/* All pairs whose score is at least `least`, in order of `after`, then `before`; for each unit of
 * the second list at most a handful, the likest. Nodes of different kinds, levels or field names
 * are never a pair; nodes that stand once in their parent (title, masthead, a field) always are
 * one. An entity counts as its kind; opening phrases count without their adverb. Pairs that are
 * only half as like as another of one of the two are left out. The caller frees *candidates. */
size_t ph_likeness_find(const struct ph_vocabulary *vocabulary,
                        const struct ph_side sides[PH_SIDES],
                        const struct ph_unit_list lists[PH_SIDES], unsigned least,
                        struct ph_candidate **candidates);

#endif
