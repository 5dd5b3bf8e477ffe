/* The words of a paragraph while it is read, run by run: the text as it is to be, folded, with what
 * holds of stretches of it, and the words that are struck out apart from it. */
#ifndef PH_READ_DOCX_WORDS_H
#define PH_READ_DOCX_WORDS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "read/block.h"
#include "word/element.h"

/* What holds of the words that are added: a set of PH_WML_BIT(enum ph_run_kind). */
#define PH_WML_BIT(run_kind) (1u << (run_kind))

/* Where words come from, and what becomes of them. */
struct ph_wml_source {
    size_t paragraph, run;
    unsigned looks;  /* bits of ITALIC, BOLD, SUPERSCRIPT */
    unsigned traces; /* bits of enum ph_trace_kind that hold of the words */
    enum ph_wml_change change;
};

struct ph_wml_words {
    struct ph_buffer text; /* as it is to be */
    struct ph_buffer gone; /* struck out at gone_at, and not yet put among the runs */
    size_t gone_at;
    struct ph_run *runs;
    size_t run_count, run_capacity;
    struct ph_trace *traces;
    size_t trace_count, trace_capacity;
    size_t traced[PH_TRACE_COUNT]; /* plus 1, the last trace of each kind */
    struct ph_span_run *span_runs;
    size_t span_run_count, span_run_capacity;
    unsigned open; /* the looks that hold at the end of the text, and since where */
    size_t open_from[PH_RUN_INSERTED + 1];
    size_t folded;                /* of the text, see ph_fold */
    bool kept, inserted, deleted; /* words that were neither inserted nor moved here, ... */
    bool moved, changed;          /* of the others, some were moved; some were not */
};

/* Adds words of a run; the runs of struck-out words are copied into `arena`. */
void ph_wml_add_words(struct ph_wml_words *words, struct ph_arena *arena, const char *text,
                      size_t length, const struct ph_wml_source *source);
/* Adds a footnote mark behind the words so far. The label must outlive the words. */
void ph_wml_add_mark(struct ph_wml_words *words, struct ph_arena *arena, const char *label,
                     const struct ph_wml_source *source);
/* A trace at the place behind the words so far. */
void ph_wml_add_trace(struct ph_wml_words *words, enum ph_trace_kind kind);
bool ph_wml_has_words(const struct ph_wml_words *words);
/* Makes a block of what was added, and makes room for the next; NULL when there is nothing, or
 * beyond PH_BLOCK_LIMIT (*full). */
struct ph_block *ph_wml_make_block(struct ph_wml_words *words, struct ph_blocks *blocks,
                                   enum ph_block_kind kind, const char *part, bool *full);
void ph_wml_free_words(struct ph_wml_words *words);

#endif
