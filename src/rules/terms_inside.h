/* A table of terms as it stands in memory and in a pack; for the files terms*.c only. */
#ifndef PH_RULES_TERMS_INSIDE_H
#define PH_RULES_TERMS_INSIDE_H

#include "base/buffer.h"
#include "rules/terms.h"

/* One piece without pointers: the head, the terms, the slots, the filter, the words. */
struct ph_table_head {
    uint32_t size;     /* of all of it, in bytes */
    uint32_t any_case; /* 1: letters match in either case */
    uint32_t terms;    /* how many */
    uint32_t slots;    /* a power of two */
    uint32_t filter;   /* bytes, a power of two */
};

/* A term; its words are where they start in the words of the table. */
struct ph_table_term {
    uint32_t words, instead, since;
    uint32_t hash; /* of its word; of several the first two */
    uint32_t next; /* the number of another in the same slot, plus 1; 0: none */
};

/* The same with the places of its parts. */
struct ph_table {
    const struct ph_table_head *head;
    const struct ph_table_term *terms;
    const uint32_t *slots;       /* by hash: the number of a term, plus 1; 0: none */
    const unsigned char *filter; /* which hashes there may be, a bit each */
    const char *words;
};

/* The parts of such a piece of memory; false: it is none. */
bool ph_table_of(const void *bytes, size_t size, struct ph_table *table);

/* Makes one of a <terms>; the caller frees. NULL: it holds too many. */
struct ph_table_head *ph_table_new(const xmlNode *element);

#endif
