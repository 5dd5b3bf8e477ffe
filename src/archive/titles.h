/* Titles that are of one series: the same words, numbers and sessions apart, or words that are much
 * alike where a resolution with the one cites a resolution with the other. What is kept of a title
 * is a few numbers; its words stay in the archive. */
#ifndef PH_ARCHIVE_TITLES_H
#define PH_ARCHIVE_TITLES_H

#include <stdbool.h>

#include "archive/store.h"

struct ph_title {
    int64_t id;      /* a resolution that has it */
    uint32_t joined; /* a title before it of the same series, itself for the first: */
                     /* ph_titles_series */
    uint32_t next;   /* another title of the series, in a ring */
};

/* Where a title stands: by the digest of its form (archive/form.h). */
struct ph_title_place {
    int64_t digest;
    uint32_t title;
};

struct ph_titles {
    struct ph_title *items; /* sorted by form */
    size_t count, capacity;
    struct ph_title_place *places; /* `count`, sorted by digest */
};

/* How alike two titles must be, 0 to 1, words that many titles have counting little. */
#define PH_TITLES_LIKENESS 0.6

/* Reads all titles of an archive and joins those of one series; `before`: as if there was nothing
 * of that session or a later one, 0: all. Free with ph_titles_free, after an error, too. */
enum ph_status ph_titles_read(struct ph_titles *titles, struct ph_store *store, int before,
                              struct ph_error *error);
void ph_titles_free(struct ph_titles *titles);

/* The number of the series that a title form is of, which is that of its first title, below
 * `count`; `count`: it is none. */
size_t ph_titles_series(struct ph_titles *titles, const char *form);

/* The title behind `title` in the ring of those of its series: whoever starts from any of them has
 * seen all when that one comes again. */
size_t ph_titles_next(const struct ph_titles *titles, size_t title);

#endif
