/* What a pattern needs while it is read; for the files regex_needs*.c only. */
#ifndef PH_BASE_REGEX_NEEDS_INSIDE_H
#define PH_BASE_REGEX_NEEDS_INSIDE_H

#include "base/regex_needs.h"

/* Bits that all must be there, first the one that is there in the fewest texts. */
struct ph_need {
    uint16_t grams[16];
    uint16_t count, rarity; /* of the first */
};

/* Of which one must be met; none: nothing is known. */
struct ph_choice {
    struct ph_need *items;
    size_t count, capacity;
};

enum { PH_CHOICES = 4 };

/* Which all must be met; none: any text may match. */
struct ph_needs_read {
    size_t count;
    struct ph_choice choices[PH_CHOICES];
};

/* As a row, see base/regex_needs.h; NULL: nothing is known. The caller frees both. */
ph_needs *ph_needs_write(struct ph_needs_read *needs);

#endif
