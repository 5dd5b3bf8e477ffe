#include <assert.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/xml.h"
#include "write/docx/docx.h"

static bool is_blank(const xmlNode *node)
{
    if (node->type == XML_COMMENT_NODE)
        return true;
    if (node->type != XML_TEXT_NODE || ph_xml_is(node->parent, "t") ||
        ph_xml_is(node->parent, "instrText"))
        return false;
    return strspn((const char *)node->content, " \t\r\n") == strlen((const char *)node->content);
}

/* The next node in document order: into children, then on, then up. */
static xmlNode *step(xmlNode *node, bool into)
{
    if (into && node->type == XML_ELEMENT_NODE && node->children)
        return node->children;
    while (node->type != XML_DOCUMENT_NODE && !node->next)
        node = node->parent;
    return node->type != XML_DOCUMENT_NODE ? node->next : NULL;
}

/* Templates are indented for their readers; the package is not. */
static void drop_blanks(xmlDoc *doc)
{
    for (xmlNode *node = xmlDocGetRootElement(doc); node;) {
        bool blank = is_blank(node);
        xmlNode *next = step(node, !blank);
        if (blank) {
            xmlUnlinkNode(node);
            xmlFreeNode(node);
        }
        node = next;
    }
}

enum ph_status ph_docx_read_template(const char *name, xmlDoc **doc, struct ph_error *error)
{
    char place[128];
    snprintf(place, sizeof place, "templates/docx/%s", name);
    char *path = ph_data_path(place);
    enum ph_status status = ph_xml_read(path, doc, error);
    free(path);
    if (status == PH_OK)
        drop_blanks(*doc);
    return status;
}

static const xmlNode *find(const struct ph_docx *docx, const char *kind, const char *name)
{
    const xmlNode *entry = ph_xml_first(xmlDocGetRootElement(docx->look), kind);
    while (entry && strcmp(ph_xml_attribute(entry, "name"), name))
        entry = ph_xml_next(entry, kind);
    assert(entry && "look.xml lacks an entry");
    return ph_xml_first(entry, NULL);
}

const xmlNode *ph_docx_paragraph_look(const struct ph_docx *docx, const char *name)
{
    return find(docx, "paragraph", name);
}

const xmlNode *ph_docx_table_look(const struct ph_docx *docx, const char *name)
{
    return find(docx, "table", name);
}

const xmlNode *ph_docx_run_look(const struct ph_docx *docx, const char *name)
{
    return find(docx, "run", name);
}

/* The order of the properties of a run in the schema, as far as they are used. */
static const char *const order[] = {"rStyle",    "rFonts", "b",        "bCs",       "i",
                                    "iCs",       "strike", "vanish",   "color",     "spacing",
                                    "w",         "kern",   "position", "sz",        "szCs",
                                    "highlight", "u",      "shd",      "vertAlign", "lang"};

static size_t rank(const xmlNode *property)
{
    size_t i = 0;
    while (i < sizeof order / sizeof *order && !ph_xml_is(property, order[i]))
        i++;
    assert(i < sizeof order / sizeof *order && "a property that has no place");
    return i;
}

static void put(xmlNode *properties, const xmlNode *property)
{
    size_t mine = rank(property);
    xmlNode *behind = properties->children;
    while (behind && rank(behind) < mine)
        behind = behind->next;
    xmlNode *made = ph_docx_add_copy(properties, property);
    if (!behind)
        return;
    xmlUnlinkNode(made);
    if (rank(behind) > mine) {
        xmlAddPrevSibling(behind, made);
        return;
    }
    xmlReplaceNode(behind, made);
    xmlFreeNode(behind);
}

void ph_docx_wear(const struct ph_docx *docx, xmlNode *properties, const char *name)
{
    const xmlNode *look = ph_docx_run_look(docx, name);
    for (const xmlNode *property = look->children; property; property = property->next)
        put(properties, property);
}
