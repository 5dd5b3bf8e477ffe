/* What is written as a Word document is read back as the same tree: paragraphs, labels, numbers,
 * italics, footnotes; and tracked changes as marks. */
#include <stdlib.h>
#include <string.h>

#include "doc/stretch.h"
#include "doc/walk.h"
#include "penholder.h"
#include "with_corpus.h"

TestSuite(docx_roundtrip, .init = set_up_corpus, .fini = tear_down_corpus);

static struct ph_document *through(ph_writer *write, const struct ph_document *document)
{
    struct ph_buffer bytes = {0};
    struct ph_document *back;
    struct ph_error error;
    struct ph_write_options options = {.sources = true};
    cr_assert_eq(write(document, &options, &bytes, &error), PH_OK, "%s", error.message);
    cr_assert_eq(ph_read("back", bytes.data, bytes.length, work.lexicon, &back, &error), PH_OK,
                 "%s", error.message);
    ph_buffer_free(&bytes);
    return back;
}

/* A paragraph, its label, its number, its italics and its footnote marks, as one line. */
static void put_node(const struct ph_node *node, struct ph_buffer *out)
{
    char label[96], number[64];
    struct ph_stretch *list;
    size_t count = ph_stretches(node, &list);
    const char *own = ph_number(node, number, sizeof number);
    unsigned look = 0;
    ph_buffer_printf(out, "%s %s|", ph_label(node, label, sizeof label), own ? own : "");
    for (size_t i = 0; i < count; i++) {
        unsigned italic = list[i].kinds & PH_BIT(PH_ITALIC);
        if (list[i].note) {
            ph_buffer_printf(out, "{%d}", ph_note_number(list[i].note->note));
            continue;
        }
        if (italic != look)
            ph_buffer_char(out, '_');
        look = italic;
        ph_buffer_add(out, node->text.bytes + list[i].from, list[i].to - list[i].from);
    }
    ph_buffer_put(out, "\n");
    free(list);
}

static char *body_of(const struct ph_document *document)
{
    struct ph_buffer out = {0};
    for (const struct ph_node *node = NULL; (node = ph_next_text(document->root, node));)
        if (node->kind != PH_FIELD)
            put_node(node, &out);
    return ph_buffer_take(&out);
}

/* The masthead says these in words of their own; the organ it names always, and the titles of item
 * and sub-item run together there. */
static const enum ph_field fields[] = {
    PH_FIELD_SYMBOL,  PH_FIELD_SESSION,     PH_FIELD_AGENDA_ITEM, PH_FIELD_ADOPTED,
    PH_FIELD_SOURCE,  PH_FIELD_NUMBER,      PH_FIELD_SPONSORS,    PH_FIELD_PROPOSAL,
    PH_FIELD_MEETING, PH_FIELD_MEETING_DATE};

static void expect_same(ph_writer *write, const struct ph_document *document)
{
    struct ph_document *back = through(write, document);
    char *one = body_of(document), *other = body_of(back);
    cr_expect_str_eq(one, other);
    for (size_t i = 0; i < sizeof fields / sizeof *fields; i++) {
        const char *was = ph_field_text(document->root, fields[i]);
        const char *is = ph_field_text(back->root, fields[i]);
        cr_expect_str_eq(is ? is : "", was ? was : "", "field %s", ph_field_name(fields[i]));
    }
    cr_expect_not(back->marked);
    free(one);
    free(other);
    ph_document_free(back);
}

Test(docx_roundtrip, every_resolution_of_the_corpus)
{
    for (size_t i = 0; i < work.source_count; i++) {
        if (work.sources[i]->root->as.document.genre != PH_RESOLUTION)
            continue;
        expect_same(ph_write_docx, work.sources[i]);
        expect_same(ph_write_flatopc, work.sources[i]);
    }
}

Test(docx_roundtrip, the_draft)
{
    struct ph_error error;
    cr_assert_eq(ph_work_draft(&work, 0, &error), PH_OK, "%s", error.message);
    expect_same(ph_write_docx, work.draft);
    expect_same(ph_write_flatopc, work.draft);
}

static size_t count_inlines(const struct ph_document *document, enum ph_inline_kind kind)
{
    size_t count = 0;
    for (const struct ph_node *node = NULL; (node = ph_next_text(document->root, node));)
        for (size_t i = 0; node->kind != PH_FIELD && i < node->text.count; i++)
            count += node->text.inlines[i].kind == kind;
    return count;
}

/* The body of the tracked draft, its changes accepted or rejected. */
static char *taken(const struct ph_document *marked, bool accept)
{
    struct ph_document *plain = ph_compare_take(marked, accept);
    char *body = body_of(plain);
    ph_document_free(plain);
    return body;
}

Test(docx_roundtrip, the_tracked_draft)
{
    struct ph_error error;
    cr_assert_eq(ph_work_tracked(&work, 0, &error), PH_OK, "%s", error.message);
    struct ph_document *back = through(ph_write_docx, work.tracked);
    cr_expect(back->marked);
    cr_expect_gt(count_inlines(back, PH_INSERTED), 0);
    cr_expect_eq(count_inlines(back, PH_INSERTED), count_inlines(work.tracked, PH_INSERTED));
    cr_expect_geq(count_inlines(back, PH_DELETED), count_inlines(work.tracked, PH_DELETED));
    char *one = taken(work.tracked, true), *other = taken(back, true);
    cr_expect_str_eq(other, one);
    free(one);
    free(other);
    ph_document_free(back);
}

/* Its paragraphs with their numbers: the reader does not know where among the words that are struck
 * out the mark of a footnote stood. */
static char *paragraphs_of(const struct ph_document *marked, bool accept)
{
    char label[96], number[64];
    struct ph_buffer out = {0};
    struct ph_document *plain = ph_compare_take(marked, accept);
    for (const struct ph_node *node = NULL; (node = ph_next_text(plain->root, node));) {
        if (!ph_is_paragraph(node))
            continue;
        const char *own = ph_number(node, number, sizeof number);
        ph_buffer_printf(&out, "%s %s|%s\n", ph_label(node, label, sizeof label), own ? own : "",
                         node->text.bytes);
    }
    ph_document_free(plain);
    return ph_buffer_take(&out);
}

/* What becomes of a marked document is the same before and after it was a Word file. */
static void expect_same_changes(const struct ph_document *before, const struct ph_document *after)
{
    struct ph_document *marked = ph_compare(work.lexicon, before, after, NULL);
    struct ph_document *back = through(ph_write_docx, marked);
    char *one = taken(marked, true), *other = taken(back, true);
    cr_expect_str_eq(other, one, "%s to %s, accepted", before->source, after->source);
    free(one);
    free(other);
    one = paragraphs_of(marked, false);
    other = paragraphs_of(back, false);
    cr_expect_str_eq(other, one, "%s to %s, rejected", before->source, after->source);
    free(one);
    free(other);
    ph_document_free(marked);
    ph_document_free(back);
}

Test(docx_roundtrip, the_changes_between_any_two_of_the_corpus)
{
    for (size_t i = 0; i < work.source_count; i++)
        for (size_t j = 0; j < work.source_count; j++)
            if (i != j && work.sources[i]->root->as.document.genre == PH_RESOLUTION &&
                work.sources[j]->root->as.document.genre == PH_RESOLUTION)
                expect_same_changes(work.sources[i], work.sources[j]);
}

/* Word, LibreOffice and people take the draft as it is to be: so does what learns from it. */
Test(docx_roundtrip, a_tracked_draft_is_learned_from_as_accepted)
{
    char folder[] = "/tmp/penholder-docx-XXXXXX";
    struct ph_error error;
    struct ph_buffer bytes = {0}, path = {0};
    struct ph_write_options options = {.width = 0};
    struct ph_work other = {0};
    cr_assert_not_null(mkdtemp(folder));
    ph_buffer_printf(&path, "%s/tracked.docx", folder);
    cr_assert_eq(ph_work_tracked(&work, 0, &error), PH_OK, "%s", error.message);
    cr_assert_eq(ph_write_docx(work.tracked, &options, &bytes, &error), PH_OK);
    cr_assert_eq(ph_file_write(path.data, bytes.data, bytes.length, false, &error), PH_OK);
    cr_assert_eq(ph_work_add(&other, path.data, &error), PH_OK, "%s", error.message);
    cr_expect_not(other.sources[0]->marked);
    cr_expect(strstr(ph_buffer_text(&other.remarks), "tracked changes"));
    ph_work_free(&other);
    remove(path.data);
    remove(folder);
    ph_buffer_free(&bytes);
    ph_buffer_free(&path);
}
