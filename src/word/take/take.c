#include "word/take/take.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "word/opc.h"
#include "word/take/part.h"
#include "word/verify/verify.h"

enum { PARTS = 300, RELATIONS = 10000 }; /* with words, or with properties; all that there are */

/* The parts besides the document that may hold revisions, or what goes with them, by their relation
 * to it. */
static const char *const types[] = {"header",    "footer",           "footnotes",
                                    "endnotes",  "comments",         "styles",
                                    "numbering", "commentsExtended", "commentsIds"};

struct package {
    struct ph_opc *opc;
    const char *name;
    const struct ph_take_order *order;
    struct ph_take_ids lost[PH_TAKE_THINGS];
    struct ph_take_part parts[PARTS];
    size_t count;
};

static bool has_part(const struct package *package, const char *name)
{
    for (size_t i = 0; i < package->count; i++)
        if (!strcasecmp(package->parts[i].name, name))
            return true;
    return false;
}

static void add_part(struct package *package, const char *name, xmlNode *root)
{
    struct ph_take_part *part = &package->parts[package->count++];
    *part = (struct ph_take_part){
        .name = name, .order = package->order, .lost = package->lost, .root = root};
    ph_take_open(part);
}

static enum ph_status add_related(struct package *package, const char *name, struct ph_error *error)
{
    xmlNode *root;
    struct ph_error why;
    if (has_part(package, name))
        return PH_OK;
    if (package->count == PARTS)
        return ph_fail(error, PH_LIMIT, "%s: the document has more than %d parts", package->name,
                       PARTS);
    enum ph_status status = ph_opc_root(package->opc, name, &root, &why);
    if (status == PH_NOTHING)
        return PH_OK;
    if (status != PH_OK)
        return ph_fail(error, status, "%s", why.message);
    add_part(package, name, root);
    return PH_OK;
}

static enum ph_status add_all(struct package *package, struct ph_error *error)
{
    const char *document;
    xmlNode *root;
    struct ph_opc_relations relations;
    enum ph_status status = ph_opc_document(package->opc, &document, &root, &(bool){false}, error);
    if (status == PH_OK)
        status = ph_opc_relate(package->opc, document, &relations, error);
    if (status != PH_OK)
        return status;
    if (relations.count > RELATIONS)
        return ph_fail(error, PH_LIMIT, "%s: the document is related to more than %d parts",
                       package->name, RELATIONS);
    add_part(package, document, root);
    for (size_t i = 0; i < sizeof types / sizeof *types; i++) {
        const struct ph_opc_relation *one = NULL;
        while (status == PH_OK && (one = ph_opc_next(&relations, one, types[i])))
            status = add_related(package, one->target, error);
    }
    return status;
}

/* ---- taking ---- */

static enum ph_status take_all(struct package *package, struct ph_take_report *report,
                               struct ph_error *error)
{
    for (size_t i = 0; i < package->count; i++)
        ph_take_revisions(&package->parts[i]);
    for (int thing = 0; thing < PH_TAKE_THINGS; thing++)
        ph_take_things(package->parts, package->count, (enum ph_take_thing)thing);
    for (size_t i = 0; i < package->count; i++) {
        const struct ph_take_part *part = &package->parts[i];
        ph_take_count(part, report);
        if (part->strange)
            return ph_fail(
                error, PH_FORMAT,
                "%s: %s:%d: a name space is declared here that means something else around "
                "it: the change cannot be taken, and nothing was done",
                package->name, part->name, part->strange);
    }
    ph_take_sum(report);
    return PH_OK;
}

static enum ph_status write_changed(struct package *package, const void *bytes, size_t length,
                                    struct ph_buffer *out, struct ph_error *error)
{
    struct ph_opc_change changes[PARTS];
    size_t count = 0;
    for (size_t i = 0; i < package->count; i++)
        if (package->parts[i].changed)
            changes[count++] =
                (struct ph_opc_change){package->parts[i].name, package->parts[i].root};
    size_t start = out->length;
    if (!count) {
        ph_buffer_add(out, bytes, length);
        return PH_OK;
    }
    enum ph_status status = ph_opc_write(package->opc, changes, count, out, error);
    if (status != PH_OK)
        return status;
    struct ph_word_bytes before = {bytes, length};
    struct ph_word_bytes after = {out->data + start, out->length - start};
    status = ph_word_guard(package->name, &before, &after, error);
    if (status != PH_OK)
        out->length = start;
    return status;
}

/* An archive begins with PK, and a flat file with what its elements are. */
static enum ph_status open_package(struct package *package, const void *bytes, size_t length,
                                   struct ph_error *error)
{
    static const char space[] = "http://schemas.microsoft.com/office/2006/xmlPackage";
    enum { BEGINNING = 65536 };
    if (length >= 2 && !memcmp(bytes, "PK", 2))
        return ph_opc_open(package->name, bytes, length, &package->opc, error);
    if (length && memmem(bytes, length < BEGINNING ? length : BEGINNING, space, sizeof space - 1))
        return ph_opc_open_flat(package->name, bytes, length, &package->opc, error);
    return ph_fail(error, PH_FORMAT,
                   "%s: is no Word document: tracked changes are taken in a .docx, or in one that "
                   "is one XML file (Flat OPC)",
                   package->name);
}

enum ph_status ph_take_package(const char *name, const void *bytes, size_t length,
                               const struct ph_take_order *order, struct ph_buffer *out,
                               struct ph_take_report *report, struct ph_error *error)
{
    struct package *package = ph_alloc_zero(1, sizeof *package);
    *report = (struct ph_take_report){.arena = ph_arena_new()};
    package->name = name;
    package->order = order;
    enum ph_status status = open_package(package, bytes, length, error);
    if (status == PH_OK)
        status = add_all(package, error);
    if (status == PH_OK)
        status = take_all(package, report, error);
    if (status == PH_OK)
        status = write_changed(package, bytes, length, out, error);
    for (size_t i = 0; i < package->count; i++)
        ph_take_close(&package->parts[i]);
    for (int thing = 0; thing < PH_TAKE_THINGS; thing++)
        free(package->lost[thing].items);
    ph_opc_close(package->opc);
    free(package);
    return status;
}
