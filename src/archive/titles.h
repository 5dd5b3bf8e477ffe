/* Titles that are of one series: the same words, numbers and sessions apart, or words that are much
 * alike where a resolution with the one cites a resolution with the other. */
#ifndef PH_ARCHIVE_TITLES_H
#define PH_ARCHIVE_TITLES_H

#include "archive/store.h"
#include "learn/tokens.h"

struct ph_title {
    char *form;
    size_t joined; /* the first title of the series, as far as it is known: ph_titles_series */
    struct ph_tokens words;
};

struct ph_titles {
    struct ph_title *items; /* sorted by form */
    size_t count, capacity;
};

/* How alike two titles must be, 0 to 1, words that many titles have counting little. */
#define PH_TITLES_LIKENESS 0.6

/* Reads all titles of an archive and joins those of one series; `before`: as if there was nothing
 * of that session or a later one, 0: all. Free with ph_titles_free, after an error, too. */
enum ph_status ph_titles_read(struct ph_titles *titles, struct ph_store *store, int before,
                              struct ph_error *error);
void ph_titles_free(struct ph_titles *titles);

/* The number of the series that a title form is of, below `count`; `count`: it is none. */
size_t ph_titles_series(struct ph_titles *titles, const char *form);

#endif
