/* Functions about what words look like in the file. */
#include <stdlib.h>

#include "doc/restyle.h"
#include "doc/stretch.h"
#include "rules/call.h"
#include "rules/elements.h"

void ph_function_italic(struct ph_xpath_call *call)
{
    const struct ph_text *text = call->node ? &call->node->text : NULL;
    for (size_t i = 0; text && i < text->count; i++) {
        const struct ph_inline *one = &text->inlines[i];
        if (one->kind == PH_ITALIC) {
            ph_give_words(call, text->bytes + one->from, one->to - one->from);
            return;
        }
    }
    ph_give_text(call, "");
}

/* Bytes [from, to) of a text from the first to the last letter that is not italic; false: all are.
 */
static bool find_roman(const struct ph_text *text, size_t *from, size_t *to)
{
    struct ph_looks *looks;
    const size_t count = ph_looks_of(text, *from, *to, &looks);
    size_t first = *to, last = *from;
    bool italic = false;
    for (size_t i = 0; i < count; i++) {
        size_t start = looks[i].from, end = looks[i].to;
        while (start < end && text->bytes[start] == ' ')
            start++;
        if (looks[i].looks & PH_BIT(PH_ITALIC)) {
            italic = true;
        } else if (start < end) {
            first = start < first ? start : first;
            last = end;
        }
    }
    free(looks);
    while (last > first && text->bytes[last - 1] == ' ')
        last--;
    *from = first;
    *to = last;
    return italic && first < last;
}

void ph_function_opening_roman(struct ph_xpath_call *call)
{
    const struct ph_node *node = call->node && ph_is_paragraph(call->node) ? call->node : NULL;
    size_t from = node ? node->as.paragraph.opening.from : 0;
    size_t to = node ? node->as.paragraph.opening.to : 0;
    if (node && node->as.paragraph.opening.part != PH_NO_PART && to <= node->text.length &&
        find_roman(&node->text, &from, &to))
        ph_give_words(call, node->text.bytes + from, to - from);
    else
        ph_give_text(call, "");
}

void ph_function_traced(struct ph_xpath_call *call)
{
    const int kind = ph_trace_by_name(call->texts[0]);
    ph_give_truth(call,
                  kind >= 0 && ph_elements_traced(call->world, (enum ph_trace_kind)kind) != NULL);
}

static bool is_blank(const struct ph_text *text, size_t at)
{
    return text->bytes[at] == ' ';
}

void ph_function_folded(struct ph_xpath_call *call)
{
    const struct ph_text *text = call->node ? &call->node->text : NULL;
    size_t at = text ? call->node->folded : 0;
    if (!at || at > text->length) {
        ph_give_text(call, "");
        return;
    }
    size_t from = at - 1, to = at;
    while (from > 0 && is_blank(text, from - 1))
        from--;
    while (from > 0 && !is_blank(text, from - 1))
        from--;
    while (to < text->length && !is_blank(text, to))
        to++;
    ph_give_words(call, text->bytes + from, to - from);
}
