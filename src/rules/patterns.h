/* Patterns that come as strings of conditions, compiled at their first use. */
#ifndef PH_RULES_PATTERNS_H
#define PH_RULES_PATTERNS_H

#include "base/regex.h"
#include "rules/functions.h"

/* The pattern compiled; NULL when it is wrong. `watched`: see base/regex_watch.h. Owned by
 * `patterns`; it lives until the next is asked for: when there are too many all are forgotten (a
 * condition that makes patterns of words of the document would fill the memory). */
const struct ph_regex *ph_patterns_get(struct ph_patterns *patterns, const char *pattern,
                                       bool watched);

/* What is wrong with one that has no regex. */
const char *ph_patterns_fault(const struct ph_patterns *patterns, const char *pattern);

#endif
