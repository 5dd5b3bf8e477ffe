/* The tree as Akoma Ntoso 3.0 in the AKN4UN profile (UN-FORMAT section D). What the schema has no
 * place for: a preambular paragraph behind the first operative one is an <hcontainer
 * refersTo="#preambular">, other text in a resolution an <hcontainer name="text">. */
#include "doc/akn.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/xml.h"
#include "doc/forms.h"
#include "doc/walk.h"

xmlNode *ph_akn_add(xmlNode *parent, const char *name, const struct ph_node *node)
{
    xmlNode *element = ph_xml_add(parent, name);
    element->_private = (void *)node;
    return element;
}

void ph_akn_set_id(struct ph_akn *akn, xmlNode *element, const char *id)
{
    if (*id && !xmlHashAddEntry(akn->ids, (const xmlChar *)id, element))
        ph_xml_set(element, "eId", id);
}

void ph_akn_set_id_below(struct ph_akn *akn, xmlNode *element, const char *above, const char *type,
                         const char *number)
{
    char id[PH_AKN_ID];
    if (!above)
        return;
    int n = snprintf(id, sizeof id, "%s%s_%s", above, type, number);
    if (n > 0 && (size_t)n < sizeof id - 16)
        ph_akn_set_id(akn, element, id);
}

/* ---- where the children of a document or an annex go ---- */

static bool is_operative(const struct ph_node *node)
{
    return node->kind == PH_OPERATIVE;
}

static bool is_preambular(const struct ph_node *node)
{
    return node->kind == PH_PREAMBULAR || node->kind == PH_ORGAN;
}

/* The body begins with the first operative paragraph, or with the headings and other text right
 * before it; where there is none, behind the preamble. Lines that nobody knew stand before the
 * title and belong to the preface, unless nothing comes behind it. */
static const struct ph_node *find_body(const struct ph_node *holder)
{
    const struct ph_node *start = NULL, *before_title = NULL;
    for (const struct ph_node *child = holder->first; child; child = child->next) {
        bool text = child->kind == PH_HEADING || child->kind == PH_PARAGRAPH;
        if (is_preambular(child)) {
            start = before_title = NULL;
        } else if (child->kind == PH_TITLE) {
            before_title = before_title ? before_title : start;
            start = NULL;
        } else if (!start && (text || is_operative(child))) {
            start = child;
        }
        if (is_operative(child))
            break;
    }
    return start ? start : before_title;
}

static bool holds_resolution(const struct ph_node *holder)
{
    if (holder->kind == PH_DOCUMENT &&
        (holder->as.document.genre == PH_RESOLUTION || holder->as.document.genre == PH_DRAFT))
        return true;
    for (const struct ph_node *child = holder->first; child; child = child->next)
        if (is_operative(child) || is_preambular(child))
            return true;
    return false;
}

/* ---- fields ---- */

static void add_field(struct ph_akn *akn, const struct ph_node *field)
{
    struct ph_akn_holder *holder = akn->holder;
    if (field->parent->kind == PH_CLOSING) {
        ph_akn_add_field(akn, holder->conclusions, field);
        return;
    }
    if (!holder->masthead) {
        holder->masthead = ph_akn_add(holder->preface, "container", field->parent);
        ph_xml_set(holder->masthead, "name", "masthead");
    }
    ph_akn_add_field(akn, holder->masthead, field);
}

/* ---- documents and annexes ---- */

/* "!main", "!annex_2", "!annex_2__annex_1". */
static void put_component(const struct ph_akn_holder *holder, char *out, size_t size)
{
    size_t length = strlen(holder->prefix);
    if (!length)
        snprintf(out, size, "!main");
    else
        snprintf(out, size, "!%.*s", (int)(length - 2), holder->prefix);
}

/* An annex that holds nothing but a document is that document with a heading. */
static const struct ph_node *only_document(const struct ph_node *annex)
{
    const struct ph_node *child = annex->first;
    bool alone = child && !child->next && child->kind == PH_DOCUMENT;
    return alone ? child : NULL;
}

static xmlNode *add_attachment(struct ph_akn *akn, const struct ph_node *node)
{
    struct ph_akn_holder *holder = akn->holder;
    char number[16];
    xmlNode *attachment = ph_akn_add(holder->attachments, "attachment", node);
    size_t place = (size_t)xmlChildElementCount(holder->attachments);
    snprintf(number, sizeof number, "%zu", place);
    ph_akn_set_id_below(akn, attachment, holder->prefix, "annex", number);
    const char *label = node->kind == PH_ANNEX ? node->as.annex.label : NULL;
    if (label && *label)
        ph_xml_add_text(ph_akn_add(attachment, "heading", node), label, strlen(label));
    return attachment;
}

static const char *doc_name(const struct ph_akn_holder *holder)
{
    static const char *const names[] = {"resolution", "resolutionDraft", "letter",
                                        "explanatoryMemorandum", "document"};
    if (holder->node->kind == PH_ANNEX)
        return "annex";
    return names[holder->node->as.document.genre];
}

static void open_holder(struct ph_akn *akn, const struct ph_node *node, xmlNode *parent)
{
    struct ph_akn_holder *holder = ph_alloc_zero(1, sizeof *holder);
    char component[PH_AKN_ID + 8];
    const char *above = ph_xml_attribute(parent, "eId");
    if (above && strlen(above) + 3 < sizeof holder->prefix)
        snprintf(holder->prefix, sizeof holder->prefix, "%s__", above);
    holder->up = akn->holder;
    holder->node = node;
    holder->body_start = find_body(node);
    holder->is_statement = holds_resolution(node);
    akn->holder = holder;
    holder->element = ph_akn_add(parent, holder->is_statement ? "statement" : "doc", node);
    ph_xml_set(holder->element, "contains", "originalVersion");
    ph_xml_set(holder->element, "name", doc_name(holder));
    put_component(holder, component, sizeof component);
    xmlNode *meta = ph_akn_add_meta(akn, holder, component);
    if (!holder->up)
        akn->meta = meta;
    holder->preface = ph_akn_add(holder->element, "preface", NULL);
    holder->preamble = ph_akn_add(holder->element, "preamble", NULL);
    holder->body = ph_akn_add(holder->element, "mainBody", NULL);
    holder->conclusions = ph_akn_add(holder->element, "conclusions", NULL);
    holder->attachments = ph_akn_add(holder->element, "attachments", NULL);
}

static void drop_if_empty(xmlNode *element)
{
    if (element->children)
        return;
    xmlUnlinkNode(element);
    xmlFreeNode(element);
}

static void close_holder(struct ph_akn *akn)
{
    struct ph_akn_holder *holder = akn->holder;
    if (!holder->body->children) /* the schema wants something in it */
        ph_akn_add(holder->body, "p", NULL);
    drop_if_empty(holder->preface);
    drop_if_empty(holder->preamble);
    drop_if_empty(holder->conclusions);
    drop_if_empty(holder->attachments);
    akn->holder = holder->up;
    free(holder);
}

static void enter_holder(struct ph_akn *akn, const struct ph_node *node)
{
    if (!akn->holder)
        open_holder(akn, node, xmlDocGetRootElement(akn->doc));
    else if (node->kind == PH_DOCUMENT && only_document(node->parent))
        open_holder(akn, node, akn->holder->attachments->last);
    else if (node->kind == PH_DOCUMENT || !only_document(node))
        open_holder(akn, node, add_attachment(akn, node));
    else
        add_attachment(akn, node);
}

/* ---- the walk ---- */

static void enter(struct ph_akn *akn, const struct ph_node *node)
{
    if (akn->holder && node == akn->holder->body_start)
        akn->holder->in_body = true;
    switch (node->kind) {
    case PH_DOCUMENT:
    case PH_ANNEX:
        enter_holder(akn, node);
        break;
    case PH_FIELD:
        add_field(akn, node);
        break;
    case PH_TITLE:
        ph_akn_add_title(akn, node);
        break;
    case PH_HEADING:
        ph_akn_add_heading(akn, node);
        break;
    case PH_ORGAN:
    case PH_PREAMBULAR:
        ph_akn_add_preambular(akn, node);
        break;
    case PH_OPERATIVE:
        ph_akn_add_paragraph(akn, node);
        break;
    case PH_PARAGRAPH:
    case PH_SUBPARAGRAPH:
        if (akn->place_count)
            ph_akn_add_below(akn, node);
        else
            ph_akn_add_paragraph(akn, node);
        break;
    case PH_CLOSING:
        if (node->text.length)
            ph_akn_add_p(akn, akn->holder->conclusions, node);
        break;
    default: /* a masthead is its fields, footnotes stand where they are mentioned */
        break;
    }
}

static void leave(struct ph_akn *akn, const struct ph_node *node)
{
    if (ph_is_paragraph(node) || node->kind == PH_ORGAN)
        akn->place_count--;
    else if (node->kind == PH_DOCUMENT || (node->kind == PH_ANNEX && !only_document(node)))
        close_holder(akn);
}

xmlDoc *ph_akn(const struct ph_document *document)
{
    struct ph_akn akn = {.document = document};
    akn.doc = xmlNewDoc((const xmlChar *)"1.0");
    akn.ids = xmlHashCreate(0);
    akn.notes = xmlHashCreate(0);
    xmlNode *root = xmlNewDocNode(akn.doc, NULL, (const xmlChar *)"akomaNtoso", NULL);
    if (!root || !akn.ids || !akn.notes)
        abort();
    xmlDocSetRootElement(akn.doc, root);
    xmlSetNs(root, xmlNewNs(root, (const xmlChar *)PH_AKN_SPACE, NULL));
    struct ph_walk walk = ph_walk_start(document->root);
    while (ph_walk_step(&walk)) {
        if (walk.leaving)
            leave(&akn, walk.node);
        else
            enter(&akn, walk.node);
    }
    ph_akn_add_unmentioned(&akn);
    xmlHashFree(akn.ids, NULL);
    xmlHashFree(akn.notes, NULL);
    free(akn.places);
    return akn.doc;
}
