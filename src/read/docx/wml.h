/* Inside of the .docx reader: what its files share. WordprocessingML (ECMA-376 part 1, section 17)
 * becomes blocks, story by story: headers and footers, the body, the notes. Element names are those
 * of the standard; the namespace is the strict or the transitional one. */
#ifndef PH_READ_DOCX_WML_H
#define PH_READ_DOCX_WML_H

#include "read/block.h"
#include "read/docx/fields.h"
#include "read/docx/notes.h"
#include "read/docx/numbering.h"
#include "read/docx/properties.h"
#include "read/docx/styles.h"
#include "read/docx/traces.h"
#include "read/docx/words.h"
#include "word/opc.h"

enum ph_wml_remark {
#define PH_WML_REMARK(name, what) PH_WML_##name,
#include "read/docx/remarks.def"
#undef PH_WML_REMARK
    PH_WML_REMARK_COUNT
};

/* How often something was seen, and where first. */
struct ph_wml_seen {
    size_t count;
    const char *part;
    size_t paragraph; /* from 1; 0: the part as a whole */
};

/* What reading one document works with. */
struct ph_wml {
    struct ph_opc *opc;
    struct ph_blocks *blocks;
    struct ph_wml_styles styles;
    struct ph_wml_numbering numbering;
    struct ph_wml_notes notes;
    struct ph_wml_fields fields;
    struct ph_wml_words words; /* of the paragraph that is open */
    struct ph_wml_measure measures[PH_WML_MEASURES];
    struct ph_wml_numbers numbers;
    struct ph_opc_relations relations; /* of the main part */
    const char *part;                  /* that is read */
    size_t paragraph;                  /* how many of its paragraphs were met so far */
    struct ph_wml_seen seen[PH_WML_REMARK_COUNT];
    const char *watermark; /* NULL: none was seen */
    bool margins_changed;  /* a header or a footer has tracked changes */
    bool full;             /* PH_BLOCK_LIMIT was reached */
};

/* ---- remarks.c ---- */

/* Remembers what is to be said of the paragraph that is read. */
void ph_wml_remark(struct ph_wml *wml, enum ph_wml_remark remark);
/* Writes what was remembered into the blocks' remarks, a line for each kind. */
void ph_wml_put_remarks(struct ph_wml *wml);

/* ---- paragraph.c, with runs.c ---- */

/* The words of a paragraph (w:p), as a block of that kind; a paragraph that is torn by a struck-out
 * paragraph mark stays open, and so does every one of a note. What stands in its text boxes is left
 * to the caller. */
void ph_wml_read_paragraph(struct ph_wml *wml, const xmlNode *paragraph, enum ph_block_kind kind);
/* Makes a block of the words that are open, NULL when there are none. */
struct ph_block *ph_wml_close_paragraph(struct ph_wml *wml, enum ph_block_kind kind);

/* ---- traces.c ---- */

/* What most of the words in `top` look like, and whether some are bold. */
void ph_wml_measure(struct ph_wml *wml, const xmlNode *top, enum ph_block_kind kind);
/* The traces that words of a run have, by what it says (w:rPr, or NULL) and what its styles do. */
unsigned ph_wml_run_traces(const struct ph_wml *wml, const xmlNode *run,
                           const struct ph_wml_style *paragraph, const struct ph_wml_style *style,
                           const struct ph_wml_look *direct, enum ph_block_kind kind);
/* Hears of the number of a block, typed or counted by Word. */
void ph_wml_hear_number(struct ph_wml *wml, bool counted);

/* ---- story.c ---- */

/* All paragraphs in `top`, an element of the part `wml->part`, whatever they stand in. */
void ph_wml_read_story(struct ph_wml *wml, const xmlNode *top, enum ph_block_kind kind);

#endif
