/* Footnotes whose mark goes from one place to another. */
#include <stdint.h>
#include <stdlib.h>

#include "base/memory.h"
#include "write/inplace/inplace.h"

/* What becomes of one mark. */
static struct ph_inplace_remade see_mark(const struct ph_inplace *inplace,
                                         const struct ph_node *node, const struct ph_inline *mark)
{
    const enum ph_wml_change whole = ph_inplace_change(node);
    const bool margin = ph_inplace_is_margin(inplace, node);
    const unsigned change = ph_mark_change(mark);
    const bool goes = ph_wml_is_gone(whole) || change == PH_BIT(PH_DELETED);
    const bool comes =
        whole == PH_WML_INSERTED || whole == PH_WML_MOVED_TO || change == PH_BIT(PH_INSERTED);
    return (struct ph_inplace_remade){.node = mark->note,
                                      .goes = goes && !comes,
                                      .comes = comes,
                                      .kept = !goes && !comes && !margin,
                                      .old = !comes,
                                      .bound = !goes && !comes && margin,
                                      .stays = margin && (goes || comes),
                                      .order = inplace->remade_count};
}

void ph_inplace_see_marks(struct ph_inplace *inplace, const struct ph_node *node)
{
    for (size_t i = 0; i < node->text.count; i++) {
        const struct ph_inline *mark = &node->text.inlines[i];
        if (mark->kind != PH_NOTE || !mark->note)
            continue;
        inplace->remade = ph_grow(inplace->remade, inplace->remade_count, &inplace->remade_capacity,
                                  sizeof *inplace->remade);
        inplace->remade[inplace->remade_count] = see_mark(inplace, node, mark);
        inplace->remade_count++;
    }
}

static int by_address(const void *a, const void *b)
{
    const uintptr_t x = (uintptr_t)((const struct ph_inplace_remade *)a)->node;
    const uintptr_t y = (uintptr_t)((const struct ph_inplace_remade *)b)->node;
    return x < y ? -1 : x > y;
}

static int by_mention(const void *a, const void *b)
{
    const struct ph_inplace_remade *one = a, *other = b;
    const int address = by_address(a, b);
    return address ? address : one->order < other->order ? -1 : one->order > other->order;
}

static bool is_changed(const struct ph_inplace_remade *note)
{
    return note->goes || note->comes;
}

/* One more mark of a footnote: the first of the old ones carries it. */
static void add_mark(struct ph_inplace_remade *note, const struct ph_inplace_remade *mark)
{
    if (is_changed(mark))
        note->stays = mark->stays && (note->stays || !is_changed(note));
    note->goes = note->goes || (mark->goes && !note->old);
    note->old = note->old || mark->old;
    note->bound = note->bound || mark->bound;
    note->comes += mark->comes;
    note->kept += mark->kept;
}

void ph_inplace_end_marks(struct ph_inplace *inplace)
{
    size_t last = 0;
    bool asked = false;
    if (!inplace->remade_count)
        return;
    qsort(inplace->remade, inplace->remade_count, sizeof *inplace->remade, by_mention);
    for (size_t i = 1; i < inplace->remade_count; i++) {
        const struct ph_inplace_remade *one = &inplace->remade[i];
        if (one->node == inplace->remade[last].node)
            add_mark(&inplace->remade[last], one);
        else
            inplace->remade[++last] = *one;
    }
    inplace->remade_count = last + 1;
    for (size_t i = 0; i <= last; i++)
        asked = asked || (inplace->remade[i].kept && is_changed(&inplace->remade[i]));
    inplace->shares = asked && ph_inplace_refers_twice(inplace);
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
    if (!found || footnote->mark != PH_UNMARKED || found->stays || found->bound)
        return false;
    if (found->kept && inplace->shares)
        return false;
    return found->old && (found->comes || (found->goes && found->kept));
}

bool ph_inplace_is_replaced(const struct ph_inplace *inplace, const struct ph_node *node,
                            const struct ph_inline *mark)
{
    return mark->kind == PH_NOTE && mark->note && ph_inplace_change(node) == PH_WML_KEPT &&
           !ph_mark_change(mark) && !ph_inplace_is_margin(inplace, node) &&
           ph_inplace_is_remade(inplace, mark->note);
}

bool ph_inplace_is_remarked(const struct ph_inplace *inplace, const struct ph_node *node)
{
    for (size_t i = 0; i < node->text.count; i++)
        if (ph_inplace_is_replaced(inplace, node, &node->text.inlines[i]))
            return true;
    return false;
}

bool ph_inplace_is_repeated(const struct ph_inplace *inplace, const struct ph_node *footnote)
{
    const struct ph_inplace_remade *found = ph_inplace_remade(inplace, footnote);
    const bool all_new =
        footnote->mark == PH_NODE_INSERTED || ph_inplace_is_remade(inplace, footnote);
    return found && all_new && found->comes + found->kept > 1;
}

bool ph_inplace_is_left(const struct ph_inplace *inplace, const struct ph_node *footnote)
{
    const struct ph_inplace_remade *found = ph_inplace_remade(inplace, footnote);
    return found && found->stays;
}
