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

static inline void add(struct ph_grams *grams, bool there, unsigned char first,
                       unsigned char middle, unsigned char last)
{
    grams->has[ph_gram(first, middle, last)] |= there;
}

static inline void add_pair(struct ph_grams *grams, unsigned char first, unsigned char last)
{
    unsigned pair = (unsigned)ph_gram_pair(first, last) - PH_GRAMS;
    grams->pairs[pair / 64] |= UINT64_C(1) << pair % 64;
}

/* The two bytes before the next one. */
struct tail {
    unsigned char first, middle;
    bool first_is_word, middle_is_word;
};

/* Without branches: where words end is what no processor foresees. */
static inline void step(struct ph_grams *grams, struct tail *tail, unsigned char byte)
{
    bool is_word = ph_gram_is_word(byte);
    add_pair(grams, 0, byte);
    add_pair(grams, tail->middle, byte);
    grams->has[ph_gram(tail->first, tail->middle, byte)] = true;
    add(grams, tail->middle_is_word & !tail->first_is_word, PH_WORD_EDGE, tail->middle, byte);
    add(grams, tail->middle_is_word & !is_word, tail->first, tail->middle, PH_WORD_EDGE);
    *tail = (struct tail){tail->middle, byte, tail->middle_is_word, is_word};
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
}
