/* The algorithm below comparing: it keeps as much as can be kept, and hostile sequences cost it
 * neither time nor correctness. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/memory.h"
#include "compare/diff.h"

enum { SHORT = 40 };

static uint32_t state = 1;

static uint32_t random_below(uint32_t n)
{
    state = state * 1664525u + 1013904223u;
    return (state >> 8) % n;
}

/* How many are matched; asserts that the matching is one. */
static size_t count_kept(const uint32_t *a, size_t n, const uint32_t *b, size_t m,
                         const size_t *match)
{
    size_t count = 0, next = 0;
    for (size_t i = 0; i < n; i++) {
        if (match[i] == PH_NONE)
            continue;
        cr_assert(match[i] >= next && match[i] < m, "matches must ascend");
        cr_assert_eq(a[i], b[match[i]], "only equal numbers match");
        next = match[i] + 1;
        count++;
    }
    return count;
}

/* The longest common subsequence by the book, in quadratic time. */
static size_t longest(const uint32_t *a, size_t n, const uint32_t *b, size_t m)
{
    size_t table[SHORT + 1][SHORT + 1] = {{0}};
    for (size_t i = 1; i <= n; i++)
        for (size_t j = 1; j <= m; j++) {
            size_t up = table[i - 1][j], left = table[i][j - 1];
            table[i][j] = a[i - 1] == b[j - 1] ? table[i - 1][j - 1] + 1 : up > left ? up : left;
        }
    return table[n][m];
}

Test(compare_diff, keeps_as_much_as_can_be_kept)
{
    for (int round = 0; round < 20000; round++) {
        uint32_t a[SHORT], b[SHORT], letters = 1 + random_below(8);
        size_t n = random_below(SHORT), m = random_below(SHORT), match[SHORT];
        for (size_t i = 0; i < n; i++)
            a[i] = random_below(letters);
        for (size_t i = 0; i < m; i++)
            b[i] = random_below(letters);
        ph_diff(a, n, b, m, match);
        cr_assert_eq(count_kept(a, n, b, m, match), longest(a, n, b, m));
    }
}

Test(compare_diff, empty_sequences)
{
    uint32_t one[] = {7};
    size_t match[1] = {0};
    ph_diff(NULL, 0, NULL, 0, NULL);
    ph_diff(NULL, 0, one, 1, NULL);
    ph_diff(one, 1, NULL, 0, match);
    cr_expect_eq(match[0], PH_NONE);
}

/* Quadratic time would be 10^10 steps for each of these; seconds allow for a slow machine under
 * sanitizers. */
Test(compare_diff, hostile_sequences_are_fast, .timeout = 60)
{
    enum { LONG = 100000 };
    uint32_t *a = ph_alloc(LONG * sizeof *a), *b = ph_alloc(LONG * sizeof *b);
    size_t *match = ph_alloc(LONG * sizeof *match);
    const uint32_t alphabets[] = {1, 2, 3, 20, 1000, 1000000};
    for (size_t k = 0; k < sizeof alphabets / sizeof *alphabets; k++) {
        for (size_t i = 0; i < LONG; i++) {
            a[i] = random_below(alphabets[k]);
            b[i] = random_below(alphabets[k]);
        }
        clock_t start = clock();
        ph_diff(a, LONG, b, LONG, match);
        double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
        cr_expect_lt(seconds, 8.0, "%u letters: %.1f s", alphabets[k], seconds);
        count_kept(a, LONG, b, LONG, match);
    }
    for (size_t i = 0; i < LONG; i++) {
        a[i] = (uint32_t)i;
        b[i] = (uint32_t)(LONG - i);
    }
    ph_diff(a, LONG, b, LONG, match);
    cr_expect_geq(count_kept(a, LONG, b, LONG, match), 1u);
    free(a);
    free(b);
    free(match);
}
