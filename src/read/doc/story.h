/* The characters of one of the texts of a Word document as blocks. */
#ifndef PH_READ_DOC_STORY_H
#define PH_READ_DOC_STORY_H

#include "read/block.h"
#include "read/doc/fib.h"
#include "read/doc/lists.h"
#include "read/doc/notes.h"
#include "read/doc/pieces.h"
#include "read/doc/remarks.h"
#include "read/doc/runs.h"
#include "read/doc/styles.h"

/* A Word document, opened. */
struct ph_doc {
    const struct ph_lexicon *lexicon;
    struct ph_buffer main, tables; /* its two streams */
    struct ph_fib fib;
    struct ph_pieces pieces;
    struct ph_format_runs characters, paragraphs;
    struct ph_styles styles;
    struct ph_doc_notes notes;
    struct ph_lists lists;
    struct ph_doc_seen seen[PH_DOC_REMARKS];
};

/* Adds a block for each paragraph of a text, of that kind. False beyond PH_BLOCK_LIMIT. */
bool ph_doc_add_text(struct ph_doc *doc, enum ph_doc_text text, enum ph_block_kind kind,
                     struct ph_blocks *blocks);
/* Adds one NOTE block for each note, those of the main text having been added before. */
bool ph_doc_add_notes(struct ph_doc *doc, struct ph_blocks *blocks);

#endif
