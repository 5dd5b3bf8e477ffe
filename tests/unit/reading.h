/* What the tests of reading share: a lexicon, and texts read from strings and files. */
#ifndef PH_TEST_READING_H
#define PH_TEST_READING_H

#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/file.h"
#include "doc/forms.h"
#include "doc/walk.h"
#include "read/read.h"

static inline struct ph_lexicon *test_lexicon(void)
{
    struct ph_lexicon *lexicon = NULL;
    struct ph_error error;
    cr_assert_eq(ph_lexicon_load(NULL, &lexicon, &error), PH_OK, "%s", error.message);
    return lexicon;
}

static inline struct ph_document *test_read_bytes(const char *bytes, size_t length)
{
    static struct ph_lexicon *lexicon; /* the document needs it as long as it lives */
    struct ph_document *document = NULL;
    struct ph_error error;
    if (!lexicon)
        lexicon = test_lexicon();
    cr_assert_eq(ph_read("test", bytes, length, lexicon, &document, &error), PH_OK, "%s",
                 error.message);
    const char *fault = ph_verify(document);
    cr_assert_null(fault, "%s", fault);
    return document;
}

static inline struct ph_document *test_read(const char *text)
{
    return test_read_bytes(text, strlen(text));
}

static inline struct ph_document *test_read_corpus(const char *name)
{
    char path[512];
    struct ph_buffer bytes = {0};
    struct ph_error error;
    snprintf(path, sizeof path, "%s/corpus/csto/%s", PH_TEST_SOURCE, name);
    cr_assert_eq(ph_file_read(path, &bytes, &error), PH_OK, "%s", error.message);
    struct ph_document *document = test_read_bytes(bytes.data, bytes.length);
    ph_buffer_free(&bytes);
    return document;
}

static inline size_t test_count(const struct ph_document *document, enum ph_kind kind)
{
    size_t count = 0;
    for (const struct ph_node *node = NULL; (node = ph_next_of(document->root, node, kind));)
        count++;
    return count;
}

/* The nth (from 1) node of a kind; fails the test when there are fewer. */
static inline struct ph_node *test_nth(const struct ph_document *document, enum ph_kind kind, int n)
{
    struct ph_node *node = NULL;
    while (n-- > 0) {
        node = ph_next_of(document->root, node, kind);
        cr_assert_not_null(node, "there are fewer %s nodes", ph_kind_name(kind));
    }
    return node;
}

/* The words of a node with its footnote marks shown as {3}. */
static inline char *test_marked(const struct ph_node *node)
{
    struct ph_buffer out = {0};
    size_t at = 0;
    for (size_t i = 0; i < node->text.count; i++) {
        const struct ph_inline *mark = &node->text.inlines[i];
        if (mark->kind != PH_NOTE)
            continue;
        ph_buffer_add(&out, node->text.bytes + at, mark->from - at);
        ph_buffer_printf(&out, "{%s}", mark->note->as.footnote.mark);
        at = mark->from;
    }
    ph_buffer_add(&out, node->text.bytes + at, node->text.length - at);
    return ph_buffer_take(&out);
}

static inline void test_expect_marked(const struct ph_node *node, const char *wanted)
{
    char *got = test_marked(node);
    cr_expect_str_eq(got, wanted);
    free(got);
}

#endif
