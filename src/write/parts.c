#include "write/parts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "doc/walk.h"
#include "un/ordinal.h"

/* ---- footnotes ---- */

struct note {
    const struct ph_node *node;
    size_t place;
};

static int by_number(const void *a, const void *b)
{
    const struct note *x = a, *y = b;
    int one = ph_note_number(x->node), other = ph_note_number(y->node);
    if (one != other)
        return one < other ? -1 : 1;
    return (x->place > y->place) - (x->place < y->place);
}

size_t ph_notes_in_order(const struct ph_document *document, const struct ph_node ***notes)
{
    struct note *list = NULL;
    size_t count = 0, capacity = 0;
    for (const struct ph_node *note = NULL;
         (note = ph_next_of(document->root, note, PH_FOOTNOTE));) {
        list = ph_grow(list, count, &capacity, sizeof *list);
        list[count] = (struct note){note, count};
        count++;
    }
    if (count)
        qsort(list, count, sizeof *list, by_number);
    *notes = ph_alloc((count + 1) * sizeof **notes);
    for (size_t i = 0; i < count; i++)
        (*notes)[i] = list[i].node;
    free(list);
    return count;
}

const char *ph_note_mark(const struct ph_node *note, char *out, size_t size)
{
    const char *printed = note->as.footnote.mark;
    if (ph_note_number(note))
        snprintf(out, size, "%d", ph_note_number(note));
    else
        snprintf(out, size, "%s", printed ? printed : "");
    return out;
}

/* ---- numbers ---- */

const char *ph_number_now(const struct ph_node *node, char *out, size_t size)
{
    return ph_change_of(node) & PH_BIT(PH_DELETED) ? NULL : ph_number(node, out, size);
}

/* ---- sources ---- */

void ph_put_origin(const struct ph_node *node, struct ph_buffer *out)
{
    const struct ph_origin *origin = &node->origin;
    static const char *const hows[] = {"", "verbatim", "advanced", "from a template", "no source"};
    char ordinal[64];
    if (origin->how == PH_AS_READ)
        return;
    if (origin->symbol)
        ph_buffer_printf(out, "%s of %s, ", origin->label ? origin->label : "text", origin->symbol);
    ph_buffer_put(out, hows[origin->how]);
    if (origin->times > 1 && origin->times <= PH_ORDINAL_MAX)
        ph_buffer_printf(
            out, ", %s time",
            ph_ordinal(node->document->lexicon, origin->times, ordinal, sizeof ordinal));
    if (origin->note)
        ph_buffer_printf(out, ": %s", origin->note);
}

/* ---- marks ---- */

void ph_put_marked_words(const struct ph_node *node, const struct ph_inline *mark,
                         struct ph_buffer *out)
{
    enum { LONGEST = 100 };
    size_t to = mark->to;
    if (to - mark->from > LONGEST)
        for (to = mark->from + LONGEST; ((unsigned char)node->text.bytes[to] & 0xC0) == 0x80;)
            to--;
    ph_buffer_add(out, node->text.bytes + mark->from, to - mark->from);
    if (to < mark->to)
        ph_buffer_put(out, "…");
}

void ph_put_fact_name(const struct ph_inline *mark, struct ph_buffer *out)
{
    if (mark->kind == PH_PLACEHOLDER && mark->name)
        ph_buffer_printf(out, " (--set %s=…)", mark->name);
}

size_t ph_code_points(const char *text, size_t from, size_t to)
{
    size_t count = 0;
    for (; from < to; from++)
        count += ((unsigned char)text[from] & 0xC0) != 0x80;
    return count;
}
