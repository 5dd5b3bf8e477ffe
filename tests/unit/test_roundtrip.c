/* What is written as text is read back as the same paragraphs with the same footnotes: a draft that
 * went through a mail can still be checked. */
#include <stdio.h>
#include <stdlib.h>

#include "doc/walk.h"
#include "penholder.h"
#include "with_corpus.h"

TestSuite(roundtrip, .init = set_up_corpus, .fini = tear_down_corpus);

static size_t count_mentions(const struct ph_document *document)
{
    size_t count = 0;
    for (const struct ph_node *node = NULL; (node = ph_next_text(document->root, node));)
        for (size_t i = 0; i < node->text.count; i++)
            count += node->text.inlines[i].kind == PH_NOTE;
    return count;
}

static struct ph_document *through_text(const struct ph_document *document, int width)
{
    struct ph_buffer text = {0};
    struct ph_document *back;
    struct ph_error error;
    struct ph_write_options options = {.width = width};
    cr_assert_eq(ph_write_text(document, &options, &text, &error), PH_OK);
    cr_assert_eq(ph_read("text", text.data, text.length, work.lexicon, &back, &error), PH_OK, "%s",
                 error.message);
    ph_buffer_free(&text);
    return back;
}

static void expect_same(const struct ph_document *document, int width)
{
    struct ph_document *back = through_text(document, width);
    struct ph_changes changes;
    struct ph_document *marked = ph_compare(work.lexicon, document, back, &changes);
    cr_expect_eq(changes.paragraphs_inserted + changes.paragraphs_deleted +
                     changes.paragraphs_moved + changes.paragraphs_changed,
                 0, "%s, width %d: %d inserted, %d deleted, %d changed",
                 document->source ? document->source : "draft", width, changes.paragraphs_inserted,
                 changes.paragraphs_deleted, changes.paragraphs_changed);
    cr_expect_eq(count_mentions(back), count_mentions(document), "%s, width %d",
                 document->source ? document->source : "draft", width);
    ph_document_free(marked);
    ph_document_free(back);
}

Test(roundtrip, every_resolution_of_the_corpus)
{
    for (size_t i = 0; i < work.source_count; i++)
        if (work.sources[i]->root->as.document.genre == PH_RESOLUTION)
            for (int width = 60; width <= 120; width += 20)
                expect_same(work.sources[i], width);
}

Test(roundtrip, the_draft)
{
    struct ph_error error;
    cr_assert_eq(ph_work_draft(&work, 0, &error), PH_OK, "%s", error.message);
    for (int width = 60; width <= 120; width += 20)
        expect_same(work.draft, width);
    struct ph_document *back = through_text(work.draft, 80);
    cr_assert_str_eq(ph_field_text(back->root, PH_FIELD_SYMBOL), "A/75/L.[…]");
    cr_assert_eq(ph_document_session(back->root), 75);
    cr_assert_eq(back->root->as.document.genre, PH_DRAFT);
    ph_document_free(back);
}
