/* Where something starts in a text. */
#include "base/word_starts.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/word_starts_inside.h"

uint8_t ph_word_code(unsigned char byte)
{
    if (byte >= 'a' && byte <= 'z')
        return (uint8_t)(PH_CODE_SMALL + byte - 'a');
    if (byte >= 'A' && byte <= 'Z')
        return (uint8_t)(PH_CODE_CAPITAL + byte - 'A');
    if (byte >= '0' && byte <= '9')
        return PH_CODE_DIGIT;
    if (byte >= 0x80)
        return PH_CODE_BEYOND;
    return byte > ' ' && byte != 0x7F ? PH_CODE_MARK : PH_CODE_SPACE;
}

static const uint8_t *codes(void)
{
    static uint8_t of[256];
    static bool made;
    for (unsigned i = 0; !made && i < 256; i++)
        of[i] = ph_word_code((unsigned char)i);
    made = true;
    return of;
}

static bool is_inside(unsigned char byte)
{
    return (byte & 0xC0) == 0x80;
}

/* Rows behind those of the codes: many patterns start with any capital or any small letter. */
enum { CAPITAL_ROW = PH_CODES, SMALL_ROW, ROWS };

static void make_rows(struct ph_word_starts *starts)
{
    free(starts->rows);
    starts->row = starts->count / 64 + 1;
    starts->rows = ph_alloc_zero(ROWS * starts->row, sizeof *starts->rows);
    for (size_t i = 0; i < starts->count; i++) {
        const uint8_t code = starts->items[i].codes[0];
        uint64_t *bits = starts->rows + i / 64;
        bits[code * starts->row] |= UINT64_C(1) << i % 64;
        if (code < PH_CODE_DIGIT)
            bits[(code < PH_CODE_CAPITAL ? SMALL_ROW : CAPITAL_ROW) * starts->row] |= UINT64_C(1)
                                                                                      << i % 64;
    }
}

/* What all bytes of a text count as, and what stands behind it. */
static void find_codes(const unsigned char *bytes, size_t length, struct ph_word_starts *starts)
{
    const uint8_t *code = codes();
    while (starts->code_capacity < length + PH_START)
        starts->codes = ph_grow(starts->codes, starts->code_capacity, &starts->code_capacity, 1);
    for (size_t i = 0; i < length; i++)
        starts->codes[i] = code[bytes[i]];
    memset(starts->codes + length, PH_CODE_SPACE, PH_START);
}

void ph_word_starts_of(const char *text, size_t length, struct ph_word_starts *starts)
{
    const unsigned char *bytes = (const unsigned char *)text;
    uint8_t before = PH_CODE_SPACE;
    find_codes(bytes, length, starts);
    starts->count = 0;
    for (size_t i = 0; i < length; i++) {
        const uint8_t here = starts->codes[i];
        const bool is_start = (here >= PH_CODE_CAPITAL || before >= PH_CODE_DIGIT) &&
                              here != PH_CODE_SPACE && !is_inside(bytes[i]);
        before = here;
        if (!is_start)
            continue;
        starts->items =
            ph_grow(starts->items, starts->count, &starts->capacity, sizeof *starts->items);
        struct ph_word_start *start = &starts->items[starts->count++];
        start->from = i;
        memcpy(start->codes, starts->codes + i, PH_START);
    }
    make_rows(starts);
}

/* Whether each byte there is on some way, besides the first. */
static inline bool fits_sets(const struct ph_pattern_starts *of_pattern,
                             const struct ph_word_start *here)
{
    for (size_t k = 1; k < PH_START_SETS; k++)
        if (!(of_pattern->sets[k] >> here->codes[k] & 1))
            return false;
    return true;
}

/* Whether a match may start there: whether there is a way that takes all bytes there. All ways are
 * looked at together; what is read behind them does not count. */
static bool fits_ways(const struct ph_pattern_starts *of_pattern, const struct ph_word_start *here)
{
    static const uint8_t ones[16] = {255, 255, 255, 255, 255, 255, 255, 255};
    uint64_t left, ways;
    memcpy(&left, ones + sizeof left - of_pattern->eights, sizeof left);
    for (size_t k = 0; k < PH_START && left; k++) {
        memcpy(&ways, of_pattern->ways + ph_ways_at(of_pattern, k, here->codes[k]), sizeof ways);
        left &= ways;
    }
    return left;
}

/* Which of 64 places have one of the codes. */
static uint64_t places_with(const struct ph_word_starts *starts, uint64_t codes, size_t block)
{
    const uint64_t *rows = starts->rows + block;
    uint64_t places = 0;
    if ((codes & CAPITALS) == CAPITALS) {
        places |= rows[CAPITAL_ROW * starts->row];
        codes &= ~CAPITALS;
    }
    if ((codes & SMALL_LETTERS) == SMALL_LETTERS) {
        places |= rows[SMALL_ROW * starts->row];
        codes &= ~SMALL_LETTERS;
    }
    for (; codes; codes &= codes - 1)
        places |= rows[(size_t)__builtin_ctzll(codes) * starts->row];
    return places;
}

struct ph_word_starts_walk ph_word_starts_walk(const struct ph_word_starts *starts,
                                               const struct ph_pattern_starts *of_pattern,
                                               size_t at)
{
    const size_t block = at / 64;
    const uint64_t places = places_with(starts, of_pattern->sets[0], block);
    return (struct ph_word_starts_walk){block, places >> at % 64 << at % 64};
}

size_t ph_word_starts_next(const struct ph_word_starts *starts,
                           const struct ph_pattern_starts *of_pattern,
                           struct ph_word_starts_walk *walk)
{
    while (true) {
        for (; walk->places; walk->places &= walk->places - 1) {
            const size_t number = walk->block * 64 + (size_t)__builtin_ctzll(walk->places);
            const struct ph_word_start *here = &starts->items[number];
            if (!fits_sets(of_pattern, here) || !fits_ways(of_pattern, here))
                continue;
            walk->places &= walk->places - 1;
            return number;
        }
        if (++walk->block >= starts->row)
            return starts->count;
        walk->places = places_with(starts, of_pattern->sets[0], walk->block);
    }
}

bool ph_word_starts_any(const struct ph_word_starts *starts,
                        const struct ph_pattern_starts *of_pattern)
{
    struct ph_word_starts_walk walk = ph_word_starts_walk(starts, of_pattern, 0);
    return ph_word_starts_next(starts, of_pattern, &walk) < starts->count;
}

void ph_word_starts_free(struct ph_word_starts *starts)
{
    free(starts->items);
    free(starts->codes);
    free(starts->rows);
    *starts = (struct ph_word_starts){.items = NULL};
}
