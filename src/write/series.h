/* Writers of the series of an archive. */
#ifndef PH_WRITE_SERIES_H
#define PH_WRITE_SERIES_H

#include "archive/series.h"
#include "write/write.h"

/* Adds one series, for a terminal: options->width columns, titles in bold if options->colour.
 * Members that are only cited stand in parentheses. */
void ph_write_series_text(const struct ph_recurring *series, const struct ph_write_options *options,
                          struct ph_buffer *out);

/* Adds one series, for programs: title; period, kept, seen: sessions from one member to the next,
 * how often that was kept, and of how many times; next: the session in which it is due, and why;
 * members: number, session, adopted (ISO 8601 or null), here (false: only cited). The first one
 * begins the list `series`; ph_write_series_json_end ends it. */
void ph_write_series_json(const struct ph_recurring *series, struct ph_buffer *out);
void ph_write_series_json_end(struct ph_buffer *out);

#endif
