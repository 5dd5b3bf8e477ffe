/* Findings as comments of a Word document. */
#include <stdlib.h>
#include <string.h>

#include "write/findings.h"
#include "write/write.h"

/* "error: MESSAGE [rule]", the fix, the source of the rule. */
static const char *say(const struct ph_finding *finding, bool with_label, struct ph_arena *arena)
{
    struct ph_buffer text = {0};
    char label[160];
    if (with_label && finding->node->kind != PH_DOCUMENT)
        ph_buffer_printf(&text, "%s: ", ph_label(finding->node, label, sizeof label));
    ph_put_severity(&text, finding->severity, false);
    ph_buffer_printf(&text, ": %s [%s]", finding->message, finding->rule);
    if (ph_finding_is_fixable(finding))
        ph_buffer_char(&text, '\n');
    ph_put_fix(&text, finding);
    if (finding->source)
        ph_buffer_printf(&text, "\n%s", finding->source);
    const char *said = ph_arena_copy_n(arena, text.data, text.length);
    ph_buffer_free(&text);
    return said;
}

/* The word before the first mark of a footnote. */
static struct ph_finding_place place_of_mark(const struct ph_node *footnote)
{
    const struct ph_node *node = footnote->as.footnote.first;
    struct ph_finding_place place = {node, 0, footnote->as.footnote.at};
    for (place.from = place.to; node && place.from > 0; place.from--)
        if (node->text.bytes[place.from - 1] == ' ')
            break;
    return place;
}

struct ph_comment *ph_findings_comments(const struct ph_findings_view *view,
                                        const struct ph_finding_place *places,
                                        struct ph_arena *arena)
{
    const size_t count = view->findings->count;
    struct ph_comment *comments = ph_alloc_zero(count + 1, sizeof *comments);
    for (size_t i = 0; i < count; i++) {
        const struct ph_finding *finding = &view->findings->items[i];
        const bool note = places[i].node->kind == PH_FOOTNOTE;
        const struct ph_finding_place place = note ? place_of_mark(places[i].node) : places[i];
        comments[i] = (struct ph_comment){.node = place.node,
                                          .from = place.from,
                                          .to = place.to,
                                          .text = say(finding, note, arena),
                                          .elsewhere = say(finding, true, arena)};
    }
    return comments;
}
