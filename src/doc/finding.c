#include "doc/finding.h"

#include <stdlib.h>
#include <string.h>

#include "doc/order.h"

struct ph_findings *ph_findings_new(void)
{
    struct ph_findings *findings = ph_alloc_zero(1, sizeof *findings);
    findings->arena = ph_arena_new();
    return findings;
}

void ph_findings_free(struct ph_findings *findings)
{
    if (!findings)
        return;
    ph_arena_free(findings->arena);
    free(findings->items);
    free(findings->accepted);
    free(findings);
}

void ph_findings_add(struct ph_findings *findings, const struct ph_finding *finding)
{
    findings->items =
        ph_grow(findings->items, findings->count, &findings->capacity, sizeof *findings->items);
    struct ph_finding *added = &findings->items[findings->count++];
    *added = *finding;
    added->message = ph_arena_copy(findings->arena, finding->message);
    added->fix = ph_arena_copy(findings->arena, finding->fix);
}

bool ph_finding_is_fixable(const struct ph_finding *finding)
{
    return finding->fix || finding->look;
}

struct place {
    struct ph_finding finding;
    size_t order; /* of its node in the document */
    size_t said;  /* as which it was added */
};

static int by_place(const void *a, const void *b)
{
    const struct place *x = a, *y = b;
    if (x->order != y->order)
        return x->order < y->order ? -1 : 1;
    if (x->finding.from != y->finding.from)
        return x->finding.from < y->finding.from ? -1 : 1;
    if (x->finding.severity != y->finding.severity)
        return x->finding.severity > y->finding.severity ? -1 : 1;
    int rule = strcmp(x->finding.rule, y->finding.rule);
    if (rule)
        return rule;
    if (x->finding.to != y->finding.to)
        return x->finding.to > y->finding.to ? -1 : 1;
    return x->said < y->said ? -1 : x->said > y->said;
}

/* Whether the second says what the first has said: the same, or a part of its fix, or another
 * rule's fix that is the same. */
static bool is_double(const struct ph_finding *first, const struct ph_finding *second)
{
    const bool same = first->from == second->from && first->to == second->to;
    const bool within = same || (first->fix && second->fix && second->from < second->to &&
                                 second->from >= first->from && second->to <= first->to);
    return (within && !strcmp(first->rule, second->rule) &&
            !strcmp(first->message, second->message)) ||
           (same && first->fix && second->fix && !strcmp(first->fix, second->fix));
}

enum { LOOK_BACK = 32 }; /* findings of one paragraph, so that no paragraph takes forever */

static bool is_said(const struct ph_finding *said, size_t count, const struct ph_finding *finding)
{
    const size_t least = count > LOOK_BACK ? count - LOOK_BACK : 0;
    for (size_t i = count; i > least && said[i - 1].node == finding->node; i--)
        if (is_double(&said[i - 1], finding))
            return true;
    return false;
}

void ph_findings_sort(struct ph_findings *findings, const struct ph_document *document)
{
    size_t nodes;
    struct ph_node_order *orders = ph_order_nodes(document->root, &nodes);
    struct place *places = ph_alloc_zero(findings->count, sizeof *places);
    for (size_t i = 0; i < findings->count; i++) {
        const size_t order = ph_order_of(orders, nodes, findings->items[i].node);
        places[i] = (struct place){findings->items[i], order, i};
    }
    if (findings->count)
        qsort(places, findings->count, sizeof *places, by_place);
    size_t kept = 0;
    for (size_t i = 0; i < findings->count; i++)
        if (!is_said(findings->items, kept, &places[i].finding))
            findings->items[kept++] = places[i].finding;
    findings->count = kept;
    free(places);
    free(orders);
}

void ph_findings_accept(struct ph_findings *findings, const char *const *reasons)
{
    size_t kept = 0;
    for (size_t i = 0; i < findings->count; i++) {
        if (!reasons[i]) {
            findings->items[kept++] = findings->items[i];
            continue;
        }
        findings->accepted = ph_grow(findings->accepted, findings->accepted_count,
                                     &findings->accepted_capacity, sizeof *findings->accepted);
        findings->accepted[findings->accepted_count++] = (struct ph_accepted_finding){
            findings->items[i], ph_arena_copy(findings->arena, reasons[i])};
    }
    findings->count = kept;
}
