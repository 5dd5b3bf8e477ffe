/* Between footnotes.c and candidates.c: the numbers that could be footnote marks. */
#ifndef PH_READ_CANDIDATES_H
#define PH_READ_CANDIDATES_H

#include <stdbool.h>
#include <stddef.h>

#include "read/block.h"
#include "un/lexicon.h"

enum { PH_MARK_DIGITS = 6, PH_MARK_STARS = 3 };

/* How sure the characters alone make it that a number is a mark, from certain to doubtful. */
enum ph_strength {
    PH_CERTAIN,    /* "[footnoteRef:3]", "Security4 and", "Security,4 and", "20103" */
    PH_IF_NEXT,    /* "paragraph 23,5 and": glued, but it could be a number of the text */
    PH_APART,      /* "2010, 3 which" */
    PH_APART_WORD, /* "Peoples 2 and the" */
};

struct ph_candidate {
    size_t block, from, to; /* what is taken out */
    long label;             /* 0: asterisks */
    enum ph_strength strength;
    bool taken;
};

struct ph_marks {
    struct ph_blocks *blocks;
    const struct ph_lexicon *lexicon;
    long highest_note;
    int *note_line;                /* by label; 0: there is no such note */
    bool stars[PH_MARK_STARS + 1]; /* whether there is a note of so many asterisks */
    struct ph_candidate *items;
    size_t count, capacity;
    size_t *first; /* by label: the candidate that mentioned it first, plus 1 */
    struct ph_entity *entities;
    size_t entity_count, entity_block; /* of the block that was asked about last, plus 1 */
};

/* Adds the candidates of all blocks in the order of the text. */
void ph_find_candidates(struct ph_marks *marks);

/* Whether the lexicon finds something in bytes [from, to) of a block that has numbers in it. */
bool ph_is_entity(struct ph_marks *marks, size_t block, size_t from, size_t to);

/* Bytes of the word that ends at `end`. */
size_t ph_word_length(const char *text, size_t end);

#endif
