/* Paragraphs, headings and titles: what stands in the preface, the preamble and the body. */
#include <ctype.h>
#include <stdio.h>
#include <string.h>

#include "base/xml.h"
#include "doc/akn.h"
#include "doc/forms.h"

static bool is_gone(const struct ph_node *node)
{
    return node->mark == PH_NODE_DELETED || node->mark == PH_MOVED_FROM;
}

static void set_order_id(struct ph_akn *akn, xmlNode *element, const char *type,
                         const struct ph_node *node)
{
    char number[16];
    snprintf(number, sizeof number, "%d", node->order);
    ph_akn_set_id_below(akn, element, is_gone(node) ? NULL : akn->holder->prefix, type, number);
}

const char *ph_number_shown(const struct ph_node *node, char *out, size_t size)
{
    if (!ph_is_paragraph(node))
        return NULL;
    return node->origin.how == PH_AS_READ ? node->as.paragraph.number : ph_number(node, out, size);
}

static void add_number(xmlNode *parent, const struct ph_node *node)
{
    char out[64];
    const char *number = ph_number_shown(node, out, sizeof out);
    if (number && *number)
        ph_xml_add_text(ph_akn_add(parent, "num", NULL), number, strlen(number));
}

void ph_akn_add_p(struct ph_akn *akn, xmlNode *parent, const struct ph_node *node)
{
    ph_akn_add_words(akn, ph_akn_add(parent, "p", NULL), node);
}

/* ---- paragraphs ---- */

static void push_place(struct ph_akn *akn, xmlNode *element, xmlNode *inside, bool blocks)
{
    akn->places = ph_grow(akn->places, akn->place_count, &akn->place_capacity, sizeof *akn->places);
    akn->places[akn->place_count++] = (struct ph_akn_place){element, inside, blocks};
}

/* In the body: number, then the words as content, or as the introduction of a list. */
static void fill_hierarchy(struct ph_akn *akn, xmlNode *element, const struct ph_node *node)
{
    xmlNode *list = NULL;
    add_number(element, node);
    if (node->first) {
        char above[PH_AKN_ID + 2];
        const char *id = ph_xml_attribute(element, "eId");
        list = ph_akn_add(element, "list", NULL);
        snprintf(above, sizeof above, "%s__", id ? id : "");
        ph_akn_set_id_below(akn, list, id ? above : NULL, "list", "1");
    }
    ph_akn_add_p(akn, ph_akn_add(list ? list : element, list ? "intro" : "content", NULL), node);
    push_place(akn, element, list, false);
}

/* "(a)" gives "a": an eId holds the number without its marks. */
static const char *bare_number(const struct ph_node *node, char *out, size_t size)
{
    char number[64];
    size_t used = 0;
    if (ph_number(node, number, sizeof number))
        for (const char *c = number; *c && used + 1 < size; c++)
            if (isalnum((unsigned char)*c))
                out[used++] = *c;
    out[used] = '\0';
    if (!used)
        snprintf(out, size, "%d", node->order);
    return out;
}

static void set_child_id(struct ph_akn *akn, xmlNode *element, const xmlNode *list,
                         const char *type, const struct ph_node *node)
{
    char above[PH_AKN_ID + 2], number[64];
    const char *id = ph_xml_attribute(list, "eId");
    snprintf(above, sizeof above, "%s__", id ? id : "");
    ph_akn_set_id_below(akn, element, id && !is_gone(node) ? above : NULL, type,
                        bare_number(node, number, sizeof number));
}

void ph_akn_add_below(struct ph_akn *akn, const struct ph_node *node)
{
    struct ph_akn_place place = akn->places[akn->place_count - 1];
    bool point = node->kind == PH_SUBPARAGRAPH;
    if (!place.blocks) {
        xmlNode *element = ph_akn_add(place.inside, point ? "point" : "alinea", node);
        set_child_id(akn, element, place.inside, point ? "point" : "al", node);
        fill_hierarchy(akn, element, node);
        return;
    }
    if (!point) {
        xmlNode *p = ph_akn_add(place.inside, "p", node);
        ph_akn_add_words(akn, p, node);
        push_place(akn, place.element, place.inside, true);
        return;
    }
    xmlNode *list = place.inside->last;
    if (!list || !ph_xml_is(list, "blockList"))
        list = ph_akn_add(place.inside, "blockList", NULL);
    xmlNode *item = ph_akn_add(list, "item", node);
    add_number(item, node);
    ph_akn_add_p(akn, item, node);
    push_place(akn, item, item, true);
}

/* ---- in the preface, the preamble and the body ---- */

static xmlNode *body_place(const struct ph_akn_holder *holder)
{
    for (int level = PH_AKN_HEADINGS; level > 0; level--)
        if (holder->sections[level])
            return holder->sections[level];
    return holder->body;
}

static xmlNode *front_place(const struct ph_akn_holder *holder)
{
    return holder->in_preamble ? holder->preamble : holder->preface;
}

/* The opening phrase in lower case, as the guidelines name the containers of the preamble. */
static void set_phrase(xmlNode *element, const struct ph_node *node)
{
    char name[96] = "preambular";
    const char *phrase =
        node->kind == PH_ORGAN ? "enactingFormula" : node->as.paragraph.opening.phrase;
    if (phrase)
        snprintf(name, sizeof name, "%s", phrase);
    if (node->kind != PH_ORGAN)
        for (char *c = name; *c; c++)
            *c = (char)tolower((unsigned char)*c);
    ph_xml_set(element, "name", name);
}

void ph_akn_add_preambular(struct ph_akn *akn, const struct ph_node *node)
{
    struct ph_akn_holder *holder = akn->holder;
    const char *name = holder->in_body ? "hcontainer" : "container";
    if (node->kind == PH_ORGAN && !holder->in_body)
        name = "formula";
    holder->in_preamble = true;
    xmlNode *element =
        ph_akn_add(holder->in_body ? body_place(holder) : holder->preamble, name, node);
    set_phrase(element, node);
    if (node->kind == PH_PREAMBULAR)
        set_order_id(akn, element, "cont", node);
    if (holder->in_body) {
        ph_xml_set(element, "refersTo", "#preambular");
        fill_hierarchy(akn, element, node);
        return;
    }
    ph_akn_add_p(akn, element, node);
    push_place(akn, element, element, true);
}

void ph_akn_add_paragraph(struct ph_akn *akn, const struct ph_node *node)
{
    struct ph_akn_holder *holder = akn->holder;
    bool text = node->kind == PH_PARAGRAPH && holder->is_statement;
    if (!holder->in_body) {
        xmlNode *container = ph_akn_add(front_place(holder), "container", node);
        ph_xml_set(container, "name", "text");
        ph_akn_add_p(akn, container, node);
        push_place(akn, container, container, true);
        return;
    }
    xmlNode *element = ph_akn_add(body_place(holder), text ? "hcontainer" : "paragraph", node);
    if (text)
        ph_xml_set(element, "name", "text");
    set_order_id(akn, element, text ? "text" : "para", node);
    fill_hierarchy(akn, element, node);
}

static void add_section(struct ph_akn *akn, const struct ph_node *node)
{
    struct ph_akn_holder *holder = akn->holder;
    bool heading = node->kind == PH_HEADING;
    int level = heading ? node->as.heading.level : 1;
    level = level < 1 ? 1 : level > PH_AKN_HEADINGS ? PH_AKN_HEADINGS : level;
    for (int deeper = level; deeper <= PH_AKN_HEADINGS; deeper++)
        holder->sections[deeper] = NULL;
    xmlNode *section = ph_akn_add(body_place(holder), "section", node);
    set_order_id(akn, section, heading ? "sec" : "title", node);
    const char *number = heading ? node->as.heading.number : NULL;
    if (number && *number)
        ph_xml_add_text(ph_akn_add(section, "num", NULL), number, strlen(number));
    if (node->text.length)
        ph_akn_add_words(akn, ph_akn_add(section, "heading", node), node);
    holder->sections[level] = section;
}

void ph_akn_add_heading(struct ph_akn *akn, const struct ph_node *node)
{
    if (akn->holder->in_body) {
        add_section(akn, node);
        return;
    }
    xmlNode *container = ph_akn_add(front_place(akn->holder), "container", node);
    ph_xml_set(container, "name", "heading");
    ph_akn_add_p(akn, container, node);
}

void ph_akn_add_title(struct ph_akn *akn, const struct ph_node *node)
{
    if (akn->holder->in_body) {
        add_section(akn, node);
        return;
    }
    xmlNode *p = ph_akn_add(akn->holder->preface, "p", NULL);
    ph_akn_add_words(akn, ph_akn_add(p, "docTitle", node), node);
}
