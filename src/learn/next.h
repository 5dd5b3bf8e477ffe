/* The series as XML for the rules, and the session that comes next. */
#ifndef PH_LEARN_NEXT_H
#define PH_LEARN_NEXT_H

#include <libxml/tree.h>

#include "learn/clauses.h"

/* See rules/series_rule.h for the form. Free with xmlFreeDoc. */
xmlDoc *ph_series_xml(const struct ph_pattern *pattern, const struct ph_readings *readings);

/* Sets next_session and next_why from the rules; `session` when it is given (not 0). */
void ph_next_session(struct ph_pattern *pattern, const struct ph_rules *rules, xmlDoc *series,
                     int session);

#endif
