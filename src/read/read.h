/* Readers: bytes of any format, recognised by their content, become blocks; the recogniser makes
 * the tree. What was not understood is kept as a paragraph: never refused, never dropped. */
#ifndef PH_READ_READ_H
#define PH_READ_READ_H

#include <stdbool.h>

#include "base/status.h"
#include "doc/node.h"
#include "un/lexicon.h"

/* Reads a document. `name` is what messages call it (a file name). Bytes are anything at all.
 * On PH_OK *document is the caller's to free. PH_FORMAT: not a document of a format that is read
 * (the message says what it looks like, and what is read); PH_LIMIT: beyond a limit. */
enum ph_status ph_read(const char *name, const void *bytes, size_t length,
                       const struct ph_lexicon *lexicon, struct ph_document **document,
                       struct ph_error *error);

/* How good the words are that are found in a file of this format: 0 are the best. One that says
 * what each paragraph is comes before one that says how it looks, and that before one that says
 * only where letters stand. */
int ph_read_rank(const void *bytes, size_t length);

/* Whether it is a text as a person types it, plain or Markdown. */
bool ph_read_is_typed(const void *bytes, size_t length);

#endif
