#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "write/docx/docx.h"

static xmlNode *must(xmlNode *node)
{
    if (!node)
        abort(); /* memory is out */
    return node;
}

xmlNode *ph_docx_add(xmlNode *parent, const char *name)
{
    return must(xmlNewChild(parent, parent->ns, (const xmlChar *)name, NULL));
}

void ph_docx_set(xmlNode *element, const char *name, const char *value)
{
    if (value)
        xmlSetNsProp(element, element->ns, (const xmlChar *)name, (const xmlChar *)value);
}

void ph_docx_set_number(xmlNode *element, const char *name, long value)
{
    char digits[32];
    snprintf(digits, sizeof digits, "%ld", value);
    ph_docx_set(element, name, digits);
}

/* The length of the character at `at` if XML 1.0 can hold it, else 0. The text is valid UTF-8, so
 * only control characters, U+FFFE and U+FFFF are to be kept out. */
static size_t holdable(const unsigned char *bytes, size_t length, size_t at)
{
    unsigned char c = bytes[at];
    if (c < 0x20)
        return c == '\t' || c == '\n' || c == '\r';
    size_t size = c < 0x80 ? 1 : c < 0xE0 ? 2 : c < 0xF0 ? 3 : 4;
    if (at + size > length)
        return 0;
    if (c == 0xEF && bytes[at + 1] == 0xBF && bytes[at + 2] >= 0xBE)
        return 0;
    return size;
}

void ph_docx_add_text(xmlNode *element, const char *bytes, size_t length)
{
    const unsigned char *text = (const unsigned char *)bytes;
    size_t from = 0;
    for (size_t at = 0; at <= length;) {
        size_t size = at < length ? holdable(text, length, at) : 0;
        if (!size) {
            if (at > from)
                xmlNodeAddContentLen(element, text + from, (int)(at - from));
            from = at + 1;
            /* the rest of a character that was left out */
            while (from < length && (text[from] & 0xC0) == 0x80)
                from++;
            at = from;
            continue;
        }
        at += size;
    }
}

/* Not xmlCopyNode: it would declare the namespace again on every copy. What is copied are
 * properties out of our own templates, so the recursion is a few levels deep. */
xmlNode *ph_docx_add_copy(xmlNode *parent, const xmlNode *node)
{
    xmlNode *made = ph_docx_add(parent, (const char *)node->name);
    for (const xmlAttr *a = node->properties; a; a = a->next)
        ph_docx_set(made, (const char *)a->name,
                    a->children ? (const char *)a->children->content : "");
    for (const xmlNode *child = node->children; child; child = child->next)
        ph_docx_add_copy(made, child);
    return made;
}

xmlNode *ph_docx_first(xmlNode *parent, const char *name)
{
    xmlNode *first = parent->children;
    if (first && !strcmp((const char *)first->name, name))
        return first;
    xmlNode *made = must(xmlNewDocNode(parent->doc, parent->ns, (const xmlChar *)name, NULL));
    return first ? xmlAddPrevSibling(first, made) : xmlAddChild(parent, made);
}

void ph_docx_move_inside(xmlNode *made, xmlNode *parent, xmlNode *before)
{
    while (made->children) {
        xmlNode *child = made->children;
        xmlUnlinkNode(child);
        if (before)
            xmlAddPrevSibling(before, child);
        else
            xmlAddChild(parent, child);
    }
    xmlUnlinkNode(made);
    xmlFreeNode(made);
}
