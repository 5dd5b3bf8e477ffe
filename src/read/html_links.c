#include "read/html_links.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/xml.h"

enum { LABEL = 12, NEAR = 8 };

static const char leads_back[] = "";

static const char *place_name(const xmlNode *element)
{
    const char *id = ph_xml_attribute(element, "id");
    return id || !ph_xml_is(element, "a") ? id : ph_xml_attribute(element, "name");
}

/* The words of a link, if they are few: at most NEAR nodes and LABEL bytes of them. */
static bool short_words(const xmlNode *link, char out[LABEL])
{
    size_t used = 0;
    int steps = 0;
    const xmlNode *at = link->children;
    while (at && ++steps <= NEAR) {
        if (at->type == XML_TEXT_NODE)
            for (const char *c = (const char *)at->content; *c; c++) {
                if (strchr(" \t\r\n", *c))
                    continue;
                if (used + 1 == LABEL)
                    return false;
                out[used++] = *c;
            }
        const xmlNode *next =
            at->type == XML_ELEMENT_NODE && at->children ? at->children : at->next;
        while (!next && at->parent != link) {
            at = at->parent;
            next = at->next;
        }
        at = next;
    }
    out[used] = '\0';
    return !at && used;
}

/* "3", "[3]", "*": the label without its brackets; brackets or raised letters say that it is one.
 */
static bool read_label(const xmlNode *link, char out[LABEL], bool *sure)
{
    const xmlNode *child = ph_xml_first(link, NULL), *parent = link->parent;
    if (!short_words(link, out))
        return false;
    size_t length = strlen(out);
    bool brackets = length > 2 && out[0] == '[' && out[length - 1] == ']';
    if (brackets) {
        memmove(out, out + 1, length - 2);
        out[length -= 2] = '\0';
    }
    bool raised = (child && ph_xml_is(child, "sup")) || (parent && ph_xml_is(parent, "sup")) ||
                  (parent && parent->parent && ph_xml_is(parent->parent, "sup"));
    *sure = brackets || raised || out[0] == '*';
    return strspn(out, "0123456789") == length || strspn(out, "*") == length;
}

static void find_places(struct ph_html_links *links, xmlNode *root)
{
    uintptr_t order = 0;
    for (xmlNode *at = root; at; at = ph_xml_step(at, false)) {
        const char *name = place_name(at);
        order++;
        if (name && *name)
            xmlHashAddEntry(links->places, (const xmlChar *)name, (void *)order);
        if (!ph_xml_is(at, "li"))
            continue;
        const xmlNode *before = at->prev;
        while (before && !ph_xml_is(before, "li"))
            before = before->prev;
        at->_private = before ? (void *)((uintptr_t)before->_private + 1) : NULL;
    }
}

static void find_link(struct ph_html_links *links, xmlNode *link, uintptr_t order,
                      struct ph_arena *arena)
{
    char label[LABEL];
    bool sure;
    const char *href = ph_xml_attribute(link, "href");
    if (!href || *href != '#' || !read_label(link, label, &sure))
        return;
    uintptr_t place = (uintptr_t)xmlHashLookup(links->places, (const xmlChar *)href + 1);
    if (place && place < order)
        link->_private = (void *)leads_back;
    links->dangling = links->dangling || (sure && !place);
    if (!sure || place <= order)
        return;
    link->_private = ph_arena_copy(arena, label);
    xmlHashAddEntry(links->notes, (const xmlChar *)href + 1, link->_private);
}

/* A note of a page of ours that no link leads to: <p class="note" id="note-3">. */
static void find_note(struct ph_html_links *links, const xmlNode *element, struct ph_arena *arena)
{
    static const char start[] = "note-";
    const char *class = ph_xml_attribute(element, "class"), *name = place_name(element);
    size_t length = sizeof start - 1;
    if (!class || strcmp(class, "note") || !name || strncmp(name, start, length))
        return;
    size_t digits = strspn(name + length, "0123456789");
    if (digits && digits < LABEL && !name[length + digits] &&
        !xmlHashLookup(links->notes, (const xmlChar *)name))
        xmlHashAddEntry(links->notes, (const xmlChar *)name, ph_arena_copy(arena, name + length));
}

void ph_html_links_find(struct ph_html_links *links, xmlNode *root, struct ph_arena *arena)
{
    uintptr_t order = 0;
    links->places = xmlHashCreate(0);
    links->notes = xmlHashCreate(0);
    if (!links->places || !links->notes)
        abort();
    find_places(links, root);
    for (xmlNode *at = root; at; at = ph_xml_step(at, false)) {
        order++;
        if (ph_xml_is(at, "a"))
            find_link(links, at, order, arena);
    }
    for (xmlNode *at = root; at; at = ph_xml_step(at, false))
        find_note(links, at, arena);
}

void ph_html_links_free(struct ph_html_links *links)
{
    xmlHashFree(links->places, NULL);
    xmlHashFree(links->notes, NULL);
}

const char *ph_html_links_mark(const xmlNode *link)
{
    const char *label = link->_private;
    return label && *label ? label : NULL;
}

bool ph_html_links_leads_back(const xmlNode *link)
{
    const char *label = link->_private;
    return label && !*label;
}

const char *ph_html_links_note(const struct ph_html_links *links, const xmlNode *element)
{
    const char *name = place_name(element);
    return name ? xmlHashLookup(links->notes, (const xmlChar *)name) : NULL;
}
