/* Writers of the history of a paragraph or of a phrase, member by member, the oldest first. */
#ifndef PH_WRITE_HISTORY_H
#define PH_WRITE_HISTORY_H

#include "learn/history.h"
#include "learn/phrase.h"
#include "write/write.h"

/* For a terminal: options->width columns, changed words as in a comparison, in colour if
 * options->colour. */
void ph_write_history_text(const struct ph_history *history, const struct ph_write_options *options,
                           struct ph_buffer *out);
void ph_write_phrase_text(const struct ph_phrase *phrase, const struct ph_write_options *options,
                          struct ph_buffer *out);

/* For programs; places are counted in code points. Both:
 *   title    of the series
 *   members  one object each: number, session, adopted (ISO 8601 or null), here, from (file, or the
 *            paragraph that cites it); fate ("first", "new", "returned", "unchanged",
 *            "slots moved", "changed", "dropped", "absent", "missing"), against (number of the
 *            member compared with, or null)
 * of a paragraph also
 *   paragraph  member and label that were asked for
 *   members    label, opening, text: null where the paragraph is not; label_before,
 *              opening_before: where the member compared with had others, else null; changes: from,
 *              to and kind ("inserted", "deleted") of stretches of text, which holds the words of
 *              both; slots: kind, before, after, says, rule of each slot with other words
 * of a phrase also
 *   words      that were asked for
 *   members    times, and places: label, times, text, from and to of the first time in it */
void ph_write_history_json(const struct ph_history *history, struct ph_buffer *out);
void ph_write_phrase_json(const struct ph_phrase *phrase, struct ph_buffer *out);

#endif
