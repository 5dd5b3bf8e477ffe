/* Which paragraphs of a form a search counts. */
#ifndef PH_ARCHIVE_SEARCH_FILTER_H
#define PH_ARCHIVE_SEARCH_FILTER_H

#include "archive/search.h"

struct ph_search_filter {
    const struct ph_search *search;
    const char *numbers; /* that a use must have: a JSON list, see archive/wanted.h */
};

/* For queries: the paragraphs of `form` that count, and where they stand. Parameters ?2 to ?9 are
 * bound by ph_search_filter_bind, in a row behind ?1; ?9 is 1 where all paragraphs count. */
#define PH_SEARCH_FILTER                                                                           \
    " paragraph.form = form.id AND (?9 OR (paragraph.session BETWEEN ?2 AND ?3"                    \
    " AND (?4 = '' OR part = ?4) AND (?5 = '' OR opening = ?5 COLLATE NOCASE)"                     \
    " AND (?6 = '' OR resolution.name GLOB ?6 OR symbol GLOB ?6)"                                  \
    " AND (?7 = '' OR instr(lower(title), lower(?7))) AND (?8 = '[]' OR NOT EXISTS"                \
    "  (SELECT 1 FROM json_each(?8) WHERE NOT instr(char(10) || vals, value)))))"
#define PH_SEARCH_PARAGRAPHS " paragraph JOIN resolution ON resolution.id = paragraph.resolution"

void ph_search_filter_bind(const struct ph_search_filter *filter, struct ph_query *query);

/* Whether nothing is left out. */
bool ph_search_filter_takes_all(const struct ph_search_filter *filter);

#endif
