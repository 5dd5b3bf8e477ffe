/* Which paragraph of the old document is which of the new one, and what changed: what the writers
 * of a marked document (compare/compare.h) share. */
#ifndef PH_WRITE_CONCORDANCE_H
#define PH_WRITE_CONCORDANCE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "compare/compare.h"

enum ph_passage {
    PH_PASSAGE_KEPT,
    PH_PASSAGE_MOVED,
    PH_PASSAGE_NEW,
    PH_PASSAGE_DROPPED,
    PH_PASSAGE_SPLIT,
    PH_PASSAGE_MERGED
};

struct ph_concordance_row {
    const struct ph_node *first, *last; /* of the marked document; one paragraph: the same */
    enum ph_passage passage;
};

/* The paragraphs that are no sub-paragraphs, in the order of the marked document, moved ones where
 * they are now. `runs`: paragraphs in a row that have the same fate, and whose numbers go up in
 * step, are one row. free() the list. */
size_t ph_concordance(const struct ph_document *marked, bool runs,
                      struct ph_concordance_row **rows);

/* Whether a paragraph of a marked document has a row of its own, but for runs. */
bool ph_in_concordance(const struct ph_node *node);

/* "OP3", "OP3–OP5", nothing where the row has no paragraph in that document. */
void ph_put_old_label(const struct ph_concordance_row *row, struct ph_buffer *out);
void ph_put_new_label(const struct ph_concordance_row *row, struct ph_buffer *out);
/* "moved", "new", "dropped", "split", "merged"; "" for what stays. */
const char *ph_passage_name(enum ph_passage passage);

/* Whether a marked node is new, gone, moved, split, merged, or has words that are. */
bool ph_is_changed(const struct ph_node *node);

/* "paragraphs: 3 changed, 1 inserted, ...; words: 20 inserted, 4 deleted", without a line end. */
void ph_put_changes(const struct ph_changes *changes, struct ph_buffer *out);

#endif
