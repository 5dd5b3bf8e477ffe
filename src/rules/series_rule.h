/* Drafting rules about the series as a whole:
 *
 *   <series property="next-session" select="XPath giving a number"/> <say>how it is known</say>
 *
 * evaluated over the series as XML: <series> with a <member number session adopted/> for each
 * member in order and an <ahead base member label session/> for each session to come that a text
 * names, those of the latest member with @base. */
#ifndef PH_RULES_SERIES_RULE_H
#define PH_RULES_SERIES_RULE_H

#include <libxml/tree.h>

#include "rules/rule.h"

/* The number that the first rule (by cost) for the property gives, if it is at least `least`; 0
 * when none does. *say (the caller frees; may be NULL) is how it is known. */
int ph_series_rule_number(const struct ph_rules *rules, const char *property, xmlDoc *series,
                          int least, char **say);

/* Proves such a rule by its examples. */
size_t ph_series_rule_test(const struct ph_rules *rules, const struct ph_rule *rule,
                           struct ph_buffer *report);

#endif
