#include "read/doc/cfb.h"

#include <stdbool.h>
#include <stdlib.h>

#include "base/memory.h"

enum {
    HEADER = 512,
    ENTRY = 128, /* bytes of a directory entry */
    HEADER_TABLES = 109,
    ROOT = 5, /* object types */
    STREAM = 2
};

#define NO_ENTRY 0xFFFFFFFFu
#define LAST_SECTOR 0xFFFFFFFAu /* sector numbers above it are marks */

struct ph_cfb {
    const char *name;
    struct ph_bytes file;
    unsigned shift, mini_shift; /* of the sizes of sectors */
    size_t sectors;             /* in the file, the last perhaps cut short */
    uint32_t cutoff;            /* smaller streams are in mini sectors */
    uint32_t *table;            /* sector: the next one of its chain */
    size_t table_count;
    struct ph_buffer mini_table, directory, mini;
};

static enum ph_status damaged(const struct ph_cfb *cfb, const char *why, struct ph_error *error)
{
    return ph_fail(
        error, PH_FORMAT,
        "%s: looks like an old Word document (.doc), but %s (open it in a word processor "
        "and save it as .docx)",
        cfb->name, why);
}

static struct ph_bytes sector_at(const struct ph_cfb *cfb, uint32_t sector)
{
    return ph_part(cfb->file, ((size_t)sector + 1) << cfb->shift, (size_t)1 << cfb->shift);
}

/* ---- the table of chains ---- */

static bool add_table_sector(struct ph_cfb *cfb, uint32_t sector)
{
    if (sector >= LAST_SECTOR)
        return true;
    struct ph_bytes bytes = sector_at(cfb, sector);
    for (size_t i = 0; i + 4 <= bytes.length && cfb->table_count < cfb->sectors; i += 4)
        cfb->table[cfb->table_count++] = ph_u32(bytes, i);
    return sector < cfb->sectors;
}

/* The first sectors of the table are listed in the header, the others in a chain of lists. */
static enum ph_status read_table(struct ph_cfb *cfb, struct ph_error *error)
{
    bool fine = true;
    cfb->table = ph_alloc_zero(cfb->sectors, sizeof *cfb->table);
    for (size_t i = 0; i < HEADER_TABLES; i++)
        fine = add_table_sector(cfb, ph_u32(cfb->file, 0x4C + 4 * i)) && fine;
    uint32_t list = ph_u32(cfb->file, 0x44);
    for (size_t step = 0; list < LAST_SECTOR && fine; step++) {
        struct ph_bytes bytes = sector_at(cfb, list);
        if (step > cfb->sectors || bytes.length < 8)
            return damaged(cfb, "the list of its sector tables goes in a circle", error);
        for (size_t i = 0; i + 8 <= bytes.length && fine; i += 4)
            fine = add_table_sector(cfb, ph_u32(bytes, i));
        list = ph_u32(bytes, bytes.length - 4);
    }
    return fine ? PH_OK : damaged(cfb, "its sector table is cut short", error);
}

/* ---- chains ---- */

/* A chain to be followed: in the file, or in mini sectors. */
struct chain {
    const struct ph_cfb *cfb;
    bool mini;
    struct ph_bytes table;
    size_t count; /* sectors that there can be */
    bool *seen;
};

static uint32_t next_of(const struct chain *chain, uint32_t sector)
{
    return chain->mini ? ph_u32(chain->table, 4 * (size_t)sector) : chain->cfb->table[sector];
}

static struct ph_bytes content_of(const struct chain *chain, uint32_t sector)
{
    const struct ph_cfb *cfb = chain->cfb;
    struct ph_bytes mini = {(const uint8_t *)ph_buffer_text(&cfb->mini), cfb->mini.length};
    if (!chain->mini)
        return sector_at(cfb, sector);
    return ph_part(mini, (size_t)sector << cfb->mini_shift, (size_t)1 << cfb->mini_shift);
}

/* Appends up to `size` bytes of the chain that starts at `sector`; SIZE_MAX: all of it. */
static enum ph_status follow(struct chain *chain, uint32_t sector, size_t size,
                             struct ph_buffer *out, struct ph_error *error)
{
    while (size && sector < LAST_SECTOR) {
        if (sector >= chain->count)
            return damaged(chain->cfb, "it is cut short", error);
        if (chain->seen[sector])
            return damaged(chain->cfb, "a chain of its sectors goes in a circle", error);
        chain->seen[sector] = true;
        struct ph_bytes bytes = content_of(chain, sector);
        bool last = bytes.length >= size;
        ph_buffer_add(out, bytes.at, last ? size : bytes.length);
        size = last ? 0 : size == SIZE_MAX ? SIZE_MAX : size - bytes.length;
        sector = next_of(chain, sector);
    }
    return size && size != SIZE_MAX ? damaged(chain->cfb, "it is cut short", error) : PH_OK;
}

static enum ph_status read_chain(const struct ph_cfb *cfb, bool mini, uint32_t sector, size_t size,
                                 struct ph_buffer *out, struct ph_error *error)
{
    struct chain chain = {.cfb = cfb, .mini = mini, .count = cfb->table_count};
    if (mini) {
        const struct ph_buffer *table = &cfb->mini_table;
        chain.table = (struct ph_bytes){(const uint8_t *)ph_buffer_text(table), table->length};
        chain.count = table->length / 4;
    }
    if (size != SIZE_MAX && size > cfb->file.length)
        return damaged(cfb, "it is cut short", error);
    chain.seen = ph_alloc_zero(chain.count, sizeof *chain.seen);
    enum ph_status status = follow(&chain, sector, size, out, error);
    free(chain.seen);
    return status;
}

/* ---- the directory ---- */

static struct ph_bytes entry_at(const struct ph_cfb *cfb, uint32_t entry)
{
    struct ph_bytes all = {(const uint8_t *)ph_buffer_text(&cfb->directory), cfb->directory.length};
    struct ph_bytes one = ph_part(all, (size_t)entry * ENTRY, ENTRY);
    return one.length == ENTRY ? one : (struct ph_bytes){one.at, 0};
}

static bool is_named(struct ph_bytes entry, const char *name)
{
    size_t length = strlen(name);
    if (ph_u16(entry, 0x40) != 2 * (length + 1))
        return false;
    for (size_t i = 0; i < length; i++)
        if (ph_u16(entry, 2 * i) != (unsigned char)name[i])
            return false;
    return true;
}

/* Names are ordered in a tree; all of it is looked at, so that a tree in disorder is no matter. */
static struct ph_bytes find_stream(const struct ph_cfb *cfb, const char *name)
{
    size_t count = cfb->directory.length / ENTRY, open = 0;
    uint32_t *stack = ph_alloc_zero(count + 1, sizeof *stack);
    bool *seen = ph_alloc_zero(count + 1, sizeof *seen);
    struct ph_bytes found = {NULL, 0};
    stack[open++] = ph_u32(entry_at(cfb, 0), 0x4C);
    while (open && !found.at) {
        uint32_t at = stack[--open];
        struct ph_bytes entry = at < count ? entry_at(cfb, at) : (struct ph_bytes){NULL, 0};
        if (!entry.length || seen[at])
            continue;
        seen[at] = true;
        if (ph_byte(entry, 0x42) == STREAM && is_named(entry, name))
            found = entry;
        for (size_t side = 0x44; side <= 0x48; side += 4) {
            uint32_t next = ph_u32(entry, side);
            if (next < count && !seen[next] && open < count)
                stack[open++] = next;
        }
    }
    free(stack);
    free(seen);
    return found;
}

enum ph_status ph_cfb_stream(const struct ph_cfb *cfb, const char *stream, struct ph_buffer *out,
                             struct ph_error *error)
{
    struct ph_bytes entry = find_stream(cfb, stream);
    if (!entry.at)
        return PH_NOTHING;
    uint32_t size = ph_u32(entry, 0x78);
    return read_chain(cfb, size < cfb->cutoff, ph_u32(entry, 0x74), size, out, error);
}

/* ---- opening ---- */

static enum ph_status read_header(struct ph_cfb *cfb, struct ph_error *error)
{
    enum { SMALLEST = 7, LARGEST = 12, MINI = 6 };
    if (cfb->file.length < HEADER)
        return damaged(cfb, "it is cut short", error);
    cfb->shift = ph_u16(cfb->file, 0x1E);
    cfb->mini_shift = ph_u16(cfb->file, 0x20);
    cfb->cutoff = ph_u32(cfb->file, 0x38);
    if (cfb->shift < SMALLEST || cfb->shift > LARGEST || cfb->mini_shift != MINI)
        return damaged(cfb, "the sizes of its sectors are none that there are", error);
    cfb->sectors = (cfb->file.length - 1) >> cfb->shift;
    return PH_OK;
}

static enum ph_status read_directory(struct ph_cfb *cfb, struct ph_error *error)
{
    enum ph_status status =
        read_chain(cfb, false, ph_u32(cfb->file, 0x30), SIZE_MAX, &cfb->directory, error);
    if (status)
        return status;
    struct ph_bytes root = entry_at(cfb, 0);
    if (ph_byte(root, 0x42) != ROOT)
        return damaged(cfb, "its directory is missing", error);
    status = read_chain(cfb, false, ph_u32(cfb->file, 0x3C), SIZE_MAX, &cfb->mini_table, error);
    if (status)
        return status;
    return read_chain(cfb, false, ph_u32(root, 0x74), ph_u32(root, 0x78), &cfb->mini, error);
}

enum ph_status ph_cfb_open(const char *name, struct ph_bytes file, struct ph_cfb **cfb,
                           struct ph_error *error)
{
    struct ph_cfb *made = ph_alloc_zero(1, sizeof *made);
    made->name = name;
    made->file = file;
    enum ph_status status = read_header(made, error);
    if (!status)
        status = read_table(made, error);
    if (!status)
        status = read_directory(made, error);
    if (status)
        ph_cfb_close(made);
    *cfb = status ? NULL : made;
    return status;
}

void ph_cfb_close(struct ph_cfb *cfb)
{
    if (!cfb)
        return;
    free(cfb->table);
    ph_buffer_free(&cfb->mini_table);
    ph_buffer_free(&cfb->directory);
    ph_buffer_free(&cfb->mini);
    free(cfb);
}
