/* The relations of a package: from it to its main part, and from there to all others (ECMA-376
 * part 2, 6.5; part 1, 11.3). */
#include <stdlib.h>
#include <string.h>

#include "word/verify/inside.h"

static int by_id(const void *a, const void *b)
{
    const struct ph_opc_relation *const *x = a, *const *y = b;
    return strcmp((*x)->id, (*y)->id);
}

const struct ph_opc_relation *ph_verify_relation(const struct ph_verifier *verifier, const char *id)
{
    const struct ph_verify_part *part = &verifier->parts[verifier->part];
    struct ph_opc_relation wanted = {.id = id}, *key = &wanted;
    const struct ph_opc_relation **found =
        part->relation_count
            ? bsearch(&key, part->relations, part->relation_count, sizeof *part->relations, by_id)
            : NULL;
    return found ? *found : NULL;
}

static void check_ids(struct ph_verifier *verifier, const char *list,
                      const struct ph_verify_part *part)
{
    for (size_t i = 0; i < part->relation_count; i++) {
        const char *id = part->relations[i]->id;
        if (!*id || (i && !strcmp(id, part->relations[i - 1]->id)))
            ph_faults_add(verifier->faults, PH_FAULT_RELATION_ID, list, 0, "Id “%s”", id);
    }
}

/* A target with a place in it ("#_Toc") leads into a part; one with an escaped character may be
 * written otherwise in the package. Of both it is not said that they lead nowhere. */
static void check_targets(struct ph_verifier *verifier, const char *list,
                          const struct ph_opc_relations *relations)
{
    for (size_t i = 0; i < relations->count; i++) {
        const struct ph_opc_relation *one = &relations->items[i];
        if (!one->external && !strpbrk(one->target, "#%") && !ph_verify_find(verifier, one->target))
            ph_faults_add(verifier->faults, PH_FAULT_RELATION_TARGET, list, 0, "%s (Id “%s”)",
                          one->target, one->id);
    }
}

static const char *list_of(const struct ph_verifier *verifier, const char *part)
{
    const char *slash = strrchr(part, '/');
    int folder = slash ? (int)(slash - part) + 1 : 0;
    return ph_arena_printf(verifier->faults->arena, "%.*s_rels/%s.rels", folder, part,
                           part + folder);
}

/* The relations of a part, or of the package (`part` NULL). */
static struct ph_opc_relations read_relations(struct ph_verifier *verifier,
                                              struct ph_verify_part *part)
{
    struct ph_opc_relations relations = {0};
    struct ph_verify_part package = {.name = ""};
    part = part ? part : &package;
    const char *list = list_of(verifier, part->name);
    struct ph_error why;
    if (!ph_verify_find(verifier, list))
        return relations;
    if (ph_opc_relate(verifier->opc, part->name, &relations, &why) != PH_OK)
        ph_verify_broken(verifier, list, &why);
    if (!relations.count)
        return relations;
    part->relation_count = relations.count;
    part->relations = ph_alloc(relations.count * sizeof *part->relations);
    for (size_t i = 0; i < relations.count; i++)
        part->relations[i] = &relations.items[i];
    qsort(part->relations, part->relation_count, sizeof *part->relations, by_id);
    check_ids(verifier, list, part);
    check_targets(verifier, list, &relations);
    if (part == &package)
        free(package.relations);
    return relations;
}

/* ---- roles ---- */

static void give_roles(struct ph_verifier *verifier, const struct ph_opc_relations *relations,
                       enum ph_verify_role from, enum ph_verify_role to)
{
    for (enum ph_verify_role role = from; role <= to; role++) {
        const struct ph_opc_relation *one = NULL;
        while ((one = ph_opc_next(relations, one, ph_verify_roles[role].relation))) {
            struct ph_verify_part *part = ph_verify_find(verifier, one->target);
            if (part)
                part->role = role;
        }
    }
}

static void find_roles(struct ph_verifier *verifier)
{
    struct ph_opc_relations relations = read_relations(verifier, NULL);
    const struct ph_opc_relation *document = ph_opc_next(&relations, NULL, "officeDocument");
    if (!document || ph_opc_next(&relations, document, "officeDocument"))
        ph_faults_add(verifier->faults, PH_FAULT_DOCUMENT_MISSING, "_rels/.rels", 0, "%s",
                      document ? "several relations officeDocument" : "no relation officeDocument");
    give_roles(verifier, &relations, PH_ROLE_DOCUMENT, PH_ROLE_DOCUMENT);
    struct ph_verify_part *main_part = document ? ph_verify_find(verifier, document->target) : NULL;
    if (!main_part)
        return;
    relations = read_relations(verifier, main_part);
    give_roles(verifier, &relations, PH_ROLE_DOCUMENT + 1, PH_ROLE_COUNT - 1);
}

/* The others come last: the parts of the main part have their roles by then. */
void ph_verify_relations(struct ph_verifier *verifier)
{
    find_roles(verifier);
    for (size_t i = 0; i < verifier->part_count; i++)
        if (!verifier->parts[i].relations)
            read_relations(verifier, &verifier->parts[i]);
}
