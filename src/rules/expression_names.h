/* What an expression names: functions, variables and patterns of a stranger's rule are looked up
 * when it is loaded, because the condition that names them may be asked of no document for long. */
#ifndef PH_RULES_EXPRESSION_NAMES_H
#define PH_RULES_EXPRESSION_NAMES_H

#include "rules/functions.h"

/* An expression that is well formed. PH_FORMAT with `where`: there is no such function, prefix or
 * variable, or a pattern that is written out is wrong. */
enum ph_status ph_xpath_names(xmlXPathContext *context, const struct ph_xpath_world *world,
                              const char *expression, const char *where, struct ph_error *error);

#endif
