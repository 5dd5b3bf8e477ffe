/* Flow: words with looks, wrapped into lines of a terminal or a mail. */
#ifndef PH_WRITE_FLOW_H
#define PH_WRITE_FLOW_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"

/* How words look. With colour as escape sequences; without it only changes show, as {+new+} and
 * [-old-]. */
enum ph_look {
    PH_LOOK_PLAIN = 0,
    PH_LOOK_BOLD = 1,
    PH_LOOK_QUIET = 2,
    PH_LOOK_REVIEW = 4,
    PH_LOOK_INSERTED = 8,
    PH_LOOK_DELETED = 16
};

struct ph_look_from {
    size_t from;   /* byte of `words` */
    unsigned look; /* enum ph_look, or'ed */
};

struct ph_flow {
    struct ph_buffer *out;
    size_t width; /* columns */
    bool colour;
    struct ph_buffer words; /* of the block that is being filled */
    struct ph_look_from *looks;
    size_t count, capacity;
    unsigned look; /* of the last words put */
    bool space;    /* behind them */
};

void ph_flow_free(struct ph_flow *flow); /* not `out` */

/* Adds words to the block. White space is where lines may break; between two looks it has what
 * they share, so that marks stand at words: "[-old-] {+new+}". */
void ph_flow_put(struct ph_flow *flow, const char *words, size_t length, unsigned look);

/* How many columns the block takes on one line; the block is complete. */
size_t ph_flow_width(struct ph_flow *flow);

void ph_flow_drop(struct ph_flow *flow); /* forgets the block */

/* Writes the block and forgets it: the first line after `first` columns and the words of `lead`
 * (NULL: none), further lines after `rest` columns. A block without words writes its lead, if any.
 * A word wider than the line stands on a line of its own, uncut: it may be an address. */
void ph_flow_write(struct ph_flow *flow, const char *lead, size_t first, size_t rest);

#endif
