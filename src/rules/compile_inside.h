/* A rule's file on its way to what is compiled of it; for the files compile*.c only. */
#ifndef PH_RULES_COMPILE_INSIDE_H
#define PH_RULES_COMPILE_INSIDE_H

#include "rules/compiled.h"

struct ph_compiler {
    struct ph_rules *rules; /* what they share */
    const struct ph_rule *rule;
    xmlXPathContext *context;
    bool late; /* patterns and expressions are compiled when they are first used */
    struct ph_error *error;
};

/* What a message starts with: file, line and element, written to `out` where that is needed; of the
 * program's own rules, which are proved, the file will do. */
const char *ph_compile_where(const struct ph_compiler *c, const xmlNode *element, char *out,
                             size_t size);
/* Compiles the expression that an attribute is; none: an empty one, which is wrong. */
enum ph_status ph_compile_attribute(struct ph_compiler *c, const xmlNode *element, const char *name,
                                    xmlXPathCompExpr **compiled);

/* Reads the rule's conditions, its message and its fixes, and compiles them unless `late`. */
enum ph_status ph_conditions_read(struct ph_compiler *c);
void ph_conditions_release(struct ph_conditions *conditions);

#endif
