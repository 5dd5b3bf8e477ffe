/* JSON values for the writers that make JSON. */
#ifndef PH_WRITE_JSON_PARTS_H
#define PH_WRITE_JSON_PARTS_H

#include <jansson.h>
#include <stddef.h>

#include "base/buffer.h"
#include "doc/node.h"
#include "learn/pattern.h"

/* A string, or null where `text` is NULL or empty. */
json_t *ph_json_text(const char *text);
json_t *ph_json_words(const char *bytes, size_t length);

json_t *ph_json_label(const struct ph_node *node);

/* A member of a series: its number, session, when it was adopted, and where it is known from. */
json_t *ph_json_member(const struct ph_member *member);

/* Places of one text as code points, counted from the last one asked for. */
struct ph_json_counter {
    const char *text;
    size_t byte, points; /* start as 0 */
};
/* Sets "from" and "to". */
void ph_json_set_place(json_t *object, struct ph_json_counter *counter, size_t from, size_t to);

/* The stretches of a node's words that compare/ marked: "from", "to", "kind" inserted or deleted.
 */
json_t *ph_json_changes(const struct ph_node *node);

/* Adds the value with two-space indents, keys in the order in which they were set, characters as
 * they are, and a line feed; gives `value` back. */
void ph_json_write(json_t *value, struct ph_buffer *out);

#endif
