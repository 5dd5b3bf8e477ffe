#include <stdio.h>
#include <string.h>

#include "base/xml.h"
#include "doc/walk.h"
#include "write/docx/docx.h"

static int clamp(int level, int low, int high)
{
    return level < low ? low : level > high ? high : level;
}

/* The deepest levels that look.xml knows. */
enum { DEEPEST_SUBPARAGRAPH = 5, DEEPEST_HEADING = 2 };

static void add_subparagraph(struct ph_docx *docx, xmlNode *body, const struct ph_node *node)
{
    char look[32];
    snprintf(look, sizeof look, "subparagraph-%d",
             clamp(node->as.paragraph.level, 2, DEEPEST_SUBPARAGRAPH));
    ph_docx_add_node(docx, body, look, node);
}

static void add_paragraph(struct ph_docx *docx, xmlNode *body, const struct ph_node *node)
{
    char number[64];
    if (node->as.paragraph.level > 1)
        add_subparagraph(docx, body, node);
    else if (ph_number(node, number, sizeof number))
        ph_docx_add_node(docx, body, "numbered", node);
    else
        ph_docx_add_node(docx, body, "plain", node);
}

/* "I." and the heading on one line, "I" without a full stop on a line of its own: both are used,
 * and the full stop tells. */
static void add_heading(struct ph_docx *docx, xmlNode *body, const struct ph_node *node)
{
    const char *number = node->as.heading.number;
    size_t length = number ? strlen(number) : 0;
    bool beside = length && number[length - 1] == '.';
    char look[32], typed[64];
    snprintf(look, sizeof look, "%sheading-%d", beside ? "numbered-" : "",
             length && !beside ? 1 : clamp(node->as.heading.level, 1, DEEPEST_HEADING));
    xmlNode *paragraph = ph_docx_add_paragraph(docx, body, look, node);
    int comment = ph_docx_open_comment(docx, paragraph, node);
    if (length) {
        const char *gap = beside ? "\t" : node->text.length ? "\n" : "";
        snprintf(typed, sizeof typed, "%s%s", number, gap);
        ph_docx_add_typed(docx, paragraph, ph_docx_revision_of(node), typed, NULL);
    }
    ph_docx_add_words(docx, paragraph, node, 0, node->text.length, NULL);
    ph_docx_close_comment(docx, paragraph, node, comment);
}

static void add_closing(struct ph_docx *docx, xmlNode *body, const struct ph_node *closing)
{
    const xmlNode *italic = ph_docx_run_look(docx, "italic");
    for (const struct ph_node *field = closing->first; field; field = field->next) {
        bool is_signed = field->kind == PH_FIELD && field->as.field.name == PH_FIELD_SIGNED;
        const char *look = is_signed ? "signed" : field->previous ? "closing" : "closing-first";
        xmlNode *paragraph = ph_docx_add_paragraph(docx, body, look, field);
        if (is_signed) /* UN-FORMAT section E: the name stands behind the word in brackets */
            ph_docx_add_typed(docx, paragraph, ph_docx_revision_of(field), docx->house.signed_by,
                              italic);
        ph_docx_add_words(docx, paragraph, field, 0, field->text.length, is_signed ? NULL : italic);
    }
}

static void add_annex(struct ph_docx *docx, xmlNode *body, const struct ph_node *annex)
{
    const char *label = annex->as.annex.label ? annex->as.annex.label : docx->house.annex;
    xmlNode *paragraph = ph_docx_add_paragraph(docx, body, "annex", annex);
    ph_docx_add_typed(docx, paragraph, ph_docx_revision_of(annex), label, NULL);
}

/* Writes what a node says itself; true when its children are written with it. */
static bool add_node(struct ph_docx *docx, xmlNode *body, const struct ph_node *node)
{
    switch (node->kind) {
    case PH_MASTHEAD:
        ph_docx_add_masthead(docx, body, node->parent);
        return true;
    case PH_TITLE:
        ph_docx_add_title(docx, body, node);
        return false;
    case PH_ORGAN:
        ph_docx_add_node(docx, body, "organ", node);
        return false;
    case PH_PREAMBULAR:
        ph_docx_add_node(docx, body, "preambular", node);
        return false;
    case PH_OPERATIVE:
        ph_docx_add_node(docx, body, "operative", node);
        return false;
    case PH_SUBPARAGRAPH:
        add_subparagraph(docx, body, node);
        return false;
    case PH_PARAGRAPH:
        add_paragraph(docx, body, node);
        return false;
    case PH_HEADING:
        add_heading(docx, body, node);
        return false;
    case PH_CLOSING:
        add_closing(docx, body, node);
        return true;
    case PH_ANNEX:
        add_annex(docx, body, node);
        return false;
    default: /* the root, a draft inside an annex; footnotes have a part of their own */
        return node->kind == PH_FOOTNOTE;
    }
}

/* What has no place of its own: footnotes that stand in the header, and comments, at the title. */
static void add_unplaced(struct ph_docx *docx, xmlNode *body)
{
    xmlNode *paragraph = ph_xml_first(body, "p");
    if (!paragraph)
        return;
    ph_docx_add_unseen_notes(docx, paragraph);
    ph_docx_put_rest(docx, docx->title ? docx->title : paragraph);
}

void ph_docx_make_document(struct ph_docx *docx)
{
    xmlNode *root = xmlDocGetRootElement(docx->parts[PH_DOCX_DOCUMENT]);
    xmlNode *body = ph_xml_first(root, "body"), *section = ph_xml_first(body, "sectPr");
    xmlUnlinkNode(section);
    struct ph_walk walk = ph_walk_start(docx->document->root);
    while (ph_walk_step(&walk)) {
        if (walk.leaving)
            ph_docx_close_move(docx, body, walk.node);
        else if (add_node(docx, body, walk.node))
            ph_walk_skip(&walk);
    }
    xmlNode *rule = ph_docx_add_paragraph(docx, body, "end-rule", NULL);
    /* LibreOffice 7.4 gives an empty one the number of a last paragraph that it takes back. */
    ph_docx_add_typed(docx, rule, PH_DOCX_KEPT, " ", NULL);
    ph_docx_add_source_table(docx, body);
    add_unplaced(docx, body);
    if (docx->document->marked)
        ph_docx_order_changes(body);
    xmlAddChild(body, section);
}
