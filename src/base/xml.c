#include "base/xml.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/xmlsave.h>
#include <libxml/xpathInternals.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/memory.h"
#include "base/utf8.h"

enum { XPATH_STEPS = 20000000 };

static void stay_silent(void *context, const char *message, ...)
{
    (void)context;
    (void)message;
}

static xmlParserInput *load_nothing(const char *url, const char *id, xmlParserCtxt *context)
{
    (void)url;
    (void)id;
    (void)context;
    return NULL;
}

static void harden(void)
{
    static bool done;
    if (done)
        return;
    done = true;
    xmlInitParser();
    xmlSetGenericErrorFunc(NULL, stay_silent);
    xmlSetExternalEntityLoader(load_nothing);
}

static enum ph_status too_deep(const char *name, const xmlDoc *doc, struct ph_error *error)
{
    int depth = 0;
    for (const xmlNode *node = xmlDocGetRootElement(doc); node;) {
        if (node->type == XML_ELEMENT_NODE && node->children) {
            node = node->children;
            if (++depth > PH_XML_DEPTH)
                return ph_fail(error, PH_LIMIT, "%s:%d: nested deeper than %d elements", name,
                               ph_xml_line(node), PH_XML_DEPTH);
            continue;
        }
        while (node && !node->next) {
            node = node->parent;
            depth--;
            if (!node || node->type != XML_ELEMENT_NODE)
                return PH_OK;
        }
        node = node ? node->next : NULL;
    }
    return PH_OK;
}

static size_t count_of(const char *from, const char *end, char sought)
{
    size_t count = 0;
    for (; from < end && (from = memchr(from, sought, (size_t)(end - from))); from++)
        count++;
    return count;
}

/* Whether an attribute's value starts behind an equals sign; a NUL is of UTF-16. */
static bool is_quoted(const char *from, const char *end)
{
    while (from < end && (!*from || strchr(" \t\r\n", *from)))
        from++;
    return from < end && (*from == '"' || *from == '\'');
}

/* Counts before anything is made of the bytes: a tree takes many times their memory, and libxml2
 * the square of the time for the attributes of one element. End tags, and what stands in comments,
 * count as well: a count is no less than the truth. */
static enum ph_status too_many(const char *name, const char *bytes, size_t length,
                               struct ph_error *error)
{
    size_t attributes = 0;
    const char *end = bytes + length, *last = bytes;
    for (const char *at = bytes; at < end && (at = memchr(at, '=', (size_t)(end - at))); at++) {
        if (memchr(last, '<', (size_t)(at - last)))
            attributes = 0;
        last = at;
        attributes += is_quoted(at + 1, end);
        if (attributes > PH_XML_ATTRIBUTES)
            return ph_fail(error, PH_LIMIT, "%s: an element has more than %d attributes", name,
                           PH_XML_ATTRIBUTES);
    }
    if (count_of(bytes, end, '<') > 2 * (size_t)PH_XML_ELEMENTS)
        return ph_fail(error, PH_LIMIT, "%s: has more than %d elements; no document has so many",
                       name, PH_XML_ELEMENTS);
    return PH_OK;
}

/* What is wrong first is the cause of what is wrong behind it. */
struct complaint {
    char words[300];
    int line;
};

static void keep_first(void *data, xmlErrorPtr found)
{
    xmlParserCtxt *parser = data;
    struct complaint *first = parser->_private;
    if (first->words[0] || found->level < XML_ERR_ERROR)
        return;
    snprintf(first->words, sizeof first->words, "%s", found->message ? found->message : "not XML");
    first->words[strcspn(first->words, "\n")] = '\0';
    first->line = found->line;
}

static enum ph_status parse_failed(const char *name, size_t length, const struct complaint *first,
                                   struct ph_error *error)
{
    if (!length)
        return ph_fail(error, PH_FORMAT, "%s:1: the file is empty", name);
    if (!strncmp(first->words, "Excessive depth", 15))
        return ph_fail(error, PH_LIMIT, "%s:%d: nested deeper than %d elements", name, first->line,
                       PH_XML_DEPTH);
    if (!strcmp(first->words, "Document is empty"))
        return ph_fail(error, PH_FORMAT, "%s:1: the file is not XML", name);
    return ph_fail(error, PH_FORMAT, "%s:%d: %s", name, first->line ? first->line : 1,
                   first->words[0] ? first->words : "not XML");
}

/* The line that a declaration stands in: libxml2 does not keep it. */
static int line_of_type(const char *bytes, size_t length)
{
    static const char sought[] = "<!DOCTYPE";
    int line = 1;
    for (size_t i = 0; i + sizeof sought <= length; i++) {
        if (!memcmp(bytes + i, sought, sizeof sought - 1))
            return line;
        line += bytes[i] == '\n';
    }
    return 1;
}

xmlParserCtxt *ph_xml_parser(void)
{
    harden();
    xmlParserCtxt *parser = xmlNewParserCtxt();
    if (!parser)
        abort();
    return parser;
}

enum ph_status ph_xml_parse_with(xmlParserCtxt *parser, bool blanks, const char *name,
                                 const void *bytes, size_t length, xmlDoc **doc,
                                 struct ph_error *error)
{
    if (length > PH_FILE_LIMIT)
        return ph_fail(error, PH_LIMIT, "%s: too large", name);
    if (too_many(name, bytes, length, error) != PH_OK)
        return PH_LIMIT;
    int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_BIG_LINES |
                  XML_PARSE_NOCDATA | XML_PARSE_COMPACT | (blanks ? 0 : XML_PARSE_NOBLANKS);
    struct complaint first = {.line = 0};
    parser->_private = &first;
    parser->sax->serror = keep_first;
    xmlDoc *made = xmlCtxtReadMemory(parser, bytes, (int)length, NULL, NULL, options);
    enum ph_status status = PH_OK;
    if (!made)
        status = parse_failed(name, length, &first, error);
    else if (made->intSubset || made->extSubset)
        status = ph_fail(error, PH_FORMAT,
                         "%s:%d: has a document type declaration: refused; take it out", name,
                         line_of_type(bytes, length));
    else
        status = too_deep(name, made, error);
    if (status != PH_OK)
        xmlFreeDoc(made);
    else
        *doc = made;
    return status;
}

enum ph_status ph_xml_parse(const char *name, const void *bytes, size_t length, xmlDoc **doc,
                            struct ph_error *error)
{
    xmlParserCtxt *parser = ph_xml_parser();
    enum ph_status status = ph_xml_parse_with(parser, true, name, bytes, length, doc, error);
    xmlFreeParserCtxt(parser);
    return status;
}

enum ph_status ph_html_parse(const char *name, const char *text, size_t length, xmlDoc **doc,
                             struct ph_error *error)
{
    harden();
    if (length > PH_FILE_LIMIT)
        return ph_fail(error, PH_LIMIT, "%s: too large", name);
    int options = HTML_PARSE_RECOVER | HTML_PARSE_NONET | HTML_PARSE_NOERROR |
                  HTML_PARSE_NOWARNING | HTML_PARSE_NODEFDTD;
    htmlParserCtxt *context = htmlNewParserCtxt();
    xmlDoc *made = htmlCtxtReadMemory(context, text, (int)length, NULL, "UTF-8", options);
    const xmlError *last = xmlCtxtGetLastError(context);
    bool stopped = last && last->code == XML_ERR_INTERNAL_ERROR; /* so it says: nested too deeply */
    bool empty = !made || !xmlDocGetRootElement(made);
    htmlFreeParserCtxt(context);
    if (!stopped && !empty) {
        *doc = made;
        return PH_OK;
    }
    xmlFreeDoc(made);
    if (stopped)
        return ph_fail(error, PH_LIMIT, "%s: the elements of the web page are nested too deeply",
                       name);
    return ph_fail(error, PH_FORMAT, "%s: is a web page (HTML) without any words", name);
}

enum ph_status ph_xml_read(const char *path, xmlDoc **doc, struct ph_error *error)
{
    struct ph_buffer bytes = {0};
    enum ph_status status = ph_file_read(path, &bytes, error);
    if (status == PH_OK)
        status = ph_xml_parse(path, ph_buffer_text(&bytes), bytes.length, doc, error);
    ph_buffer_free(&bytes);
    return status;
}

void ph_xml_write(xmlDoc *doc, bool indent, struct ph_buffer *out)
{
    harden();
    xmlBuffer *buffer = xmlBufferCreate();
    xmlSaveCtxt *save =
        xmlSaveToBuffer(buffer, "UTF-8", indent ? XML_SAVE_FORMAT : XML_SAVE_AS_XML);
    xmlSaveDoc(save, doc);
    xmlSaveClose(save);
    ph_buffer_add(out, xmlBufferContent(buffer), (size_t)xmlBufferLength(buffer));
    xmlBufferFree(buffer);
}

static void ignore_error(void *data, xmlErrorPtr error)
{
    (void)data;
    (void)error;
}

xmlXPathContext *ph_xml_xpath(xmlDoc *doc)
{
    harden();
    xmlXPathContext *context = xmlXPathNewContext(doc);
    if (!context)
        abort();
    context->opLimit = XPATH_STEPS;
    xmlXPathContextSetCache(context, 1, -1, 0); /* values are used again; without it it is slower */
    context->error = ignore_error;
    return context;
}

/* Most names differ in their first letters. */
static inline bool is_called(const xmlChar *there, const char *name)
{
    return *there == (unsigned char)*name && !strcmp((const char *)there, name);
}

const char *ph_xml_attribute(const xmlNode *element, const char *name)
{
    for (const xmlAttr *a = element->properties; a; a = a->next)
        if (is_called(a->name, name))
            return a->children ? (const char *)a->children->content : "";
    return NULL;
}

bool ph_xml_is(const xmlNode *node, const char *name)
{
    return node->type == XML_ELEMENT_NODE && (!name || is_called(node->name, name));
}

static xmlNode *find_from(xmlNode *node, const char *name)
{
    while (node && !ph_xml_is(node, name))
        node = node->next;
    return node;
}

xmlNode *ph_xml_first(const xmlNode *parent, const char *name)
{
    return find_from(parent->children, name);
}

xmlNode *ph_xml_next(const xmlNode *node, const char *name)
{
    return find_from(node->next, name);
}

xmlNode *ph_xml_step(const xmlNode *element, bool over)
{
    xmlNode *next = over ? NULL : ph_xml_first(element, NULL);
    for (; !next && element && element->type == XML_ELEMENT_NODE; element = element->parent)
        next = ph_xml_next(element, NULL);
    return next;
}

char *ph_xml_content(const xmlNode *node)
{
    const xmlNode *only = node->children;
    bool plain = only && only->type == XML_TEXT_NODE && !only->next; /* nearly always */
    xmlChar *made = plain ? NULL : xmlNodeGetContent(node);
    const char *content = (const char *)(plain ? only->content : made);
    size_t length = content ? strlen(content) : 0;
    struct ph_buffer out = {.data = ph_alloc(length + 1), .capacity = length + 1};
    ph_buffer_fold(&out, content ? content : "", length);
    ph_buffer_trim(&out);
    xmlFree(made);
    return ph_buffer_take(&out);
}

int ph_xml_line(const xmlNode *node)
{
    return (int)xmlGetLineNo(node);
}

xmlNode *ph_xml_add(xmlNode *parent, const char *name)
{
    xmlNode *node = xmlNewChild(parent, NULL, (const xmlChar *)name, NULL);
    if (!node)
        abort();
    return node;
}

xmlNode *ph_xml_add_text(xmlNode *parent, const char *text, size_t length)
{
    xmlNode *node = xmlNewTextLen((const xmlChar *)text, (int)length);
    if (!node)
        abort();
    return xmlAddChild(parent, node);
}

void ph_xml_set(xmlNode *element, const char *name, const char *value)
{
    if (value)
        xmlNewProp(element, (const xmlChar *)name, (const xmlChar *)value);
}

void ph_xml_set_number(xmlNode *element, const char *name, long number)
{
    char text[32];
    snprintf(text, sizeof text, "%ld", number);
    ph_xml_set(element, name, text);
}
