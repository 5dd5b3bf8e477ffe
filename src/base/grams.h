/* Which characters stand side by side in a text: its bytes alone, in twos and in threes, as a set
 * of bits that is made once, so that many patterns can be told apart from it at a glance.
 *
 * A digit counts as '0'. What has capitals or other spaces than the usual one is there as it is
 * written and made even: small letters, plain spaces. A text begins and ends with bytes of their
 * own, and so do its words. */
#ifndef PH_BASE_GRAMS_H
#define PH_BASE_GRAMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { PH_GRAMS = 8192, PH_PAIRS = 1 << 14, PH_WORD_EDGE = 1, PH_TEXT_START = 2, PH_TEXT_END = 3 };

struct ph_grams {
    bool has[PH_GRAMS];
    uint64_t pairs[PH_PAIRS / 64];
    bool all; /* it has letters, digits or an end that others stand for: nothing is known of it */
};

void ph_grams_of(const char *text, size_t length, struct ph_grams *grams);

/* How a byte counts as it is written, and made even. */
static inline unsigned char ph_gram_byte(unsigned char byte)
{
    return byte >= '0' && byte <= '9' ? '0' : byte;
}

static inline unsigned char ph_gram_even(unsigned char byte)
{
    return byte >= 'A' && byte <= 'Z' ? (unsigned char)(byte - 'A' + 'a') : ph_gram_byte(byte);
}

/* Whether words have it: an ASCII letter, a digit, '_'. */
static inline bool ph_gram_is_word(unsigned char byte)
{
    unsigned letter = (byte | 0x20u) - 'a', digit = byte - (unsigned)'0';
    return (letter < 26) | (digit < 10) | (byte == '_');
}

/* The number of three bytes, the last the lowest, below PH_GRAMS; those that share it are taken for
 * one another. */
static inline uint16_t ph_gram_number(uint32_t bytes)
{
    return (uint16_t)(bytes * UINT32_C(2654435761) >> 19);
}

static inline uint16_t ph_gram(unsigned char first, unsigned char middle, unsigned char last)
{
    return ph_gram_number((uint32_t)first << 16 | (uint32_t)middle << 8 | last);
}

/* The number of one or two bytes (0: there is none before), from PH_GRAMS on; those of ASCII have
 * one of their own. */
static inline uint16_t ph_gram_pair(unsigned char first, unsigned char last)
{
    return (uint16_t)(PH_GRAMS + ((first & 0x7F) << 7 | (last & 0x7F)));
}

static inline bool ph_grams_have(const struct ph_grams *grams, uint16_t gram)
{
    unsigned pair = (unsigned)gram - PH_GRAMS;
    return gram < PH_GRAMS ? grams->has[gram] : grams->pairs[pair / 64] >> pair % 64 & 1;
}

#endif
