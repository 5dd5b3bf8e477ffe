/* The bytes that a text must have for a pattern to match anywhere in it: most patterns need not be
 * tried on most texts. */
#ifndef PH_BASE_REGEX_NEEDS_H
#define PH_BASE_REGEX_NEEDS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* A set of bytes; that of 0, which no text has, stands for any digit. */
struct ph_bytes {
    uint64_t bits[4];
};

/* The bytes of a text. */
struct ph_bytes ph_bytes_of(const char *text, size_t length);

/* The bytes that the pattern names outside of classes, alternatives and what may be left out; none
 * where that cannot be told. The pattern is one that PCRE2 takes, without the
 * extended syntax, and minds the case of letters. */
struct ph_bytes ph_regex_needs(const char *pattern);

/* Whether the text has all that is needed. */
static inline bool ph_bytes_hold(const struct ph_bytes *text, const struct ph_bytes *needed)
{
    for (int i = 0; i < 4; i++)
        if (needed->bits[i] & ~text->bits[i])
            return false;
    return true;
}

#endif
