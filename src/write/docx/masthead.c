#include <stdlib.h>

#include "base/xml.h"
#include "write/docx/docx.h"
#include "write/parts.h"

static enum ph_docx_revision revision_of_change(unsigned change)
{
    return change & PH_BIT(PH_INSERTED)  ? PH_DOCX_INS
           : change & PH_BIT(PH_DELETED) ? PH_DOCX_DEL
                                         : PH_DOCX_KEPT;
}

static void add_field(struct ph_docx *docx, xmlNode *paragraph, const struct ph_piece *piece)
{
    const xmlNode *look = piece->look ? ph_docx_run_look(docx, piece->look) : NULL;
    if (piece->part == PH_WITHOUT_LAST_MARKS)
        ph_docx_add_words_without_last_marks(docx, paragraph, piece->node, look);
    else if (piece->part == PH_LAST_MARKS)
        ph_docx_add_last_marks(docx, paragraph, piece->node, look);
    else
        ph_docx_add_words(docx, paragraph, piece->node, 0, piece->node->text.length, look);
}

/* Where the line that begins at `at` ends. */
static size_t end_of_line(const struct ph_piece *pieces, size_t count, size_t at)
{
    while (++at < count && !pieces[at].line)
        ;
    return at;
}

static void add_line(struct ph_docx *docx, xmlNode *body, const struct ph_piece *pieces,
                     size_t count)
{
    size_t first = 0; /* the first field: comments are about it */
    unsigned common = ~0u;
    while (pieces[first].words)
        first++;
    for (size_t i = first; i < count; i++)
        common &= pieces[i].words ? ~0u : ph_words_change(pieces[i].node);
    const struct ph_node *field = pieces[first].node;
    xmlNode *paragraph = ph_docx_add_paragraph(docx, body, pieces[0].line->look, NULL);
    ph_docx_mark_paragraph(docx, paragraph, revision_of_change(common));
    int comment = ph_docx_open_comment(docx, paragraph, field);
    for (size_t i = 0; i < count; i++)
        if (pieces[i].words)
            ph_docx_add_typed(docx, paragraph, revision_of_change(pieces[i].change),
                              pieces[i].words, NULL);
        else
            add_field(docx, paragraph, &pieces[i]);
    ph_docx_close_comment(docx, paragraph, field, comment);
}

void ph_docx_add_masthead(struct ph_docx *docx, xmlNode *body, const struct ph_node *document)
{
    struct ph_piece *pieces;
    size_t count = ph_masthead(&docx->house, document, &pieces);
    for (size_t at = 0, end; at < count; at = end) {
        end = end_of_line(pieces, count, at);
        if (!pieces[at].line->right) /* those are in the header */
            add_line(docx, body, pieces + at, end - at);
    }
    free(pieces);
}

/* ---- the title, with the number of an adopted resolution before it ---- */

static bool is_number_live(const struct ph_node *document)
{
    const struct ph_node *field = NULL;
    while ((field = ph_next_field(document, field, PH_FIELD_NUMBER)))
        if (ph_docx_revision_of(field) != PH_DOCX_DEL)
            return true;
    return false;
}

static void add_title_number(struct ph_docx *docx, xmlNode *paragraph,
                             const struct ph_node *document, bool live)
{
    const struct ph_node *field = NULL;
    while ((field = ph_next_field(document, field, PH_FIELD_NUMBER))) {
        enum ph_docx_revision kind = ph_docx_revision_of(field);
        if (live)
            ph_docx_add_typed(docx, paragraph, kind, "\t", NULL);
        ph_docx_add_words(docx, paragraph, field, 0, field->text.length, NULL);
        ph_docx_add_typed(docx, paragraph, kind, live ? ".\t" : ". ", NULL);
    }
}

/* A marked document can hold the old title and the new one; the number stands once. */
static bool is_first_title(const struct ph_node *title)
{
    const struct ph_node *before = title->previous;
    while (before && before->kind != PH_TITLE)
        before = before->previous;
    return !before;
}

void ph_docx_add_title(struct ph_docx *docx, xmlNode *body, const struct ph_node *title)
{
    const struct ph_node *above = title->parent;
    bool annex = above->kind == PH_ANNEX;
    bool numbered = !annex && is_first_title(title);
    bool live = numbered && is_number_live(above);
    const char *look = annex ? "annex-title" : live ? "numbered-title" : "title";
    xmlNode *paragraph = ph_docx_add_paragraph(docx, body, look, title);
    if (!annex && !docx->title)
        docx->title = paragraph;
    int comment = ph_docx_open_comment(docx, paragraph, title);
    if (numbered)
        add_title_number(docx, paragraph, above, live);
    ph_docx_add_words(docx, paragraph, title, 0, title->text.length, NULL);
    ph_docx_close_comment(docx, paragraph, title, comment);
}
