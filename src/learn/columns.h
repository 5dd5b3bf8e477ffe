/* Words in columns of a terminal. Widths and columns count as ph_utf8_width does. */
#ifndef PH_LEARN_COLUMNS_H
#define PH_LEARN_COLUMNS_H

#include <stddef.h>

#include "base/buffer.h"
#include "learn/pattern.h"

/* Adds the first characters of a text that fit into `columns`, "…" where some are left out. */
void ph_put_cut(struct ph_buffer *out, const char *text, size_t columns);

/* Adds words from `column` on; one that does not fit before `width` stands on a new line, behind
 * `indent` spaces. Returns the column behind the last one. */
size_t ph_put_wrapped(struct ph_buffer *out, const char *text, size_t column, size_t indent,
                      size_t width);

/* Which rule explains how a slot moves, and how often: "session + 2: 3 of 3, rule session-ahead".
 */
void ph_put_support(const struct ph_slot *slot, struct ph_buffer *out);

/* What stands, was split or merged, was dropped, changed its strength: the sections behind the
 * table. */
void ph_put_standing(const struct ph_pattern *pattern, size_t width, struct ph_buffer *out);
void ph_put_splits(const struct ph_pattern *pattern, size_t width, struct ph_buffer *out);
void ph_put_dropped(const struct ph_pattern *pattern, size_t width, struct ph_buffer *out);
void ph_put_strengths(const struct ph_pattern *pattern, size_t width, struct ph_buffer *out);

#endif
