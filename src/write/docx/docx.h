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

/* The two sides of the changes: what rejecting all of them leaves, and what accepting them does. A
 * document without changes is the same on both. */
enum ph_docx_side { PH_DOCX_OLD, PH_DOCX_NEW, PH_DOCX_SIDES };

struct ph_docx_note;
struct ph_docx_move;
struct ph_docx_number;
struct ph_docx_end;

/* What became of one of the comments that the options ask for. */
struct ph_docx_said {
    int id; /* 0: its words were not written yet */
    bool is_open;
};

struct ph_docx {
    const struct ph_document *document;
    const struct ph_write_options *options;
    xmlDoc *parts[PH_DOCX_PART_COUNT]; /* NULL: left out */
    xmlDoc *look;
    struct ph_house house;
    struct ph_docx_note *notes; /* by the address of the footnote */
    size_t note_count;
    int note_ids;               /* given out so far: one side may have a note of its own */
    struct ph_docx_move *moves; /* by the address of their far ends */
    size_t move_count;
    const struct ph_node *open_move; /* the node whose range is open; NULL: none */
    int open_move_id;
    struct ph_docx_number *numbers; /* by the address of the paragraph */
    size_t number_count, number_capacity;
    int lists;     /* of automatic numbers, so far */
    int revisions; /* ids given out so far: revisions and bookmarks share them */
    int comments;
    struct ph_docx_said *said; /* of the options' comments, in their order */
    struct ph_docx_end *ends;  /* of those at words, by node and place */
    size_t end_count;
    xmlNode *title; /* the first of the document; NULL: none */
};

/* ---- package.c ---- */

/* Makes all parts of the document. PH_IO, PH_FORMAT when a template cannot be read.
 * ph_docx_close frees what was made, after an error too. */
enum ph_status ph_docx_open(struct ph_docx *docx, const struct ph_document *document,
                            const struct ph_write_options *options, struct ph_error *error);
void ph_docx_close(struct ph_docx *docx);

/* Verifies what was written to `out` from there on (word/verify/verify.h). PH_INTERNAL with the
 * fault. */
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
/* Moves what stands in `made` into `parent`, before that child (NULL: to the end); `made` goes. */
void ph_docx_move_inside(xmlNode *made, xmlNode *parent, xmlNode *before);

/* ---- look.c ---- */

enum ph_status ph_docx_read_template(const char *name, xmlDoc **doc, struct ph_error *error);
/* The properties of a kind of paragraph (w:pPr) and of a kind of run (w:rPr), and a table without
 * rows (w:tbl), in look.xml; asserts that they are there. */
const xmlNode *ph_docx_table_look(const struct ph_docx *docx, const char *name);
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
    PH_DOCX_MOVE_TO,
    PH_DOCX_LOOK /* of words that stay */
};

/* What holds for a whole node, its ancestors included. */
enum ph_docx_revision ph_docx_revision_of(const struct ph_node *node);
/* What holds for words of a node: as for the whole node, else by the PH_BITs of PH_INSERTED and
 * PH_DELETED among `kinds`. */
enum ph_docx_revision ph_docx_revision_of_words(const struct ph_node *node, unsigned kinds);
/* Whether what has that revision is there on that side of the changes. */
bool ph_docx_is_on(enum ph_docx_revision kind, int side);
/* w:ins, w:del, w:moveFrom, w:moveTo or w:rPrChange under `parent`, with author, date and id;
 * `parent` itself for kept words. */
xmlNode *ph_docx_add_revision(struct ph_docx *docx, xmlNode *parent, enum ph_docx_revision kind);
/* w:rPrChange at the end of a w:rPr: the words looked like that, as PH_RESTYLED says it (ECMA-376
 * part 1, 17.13.5.31). */
void ph_docx_add_old_look(struct ph_docx *docx, xmlNode *properties, const char *look);
/* Sets author and date, as the options say. */
void ph_docx_sign(struct ph_docx *docx, xmlNode *element);
/* The range around a moved node (ECMA-376 part 1, 17.13.5.24 and 17.13.5.28): opened in its first
 * paragraph, closed in the body when the walk leaves the node. Both do nothing for other nodes. The
 * two ends of a move carry one name; ph_docx_number_moves gives the names. */
void ph_docx_number_moves(struct ph_docx *docx);
void ph_docx_close_moves(struct ph_docx *docx);
void ph_docx_open_move(struct ph_docx *docx, xmlNode *paragraph, const struct ph_node *node);
void ph_docx_close_move(struct ph_docx *docx, xmlNode *body, const struct ph_node *node);
/* The next id of a revision or a bookmark. */
int ph_docx_next_id(struct ph_docx *docx);

/* ---- paragraph.c ---- */

/* A paragraph with the look of that name at the end of `parent`; its mark carries the revision of
 * `node` (NULL: none), and the range of its move begins in it. */
xmlNode *ph_docx_add_paragraph(struct ph_docx *docx, xmlNode *parent, const char *look,
                               const struct ph_node *node);
/* The mark of a paragraph is a character too: it is deleted or inserted with its words. */
void ph_docx_mark_paragraph(struct ph_docx *docx, xmlNode *paragraph, enum ph_docx_revision kind);
/* The paragraph of a node with its number and its words. */
xmlNode *ph_docx_add_node(struct ph_docx *docx, xmlNode *parent, const char *look,
                          const struct ph_node *node);

/* ---- numbers.c: automatic numbers (ECMA-376 part 1, 17.9) ---- */

/* Finds the lists of a document with changes that can be counted: each paragraph has the number of
 * its place, before the changes and after them. Numbers of others are typed, so that none is lost;
 * and all numbers of a document without changes, as the United Nations do (UN-FORMAT section C2).
 */
void ph_docx_plan_numbers(struct ph_docx *docx);
void ph_docx_close_numbers(struct ph_docx *docx);
/* Gives the paragraph of a node its automatic number; false: it has none. */
bool ph_docx_add_automatic_number(struct ph_docx *docx, xmlNode *paragraph,
                                  const struct ph_node *node);
/* The place, from 1, that a paragraph of a document with changes had in its list before them; 0: it
 * had no number. */
int ph_docx_place_before(const struct ph_docx *docx, const struct ph_node *node);
void ph_docx_make_numbering(struct ph_docx *docx);

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
/* The words that a node has on one side of the changes, all of them as PH_DOCX_INS or
 * PH_DOCX_DEL. */
void ph_docx_add_side(struct ph_docx *docx, xmlNode *paragraph, const struct ph_node *node,
                      enum ph_docx_revision kind);
/* A symbol: its first letter, the organ's, looks like `large`, on either side of the changes. */
void ph_docx_add_symbol(struct ph_docx *docx, xmlNode *paragraph, const struct ph_node *node,
                        const xmlNode *large, const xmlNode *small);
/* Words of ours (a number, "Agenda item "), with that revision. */
void ph_docx_add_typed(struct ph_docx *docx, xmlNode *paragraph, enum ph_docx_revision kind,
                       const char *text, const xmlNode *properties);
xmlNode *ph_docx_add_run(xmlNode *parent, const xmlNode *properties);

/* ---- order.c ---- */

/* Puts the tracked paragraphs of a story (the body, a cell) into an order in which LibreOffice
 * takes their changes as well as Word does. */
void ph_docx_order_changes(xmlNode *story);

/* ---- field.c ---- */

/* A field (w:fldChar) with what it shows now, in runs with the look of that name. */
void ph_docx_add_field(struct ph_docx *docx, xmlNode *parent, const char *instruction,
                       const char *shown, const char *look, bool deleted);

/* ---- notes.c: which mention of a footnote carries it ---- */

/* A footnote on one side of the changes: the first mention there carries it. */
struct ph_docx_place {
    const struct ph_inline *mention; /* NULL: nothing mentions it */
    size_t order;                    /* of that mention in the document */
    bool there;
    bool repeated; /* there are other mentions */
    bool unseen;   /* it stands in the header: the body carries the note */
    int number;    /* that Word shows; 0: its mark is typed */
    int id;        /* of the note in the package */
};

/* Where another mention carries a footnote than before, it is two notes of the package, one
 * inserted and one deleted; else it has one id on both sides. */
struct ph_docx_note {
    const struct ph_node *footnote;
    struct ph_docx_place places[PH_DOCX_SIDES];
};

void ph_docx_number_notes(struct ph_docx *docx); /* before anything is written */
void ph_docx_close_notes(struct ph_docx *docx);
/* NULL: it is none of the document. */
const struct ph_docx_note *ph_docx_note_of(const struct ph_docx *docx,
                                           const struct ph_node *footnote);
/* '*' and the like: the mark is typed, and not raised. */
bool ph_docx_has_custom_mark(const struct ph_node *footnote);
/* Whether a field of the masthead stands in the header of the first page. */
bool ph_docx_is_header_field(const struct ph_node *node);

/* ---- footnotes.c ---- */

/* The mark of a footnote in the text, as it is on that side: a real one at the mention that
 * carries it, a cross-reference at every other. In a header, where Word allows no footnote, the
 * mark is typed and the body carries the footnote (ph_docx_add_unseen_notes). */
void ph_docx_add_mark(struct ph_docx *docx, xmlNode *parent, const struct ph_node *node,
                      const struct ph_inline *mark, const xmlNode *properties,
                      enum ph_docx_side side, bool deleted);
/* Whether a mark that stays is not the same on both sides: another mention carries its footnote,
 * or a number that Word does not count itself is another. */
bool ph_docx_mark_changes(const struct ph_docx *docx, const struct ph_node *node,
                          const struct ph_inline *mark);
/* Puts those notes at the beginning of the first paragraph of the body. */
void ph_docx_add_unseen_notes(struct ph_docx *docx, xmlNode *paragraph);
void ph_docx_make_footnotes(struct ph_docx *docx);

/* ---- comments.c ---- */

/* Before and behind the words of a paragraph; a node without anything to say gets none. The comment
 * comes and goes with a node that does. */
int ph_docx_open_comment(struct ph_docx *docx, xmlNode *paragraph, const struct ph_node *node);
void ph_docx_close_comment(struct ph_docx *docx, xmlNode *paragraph, const struct ph_node *node,
                           int id);

/* Finds where the comments of the options begin and end. */
void ph_docx_see_comments(struct ph_docx *docx);
void ph_docx_close_said(struct ph_docx *docx);
/* The first end of a comment in the words of a node that go into that paragraph, for
 * ph_docx_put_ends. Only the main part has comments. */
size_t ph_docx_first_end(const struct ph_docx *docx, const xmlNode *paragraph,
                         const struct ph_node *node);
/* Puts what begins and ends in the words of a node up to byte `at`, from *next on, which goes on.
 * Returns the place of the next one; SIZE_MAX: there is none. */
size_t ph_docx_put_ends(struct ph_docx *docx, xmlNode *paragraph, const struct ph_node *node,
                        size_t at, size_t *next);
/* Puts the comments whose words are nowhere in the text around a paragraph. */
void ph_docx_put_rest(struct ph_docx *docx, xmlNode *paragraph);

/* ---- sources.c ---- */

/* The sources of the paragraphs as a table, where the options ask for it and there are any. */
void ph_docx_add_source_table(struct ph_docx *docx, xmlNode *body);

/* ---- document.c, masthead.c, header.c, properties.c ---- */

void ph_docx_make_document(struct ph_docx *docx);
void ph_docx_add_masthead(struct ph_docx *docx, xmlNode *body, const struct ph_node *document);
void ph_docx_add_title(struct ph_docx *docx, xmlNode *body, const struct ph_node *title);
void ph_docx_make_headers(struct ph_docx *docx);
void ph_docx_make_settings(struct ph_docx *docx);
void ph_docx_make_properties(struct ph_docx *docx);

#endif
