#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "doc/stretch.h"
#include "doc/walk.h"
#include "word/element.h"
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

enum ph_docx_revision ph_docx_revision_of_words(const struct ph_node *node, unsigned kinds)
{
    enum ph_docx_revision whole = ph_docx_revision_of(node);
    if (whole != PH_DOCX_KEPT)
        return whole;
    if (kinds & PH_BIT(PH_DELETED))
        return PH_DOCX_DEL;
    return kinds & PH_BIT(PH_INSERTED) ? PH_DOCX_INS : PH_DOCX_KEPT;
}

bool ph_docx_is_on(enum ph_docx_revision kind, int side)
{
    if (kind == PH_DOCX_DEL || kind == PH_DOCX_MOVE_FROM)
        return side == PH_DOCX_OLD;
    return kind == PH_DOCX_KEPT || side == PH_DOCX_NEW;
}

int ph_docx_next_id(struct ph_docx *docx)
{
    return ++docx->revisions;
}

void ph_docx_sign(struct ph_docx *docx, xmlNode *element)
{
    const char *author = docx->options->author;
    char moment[PH_WML_MOMENT];
    ph_docx_set(element, "author", author ? author : "penholder");
    ph_docx_set(element, "date", ph_wml_moment(docx->options->date, moment));
}

xmlNode *ph_docx_add_revision(struct ph_docx *docx, xmlNode *parent, enum ph_docx_revision kind)
{
    static const char *const names[] = {NULL, "ins", "del", "moveFrom", "moveTo", "rPrChange"};
    if (kind == PH_DOCX_KEPT)
        return parent;
    xmlNode *made = ph_docx_add(parent, names[kind]);
    ph_docx_set_number(made, "id", ph_docx_next_id(docx));
    ph_docx_sign(docx, made);
    return made;
}

void ph_docx_add_old_look(struct ph_docx *docx, xmlNode *properties, const char *look)
{
    static const char *const looks[] = {"italic", "bold", "superscript"};
    xmlNode *change = ph_docx_add_revision(docx, properties, PH_DOCX_LOOK);
    xmlNode *old = ph_docx_add(change, "rPr");
    for (size_t i = 0; i < sizeof looks / sizeof *looks; i++)
        if (strstr(look, looks[i]))
            ph_docx_wear(docx, old, looks[i]);
}

/* ---- moves ---- */

struct ph_docx_move {
    const struct ph_node *from;
    int number;
};

static int by_address(const void *a, const void *b)
{
    uintptr_t x = (uintptr_t)((const struct ph_docx_move *)a)->from;
    uintptr_t y = (uintptr_t)((const struct ph_docx_move *)b)->from;
    return (x > y) - (x < y);
}

/* What is inside of a node that moved has the mark as well, but no other end. */
static bool is_far_end(const struct ph_node *node)
{
    return node->mark == PH_MOVED_FROM && node->twin;
}

void ph_docx_number_moves(struct ph_docx *docx)
{
    size_t capacity = 0;
    struct ph_walk walk = ph_walk_start(docx->document->root);
    while (ph_walk_step(&walk)) {
        if (walk.leaving || !is_far_end(walk.node))
            continue;
        docx->moves = ph_grow(docx->moves, docx->move_count, &capacity, sizeof *docx->moves);
        int number = (int)docx->move_count + 1;
        docx->moves[docx->move_count++] = (struct ph_docx_move){walk.node, number};
    }
    if (docx->move_count)
        qsort(docx->moves, docx->move_count, sizeof *docx->moves, by_address);
}

void ph_docx_close_moves(struct ph_docx *docx)
{
    free(docx->moves);
    docx->moves = NULL;
}

/* The two ends of a move carry one name: the number of its far end among them. */
static const struct ph_docx_move *find_move(const struct ph_docx *docx, const struct ph_node *node)
{
    struct ph_docx_move key = {.from = node->mark == PH_MOVED_FROM ? node : node->twin};
    return docx->move_count && key.from
               ? bsearch(&key, docx->moves, docx->move_count, sizeof key, by_address)
               : NULL;
}

/* The schema wants a date here and nowhere else; Word shows that of the words. It is the date of
 * all entries of the package. */
#define NO_DATE "1980-01-01T00:00:00Z"

void ph_docx_open_move(struct ph_docx *docx, xmlNode *paragraph, const struct ph_node *node)
{
    bool from = node->mark == PH_MOVED_FROM;
    const struct ph_docx_move *move =
        (from || node->mark == PH_MOVED_TO) && !docx->open_move ? find_move(docx, node) : NULL;
    if (!move)
        return;
    char name[32];
    snprintf(name, sizeof name, "move%d", move->number);
    xmlNode *start = ph_docx_add(paragraph, from ? "moveFromRangeStart" : "moveToRangeStart");
    docx->open_move = node;
    docx->open_move_id = ph_docx_next_id(docx);
    ph_docx_set_number(start, "id", docx->open_move_id);
    ph_docx_sign(docx, start);
    if (!docx->options->date)
        ph_docx_set(start, "date", NO_DATE);
    ph_docx_set(start, "name", name);
}

void ph_docx_close_move(struct ph_docx *docx, xmlNode *body, const struct ph_node *node)
{
    if (docx->open_move != node)
        return;
    bool from = node->mark == PH_MOVED_FROM;
    xmlNode *end = ph_docx_add(body, from ? "moveFromRangeEnd" : "moveToRangeEnd");
    ph_docx_set_number(end, "id", docx->open_move_id);
    docx->open_move = NULL;
}
