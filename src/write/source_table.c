#include "write/source_table.h"

#include <string.h>

#include "base/utf8.h"
#include "doc/walk.h"
#include "write/parts.h"

enum { LABEL = 160, COLUMN = 16 };

/* Words of a form say nothing that somebody must look up. */
static bool is_sourced(const struct ph_node *node)
{
    const struct ph_origin *origin = &node->origin;
    if (origin->how == PH_AS_READ || (origin->how == PH_TEMPLATE && !origin->note))
        return false;
    return !(ph_change_of(node) & PH_BIT(PH_DELETED));
}

/* The node behind `node` in document order, into it first. */
static const struct ph_node *step(const struct ph_node *node)
{
    if (node->first)
        return node->first;
    while (node && !node->next)
        node = node->parent;
    return node ? node->next : NULL;
}

const struct ph_node *ph_next_sourced(const struct ph_document *document,
                                      const struct ph_node *after)
{
    const struct ph_node *node = after ? step(after) : document->root;
    while (node && !is_sourced(node))
        node = step(node);
    return node;
}

void ph_write_source_table(const struct ph_document *document, struct ph_buffer *out)
{
    const struct ph_node *node = ph_next_sourced(document, NULL);
    char label[LABEL];
    if (node)
        ph_buffer_put(out, "\n" PH_SOURCE_TABLE_HEADING ":\n");
    for (; node; node = ph_next_sourced(document, node)) {
        ph_label(node, label, sizeof label);
        const size_t width = ph_utf8_width(label, strlen(label));
        ph_buffer_printf(out, "  %s%*s", label, width < COLUMN ? (int)(COLUMN - width) : 1, "");
        ph_put_origin(node, out);
        ph_buffer_char(out, '\n');
    }
}
