/* Runs for new words. */
#include <string.h>

#include "base/escape.h"
#include "write/inplace/inplace.h"

/* Italic and bold letters of mastheads, titles and headings are their look, which stays. */
static bool keeps_look(enum ph_kind kind)
{
    return kind == PH_FIELD || kind == PH_TITLE || kind == PH_HEADING || kind == PH_ANNEX;
}

static void put_text(const char *prefix, const char *text, size_t length, struct ph_buffer *out)
{
    ph_buffer_printf(out, "<%st xml:space=\"preserve\">", prefix);
    ph_escape_html(out, text, length);
    ph_buffer_printf(out, "</%st>", prefix);
}

void ph_inplace_add_run(struct ph_inplace *inplace, const struct ph_inplace_part *part, size_t from,
                        size_t to, const struct ph_node *node, const struct ph_stretch *stretch,
                        struct ph_buffer *out)
{
    const char *prefix = inplace->signer.prefix;
    const unsigned asking = PH_BIT(PH_PLACEHOLDER) | PH_BIT(PH_REVIEW);
    const struct ph_run_wish wish = {.as_it_is = keeps_look(node->kind),
                                     .italic = stretch->kinds & PH_BIT(PH_ITALIC),
                                     .raised = stretch->kinds & PH_BIT(PH_SUPERSCRIPT),
                                     .highlighted = stretch->kinds & asking};
    ph_buffer_printf(out, "<%sr>", prefix);
    ph_properties_of_run(&part->story.scan, from, to, &wish, prefix, out);
    put_text(prefix, node->text.bytes + stretch->from, stretch->to - stretch->from, out);
    ph_buffer_printf(out, "</%sr>", prefix);
}

void ph_inplace_add_typed(struct ph_inplace *inplace, const struct ph_inplace_part *part,
                          size_t from, size_t to, const char *text, struct ph_buffer *out)
{
    const char *prefix = inplace->signer.prefix;
    const struct ph_run_wish wish = {0};
    ph_buffer_printf(out, "<%sr>", prefix);
    ph_properties_of_run(&part->story.scan, from, to, &wish, prefix, out);
    for (size_t length; *text; text += length) {
        length = strcspn(text, "\t");
        if (length)
            put_text(prefix, text, length, out);
        if (text[length] == '\t') {
            ph_buffer_printf(out, "<%stab/>", prefix);
            length++;
        }
    }
    ph_buffer_printf(out, "</%sr>", prefix);
}
