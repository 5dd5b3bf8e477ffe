#include <stdlib.h>
#include <string.h>

#include "base/xml.h"
#include "write/docx/docx.h"
#include "write/parts.h"

static void drop(xmlNode *node)
{
    xmlUnlinkNode(node);
    xmlFreeNode(node);
}

/* A document with changes in it asks Word to track the next ones too. */
void ph_docx_make_settings(struct ph_docx *docx)
{
    xmlNode *root = xmlDocGetRootElement(docx->parts[PH_DOCX_SETTINGS]);
    xmlNode *track = ph_xml_first(root, "trackRevisions");
    if (track && !docx->document->marked)
        drop(track);
}

static const struct ph_node *live_symbol(const struct ph_node *root)
{
    const struct ph_node *field = NULL;
    while ((field = ph_next_field(root, field, PH_FIELD_SYMBOL)))
        if (ph_docx_revision_of(field) != PH_DOCX_DEL)
            return field;
    return NULL;
}

static const struct ph_node *live_title(const struct ph_node *root)
{
    for (const struct ph_node *node = root->first; node; node = node->next)
        if (node->kind == PH_TITLE && ph_docx_revision_of(node) != PH_DOCX_DEL)
            return node;
    return NULL;
}

/* The words of a node as they are when all changes are accepted. */
static void add_live_words(xmlNode *element, const struct ph_node *node)
{
    struct ph_stretch *stretches;
    size_t count = ph_stretches(node, &stretches);
    for (size_t i = 0; i < count; i++)
        if (!(stretches[i].kinds & PH_BIT(PH_DELETED)))
            ph_docx_add_text(element, node->text.bytes + stretches[i].from,
                             stretches[i].to - stretches[i].from);
    free(stretches);
}

/* No author, no date, no computer: the same draft gives the same file, and tells nothing. */
void ph_docx_make_properties(struct ph_docx *docx)
{
    xmlNode *root = xmlDocGetRootElement(docx->parts[PH_DOCX_CORE]);
    for (xmlNode *node = ph_xml_first(root, NULL), *next; node; node = next) {
        next = ph_xml_next(node, NULL);
        const char *slot = node->children ? (const char *)node->children->content : "";
        const struct ph_node *value = NULL;
        if (!strcmp(slot, "{title}"))
            value = live_title(docx->document->root);
        else if (!strcmp(slot, "{symbol}"))
            value = live_symbol(docx->document->root);
        else
            continue;
        drop(node->children);
        if (value)
            add_live_words(node, value);
        if (!node->children)
            drop(node);
    }
}
