#include "write/comments.h"

#include <string.h>

#include "base/utf8.h"
#include "un/ordinal.h"

static void put_times(const struct ph_lexicon *lexicon, int times, struct ph_buffer *out)
{
    char word[64];
    if (times > 1 && times <= PH_ORDINAL_MAX)
        ph_buffer_printf(out, ", %s time", ph_ordinal(lexicon, times, word, sizeof word));
}

static void put_origin(const struct ph_node *node, struct ph_buffer *out)
{
    const struct ph_origin *origin = &node->origin;
    if (origin->how == PH_AS_READ || (origin->how == PH_TEMPLATE && !origin->note))
        return; /* words of a form say nothing that a comment must explain */
    if (origin->how == PH_TEMPLATE)
        ph_buffer_put(out, "From a template");
    else if (origin->how == PH_UNKNOWN)
        ph_buffer_put(out, "No source");
    if (origin->symbol) {
        const char *label = origin->label ? origin->label : "text";
        ph_buffer_printf(out, "%s%s of %s", out->length ? ": " : "", label, origin->symbol);
        put_times(node->document->lexicon, origin->times, out);
    }
    if (origin->how == PH_VERBATIM)
        ph_buffer_put(out, out->length ? ", word for word" : "Word for word");
    if (origin->note)
        ph_buffer_printf(out, "%s%s", out->length ? "; " : "", origin->note);
    if (out->length)
        ph_buffer_char(out, '.');
}

static void put_reason(const struct ph_node *node, const struct ph_inline *mark,
                       struct ph_buffer *out)
{
    const char *what = mark->kind == PH_REVIEW ? "To check" : "To supply";
    ph_buffer_printf(out, "%s: “%.*s”", what, (int)(mark->to - mark->from),
                     node->text.bytes + mark->from);
    if (mark->why)
        ph_buffer_printf(out, ": %s", mark->why);
    if (out->data[out->length - 1] != '?')
        ph_buffer_char(out, '.');
}

void ph_put_comment(const struct ph_node *node, struct ph_buffer *out)
{
    put_origin(node, out);
    for (size_t i = 0; i < node->text.count; i++) {
        const struct ph_inline *mark = &node->text.inlines[i];
        if (mark->kind != PH_REVIEW && mark->kind != PH_PLACEHOLDER)
            continue;
        if (out->length)
            ph_buffer_char(out, '\n');
        put_reason(node, mark, out);
    }
}

const char *ph_initials(const char *name, char out[16])
{
    size_t used = 0;
    if (!name)
        return "ph";
    for (size_t at = 0, next, length = strlen(name); at < length && used + 4 < 16; at = next) {
        ph_utf8_at(name, length, at, &next);
        if (name[at] != ' ' && (at == 0 || name[at - 1] == ' ')) {
            memcpy(out + used, name + at, next - at);
            used += next - at;
        }
    }
    out[used] = '\0';
    return out;
}
