/* Files against their XML schemas: what an element or attribute may be is said there only. */
#ifndef PH_BASE_SCHEMA_H
#define PH_BASE_SCHEMA_H

#include <libxml/tree.h>

#include "base/status.h"

struct ph_schema;

/* Loads a schema that comes with the program ("rules/rules.xsd"). PH_IO or PH_FORMAT with file
 * and line. Free with ph_schema_free. */
enum ph_status ph_schema_new(const char *name, struct ph_schema **schema, struct ph_error *error);
void ph_schema_free(struct ph_schema *schema); /* NULL is allowed */

/* PH_FORMAT with file, line and element, and what was expected there; `file` is what messages call
 * the document. */
enum ph_status ph_schema_validate(const struct ph_schema *schema, xmlDoc *doc, const char *file,
                                  struct ph_error *error);

#endif
