#include "check/once.h"

#include <ctype.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

/* Bytes of a stretch that is short: some words. What is said of a longer one is not said of each of
 * its words. */
enum { SHORT = 40 };
/* Findings that are looked at on either side of one, so that no place takes forever. */
enum { NEAR = 64 };

/* Of all findings, and those that were accepted, sorted together by where they stand. */
struct said {
    const struct ph_finding *finding;
    size_t order; /* in which they came */
    enum { UNKNOWN, TOLD, COVERED } state;
};

static int by_place(const void *a, const void *b)
{
    const struct said *x = a, *y = b;
    const struct ph_finding *one = x->finding, *other = y->finding;
    if (one->node != other->node)
        return (uintptr_t)one->node < (uintptr_t)other->node ? -1 : 1;
    if (one->from != other->from)
        return one->from < other->from ? -1 : 1;
    return x->order < y->order ? -1 : x->order > y->order;
}

static size_t length_of(const struct ph_finding *finding)
{
    return finding->to - finding->from;
}

static bool is_within(const struct ph_finding *inner, const struct ph_finding *outer)
{
    return inner->from >= outer->from && inner->to <= outer->to;
}

static bool is_short(const struct ph_finding *finding)
{
    return finding->from < finding->to && length_of(finding) <= SHORT && !finding->look;
}

/* Whether a fix is of the words, not of the mark that ends them. */
static bool mends_words(const struct ph_finding *finding)
{
    const char *words = finding->node->text.bytes + finding->from, *fix = finding->fix;
    const size_t length = length_of(finding), fixed = strlen(fix);
    size_t same = 0, behind = 0;
    while (same < length && same < fixed && words[same] == fix[same])
        same++;
    while (behind < length - same && behind < fixed - same &&
           words[length - behind - 1] == fix[fixed - behind - 1])
        behind++;
    for (size_t i = same; i < length - behind; i++)
        if (isalnum((unsigned char)words[i]))
            return true;
    for (size_t i = same; i < fixed - behind; i++)
        if (isalnum((unsigned char)fix[i]))
            return true;
    return behind > 0;
}

/* Whether the second, a guess, adds nothing to the first. */
static bool covers(const struct said *first, const struct said *second)
{
    const struct ph_finding *one = first->finding, *other = second->finding;
    const size_t more = length_of(one), less = length_of(other);
    if (!other->is_guess || !is_short(one) || one->severity < other->severity ||
        (!is_within(other, one) && !is_within(one, other)))
        return false;
    if (one->fix)
        return mends_words(one) &&
               (!other->fix || less < more || (less == more && one->severity > other->severity));
    if (other->fix || !one->is_guess)
        return false;
    return one->severity > other->severity || more < less ||
           (less == more && first->order < second->order);
}

/* What covers another is told, or covered by what covers both or says more of it. */
static bool is_covered(struct said *all, size_t count, size_t i)
{
    const struct ph_finding *here = all[i].finding;
    if (all[i].state != UNKNOWN)
        return all[i].state == COVERED;
    all[i].state = TOLD;
    if (!is_short(here))
        return false;
    size_t first = i, last = i;
    while (first && i - first < NEAR && all[first - 1].finding->node == here->node &&
           all[first - 1].finding->from + SHORT > here->from)
        first--;
    while (last + 1 < count && last - i < NEAR && all[last + 1].finding->node == here->node &&
           all[last + 1].finding->from < here->to)
        last++;
    bool covered = false;
    for (size_t k = first; k <= last && !covered; k++)
        covered = k != i && covers(&all[k], &all[i]) && !is_covered(all, count, k);
    all[i].state = covered ? COVERED : TOLD;
    return covered;
}

static struct said *list(const struct ph_findings *findings)
{
    struct said *all = ph_alloc_zero(findings->count + findings->accepted_count + 1, sizeof *all);
    size_t count = 0;
    for (size_t i = 0; i < findings->count; i++, count++)
        all[count] = (struct said){&findings->items[i], count, UNKNOWN};
    for (size_t i = 0; i < findings->accepted_count; i++, count++)
        all[count] = (struct said){&findings->accepted[i].finding, count, UNKNOWN};
    if (count)
        qsort(all, count, sizeof *all, by_place);
    return all;
}

void ph_check_once(struct ph_findings *findings)
{
    const size_t count = findings->count + findings->accepted_count;
    struct said *all = list(findings);
    bool *covered = ph_alloc_zero(findings->count + 1, sizeof *covered);
    for (size_t i = 0; i < count; i++)
        if (all[i].order < findings->count)
            covered[all[i].order] = is_covered(all, count, i);
    size_t kept = 0;
    for (size_t i = 0; i < findings->count; i++)
        if (!covered[i])
            findings->items[kept++] = findings->items[i];
    findings->count = kept;
    free(covered);
    free(all);
}
