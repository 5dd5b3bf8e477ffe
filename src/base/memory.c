#include "base/memory.h"

#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { CHUNK = 64 * 1024, ALIGNMENT = 16 };

struct chunk {
    struct chunk *next;
    size_t used, size;
    _Alignas(16) char bytes[];
};

struct ph_arena {
    struct chunk *chunks;
};

static _Noreturn void out_of_memory(void)
{
    fputs("penholder: out of memory\n", stderr);
    abort();
}

void *ph_alloc(size_t size)
{
    void *memory = malloc(size ? size : 1);
    if (!memory)
        out_of_memory();
    return memory;
}

void *ph_alloc_zero(size_t count, size_t size)
{
    void *memory = calloc(count ? count : 1, size ? size : 1);
    if (!memory)
        out_of_memory();
    return memory;
}

void *ph_realloc(void *old, size_t size)
{
    void *memory = realloc(old, size ? size : 1);
    if (!memory)
        out_of_memory();
    return memory;
}

char *ph_copy_n(const char *text, size_t length)
{
    char *copy = ph_alloc(length + 1);
    memcpy(copy, text, length);
    copy[length] = '\0';
    return copy;
}

char *ph_copy(const char *text)
{
    return ph_copy_n(text, strlen(text));
}

void *ph_grow(void *items, size_t count, size_t *capacity, size_t size)
{
    if (count < *capacity)
        return items;
    size_t wanted = *capacity ? *capacity * 2 : 8;
    if (wanted > SIZE_MAX / size)
        out_of_memory();
    *capacity = wanted;
    return ph_realloc(items, wanted * size);
}

struct ph_arena *ph_arena_new(void)
{
    return ph_alloc_zero(1, sizeof(struct ph_arena));
}

void ph_arena_free(struct ph_arena *arena)
{
    if (!arena)
        return;
    while (arena->chunks) {
        struct chunk *next = arena->chunks->next;
        free(arena->chunks);
        arena->chunks = next;
    }
    free(arena);
}

static struct chunk *add_chunk(struct ph_arena *arena, size_t least)
{
    size_t size = least > CHUNK ? least : CHUNK;
    struct chunk *chunk = ph_alloc(sizeof *chunk + size);
    chunk->used = 0;
    chunk->size = size;
    chunk->next = arena->chunks;
    arena->chunks = chunk;
    return chunk;
}

void *ph_arena_alloc(struct ph_arena *arena, size_t size)
{
    if (size > SIZE_MAX / 2)
        out_of_memory();
    size = (size + ALIGNMENT - 1) / ALIGNMENT * ALIGNMENT;
    struct chunk *chunk = arena->chunks;
    if (!chunk || chunk->size - chunk->used < size)
        chunk = add_chunk(arena, size);
    void *memory = chunk->bytes + chunk->used;
    chunk->used += size;
    return memset(memory, 0, size);
}

char *ph_arena_copy_n(struct ph_arena *arena, const char *text, size_t length)
{
    char *copy = ph_arena_alloc(arena, length + 1);
    memcpy(copy, text, length);
    return copy;
}

void *ph_arena_take(struct ph_arena *arena, void *list, size_t size)
{
    void *taken = ph_arena_alloc(arena, size + 1);
    if (size)
        memcpy(taken, list, size);
    free(list);
    return taken;
}

char *ph_arena_copy(struct ph_arena *arena, const char *text)
{
    return text ? ph_arena_copy_n(arena, text, strlen(text)) : NULL;
}

char *ph_arena_printf(struct ph_arena *arena, const char *format, ...)
{
    va_list list, again;
    va_start(list, format);
    va_copy(again, list);
    int length = vsnprintf(NULL, 0, format, list);
    va_end(list);
    if (length < 0)
        out_of_memory();
    char *text = ph_arena_alloc(arena, (size_t)length + 1);
    vsnprintf(text, (size_t)length + 1, format, again);
    va_end(again);
    return text;
}
