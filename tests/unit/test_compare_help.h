/* What the tests of comparing share: trees in one line, marked texts in one line, and the proof
 * that nothing was lost: accepting gives the new document, rejecting the old one. */
#ifndef PH_TEST_COMPARE_HELP_H
#define PH_TEST_COMPARE_HELP_H

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "compare/compare.h"
#include "doc/forms.h"
#include "doc/walk.h"

static inline struct ph_lexicon *the_lexicon(void)
{
    static struct ph_lexicon *lexicon; /* freed by free_lexicon */
    struct ph_error error;
    if (!lexicon)
        cr_assert_eq(ph_lexicon_load(NULL, &lexicon, &error), PH_OK, "%s", error.message);
    return lexicon;
}

/* A paragraph with its opening phrase. */
static inline struct ph_node *add_paragraph(struct ph_node *parent, enum ph_kind kind,
                                            const char *text)
{
    struct ph_node *node = ph_add(parent, kind, text);
    enum ph_part part = kind == PH_PREAMBULAR  ? PH_PREAMBLE
                        : kind == PH_OPERATIVE ? PH_OPERATIVE_PART
                                               : PH_NO_PART;
    ph_lexicon_opening(the_lexicon(), text, strlen(text), part, &node->as.paragraph.opening);
    return node;
}

static inline struct ph_node *add_footnote(struct ph_document *document, const char *text)
{
    struct ph_node *note = ph_add(document->root, PH_FOOTNOTE, text);
    note->as.footnote.mark = "1";
    return note;
}

/* A mark of `note` behind the words `words`. */
static inline void mention(struct ph_node *node, const char *words, struct ph_node *note)
{
    const char *found = strstr(node->text.bytes, words);
    cr_assert(found, "'%s' is not in '%s'", words, node->text.bytes);
    size_t at = (size_t)(found - node->text.bytes) + strlen(words);
    ph_text_mark(node, PH_NOTE, at, at)->note = note;
}

/* A document of one operative paragraph. */
static inline struct ph_document *one_paragraph(enum ph_kind kind, const char *text)
{
    struct ph_document *document = ph_document_new("test");
    add_paragraph(document->root, kind, text);
    ph_document_number(document);
    return document;
}

/* ---- marked texts in one line: [-deleted-] {+inserted+} ^note ---- */

static inline void put_edges(const struct ph_text *text, size_t at, bool opening,
                             struct ph_buffer *out)
{
    for (size_t i = 0; i < text->count; i++) {
        const struct ph_inline *mark = &text->inlines[i];
        bool here = mark->from < mark->to && (opening ? mark->from : mark->to) == at;
        if (here && mark->kind == PH_INSERTED)
            ph_buffer_put(out, opening ? "{+" : "+}");
        if (here && mark->kind == PH_DELETED)
            ph_buffer_put(out, opening ? "[-" : "-]");
    }
}

static inline void put_notes(const struct ph_text *text, size_t at, struct ph_buffer *out)
{
    for (size_t i = 0; i < text->count; i++) {
        const struct ph_inline *mark = &text->inlines[i];
        if (mark->kind != PH_NOTE || mark->from != at)
            continue;
        const char *state = !mark->name ? "^" : mark->name[0] == 'i' ? "^+" : "^-";
        ph_buffer_put(out, state);
    }
}

/* The caller frees. */
static inline char *marked_line(const struct ph_node *node)
{
    struct ph_buffer out = {0};
    for (size_t at = 0; at <= node->text.length; at++) {
        put_edges(&node->text, at, false, &out);
        put_notes(&node->text, at, &out);
        put_edges(&node->text, at, true, &out);
        if (at < node->text.length)
            ph_buffer_char(&out, node->text.bytes[at]);
    }
    return ph_buffer_take(&out);
}

static inline void expect_line(const struct ph_node *node, const char *expected)
{
    char *line = marked_line(node);
    cr_expect_str_eq(line, expected, "got      %s\nexpected %s", line, expected);
    free(line);
}

/* ---- words and structure of a plain document ---- */

static inline void put_text(const struct ph_node *node, struct ph_buffer *out)
{
    ph_buffer_put(out, node->text.bytes);
    for (size_t i = 0; i < node->text.count; i++) {
        const struct ph_inline *mark = &node->text.inlines[i];
        cr_expect(mark->kind != PH_INSERTED && mark->kind != PH_DELETED, "a mark is left");
        cr_expect(mark->kind != PH_NOTE || !mark->name, "a footnote mark still says what it was");
        if (mark->kind == PH_NOTE)
            ph_buffer_printf(out, " ^%zu '%s'", mark->from, mark->note->text.bytes);
    }
    ph_buffer_char(out, '\n');
}

static inline int by_text(const void *a, const void *b)
{
    return strcmp(*(char *const *)a, *(char *const *)b);
}

/* Nodes of a kind in the order of their words: footnotes and fields have no order of their own. */
static inline void put_sorted(const struct ph_document *document, enum ph_kind kind,
                              struct ph_buffer *out)
{
    char **lines = NULL;
    size_t count = 0, capacity = 0;
    for (const struct ph_node *node = NULL; (node = ph_next_of(document->root, node, kind));) {
        struct ph_buffer line = {0};
        ph_buffer_printf(&line, "%s %d ", ph_kind_name(kind),
                         kind == PH_FIELD ? (int)node->as.field.name : 0);
        put_text(node, &line);
        lines = ph_grow(lines, count, &capacity, sizeof *lines);
        lines[count++] = ph_buffer_take(&line);
    }
    if (count)
        qsort(lines, count, sizeof *lines, by_text);
    for (size_t i = 0; i < count; i++) {
        ph_buffer_put(out, lines[i]);
        free(lines[i]);
    }
    free(lines);
}

/* The caller frees. */
static inline char *plain_form(const struct ph_document *document)
{
    struct ph_buffer out = {0};
    struct ph_walk walk = ph_walk_start(document->root);
    while (ph_walk_step(&walk)) {
        const struct ph_node *node = walk.node;
        if (node->kind == PH_FIELD || node->kind == PH_FOOTNOTE)
            continue;
        if (walk.leaving) {
            ph_buffer_put(&out, "<\n");
            continue;
        }
        cr_expect_eq(node->mark, PH_UNMARKED, "a node is still marked");
        ph_buffer_printf(&out, "%s: ", ph_kind_name(node->kind));
        put_text(node, &out);
    }
    put_sorted(document, PH_FIELD, &out);
    put_sorted(document, PH_FOOTNOTE, &out);
    return ph_buffer_take(&out);
}

static inline void expect_same_form(const struct ph_document *got,
                                    const struct ph_document *expected, const char *what)
{
    const char *fault = ph_verify(got);
    char *a = plain_form(got), *b = plain_form(expected);
    cr_expect_null(fault, "%s: %s", what, fault);
    cr_expect_str_eq(a, b, "%s\n--- got\n%s\n--- expected\n%s", what, a, b);
    free(a);
    free(b);
}

/* Compares, proves the round trip and gives the marked document to the caller. */
static inline struct ph_document *compare_and_prove_with(unsigned ways,
                                                         const struct ph_document *before,
                                                         const struct ph_document *after,
                                                         struct ph_changes *changes)
{
    struct ph_document *marked = ph_compare_with(ways, the_lexicon(), before, after, changes);
    const char *fault = ph_verify(marked);
    cr_expect_null(fault, "%s", fault);
    cr_expect(marked->marked);
    struct ph_document *accepted = ph_compare_take(marked, true);
    struct ph_document *rejected = ph_compare_take(marked, false);
    expect_same_form(accepted, after, "accepted");
    expect_same_form(rejected, before, "rejected");
    ph_document_free(accepted);
    ph_document_free(rejected);
    return marked;
}

static inline struct ph_document *compare_and_prove(const struct ph_document *before,
                                                    const struct ph_document *after,
                                                    struct ph_changes *changes)
{
    return compare_and_prove_with(0, before, after, changes);
}

/* What the paragraphs of both texts go on with, so that they are one paragraph. */
#define TAIL " in the light of the needs of landlocked countries and small islands"

/* One paragraph against one paragraph: how the marked one reads. */
static inline void expect_change(enum ph_kind kind, const char *before, const char *after,
                                 const char *expected)
{
    struct ph_buffer texts[3] = {{0}};
    ph_buffer_printf(&texts[0], "%s" TAIL, before);
    ph_buffer_printf(&texts[1], "%s" TAIL, after);
    ph_buffer_printf(&texts[2], "%s" TAIL, expected);
    struct ph_document *old = one_paragraph(kind, ph_buffer_text(&texts[0]));
    struct ph_document *new = one_paragraph(kind, ph_buffer_text(&texts[1]));
    struct ph_document *marked = compare_and_prove(old, new, NULL);
    expect_line(ph_next_of(marked->root, NULL, kind), ph_buffer_text(&texts[2]));
    ph_document_free(marked);
    ph_document_free(old);
    ph_document_free(new);
    for (int i = 0; i < 3; i++)
        ph_buffer_free(&texts[i]);
}

static inline void free_lexicon(void)
{
    ph_lexicon_free(the_lexicon());
}

#endif
