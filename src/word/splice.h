/* Changes of bytes: stretches that go, and what comes in their places, collected in order and made
 * at once. All other bytes stay. */
#ifndef PH_WORD_SPLICE_H
#define PH_WORD_SPLICE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"

struct ph_splice {
    size_t from, to;   /* bytes that go; equal: none does */
    size_t at, length; /* what comes, in ph_splices.bytes */
    size_t order;      /* as added: at one place, what was added first comes first */
};

struct ph_splices {
    struct ph_splice *items;
    size_t count, capacity;
    struct ph_buffer bytes;
};

/* Puts `length` bytes in the place of bytes [from, to). */
void ph_splice_add(struct ph_splices *splices, size_t from, size_t to, const char *bytes,
                   size_t length);
void ph_splice_put(struct ph_splices *splices, size_t at, const char *text); /* takes none away */
/* Appends the `length` bytes with all changes made to `out`. False, and nothing is added: two of
 * them take the same bytes away, or one leads out of them. */
bool ph_splice_apply(struct ph_splices *splices, const char *bytes, size_t length,
                     struct ph_buffer *out);
void ph_splice_free(struct ph_splices *splices);

#endif
