/* Some of the fixes of a document. */
#include "check/fix.h"
#include "doc/walk.h"

/* The next footnote mark of a text behind `at`; NULL: there is none. */
static const struct ph_inline *next_mark(const struct ph_text *text, size_t *at)
{
    while (*at < text->count) {
        const struct ph_inline *mark = &text->inlines[(*at)++];
        if (mark->kind == PH_NOTE)
            return mark;
    }
    return NULL;
}

/* A fix moves footnote marks and makes none: the marks of both are the same, in the same order. */
static void take_words(struct ph_node *to, const struct ph_node *from)
{
    struct ph_text words = ph_node_copy(to->document, from)->text;
    size_t at = 0;
    for (size_t i = 0; i < words.count; i++) {
        const struct ph_inline *own =
            words.inlines[i].kind == PH_NOTE ? next_mark(&to->text, &at) : NULL;
        if (own)
            words.inlines[i].note = own->note;
    }
    to->text = words;
    if (ph_is_paragraph(to))
        to->as.paragraph.opening = from->as.paragraph.opening;
}

struct ph_document *ph_fix_part(const struct ph_document *document, const struct ph_document *fixed,
                                const bool *chosen)
{
    struct ph_document *part = ph_document_copy(document);
    struct ph_walk to = ph_walk_start(part->root), from = ph_walk_start(fixed->root);
    size_t order = 0;
    while (ph_walk_step(&to) && ph_walk_step(&from))
        if (!to.leaving && chosen[order++])
            take_words((struct ph_node *)to.node, from.node);
    ph_document_number(part);
    return part;
}
