/* Rule files against their schema: what an element or attribute may be is said there only. */
#include <libxml/xmlschemas.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "base/xml.h"
#include "rules/compiled.h"

struct ph_rule_schema {
    xmlDoc *doc;
    xmlSchema *schema;
};

/* The first complaint of the validator. */
struct complaint {
    const char *file;
    struct ph_error *error;
    bool made;
};

/* "Element '{urn:penholder:rule}slot': ..." without the namespace, in one line. */
static char *plain_words(const char *message)
{
    static const char namespace[] = "{" PH_RULE_NAMESPACE "}";
    struct ph_buffer out = {0};
    for (const char *c = message; *c && *c != '\n'; c++) {
        if (!strncmp(c, namespace, sizeof namespace - 1))
            c += sizeof namespace - 2;
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
    char *words = plain_words(found->message ? found->message : "is not valid");
    int line = found->node ? ph_xml_line(found->node) : found->line;
    ph_fail(complaint->error, PH_FORMAT, "%s:%d: %s", complaint->file, line, words);
    free(words);
}

enum ph_status ph_rule_schema_new(struct ph_rule_schema **made, struct ph_error *error)
{
    struct ph_rule_schema *schema = ph_alloc_zero(1, sizeof *schema);
    char *path = ph_data_path("rules/rules.xsd");
    struct complaint complaint = {path, error, false};
    enum ph_status status = ph_xml_read(path, &schema->doc, error);
    if (status == PH_OK) {
        xmlSchemaParserCtxt *parser = xmlSchemaNewDocParserCtxt(schema->doc);
        xmlSchemaSetParserStructuredErrors(parser, complain, &complaint);
        schema->schema = xmlSchemaParse(parser);
        xmlSchemaFreeParserCtxt(parser);
        if (!schema->schema)
            status =
                complaint.made ? PH_FORMAT : ph_fail(error, PH_FORMAT, "%s: is not a schema", path);
    }
    free(path);
    if (status == PH_OK)
        *made = schema;
    else
        ph_rule_schema_free(schema);
    return status;
}

void ph_rule_schema_free(struct ph_rule_schema *schema)
{
    if (!schema)
        return;
    xmlSchemaFree(schema->schema);
    xmlFreeDoc(schema->doc);
    free(schema);
}

enum ph_status ph_rule_validate(const struct ph_rule_schema *schema, xmlDoc *doc, const char *file,
                                struct ph_error *error)
{
    struct complaint complaint = {file, error, false};
    xmlSchemaValidCtxt *context = xmlSchemaNewValidCtxt(schema->schema);
    xmlSchemaSetValidStructuredErrors(context, complain, &complaint);
    int result = xmlSchemaValidateDoc(context, doc);
    xmlSchemaFreeValidCtxt(context);
    if (result == 0)
        return PH_OK;
    return complaint.made ? PH_FORMAT : ph_fail(error, PH_FORMAT, "%s: is not a rule", file);
}
