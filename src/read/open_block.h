/* The block that is being read: words come in pieces, stretches begin and end between them, until
 * the paragraph ends and it becomes a block. */
#ifndef PH_READ_OPEN_BLOCK_H
#define PH_READ_OPEN_BLOCK_H

#include "read/block.h"
#include "un/lexicon.h"

/* {0} is an empty one. */
struct ph_open_block {
    struct ph_buffer text;                 /* folded; its last space is still there */
    struct ph_run begun[PH_RUN_NOTE_MARK]; /* stretches that have not ended, by kind */
    bool open[PH_RUN_NOTE_MARK];
    struct ph_run *runs; /* that have */
    size_t count, capacity;
    size_t folded; /* of the text, see ph_fold */
};

void ph_open_block_words(struct ph_open_block *open, const char *text, size_t length);
/* From here on words are, or are not, of that kind (not PH_RUN_NOTE_MARK). */
void ph_open_block_set(struct ph_open_block *open, enum ph_run_kind kind, bool on);
/* A footnote mark behind the words so far; the label is copied. */
void ph_open_block_mark(struct ph_open_block *open, struct ph_blocks *blocks, const char *label);
/* Ends the stretch of superscript; where its words are a number from 1 to `highest`, they are a
 * footnote mentioned again, and become a mark; not behind a measure of length. */
void ph_open_block_raised(struct ph_open_block *open, struct ph_blocks *blocks, long highest);
/* Whether the words so far are a whole line that the lexicon knows ("101st plenary meeting"): a
 * line break behind it ends the paragraph, as others do not. */
bool ph_open_block_is_line(const struct ph_open_block *open, const struct ph_lexicon *lexicon);
/* Makes a block of it, *block, and is empty then; stretches go on. An empty one makes none
 * (*block is NULL). False beyond PH_BLOCK_LIMIT. */
bool ph_open_block_end(struct ph_open_block *open, struct ph_blocks *blocks,
                       enum ph_block_kind kind, int line, struct ph_block **block);
void ph_open_block_free(struct ph_open_block *open);

#endif
