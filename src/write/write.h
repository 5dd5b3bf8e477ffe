/* Writers: a const tree into a buffer, one file for each format. They decide nothing about
 * words: numbers, labels and footnote numbers are asked from the tree (doc/node.h). */
#ifndef PH_WRITE_WRITE_H
#define PH_WRITE_WRITE_H

#include <stdbool.h>

#include "base/buffer.h"
#include "base/status.h"
#include "compare/compare.h"
#include "doc/finding.h"
#include "doc/node.h"

/* What is said of words of a document. */
struct ph_comment {
    const struct ph_node *node;
    size_t from, to;       /* bytes of its words; equal: all of them */
    const char *text;      /* a paragraph a line */
    const char *elsewhere; /* what is said at the title where the words are not in the text; NULL:
                              nothing */
};

/* A node whose changes were refused, and why: a clause that lives for ever. */
struct ph_refusal {
    const struct ph_node *node;
    const char *why;
};

/* free() the list. */
struct ph_refused {
    struct ph_refusal *nodes;
    size_t count, capacity;
    const char *why; /* of those that are added now; NULL: what was made is not what was meant */
};
void ph_refuse(struct ph_refused *refused, const struct ph_node *node); /* adds one */

struct ph_html_findings;

struct ph_write_options {
    int width;          /* text: columns, 0 means 80 */
    bool colour;        /* text: bold placeholders, coloured changes */
    bool sources;       /* docx, html, text: say where each paragraph comes from */
    bool source_table;  /* the same, in a table behind the document */
    bool checklist;     /* text, html: the checklist behind the document */
    const char *author; /* docx: of tracked changes and comments; NULL: "penholder" */
    const char *date; /* docx: of both, ISO 8601, a day or a moment in UTC; NULL: none is written */
    const struct ph_comment *comments; /* docx, in the user's own as well: beside the sources */
    size_t comment_count;
    struct ph_refused *refused; /* in the user's own .docx: takes the nodes whose changes cannot be
                                   put in safely; NULL: nobody asks */
    struct ph_html_findings *findings; /* html: put beside what they are about
                                           (write/html_findings.h); NULL: none */
    const struct ph_changes *changes;  /* html, edits: what a comparison amounts to; NULL: no one
                                           compared */
};

typedef enum ph_status ph_writer(const struct ph_document *document,
                                 const struct ph_write_options *options, struct ph_buffer *out,
                                 struct ph_error *error);

/* In JSON places are counted in code points, numbers of a document that was read are as printed,
 * and the keys stand in a fixed order. */
/* What changed in a marked document, as JSON: a list of edits and the concordance. */
ph_writer ph_write_edits;
ph_writer ph_write_text, ph_write_html, ph_write_json, ph_write_akn, ph_write_dump;
/* What a document asks for, as a file of facts (draft/answers.h) in which each is a comment. */
ph_writer ph_write_facts;
ph_writer ph_write_docx, ph_write_flatopc; /* read templates/docx */

/* Puts a marked document (compare/compare.h) into the package of the old one, a .docx: its words
 * get their changes as tracked ones, and every byte of every part that is not changed stays. `name`
 * is what messages and remarks call the file; what is left out is a line of `remarks`. Comments,
 * and the sources of the paragraphs, come as Word comments beside those of others; a table of
 * sources is PH_USAGE: it would be text of the file. Where nothing is changed or said, the same
 * bytes. PH_FORMAT where a change cannot be put in safely, with part and paragraph. Only what the
 * caller reads back and finds to be the old and the new document should be written. */
enum ph_status ph_write_inplace(const char *name, const struct ph_buffer *package,
                                const struct ph_document *marked,
                                const struct ph_write_options *options, struct ph_buffer *out,
                                struct ph_buffer *remarks, struct ph_error *error);

/* Puts the words of `after` into a typed text (plain text or Markdown) that was read as `before`:
 * both have the same nodes, and what they say alike keeps its bytes, line breaks and indents.
 * `name` is what messages call the file. PH_FORMAT with line and paragraph where the words of a
 * changed one are not found in the text. Only what the caller reads back should be written. */
enum ph_status ph_write_intext(const char *name, const struct ph_buffer *bytes,
                               const struct ph_lexicon *lexicon, const struct ph_document *before,
                               const struct ph_document *after, struct ph_buffer *out,
                               struct ph_error *error);

/* Says while documents are compared which ends of paragraphs can be new, or go, in the package of
 * the old one (struct ph_compare_order): no section, frame or field, nothing of somebody else's,
 * and no element that cannot be cut is in the way. `name` and `package`, which stay the caller's,
 * as above; the caller frees the judge. */
struct ph_inplace_judge *ph_inplace_judge(const char *name, const struct ph_buffer *package);
bool ph_inplace_may_end(void *judge, const struct ph_node *first, const struct ph_node *second,
                        enum ph_end end);
void ph_inplace_judge_free(struct ph_inplace_judge *judge);

/* Findings about one document. `name` is the file. */
struct ph_findings_view {
    const char *name;
    const struct ph_document *document;
    const struct ph_findings *findings;
};
/* FILE: OP 8: error: message [rule], then the words with a caret line; a summary line last. */
void ph_write_findings_text(const struct ph_findings_view *views, size_t count,
                            const struct ph_write_options *options, struct ph_buffer *out);
void ph_write_findings_json(const struct ph_findings_view *views, size_t count,
                            struct ph_buffer *out);
/* What a comment says of each finding of a view, whose words are at `places` (one for each) in the
 * document that is written: the message, the fix and the source of the rule. Those of a footnote
 * stand at its first mark. The caller frees the list; its texts live in `arena`. */
struct ph_comment *ph_findings_comments(const struct ph_findings_view *view,
                                        const struct ph_finding_place *places,
                                        struct ph_arena *arena);
/* The documents as one web page, with the words marked and below each paragraph what is found in
 * it.
 */
enum ph_status ph_write_findings_html(const struct ph_findings_view *views, size_t count,
                                      struct ph_buffer *out, struct ph_error *error);
/* SARIF 2.1.0, with fixes; offsets are code points of the paragraph's words, which are artifacts
 * nested in the file. */
void ph_write_findings_sarif(const struct ph_findings_view *views, size_t count,
                             struct ph_buffer *out);

/* The checklist alone: place, words, why; one item a line. Nothing where there is none. */
void ph_write_checklist(const struct ph_document *document, const struct ph_write_options *options,
                        struct ph_buffer *out);

/* The table of formats: PH_FORMAT_ROW in formats.def. */
struct ph_format {
    const char *name;
    ph_writer *write;
    const char *what;
    bool binary; /* not for a terminal */
    bool word;   /* for Word: a draft in it is tracked where nothing else is asked for */
};
extern const struct ph_format ph_formats[];
extern const size_t ph_format_count;
const struct ph_format *ph_format_find(const char *name); /* NULL: none */
/* By the ending of a file name (".docx", ".xml" is flatopc, ".txt", ...); NULL: none. */
const struct ph_format *ph_format_of_file(const char *path);

#endif
