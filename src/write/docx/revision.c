#include <stdio.h>

#include "doc/walk.h"
#include "write/docx/docx.h"

static enum ph_docx_revision of_mark(enum ph_mark mark)
{
    switch (mark) {
    case PH_NODE_INSERTED:
        return PH_DOCX_INS;
    case PH_NODE_DELETED:
        return PH_DOCX_DEL;
    case PH_MOVED_FROM:
        return PH_DOCX_MOVE_FROM;
    case PH_MOVED_TO:
        return PH_DOCX_MOVE_TO;
    default:
        return PH_DOCX_KEPT;
    }
}

enum ph_docx_revision ph_docx_revision_of(const struct ph_node *node)
{
    for (; node; node = node->parent)
        if (node->mark != PH_UNMARKED)
            return of_mark(node->mark);
    return PH_DOCX_KEPT;
}

int ph_docx_next_id(struct ph_docx *docx)
{
    return ++docx->revisions;
}

void ph_docx_sign(struct ph_docx *docx, xmlNode *element)
{
    const char *author = docx->options->author;
    ph_docx_set(element, "author", author ? author : "penholder");
    ph_docx_set(element, "date", docx->options->date);
}

xmlNode *ph_docx_add_revision(struct ph_docx *docx, xmlNode *parent, enum ph_docx_revision kind)
{
    static const char *const names[] = {NULL, "ins", "del", "moveFrom", "moveTo"};
    if (kind == PH_DOCX_KEPT)
        return parent;
    xmlNode *made = ph_docx_add(parent, names[kind]);
    ph_docx_set_number(made, "id", ph_docx_next_id(docx));
    ph_docx_sign(docx, made);
    return made;
}

/* The two ends of a move carry one name: the number of its first end among the moved nodes. */
static int move_number(const struct ph_docx *docx, const struct ph_node *from)
{
    int number = 0;
    struct ph_walk walk = ph_walk_start(docx->document->root);
    while (ph_walk_step(&walk)) {
        if (walk.leaving || walk.node->mark != PH_MOVED_FROM)
            continue;
        number++;
        if (walk.node == from)
            break;
    }
    return number;
}

int ph_docx_open_move(struct ph_docx *docx, xmlNode *paragraph, const struct ph_node *node)
{
    bool from = node->mark == PH_MOVED_FROM;
    if ((!from && node->mark != PH_MOVED_TO) || !node->twin)
        return 0;
    char name[32];
    snprintf(name, sizeof name, "move%d", move_number(docx, from ? node : node->twin));
    xmlNode *start = ph_docx_add(paragraph, from ? "moveFromRangeStart" : "moveToRangeStart");
    int id = ph_docx_next_id(docx);
    ph_docx_set_number(start, "id", id);
    ph_docx_sign(docx, start);
    ph_docx_set(start, "name", name);
    return id;
}

void ph_docx_close_move(xmlNode *body, const struct ph_node *node, int id)
{
    if (!id)
        return;
    bool from = node->mark == PH_MOVED_FROM;
    xmlNode *end = ph_docx_add(body, from ? "moveFromRangeEnd" : "moveToRangeEnd");
    ph_docx_set_number(end, "id", id);
}
