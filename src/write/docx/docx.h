/* Inside of the .docx writer: what its files share. Each part of the package has a file of its
 * own here (document, header, footnotes, comments, settings, properties); package.c puts them
 * together, once for a package (.docx) and for a single XML file (flat OPC).
 *
 * How things look stands in templates/docx/: whole parts, and look.xml with the properties of each
 * kind of paragraph and of each kind of marked words. Parts are libxml2 trees, so that nobody
 * pastes text into markup. */
#ifndef PH_WRITE_DOCX_DOCX_H
#define PH_WRITE_DOCX_DOCX_H

#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/status.h"
#include "doc/node.h"
#include "write/house.h"
#include "write/write.h"

#define PH_DOCX_SPACE "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

/* The parts, in the order of the package: parts.def. */
enum ph_docx_part {
#define PH_DOCX_PART(name, template, path) PH_DOCX_##name,
#include "write/docx/parts.def"
#undef PH_DOCX_PART
    PH_DOCX_PART_COUNT
};

struct ph_docx_note;

struct ph_docx {
    const struct ph_document *document;
    const struct ph_write_options *options;
    xmlDoc *parts[PH_DOCX_PART_COUNT]; /* NULL: left out */
    xmlDoc *look;
    struct ph_house house;
    struct ph_docx_note *notes; /* in the order of first mention */
    size_t note_count, note_capacity;
    int revisions; /* ids given out so far: revisions and bookmarks share them */
    int comments;
    int open_move; /* the id of the range that is open, 0: none */
};

/* ---- package.c ---- */

/* Makes all parts of the document. PH_IO, PH_FORMAT when a template cannot be read.
 * ph_docx_close frees what was made, after an error too. */
enum ph_status ph_docx_open(struct ph_docx *docx, const struct ph_document *document,
                            const struct ph_write_options *options, struct ph_error *error);
void ph_docx_close(struct ph_docx *docx);

/* Verifies what was written to `out` from there on (word/verify/verify.h). PH_INTERNAL with the fault. */
enum ph_status ph_docx_guard(const struct ph_buffer *out, size_t from, struct ph_error *error);

/* "word/document.xml", and the content type of that part ("" for the list of types itself). */
const char *ph_docx_path(enum ph_docx_part part);
const char *ph_docx_type(const struct ph_docx *docx, enum ph_docx_part part);

/* ---- element.c: elements of WordprocessingML ---- */

/* A new child element of the same namespace. */
xmlNode *ph_docx_add(xmlNode *parent, const char *name);
/* Sets an attribute in the namespace of its element; NULL sets nothing. */
void ph_docx_set(xmlNode *element, const char *name, const char *value);
void ph_docx_set_number(xmlNode *element, const char *name, long value);
/* Adds text without the characters that XML 1.0 cannot hold. */
void ph_docx_add_text(xmlNode *element, const char *bytes, size_t length);
/* A copy of `node`, put at the end of `parent`. */
xmlNode *ph_docx_add_copy(xmlNode *parent, const xmlNode *node);
/* The first child of that name, made when missing, as the first child. */
xmlNode *ph_docx_first(xmlNode *parent, const char *name);

/* ---- look.c ---- */

enum ph_status ph_docx_read_template(const char *name, xmlDoc **doc, struct ph_error *error);
/* The properties of a kind of paragraph (w:pPr) and of a kind of run (w:rPr) in look.xml; asserts
 * that they are there. */
const xmlNode *ph_docx_paragraph_look(const struct ph_docx *docx, const char *name);
const xmlNode *ph_docx_run_look(const struct ph_docx *docx, const char *name);
/* Adds the properties of a kind of run to a w:rPr, in the order that the schema asks for. */
void ph_docx_wear(const struct ph_docx *docx, xmlNode *properties, const char *name);

/* ---- revision.c: inserted, deleted, moved ---- */

enum ph_docx_revision {
    PH_DOCX_KEPT,
    PH_DOCX_INS,
    PH_DOCX_DEL,
    PH_DOCX_MOVE_FROM,
    PH_DOCX_MOVE_TO
};

/* What holds for a whole node, its ancestors included. */
enum ph_docx_revision ph_docx_revision_of(const struct ph_node *node);
/* w:ins, w:del, w:moveFrom or w:moveTo under `parent`, with author, date and id; `parent` itself
 * for kept words. */
xmlNode *ph_docx_add_revision(struct ph_docx *docx, xmlNode *parent, enum ph_docx_revision kind);
/* Sets author and date, as the options say. */
void ph_docx_sign(struct ph_docx *docx, xmlNode *element);
/* The range around a moved node: opened in its first paragraph, closed in the body behind its
 * last. The id that opening gives is for closing; 0: the node is not moved. */
int ph_docx_open_move(struct ph_docx *docx, xmlNode *paragraph, const struct ph_node *node);
void ph_docx_close_move(xmlNode *body, const struct ph_node *node, int id);
/* The next id of a revision or a bookmark. */
int ph_docx_next_id(struct ph_docx *docx);

/* ---- paragraph.c ---- */

/* A paragraph with the look of that name at the end of `parent`; its mark carries the revision of
 * `node` (NULL: none). */
xmlNode *ph_docx_add_paragraph(struct ph_docx *docx, xmlNode *parent, const char *look,
                               const struct ph_node *node);
/* The paragraph of a node with its typed number and its words. `number` NULL: none. */
xmlNode *ph_docx_add_node(struct ph_docx *docx, xmlNode *parent, const char *look,
                          const struct ph_node *node);

/* ---- run.c: the words of a node ---- */

/* Adds the bytes [from, to) of a node's text as runs, footnote marks included. `properties`: what
 * every run wears besides (a w:rPr, or NULL). */
void ph_docx_add_words(struct ph_docx *docx, xmlNode *paragraph, const struct ph_node *node,
                       size_t from, size_t to, const xmlNode *properties);
/* The same for all words but for the marks behind the last, and those marks alone: punctuation of
 * ours goes between (UN-FORMAT rule 68). */
void ph_docx_add_words_without_last_marks(struct ph_docx *docx, xmlNode *paragraph,
                                          const struct ph_node *node, const xmlNode *properties);
void ph_docx_add_last_marks(struct ph_docx *docx, xmlNode *paragraph, const struct ph_node *node,
                            const xmlNode *properties);
/* Words of ours (a number, "Agenda item "), with the revision of `node`. */
void ph_docx_add_typed(struct ph_docx *docx, xmlNode *paragraph, enum ph_docx_revision kind,
                       const char *text, const xmlNode *properties);
xmlNode *ph_docx_add_run(xmlNode *parent, const xmlNode *properties);

/* ---- field.c ---- */

/* A field (w:fldChar) with what it shows now, in runs with the look of that name. */
void ph_docx_add_field(struct ph_docx *docx, xmlNode *parent, const char *instruction,
                       const char *shown, const char *look, bool deleted);

/* ---- footnotes.c ---- */

void ph_docx_number_notes(struct ph_docx *docx); /* before anything is written */
void ph_docx_close_notes(struct ph_docx *docx);
/* The mark of a footnote in the text: a real one at the mention that counts, a cross-reference at
 * every other. In a header, where Word allows no footnote, the mark is typed and the body carries
 * the footnote (ph_docx_add_unseen_notes). */
void ph_docx_add_mark(struct ph_docx *docx, xmlNode *parent, const struct ph_node *node,
                      const struct ph_inline *mark, const xmlNode *properties, bool deleted);
void ph_docx_add_unseen_notes(struct ph_docx *docx, xmlNode *paragraph);
void ph_docx_make_footnotes(struct ph_docx *docx);

/* ---- comments.c ---- */

/* Before and behind the words of a paragraph; a node without anything to say gets none. */
int ph_docx_open_comment(struct ph_docx *docx, xmlNode *paragraph, const struct ph_node *node);
void ph_docx_close_comment(struct ph_docx *docx, xmlNode *paragraph, int id);

/* ---- document.c, masthead.c, header.c, properties.c ---- */

void ph_docx_make_document(struct ph_docx *docx);
void ph_docx_add_masthead(struct ph_docx *docx, xmlNode *body, const struct ph_node *document);
void ph_docx_add_title(struct ph_docx *docx, xmlNode *body, const struct ph_node *title);
void ph_docx_make_headers(struct ph_docx *docx);
void ph_docx_make_settings(struct ph_docx *docx);
void ph_docx_make_properties(struct ph_docx *docx);

#endif
