/* Paragraphs that became two, and two that became one. The whole one is cut where the other
 * document has the end of a paragraph; then its halves are compared like any other paragraphs, and
 * words that went into the next one are words that stay. */
#ifndef PH_COMPARE_CUTS_H
#define PH_COMPARE_CUTS_H

#include "compare/compare.h"
#include "compare/side.h"

/* A paragraph of one document that is two in the other. */
struct ph_cut {
    int which;   /* the side whose paragraph is cut */
    size_t unit; /* of that side, as it was read without cuts */
    size_t at;   /* the byte where its second half begins; a space stands before it */
    bool bad;    /* the halves did not stay next to each other, or their end may not be shown */
};

struct ph_cuts {
    struct ph_cut *items;
    size_t count, capacity;
};

/* Finds what was split or merged among paragraphs that are joined and their neighbours without a
 * partner. Only paragraphs without sub-paragraphs are looked at, and each once. The cuts are in
 * order of side and unit; free items with free(). */
void ph_cuts_find(const struct ph_side sides[PH_SIDES], struct ph_cuts *cuts);

/* Whether a cut of that side is to be made. */
bool ph_cuts_any(const struct ph_cuts *cuts, int which);

/* Cuts the paragraphs of a document in two, those of bad cuts excepted. The first halves have
 * PH_END_DELETED: in numbers and labels both are still one. */
void ph_cuts_make(const struct ph_cuts *cuts, int which, struct ph_document *document);

/* When the cut documents are joined and the old nodes are in their places: marks the ends of the
 * halves in the marked document. A cut whose halves are not next to each other, or did not stay,
 * becomes bad, and so does one whose end may not be shown (order->may_end): then false, and the
 * marked document is of no use. */
bool ph_cuts_mark(struct ph_cuts *cuts, const struct ph_side sides[PH_SIDES],
                  const struct ph_compare_order *order);

#endif
