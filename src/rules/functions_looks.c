/* Functions about what words look like in the file. */
#include "rules/call.h"

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
