/* Footnotes of a web page: a short link ("3", "[3]", "*") to a place further down is a mark, and
 * that place begins the note's own words. */
#ifndef PH_READ_HTML_LINKS_H
#define PH_READ_HTML_LINKS_H

#include <libxml/hash.h>
#include <libxml/tree.h>
#include <stdbool.h>

#include "base/memory.h"

struct ph_html_links {
    xmlHashTable *places; /* by id or name: the order of their elements, from 1 */
    xmlHashTable *notes;  /* by id or name: the label of the note that begins there */
    bool dangling;        /* a mark leads to no place of the page */
};

/* Goes over the page, and keeps in element->_private what it finds: for an item of a list how many
 * stand before it. Labels are in the arena. Free with ph_html_links_free. */
void ph_html_links_find(struct ph_html_links *links, xmlNode *root, struct ph_arena *arena);
void ph_html_links_free(struct ph_html_links *links);

/* The label of the footnote that a link marks; NULL: it is none. */
const char *ph_html_links_mark(const xmlNode *link);
/* Whether a link with a footnote's label leads back to where it was mentioned. */
bool ph_html_links_leads_back(const xmlNode *link);
/* The label of the note that begins at an element; NULL: none does. */
const char *ph_html_links_note(const struct ph_html_links *links, const xmlNode *element);

#endif
