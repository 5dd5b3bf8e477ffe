/* What the text, HTML and JSON writers share: the lines of a masthead, the footnotes in the order
 * of their numbers, what is said of a paragraph's source, and counting in code points. */
#ifndef PH_WRITE_PARTS_H
#define PH_WRITE_PARTS_H

#include "base/buffer.h"
#include "doc/node.h"
#include "doc/stretch.h"
#include "doc/walk.h"
#include "write/house.h"

/* ---- mastheads ---- */

/* Words of ours or of a field. A line of the masthead is one or more pieces. */
struct ph_piece {
    const struct ph_line_form *line; /* that begins here; NULL: it goes on */
    const char *words;               /* ours; NULL: the node's */
    const struct ph_node *node;      /* a field */
    unsigned change;  /* of words of ours: what all fields of the line share, 0: none */
    const char *look; /* of a field's words, in Word; NULL: plain */
    /* "Italy:* draft resolution": footnote marks at the end of a field stand behind our
     * punctuation, so that a field may be asked for without them and for them alone. */
    enum { PH_WHOLE, PH_WITHOUT_LAST_MARKS, PH_LAST_MARKS } part;
};

/* The lines of the masthead of a document node, as on the first page (UN-FORMAT section C1): the
 * right column (symbol, distribution, date, language, original), then from the session on. A
 * marked document may have several fields of one name: old and new. free() the list; its words
 * live as long as the house. */
size_t ph_masthead(const struct ph_house *house, const struct ph_node *document,
                   struct ph_piece **pieces);

/* The next field of that name in the masthead behind `after` (NULL: the first), or NULL. */
const struct ph_node *ph_next_field(const struct ph_node *document, const struct ph_node *after,
                                    enum ph_field name);

/* A document that was made names who signs it in its masthead, and shows it below its last own
 * paragraph. The document whose place that is when the walk comes by, else NULL. */
const struct ph_node *ph_signing_place(const struct ph_walk *walk);

/* What is marked of all words of a node: PH_BIT(PH_INSERTED), PH_BIT(PH_DELETED) or 0. */
unsigned ph_words_change(const struct ph_node *node);

/* Whether a stretch belongs to that part of its node. */
bool ph_in_part(const struct ph_piece *piece, const struct ph_stretch *stretch);

/* ---- footnotes ---- */

/* All footnotes: those without a number first ('*' stands above 1 on the page), then by number.
 * free() the list. */
size_t ph_notes_in_order(const struct ph_document *document, const struct ph_node ***notes);

/* "3", "*": the number by order of mention, else the mark as printed; "" if none. Into `out`. */
const char *ph_note_mark(const struct ph_node *note, char *out, size_t size);

/* ---- numbers ---- */

/* The number of a paragraph by order; NULL: none. A deleted one has none any more. */
const char *ph_number_now(const struct ph_node *node, char *out, size_t size);

/* ---- sources ---- */

/* "OP8 of 73/331, verbatim, fifth time: session + 2 (4 of 4)"; nothing for what was read. */
void ph_put_origin(const struct ph_node *node, struct ph_buffer *out);

/* ---- marks ---- */

#define PH_CHECKLIST_HEADING "Still to be supplied or looked at:"

/* The words that an inline holds of, cut to a length that a line can carry. */
void ph_put_marked_words(const struct ph_node *node, const struct ph_inline *mark,
                         struct ph_buffer *out);

/* How the fact that a placeholder asks for is set: " (--set date=…)"; nothing for other marks. */
void ph_put_fact_name(const struct ph_inline *mark, struct ph_buffer *out);

/* How many code points stand in text[from, to). */
size_t ph_code_points(const char *text, size_t from, size_t to);

#endif
