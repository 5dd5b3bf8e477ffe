#include "base/xml_pack.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/xml.h"

/* The bytes: a head, then a row of numbers, then strings. In the row, in the order of the document,
 * an element is DEPTH, line, name, how many attributes, and of each name and value; a text is
 * DEPTH, its string. DEPTH is twice how deep it stands, and 1 more for an element; strings are
 * where they start behind the row. */
struct head {
    uint32_t elements, attributes, texts;
    uint32_t numbers; /* in the row */
};

/* ---- packing ---- */

struct packer {
    struct head head;
    uint32_t *row;
    size_t capacity;
    struct ph_buffer strings;
    bool (*is_empty)(const xmlNode *element);
};

static void put(struct packer *packer, size_t number)
{
    packer->row =
        ph_grow(packer->row, packer->head.numbers, &packer->capacity, sizeof *packer->row);
    packer->row[packer->head.numbers++] = (uint32_t)number;
}

static void put_string(struct packer *packer, const xmlChar *string)
{
    put(packer, packer->strings.length);
    ph_buffer_put(&packer->strings, (const char *)string);
    ph_buffer_char(&packer->strings, '\0');
}

static void pack_element(struct packer *packer, const xmlNode *element, size_t depth)
{
    size_t count = 0;
    packer->head.elements++;
    put(packer, 2 * depth + 1);
    put(packer, (size_t)ph_xml_line(element));
    put_string(packer, element->name);
    for (const xmlAttr *a = element->properties; a; a = a->next)
        count++;
    put(packer, count);
    packer->head.attributes += (uint32_t)count;
    for (const xmlAttr *a = element->properties; a; a = a->next) {
        const char *value = ph_xml_attribute(element, (const char *)a->name);
        put_string(packer, a->name);
        put_string(packer, (const xmlChar *)value);
    }
}

static bool is_blank(const xmlNode *text)
{
    const char *content = (const char *)text->content;
    return !content[strspn(content, " \t\r\n")];
}

/* White space is text only where it is all that an element holds. */
static bool is_text(const xmlNode *node)
{
    return (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) && node->content &&
           !((node->next || node->prev) && is_blank(node));
}

static void pack_inside(struct packer *packer, const xmlNode *element, size_t depth)
{
    pack_element(packer, element, depth);
    if (packer->is_empty(element))
        return;
    for (const xmlNode *node = element->children; node; node = node->next) {
        if (node->type == XML_ELEMENT_NODE) {
            pack_inside(packer, node, depth + 1);
        } else if (is_text(node)) {
            packer->head.texts++;
            put(packer, 2 * (depth + 1));
            put_string(packer, node->content);
        }
    }
}

void ph_xml_pack(const xmlNode *root, bool (*is_empty)(const xmlNode *element),
                 struct ph_buffer *out)
{
    struct packer packer = {.is_empty = is_empty};
    pack_inside(&packer, root, 0);
    ph_buffer_add(out, &packer.head, sizeof packer.head);
    ph_buffer_add(out, packer.row, packer.head.numbers * sizeof *packer.row);
    ph_buffer_add(out, packer.strings.data, packer.strings.length);
    free(packer.row);
    ph_buffer_free(&packer.strings);
}

/* ---- unpacking ---- */

struct unpacker {
    const uint32_t *at, *end; /* of the row, what is not read yet */
    const char *strings;
    size_t length; /* of all strings; the last byte of them is a NUL */
    xmlDoc *doc;
    xmlNode *nodes; /* room for all elements and texts, those of attributes, too */
    xmlAttr *attributes;
    size_t node_count, attribute_count; /* left */
    xmlNode *open[PH_XML_DEPTH];        /* the element at each depth that is not closed */
};

static const char *string_at(const struct unpacker *unpacker, uint32_t from)
{
    return from < unpacker->length ? unpacker->strings + from : "";
}

static xmlNode *next_node(struct unpacker *unpacker, xmlElementType type, const char *name)
{
    if (!unpacker->node_count)
        return NULL;
    unpacker->node_count--;
    xmlNode *node = unpacker->nodes++;
    node->type = type;
    node->name = (const xmlChar *)name;
    node->doc = unpacker->doc;
    return node;
}

/* A value is a text of its own. */
static bool unpack_attribute(struct unpacker *unpacker, xmlNode *element, xmlAttr *before)
{
    xmlNode *value = next_node(unpacker, XML_TEXT_NODE, "text");
    if (!value || !unpacker->attribute_count)
        return false;
    unpacker->attribute_count--;
    xmlAttr *made = unpacker->attributes++;
    made->type = XML_ATTRIBUTE_NODE;
    made->name = (const xmlChar *)string_at(unpacker, unpacker->at[0]);
    made->children = made->last = value;
    made->parent = element;
    made->doc = unpacker->doc;
    made->prev = before;
    value->content = (xmlChar *)string_at(unpacker, unpacker->at[1]);
    value->parent = (xmlNode *)made;
    *(before ? &before->next : &element->properties) = made;
    unpacker->at += 2;
    return true;
}

static bool unpack_attributes(struct unpacker *unpacker, xmlNode *element, size_t count)
{
    if ((size_t)(unpacker->end - unpacker->at) / 2 < count)
        return false;
    for (xmlAttr *before = NULL; count--; before = before ? before->next : element->properties)
        if (!unpack_attribute(unpacker, element, before))
            return false;
    return true;
}

static void hang(xmlNode *parent, xmlNode *node)
{
    node->parent = parent;
    node->prev = parent->last;
    *(parent->last ? &parent->last->next : &parent->children) = node;
    parent->last = node;
}

static bool unpack_element(struct unpacker *unpacker, size_t depth)
{
    enum { NUMBERS = 3 };
    if (depth >= PH_XML_DEPTH || unpacker->end - unpacker->at < NUMBERS)
        return false;
    const uint32_t line = unpacker->at[0], count = unpacker->at[2];
    xmlNode *made = next_node(unpacker, XML_ELEMENT_NODE, string_at(unpacker, unpacker->at[1]));
    if (!made)
        return false;
    made->line = (unsigned short)(line < UINT16_MAX ? line : UINT16_MAX);
    unpacker->at += NUMBERS;
    hang(depth ? unpacker->open[depth - 1] : (xmlNode *)unpacker->doc, made);
    unpacker->open[depth] = made;
    return unpack_attributes(unpacker, made, count);
}

static bool unpack_text(struct unpacker *unpacker, size_t depth)
{
    xmlNode *made = next_node(unpacker, XML_TEXT_NODE, "text");
    if (!made || !depth || unpacker->at == unpacker->end)
        return false;
    made->content = (xmlChar *)string_at(unpacker, *unpacker->at++);
    hang(unpacker->open[depth - 1], made);
    return true;
}

/* The next element or text, which stands no deeper than just inside the last element. */
static bool unpack_next(struct unpacker *unpacker, size_t *deepest)
{
    const size_t depth = *unpacker->at / 2;
    const bool is_element = *unpacker->at++ & 1;
    if (depth > *deepest || (!depth && *deepest))
        return false;
    *deepest = depth + is_element;
    return is_element ? unpack_element(unpacker, depth) : unpack_text(unpacker, depth);
}

/* All in one piece: the document, nodes, attributes. */
static xmlDoc *make_room(struct unpacker *unpacker, const struct head *head)
{
    unpacker->attribute_count = head->attributes;
    unpacker->node_count = (size_t)head->elements + head->texts + head->attributes;
    xmlDoc *doc = ph_alloc_zero(1, sizeof *doc + unpacker->node_count * sizeof(xmlNode) +
                                       unpacker->attribute_count * sizeof(xmlAttr));
    unpacker->nodes = (xmlNode *)(doc + 1);
    unpacker->attributes = (xmlAttr *)(unpacker->nodes + unpacker->node_count);
    doc->type = XML_DOCUMENT_NODE;
    return unpacker->doc = doc->doc = doc;
}

xmlDoc *ph_xml_unpack(const void *bytes, size_t size)
{
    const struct head *head = bytes;
    if (size <= sizeof *head || ((const char *)bytes)[size - 1])
        return NULL;
    const size_t room = (size - sizeof *head) / sizeof(uint32_t);
    if (head->numbers > room || head->elements > room || head->attributes > room ||
        head->texts > room)
        return NULL;
    const uint32_t *row = (const uint32_t *)(head + 1);
    struct unpacker unpacker = {.at = row,
                                .end = row + head->numbers,
                                .strings = (const char *)(row + head->numbers),
                                .length = size - sizeof *head - head->numbers * sizeof *row};
    xmlDoc *doc = make_room(&unpacker, head);
    size_t deepest = 0;
    while (unpacker.at < unpacker.end)
        if (!unpack_next(&unpacker, &deepest)) {
            free(doc);
            return NULL;
        }
    return doc;
}
