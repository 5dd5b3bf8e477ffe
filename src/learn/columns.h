/* Words in columns of a terminal. Widths and columns count as ph_utf8_width does. */
#ifndef PH_LEARN_COLUMNS_H
#define PH_LEARN_COLUMNS_H

#include <stddef.h>

#include "base/buffer.h"
#include "learn/pattern.h"

/* The columns to write for a terminal of that width: no fewer than can be read; 0: the usual. */
size_t ph_columns(int width);

/* Adds the first characters of a text that fit into `columns`, "…" where some are left out. */
void ph_put_cut(struct ph_buffer *out, const char *text, size_t columns);

/* Adds words from `column` on; one that does not fit before `width` stands on a new line, behind
 * `indent` spaces. Returns the column behind the last one. */
size_t ph_put_wrapped(struct ph_buffer *out, const char *text, size_t column, size_t indent,
                      size_t width);

/* Adds which rule speaks of a slot, what it says, and how many of the transitions that were seen
 * it explains: "session + 2: 3 of 3, rule session-ahead". `rule` and `say` may be NULL. */
void ph_put_support(struct ph_buffer *out, const struct ph_rule *rule, const char *say,
                    int explained, int seen);

/* What stands, was split or merged, was dropped, changed its strength: the sections behind the
 * table. */
void ph_put_standing(const struct ph_pattern *pattern, size_t width, struct ph_buffer *out);
void ph_put_splits(const struct ph_pattern *pattern, size_t width, struct ph_buffer *out);
void ph_put_dropped(const struct ph_pattern *pattern, size_t width, struct ph_buffer *out);
void ph_put_strengths(const struct ph_pattern *pattern, size_t width, struct ph_buffer *out);

#endif
