/* A pack is read where it stands, part by part: nothing is looked at before it is asked for. */
#include "base/pack.h"

#include <fcntl.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/pack_inside.h"

struct ph_pack {
    unsigned char *bytes; /* the file, mapped */
    const struct ph_pack_head *head;
    const struct ph_pack_slot *slots;
    struct timespec made;
};

/* ---- sums ---- */

/* No two numbers that differ become the same; turned round, what differs in the highest bits counts
 * in all of them later. */
static inline uint64_t mix(uint64_t sum, uint64_t more)
{
    sum ^= more;
    return (sum << 29 | sum >> 35) * UINT64_C(11400714819323198485);
}

/* Eight bytes at a time; of much in eight rows beside each other, none of which waits for what the
 * others multiply. */
uint64_t ph_pack_sum(const void *bytes, size_t size)
{
    enum { ROWS = 8 };
    const unsigned char *at = bytes;
    uint64_t sum = UINT64_C(14695981039346656037) ^ size, eights[ROWS];
    if (size >= sizeof eights) {
        uint64_t rows[ROWS];
        for (size_t i = 0; i < ROWS; i++)
            rows[i] = sum + i;
        for (; size >= sizeof eights; at += sizeof eights, size -= sizeof eights) {
            memcpy(eights, at, sizeof eights);
            for (size_t i = 0; i < ROWS; i++)
                rows[i] = mix(rows[i], eights[i]);
        }
        for (size_t i = 0; i < ROWS; i++)
            sum = mix(sum, rows[i]);
    }
    for (; size >= sizeof *eights; at += sizeof *eights, size -= sizeof *eights) {
        memcpy(eights, at, sizeof *eights);
        sum = mix(sum, *eights);
    }
    *eights = 0;
    memcpy(eights, at, size);
    sum = mix(sum, *eights);
    return sum ^ sum >> 32;
}

uint64_t ph_pack_part_sum(const struct ph_pack_slot *slot, const void *bytes)
{
    const uint64_t where = mix(mix(mix(slot->hash, slot->name_at), slot->from), slot->size);
    return mix(ph_pack_sum(bytes, slot->size), where);
}

uint64_t ph_pack_head_sum(const struct ph_pack_head *head)
{
    return ph_pack_sum(head, offsetof(struct ph_pack_head, sum));
}

uint64_t ph_pack_hash(const char *kind, const char *name)
{
    const uint64_t of_kind = ph_pack_sum(kind, strlen(kind));
    return (of_kind ^ ph_pack_sum(name, strlen(name))) * UINT64_C(1099511628211);
}

/* ---- parts ---- */

static bool is_inside(const struct ph_pack *pack, uint64_t from, uint64_t size)
{
    return from <= pack->head->length && size <= pack->head->length - from;
}

/* Whether the slot has that name: "kind:name". */
static bool is_named(const struct ph_pack *pack, const struct ph_pack_slot *slot, const char *kind,
                     const char *name)
{
    const size_t first = strlen(kind), second = strlen(name);
    if (!is_inside(pack, slot->name_at, first + second + 2))
        return false;
    const char *there = (const char *)pack->bytes + slot->name_at;
    return !memcmp(there, kind, first) && there[first] == ':' &&
           !memcmp(there + first + 1, name, second + 1);
}

void *ph_pack_part(const struct ph_pack *pack, const char *kind, const char *name, size_t *size)
{
    if (!pack)
        return NULL;
    const uint64_t hash = ph_pack_hash(kind, name);
    const size_t mask = pack->head->slots - 1;
    for (size_t i = hash & mask, tried = 0; tried <= mask && pack->slots[i].name_at;
         i = (i + 1) & mask, tried++) {
        const struct ph_pack_slot *slot = &pack->slots[i];
        if (slot->hash != hash || !is_named(pack, slot, kind, name))
            continue;
        if (slot->from % PH_PACK_ALIGNED || !is_inside(pack, slot->from, slot->size) ||
            ph_pack_part_sum(slot, pack->bytes + slot->from) != slot->sum)
            return NULL;
        *size = slot->size;
        return pack->bytes + slot->from;
    }
    return NULL;
}

/* ---- opening ---- */

/* Whether the head is one, and all that it names is in the file. */
static bool has_head(const struct ph_pack *pack, size_t length)
{
    const struct ph_pack_head *head = pack->head;
    const unsigned char *id = ph_build_id();
    if (length < sizeof *head || memcmp(head->magic, ph_pack_magic, sizeof head->magic) != 0 ||
        !id || memcmp(head->build_id, id, PH_BUILD_ID) != 0 || head->length != length)
        return false;
    const uint64_t slots = head->slots * sizeof(struct ph_pack_slot);
    if (!head->slots || head->slots & (head->slots - 1) ||
        head->source_count > length / sizeof(struct ph_pack_source) ||
        head->slots_at % PH_PACK_ALIGNED || head->sources_at % PH_PACK_ALIGNED)
        return false;
    return is_inside(pack, head->slots_at, slots) &&
           is_inside(pack, head->sources_at, head->source_count * sizeof(struct ph_pack_source)) &&
           ph_pack_head_sum(head) == head->sum;
}

static bool is_newer(const struct timespec *one, const struct timespec *other)
{
    return one->tv_sec > other->tv_sec ||
           (one->tv_sec == other->tv_sec && one->tv_nsec > other->tv_nsec);
}

/* Whether a file, or folder, is still what the pack was made of. */
static bool is_same(const struct ph_pack *pack, int folder, const struct ph_pack_source *source)
{
    struct stat there;
    if (source->name_at >= pack->head->length ||
        !memchr(pack->bytes + source->name_at, 0, pack->head->length - source->name_at))
        return false;
    return fstatat(folder, (const char *)pack->bytes + source->name_at, &there, 0) == 0 &&
           !is_newer(&there.st_mtim, &pack->made) &&
           (S_ISDIR(there.st_mode) ? source->size == UINT64_MAX
                                   : source->size == (uint64_t)there.st_size);
}

static bool is_fresh(const struct ph_pack *pack, const char *path)
{
    const struct ph_pack_source *sources = (const void *)(pack->bytes + pack->head->sources_at);
    const int folder = open(path, O_PATH | O_DIRECTORY | O_CLOEXEC);
    bool fresh = folder >= 0;
    for (uint64_t i = 0; i < pack->head->source_count && fresh; i++)
        fresh = is_same(pack, folder, &sources[i]);
    if (folder >= 0)
        close(folder);
    return fresh;
}

/* Maps the file; false: it is not there, or is empty. */
static bool map(const char *path, struct ph_pack *pack, size_t *length)
{
    struct stat there;
    const int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return false;
    const bool known = fstat(file, &there) == 0 && S_ISREG(there.st_mode) && there.st_size > 0;
    void *bytes =
        known ? mmap(NULL, (size_t)there.st_size, PROT_READ, MAP_PRIVATE, file, 0) : MAP_FAILED;
    close(file);
    if (bytes == MAP_FAILED)
        return false;
    pack->bytes = bytes;
    pack->made = there.st_mtim;
    *length = (size_t)there.st_size;
    return true;
}

struct ph_pack *ph_pack_open(const char *path, const char *folder)
{
    struct ph_pack pack;
    size_t length;
    if (!map(path, &pack, &length))
        return NULL;
    pack.head = (const void *)pack.bytes;
    if (!has_head(&pack, length) || !is_fresh(&pack, folder)) {
        munmap(pack.bytes, length);
        return NULL;
    }
    pack.slots = (const void *)(pack.bytes + pack.head->slots_at);
    struct ph_pack *opened = ph_alloc(sizeof *opened);
    *opened = pack;
    return opened;
}

void ph_pack_close(struct ph_pack *pack)
{
    if (pack)
        munmap(pack->bytes, pack->head->length);
    free(pack);
}
