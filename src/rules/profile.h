/* Profiles: which checking rules count, and how much (rules/profiles, schema rules/profile.xsd). */
#ifndef PH_RULES_PROFILE_H
#define PH_RULES_PROFILE_H

#include "rules/rule.h"

/* Loads what a profile adds, then the rules that come with the program, and sets them as the
 * profile says, and before it the one that it is based on. `profile` is a name ("mun") or, with a
 * slash or a full stop in it, a file. PH_NOTHING: there is no profile of that name. PH_FORMAT, with
 * file and line: not valid by the schema, a setting for a rule that there is not, profiles that are
 * based on one another, and what ph_rules_load finds wrong. */
enum ph_status ph_rules_load_profile(struct ph_rules *rules, const char *profile,
                                     struct ph_error *error);

/* The same for the bytes of a profile, which messages call `name`; what it adds or is based on is
 * looked for from where a file of that name would lie. */
enum ph_status ph_rules_parse_profile(struct ph_rules *rules, const char *name,
                                      const struct ph_buffer *bytes, struct ph_error *error);

/* Switches off, and grades anew, what is said of a series and of citations, as the profile says;
 * what rules find is so already. */
void ph_rules_settle(const struct ph_rules *rules, struct ph_findings *findings);

#endif
