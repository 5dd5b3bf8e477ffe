/* The session in which the next member of a series is due, by the same rules as those that say for
 * which session a draft is. */
#ifndef PH_ARCHIVE_DUE_H
#define PH_ARCHIVE_DUE_H

#include "archive/series.h"

struct ph_due {
    const struct ph_lexicon *lexicon;
    const struct ph_rules *rules;
};

/* Sets `next` and `why` of a series that has members. */
enum ph_status ph_due_find(struct ph_store *store, const struct ph_due *due, struct ph_arena *arena,
                           struct ph_recurring *series, struct ph_error *error);

#endif
