#include "doc/walk.h"

struct ph_walk ph_walk_start(const struct ph_node *root)
{
    return (struct ph_walk){.root = root};
}

bool ph_walk_step(struct ph_walk *walk)
{
    if (!walk->node) {
        walk->node = walk->root;
        walk->leaving = false;
        return walk->node != NULL;
    }
    if (!walk->leaving && walk->node->first) {
        walk->node = walk->node->first;
        return true;
    }
    if (!walk->leaving) {
        walk->leaving = true;
        return true;
    }
    if (walk->node == walk->root)
        return false;
    walk->leaving = !walk->node->next;
    walk->node = walk->node->next ? walk->node->next : walk->node->parent;
    return true;
}

void ph_walk_skip(struct ph_walk *walk)
{
    walk->leaving = true;
}

/* The next node in document order, entered; NULL at the end. */
static const struct ph_node *step(const struct ph_node *root, const struct ph_node *node)
{
    if (!node)
        return root;
    if (node->first)
        return node->first;
    while (node != root && !node->next)
        node = node->parent;
    return node == root ? NULL : node->next;
}

struct ph_node *ph_next_of(const struct ph_node *root, const struct ph_node *after,
                           enum ph_kind kind)
{
    const struct ph_node *node = step(root, after);
    while (node && node->kind != kind)
        node = step(root, node);
    return (struct ph_node *)node;
}

struct ph_node *ph_next_text(const struct ph_node *root, const struct ph_node *after)
{
    const struct ph_node *node = step(root, after);
    while (node && node->text.length == 0)
        node = step(root, node);
    return (struct ph_node *)node;
}
