/* What bytes count as, as sets, and where the ways of a pattern stand; for word_starts.c and
 * pattern_starts.c only. */
#ifndef PH_BASE_WORD_STARTS_INSIDE_H
#define PH_BASE_WORD_STARTS_INSIDE_H

#include "base/word_starts.h"

#define ALL (UINT64_MAX >> (64 - PH_CODES))
#define BIT(code) (UINT64_C(1) << (code))
#define SMALL_LETTERS (BIT(PH_CODE_CAPITAL) - 1)
#define CAPITALS (SMALL_LETTERS << PH_CODE_CAPITAL)
#define LETTERS (SMALL_LETTERS | CAPITALS)
#define DIGITS BIT(PH_CODE_DIGIT)
#define BEYOND BIT(PH_CODE_BEYOND)
#define MARKS BIT(PH_CODE_MARK)
#define SPACES BIT(PH_CODE_SPACE)

/* Where the ways of a byte are, of those that are looked at in this order. */
static inline size_t ph_ways_at(const struct ph_pattern_starts *starts, size_t order, size_t code)
{
    return (order * PH_CODES + code) * starts->eights;
}

#endif
