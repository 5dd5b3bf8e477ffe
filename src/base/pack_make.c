/* A pack is made: what stands in it, and how its file is written. */
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "base/buffer.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/pack.h"
#include "base/pack_inside.h"

struct ph_pack_maker {
    char *folder;
    struct timespec begun;
    struct ph_buffer bytes; /* of the file, the head first */
    struct ph_pack_slot *parts;
    size_t count, capacity;
    struct ph_pack_source *sources;
    size_t source_count, source_capacity;
};

/* The clock that files are dated by goes in steps: what is changed behind this is dated later, and
 * what was changed before is read as it is. */
static struct timespec let_a_step_pass(void)
{
    const struct timespec step = {.tv_nsec = 20000000};
    struct timespec now;
    clock_gettime(CLOCK_REALTIME, &now);
    nanosleep(&step, NULL);
    return now;
}

struct ph_pack_maker *ph_pack_maker_new(const char *folder)
{
    const struct ph_pack_head head = {.slots = 0};
    struct ph_pack_maker *maker = ph_alloc_zero(1, sizeof *maker);
    maker->folder = ph_copy(folder);
    maker->begun = let_a_step_pass();
    ph_buffer_add(&maker->bytes, &head, sizeof head);
    return maker;
}

void ph_pack_maker_free(struct ph_pack_maker *maker)
{
    if (!maker)
        return;
    free(maker->folder);
    ph_buffer_free(&maker->bytes);
    free(maker->parts);
    free(maker->sources);
    free(maker);
}

/* Returns where they start. */
static uint64_t put(struct ph_pack_maker *maker, const void *bytes, size_t size)
{
    while (maker->bytes.length % PH_PACK_ALIGNED)
        ph_buffer_char(&maker->bytes, 0);
    const uint64_t from = maker->bytes.length;
    if (size)
        ph_buffer_add(&maker->bytes, bytes, size);
    return from;
}

enum ph_status ph_pack_made_of(struct ph_pack_maker *maker, const char *name,
                               struct ph_error *error)
{
    struct stat there;
    struct ph_buffer path = {0};
    ph_buffer_printf(&path, "%s/%s", maker->folder, name);
    const int wrong = stat(ph_buffer_text(&path), &there) == 0 ? 0 : errno;
    ph_buffer_free(&path);
    if (wrong)
        return ph_fail(error, PH_IO, "%s/%s: cannot be opened: %s", maker->folder, name,
                       strerror(wrong));
    maker->sources = ph_grow(maker->sources, maker->source_count, &maker->source_capacity,
                             sizeof *maker->sources);
    maker->sources[maker->source_count++] =
        (struct ph_pack_source){put(maker, name, strlen(name) + 1),
                                S_ISDIR(there.st_mode) ? UINT64_MAX : (uint64_t)there.st_size};
    return PH_OK;
}

void ph_pack_add(struct ph_pack_maker *maker, const char *kind, const char *name, const void *bytes,
                 size_t size)
{
    struct ph_buffer full = {0};
    ph_buffer_printf(&full, "%s:%s", kind, name);
    maker->parts = ph_grow(maker->parts, maker->count, &maker->capacity, sizeof *maker->parts);
    struct ph_pack_slot *part = &maker->parts[maker->count++];
    *part = (struct ph_pack_slot){.hash = ph_pack_hash(kind, name),
                                  .name_at = put(maker, full.data, full.length + 1),
                                  .from = put(maker, bytes, size),
                                  .size = size};
    part->sum = ph_pack_part_sum(part, bytes);
    ph_buffer_free(&full);
}

/* Those of one name stand one behind another, and the first is found. Caller frees. */
static struct ph_pack_slot *make_slots(const struct ph_pack_maker *maker, uint32_t count)
{
    struct ph_pack_slot *slots = ph_alloc_zero(count, sizeof *slots);
    for (size_t i = 0; i < maker->count; i++) {
        size_t at = maker->parts[i].hash & (count - 1);
        while (slots[at].name_at)
            at = (at + 1) & (count - 1);
        slots[at] = maker->parts[i];
    }
    return slots;
}

/* It is as old as what it was made of may be. */
static enum ph_status write_file(const struct ph_pack_maker *maker, const char *path, bool force,
                                 struct ph_error *error)
{
    const struct timespec times[2] = {maker->begun, maker->begun};
    enum ph_status status =
        ph_file_write(path, maker->bytes.data, maker->bytes.length, force, error);
    if (status == PH_OK && utimensat(AT_FDCWD, path, times, 0) != 0)
        status = ph_fail(error, PH_IO, "%s: cannot be dated: %s", path, strerror(errno));
    return status;
}

enum ph_status ph_pack_write(struct ph_pack_maker *maker, const char *path, bool force,
                             struct ph_error *error)
{
    struct ph_pack_head head = {.source_count = maker->source_count};
    const unsigned char *id = ph_build_id();
    if (!id)
        return ph_fail(error, PH_NOTHING, "%s: not written: the program has no build-id", path);
    memcpy(head.magic, ph_pack_magic, sizeof head.magic);
    memcpy(head.build_id, id, PH_BUILD_ID);
    for (head.slots = 1; head.slots < 2 * maker->count + 2;)
        head.slots *= 2;
    struct ph_pack_slot *slots = make_slots(maker, head.slots);
    head.slots_at = put(maker, slots, head.slots * sizeof *slots);
    head.sources_at = put(maker, maker->sources, maker->source_count * sizeof *maker->sources);
    head.length = maker->bytes.length;
    head.sum = ph_pack_head_sum(&head);
    free(slots);
    memcpy(maker->bytes.data, &head, sizeof head);
    return write_file(maker, path, force, error);
}
