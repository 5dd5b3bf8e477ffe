#include "base/grams.h"

#include <string.h>

/* Digits of other scripts (the first are at U+0660), and what counts as an s or a k where the case
 * of letters does not: U+017F and U+212A. */
static bool is_beyond(const unsigned char *at, size_t left)
{
    if (*at >= 0xD9)
        return *at != 0xE2 || (left > 2 && at[1] == 0x84 && at[2] == 0xAA);
    return *at == 0xC5 && left > 1 && at[1] == 0xBF;
}

/* The length of a space of any kind; 0: there is none. */
static size_t space_at(const unsigned char *at, size_t left)
{
    if (*at == ' ' || (*at >= '\t' && *at <= '\r'))
        return 1;
    if (*at == 0xC2 && left > 1)
        return at[1] == 0xA0 || at[1] == 0x85 ? 2 : 0;
    if (*at != 0xE2 || left < 3)
        return 0;
    bool wide = at[1] == 0x80 && (at[2] <= 0x8A || at[2] == 0xA8 || at[2] == 0xA9 || at[2] == 0xAF);
    return wide || (at[1] == 0x81 && at[2] == 0x9F) ? 3 : 0;
}

/* The two bytes before the next one, and which of them words have: in the lowest bits the last. */
struct tail {
    uint32_t bytes, words;
};

/* Without branches: where words end is what no processor foresees. */
static inline void step(struct ph_grams *grams, struct tail *tail, unsigned char byte)
{
    enum { STARTED = 1 }; /* of the two the last is of a word */
    const uint32_t bytes = tail->bytes << 8 | byte, is_word = ph_gram_is_word(byte);
    const unsigned pair = (bytes & 0x7F00) >> 1 | (byte & 0x7F);
    grams->pairs[pair / 64] |= UINT64_C(1) << pair % 64;
    grams->has[ph_gram_number(bytes)] = true;
    grams->has[ph_gram_number(PH_WORD_EDGE << 16 | (bytes & 0xFFFF))] |= tail->words == STARTED;
    grams->has[ph_gram_number(tail->bytes << 8 | PH_WORD_EDGE)] |= tail->words & ~is_word & 1;
    tail->bytes = bytes & 0xFFFF;
    tail->words = (tail->words << 1 | is_word) & 3;
}

/* A byte that stands behind any is there. */
static void add_alone(struct ph_grams *grams)
{
    enum { ROW = 128 / 64 };
    for (size_t i = ROW; i < PH_PAIRS / 64; i++)
        grams->pairs[i % ROW] |= grams->pairs[i];
}

void ph_grams_of(const char *text, size_t length, struct ph_grams *grams)
{
    enum { APART = 3 }; /* so many steps lie between a difference and its end */
    const unsigned char *bytes = (const unsigned char *)text;
    struct tail written = {0}, even = {0};
    size_t apart = 0, inside = 0; /* inside of a space of several bytes */
    memset(grams, 0, sizeof *grams);
    grams->all = length && text[length - 1] == '\n';
    step(grams, &written, PH_TEXT_START);
    even = written;
    for (size_t i = 0; i <= length && !grams->all; i++) {
        unsigned char byte = i < length ? ph_gram_byte(bytes[i]) : PH_TEXT_END;
        unsigned char made_even = ph_gram_even(byte);
        step(grams, &written, byte);
        if (inside) {
            inside--;
            continue;
        }
        if (i < length && (byte <= '\r' || byte >= 0xC2)) {
            size_t space = space_at(bytes + i, length - i);
            grams->all = byte >= 0xC2 && is_beyond(bytes + i, length - i);
            made_even = space ? ' ' : byte;
            inside = space ? space - 1 : 0;
        }
        apart = byte != made_even ? APART : apart;
        if (apart)
            step(grams, &even, made_even);
        else
            even = written;
        apart -= apart > 0;
    }
    add_alone(grams);
}
