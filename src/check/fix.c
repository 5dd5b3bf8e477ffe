/* Fixes that are certain, put into the words. */
#include "check/fix.h"

#include <stdlib.h>
#include <string.h>

#include "check/check.h"
#include "check/edit.h"

/* Whether a finding says what its words become, and something else than they are. */
static bool has_fix(const struct ph_document *document, const struct ph_finding *finding)
{
    const size_t length = finding->to - finding->from;
    if (finding->look)
        return finding->node->document == document &&
               ph_restyle_changes(&finding->node->text, finding->look, finding->look_from,
                                  finding->look_to);
    return finding->fix && finding->from < finding->to && finding->node->document == document &&
           (strlen(finding->fix) != length ||
            memcmp(finding->node->text.bytes + finding->from, finding->fix, length) != 0);
}

/* The findings are sorted: of two that overlap the first is chosen. Words may be put right and look
 * otherwise. */
void ph_fix_choose(const struct ph_document *document, const struct ph_findings *findings,
                   bool looks, bool *chosen)
{
    const struct ph_finding *lasts[2] = {NULL, NULL};
    for (size_t i = 0; i < findings->count; i++) {
        const struct ph_finding *finding = &findings->items[i];
        const struct ph_finding **last = &lasts[finding->look != NULL];
        bool overlaps = *last && (*last)->node == finding->node && finding->from < (*last)->to;
        chosen[i] = !overlaps && (looks || !finding->look) && has_fix(document, finding);
        *last = chosen[i] ? finding : *last;
    }
}

static void read_opening(const struct ph_lexicon *lexicon, struct ph_node *node)
{
    struct ph_opening *opening = &node->as.paragraph.opening;
    if (!ph_is_paragraph(node) || opening->part == PH_NO_PART)
        return;
    struct ph_opening made;
    if (ph_lexicon_opening(lexicon, node->text.bytes, node->text.length, opening->part, &made))
        *opening = made;
}

void ph_fix_put_in(const struct ph_lexicon *lexicon, struct ph_document *document,
                   const struct ph_findings *findings, const bool *chosen)
{
    for (size_t i = 0; i < findings->count; i++) { /* first: they move no words */
        const struct ph_finding *finding = &findings->items[i];
        if (chosen[i] && finding->look)
            ph_restyle_put((struct ph_node *)finding->node, finding->look, finding->look_from,
                           finding->look_to);
    }
    for (size_t i = findings->count; i-- > 0;) { /* from the end: places before stay right */
        const struct ph_finding *finding = &findings->items[i];
        if (!chosen[i] || finding->look)
            continue;
        struct ph_node *node = (struct ph_node *)finding->node;
        const struct ph_edit edit =
            ph_edit_of(finding); /* what stays keeps its italics and marks */
        ph_text_replace(node, edit.from, edit.to, edit.bytes, edit.length);
        read_opening(lexicon, node);
    }
    ph_document_number(document);
}

size_t ph_check_fix(const struct ph_lexicon *lexicon, struct ph_document *document,
                    const struct ph_findings *findings)
{
    size_t count = 0;
    bool *chosen = ph_alloc_zero(findings->count + 1, sizeof *chosen);
    ph_fix_choose(document, findings, true, chosen);
    for (size_t i = 0; i < findings->count; i++)
        count += chosen[i];
    ph_fix_put_in(lexicon, document, findings, chosen);
    free(chosen);
    return count;
}
