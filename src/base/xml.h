/* The one way into libxml2: no network, no DTD, no entities beyond the five, limits on size and
 * depth. Nothing else in the program parses XML or makes XPath contexts. */
#ifndef PH_BASE_XML_H
#define PH_BASE_XML_H

#include <libxml/parser.h>
#include <libxml/tree.h>
#include <libxml/xpath.h>
#include <stdbool.h>

#include "base/buffer.h"
#include "base/status.h"

/* What is read: the deepest nesting, elements in one document, attributes of one element. */
enum { PH_XML_DEPTH = 200, PH_XML_ELEMENTS = 1000000, PH_XML_ATTRIBUTES = 200 };

/* Parses `length` bytes; `name` is what messages call the file. A document with a DTD is
 * refused. Free with xmlFreeDoc. PH_FORMAT with file and line, PH_LIMIT beyond the limits above. */
enum ph_status ph_xml_parse(const char *name, const void *bytes, size_t length, xmlDoc **doc,
                            struct ph_error *error);

/* The same for many small files: what the parser made is used again, and their names are kept once
 * for all. `blanks`: white space between two elements is text, the same for all of one parser. The
 * documents outlive the parser; free it with xmlFreeParserCtxt. */
xmlParserCtxt *ph_xml_parser(void);
enum ph_status ph_xml_parse_with(xmlParserCtxt *parser, bool blanks, const char *name,
                                 const void *bytes, size_t length, xmlDoc **doc,
                                 struct ph_error *error);

/* Parses a web page, however broken, from clean UTF-8: nothing in it is loaded, declarations do not
 * count. Free with xmlFreeDoc. PH_FORMAT when there is no element in it, PH_LIMIT when they nest
 * too deeply. */
enum ph_status ph_html_parse(const char *name, const char *text, size_t length, xmlDoc **doc,
                             struct ph_error *error);

/* Reads and parses a file. */
enum ph_status ph_xml_read(const char *path, xmlDoc **doc, struct ph_error *error);

/* Appends the document as UTF-8 with an XML declaration; indented only where `indent`, and then
 * only where an element holds no text. The same tree gives the same bytes. */
void ph_xml_write(xmlDoc *doc, bool indent, struct ph_buffer *out);

/* An XPath context on `doc` with a limit on steps and depth; errors are not printed. Namespace
 * prefixes and functions are the caller's to register. Free with xmlXPathFreeContext. */
xmlXPathContext *ph_xml_xpath(xmlDoc *doc);

/* Small readings of a tree, for data files. Attributes: NULL when missing; the text is owned by
 * the tree and valid while it stands unchanged. */
const char *ph_xml_attribute(const xmlNode *element, const char *name);
bool ph_xml_is(const xmlNode *node, const char *name);          /* element of that local name? */
xmlNode *ph_xml_first(const xmlNode *parent, const char *name); /* child element; NULL: any */
xmlNode *ph_xml_next(const xmlNode *node, const char *name);    /* next sibling element */
/* The next element in document order, NULL behind the last; `over`: not what is inside of it. */
xmlNode *ph_xml_step(const xmlNode *element, bool over);
char *ph_xml_content(const xmlNode *node); /* text inside, white space folded; caller frees */
int ph_xml_line(const xmlNode *node);

/* New elements with text that libxml2 escapes; never NULL. */
xmlNode *ph_xml_add(xmlNode *parent, const char *name);
xmlNode *ph_xml_add_text(xmlNode *parent, const char *text, size_t length);
void ph_xml_set(xmlNode *element, const char *name, const char *value); /* NULL: nothing */
void ph_xml_set_number(xmlNode *element, const char *name, long number);

#endif
