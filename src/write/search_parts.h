/* What the writers of a search say alike. */
#ifndef PH_WRITE_SEARCH_PARTS_H
#define PH_WRITE_SEARCH_PARTS_H

#include "archive/search.h"
#include "base/buffer.h"

/* The words that were asked for, in quotation marks unless they have some. */
void ph_put_words(struct ph_buffer *out, const struct ph_search_result *result);
/* "12 times, sessions 55 to 79, first in 55/2 OP3"; "near: once, session 55". */
void ph_put_uses(struct ph_buffer *out, const struct ph_search_row *row);
/* "79/1 OP4, 78/1 OP3 and 10 more" */
void ph_put_latest(struct ph_buffer *out, const struct ph_search_row *row);
/* "10 wordings; --limit shows more" */
void ph_put_found(struct ph_buffer *out, const struct ph_search_result *result);

#endif
