/* What the tests of the Word writer share: its parts as one flat file, asked with XPath. */
#ifndef PH_TEST_DOCX_FLAT_H
#define PH_TEST_DOCX_FLAT_H

#include <criterion/criterion.h>
#include <libxml/xpathInternals.h>

#include "base/xml.h"
#include "doc/node.h"
#include "write/write.h"

#define W "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

static inline struct ph_node *add_paragraph(struct ph_document *document, enum ph_kind kind,
                                            const char *text, size_t opening)
{
    struct ph_node *node = ph_add(document->root, kind, text);
    node->as.paragraph.opening.to = opening;
    return node;
}

static inline struct ph_node *add_note(struct ph_document *document, const char *mark,
                                       const char *text)
{
    struct ph_node *note = ph_node_new(document, PH_FOOTNOTE, text);
    note->as.footnote.mark = mark;
    return note;
}

static inline xmlDoc *flat(struct ph_document *document, const struct ph_write_options *options)
{
    struct ph_buffer out = {0};
    struct ph_error error = {PH_OK, ""};
    xmlDoc *doc = NULL;
    ph_document_number(document);
    cr_assert_eq(ph_write_flatopc(document, options, &out, &error), PH_OK, "%s", error.message);
    cr_assert_eq(ph_xml_parse("flat", out.data, out.length, &doc, &error), PH_OK, "%s",
                 error.message);
    ph_buffer_free(&out);
    return doc;
}

static inline double number_of(xmlDoc *doc, const char *expression)
{
    xmlXPathContext *context = ph_xml_xpath(doc);
    xmlXPathRegisterNs(context, (const xmlChar *)"w", (const xmlChar *)W);
    xmlXPathRegisterNs(context, (const xmlChar *)"pkg",
                       (const xmlChar *)"http://schemas.microsoft.com/office/2006/xmlPackage");
    xmlXPathObject *value = xmlXPathEvalExpression((const xmlChar *)expression, context);
    cr_assert(value, "%s", expression);
    double number = xmlXPathCastToNumber(value);
    xmlXPathFreeObject(value);
    xmlXPathFreeContext(context);
    return number;
}

static inline void expect(xmlDoc *doc, const char *expression, double wanted)
{
    double found = number_of(doc, expression);
    cr_expect_eq(found, wanted, "%s is %g, not %g", expression, found, wanted);
}

static inline void finish(xmlDoc *doc, struct ph_document *document)
{
    xmlFreeDoc(doc);
    ph_document_free(document);
}

#endif
