/* The resolutions of an archive that come back: their members, their rhythm, and the session in
 * which the next one is due. */
#ifndef PH_ARCHIVE_SERIES_H
#define PH_ARCHIVE_SERIES_H

#include "archive/store.h"
#include "base/memory.h"
#include "rules/rule.h"

struct ph_recurring_member {
    int64_t id;       /* 0: it is not in the archive, only cited */
    const char *name; /* "73/331" */
    int session;
    const char *adopted; /* "2019-07-25"; "": unknown */
};

struct ph_recurring {
    const char *title; /* of the last member */
    struct ph_recurring_member *members;
    size_t count, capacity;
    int period;      /* sessions from one to the next, as most often */
    int kept, seen;  /* how often it was kept, and how often it could have been */
    int next;        /* the session in which the next one is due */
    const char *why; /* "named in 73/331 OP9" */
};

/* Called with one series after the other, which is gone when it returns. */
typedef void ph_recurring_visitor(void *context, const struct ph_recurring *series);

/* Shows `visit` all series with members in two sessions or more, by title in small letters; of a
 * series with several titles, the first counts. `before`: as they were before that session, and
 * only those that are due at it, or were due less than a period ago; 0: all. One series is in
 * memory at a time, and builders can store what they have every fifth of a second. PH_NOTHING:
 * there is none; PH_FORMAT: the archive is damaged. */
enum ph_status ph_recurring_each(struct ph_store *store, const struct ph_lexicon *lexicon,
                                 const struct ph_rules *rules, int before,
                                 ph_recurring_visitor *visit, void *context,
                                 struct ph_error *error);

/* For the files of this module: members by session, those of one session by their date. */
void ph_recurring_sort(struct ph_recurring *series);

#endif
