/* One of the two documents while they are compared: its nodes in document order, with their
 * words as numbers and what became of each. */
#ifndef PH_COMPARE_SIDE_H
#define PH_COMPARE_SIDE_H

#include "compare/diff.h"
#include "compare/words.h"

/* What became of a node. PH_GONE: it is in its own document only. */
enum ph_fate { PH_GONE, PH_KEPT, PH_MOVED };

struct ph_unit {
    struct ph_node *node;   /* of `before`: read only */
    struct ph_node *marked; /* what stands for it in the marked document */
    size_t parent;          /* unit; PH_NONE for the root */
    size_t size;            /* nodes in its subtree, itself included: they follow it */
    size_t first_word;      /* its own words end where those of the next unit start */
    uint32_t whole;         /* equal where kind, level and words are equal */
    uint32_t opening;       /* equal where the opening phrases are */
    enum ph_fate fate;
    size_t match; /* unit of the other side; PH_NONE: PH_GONE */
};

struct ph_side {
    struct ph_unit *units; /* one more than `count`, to end the words of the last */
    size_t count;
    struct ph_words words;
    size_t *notes; /* the units that are footnotes, by address of their nodes */
    size_t note_count;
};

/* Reads both documents; the nodes of `after` are those of the marked document. Free each with
 * ph_side_free. */
void ph_sides_read(struct ph_vocabulary *vocabulary, const struct ph_lexicon *lexicon,
                   const struct ph_document *before, const struct ph_document *after,
                   struct ph_side sides[PH_SIDES]);
void ph_side_free(struct ph_side *side);

/* The words of one unit alone. */
const struct ph_word *ph_side_words(const struct ph_side *side, size_t unit, size_t *count);
/* The unit of a footnote, PH_NONE when it is none of this side. */
size_t ph_side_note(const struct ph_side *side, const struct ph_node *footnote);

/* Two units of both sides become one. */
void ph_sides_join(struct ph_side sides[PH_SIDES], size_t before, size_t after, enum ph_fate fate);

#endif
