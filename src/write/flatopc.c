/* Flat OPC: the parts of the Word document in one XML file, which Word opens, and which people and
 * programs can compare. */
#include <stdio.h>

#include "base/xml.h"
#include "write/docx/docx.h"

#define PACKAGE_SPACE "http://schemas.microsoft.com/office/2006/xmlPackage"

static void add_part(xmlNode *package, const struct ph_docx *docx, enum ph_docx_part part)
{
    char name[64];
    snprintf(name, sizeof name, "/%s", ph_docx_path(part));
    xmlNode *element = ph_docx_add(package, "part");
    ph_docx_set(element, "name", name);
    ph_docx_set(element, "contentType", ph_docx_type(docx, part));
    xmlNode *data = ph_docx_add(element, "xmlData");
    xmlAddChild(data, xmlDocCopyNode(xmlDocGetRootElement(docx->parts[part]), data->doc, 1));
}

static xmlDoc *make_package(const struct ph_docx *docx)
{
    xmlDoc *doc = xmlNewDoc((const xmlChar *)"1.0");
    doc->standalone = 1;
    xmlAddChild((xmlNode *)doc, xmlNewDocPI(doc, (const xmlChar *)"mso-application",
                                            (const xmlChar *)"progid=\"Word.Document\""));
    xmlNode *package = xmlNewDocNode(doc, NULL, (const xmlChar *)"package", NULL);
    xmlAddChild((xmlNode *)doc, package);
    package->ns = xmlNewNs(package, (const xmlChar *)PACKAGE_SPACE, (const xmlChar *)"pkg");
    for (int part = PH_DOCX_RELATIONS; part < PH_DOCX_PART_COUNT; part++)
        if (docx->parts[part])
            add_part(package, docx, (enum ph_docx_part)part);
    return doc;
}

enum ph_status ph_write_flatopc(const struct ph_document *document,
                                const struct ph_write_options *options, struct ph_buffer *out,
                                struct ph_error *error)
{
    struct ph_docx docx;
    size_t from = out->length;
    enum ph_status status = ph_docx_open(&docx, document, options, error);
    if (status == PH_OK) {
        xmlDoc *doc = make_package(&docx);
        ph_xml_write(doc, false, out);
        xmlFreeDoc(doc);
    }
    ph_docx_close(&docx);
    return status == PH_OK ? ph_docx_guard(out, from, error) : status;
}
