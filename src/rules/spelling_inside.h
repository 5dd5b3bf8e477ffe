/* What a list of words is made of; for the files spelling*.c only. */
#ifndef PH_RULES_SPELLING_INSIDE_H
#define PH_RULES_SPELLING_INSIDE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "rules/spelling.h"

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

/* The list is one run of bytes without pointers, which may stand in a pack: this head with the
 * slots, then the bytes of the file. */
struct ph_spelling_list {
    struct ph_spelling_head heads[PH_SPELLING_HEADS];
    uint32_t mask;    /* how many slots there are, a power of two, less 1 */
    uint32_t length;  /* of the bytes, the NUL behind them too */
    uint32_t slots[]; /* a hash table with open addresses: where a line starts, and 1; 0: free */
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

static const uint32_t ph_spelling_hash = 2166136261u;

static inline uint32_t ph_spelling_hash_on(uint32_t sum, char letter)
{
    return (sum ^ (unsigned char)letter) * 16777619u;
}

/* Whether a line of the list is this word, whose letters may be capitals. */
static inline bool ph_spelling_is(const char *line, const char *word, size_t length)
{
    size_t i = 0;
    while (i < length && line[i] == (word[i] | 0x20))
        i++;
    return i == length && !line[i];
}

/* The slot of a word, or the free one where it would be. */
static inline uint32_t *ph_spelling_slot(const struct ph_spelling *spelling, const char *word,
                                         size_t length, uint32_t hash)
{
    struct ph_spelling_list *list = spelling->list;
    size_t at = hash & list->mask;
    while (list->slots[at] && !ph_spelling_is(spelling->bytes + list->slots[at] - 1, word, length))
        at = (at + 1) & list->mask;
    return &list->slots[at];
}

#endif
