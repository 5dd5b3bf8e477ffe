/* A block: one paragraph as the file format knows it. What every format's reader makes, and all
 * that the recogniser sees. */
#ifndef PH_READ_BLOCK_H
#define PH_READ_BLOCK_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "base/status.h"
#include "doc/node.h"

enum { PH_BLOCK_LIMIT = 200000 }; /* blocks in one document */

/* A run-like property of a stretch of a block. Footnote marks are kept apart from the words, and
 * so are words that are struck out: whoever recognises the text reads it as it is to be. */
enum ph_run_kind {
    PH_RUN_ITALIC,
    PH_RUN_BOLD,
    PH_RUN_SUPERSCRIPT,
    PH_RUN_NOTE_MARK,
    PH_RUN_INSERTED,
    PH_RUN_DELETED
};

struct ph_run {
    enum ph_run_kind kind;
    size_t from, to;    /* bytes of the block's text; NOTE_MARK, DELETED: from == to */
    const char *label;  /* NOTE_MARK: the mark as printed, "3", "*"; DELETED: the words */
    const char *change; /* NOTE_MARK: "inserted", "deleted", NULL: neither */
};

enum ph_block_kind {
    PH_BLOCK_TEXT,
    PH_BLOCK_NOTE,     /* a footnote's own text; label is its mark */
    PH_BLOCK_HEADING,  /* the format says that it is one; level is set */
    PH_BLOCK_FURNITURE /* page numbers, running heads, job numbers: known not to be text */
};

struct ph_block {
    enum ph_block_kind kind;
    const char *text; /* clean UTF-8, white space folded and trimmed */
    size_t length;
    const char *label; /* typed or automatic number: "8.", "(a)"; the mark of a note; or NULL */
    int level;         /* headings: 1...; else 0 */
    const char *style; /* style name, or NULL */
    int line;          /* first line in the source, from 1; 0: it has no lines */
    enum ph_mark mark; /* a paragraph that is inserted, struck out or moved as a whole */
    const char *part;  /* of a package, and the words' runs in it: struct ph_span */
    struct ph_span_run *span_runs;
    size_t span_run_count;
    struct ph_run *runs;
    size_t run_count, run_capacity;
    struct ph_trace *traces; /* of the block's words, see doc/traces.def */
    size_t trace_count;
    size_t folded; /* where reading took out what nobody sees, see ph_fold; 0: nowhere */
};

struct ph_blocks {
    struct ph_arena *arena; /* owns the texts */
    const char *name;       /* of the source */
    bool exact;             /* the format says where footnotes are marked; numbers are numbers */
    bool loose;             /* superscripts may stand apart from their words, as in text that was
                               made from PDF: "2010, 3 which" */
    bool whole; /* a block ends where its author ended it, not where a page or a line did */
    struct ph_block *items;
    size_t count, capacity;
    struct ph_buffer properties; /* what the file says of itself: struct ph_document */
    struct ph_buffer remarks;    /* of the reader, a line each, without the source's name */
};

struct ph_blocks *ph_blocks_new(const char *name);
void ph_blocks_free(struct ph_blocks *blocks);
/* Appends a block with a copy of the text, white space folded; NULL beyond PH_BLOCK_LIMIT. */
struct ph_block *ph_blocks_add(struct ph_blocks *blocks, enum ph_block_kind kind, const char *text,
                               size_t length, int line);
/* Whether a block is struck out, or was moved away, as a whole: no part of the text as it is to
 * be. */
bool ph_block_is_gone(const struct ph_block *block);
/* Whether something of a block is tracked as inserted, struck out or moved. */
bool ph_block_is_changed(const struct ph_block *block);
/* The label is copied; whoever adds runs sorts them in the end. */
struct ph_run *ph_block_run(struct ph_blocks *blocks, struct ph_block *block, enum ph_run_kind kind,
                            size_t from, size_t to, const char *label);
/* By `from`; the longer first where two start together. */
void ph_block_sort_runs(struct ph_block *block);
/* Takes the first `bytes` off a block's text, and moves its runs along. */
void ph_block_drop(struct ph_block *block, size_t bytes);
/* Takes a typed number ("8.", "(a)") off the start of a block's text and makes it its label. */
void ph_block_take_label(struct ph_blocks *blocks, struct ph_block *block);

/* A footnote mark that stood behind a space at the end of the words, which is gone from them: the
 * block says where (folded). `run` is as it was read. */
void ph_block_tell_space(struct ph_block *block, const struct ph_run *run);

/* Adds text to `out` with white space of all kinds folded to single plain spaces, none at the
 * start, soft hyphens and invisible marks left out, no-break hyphens plain. The last space is
 * kept, so that pieces can follow one another; ph_fold_end takes it off. Returns, plus 1, the byte
 * of `out` at which a second space of a line, or an invisible mark, was left out first; 0: none. */
size_t ph_fold(const char *text, size_t length, struct ph_buffer *out);
void ph_fold_end(struct ph_buffer *out);

#endif
