#include "compare/vocabulary.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

struct entry {
    const char *bytes;
    size_t length;
    uint64_t hash;
    enum ph_sort sort;
    bool function;
    bool seen[PH_SIDES];
    size_t units, last_unit;
};

struct ph_vocabulary {
    struct ph_arena *arena; /* the bytes of the entries */
    struct entry *entries;
    size_t count, capacity;
    uint32_t *slots; /* open addressing: number + 1, 0 is free; a power of two of them */
    size_t slot_count;
};

enum { FIRST_SLOTS = 1024 };

/* FNV-1a. It starts from the table's own address, which differs from run to run: a hostile text
 * cannot prepare words that all fall into one slot. Numbers do not depend on it. */
static uint64_t hash_of(const struct ph_vocabulary *vocabulary, enum ph_sort sort,
                        const char *bytes, size_t length)
{
    uint64_t hash = 0xcbf29ce484222325u ^ (uint64_t)(uintptr_t)vocabulary ^ (uint64_t)sort;
    for (size_t i = 0; i < length; i++)
        hash = (hash ^ (unsigned char)bytes[i]) * 0x100000001b3u;
    return hash ^ hash >> 32;
}

static size_t slot_of(const struct ph_vocabulary *vocabulary, uint64_t hash, enum ph_sort sort,
                      const char *bytes, size_t length)
{
    const size_t mask = vocabulary->slot_count - 1;
    size_t slot = (size_t)hash & mask;
    for (; vocabulary->slots[slot]; slot = (slot + 1) & mask) {
        const struct entry *entry = &vocabulary->entries[vocabulary->slots[slot] - 1];
        if (entry->hash == hash && entry->sort == sort && entry->length == length &&
            !memcmp(entry->bytes, bytes, length))
            break;
    }
    return slot;
}

static void widen(struct ph_vocabulary *vocabulary)
{
    free(vocabulary->slots);
    vocabulary->slot_count *= 2;
    vocabulary->slots = ph_alloc_zero(vocabulary->slot_count, sizeof *vocabulary->slots);
    const size_t mask = vocabulary->slot_count - 1;
    for (size_t i = 0; i < vocabulary->count; i++) {
        size_t slot = (size_t)vocabulary->entries[i].hash & mask;
        while (vocabulary->slots[slot])
            slot = (slot + 1) & mask;
        vocabulary->slots[slot] = (uint32_t)i + 1;
    }
}

uint32_t ph_vocabulary_id(struct ph_vocabulary *vocabulary, enum ph_sort sort, const char *bytes,
                          size_t length)
{
    const uint64_t hash = hash_of(vocabulary, sort, bytes, length);
    size_t slot = slot_of(vocabulary, hash, sort, bytes, length);
    if (vocabulary->slots[slot])
        return vocabulary->slots[slot] - 1;
    if (vocabulary->count * 2 >= vocabulary->slot_count) {
        widen(vocabulary);
        slot = slot_of(vocabulary, hash, sort, bytes, length);
    }
    vocabulary->entries = ph_grow(vocabulary->entries, vocabulary->count, &vocabulary->capacity,
                                  sizeof *vocabulary->entries);
    struct entry *entry = &vocabulary->entries[vocabulary->count++];
    *entry = (struct entry){.length = length, .hash = hash, .sort = sort};
    entry->bytes = ph_arena_copy_n(vocabulary->arena, bytes, length);
    vocabulary->slots[slot] = (uint32_t)vocabulary->count;
    return vocabulary->slots[slot] - 1;
}

struct ph_vocabulary *ph_vocabulary_new(const struct ph_lexicon *lexicon)
{
    struct ph_vocabulary *vocabulary = ph_alloc_zero(1, sizeof *vocabulary);
    vocabulary->arena = ph_arena_new();
    vocabulary->slot_count = FIRST_SLOTS;
    vocabulary->slots = ph_alloc_zero(FIRST_SLOTS, sizeof *vocabulary->slots);
    const char *const *words = lexicon ? ph_lexicon_list(lexicon, "function-words") : NULL;
    for (; words && *words; words++) {
        uint32_t id = ph_vocabulary_id(vocabulary, PH_SORT_WORD, *words, strlen(*words));
        vocabulary->entries[id].function = true;
    }
    return vocabulary;
}

void ph_vocabulary_free(struct ph_vocabulary *vocabulary)
{
    ph_arena_free(vocabulary->arena);
    free(vocabulary->entries);
    free(vocabulary->slots);
    free(vocabulary);
}

bool ph_vocabulary_is_function(const struct ph_vocabulary *vocabulary, uint32_t id)
{
    return vocabulary->entries[id].function;
}

void ph_vocabulary_count(struct ph_vocabulary *vocabulary, uint32_t id, int side, size_t unit)
{
    struct entry *entry = &vocabulary->entries[id];
    entry->units += entry->last_unit != unit;
    entry->last_unit = unit;
    entry->seen[side] = true;
}

bool ph_vocabulary_in_both(const struct ph_vocabulary *vocabulary, uint32_t id)
{
    return vocabulary->entries[id].seen[PH_BEFORE] && vocabulary->entries[id].seen[PH_AFTER];
}

unsigned ph_vocabulary_weight(const struct ph_vocabulary *vocabulary, uint32_t id, size_t units)
{
    unsigned weight = 1;
    const size_t held = vocabulary->entries[id].units;
    for (size_t n = held ? held * 2 : 2; n < units; n *= 2)
        weight++;
    return weight;
}
