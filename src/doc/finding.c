#include "doc/finding.h"

#include <stdlib.h>
#include <string.h>

#include "doc/walk.h"

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

struct place {
    struct ph_finding finding;
    size_t order; /* of its node in the document */
};

struct node_order {
    const struct ph_node *node;
    size_t order;
};

static int by_node(const void *a, const void *b)
{
    const struct ph_node *x = ((const struct node_order *)a)->node;
    const struct ph_node *y = ((const struct node_order *)b)->node;
    return x < y ? -1 : x > y;
}

static struct node_order *number_nodes(const struct ph_document *document, size_t *count)
{
    struct node_order *orders = NULL;
    size_t capacity = 0;
    *count = 0;
    struct ph_walk walk = ph_walk_start(document->root);
    while (ph_walk_step(&walk)) {
        if (walk.leaving)
            continue;
        orders = ph_grow(orders, *count, &capacity, sizeof *orders);
        orders[*count] = (struct node_order){walk.node, *count};
        ++*count;
    }
    qsort(orders, *count, sizeof *orders, by_node);
    return orders;
}

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
    return rule ? rule : strcmp(x->finding.message, y->finding.message);
}

static bool is_double(const struct ph_finding *a, const struct ph_finding *b)
{
    return a->node == b->node && a->from == b->from && a->to == b->to &&
           !strcmp(a->rule, b->rule) && !strcmp(a->message, b->message);
}

void ph_findings_sort(struct ph_findings *findings, const struct ph_document *document)
{
    size_t nodes;
    struct node_order *orders = number_nodes(document, &nodes);
    struct place *places = ph_alloc_zero(findings->count, sizeof *places);
    for (size_t i = 0; i < findings->count; i++) {
        struct node_order key = {findings->items[i].node, 0};
        const struct node_order *found = bsearch(&key, orders, nodes, sizeof key, by_node);
        places[i] = (struct place){findings->items[i], found ? found->order : nodes};
    }
    if (findings->count)
        qsort(places, findings->count, sizeof *places, by_place);
    size_t kept = 0;
    for (size_t i = 0; i < findings->count; i++)
        if (!kept || !is_double(&findings->items[kept - 1], &places[i].finding))
            findings->items[kept++] = places[i].finding;
    findings->count = kept;
    free(places);
    free(orders);
}
