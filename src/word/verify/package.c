/* The package and its parts. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "word/verify/inside.h"

/* ---- opening ---- */

const char *ph_verify_message(const struct ph_verifier *verifier, const char *part,
                              const char *message)
{
    const char *names[] = {verifier->name, part};
    for (size_t i = 0; i < 2; i++) {
        size_t length = strlen(names[i]);
        if (!strncmp(message, names[i], length) && !strncmp(message + length, ": ", 2))
            message += length + 2;
    }
    return message;
}

void ph_verify_broken(struct ph_verifier *verifier, const char *part, const struct ph_error *why)
{
    ph_faults_add(verifier->faults, PH_FAULT_PART_BROKEN, part, 0, "%s",
                  ph_verify_message(verifier, part, why->message));
}

static void fail_to_open(struct ph_verifier *verifier, const struct ph_error *why)
{
    ph_faults_add(verifier->faults, PH_FAULT_PACKAGE, "", 0, "%s",
                  ph_verify_message(verifier, "", why->message));
}

/* Its root element names its namespace. */
static bool is_flat(const char *bytes, size_t length)
{
    enum { BEGINNING = 4096 };
    static const char space[] = "http://schemas.microsoft.com/office/2006/xmlPackage";
    size_t most = length < BEGINNING ? length : BEGINNING;
    return most && memmem(bytes, most, space, sizeof space - 1);
}

static enum ph_status open_flat(struct ph_verifier *verifier, const void *bytes, size_t length,
                                struct ph_error *error)
{
    struct ph_error why;
    if (!is_flat(bytes, length))
        return ph_fail(error, PH_FORMAT,
                       "%s: is no Word document: neither a package (.docx) nor Flat OPC",
                       verifier->name);
    if (ph_opc_open_flat(verifier->name, bytes, length, &verifier->opc, &why) != PH_OK)
        fail_to_open(verifier, &why);
    return PH_OK;
}

static enum ph_status open_package(struct ph_verifier *verifier, const void *bytes, size_t length,
                                   struct ph_error *error)
{
    struct ph_error why;
    if (length < 4 || memcmp(bytes, "PK", 2) != 0)
        return open_flat(verifier, bytes, length, error);
    if (ph_opc_open(verifier->name, bytes, length, &verifier->opc, &why) != PH_OK)
        fail_to_open(verifier, &why);
    return PH_OK;
}

/* ---- parts ---- */

static int by_name(const void *a, const void *b)
{
    return strcasecmp(((const struct ph_verify_part *)a)->name,
                      ((const struct ph_verify_part *)b)->name);
}

struct ph_verify_part *ph_verify_find(const struct ph_verifier *verifier, const char *name)
{
    struct ph_verify_part key = {.name = name};
    return bsearch(&key, verifier->parts, verifier->part_count, sizeof key, by_name);
}

static void list_parts(struct ph_verifier *verifier)
{
    size_t count = ph_opc_count(verifier->opc);
    verifier->parts = ph_alloc_zero(count + 1, sizeof *verifier->parts);
    for (size_t i = 0; i < count; i++) {
        const char *name = ph_opc_name(verifier->opc, i);
        size_t length = strlen(name);
        if (length && name[length - 1] != '/') /* a folder is no part */
            verifier->parts[verifier->part_count++] =
                (struct ph_verify_part){.name = name, .type = ph_opc_type(verifier->opc, i)};
    }
    if (verifier->part_count)
        qsort(verifier->parts, verifier->part_count, sizeof *verifier->parts, by_name);
    for (size_t i = 1; i < verifier->part_count; i++)
        if (!by_name(&verifier->parts[i - 1], &verifier->parts[i]))
            ph_faults_add(verifier->faults, PH_FAULT_PART_TWICE, verifier->parts[i].name, 0, "%s",
                          verifier->parts[i].name);
}

/* ---- contents ---- */

const struct ph_verify_role_info ph_verify_roles[PH_ROLE_COUNT] = {
    [PH_ROLE_OTHER] = {"", NULL, NULL},
#define PH_ROLE(id, relation, root, type) [PH_ROLE_##id] = {relation, root, type},
#include "word/verify/roles.def"
#undef PH_ROLE
};

static bool ends_with(const char *text, const char *ending)
{
    size_t length = strlen(text), tail = strlen(ending);
    return length >= tail && !strcmp(text + length - tail, ending);
}

/* Pictures may be XML as well (SVG), with things in them that are no business of ours; the lists
 * are read. */
static bool is_xml(const struct ph_verify_part *part)
{
    if (part->role != PH_ROLE_OTHER)
        return true;
    if (ends_with(part->name, ".rels"))
        return false;
    return part->type && ends_with(part->type, "+xml") && strncmp(part->type, "image/", 6);
}

static void read_part(struct ph_verifier *verifier, struct ph_verify_part *part)
{
    struct ph_error why = {PH_OK, ""};
    const struct ph_verify_role_info *role = &ph_verify_roles[part->role];
    if (!is_xml(part))
        return;
    if (ph_opc_root(verifier->opc, part->name, &part->root, &why) != PH_OK) {
        part->root = NULL;
        ph_verify_broken(verifier, part->name, &why);
        return;
    }
    part->judged = role->root && ph_wml_is(part->root, role->root);
    if (role->root && !part->judged)
        ph_faults_add(verifier->faults, PH_FAULT_PART_ROOT, part->name, 0,
                      "%s in the place of w:%s", (const char *)part->root->name, role->root);
    if (role->type && part->type && !ends_with(part->type, role->type))
        ph_faults_add(verifier->faults, PH_FAULT_TYPE_WRONG, part->name, 0, "%s", part->type);
}

/* A package of a table or of slides is sound in its own way. */
static bool is_of_word(const struct ph_verifier *verifier)
{
    for (size_t i = 0; i < verifier->part_count; i++) {
        const struct ph_verify_part *part = &verifier->parts[i];
        if (part->role == PH_ROLE_DOCUMENT && part->root)
            return ph_wml_space_of(part->root->ns) == PH_WML_WORD;
    }
    return ph_verify_find(verifier, "[Content_Types].xml") ||
           ph_verify_find(verifier, "_rels/.rels");
}

enum ph_status ph_verify_package(struct ph_verifier *verifier, const void *bytes, size_t length,
                                 struct ph_error *error)
{
    enum ph_status status = open_package(verifier, bytes, length, error);
    if (status != PH_OK || !verifier->opc)
        return status;
    list_parts(verifier);
    ph_verify_relations(verifier);
    ph_verify_types(verifier);
    for (size_t i = 0; i < verifier->part_count; i++)
        read_part(verifier, &verifier->parts[i]);
    if (!is_of_word(verifier))
        return ph_fail(error, PH_FORMAT, "%s: is a package, but of no Word document",
                       verifier->name);
    return PH_OK;
}

void ph_verify_close(struct ph_verifier *verifier)
{
    for (size_t i = 0; i < verifier->part_count; i++)
        free(verifier->parts[i].relations);
    free(verifier->parts);
    free(verifier->fields);
    free(verifier->mentions);
    ph_opc_close(verifier->opc);
}
