/* JSON values for the writers that make JSON. */
#ifndef PH_WRITE_JSON_PARTS_H
#define PH_WRITE_JSON_PARTS_H

#include <jansson.h>
#include <stddef.h>

#include "base/buffer.h"
#include "doc/node.h"

/* A string, or null where `text` is NULL or empty. */
json_t *ph_json_text(const char *text);
json_t *ph_json_words(const char *bytes, size_t length);

json_t *ph_json_label(const struct ph_node *node);

/* Adds the value with two-space indents, keys in the order in which they were set, characters as
 * they are, and a line feed; gives `value` back. */
void ph_json_write(json_t *value, struct ph_buffer *out);

#endif
