#include "word/opc.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/buffer.h"
#include "base/xml.h"
#include "base/zip.h"
#include "word/element.h"

struct ph_opc {
    struct ph_arena *arena;
    const char *name;
    struct ph_zip *zip; /* NULL: flat */
    const void *bytes;  /* of the archive */
    size_t length;
    xmlDoc **docs; /* what was parsed; flat: the whole package is the first */
    size_t count, capacity;
    xmlNode **flat; /* the elements of the parts of a flat file */
    size_t flat_count;
};

static struct ph_opc *new_package(const char *name)
{
    struct ph_opc *opc = ph_alloc_zero(1, sizeof *opc);
    opc->arena = ph_arena_new();
    opc->name = ph_arena_copy(opc->arena, name);
    return opc;
}

void ph_opc_close(struct ph_opc *opc)
{
    if (!opc)
        return;
    for (size_t i = 0; i < opc->count; i++)
        xmlFreeDoc(opc->docs[i]);
    free(opc->docs);
    free(opc->flat);
    ph_zip_close(opc->zip);
    ph_arena_free(opc->arena);
    free(opc);
}

static enum ph_status parse(struct ph_opc *opc, const char *name, const void *bytes, size_t length,
                            xmlNode **root, struct ph_error *error)
{
    xmlDoc *doc;
    enum ph_status status = ph_xml_parse(name, bytes, length, &doc, error);
    if (status != PH_OK)
        return status;
    opc->docs = ph_grow(opc->docs, opc->count, &opc->capacity, sizeof(xmlDoc *));
    opc->docs[opc->count++] = doc;
    *root = xmlDocGetRootElement(doc);
    return PH_OK;
}

enum ph_status ph_opc_open(const char *name, const void *bytes, size_t length, struct ph_opc **opc,
                           struct ph_error *error)
{
    *opc = new_package(name);
    (*opc)->bytes = bytes;
    (*opc)->length = length;
    enum ph_status status = ph_zip_open(name, bytes, length, &(*opc)->zip, error);
    if (status == PH_OK)
        return PH_OK;
    ph_opc_close(*opc);
    *opc = NULL;
    return status;
}

static enum ph_status list_flat(struct ph_opc *opc, const xmlNode *package, struct ph_error *error)
{
    size_t capacity = 0;
    for (xmlNode *one = ph_xml_first(package, "part"); one; one = ph_xml_next(one, "part")) {
        if (opc->flat_count == PH_ZIP_PARTS)
            return ph_fail(error, PH_LIMIT, "%s: the package has more than %d parts", opc->name,
                           PH_ZIP_PARTS);
        opc->flat = ph_grow(opc->flat, opc->flat_count, &capacity, sizeof *opc->flat);
        opc->flat[opc->flat_count++] = one;
    }
    return PH_OK;
}

enum ph_status ph_opc_open_flat(const char *name, const void *bytes, size_t length,
                                struct ph_opc **opc, struct ph_error *error)
{
    xmlNode *root;
    *opc = new_package(name);
    enum ph_status status = parse(*opc, name, bytes, length, &root, error);
    if (status == PH_OK)
        status = list_flat(*opc, root, error);
    if (status == PH_OK)
        return PH_OK;
    ph_opc_close(*opc);
    *opc = NULL;
    return status;
}

/* ---- parts ---- */

size_t ph_opc_count(const struct ph_opc *opc)
{
    return opc->zip ? ph_zip_count(opc->zip) : opc->flat_count;
}

static const char *flat_name(const xmlNode *part)
{
    const char *name = ph_xml_attribute(part, "name");
    return name ? name + (*name == '/') : "";
}

const char *ph_opc_name(const struct ph_opc *opc, size_t index)
{
    return opc->zip ? ph_zip_name(opc->zip, index) : flat_name(opc->flat[index]);
}

const char *ph_opc_type(const struct ph_opc *opc, size_t index)
{
    return opc->zip ? NULL : ph_xml_attribute(opc->flat[index], "contentType");
}

static enum ph_status flat_root(const struct ph_opc *opc, const char *part, xmlNode **root,
                                struct ph_error *error)
{
    for (size_t i = 0; i < opc->flat_count; i++) {
        const xmlNode *data = ph_xml_first(opc->flat[i], "xmlData");
        if (!data || strcasecmp(flat_name(opc->flat[i]), part))
            continue;
        *root = ph_xml_first(data, NULL);
        if (*root)
            return PH_OK;
    }
    return ph_fail(error, PH_NOTHING, "%s: the package has no part %s", opc->name, part);
}

enum ph_status ph_opc_root(struct ph_opc *opc, const char *part, xmlNode **root,
                           struct ph_error *error)
{
    if (!opc->zip)
        return flat_root(opc, part, root, error);
    struct ph_buffer bytes = {0};
    enum ph_status status = ph_zip_read(opc->zip, part, &bytes, error);
    if (status == PH_OK) {
        const char *name = ph_arena_printf(opc->arena, "%s: %s", opc->name, part);
        status = parse(opc, name, ph_buffer_text(&bytes), bytes.length, root, error);
    }
    ph_buffer_free(&bytes);
    return status;
}

void ph_opc_release(struct ph_opc *opc, const xmlNode *root)
{
    for (size_t i = opc->count; opc->zip && i-- > 0;) {
        if (opc->docs[i] != root->doc)
            continue;
        xmlFreeDoc(opc->docs[i]);
        opc->docs[i] = opc->docs[--opc->count];
        return;
    }
}

/* ---- writing ---- */

/* The name of a part as the archive has it, letters large and small being the same. */
static const char *packed_name(const struct ph_opc *opc, const char *part)
{
    for (size_t i = 0; i < ph_zip_count(opc->zip); i++)
        if (!strcasecmp(ph_zip_name(opc->zip, i), part))
            return ph_zip_name(opc->zip, i);
    return part;
}

enum ph_status ph_opc_write(struct ph_opc *opc, const struct ph_opc_change *changes, size_t count,
                            struct ph_buffer *out, struct ph_error *error)
{
    if (!opc->zip) {
        ph_xml_write(opc->docs[0], false, out);
        return PH_OK;
    }
    struct ph_zip_part *parts = ph_alloc_zero(count, sizeof *parts);
    struct ph_buffer *texts = ph_alloc_zero(count, sizeof *texts);
    for (size_t i = 0; i < count; i++) {
        ph_xml_write(changes[i].root->doc, false, &texts[i]);
        parts[i] = (struct ph_zip_part){packed_name(opc, changes[i].part),
                                        ph_buffer_text(&texts[i]), texts[i].length};
    }
    enum ph_status status = ph_zip_rewrite(opc->bytes, opc->length, parts, count, out, error);
    for (size_t i = 0; i < count; i++)
        ph_buffer_free(&texts[i]);
    free(texts);
    free(parts);
    return status;
}

/* ---- relations ---- */

static size_t folder_length(const char *part)
{
    const char *slash = strrchr(part, '/');
    return slash ? (size_t)(slash - part) + 1 : 0;
}

/* "word/document.xml" and "../customXml/item1.xml" give "customXml/item1.xml". */
static const char *resolve(struct ph_opc *opc, const char *part, const char *target)
{
    struct ph_buffer path = {0};
    if (*target != '/')
        ph_buffer_add(&path, part, folder_length(part));
    while (*target) {
        size_t length = strcspn(target, "/");
        if (length == 2 && !strncmp(target, "..", 2)) {
            if (path.length)
                path.data[--path.length] = '\0'; /* the slash behind the folder that is left */
            path.length = folder_length(ph_buffer_text(&path));
        } else if (length && !(length == 1 && *target == '.')) {
            ph_buffer_add(&path, target, length + (target[length] == '/'));
        }
        target += length + (target[length] == '/');
        if (path.data)
            path.data[path.length] = '\0';
    }
    const char *resolved = ph_arena_copy(opc->arena, ph_buffer_text(&path));
    ph_buffer_free(&path);
    return resolved;
}

static const char *last_word(const char *type)
{
    const char *slash = strrchr(type, '/');
    return slash ? slash + 1 : type;
}

static struct ph_opc_relation relation_of(struct ph_opc *opc, const char *part,
                                          const xmlNode *entry)
{
    const char *id = ph_xml_attribute(entry, "Id"), *type = ph_xml_attribute(entry, "Type");
    const char *target = ph_xml_attribute(entry, "Target");
    const char *mode = ph_xml_attribute(entry, "TargetMode");
    struct ph_opc_relation relation = {.id = ph_arena_copy(opc->arena, id ? id : ""),
                                       .type = last_word(type ? type : "")};
    relation.external = mode && !strcmp(mode, "External");
    relation.target = relation.external ? target : resolve(opc, part, target ? target : "");
    return relation;
}

enum ph_status ph_opc_relate(struct ph_opc *opc, const char *part,
                             struct ph_opc_relations *relations, struct ph_error *error)
{
    *relations = (struct ph_opc_relations){0};
    size_t folder = folder_length(part), count = 0;
    const char *path =
        ph_arena_printf(opc->arena, "%.*s_rels/%s.rels", (int)folder, part, part + folder);
    xmlNode *root;
    enum ph_status status = ph_opc_root(opc, path, &root, error);
    if (status != PH_OK)
        return status == PH_NOTHING ? PH_OK : status;
    for (xmlNode *one = ph_xml_first(root, NULL); one; one = ph_xml_next(one, NULL))
        count++;
    struct ph_opc_relation *items = ph_arena_alloc(opc->arena, count * sizeof *items + 1);
    for (xmlNode *one = ph_xml_first(root, NULL); one; one = ph_xml_next(one, NULL))
        items[relations->count++] = relation_of(opc, part, one);
    relations->items = items;
    return PH_OK;
}

const struct ph_opc_relation *ph_opc_next(const struct ph_opc_relations *relations,
                                          const struct ph_opc_relation *after, const char *type)
{
    size_t i = after ? (size_t)(after - relations->items) + 1 : 0;
    for (; i < relations->count; i++)
        if (!relations->items[i].external && !strcmp(relations->items[i].type, type))
            return &relations->items[i];
    return NULL;
}

enum ph_status ph_opc_document(struct ph_opc *opc, const char **part, xmlNode **root, bool *several,
                               struct ph_error *error)
{
    struct ph_opc_relations relations;
    struct ph_error why;
    enum ph_status status = ph_opc_relate(opc, "", &relations, error);
    if (status != PH_OK)
        return status;
    const struct ph_opc_relation *document = ph_opc_next(&relations, NULL, "officeDocument");
    *part = document ? document->target : "word/document.xml";
    *several = document && ph_opc_next(&relations, document, "officeDocument");
    status = ph_opc_root(opc, *part, root, &why);
    if (status == PH_NOTHING || (status == PH_OK && !ph_wml_is(*root, "document")))
        return ph_fail(error, PH_FORMAT,
                       "%s: is a package, but no Word document is in it (its main part is missing "
                       "or another's)",
                       opc->name);
    return status == PH_OK ? PH_OK : ph_fail(error, status, "%s", why.message);
}
