/* How a pack stands in its file; for the files pack*.c only. */
#ifndef PH_BASE_PACK_INSIDE_H
#define PH_BASE_PACK_INSIDE_H

#include <stddef.h>
#include <stdint.h>
#include <time.h>

enum { PH_PACK_ALIGNED = 16, PH_BUILD_ID = 20 };
static const char ph_pack_magic[8] = "phpack1";

/* At the start of the file. All offsets are of the file. */
struct ph_pack_head {
    char magic[8];
    unsigned char build_id[PH_BUILD_ID]; /* of the program that made it */
    uint32_t slots;                      /* a power of two, at least twice as many as parts */
    uint64_t length;                     /* of the file */
    uint64_t slots_at, sources_at, source_count;
    uint64_t sum; /* of all that is above: see ph_pack_head_sum */
};

/* In a hash table with open addresses, by the hash of kind and name; free: size 0 and name 0. One
 * that is damaged is not found, or its sum is wrong. */
struct ph_pack_slot {
    uint64_t hash, sum; /* of the name; see ph_pack_part_sum */
    uint64_t name_at;   /* "kind:name", NUL-terminated */
    uint64_t from, size;
};

/* What it was made of; `size` of a folder: UINT64_MAX. */
struct ph_pack_source {
    uint64_t name_at, size;
};

/* The build-id of the running program, NULL: it has none. */
const unsigned char *ph_build_id(void);

uint64_t ph_pack_sum(const void *bytes, size_t size);
/* Of the bytes of a part, and what its slot says of where they and its name stand. */
uint64_t ph_pack_part_sum(const struct ph_pack_slot *slot, const void *bytes);
uint64_t ph_pack_head_sum(const struct ph_pack_head *head);
uint64_t ph_pack_hash(const char *kind, const char *name);

#endif
