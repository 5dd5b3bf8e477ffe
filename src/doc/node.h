/* The tree: what a resolution, a draft, a letter or a memorandum is, whatever file it came from.
 *
 * One kind of node, owned by the document's arena: nothing is freed alone. A paragraph's number,
 * its opening phrase, footnote marks and italics are properties, not characters of its text, so
 * that renumbering is not a change of words. */
#ifndef PH_DOC_NODE_H
#define PH_DOC_NODE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/memory.h"
#include "un/lexicon.h"

enum ph_kind {
#define PH_KIND(name, text, what) PH_##name,
#include "doc/kinds.def"
#undef PH_KIND
    PH_KIND_COUNT
};

enum ph_field {
#define PH_FIELD(name, text, what) PH_FIELD_##name,
#include "doc/fields.def"
#undef PH_FIELD
    PH_FIELD_COUNT
};

/* What a document is. */
enum ph_genre { PH_RESOLUTION, PH_DRAFT, PH_LETTER, PH_MEMORANDUM, PH_OTHER_GENRE };

/* Properties of a stretch of text. */
enum ph_inline_kind {
    PH_ITALIC,
    PH_BOLD,
    PH_SUPERSCRIPT,
    PH_NOTE,        /* a footnote mark: from == to, `note` is the footnote */
    PH_PLACEHOLDER, /* what only a person knows, brackets included; `name` of the fact, `why` */
    PH_REVIEW,      /* words kept that a person must look at; `why` says what may be false */
    PH_SOURCE,      /* a sentence of a memorandum; `why` says where it comes from */
    PH_INSERTED,    /* by compare/, or tracked in the file that was read */
    PH_DELETED,
    PH_RESTYLED /* by compare/: words that stay and looked otherwise; `name` says how: "italic
                   bold superscript", those of them that held, "" for none */
};

struct ph_node;

enum ph_trace_kind {
#define PH_TRACE(name, text, what) PH_TRACE_##name,
#include "doc/traces.def"
#undef PH_TRACE
    PH_TRACE_COUNT
};

/* Bytes [from, to) of a text; from == to: a place, of what stands behind the words before it. */
struct ph_trace {
    enum ph_trace_kind kind;
    size_t from, to;
};

struct ph_inline {
    enum ph_inline_kind kind;
    size_t from, to;      /* bytes of the text; characters are never cut */
    struct ph_node *note; /* PH_NOTE */
    const char *name;     /* PH_PLACEHOLDER: "report-symbol", the fact's name for --set; PH_NOTE:
                             "inserted", "deleted", NULL; PH_RESTYLED: see there */
    const char *why;      /* PH_PLACEHOLDER, PH_REVIEW: for the checklist, a whole clause */
};

/* Words, and what holds of stretches of them. Valid UTF-8, single spaces, trimmed; never
 * NULL. The inlines are in order of `from`, and of `to` descending where they start together. */
struct ph_text {
    const char *bytes;
    size_t length;
    struct ph_inline *inlines;
    size_t count, capacity;
    struct ph_trace *traces; /* of the file that was read: no property of the words, so whoever
                                compares or writes passes over them; in order of `from` in a kind */
    size_t trace_count;
};

/* Words that stand in one run of a Word document: from that byte of the block on, up to the next
 * run. Paragraphs (w:p) are counted in their part, runs (w:r) in their paragraph, both from 0, in
 * the order of the file, whatever they stand in; of
 * alternative contents only the first choice counts. */
struct ph_span_run {
    size_t from, paragraph, run;
};

/* Where a node stood in its source: for findings, comments and tracked changes. */
struct ph_span {
    const char *source; /* file name; NULL: made by the program */
    size_t block;       /* block of the source, from 0 */
    size_t from, to;    /* bytes of that block's text */
    int line;           /* first line, from 1; 0: unknown */
    const char *part;   /* of a package: "word/document.xml"; NULL: the file has no parts */
    const struct ph_span_run *runs; /* of the block's words, in order; without a part: none */
    size_t run_count;
};

/* Where the words come from: the "agreed language". */
enum ph_how { PH_AS_READ, PH_VERBATIM, PH_ADVANCED, PH_TEMPLATE, PH_UNKNOWN };

struct ph_origin {
    enum ph_how how;
    const char *symbol; /* "73/331": short number, or the name of a file */
    const char *label;  /* "OP8" */
    int times;          /* how many members have had this paragraph, this draft's included; 0: - */
    const char *note;   /* "session + 2 (4 of 4, rule session-ahead)"; NULL: nothing was moved */
    const struct ph_node *node; /* that paragraph: its document may go away before this one */
};

/* What comparing found. A deleted node stands in the tree where it was. */
enum ph_mark { PH_UNMARKED, PH_NODE_INSERTED, PH_NODE_DELETED, PH_MOVED_FROM, PH_MOVED_TO };

/* What became of the end of a paragraph that stays: the paragraph and its next sibling, which stays
 * too, were one (PH_END_INSERTED: it was split) or are to be one (PH_END_DELETED: they are merged).
 * Where they are one, a space stands between their words, and the number, the opening phrase and
 * the rest are those of the first. */
enum ph_end { PH_END_KEPT, PH_END_INSERTED, PH_END_DELETED };

struct ph_node {
    enum ph_kind kind;
    enum ph_mark mark;
    enum ph_end end;
    struct ph_node *parent, *previous, *next, *first, *last;
    struct ph_document *document;
    struct ph_text text;
    struct ph_span span;
    struct ph_origin origin;
    const struct ph_node *twin; /* compare/: the other end of a move */
    const char *was; /* compare/: the label in the old document, where it is in that; or NULL */
    const struct ph_span *before; /* compare/: where a node that stays stood in the old document */
    size_t folded; /* plus 1, the byte of the text as read where its reader first left out a second
                      space, a mark that nobody sees or the end of a paragraph; 0: nowhere */
    int order; /* among siblings of its kind, from 1; footnotes: by first mention, 0: none, '*' */
    union {
        struct {
            enum ph_genre genre;
        } document;
        struct {
            enum ph_field name;
        } field;
        struct {                /* PREAMBULAR, OPERATIVE, SUBPARAGRAPH, PARAGRAPH */
            const char *number; /* as printed: "8.", "(a)"; NULL: none */
            int level;          /* 1; sub-paragraphs 2, 3, ... */
            struct ph_opening opening;
        } paragraph;
        struct {
            const char *number; /* "I", "A"; NULL: none */
            int level;
        } heading;
        struct {
            const char *label; /* "Annex I", "Annex" */
        } annex;
        struct {
            const char *mark;            /* as printed: "3", "*" */
            const struct ph_node *first; /* the node that mentions it first, and where */
            size_t at;
        } footnote;
    } as;
};

struct ph_document {
    struct ph_arena *arena;
    struct ph_node *root;
    const struct ph_lexicon *lexicon; /* whose words it is written in; it must outlive the document.
                                         NULL: nobody knows, and no date or citation is read */
    const char *source;               /* file name, for messages */
    bool marked;            /* holds marks of compare/, or of changes tracked in the file */
    const char *remarks;    /* what its reader has to say, a line each; NULL: nothing */
    const char *properties; /* what the file says of itself beside the text, a line each: "creator:
                               A. Khan" (read/docx/properties.h); NULL: nothing */
};

/* ---- making ---- */

struct ph_document *ph_document_new(const char *source);
void ph_document_free(struct ph_document *document); /* NULL is allowed */

/* A node of the document's arena, in no place yet. The text is copied. */
struct ph_node *ph_node_new(struct ph_document *document, enum ph_kind kind, const char *text);
/* A child at the end; asserts that the grammar of the tree allows it. Returns `child`. */
struct ph_node *ph_append(struct ph_node *parent, struct ph_node *child);
/* Before `sibling`, under its parent. */
struct ph_node *ph_insert_before(struct ph_node *sibling, struct ph_node *node);
void ph_unlink(struct ph_node *node); /* out of the tree; the arena still owns it */
bool ph_node_may_contain(enum ph_kind parent, enum ph_kind child);

/* Short forms: a node appended with its text; a masthead field (the masthead is made when
 * missing; one that is there already is replaced unless the field is DRAFT). An empty value adds
 * nothing and returns NULL. */
struct ph_node *ph_add(struct ph_node *parent, enum ph_kind kind, const char *text);
struct ph_node *ph_set_field(struct ph_node *document, enum ph_field name, const char *value);

/* A deep copy of `node`, without its siblings, into another document; footnote marks point to
 * copies of their footnotes made by ph_copy_document only (in a copy of a part they are kept
 * pointing to the original's footnotes: the caller maps them). */
struct ph_node *ph_node_copy(struct ph_document *to, const struct ph_node *node);
struct ph_document *ph_document_copy(const struct ph_document *document);
/* A copy of a span that the arena owns. */
struct ph_span ph_span_copy(struct ph_arena *arena, const struct ph_span *span);

/* Takes out the masthead, the closing lines, and the footnotes that nothing else mentions; counts
 * anew. */
void ph_document_keep_body(struct ph_document *document);

/* ---- text ---- */

void ph_text_set(struct ph_node *node, const char *bytes, size_t length); /* drops inlines */
struct ph_inline *ph_text_mark(struct ph_node *node, enum ph_inline_kind kind, size_t from,
                               size_t to); /* keeps the order; the names are left NULL */
/* Replaces bytes [from, to) and moves the inlines along: those behind shift, those around grow,
 * those inside vanish, except footnote marks, which end up behind the new words. */
void ph_text_replace(struct ph_node *node, size_t from, size_t to, const char *bytes,
                     size_t length);

/* Takes over traces; those of a text that is made longer or shorter move along (ph_text_replace).
 */
void ph_text_add_traces(struct ph_node *node, const struct ph_trace *traces, size_t count);

/* ---- asking ---- */

const char *ph_trace_name(enum ph_trace_kind kind);
int ph_trace_by_name(const char *name); /* -1: none */
/* Names as in the tables; ph_..._by_name: -1: none. */
const char *ph_kind_name(enum ph_kind kind);
int ph_kind_by_name(const char *name);
const char *ph_genre_name(enum ph_genre genre);
int ph_genre_by_name(const char *name);
const char *ph_field_name(enum ph_field field);
int ph_field_by_name(const char *name);

/* The first field of that name of a document node (masthead or closing), NULL when missing;
 * ph_field_text gives its words, NULL when missing. */
struct ph_node *ph_field_node(const struct ph_node *document, enum ph_field name);
const char *ph_field_text(const struct ph_node *document, enum ph_field name);
/* The session of a document: from its session line, else its symbol or number; 0: unknown. */
int ph_document_session(const struct ph_node *document);
/* The short number "73/331", the symbol, or the source's name: how people call it. */
const char *ph_document_name(const struct ph_node *document);
/* The title's words; "" when there is none. */
const char *ph_document_title(const struct ph_node *document);

bool ph_is_paragraph(const struct ph_node *node); /* has as.paragraph */
/* Whether the end of the paragraph before it goes (PH_END_DELETED) or is new (PH_END_INSERTED). */
bool ph_goes_on(const struct ph_node *node, enum ph_end end);

/* Counts everything anew: ->order of all nodes, first mentions of footnotes. Whoever makes or
 * changes a tree calls it at the end; labels and numbers below are as of the last call. Deleted
 * nodes do not count, and what is merged into the paragraph before it counts as that. */
void ph_document_number(struct ph_document *document);

/* The label people use, by order and not as printed: "PP3", "OP8", "OP8 (a)", "OP8 (a) (ii)",
 * "heading II", "footnote 3", "Annex I, para. 2", "title", "symbol". Writes into `out`. Inside a
 * draft of an annex: "Annex II, OP3". */
const char *ph_label(const struct ph_node *node, char *out, size_t size);

/* The number by order: operative paragraphs "8." (NULL where a lone one has none: rule 13),
 * sub-paragraphs "(a)", "(i)", "a." by level; preambular NULL; others as printed. Writes into
 * `out` and returns it, or NULL. */
const char *ph_number(const struct ph_node *node, char *out, size_t size);

/* a, b, ... z, aa, bb, ...; i, ii, iii, iv, ... below 1000, else nothing. `order` from 1; cut to
 * `size`. */
void ph_number_letter(int order, char *out, size_t size);
void ph_number_roman(int order, char *out, size_t size);

/* The number of a footnote by the order of first mention, from 1; 0 for '*' notes and for notes
 * that nothing mentions. ph_note_repeated: an inline that is not the first to mention it. */
int ph_note_number(const struct ph_node *footnote);
bool ph_note_repeated(const struct ph_node *node, const struct ph_inline *mark);

#endif
