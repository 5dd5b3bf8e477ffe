#include <stdio.h>
#include <string.h>

#include "write/docx/docx.h"

/* The mark of a paragraph is a character too: it is deleted or inserted with its words. */
static void mark_revision(struct ph_docx *docx, xmlNode *paragraph, const struct ph_node *node)
{
    enum ph_docx_revision kind = node ? ph_docx_revision_of(node) : PH_DOCX_KEPT;
    if (kind == PH_DOCX_KEPT)
        return;
    xmlNode *properties = ph_docx_first(paragraph, "pPr");
    ph_docx_add_revision(docx, ph_docx_add(properties, "rPr"), kind);
}

xmlNode *ph_docx_add_paragraph(struct ph_docx *docx, xmlNode *parent, const char *look,
                               const struct ph_node *node)
{
    xmlNode *paragraph = ph_docx_add(parent, "p");
    ph_docx_add_copy(paragraph, ph_docx_paragraph_look(docx, look));
    mark_revision(docx, paragraph, node);
    return paragraph;
}

static void add_typed_number(struct ph_docx *docx, xmlNode *paragraph, enum ph_docx_revision kind,
                             const char *number)
{
    char text[64];
    size_t length = strlen(number);
    if (length > sizeof text - 2)
        length = sizeof text - 2;
    memcpy(text, number, length);
    memcpy(text + length, "\t", 2);
    ph_docx_add_typed(docx, paragraph, kind, text, NULL);
}

/* "8" and "8." are one number. */
static bool is_same_number(const char *one, const char *other)
{
    size_t length = strcspn(one, ".");
    return length == strcspn(other, ".") && !strncmp(one, other, length);
}

/* The number that an operative paragraph has when all changes are rejected; others as printed,
 * and where nothing was printed, as `now`. */
static const char *number_before(const struct ph_node *node, const char *now, char *out,
                                 size_t size)
{
    int order = 0, count = 0;
    if (node->kind != PH_OPERATIVE)
        return node->as.paragraph.number ? node->as.paragraph.number : now;
    for (const struct ph_node *one = node->parent->first; one; one = one->next) {
        if (one->kind != PH_OPERATIVE || one->mark == PH_NODE_INSERTED || one->mark == PH_MOVED_TO)
            continue;
        count++;
        if (one == node)
            order = count;
    }
    if (count < 2 || !order)
        return NULL;
    snprintf(out, size, "%d.", order);
    return out;
}

/* In a marked document the paragraphs that stay are renumbered before the reader's eyes: the
 * number before the changes is deleted and the one after them inserted. */
static void add_number(struct ph_docx *docx, xmlNode *paragraph, const struct ph_node *node)
{
    char buffer[64], old[64];
    enum ph_docx_revision kind = ph_docx_revision_of(node);
    const char *now = ph_number(node, buffer, sizeof buffer), *before = now;
    if (docx->document->marked && kind != PH_DOCX_INS && kind != PH_DOCX_MOVE_TO)
        before = number_before(node, now, old, sizeof old);
    if (kind == PH_DOCX_DEL || kind == PH_DOCX_MOVE_FROM)
        now = before;
    bool same = now && before ? is_same_number(now, before) : now == before;
    if (!same && before)
        add_typed_number(docx, paragraph, PH_DOCX_DEL, before);
    if (now)
        add_typed_number(docx, paragraph, same ? kind : PH_DOCX_INS, now);
}

xmlNode *ph_docx_add_node(struct ph_docx *docx, xmlNode *parent, const char *look,
                          const struct ph_node *node)
{
    xmlNode *paragraph = ph_docx_add_paragraph(docx, parent, look, node);
    int move = ph_docx_open_move(docx, paragraph, node);
    if (move)
        docx->open_move = move;
    int comment = ph_docx_open_comment(docx, paragraph, node);
    if (ph_is_paragraph(node))
        add_number(docx, paragraph, node);
    ph_docx_add_words(docx, paragraph, node, 0, node->text.length, NULL);
    ph_docx_close_comment(docx, paragraph, comment);
    return paragraph;
}
