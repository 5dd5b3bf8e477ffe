/* Writers of a pattern: what a series has in common, for people to look at and for programs. */
#ifndef PH_WRITE_PATTERN_H
#define PH_WRITE_PATTERN_H

#include "base/buffer.h"
#include "learn/pattern.h"

/* One web page that needs nothing but itself: a picture of the clauses over the sessions (hovering
 * shows the words), then the members, the slots, what stands, changed its strength, was dropped. */
void ph_write_pattern_html(const struct ph_pattern *pattern, struct ph_buffer *out);

/* The picture alone, an svg element. Its colours are classes of ph_pattern_style. */
void ph_write_pattern_picture(const struct ph_pattern *pattern, struct ph_buffer *out);

/* The same for a program. */
void ph_write_pattern_json(const struct ph_pattern *pattern, struct ph_buffer *out);

/* Escapes at most `most` bytes of a text, whole characters, "…" where some are left out. */
void ph_put_start_html(struct ph_buffer *out, const char *text, size_t most);

extern const char ph_pattern_style[];

#endif
