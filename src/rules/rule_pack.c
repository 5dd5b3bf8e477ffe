#include "rules/rule_pack.h"

#include <stdio.h>
#include <string.h>

#include "base/file.h"
#include "base/xml.h"
#include "base/xml_pack.h"
#include "rules/compiled.h"

static const char tree[] = "rule", table[] = "terms";

const char *ph_table_name(const struct ph_rule *rule, size_t place, char *out)
{
    snprintf(out, PH_TABLE_NAME, "%s:%zu", rule->id, place);
    return out;
}

xmlDoc *ph_rule_unpack(const struct ph_pack *pack, const char *file)
{
    size_t size;
    const void *bytes = ph_pack_part(pack, tree, file, &size);
    return bytes ? ph_xml_unpack(bytes, size) : NULL;
}

/* A table is a part of its own, and examples prove what was proved already. */
static bool is_left_out(const xmlNode *element)
{
    return ph_xml_is(element, "examples") || ph_xml_is(element, "terms");
}

static void pack_tables(const struct ph_rule *rule, struct ph_pack_maker *maker)
{
    char name[PH_TABLE_NAME];
    size_t size;
    for (size_t i = 0; i < rule->place_count; i++) {
        const struct ph_terms *terms = rule->places[i].terms;
        const void *bytes = terms ? ph_terms_part(terms, &size) : NULL;
        if (bytes)
            ph_pack_add(maker, table, ph_table_name(rule, i, name), bytes, size);
        else if (terms && ph_terms_are_slips(terms))
            ph_terms_pack_slips(terms, maker);
    }
}

static void pack_rule(const struct ph_rule *rule, struct ph_pack_maker *maker)
{
    struct ph_buffer bytes = {0};
    ph_xml_pack(ph_rule_element(rule), is_left_out, &bytes);
    ph_pack_add(maker, tree, ph_file_name(rule->file), bytes.data, bytes.length);
    ph_buffer_free(&bytes);
    pack_tables(rule, maker);
}

void ph_rules_pack(const struct ph_rules *rules, struct ph_pack_maker *maker)
{
    struct ph_buffer names = {0};
    for (size_t i = 0; i < rules->count; i++) {
        const struct ph_rule *rule = rules->items[i];
        const char *name = ph_file_name(rule->file);
        if (rule->kind != PH_CHECKING)
            continue;
        pack_rule(rule, maker);
        ph_buffer_add(&names, name, strlen(name) + 1);
    }
    ph_pack_add(maker, PH_PACKED_FOLDER, "rules/en/checking", names.data, names.length);
    ph_buffer_free(&names);
    if (rules->classes)
        ph_classes_pack(rules->classes, maker);
}
