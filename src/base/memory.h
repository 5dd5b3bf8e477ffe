/* Memory: every allocation of the program goes through here and ends the program, with a
 * message, when memory is out; so no caller checks for NULL. Everything that a document or a
 * pattern owns lives in one arena and goes away with it in one call, without recursion. */
#ifndef PH_BASE_MEMORY_H
#define PH_BASE_MEMORY_H

#include <stddef.h>

/* Like malloc, calloc and realloc; never NULL. The caller frees with free(). */
void *ph_alloc(size_t size);
void *ph_alloc_zero(size_t count, size_t size);
void *ph_realloc(void *old, size_t size);

/* Whether what a command holds is freed piece by piece when it ends: only where leaks are looked
 * for. The system takes back at once what a process had. */
#if defined(NDEBUG) && !defined(__SANITIZE_ADDRESS__)
enum { PH_FREES_AT_END = 0 };
#else
enum { PH_FREES_AT_END = 1 };
#endif

/* A copy of a string, of its first `length` bytes; the caller frees. */
char *ph_copy(const char *text);
char *ph_copy_n(const char *text, size_t length);

/* Makes room for one more item in a growing array: returns `items`, moved if need be, with
 * *capacity adjusted. Use: list = ph_grow(list, count, &capacity, sizeof *list); */
void *ph_grow(void *items, size_t count, size_t *capacity, size_t size);

/* An arena: memory that is given back all at once. */
struct ph_arena;
struct ph_arena *ph_arena_new(void);
void ph_arena_free(struct ph_arena *arena); /* NULL is allowed */

/* Zeroed memory, aligned for any type, owned by the arena. */
void *ph_arena_alloc(struct ph_arena *arena, size_t size);
/* A list of `size` bytes that was grown (ph_grow), now the arena's; frees it. Never NULL. */
void *ph_arena_take(struct ph_arena *arena, void *list, size_t size);
char *ph_arena_copy(struct ph_arena *arena, const char *text); /* NULL gives NULL */
char *ph_arena_copy_n(struct ph_arena *arena, const char *text, size_t length);
char *ph_arena_printf(struct ph_arena *arena, const char *format, ...)
    __attribute__((format(printf, 2, 3)));

#endif
