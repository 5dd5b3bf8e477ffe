#include "compare/diff.h"

#include <stdbool.h>
#include <stdlib.h>

#include "base/memory.h"

/* A part of both sequences that is still to be compared: a[a0, a1) and b[b0, b1). */
struct box {
    long a0, a1, b0, b1;
};

struct diff {
    const uint32_t *a, *b;
    size_t *match;
    struct box *boxes; /* a stack instead of recursion */
    size_t count, capacity;
};

/* The furthest places reached from one corner of a box, by diagonal (x - y, both counted from
 * that corner). */
struct reach {
    bool backward;
    long x[2 * PH_DIFF_BOUND + 3];
};

struct point {
    long x, y;
};

static long *at_diagonal(struct reach *reach, long k)
{
    return &reach->x[PH_DIFF_BOUND + 1 + k];
}

static void push(struct diff *diff, struct box box)
{
    if (box.a0 == box.a1 || box.b0 == box.b1)
        return;
    diff->boxes = ph_grow(diff->boxes, diff->count, &diff->capacity, sizeof box);
    diff->boxes[diff->count++] = box;
}

/* What is equal at both ends needs no search. */
static struct box trim(struct diff *diff, struct box box)
{
    while (box.a0 < box.a1 && box.b0 < box.b1 && diff->a[box.a0] == diff->b[box.b0])
        diff->match[box.a0++] = (size_t)box.b0++;
    while (box.a0 < box.a1 && box.b0 < box.b1 && diff->a[box.a1 - 1] == diff->b[box.b1 - 1])
        diff->match[--box.a1] = (size_t)--box.b1;
    return box;
}

static bool is_equal(const struct diff *diff, const struct box *box, bool backward, long x, long y)
{
    if (backward)
        return diff->a[box->a1 - 1 - x] == diff->b[box->b1 - 1 - y];
    return diff->a[box->a0 + x] == diff->b[box->b0 + y];
}

/* Round d from one corner: every diagonal as far as d edits lead. True when it meets what the
 * other corner has reached; *met is then counted from the corner that moved. */
static bool advance(const struct diff *diff, const struct box *box, long d, struct reach *own,
                    struct reach *other, struct point *met)
{
    const long n = box->a1 - box->a0, m = box->b1 - box->b0, delta = n - m;
    const long low = d <= m ? -d : d - 2 * m, high = d <= n ? d : 2 * n - d;
    const long seen =
        own->backward ? d : d - 1; /* rounds of the other corner, backward is second */
    const bool may_meet = own->backward == (delta % 2 == 0);
    for (long k = low; k <= high; k += 2) {
        const long left = *at_diagonal(own, k - 1), right = *at_diagonal(own, k + 1);
        long x = k == -d || (k != d && left < right) ? right : left + 1;
        while (x < n && x - k < m && is_equal(diff, box, own->backward, x, x - k))
            x++;
        *at_diagonal(own, k) = x;
        const long opposite = delta - k;
        if (may_meet && opposite >= -seen && opposite <= seen &&
            x + *at_diagonal(other, opposite) >= n) {
            *met = (struct point){x, x - k};
            return true;
        }
    }
    return false;
}

/* The most of both sequences that BOUND edits from the upper left corner lead through. */
static struct point furthest(const struct box *box, struct reach *forward)
{
    const long n = box->a1 - box->a0, m = box->b1 - box->b0;
    struct point best = {0, 0};
    for (long k = -PH_DIFF_BOUND; k <= PH_DIFF_BOUND; k += 2) {
        const long x = *at_diagonal(forward, k), y = x - k;
        if (k >= -m && k <= n && x <= n && y <= m && x + y > best.x + best.y)
            best = (struct point){x, y};
    }
    return best;
}

/* A point on a way through the box, neither corner: both parts are smaller than the whole. */
static struct point split(const struct diff *diff, const struct box *box)
{
    struct reach forward = {.backward = false}, backward = {.backward = true};
    struct point met;
    for (long d = 0; d <= PH_DIFF_BOUND; d++) {
        if (advance(diff, box, d, &forward, &backward, &met))
            return met;
        if (advance(diff, box, d, &backward, &forward, &met))
            return (struct point){box->a1 - box->a0 - met.x, box->b1 - box->b0 - met.y};
    }
    return furthest(box, &forward);
}

void ph_diff(const uint32_t *a, size_t n, const uint32_t *b, size_t m, size_t *match)
{
    struct diff diff = {.a = a, .b = b, .match = match};
    for (size_t i = 0; i < n; i++)
        match[i] = PH_NONE;
    push(&diff, (struct box){0, (long)n, 0, (long)m});
    while (diff.count > 0) {
        struct box box = trim(&diff, diff.boxes[--diff.count]);
        if (box.a0 == box.a1 || box.b0 == box.b1)
            continue;
        struct point at = split(&diff, &box);
        push(&diff, (struct box){box.a0 + at.x, box.a1, box.b0 + at.y, box.b1});
        push(&diff, (struct box){box.a0, box.a0 + at.x, box.b0, box.b0 + at.y});
    }
    free(diff.boxes);
}
