/* Searches with patterns of strangers: PCRE2's own limits count tries, and let one search take
 * minutes, because much may stand between two of them. A pattern that is watched says of each of
 * its items that it comes to it, and somebody may end the search there. */
#ifndef PH_BASE_REGEX_WATCH_H
#define PH_BASE_REGEX_WATCH_H

#include <stdbool.h>
#include <stddef.h>

/* A step is an item of a pattern that is come to, or as many bytes as take no longer. */
struct ph_watch {
    bool (*goes_on)(void *data, size_t steps); /* whether it may; what it took since it was asked */
    void *data;
};

/* Who is asked from now on, every few steps; NULL: nobody, and a search has a number of steps. */
void ph_watch_by(const struct ph_watch *watch);

/* A search starts at a byte of its text; it has come to one, with so many groups, which take time
 * to be put down. false: it must end. */
void ph_watch_start(size_t at);
bool ph_watch_step(size_t at, size_t groups);

#endif
