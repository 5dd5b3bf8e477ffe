/* Ordinals and cardinals in words, which are the lexicon's (English ones; without a lexicon, NULL,
 * there are none), as the United Nations writes them: sessions are
 * spelled out, hyphenated, lower case ("seventy-fifth session"; UN-FORMAT rule 83), numbers below
 * ten are words (rule 92). */
#ifndef PH_UN_ORDINAL_H
#define PH_UN_ORDINAL_H

#include <stddef.h>

struct ph_lexicon;

enum { PH_ORDINAL_MAX = 999 };

/* "seventy-fifth" for 75, "hundredth" for 100, "hundred and first" for 101; 1 to PH_ORDINAL_MAX.
 * Writes at most `size` bytes with the NUL; returns `out`. */
const char *ph_ordinal(const struct ph_lexicon *lexicon, int n, char *out, size_t size);

/* "twenty-five" for 25; 0 to PH_ORDINAL_MAX. */
const char *ph_cardinal(const struct ph_lexicon *lexicon, int n, char *out, size_t size);

/* The number that the start of `text` spells ("Sixty-fourth", "64th", "first"; "twenty-five",
 * "25"), in any case, with hyphen or space inside; 0 when it spells none. *end is the offset
 * behind it. Whole words only. */
int ph_ordinal_parse(const struct ph_lexicon *lexicon, const char *text, size_t length,
                     size_t *end);
int ph_cardinal_parse(const struct ph_lexicon *lexicon, const char *text, size_t length,
                      size_t *end);

#endif
