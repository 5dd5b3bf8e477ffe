/* Runs for new words. */
#include <string.h>

#include "base/escape.h"
#include "write/inplace/inplace.h"

/* Italic and bold letters of mastheads, titles and headings are their look, which stays. */
bool ph_inplace_keeps_look(enum ph_kind kind)
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
    const struct ph_run_wish wish = {.as_it_is = ph_inplace_keeps_look(node->kind),
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

/* What changes from the look that a stretch had, which has a name, to the one that it has. */
static unsigned change_of_look(const struct ph_stretch *stretch)
{
    static const struct {
        enum ph_inline_kind kind;
        const char *name;
        unsigned look;
    } looks[] = {{PH_ITALIC, "italic", PH_LOOK_ITALIC},
                 {PH_BOLD, "bold", PH_LOOK_BOLD},
                 {PH_SUPERSCRIPT, "superscript", PH_LOOK_RAISED}};
    unsigned change = 0;
    for (size_t i = 0; i < sizeof looks / sizeof *looks; i++) {
        const bool before = strstr(stretch->restyled->name, looks[i].name);
        const bool now = stretch->kinds & PH_BIT(looks[i].kind);
        if (before != now)
            change |= now ? looks[i].look : looks[i].look * PH_LOOK_OFF;
    }
    return change;
}

bool ph_inplace_restyle(struct ph_inplace *inplace, const struct ph_inplace_place *place,
                        const struct ph_stretch *stretch, size_t from, size_t to)
{
    const unsigned look = change_of_look(stretch);
    bool done = true;
    if (ph_inplace_keeps_look(place->node->kind))
        return true;
    for (size_t i = from; i < to; i++)
        if (inplace->letters.items[i].kind <= PH_LETTER_BLANK)
            done = ph_revision_restyle(&inplace->revision, i, look) && done;
    if (!done && !inplace->options->refused)
        ph_buffer_printf(inplace->remarks,
                         "%s: %s, paragraph %zu: words keep their look, which cannot be changed "
                         "there safely\n",
                         inplace->name, place->part->path, place->paragraph + 1);
    return done || !inplace->options->refused;
}
