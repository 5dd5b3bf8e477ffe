/* Inside of the writer that puts changes into the file that they are changes of: what its files
 * share. The package is opened once; each part that is changed is read as paragraphs, gets its
 * changes as splices, and is written with all other bytes as they were. */
#ifndef PH_WRITE_INPLACE_INPLACE_H
#define PH_WRITE_INPLACE_INPLACE_H

#include "base/zip.h"
#include "doc/stretch.h"
#include "word/align.h"
#include "word/revise.h"
#include "write/write.h"

/* A part that is changed, or may be. */
struct ph_inplace_part {
    char *path; /* "word/document.xml" */
    struct ph_buffer bytes, out;
    struct ph_story story;
    struct ph_splices splices;
    unsigned char *paragraphs; /* of each: PH_INPLACE_... */
};

enum {
    PH_INPLACE_STAYS = 1,   /* something in it stays */
    PH_INPLACE_SPLIT = 2,   /* it becomes two */
    PH_INPLACE_ENDS_NEW = 4 /* and the end of the second is new, too: another follows it */
};

/* Words of a node that stand in the file. */
struct ph_inplace_place {
    const struct ph_node *node;
    const struct ph_span *span; /* in the file */
    struct ph_inplace_part *part;
    size_t paragraph;          /* the first */
    enum ph_wml_change change; /* of the whole node */
    bool said;                 /* nothing in it changes, but a comment comes to it */
    size_t order;              /* in the tree */
};

/* The paragraph that a new one is made like. */
struct ph_inplace_model {
    const struct ph_node *node; /* NULL: none */
    const struct ph_span *span;
    bool known; /* what follows was looked up */
    bool typed; /* its number stands in its text, with a tab or a space behind it */
    bool tab;
    size_t properties, properties_to;         /* w:pPr in the part; equal: none */
    size_t run_properties, run_properties_to; /* w:rPr of most of its words */
};

enum { PH_INPLACE_LEVELS = 10 };

/* The ranges of a move: the numbers of its two ends, and its name, a number as well. */
struct ph_inplace_move {
    const struct ph_node *from;
    long from_id, to_id, name;
};

/* What becomes of the marks of a footnote. On either side of the changes the first of its marks
 * carries it: where that is not the same, or one comes, the footnote goes with all its old marks,
 * and another of the same words comes with the new ones. */
struct ph_inplace_remade {
    const struct ph_node *node;
    bool old, goes;  /* it has old marks; the first of them goes */
    int comes, kept; /* how many marks of it are new, and how many stay */
    bool bound;      /* one stays in a header or a footer, where none can be put in */
    bool stays;      /* all that change are in headers and footers: it is left as it is */
    long id;         /* under which it is put in; 0: it is not yet */
    size_t order;    /* of the mark, while they are collected */
};

/* A footnote that is put in. */
struct ph_inplace_note {
    const struct ph_node *node;
    long id;
};

/* What footnotes and comments are made like. */
struct ph_inplace_note_model {
    size_t properties, properties_to; /* w:pPr in the part; equal: none */
    size_t mark, mark_to;             /* w:rPr of its own mark */
    size_t words, words_to;           /* w:rPr of its words */
    bool tab;                         /* stands behind the mark, else a space */
};

/* The w:rPr of a mark in the text. */
struct ph_inplace_look {
    bool known;
    size_t from, to; /* equal: none */
};

/* A comment that is put in. */
struct ph_inplace_comment {
    struct ph_comment said;
    long id;      /* 0: its words are nowhere in the text */
    bool moved;   /* it stands elsewhere */
    size_t order; /* as given */
};

struct ph_inplace {
    const char *name; /* of the file, for messages */
    const struct ph_document *marked;
    const struct ph_write_options *options;
    struct ph_buffer *remarks;
    struct ph_zip *zip;
    struct ph_inplace_part **parts;
    size_t part_count, part_capacity;
    struct ph_inplace_part *document; /* the main part */
    char *notes_path, *comments_path; /* of the footnotes, of the comments; NULL: it has none */
    char **margins;                   /* paths of the headers and footers */
    size_t margin_count, margin_capacity;
    struct ph_arena *arena;
    struct ph_signer signer;
    long first_own;                  /* number of a revision that is put in */
    struct ph_inplace_place *places; /* in the order of the file once they are sorted */
    size_t place_count, place_capacity;
    struct ph_letters letters, others;
    struct ph_alignment alignment;
    struct ph_revision revision;
    struct ph_inplace_model first[PH_KIND_COUNT][PH_INPLACE_LEVELS];
    struct ph_inplace_model last[PH_KIND_COUNT][PH_INPLACE_LEVELS];
    struct ph_inplace_model twin;  /* of one paragraph: of what moves now, or is split */
    struct ph_inplace_note *notes; /* in the order put in */
    size_t note_count, note_capacity;
    struct ph_inplace_look note_look, comment_look; /* of the first mark of each */
    struct ph_inplace_comment *comments;            /* by node, then in the order given */
    size_t comment_count, comment_capacity;
    struct ph_inplace_remade *remade; /* by address, once they are all found */
    size_t remade_count, remade_capacity;
    bool shares;                   /* all marks of a footnote are references to it in this file */
    struct ph_inplace_tail {       /* new paragraphs behind one whose end may have to be new */
        size_t anchor;             /* that paragraph, and one more; 0: there is none */
        struct ph_buffer inner;    /* of the last new one: what is behind its properties */
        struct ph_buffer own;      /* its own properties, with its mark */
        struct ph_buffer plain;    /* the same without it */
        enum ph_wml_change change; /* of it */
        bool first;                /* it is the first of them, too */
        bool over;                 /* the first comes into the paragraph, which goes */
        bool refused;              /* the end cannot be new: somebody has changed it */
    } tail;
    struct ph_buffer early; /* new paragraphs before all that the file has */
    size_t anchor;          /* the paragraph that new ones follow, and one more; 0: none yet */
    bool grows;             /* its last words are new */
    bool goes;              /* nothing in it stays */
    struct ph_inplace_move *moves; /* by address of their old ends */
    size_t move_count, move_capacity;
};

/* ---- package.c ---- */

enum ph_status ph_inplace_open(struct ph_inplace *inplace, const struct ph_buffer *package,
                               struct ph_error *error);
/* The part of that path; it is the package's. PH_NOTHING, PH_FORMAT, PH_LIMIT. */
enum ph_status ph_inplace_part(struct ph_inplace *inplace, const char *path,
                               struct ph_inplace_part **part, struct ph_error *error);
/* Adds a part that is changed as a whole, or new: its `out` is what is written. */
struct ph_inplace_part *ph_inplace_add_part(struct ph_inplace *inplace, const char *path);
/* Appends the package with all changes made. */
enum ph_status ph_inplace_write(struct ph_inplace *inplace, const struct ph_buffer *package,
                                struct ph_buffer *out, struct ph_error *error);
void ph_inplace_close(struct ph_inplace *inplace);

/* "FILE: PART, paragraph N: WHY", with what to do instead. */
enum ph_status ph_inplace_refuse(const struct ph_inplace *inplace, const char *part,
                                 size_t paragraph, const char *why, struct ph_error *error);

/* ---- places.c ---- */

/* Where a node stood in the file; NULL: it is new, or its words are nowhere in it. */
const struct ph_span *ph_inplace_span(const struct ph_node *node);
/* What becomes of a node as a whole. */
enum ph_wml_change ph_inplace_change(const struct ph_node *node);
/* Whether anything in it or of it changes. */
bool ph_inplace_is_changed(const struct ph_node *node);
/* Remembers where the words of a node stand. */
enum ph_status ph_inplace_add_place(struct ph_inplace *inplace, const struct ph_node *node,
                                    struct ph_error *error);
void ph_inplace_put_place(struct ph_inplace *inplace, struct ph_inplace_place place);
/* Says of the end of a paragraph what becomes of it. False: somebody has said something of it. */
bool ph_inplace_mark(struct ph_inplace *inplace, struct ph_inplace_part *part,
                     const struct ph_letter_paragraph *paragraph, enum ph_wml_change change);
/* Puts the changes of all words into the places that were added. */
enum ph_status ph_inplace_revise(struct ph_inplace *inplace, struct ph_error *error);

/* ---- gone.c ---- */

/* Whether a letter is one of what a reader sees. */
bool ph_inplace_is_shown(const struct ph_letters *letters, const struct ph_letter *letter);
/* The run whose look new words before a letter of inplace->letters have; NULL: there is none. */
const struct ph_letter_run *ph_inplace_look_at(const struct ph_inplace *inplace, size_t letter);
/* Lets all go that stands in the paragraphs of a place whose node goes, numbers and words of ours
 * too. False: something there stays. */
bool ph_inplace_take_whole(const struct ph_inplace *inplace, const struct ph_inplace_place *place);
/* Lets what belongs to words of a place go along with them: the `length` bytes of its node that
 * inplace->alignment holds. */
void ph_inplace_take_along(const struct ph_inplace *inplace, const struct ph_inplace_place *place,
                           size_t length);

/* ---- ends.c ---- */

/* Whether a paragraph can be parted between words that end before letter `behind` and words that
 * begin with letter `next`: nothing but a blank is lost there. */
bool ph_inplace_can_part(const struct ph_letters *letters, size_t behind, size_t next);
/* Whether the end of a paragraph can be new, or go: it says nothing of this paragraph alone (of a
 * section, a frame), and nobody else has said something of it. */
bool ph_inplace_can_end(const struct ph_letters *letters,
                        const struct ph_letter_paragraph *paragraph);
/* Puts a new end between the words of a place, which end before letter `behind` of
 * inplace->letters, and those of the next node, which begin at `next`. NULL; or why it cannot. */
const char *ph_inplace_split(struct ph_inplace *inplace, const struct ph_inplace_place *place,
                             size_t behind, size_t next);
/* Takes the end behind the words of a place away, and all up to the next node; a space comes before
 * letter `behind`. NULL; or why it cannot. */
const char *ph_inplace_merge(struct ph_inplace *inplace, const struct ph_inplace_place *place,
                             size_t behind);
/* Says that the end of a paragraph is new: of the last, where it becomes two. As ph_inplace_mark.
 */
bool ph_inplace_mark_end(struct ph_inplace *inplace, struct ph_inplace_part *part,
                         const struct ph_letter_paragraph *paragraph);

/* ---- words.c ---- */

/* The letters of a typed number at the beginning of a paragraph, in front of letter `begin`, from
 * *from on. False: it is not typed. */
bool ph_inplace_find_number(const struct ph_letters *letters, size_t begin, const char *number,
                            size_t *from);

/* Sets what becomes of the letters of a place, which are in inplace->letters, and what comes
 * between them. */
enum ph_status ph_inplace_words(struct ph_inplace *inplace, const struct ph_inplace_place *place,
                                struct ph_error *error);

/* ---- remade.c ---- */

/* Notes what becomes of the footnote marks in a node's words; in the order of the text. */
void ph_inplace_see_marks(struct ph_inplace *inplace, const struct ph_node *node);
void ph_inplace_end_marks(struct ph_inplace *inplace); /* all were seen */
/* Whether a footnote goes with its old marks, and comes with others. */
bool ph_inplace_is_remade(const struct ph_inplace *inplace, const struct ph_node *footnote);
/* Whether a mark that stays goes with its footnote and comes with the other; whether a node has
 * such a mark. */
bool ph_inplace_is_replaced(const struct ph_inplace *inplace, const struct ph_node *node,
                            const struct ph_inline *mark);
bool ph_inplace_is_remarked(const struct ph_inplace *inplace, const struct ph_node *node);
/* Whether a footnote that comes has more than one mark. */
bool ph_inplace_is_repeated(const struct ph_inplace *inplace, const struct ph_node *footnote);
/* What is known of a footnote; NULL: it has no mark. */
struct ph_inplace_remade *ph_inplace_remade(const struct ph_inplace *inplace,
                                            const struct ph_node *footnote);
/* Whether a footnote is left as it is. */
bool ph_inplace_is_left(const struct ph_inplace *inplace, const struct ph_node *footnote);

/* ---- references.c ---- */

/* Whether some footnote of the file has more than one reference. */
bool ph_inplace_refers_twice(const struct ph_inplace *inplace);
/* The number of a footnote in the file; 0: it is not found there. */
long ph_inplace_note_id(struct ph_inplace *inplace, const struct ph_node *footnote);

/* ---- margins.c ---- */

/* Whether a node is a fact of the masthead that stands in a header or a footer. */
bool ph_inplace_is_margin(const struct ph_inplace *inplace, const struct ph_node *node);
/* Remembers where else in headers and footers the words of a fact stand that changes. */
enum ph_status ph_inplace_add_margins(struct ph_inplace *inplace, const struct ph_node *field,
                                      struct ph_error *error);

/* ---- runs.c ---- */

/* Adds runs for a stretch of a node's words that looks like the run with these properties in
 * `part`. */
void ph_inplace_add_run(struct ph_inplace *inplace, const struct ph_inplace_part *part, size_t from,
                        size_t to, const struct ph_node *node, const struct ph_stretch *stretch,
                        struct ph_buffer *out);
/* The same for words of no node, with tabs. */
void ph_inplace_add_typed(struct ph_inplace *inplace, const struct ph_inplace_part *part,
                          size_t from, size_t to, const char *text, struct ph_buffer *out);

/* Whether words of a kind look as their paragraph does, whatever the new document looks like. */
bool ph_inplace_keeps_look(enum ph_kind kind);
/* Lets words that stay look as a stretch of them does: letters [from, to) of inplace->letters.
 * Where that cannot be, they keep their look: false; or, where nobody asks, a remark says so. */
bool ph_inplace_restyle(struct ph_inplace *inplace, const struct ph_inplace_place *place,
                        const struct ph_stretch *stretch, size_t from, size_t to);

/* ---- models.c ---- */

/* Whether a span (NULL: none) is in the main part. */
bool ph_inplace_is_in_text(const struct ph_inplace *inplace, const struct ph_span *span);
/* Lets new paragraphs of its kind be made like a node that stands in the file: `first`: where none
 * stands before them. */
void ph_inplace_learn(struct ph_inplace *inplace, const struct ph_node *node, bool first);
/* What a paragraph of that kind, and that for a node, is made like: one of its kind and level that
 * stands near, its own old end where it moved; nothing is set where there is none. Valid until the
 * next call. */
const struct ph_inplace_model *ph_inplace_model_of(struct ph_inplace *inplace, enum ph_kind kind);
const struct ph_inplace_model *ph_inplace_model_for(struct ph_inplace *inplace,
                                                    const struct ph_node *node);
/* What a paragraph like that of a node, which stands in the main part, is made like. */
const struct ph_inplace_model *ph_inplace_model_at(struct ph_inplace *inplace,
                                                   const struct ph_node *node);
/* Whether Word makes the number of a paragraph like the model. */
bool ph_inplace_is_numbered(const struct ph_node *node, const struct ph_inplace_model *model);

/* ---- paragraphs.c ---- */

/* New paragraphs come behind those of this node from now on. */
enum ph_status ph_inplace_follow(struct ph_inplace *inplace, const struct ph_node *node,
                                 struct ph_error *error);
/* Adds a run with the number of a new paragraph, where numbers are typed. */
void ph_inplace_add_number(struct ph_inplace *inplace, const struct ph_node *node,
                           const struct ph_inplace_model *model, struct ph_buffer *out);
/* Puts that content, with the revision around it, in as a new paragraph for a node. */
void ph_inplace_put_content(struct ph_inplace *inplace, const struct ph_node *node,
                            const struct ph_inplace_model *model, const struct ph_buffer *content);
/* Puts a node in as a new paragraph. */
enum ph_status ph_inplace_add_paragraph(struct ph_inplace *inplace, const struct ph_node *node,
                                        struct ph_error *error);
/* Puts bytes behind the new paragraphs so far. */
void ph_inplace_add_behind(struct ph_inplace *inplace, const char *text);
/* Ends the new paragraphs. */
enum ph_status ph_inplace_end_paragraphs(struct ph_inplace *inplace, struct ph_error *error);

/* ---- tail.c ---- */

/* Whether the last words of a node that stays, or a footnote mark behind them, are new. */
bool ph_inplace_grows(const struct ph_node *node);
/* Puts the new paragraph in that is held back in inplace->tail, if one is: another follows it. */
void ph_inplace_pass_tail(struct ph_inplace *inplace);
/* The same where none follows it: with its own properties and its mark, or with those of the one
 * whose end it has. */
enum ph_status ph_inplace_end_tail(struct ph_inplace *inplace, struct ph_error *error);

/* ---- moves.c ---- */

/* Remembers the moves, each by its old end; then all are known. */
void ph_inplace_see_move(struct ph_inplace *inplace, const struct ph_node *node);
void ph_inplace_end_moves(struct ph_inplace *inplace);
/* The beginning of the range of a move, of the end that the node is. */
void ph_inplace_begin_move(struct ph_inplace *inplace, const struct ph_node *node,
                           struct ph_buffer *out);
/* The node and all in it were walked: the range of its move ends. */
void ph_inplace_end_move(struct ph_inplace *inplace, const struct ph_node *node);

/* ---- masthead.c ---- */

/* Puts the lines of a masthead in that come as a whole, and says what is left out. */
enum ph_status ph_inplace_add_masthead(struct ph_inplace *inplace, const struct ph_node *masthead,
                                       struct ph_error *error);

/* ---- notes.c ---- */

/* Adds a run with a new footnote mark of a node, and the footnote itself, once; where it is not the
 * first mark of its footnote, a field that refers to that. */
void ph_inplace_add_note(struct ph_inplace *inplace, const struct ph_node *node,
                         const struct ph_inline *mark, struct ph_buffer *out);
/* Writes the footnotes that were put in. */
enum ph_status ph_inplace_end_notes(struct ph_inplace *inplace, struct ph_error *error);

/* ---- note_models.c ---- */

/* Looks up the first mark of that name in the text ("footnoteReference"), once. */
const struct ph_inplace_look *ph_inplace_mark_look(struct ph_inplace *inplace,
                                                   struct ph_inplace_look *look, const char *mark);
/* What the first footnote or comment of a part is like, by its own mark ("footnoteRef"). */
struct ph_inplace_note_model ph_inplace_model_note(struct ph_inplace *inplace,
                                                   const struct ph_story *story, const char *mark);

/* ---- new_part.c ---- */

/* Puts `text` behind all that the root of a part holds. */
void ph_inplace_put_last(struct ph_inplace_part *part, const char *text);
/* Adds the part "NAME.xml" to a package that has no such part, with what it holds, in the namespace
 * w, its type and the relation to it. */
enum ph_status ph_inplace_make_part(struct ph_inplace *inplace, const char *name,
                                    const char *content, struct ph_inplace_part **part,
                                    struct ph_error *error);

/* ---- comments.c ---- */

/* Remembers what is to be said: as the options have it, and the sources of the paragraphs. */
void ph_inplace_see_comments(struct ph_inplace *inplace);
/* Whether something is to be said of a node. */
bool ph_inplace_is_said(const struct ph_inplace *inplace, const struct ph_node *node);
/* Where the words of a place begin that comments are for, and where they end: its letters are in
 * inplace->letters, and inplace->alignment holds its words if they were `found`; else it is the
 * paragraph as a whole. What else comes at the same letter comes between the two. */
void ph_inplace_begin_comments(struct ph_inplace *inplace, const struct ph_inplace_place *place,
                               bool found);
void ph_inplace_end_comments(struct ph_inplace *inplace, const struct ph_inplace_place *place,
                             bool found);
/* The same around the words of a node that comes as a whole. */
void ph_inplace_open_comments(struct ph_inplace *inplace, const struct ph_node *node,
                              struct ph_buffer *out);
void ph_inplace_close_comments(struct ph_inplace *inplace, const struct ph_node *node,
                               struct ph_buffer *out);
/* Puts a comment around what is not its words. */
void ph_inplace_put_comment(struct ph_inplace *inplace, struct ph_inplace_comment *comment,
                            struct ph_buffer *start, struct ph_buffer *end);
/* Puts those that have no words in the text at the title, and writes all comments
 * (comments_part.c). */
enum ph_status ph_inplace_write_comments(struct ph_inplace *inplace, struct ph_error *error);

#endif
