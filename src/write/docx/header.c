#include <stdlib.h>
#include <string.h>

#include "base/xml.h"
#include "write/docx/docx.h"
#include "write/parts.h"

static const xmlNode *properties_of(const xmlNode *run)
{
    const xmlNode *first = ph_xml_first(run, NULL);
    return first && ph_xml_is(first, "rPr") ? first : NULL;
}

/* The text of a run, NULL for a run of something else. */
static const char *text_of(const xmlNode *run)
{
    const xmlNode *text = ph_xml_first(run, "t");
    return text && text->children ? (const char *)text->children->content : NULL;
}

static void add_field_words(struct ph_docx *docx, xmlNode *to, const struct ph_node *field,
                            const xmlNode *properties)
{
    const char *before = ph_house_before(&docx->house, field);
    if (*before)
        ph_docx_add_typed(docx, to, ph_docx_revision_of(field), before, properties);
    ph_docx_add_words(docx, to, field, 0, field->text.length, properties);
}

/* The symbol of the masthead: its first letter, the organ's, in large type. */
static void add_large_symbol(struct ph_docx *docx, xmlNode *to, const xmlNode *large,
                             const xmlNode *small)
{
    const struct ph_node *field = NULL;
    while ((field = ph_next_field(docx->document->root, field, PH_FIELD_SYMBOL)))
        ph_docx_add_symbol(docx, to, field, large, small);
}

/* A document that names no organ shows the house's: on the side of the changes that has none. */
static void add_organ(struct ph_docx *docx, xmlNode *to, const xmlNode *properties)
{
    const struct ph_node *root = docx->document->root, *field = NULL;
    const char *organ = docx->house.organ;
    bool there[PH_DOCX_SIDES] = {false}, same = true;
    while ((field = ph_next_field(root, field, PH_FIELD_ORGAN))) {
        for (int side = PH_DOCX_OLD; side < PH_DOCX_SIDES; side++)
            there[side] = there[side] || ph_docx_is_on(ph_docx_revision_of(field), side);
        same = same && !strcmp(field->text.bytes, organ);
    }
    bool house = there[PH_DOCX_OLD] != there[PH_DOCX_NEW] ? same : !there[PH_DOCX_NEW];
    while (!house && (field = ph_next_field(root, field, PH_FIELD_ORGAN)))
        add_field_words(docx, to, field, properties);
    if (house)
        ph_docx_add_typed(docx, to, PH_DOCX_KEPT, organ, properties);
    else if (!there[PH_DOCX_OLD])
        ph_docx_add_typed(docx, to, PH_DOCX_DEL, organ, properties);
    else if (!there[PH_DOCX_NEW])
        ph_docx_add_typed(docx, to, PH_DOCX_INS, organ, properties);
}

/* A slot is a run of a header or footer that says "{name}": the fields of that name take its place
 * and wear its properties, with their revisions and placeholders. -1: no field has the name. */
static int field_of(const char *slot)
{
    char name[32];
    size_t length = strlen(slot);
    if (length < 3 || length - 2 >= sizeof name)
        return -1;
    memcpy(name, slot + 1, length - 2);
    name[length - 2] = '\0';
    return ph_field_by_name(name);
}

static void add_slot(struct ph_docx *docx, xmlNode *to, const char *name, const xmlNode *properties)
{
    const struct ph_node *field = NULL, *root = docx->document->root;
    int wanted = field_of(name);
    if (wanted == PH_FIELD_ORGAN) {
        add_organ(docx, to, properties);
        return;
    }
    while (wanted >= 0 && (field = ph_next_field(root, field, (enum ph_field)wanted)))
        add_field_words(docx, to, field, properties);
}

static void drop(xmlNode *node)
{
    xmlUnlinkNode(node);
    xmlFreeNode(node);
}

/* Fills the slot `run`; returns what stands behind it. The runs are made in a paragraph of their
 * own, then moved to the slot's place. */
static xmlNode *fill_slot(struct ph_docx *docx, xmlNode *run)
{
    xmlNode *paragraph = ph_docx_add(run->parent->parent, "p");
    xmlNode *second = NULL;
    if (!strcmp(text_of(run), "{symbol-letter}")) {
        second = ph_xml_next(run, "r");
        add_large_symbol(docx, paragraph, properties_of(run), properties_of(second));
    } else {
        add_slot(docx, paragraph, text_of(run), properties_of(run));
    }
    ph_docx_move_inside(paragraph, run->parent, run);
    if (second)
        drop(second);
    xmlNode *next = run->next;
    drop(run);
    return next;
}

static bool is_slot(const xmlNode *node)
{
    const char *text = ph_xml_is(node, "r") ? text_of(node) : NULL;
    return text && text[0] == '{';
}

/* What all that stands in a paragraph shares: PH_DOCX_INS, PH_DOCX_DEL, else PH_DOCX_KEPT. */
static enum ph_docx_revision common_revision(const xmlNode *paragraph)
{
    bool inserted = true, deleted = true;
    for (const xmlNode *child = paragraph->children; child; child = child->next) {
        if (ph_xml_is(child, "pPr"))
            continue;
        inserted = inserted && ph_xml_is(child, "ins");
        deleted = deleted && ph_xml_is(child, "del");
    }
    return deleted ? PH_DOCX_DEL : inserted ? PH_DOCX_INS : PH_DOCX_KEPT;
}

static bool is_empty(const xmlNode *paragraph)
{
    const xmlNode *child = ph_xml_first(paragraph, NULL);
    return !child || (ph_xml_is(child, "pPr") && !ph_xml_next(child, NULL));
}

/* A line comes and goes with its words; but a cell and a header keep their last paragraph. */
static void settle_line(struct ph_docx *docx, xmlNode *paragraph)
{
    const xmlNode *next = ph_xml_next(paragraph, NULL);
    if (!next || !ph_xml_is(next, "p"))
        return;
    if (is_empty(paragraph))
        drop(paragraph);
    else
        ph_docx_mark_paragraph(docx, paragraph, common_revision(paragraph));
}

static void fill_paragraph(struct ph_docx *docx, xmlNode *paragraph)
{
    bool filled = false;
    for (xmlNode *node = paragraph->children; node;) {
        bool slot = is_slot(node);
        filled = filled || slot;
        node = slot ? fill_slot(docx, node) : node->next;
    }
    if (filled)
        settle_line(docx, paragraph);
}

/* Paragraphs stand in the part itself or in the cells of its tables: the recursion is as deep as
 * our own template. */
static void fill_within(struct ph_docx *docx, xmlNode *parent)
{
    for (xmlNode *node = parent->children, *next; node; node = next) {
        next = node->next;
        if (ph_xml_is(node, "p"))
            fill_paragraph(docx, node);
        else if (node->type == XML_ELEMENT_NODE)
            fill_within(docx, node);
    }
}

void ph_docx_make_headers(struct ph_docx *docx)
{
    for (int part = PH_DOCX_HEADER_EVEN; part <= PH_DOCX_FOOTER_FIRST; part++)
        fill_within(docx, xmlDocGetRootElement(docx->parts[part]));
}
