/* Text with {expressions} in it: messages, fixes, and what templates say. */
#ifndef PH_RULES_BRACED_H
#define PH_RULES_BRACED_H

#include "rules/functions.h"

struct ph_braced;

/* Compiles; {{ is a brace. The context is needed for its prefixes only. */
enum ph_status ph_braced_new(xmlXPathContext *context, const char *text, const char *where,
                             struct ph_braced **braced, struct ph_error *error);
void ph_braced_free(struct ph_braced *braced); /* NULL is allowed */

/* The text with the values at `node`; NULL, with the error filled in, when an expression cannot
 * be evaluated (a variable or function that does not exist). Caller frees. */
char *ph_braced_fill(const struct ph_braced *braced, xmlXPathContext *context, xmlNode *node,
                     struct ph_error *error);

#endif
