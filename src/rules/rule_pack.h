/* Rules in a pack (base/pack.h): what a check needs of the program's own, as it is when it has been
 * read: their trees without examples, and their tables of terms. */
#ifndef PH_RULES_RULE_PACK_H
#define PH_RULES_RULE_PACK_H

#include <libxml/tree.h>

#include "base/pack.h"
#include "rules/rule.h"

/* The kind of part that names the files of a folder of rules, each with a NUL behind it. */
#define PH_PACKED_FOLDER "folder"

enum { PH_TABLE_NAME = 128 };

/* What the pack calls the table of a rule's place, by its number: written to `out`, of
 * PH_TABLE_NAME bytes, which is returned. */
const char *ph_table_name(const struct ph_rule *rule, size_t place, char *out);

/* The tree of a rule by the name of its file; free() it. NULL: there is none. */
xmlDoc *ph_rule_unpack(const struct ph_pack *pack, const char *file);

/* Adds the checking rules that the program came with, which were loaded from their files. */
void ph_rules_pack(const struct ph_rules *rules, struct ph_pack_maker *maker);

#endif
