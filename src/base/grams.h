/* Which characters stand side by side in a text: its bytes alone, in twos and in threes, as a set
 * of bits that is made once, so that many patterns can be told apart from it at a glance.
 *
 * A digit counts as '0'. What has capitals or other spaces than the usual one is there as it is
 * written and made even: small letters, plain spaces. A text begins and ends with bytes of their
 * own; the starts and ends of its words are sets of twos. */
#ifndef PH_BASE_GRAMS_H
#define PH_BASE_GRAMS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { PH_GRAMS = 8192, PH_TWOS = 1 << 14, PH_BEYOND = 1, PH_TEXT_START = 2, PH_TEXT_END = 3 };

/* Where two bytes stand side by side: anywhere, or at the start or the end of a word. */
enum ph_gram_place { PH_GRAM_ANYWHERE, PH_GRAM_STARTS, PH_GRAM_ENDS, PH_GRAM_PLACES };

struct ph_grams {
    /* by their numbers: threes, and behind them twos, by place */
    uint64_t bits[(PH_GRAMS + PH_GRAM_PLACES * PH_TWOS) / 64];
    bool all; /* it has letters, digits or an end that others stand for: nothing is known of it */
};

void ph_grams_of(const char *text, size_t length, struct ph_grams *grams);

/* In how many of some texts each was seen, by its number. */
struct ph_grams_seen {
    uint8_t counts[PH_GRAMS + PH_GRAM_PLACES * PH_TWOS];
};
/* Adds those of one more text; of at most 255 of them. */
void ph_grams_see(struct ph_grams_seen *seen, const struct ph_grams *grams);

/* How many of the bytes from `at` on, at least one, are a space that counts as a plain one where a
 * text is made even; 0: there is none. */
size_t ph_gram_space(const unsigned char *at, size_t left);

/* How a byte counts as it is written, and made even. */
static inline unsigned char ph_gram_byte(unsigned char byte)
{
    return byte >= '0' && byte <= '9' ? '0' : byte;
}

static inline unsigned char ph_gram_even(unsigned char byte)
{
    if (byte >= '\t' && byte <= '\r')
        return ' ';
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

/* The number of two bytes at such a place, from PH_GRAMS on; those of ASCII have one of their own.
 * `first` 0, anywhere: of the last alone; PH_BEYOND: the same, where a character beyond ASCII
 * begins with it. */
static inline uint16_t ph_gram_two(enum ph_gram_place place, unsigned char first,
                                   unsigned char last)
{
    unsigned number = (unsigned)place * PH_TWOS + ((first & 0x7Fu) << 7 | (last & 0x7Fu));
    return (uint16_t)(PH_GRAMS + number);
}

static inline bool ph_grams_have(const struct ph_grams *grams, uint16_t gram)
{
    return grams->bits[gram / 64] >> gram % 64 & 1;
}

#endif
