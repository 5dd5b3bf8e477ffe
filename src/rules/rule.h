/* Rules as files (rules/en/checking, rules/en/drafting): one rule in one file, its examples inside,
 * schema rules/rules.xsd. No house rule is written in C. */
#ifndef PH_RULES_RULE_H
#define PH_RULES_RULE_H

#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/status.h"
#include "doc/finding.h"
#include "rules/cost.h"
#include "un/lexicon.h"

#define PH_RULE_NAMESPACE "urn:penholder:rule"

enum ph_rule_kind { PH_CHECKING, PH_DRAFTING };

struct ph_pack;
struct ph_rule; /* compiled conditions and patterns are inside */

/* What a profile says of findings that no rule file makes (rules/en/series.xml, archive.xml). */
struct ph_profile_setting {
    const char *id;
    bool off;
    enum ph_severity severity;
};

struct ph_rules {
    struct ph_arena *arena;
    const struct ph_lexicon *lexicon;
    struct ph_rule **items; /* sorted by id */
    size_t count, capacity;
    struct ph_patterns *patterns; /* see rules/functions.h; grows with use */
    struct ph_classes *classes;   /* of words; NULL: no rule asked for them yet */
    struct ph_costs *costs;       /* NULL: not measured; ph_rules_check adds to them */
    bool strict;     /* the program's own rules, too, are held to the schema and compiled at once */
    bool everywhere; /* each rule is asked of all that it is for, also where nothing can be found:
                        a test of what is left out, many times slower */
    const struct ph_pack *pack; /* set before: where the program's own come from, without their
                                   examples; NULL, or it has none: from their files */
    bool has_own[2];            /* by kind: the program's own are loaded */
    struct ph_profile_setting
        *settings; /* of the profile, in its order: of two for one id the last counts */
    size_t setting_count, setting_capacity;
};

/* What a rule says of itself; the texts belong to the rule. */
const char *ph_rule_id(const struct ph_rule *rule);
const char *ph_rule_title(const struct ph_rule *rule);
const char *ph_rule_source(const struct ph_rule *rule);
const char *ph_rule_file(const struct ph_rule *rule);
enum ph_rule_kind ph_rule_kind(const struct ph_rule *rule);
enum ph_severity ph_rule_severity(const struct ph_rule *rule);
bool ph_rule_is_off(const struct ph_rule *rule);            /* by a profile: it finds nothing */
const xmlNode *ph_rule_element(const struct ph_rule *rule); /* the root of its file */

/* Loads one rule file, or every .xml file of a folder, in order of name; may be called again to
 * add more. NULL: all that come with the program, but those whose ids are there already: a rule of
 * the user's own stands in the place of ours. The lexicon must outlive the rules. Errors name
 * file and line: not XML, unknown element or attribute, a condition or pattern that does not
 * compile, no examples, an id that is there already. Start with ph_rules_new. */
struct ph_rules *ph_rules_new(const struct ph_lexicon *lexicon);
enum ph_status ph_rules_load(struct ph_rules *rules, const char *path, struct ph_error *error);
/* The program's own rules of one kind, as for NULL; again: nothing is done. They are proved by the
 * tests: unless `strict` is set before, their patterns and conditions are compiled when they are
 * first used, and one that is wrong stops its rule then. */
enum ph_status ph_rules_load_own(struct ph_rules *rules, enum ph_rule_kind kind,
                                 struct ph_error *error);
/* The same for one path; rules whose ids are there already are left out, and no error. */
enum ph_status ph_rules_fill_up(struct ph_rules *rules, const char *path, struct ph_error *error);
/* The same for the bytes of one rule file, which messages call `name`. */
enum ph_status ph_rules_parse(struct ph_rules *rules, const char *name,
                              const struct ph_buffer *bytes, struct ph_error *error);
void ph_rules_free(struct ph_rules *rules);
const struct ph_rule *ph_rules_find(const struct ph_rules *rules, const char *id);

/* ---- checking ---- */

/* Evaluates every checking rule on a document and adds what they find. PH_LIMIT when a rule costs
 * too much, PH_FORMAT when it cannot be evaluated: the message names the first, and says how many
 * more there are; the others are still run. */
enum ph_status ph_rules_check(const struct ph_rules *rules, const struct ph_document *document,
                              struct ph_findings *findings, struct ph_error *error);

/* ---- self-test ---- */

/* Proves a rule by its own examples: a bad one gives exactly one finding at the marked place, its
 * fix gives the stated text and silences the rule, a good one stays silent; a drafting rule gives
 * the stated value. Appends a line for each failure to `report`. Returns how many failed. */
size_t ph_rule_test(const struct ph_rules *rules, const struct ph_rule *rule,
                    struct ph_buffer *report);

#endif
