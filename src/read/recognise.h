/* The recogniser: blocks of any format become the tree. Language-bound things (what a line of the
 * masthead looks like, how a paragraph opens) come from the lexicon. */
#ifndef PH_READ_RECOGNISE_H
#define PH_READ_RECOGNISE_H

#include "doc/node.h"
#include "read/block.h"
#include "un/lexicon.h"

/* What recognising one document works with. */
struct ph_recogniser {
    const struct ph_lexicon *lexicon;
    const struct ph_blocks *blocks;
    struct ph_document *document;
    struct ph_node **all_notes; /* in their order; appended to the document at the end */
    size_t note_count;
    struct ph_node **notes; /* by number; NULL: there is none */
    long highest_note;
    struct ph_node *star_notes[4]; /* by count of asterisks */
    const char *odd_line;          /* the first line of the masthead that is understood in part */
};

/* The tree of `blocks`, whose marks have been lifted (ph_lift_marks). Never fails: what it does
 * not understand becomes a paragraph. */
struct ph_document *ph_recognise(const struct ph_blocks *blocks, const struct ph_lexicon *lexicon);

/* ---- between recognise.c, front.c, masthead.c and sections.c ---- */

/* The name of the lexicon's line pattern that the whole block matches; NULL: none. */
const char *ph_block_name(const struct ph_lexicon *lexicon, const struct ph_block *block,
                          struct ph_line *line);
bool ph_block_is(const struct ph_lexicon *lexicon, const struct ph_block *block, const char *name);

/* The footnote that a mark points to; NULL: none. */
struct ph_node *ph_note_of(const struct ph_recogniser *recogniser, const char *label);

/* The span of bytes [from, to) of a block. */
struct ph_span ph_span_of(struct ph_recogniser *recogniser, size_t block, size_t from, size_t to);
/* A node with bytes [from, to) of a block: its words, its runs as inlines but for the words that
 * are struck out (ph_weave), its span, its mark. */
struct ph_node *ph_node_of(struct ph_recogniser *recogniser, enum ph_kind kind, size_t block,
                           size_t from, size_t to);
/* The words of a block added to a node that was torn, behind a space. */
void ph_add_words(struct ph_recogniser *recogniser, struct ph_node *node, size_t block);

/* Puts the words that are struck out back into the nodes, as deleted ones: what they might have
 * kept from being recognised is recognised by now. Says whether the document is marked. */
void ph_weave(struct ph_recogniser *recogniser);

/* Makes the two ends of each move each other's twin: those of the same kind and words, in order. A
 * lone end is an insertion or a deletion. */
void ph_join_moves(struct ph_document *document);

/* What a block of the masthead, or of furniture elsewhere, says: sets the fields of `document`
 * (a DOCUMENT node) that it names. False when the block says nothing of the kind. */
bool ph_take_masthead(struct ph_recogniser *recogniser, struct ph_node *document, size_t block);
/* "64/256. Title": sets the number; *title is where the title starts. */
bool ph_take_number(struct ph_recogniser *recogniser, struct ph_node *document, size_t block,
                    size_t *title);
/* A field in the closing lines of `holder`, from bytes [from, to) of a block. */
void ph_add_closing(struct ph_recogniser *recogniser, struct ph_node *holder, enum ph_field name,
                    size_t block, size_t from, size_t to);

/* The lines before the body of the section in blocks [from, to): its fields, its title, and what
 * they do not explain as paragraphs. Returns the first block of the body: the organ's line of a
 * resolution, else the first that reads as a paragraph. */
size_t ph_recognise_front(struct ph_recogniser *recogniser, struct ph_node *holder, size_t from,
                          size_t to, bool resolution);

/* The blocks [from, to) as a document or the content of an annex; `resolution`: they hold the
 * organ's line. */
void ph_recognise_section(struct ph_recogniser *recogniser, struct ph_node *holder, size_t from,
                          size_t to, bool resolution);

#endif
