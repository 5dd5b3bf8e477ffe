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

size_t ph_gram_space(const unsigned char *at, size_t left)
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

/* What is known of a byte alone: how it counts, whether words have it, whether it is the same when
 * it is made even. */
struct look {
    _Alignas(4) unsigned char byte;
    bool is_word, is_even;
};

static const struct look *looks(void)
{
    static struct look of[256];
    static bool made;
    for (unsigned i = 0; !made && i < 256; i++) {
        unsigned char byte = (unsigned char)i, written = ph_gram_byte(byte);
        bool may_be_space = byte <= '\r' || byte >= 0xC2;
        of[i] = (struct look){written, ph_gram_is_word(written),
                              !may_be_space && written == ph_gram_even(written)};
    }
    made = true;
    return of;
}

/* What stands before the next byte: two bytes, the number of the two, and which of them words have:
 * in the lowest bits the last. */
struct tail {
    uint32_t bytes, two, words;
};

static inline void set(uint64_t *bits, uint32_t number)
{
    bits[number / 64] |= UINT64_C(1) << number % 64;
}

static inline void step(struct ph_grams *grams, struct tail *tail, unsigned char byte, bool is_word)
{
    enum { ROW = PH_TWOS / 64, INSIDE = 7, BEFORE = 6, STARTED = 2, HERE = 3, ENDED = 2 };
    uint64_t *twos = &grams->bits[PH_GRAMS / 64];
    const uint32_t bytes = tail->bytes << 8 | byte;
    const uint32_t two = (tail->two << 7 | (byte & 0x7F)) % PH_TWOS;
    set(grams->bits, ph_gram_number(bytes));
    set(twos + PH_GRAM_ANYWHERE * ROW, two);
    const uint32_t words = tail->words << 1 | is_word; /* of the last three bytes */
    if (words != INSIDE && (words & BEFORE) == STARTED)
        set(twos + PH_GRAM_STARTS * ROW, two);
    if (words != INSIDE && (words & HERE) == ENDED)
        set(twos + PH_GRAM_ENDS * ROW, tail->two);
    tail->bytes = bytes & 0xFFFF;
    tail->two = two;
    tail->words = words & HERE;
}

/* A byte that stands behind any is there. */
static void add_alone(struct ph_grams *grams)
{
    enum { ROW = 128 / 64 };
    uint64_t *twos = &grams->bits[PH_GRAMS / 64];
    for (size_t i = ROW; i < PH_TWOS / 64; i++)
        twos[i % ROW] |= twos[i];
}

static void add_beyond(struct ph_grams *grams, unsigned char byte)
{
    const uint16_t two = ph_gram_two(PH_GRAM_ANYWHERE, PH_BEYOND, byte);
    grams->bits[two / 64] |= UINT64_C(1) << two % 64;
}

/* A text as it is written, and made even: the same again so many bytes behind a difference. */
struct two_ways {
    struct tail written, even;
    size_t apart;
    size_t inside; /* of a space of several bytes */
};

static void step_apart(struct ph_grams *grams, struct two_ways *ways, unsigned char byte,
                       unsigned char made_even)
{
    enum { APART = 3 };
    ways->apart = byte != made_even ? APART : ways->apart;
    if (ways->apart)
        step(grams, &ways->even, made_even, ph_gram_is_word(made_even));
    else
        ways->even = ways->written;
    ways->apart -= ways->apart > 0;
}

/* A byte that may not be the same when it is made even, or that stands close behind such a one. */
static void step_both(struct ph_grams *grams, struct two_ways *ways, const unsigned char *at,
                      size_t left)
{
    unsigned char byte = left ? ph_gram_byte(*at) : PH_TEXT_END, made_even = ph_gram_even(byte);
    step(grams, &ways->written, byte, ph_gram_is_word(byte));
    if (byte >= 0xC2)
        add_beyond(grams, byte);
    if (ways->inside) {
        ways->inside--;
        return;
    }
    if (left && (byte <= '\r' || byte >= 0xC2)) {
        size_t space = ph_gram_space(at, left);
        grams->all = byte >= 0xC2 && is_beyond(at, left);
        made_even = space ? ' ' : byte;
        ways->inside = space ? space - 1 : 0;
    }
    step_apart(grams, ways, byte, made_even);
}

void ph_grams_of(const char *text, size_t length, struct ph_grams *grams)
{
    const unsigned char *bytes = (const unsigned char *)text;
    const struct look *of = looks();
    struct two_ways ways = {.apart = 0};
    memset(grams, 0, sizeof *grams);
    grams->all = length && text[length - 1] == '\n';
    step(grams, &ways.written, PH_TEXT_START, false);
    ways.even = ways.written;
    for (size_t i = 0; i <= length && !grams->all; i++) {
        if (!ways.apart && !ways.inside) { /* nearly all */
            struct tail tail = ways.written;
            for (; i < length && of[bytes[i]].is_even; i++)
                step(grams, &tail, of[bytes[i]].byte, of[bytes[i]].is_word);
            ways.even = ways.written = tail;
        }
        step_both(grams, &ways, bytes + i, length - i);
    }
    add_alone(grams);
}

void ph_grams_see(struct ph_grams_seen *seen, const struct ph_grams *grams)
{
    for (size_t i = 0; i < sizeof grams->bits / sizeof *grams->bits; i++)
        for (uint64_t left = grams->bits[i]; left; left &= left - 1)
            seen->counts[i * 64 + (size_t)__builtin_ctzll(left)]++;
}
