/* A table of terms as it stands in memory and in a pack; for terms*.c and openers.c only. */
#ifndef PH_RULES_TERMS_INSIDE_H
#define PH_RULES_TERMS_INSIDE_H

#include "base/buffer.h"
#include "rules/terms.h"

/* One piece without pointers: the head, the terms, the words. */
struct ph_table_head {
    uint32_t size;     /* of all of it, in bytes */
    uint32_t any_case; /* 1: letters match in either case */
    uint32_t terms;    /* how many */
};

/* A term; its words are where they start in the words of the table. */
struct ph_table_term {
    uint32_t words, instead, since;
    uint32_t hash; /* of its word; of several the first two or three */
};

/* The same with the places of its parts; all 0: a table of slips or of names. */
struct ph_table {
    const struct ph_table_head *head;
    const struct ph_table_term *terms;
    size_t count; /* of them */
    const char *words;
};

/* The parts of such a piece of memory; false: it is none. */
bool ph_table_of(const void *bytes, size_t size, struct ph_table *table);

/* Makes one of a <terms>; the caller frees. NULL: it holds too many. */
struct ph_table_head *ph_table_new(const xmlNode *element);

/* The table of some terms, which lives as long. */
const struct ph_table *ph_terms_table(const struct ph_terms *terms);
/* Its term of that number, which lives until the next is asked for. */
const struct ph_term *ph_terms_give(struct ph_terms *terms, size_t number);

#endif
