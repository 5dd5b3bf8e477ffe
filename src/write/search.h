/* Writers of what was found in an archive. */
#ifndef PH_WRITE_SEARCH_H
#define PH_WRITE_SEARCH_H

#include "archive/search.h"
#include "write/write.h"

/* For a terminal: options->width columns, the words that were looked for in bold if
 * options->colour. */
void ph_write_search_text(const struct ph_search_result *result,
                          const struct ph_write_options *options, struct ph_buffer *out);

/* One web page: no script, no request to any server. */
void ph_write_search_html(const struct ph_search_result *result, struct ph_buffer *out);

/* For programs; places are counted in code points. words; more (than the limit); wordings, of each:
 * match (phrase, words or near), uses, first and last (sessions, or null), text (of the last use),
 * from and to (the words in it), earliest and latest (the last uses, the last first): resolution,
 * label, session. */
void ph_write_search_json(const struct ph_search_result *result, struct ph_buffer *out);

#endif
