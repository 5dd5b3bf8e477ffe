/* What a list of words is made of; for the files spelling*.c only. */
#ifndef PH_RULES_SPELLING_INSIDE_H
#define PH_RULES_SPELLING_INSIDE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "rules/spelling.h"
#include "rules/words.h"

/* A part of a line of the head, and what stands behind its stroke, where they stand in the bytes;
 * `behind` 0: nothing does. */
struct ph_spelling_part {
    uint32_t word, behind;
    uint32_t length, behind_length;
};
enum { PH_SPELLING_PARTS = 32 };

/* What a line of the head lists. */
enum ph_spelling_heads { PH_ENDINGS, PH_SMALL, PH_LOOKS, PH_SPELLING_HEADS };
struct ph_spelling_head {
    struct ph_spelling_part items[PH_SPELLING_PARTS];
    uint32_t count;
};

/* Of a hash table with open addresses. */
struct ph_spelling_slot {
    uint32_t hash; /* of the word, its upper half */
    uint32_t line; /* where that starts, and 1; 0: free */
};

/* The list is one run of bytes without pointers, which may stand in a pack: this head with the
 * slots, then the bytes of the file. */
struct ph_spelling_list {
    struct ph_spelling_head heads[PH_SPELLING_HEADS];
    uint32_t mask;   /* how many slots there are, a power of two, less 1 */
    uint32_t length; /* of the bytes, the NUL behind them too */
    struct ph_spelling_slot slots[];
};

/* A line is a word and the count of texts that use it; without a count it is an English word that
 * none may be taken for. Lines are read where they stand, and only when they are asked for. */
struct ph_spelling {
    struct ph_spelling_list *list;
    bool packed; /* it is a pack's */
    char *bytes;
    char made[2 * PH_SLIP + 2]; /* what was meant last, where it is two words */
};

static inline bool ph_is_small(char c)
{
    return c >= 'a' && c <= 'z';
}

static inline bool ph_is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* The slot of a word, by its hash (struct ph_word), or the free one where it would be. */
static inline struct ph_spelling_slot *ph_spelling_slot(const struct ph_spelling *spelling,
                                                        uint64_t hash)
{
    struct ph_spelling_list *list = spelling->list;
    size_t at = hash & list->mask;
    while (list->slots[at].line && list->slots[at].hash != (uint32_t)(hash >> 32))
        at = (at + 1) & list->mask;
    return &list->slots[at];
}

#endif
