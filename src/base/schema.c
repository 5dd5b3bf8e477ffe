#include "base/schema.h"

#include <libxml/xmlschemas.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/xml.h"

struct ph_schema {
    xmlDoc *doc;
    xmlSchema *schema;
    const char *space; /* the namespace that it is for; the document's */
};

/* The first complaint of the validator. */
struct complaint {
    const char *file, *space;
    struct ph_error *error;
    bool made;
};

/* "Element '{urn:penholder:rule}slot': ..." without the namespace, in one line. */
static char *plain_words(const char *message, const char *space)
{
    struct ph_buffer out = {0};
    size_t length = space ? strlen(space) : 0;
    for (const char *c = message; *c && *c != '\n'; c++) {
        if (length && *c == '{' && !strncmp(c + 1, space, length) && c[length + 1] == '}')
            c += length + 1;
        else
            ph_buffer_char(&out, *c);
    }
    return ph_buffer_take(&out);
}

static void complain(void *data, xmlErrorPtr found)
{
    struct complaint *complaint = data;
    if (complaint->made)
        return;
    complaint->made = true;
    char *words = plain_words(found->message ? found->message : "is not valid", complaint->space);
    int line = found->node ? ph_xml_line(found->node) : found->line;
    ph_fail(complaint->error, PH_FORMAT, "%s:%d: %s", complaint->file, line, words);
    free(words);
}

static enum ph_status parse(struct ph_schema *schema, const char *path, struct ph_error *error)
{
    struct complaint complaint = {path, NULL, error, false};
    xmlSchemaParserCtxt *parser = xmlSchemaNewDocParserCtxt(schema->doc);
    xmlSchemaSetParserStructuredErrors(parser, complain, &complaint);
    schema->schema = xmlSchemaParse(parser);
    xmlSchemaFreeParserCtxt(parser);
    schema->space = ph_xml_attribute(xmlDocGetRootElement(schema->doc), "targetNamespace");
    if (schema->schema || complaint.made)
        return schema->schema ? PH_OK : PH_FORMAT;
    return ph_fail(error, PH_FORMAT, "%s: is not a schema", path);
}

enum ph_status ph_schema_new(const char *name, struct ph_schema **made, struct ph_error *error)
{
    struct ph_schema *schema = ph_alloc_zero(1, sizeof *schema);
    char *path = ph_data_path(name);
    enum ph_status status = ph_xml_read(path, &schema->doc, error);
    if (status == PH_OK)
        status = parse(schema, path, error);
    free(path);
    if (status == PH_OK)
        *made = schema;
    else
        ph_schema_free(schema);
    return status;
}

void ph_schema_free(struct ph_schema *schema)
{
    if (!schema)
        return;
    xmlSchemaFree(schema->schema);
    xmlFreeDoc(schema->doc);
    free(schema);
}

enum ph_status ph_schema_validate(const struct ph_schema *schema, xmlDoc *doc, const char *file,
                                  struct ph_error *error)
{
    struct complaint complaint = {file, schema->space, error, false};
    xmlSchemaValidCtxt *context = xmlSchemaNewValidCtxt(schema->schema);
    xmlSchemaSetValidStructuredErrors(context, complain, &complaint);
    int result = xmlSchemaValidateDoc(context, doc);
    xmlSchemaFreeValidCtxt(context);
    if (result == 0)
        return PH_OK;
    return complaint.made ? PH_FORMAT
                          : ph_fail(error, PH_FORMAT, "%s: does not follow its schema", file);
}
