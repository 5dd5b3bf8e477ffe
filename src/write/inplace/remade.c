/* Footnotes whose mark goes from one place to another. */
#include <stdint.h>
#include <stdlib.h>

#include "base/memory.h"
#include "write/inplace/inplace.h"

void ph_inplace_see_marks(struct ph_inplace *inplace, const struct ph_node *node)
{
    const enum ph_wml_change whole = ph_inplace_change(node);
    const bool margin = ph_inplace_is_margin(inplace, node);
    const bool new = whole == PH_WML_INSERTED || whole == PH_WML_MOVED_TO;
    for (size_t i = 0; i < node->text.count; i++) {
        const struct ph_inline *mark = &node->text.inlines[i];
        if (mark->kind != PH_NOTE || !mark->note)
            continue;
        const unsigned change = ph_mark_change(mark);
        const struct ph_inplace_remade one = {.node = mark->note,
                                              .goes = ph_wml_is_gone(whole) ||
                                                      change == PH_BIT(PH_DELETED),
                                              .comes = new || change == PH_BIT(PH_INSERTED),
                                              .first = !ph_note_repeated(node, mark),
                                              .stays = margin};
        if (!one.goes && !one.comes)
            continue;
        inplace->remade =
            ph_grow(inplace->remade, inplace->remade_count, &inplace->remade_capacity, sizeof one);
        inplace->remade[inplace->remade_count++] = one;
    }
}

static int by_address(const void *a, const void *b)
{
    const uintptr_t x = (uintptr_t)((const struct ph_inplace_remade *)a)->node;
    const uintptr_t y = (uintptr_t)((const struct ph_inplace_remade *)b)->node;
    return x < y ? -1 : x > y;
}

void ph_inplace_end_marks(struct ph_inplace *inplace)
{
    size_t kept = 0;
    if (!inplace->remade_count)
        return;
    qsort(inplace->remade, inplace->remade_count, sizeof *inplace->remade, by_address);
    for (size_t i = 1; i < inplace->remade_count; i++) {
        struct ph_inplace_remade *last = &inplace->remade[kept];
        const struct ph_inplace_remade *one = &inplace->remade[i];
        if (one->node == last->node) {
            last->goes = last->goes || one->goes;
            last->comes += one->comes;
            last->first = last->first || (one->comes && one->first);
            last->stays = last->stays && one->stays;
        } else {
            inplace->remade[++kept] = *one;
        }
    }
    inplace->remade_count = kept + 1;
}

struct ph_inplace_remade *ph_inplace_remade(const struct ph_inplace *inplace,
                                            const struct ph_node *footnote)
{
    const struct ph_inplace_remade key = {.node = footnote};
    return inplace->remade_count ? bsearch(&key, inplace->remade, inplace->remade_count,
                                           sizeof *inplace->remade, by_address)
                                 : NULL;
}

bool ph_inplace_is_remade(const struct ph_inplace *inplace, const struct ph_node *footnote)
{
    const struct ph_inplace_remade *found = ph_inplace_remade(inplace, footnote);
    return found && footnote->mark == PH_UNMARKED && found->goes && found->comes && !found->stays;
}

bool ph_inplace_is_left(const struct ph_inplace *inplace, const struct ph_node *footnote)
{
    const struct ph_inplace_remade *found = ph_inplace_remade(inplace, footnote);
    return found && found->stays;
}
