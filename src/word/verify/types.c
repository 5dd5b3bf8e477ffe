/* The list of content types of a package (ECMA-376 part 2, 7.2.3): one for each part, by its name
 * or by the ending of its name. A flat file has them beside the parts. */
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "word/verify/inside.h"

static const char list_name[] = "[Content_Types].xml";

struct entry {
    const char *name; /* of a part, or an ending */
    const char *type;
    bool ending;
};

struct list {
    struct entry *items; /* by name */
    size_t count;
};

static int by_name(const void *a, const void *b)
{
    const struct entry *x = a, *y = b;
    return x->ending != y->ending ? (int)x->ending - (int)y->ending : strcasecmp(x->name, y->name);
}

static const struct entry *find(const struct list *list, const char *name, bool ending)
{
    struct entry key = {name, NULL, ending};
    return list->count ? bsearch(&key, list->items, list->count, sizeof key, by_name) : NULL;
}

static struct list read_list(const xmlNode *types)
{
    struct list list = {0};
    size_t capacity = 0;
    for (const xmlNode *one = ph_xml_first(types, NULL); one; one = ph_xml_next(one, NULL)) {
        bool ending = ph_xml_is(one, "Default");
        const char *name = ph_xml_attribute(one, ending ? "Extension" : "PartName");
        const char *type = ph_xml_attribute(one, "ContentType");
        if (!name || !type)
            continue;
        list.items = ph_grow(list.items, list.count, &capacity, sizeof *list.items);
        list.items[list.count++] = (struct entry){name + (!ending && *name == '/'), type, ending};
    }
    if (list.count)
        qsort(list.items, list.count, sizeof *list.items, by_name);
    return list;
}

static const char *type_of(const struct list *list, const char *part)
{
    const char *slash = strrchr(part, '/'), *dot = strrchr(slash ? slash : part, '.');
    const struct entry *entry = find(list, part, false);
    if (!entry && dot)
        entry = find(list, dot + 1, true);
    return entry ? entry->type : NULL;
}

static int by_part(const void *a, const void *b)
{
    return strcasecmp(a, ((const struct ph_verify_part *)b)->name);
}

/* What is given twice, or for a part that is not there. */
static void check_list(struct ph_verifier *verifier, const struct list *list)
{
    for (size_t i = 0; i < list->count; i++) {
        const struct entry *entry = &list->items[i];
        if (i && !by_name(entry, entry - 1))
            ph_faults_add(verifier->faults, PH_FAULT_TYPE_TWICE, list_name, 0, "%s", entry->name);
        else if (!entry->ending && !bsearch(entry->name, verifier->parts, verifier->part_count,
                                            sizeof *verifier->parts, by_part))
            ph_faults_add(verifier->faults, PH_FAULT_TYPE_OF_NOTHING, list_name, 0, "%s",
                          entry->name);
    }
}

static void give_types(struct ph_verifier *verifier, const struct list *list)
{
    for (size_t i = 0; i < verifier->part_count; i++) {
        struct ph_verify_part *part = &verifier->parts[i];
        if (!part->type)
            part->type = type_of(list, part->name);
        if (!part->type && strcmp(part->name, list_name) != 0)
            ph_faults_add(verifier->faults, PH_FAULT_TYPE_MISSING, part->name, 0, "%s", part->name);
    }
}

static bool is_flat(const struct ph_verifier *verifier)
{
    for (size_t i = 0; i < verifier->part_count; i++)
        if (verifier->parts[i].type)
            return true;
    return false;
}

void ph_verify_types(struct ph_verifier *verifier)
{
    xmlNode *types;
    struct ph_error why;
    struct list list = {0};
    if (!is_flat(verifier)) {
        if (ph_opc_root(verifier->opc, list_name, &types, &why) != PH_OK) {
            ph_faults_add(verifier->faults, PH_FAULT_TYPES_MISSING, list_name, 0, "%s",
                          ph_verify_message(verifier, list_name, why.message));
            return;
        }
        list = read_list(types);
        check_list(verifier, &list);
    }
    give_types(verifier, &list);
    free(list.items);
}
