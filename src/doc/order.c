#include "doc/order.h"

#include <stdint.h>
#include <stdlib.h>

#include "doc/walk.h"

static int by_address(const void *a, const void *b)
{
    const uintptr_t x = (uintptr_t)((const struct ph_node_order *)a)->node;
    const uintptr_t y = (uintptr_t)((const struct ph_node_order *)b)->node;
    return x < y ? -1 : x > y;
}

struct ph_node_order *ph_order_nodes(const struct ph_node *root, size_t *count)
{
    struct ph_node_order *orders = NULL;
    size_t capacity = 0;
    *count = 0;
    struct ph_walk walk = ph_walk_start(root);
    while (ph_walk_step(&walk)) {
        if (walk.leaving)
            continue;
        orders = ph_grow(orders, *count, &capacity, sizeof *orders);
        orders[*count] = (struct ph_node_order){walk.node, *count};
        ++*count;
    }
    qsort(orders, *count, sizeof *orders, by_address);
    return orders;
}

size_t ph_order_of(const struct ph_node_order *orders, size_t count, const struct ph_node *node)
{
    const struct ph_node_order key = {node, 0};
    const struct ph_node_order *found = bsearch(&key, orders, count, sizeof key, by_address);
    return found ? found->order : count;
}
