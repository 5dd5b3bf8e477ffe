/* The words of a text: letters and digits, and what stands between them. */
#ifndef PH_RULES_WORDS_H
#define PH_RULES_WORDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "doc/node.h"

/* A word of a text: where it starts, its bytes, a hash of its letters without their case (FNV-1a of
 * 64 bits), by which it is known, and one of it and the word behind it, or the two, whatever stands
 * between; 0: there are not so many. */
struct ph_word {
    size_t from;
    uint64_t hash;
    uint32_t length, pair, three;
};

/* The words of a text, letters and digits, in order. Returns how many; the caller frees *words. */
size_t ph_words_of(const struct ph_text *text, struct ph_word **words);
/* Where the word ends that starts at `from`. */
size_t ph_word_end(const struct ph_text *text, size_t from);
/* A letter of ASCII in its small form; any other byte as it is. */
static inline unsigned char ph_word_small(unsigned char byte)
{
    return byte >= 'A' && byte <= 'Z' ? (unsigned char)(byte - 'A' + 'a') : byte;
}

/* How long the space or the mark at `at` is that is no part of a word; 0: a word goes on. */
size_t ph_word_gap(const char *text, size_t length, size_t at);
/* The hash of no letters, and of those before and one more, in its small form. */
static const uint64_t ph_word_hash_start = UINT64_C(14695981039346656037);
static inline uint64_t ph_word_hash_on(uint64_t hash, unsigned char letter)
{
    return (hash ^ letter) * UINT64_C(1099511628211);
}
/* Where the word ends that starts at `at`, and its hash. */
size_t ph_word_hash(const char *text, size_t length, size_t at, uint64_t *hash);
/* The hash of two words side by side, of the hash of each; of three: of those two and the third. */
static inline uint32_t ph_word_hash_of_two(uint64_t first, uint64_t second)
{
    const uint32_t one = (uint32_t)first, other = (uint32_t)second;
    return (one ^ other >> 15) * 16777619u + other;
}

/* Whether one space, a no-break space too, is all that stands between `end` and the next word. */
static inline bool ph_word_only_space(const struct ph_text *text, size_t end, size_t from)
{
    const char *between = text->bytes + end;
    return from - end == 1 ? *between == ' '
                           : from - end == 2 && between[0] == '\xC2' && between[1] == '\xA0';
}
/* Whether the next word goes on with what ends at `end`: one space between them, a hyphen, or an
 * apostrophe, behind which a space may stand. */
bool ph_word_is_linked(const struct ph_text *text, size_t end, size_t from);
/* Whether a hyphen or an apostrophe stands at `at`, or ends right before it. */
bool ph_word_is_joint(const struct ph_text *text, size_t at);
bool ph_word_is_joined_before(const struct ph_text *text, size_t from);

#endif
