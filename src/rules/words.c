#include "rules/words.h"

#include <string.h>

#include "base/memory.h"

/* How long the space or the mark at `at` is that is no part of a word; 0: a word goes on. Marks
 * beyond ASCII: no-break space and guillemets (U+00A0 to U+00BF), dashes and quotation marks
 * (U+2000 to U+203F). */
static inline size_t gap(const char *text, size_t length, size_t at)
{
    unsigned char byte = (unsigned char)text[at];
    unsigned char next = at + 1 < length ? (unsigned char)text[at + 1] : 0;
    if (byte < 0x80)
        return (ph_word_small(byte) >= 'a' && ph_word_small(byte) <= 'z') ||
                       (byte >= '0' && byte <= '9')
                   ? 0
                   : 1;
    if (byte == 0xC2)
        return 2;
    return byte == 0xE2 && next == 0x80 ? 3 : 0;
}

size_t ph_word_gap(const char *text, size_t length, size_t at)
{
    return gap(text, length, at);
}

/* What a byte counts as in a hash: a small letter or a digit of ASCII; 0: anything else. */
static const unsigned char *letters(void)
{
    static unsigned char of[256];
    static bool made;
    for (unsigned i = 0; !made && i < 0x80; i++) {
        const char byte = (char)i;
        of[i] = gap(&byte, 1, 0) ? 0 : ph_word_small((unsigned char)i);
    }
    made = true;
    return of;
}

size_t ph_word_hash(const char *text, size_t length, size_t at, uint64_t *hash)
{
    const unsigned char *of = letters();
    uint64_t sum = ph_word_hash_start;
    for (; at < length; at++) {
        const unsigned char byte = (unsigned char)text[at];
        if (!of[byte] && (byte < 0x80 || gap(text, length, at)))
            break;
        sum = ph_word_hash_on(sum, of[byte] ? of[byte] : byte);
    }
    *hash = sum;
    return at;
}

size_t ph_words_of(const struct ph_text *text, struct ph_word **words)
{
    const unsigned char *of = letters();
    size_t count = 0, capacity = 0;
    *words = NULL;
    for (size_t at = 0; at < text->length;) {
        if (!of[(unsigned char)text->bytes[at]]) {
            const size_t skip = gap(text->bytes, text->length, at);
            at += skip;
            if (skip)
                continue;
        }
        *words = ph_grow(*words, count, &capacity, sizeof **words);
        struct ph_word *word = &(*words)[count++];
        word->from = at;
        at = ph_word_hash(text->bytes, text->length, at, &word->hash);
        word->length = (uint32_t)(at - word->from);
        word->pair = word->three = 0;
        if (count > 1)
            word[-1].pair = ph_word_hash_of_two(word[-1].hash, word->hash);
        if (count > 2)
            word[-2].three = ph_word_hash_of_two(word[-2].pair, word->hash);
    }
    return count;
}

size_t ph_word_end(const struct ph_text *text, size_t from)
{
    while (from < text->length && !gap(text->bytes, text->length, from))
        from++;
    return from;
}

/* ---- what joins them ---- */

/* How long the apostrophe at `at` is; 0: there is none. */
static size_t apostrophe(const struct ph_text *text, size_t at)
{
    if (text->bytes[at] == '\'')
        return 1;
    return at + 3 <= text->length && !memcmp(text->bytes + at, "\xE2\x80\x99", 3) ? 3 : 0;
}

bool ph_word_is_linked(const struct ph_text *text, size_t end, size_t from)
{
    if (ph_word_only_space(text, end, from))
        return true;
    if (text->bytes[end] == '-')
        return from - end == 1;
    const size_t length = apostrophe(text, end);
    return length && (from - end == length || ph_word_only_space(text, end + length, from));
}

bool ph_word_is_joint(const struct ph_text *text, size_t at)
{
    return text->bytes[at] == '-' || apostrophe(text, at);
}

bool ph_word_is_joined_before(const struct ph_text *text, size_t from)
{
    return (from && ph_word_is_joint(text, from - 1)) ||
           (from > 2 && ph_word_is_joint(text, from - 3));
}
