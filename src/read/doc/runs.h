/* Where the formats of characters and paragraphs stand ([MS-DOC] 2.8.5, 2.8.6, 2.9.32, 2.9.172):
 * pages of 512 bytes in the main stream, listed in a table, each with runs of bytes and their
 * properties. */
#ifndef PH_READ_DOC_RUNS_H
#define PH_READ_DOC_RUNS_H

#include <stdbool.h>

#include "read/doc/bytes.h"

struct ph_format_run {
    uint32_t from, to; /* bytes of the stream */
    struct ph_bytes properties;
};

struct ph_format_runs {
    struct ph_format_run *items; /* in order, without overlaps */
    size_t count, capacity;
    size_t last; /* the one that was asked for last */
};

/* Reads the pages that `table` lists; `paragraphs`: of paragraphs, else of characters. What is
 * damaged is left out. Free with ph_format_runs_free. */
void ph_format_runs_read(struct ph_bytes table, struct ph_bytes main, bool paragraphs,
                         struct ph_format_runs *runs);
void ph_format_runs_free(struct ph_format_runs *runs);

/* The run that holds a byte of the stream; NULL: none does. */
const struct ph_format_run *ph_format_run_at(struct ph_format_runs *runs, uint32_t at);

#endif
