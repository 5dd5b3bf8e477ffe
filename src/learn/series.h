/* Which documents are members of the series, and which members are missing from the folder. */
#ifndef PH_LEARN_SERIES_H
#define PH_LEARN_SERIES_H

#include "learn/pattern.h"

/* Fills in members, base and title of the pattern, and remarks on sources left out. Members of
 * `session` (0: no bound) and later are left out. */
enum ph_status ph_series_find(struct ph_pattern *pattern,
                              const struct ph_document *const *documents, size_t count, int session,
                              const struct ph_lexicon *lexicon, struct ph_error *error);

/* Adds the members that lists of citations in the texts name and the folder lacks. */
void ph_series_add_missing(struct ph_pattern *pattern, const struct ph_lexicon *lexicon);

/* The first member of a session; NULL: there is none. */
struct ph_member *ph_series_of_session(struct ph_pattern *pattern, int session);

/* Puts a resolution that is missing from the folder in its place among the members; `known_from`,
 * which says how it is known, lives as long as the pattern. */
void ph_series_insert(struct ph_pattern *pattern, const struct ph_citation *citation,
                      const char *known_from);

#endif
