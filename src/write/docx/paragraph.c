#include <stdio.h>
#include <string.h>

#include "write/docx/docx.h"

void ph_docx_mark_paragraph(struct ph_docx *docx, xmlNode *paragraph, enum ph_docx_revision kind)
{
    if (kind == PH_DOCX_KEPT)
        return;
    xmlNode *properties = ph_docx_first(paragraph, "pPr");
    ph_docx_add_revision(docx, ph_docx_add(properties, "rPr"), kind);
}

/* What becomes of the mark of a node's paragraph: as of the node, else as of its end. */
static enum ph_docx_revision revision_of_mark(const struct ph_node *node)
{
    static const enum ph_docx_revision ends[] = {[PH_END_KEPT] = PH_DOCX_KEPT,
                                                 [PH_END_INSERTED] = PH_DOCX_INS,
                                                 [PH_END_DELETED] = PH_DOCX_DEL};
    enum ph_docx_revision whole = ph_docx_revision_of(node);
    return whole == PH_DOCX_KEPT ? ends[node->end] : whole;
}

xmlNode *ph_docx_add_paragraph(struct ph_docx *docx, xmlNode *parent, const char *look,
                               const struct ph_node *node)
{
    xmlNode *paragraph = ph_docx_add(parent, "p");
    ph_docx_add_copy(paragraph, ph_docx_paragraph_look(docx, look));
    if (!node)
        return paragraph;
    ph_docx_mark_paragraph(docx, paragraph, revision_of_mark(node));
    ph_docx_open_move(docx, paragraph, node);
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

/* The number that a paragraph has when all changes are rejected: as printed, else by its place. */
static const char *number_before(const struct ph_docx *docx, const struct ph_node *node,
                                 const char *now, char *out, size_t size)
{
    int place = ph_docx_place_before(docx, node);
    if (ph_goes_on(node, PH_END_INSERTED))
        return NULL;
    if (node->kind == PH_OPERATIVE && !place)
        return NULL;
    if (node->as.paragraph.number || node->kind != PH_OPERATIVE)
        return node->as.paragraph.number ? node->as.paragraph.number : now;
    snprintf(out, size, "%d.", place);
    return out;
}

/* In a marked document, where numbers cannot be counted automatically, the number before the
 * changes is deleted and the one after them inserted. */
static void add_number(struct ph_docx *docx, xmlNode *paragraph, const struct ph_node *node)
{
    char buffer[64], old[64];
    enum ph_docx_revision kind = ph_docx_revision_of(node);
    const char *now = ph_number(node, buffer, sizeof buffer), *before = now;
    if (ph_docx_add_automatic_number(docx, paragraph, node))
        return;
    if (docx->document->marked && kind != PH_DOCX_INS && kind != PH_DOCX_MOVE_TO)
        before = number_before(docx, node, now, old, sizeof old);
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
    int comment = ph_docx_open_comment(docx, paragraph, node);
    if (ph_is_paragraph(node))
        add_number(docx, paragraph, node);
    ph_docx_add_words(docx, paragraph, node, 0, node->text.length, NULL);
    if (node->end != PH_END_KEPT) /* where both are one, a space parts them */
        ph_docx_add_typed(docx, paragraph, node->end == PH_END_INSERTED ? PH_DOCX_DEL : PH_DOCX_INS,
                          " ", NULL);
    ph_docx_close_comment(docx, paragraph, node, comment);
    return paragraph;
}
