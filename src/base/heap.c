#define _DEFAULT_SOURCE
#include "base/heap.h"

#if defined(__GLIBC__) || defined(__linux__)
#include <malloc.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>
#endif

#if defined(__GLIBC__) && defined(MADV_HUGEPAGE)

/* More than a check of a long resolution takes; only what is used becomes memory. */
enum { HEAP = 1 << 24, LARGE_PAGE = 1 << 21, PAGE = 1 << 12 };
/* Pieces up to this size come from the heap; none is given back before the end. */
enum { PIECE = 1 << 22 };
/* What the C library takes at first: a piece of that size does not fit into what is left of it. */
enum { FIRST = 33 * PAGE };

/* Moves the end of the heap to so many bytes before the start of a large page; returns that. */
static uintptr_t move_before_large_page(uintptr_t bytes)
{
    const uintptr_t end = (uintptr_t)sbrk(0) + bytes;
    const uintptr_t start = (end + LARGE_PAGE - 1) / LARGE_PAGE * LARGE_PAGE;
    return sbrk((intptr_t)(start - end)) == (void *)-1 ? end : start;
}

/* Makes the allocator take HEAP bytes at once: a piece that does not fit into what it has. */
static void grow(void)
{
    void *volatile piece = malloc(FIRST);
    free(piece);
}

void ph_heap_prepare(void)
{
    mallopt(M_MMAP_THRESHOLD, PIECE);
    mallopt(M_TRIM_THRESHOLD, 2 * HEAP);
    mallopt(M_TOP_PAD, HEAP);
    /* The allocator writes where the piece starts and ends: a large page in which that is would be
     * made of small ones. */
    const uintptr_t from = move_before_large_page(FIRST + PAGE);
    grow();
    const uintptr_t to = (uintptr_t)sbrk(0) / LARGE_PAGE * LARGE_PAGE;
    if (from < to)
        madvise((void *)from, to - from, MADV_HUGEPAGE);
}

#else

void ph_heap_prepare(void)
{
}

#endif
