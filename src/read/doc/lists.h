/* Numbers that the word processor makes by itself ([MS-DOC] 2.4.6.3, 2.9.131, 2.9.150): lists with
 * their levels, and how many paragraphs of each there were. */
#ifndef PH_READ_DOC_LISTS_H
#define PH_READ_DOC_LISTS_H

#include <stdbool.h>

#include "base/buffer.h"
#include "read/doc/bytes.h"

enum { PH_LIST_LEVELS = 9 };

struct ph_list {
    uint32_t id;
    struct ph_bytes levels[PH_LIST_LEVELS]; /* each from its beginning on; empty: there is none */
    uint32_t counts[PH_LIST_LEVELS];        /* the number that came last; of 0 none came */
};

struct ph_lists {
    struct ph_list *items;
    size_t count, capacity;
    struct ph_bytes uses; /* what paragraphs name, each a list */
};

/* Reads the lists from `lists` on, which reaches to the end of the table stream, and the table of
 * their uses. What is damaged is left out. Free with ph_lists_free. */
void ph_lists_read(struct ph_bytes lists, struct ph_bytes uses, struct ph_lists *out);
void ph_lists_free(struct ph_lists *lists);

/* The number of the next paragraph with that use (from 1) and level (from 0), "8." or "(a)":
 * appended to `out`. False where there is no such list. */
bool ph_lists_next(struct ph_lists *lists, uint16_t use, unsigned level, struct ph_buffer *out);

#endif
