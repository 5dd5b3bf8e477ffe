/* The ranges of what moved: each has a name that both ends share (ECMA-376 part 1, 17.13.5). */
#include <stdint.h>
#include <stdlib.h>

#include "base/memory.h"
#include "write/inplace/inplace.h"

void ph_inplace_see_move(struct ph_inplace *inplace, const struct ph_node *node)
{
    if (node->mark != PH_MOVED_FROM || !node->twin)
        return;
    inplace->moves = ph_grow(inplace->moves, inplace->move_count, &inplace->move_capacity,
                             sizeof *inplace->moves);
    struct ph_inplace_move *move = &inplace->moves[inplace->move_count++];
    *move = (struct ph_inplace_move){.from = node, .name = inplace->signer.next++};
    move->from_id = inplace->signer.next++;
    move->to_id = inplace->signer.next++;
}

static int by_address(const void *a, const void *b)
{
    const uintptr_t x = (uintptr_t)((const struct ph_inplace_move *)a)->from;
    const uintptr_t y = (uintptr_t)((const struct ph_inplace_move *)b)->from;
    return x < y ? -1 : x > y;
}

void ph_inplace_end_moves(struct ph_inplace *inplace)
{
    if (inplace->move_count)
        qsort(inplace->moves, inplace->move_count, sizeof *inplace->moves, by_address);
}

/* The move whose old end a node is, or is the other end of; NULL: it has no old end here. */
static const struct ph_inplace_move *move_of(const struct ph_inplace *inplace,
                                             const struct ph_node *node)
{
    const struct ph_inplace_move key = {.from = node->mark == PH_MOVED_FROM ? node : node->twin};
    return inplace->move_count ? bsearch(&key, inplace->moves, inplace->move_count,
                                         sizeof *inplace->moves, by_address)
                               : NULL;
}

void ph_inplace_begin_move(struct ph_inplace *inplace, const struct ph_node *node,
                           struct ph_buffer *out)
{
    const struct ph_inplace_move *move = move_of(inplace, node);
    const bool from = node->mark == PH_MOVED_FROM;
    const long next = inplace->signer.next;
    if (!move)
        return;
    inplace->signer.next = from ? move->from_id : move->to_id;
    ph_sign(&inplace->signer, from ? "moveFromRangeStart" : "moveToRangeStart", "", out);
    inplace->signer.next = next;
    if (!inplace->signer.date) /* required here (17.13.5.23); the day that packages begin with */
        ph_buffer_printf(out, " %sdate=\"1980-01-01T00:00:00Z\"", inplace->signer.prefix);
    ph_buffer_printf(out, " %sname=\"move%ld\"/>", inplace->signer.prefix, move->name);
}

void ph_inplace_end_move(struct ph_inplace *inplace, const struct ph_node *node)
{
    if ((node->mark != PH_MOVED_FROM && node->mark != PH_MOVED_TO) || !node->twin)
        return;
    const struct ph_inplace_move *move = move_of(inplace, node);
    const bool from = node->mark == PH_MOVED_FROM;
    struct ph_buffer end = {0};
    if (!move)
        return;
    ph_buffer_printf(&end, "<%s%s %sid=\"%ld\"/>", inplace->signer.prefix,
                     from ? "moveFromRangeEnd" : "moveToRangeEnd", inplace->signer.prefix,
                     from ? move->from_id : move->to_id);
    ph_inplace_add_behind(inplace, end.data);
    ph_buffer_free(&end);
}
