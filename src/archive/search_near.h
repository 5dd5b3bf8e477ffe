/* Wordings that hold most of the words that are looked for, close together. */
#ifndef PH_ARCHIVE_SEARCH_NEAR_H
#define PH_ARCHIVE_SEARCH_NEAR_H

#include "archive/search_filter.h"

/* The likest forms that the filter takes, at least so like (0 to 1, see ph_search_stretch), the
 * likest first, into `found`: at most `most`; none for one or two words. What is quoted must be
 * there. */
enum ph_status ph_search_near(struct ph_store *store, const struct ph_wanted *wanted,
                              const struct ph_search_filter *filter, double least, int64_t *found,
                              size_t most, size_t *count, struct ph_error *error);

/* The stretch of a text that comes nearest to a phrase: its bytes, and how alike they are. */
struct ph_stretch {
    size_t from, to;
    double likeness; /* 0 to 1: 0 where it has no more than half of the words */
    bool whole;      /* the text has all of them */
};
struct ph_stretch ph_search_stretch(const struct ph_tokens *phrase, const char *text);

#endif
