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
enum { HEAP = 1 << 24, LARGE_PAGE = 1 << 21 };
/* Pieces up to this size come from the heap; none is given back before the end. */
enum { PIECE = 1 << 22 };

/* Makes the allocator take HEAP bytes at once: a piece that does not fit into what it has. */
static void grow(void)
{
    void *volatile piece = malloc(LARGE_PAGE);
    free(piece);
}

void ph_heap_prepare(void)
{
    mallopt(M_MMAP_THRESHOLD, PIECE);
    mallopt(M_TRIM_THRESHOLD, 2 * HEAP);
    mallopt(M_TOP_PAD, HEAP);
    const uintptr_t start = (uintptr_t)sbrk(0);
    grow();
    const uintptr_t end = (uintptr_t)sbrk(0);
    const uintptr_t from = (start + LARGE_PAGE - 1) / LARGE_PAGE * LARGE_PAGE;
    const uintptr_t to = end / LARGE_PAGE * LARGE_PAGE;
    if (from < to)
        madvise((void *)from, to - from, MADV_HUGEPAGE);
}

#else

void ph_heap_prepare(void)
{
}

#endif
