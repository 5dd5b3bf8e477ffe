/* Whether a tree obeys its own grammar. A fault is an error of ours, never of the document. */
#include "doc/forms.h"
#include "doc/walk.h"

static const char *verify_links(const struct ph_node *node)
{
    for (const struct ph_node *child = node->first; child; child = child->next) {
        if (child->parent != node)
            return "a child does not know its parent";
        if (child->next ? child->next->previous != child : node->last != child)
            return "siblings are not linked both ways";
        if (!ph_node_may_contain(node->kind, child->kind))
            return "a node stands where its kind may not stand";
    }
    return NULL;
}

static bool splits_character(const struct ph_text *text, size_t at)
{
    return at < text->length && ((unsigned char)text->bytes[at] & 0xC0) == 0x80;
}

static const char *verify_text(const struct ph_text *text)
{
    for (size_t i = 0; i < text->count; i++) {
        const struct ph_inline *mark = &text->inlines[i];
        if (mark->from > mark->to || mark->to > text->length)
            return "an inline reaches beyond its text";
        if (splits_character(text, mark->from) || splits_character(text, mark->to))
            return "an inline cuts a character";
        if (i &&
            (mark[-1].from > mark->from || (mark[-1].from == mark->from && mark[-1].to < mark->to)))
            return "inlines are out of order";
        if (mark->kind == PH_NOTE && (!mark->note || mark->note->kind != PH_FOOTNOTE))
            return "a footnote mark points to no footnote";
    }
    return NULL;
}

const char *ph_verify(const struct ph_document *document)
{
    struct ph_walk walk = ph_walk_start(document->root);
    while (ph_walk_step(&walk)) {
        if (walk.leaving)
            continue;
        const char *fault = verify_links(walk.node);
        if (!fault)
            fault = verify_text(&walk.node->text);
        if (!fault && walk.node->document != document)
            fault = "a node belongs to another document";
        if (fault)
            return fault;
    }
    return NULL;
}
