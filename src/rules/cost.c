#include "rules/cost.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/clock.h"
#include "base/memory.h"
#include "rules/rule.h"

struct ph_costs *ph_costs_new(void)
{
    return ph_alloc_zero(1, sizeof(struct ph_costs));
}

void ph_costs_free(struct ph_costs *costs)
{
    if (!costs)
        return;
    free(costs->items);
    free(costs);
}

double ph_costs_clock(void)
{
    struct timespec now = {0};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return (double)now.tv_sec + (double)now.tv_nsec / 1e9;
}

struct ph_patience ph_patience_new(void)
{
    return (struct ph_patience){.until = ph_costs_clock() + PH_PATIENCE,
                                .not_before = ph_milliseconds() + PH_PATIENCE * 1000};
}

bool ph_patience_is_over(struct ph_patience *patience)
{
    enum { NOW_AND_THEN = 16 };
    if (!patience)
        return false;
    if (!patience->over && ++patience->asked % NOW_AND_THEN == 0)
        ph_patience_look(patience);
    return patience->over;
}

void ph_patience_look(struct ph_patience *patience)
{
    if (patience->over || ph_milliseconds() < patience->not_before)
        return;
    double left = patience->until - ph_costs_clock();
    patience->over = left < 0;
    patience->not_before = ph_milliseconds() + (int64_t)(left * 1000);
}

void ph_costs_add(struct ph_costs *costs, const struct ph_rule *rule, double seconds,
                  size_t findings)
{
    size_t at = 0;
    while (at < costs->count && costs->items[at].rule != rule)
        at++;
    if (at == costs->count) {
        costs->items = ph_grow(costs->items, costs->count, &costs->capacity, sizeof *costs->items);
        costs->items[costs->count++] = (struct ph_cost){.rule = rule};
    }
    costs->items[at].seconds += seconds;
    costs->items[at].findings += findings;
}

static const char *name_of(const struct ph_cost *cost)
{
    return cost->rule ? ph_rule_id(cost->rule) : "(the document's form, for all rules)";
}

static int dearest_first(const void *a, const void *b)
{
    const struct ph_cost *one = a, *other = b;
    if (one->seconds != other->seconds)
        return one->seconds < other->seconds ? 1 : -1;
    return strcmp(name_of(one), name_of(other));
}

static void print_row(const struct ph_cost *cost, double all, const char *name,
                      struct ph_buffer *out)
{
    ph_buffer_printf(out, "%9.2f %5.1f%% %8zu  %s\n", cost->seconds * 1000,
                     all > 0 ? cost->seconds / all * 100 : 0, cost->findings, name);
}

void ph_costs_print(const struct ph_costs *costs, struct ph_buffer *out)
{
    struct ph_cost *sorted = ph_alloc_zero(costs->count + 1, sizeof *sorted), sum = {0};
    for (size_t i = 0; i < costs->count; i++) {
        sorted[i] = costs->items[i];
        sum.seconds += sorted[i].seconds;
        sum.findings += sorted[i].findings;
    }
    qsort(sorted, costs->count, sizeof *sorted, dearest_first);
    ph_buffer_printf(out, "%9s %6s %8s  %s\n", "ms", "share", "findings", "rule");
    for (size_t i = 0; i < costs->count; i++)
        print_row(&sorted[i], sum.seconds, name_of(&sorted[i]), out);
    print_row(&sum, sum.seconds, "in all", out);
    free(sorted);
}
