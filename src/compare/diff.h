/* The difference of two sequences of numbers: Myers' algorithm in linear space ("An O(ND)
 * difference algorithm and its variations", 1986), with a bound on what one step may cost, so
 * that hostile sequences get a coarser answer and not a quadratic wait. */
#ifndef PH_COMPARE_DIFF_H
#define PH_COMPARE_DIFF_H

#include <stddef.h>
#include <stdint.h>

#define PH_NONE SIZE_MAX

/* Fills match[0, n) with the index in `b` that each number of `a` is kept at, or PH_NONE. The
 * indices ascend. The longest common subsequence as long as no half of a step needs more than
 * PH_DIFF_BOUND edits; beyond that a common subsequence that may be shorter. */
enum { PH_DIFF_BOUND = 256 };
void ph_diff(const uint32_t *a, size_t n, const uint32_t *b, size_t m, size_t *match);

#endif
