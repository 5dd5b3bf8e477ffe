#include "base/schema.h"

#include <libxml/xmlschemas.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/file.h"
#include "base/memory.h"
#include "base/nearest.h"
#include "base/xml.h"

struct ph_schema {
    xmlDoc *doc;
    xmlSchema *schema;
    const char *space; /* the namespace that it is for; the document's */
};

/* The first complaint of the validator. */
struct complaint {
    const char *file, *space;
    const xmlDoc *doc; /* the schema; NULL: it is about that */
    struct ph_error *error;
    bool made;
};

/* "Element '{urn:penholder:rule}slot': ..." without the namespace and the name of what a schema
 * calls a facet, in one line. */
static char *plain_words(const char *message, const char *space)
{
    struct ph_buffer out = {0};
    size_t length = space ? strlen(space) : 0;
    for (const char *c = message; *c && *c != '\n'; c++) {
        if (length && *c == '{' && !strncmp(c + 1, space, length) && c[length + 1] == '}')
            c += length + 1;
        else if (!strncmp(c, "[facet '", 8) && strstr(c, "'] "))
            c = strstr(c, "'] ") + 2;
        else
            ph_buffer_char(&out, *c);
    }
    return ph_buffer_take(&out);
}

/* ---- what may be meant ---- */

/* The names that a schema declares, of elements or of attributes. Caller frees the list. */
static const char **names_of(const xmlDoc *doc, const char *kind, size_t *count)
{
    const char **names = NULL;
    size_t capacity = 0;
    *count = 0;
    for (const xmlNode *at = xmlDocGetRootElement(doc); at; at = ph_xml_step(at, false)) {
        const char *name = ph_xml_is(at, kind) ? ph_xml_attribute(at, "name") : NULL;
        if (!name)
            continue;
        names = ph_grow(names, *count, &capacity, sizeof *names);
        names[(*count)++] = name;
    }
    return names;
}

/* Adds a name that the schema has to a complaint about one that it has not. */
static void put_nearest(const xmlDoc *doc, const char *kind, const char *wrong,
                        struct ph_buffer *out)
{
    size_t count = 0;
    const char **names = names_of(doc, kind, &count), *near = ph_nearest(wrong, names, count);
    if (near && strcmp(near, wrong) != 0)
        ph_buffer_printf(out, " Is '%s' meant?", near);
    free(names);
}

/* "Element 'when', attribute 'tst': ..." */
static void put_nearest_attribute(const xmlDoc *doc, const char *message, struct ph_buffer *out)
{
    static const char behind[] = "attribute '";
    const char *from = strstr(message, behind);
    if (!from)
        return;
    from += sizeof behind - 1;
    char *name = ph_copy_n(from, strcspn(from, "'"));
    put_nearest(doc, "attribute", name, out);
    free(name);
}

static bool is_declared(const xmlDoc *doc, const xmlNode *element)
{
    size_t count = 0;
    const char **names = names_of(doc, "element", &count);
    bool found = false;
    for (size_t i = 0; i < count && !found; i++)
        found = ph_xml_is(element, names[i]);
    free(names);
    return found;
}

/* What a file starts with, and what it must. */
static void put_root(const struct complaint *complaint, const xmlNode *root, struct ph_buffer *out)
{
    const xmlNode *wanted = ph_xml_first(xmlDocGetRootElement(complaint->doc), "element");
    ph_buffer_printf(out, "starts with <%s", (const char *)root->name);
    if (root->ns)
        ph_buffer_printf(out, " xmlns=\"%s\"", (const char *)root->ns->href);
    ph_buffer_printf(out, ">, and must start with <%s xmlns=\"%s\">",
                     wanted ? ph_xml_attribute(wanted, "name") : "", complaint->space);
}

/* ---- complaints ---- */

static void put_words(const struct complaint *complaint, const xmlError *found,
                      struct ph_buffer *out)
{
    const xmlNode *node = found->node;
    const bool is_element = node && node->type == XML_ELEMENT_NODE;
    if (is_element && complaint->doc && found->code == XML_SCHEMAV_CVC_ELT_1) {
        put_root(complaint, node, out);
        return;
    }
    if (is_element && complaint->doc && found->code == XML_SCHEMAV_ELEMENT_CONTENT &&
        !is_declared(complaint->doc, node)) {
        ph_buffer_printf(out, "Element '%s': there is no such element.", (const char *)node->name);
        put_nearest(complaint->doc, "element", (const char *)node->name, out);
        return;
    }
    char *words = plain_words(found->message ? found->message : "is not valid", complaint->space);
    ph_buffer_put(out, words);
    free(words);
    if (complaint->doc && found->code == XML_SCHEMAV_CVC_COMPLEX_TYPE_3_2_1)
        put_nearest_attribute(complaint->doc, ph_buffer_text(out), out);
}

static void complain(void *data, xmlErrorPtr found)
{
    struct complaint *complaint = data;
    struct ph_buffer words = {0};
    if (complaint->made)
        return;
    complaint->made = true;
    const xmlNode *node = found->node;
    const xmlNode *element = node && node->type == XML_ATTRIBUTE_NODE ? node->parent : node;
    put_words(complaint, found, &words);
    ph_fail(complaint->error, PH_FORMAT, "%s:%d: %s", complaint->file,
            element ? ph_xml_line(element) : found->line, ph_buffer_text(&words));
    ph_buffer_free(&words);
}

static enum ph_status parse(struct ph_schema *schema, const char *path, struct ph_error *error)
{
    struct complaint complaint = {.file = path, .error = error};
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
    struct complaint complaint = {file, schema->space, schema->doc, error, false};
    xmlSchemaValidCtxt *context = xmlSchemaNewValidCtxt(schema->schema);
    xmlSchemaSetValidStructuredErrors(context, complain, &complaint);
    int result = xmlSchemaValidateDoc(context, doc);
    xmlSchemaFreeValidCtxt(context);
    if (result == 0)
        return PH_OK;
    return complaint.made ? PH_FORMAT
                          : ph_fail(error, PH_FORMAT, "%s: does not follow its schema", file);
}
