/* All fixes of a document, round after round; and other words put into a text as it was typed. */
#include "check/check.h"
#include "check/fix.h"
#include "reading.h"
#include "write/write.h"

/* ---- rounds ---- */

/* A rule of these tests: where its words stand, they become others; NULL: nobody knows what. */
struct turn {
    const char *rule, *words, *fix;
    enum ph_severity severity;
};

static enum ph_status find_turns(void *context, const struct ph_document *document,
                                 struct ph_findings *findings, struct ph_error *error)
{
    (void)error;
    for (const struct turn *turn = context; turn->rule; turn++)
        for (const struct ph_node *node = NULL; (node = ph_next_text(document->root, node));) {
            const char *found = strstr(node->text.bytes, turn->words);
            const size_t from = found ? (size_t)(found - node->text.bytes) : 0;
            if (found)
                ph_findings_add(findings, &(struct ph_finding){.severity = turn->severity,
                                                               .rule = turn->rule,
                                                               .message = "so",
                                                               .node = node,
                                                               .from = from,
                                                               .to = from + strlen(turn->words),
                                                               .fix = turn->fix});
        }
    ph_findings_sort(findings, document);
    return PH_OK;
}

/* Fixes a document of these two operative paragraphs. */
static struct ph_fixed fix(const char *one, const char *other, const struct turn *turns)
{
    struct ph_lexicon *lexicon = test_lexicon();
    struct ph_document *document = ph_document_new("test");
    struct ph_fixed fixed;
    struct ph_error error;
    ph_add(document->root, PH_OPERATIVE, one);
    ph_add(document->root, PH_OPERATIVE, other);
    ph_document_number(document);
    cr_assert_eq(
        ph_check_fix_all(lexicon, document, true, find_turns, (void *)turns, &fixed, &error),
        PH_OK);
    ph_document_free(document);
    ph_lexicon_free(lexicon);
    return fixed;
}

static void expect_words(const struct ph_fixed *fixed, const char *one, const char *other)
{
    cr_expect_str_eq(test_nth(fixed->document, PH_OPERATIVE, 1)->text.bytes, one);
    cr_expect_str_eq(test_nth(fixed->document, PH_OPERATIVE, 2)->text.bytes, other);
}

Test(fix, one_leads_to_another)
{
    const struct turn turns[] = {
        {"a", "one", "two", PH_ERROR}, {"b", "two", "three", PH_ERROR}, {0}};
    struct ph_fixed fixed = fix("Notes one;", "Notes two.", turns);
    expect_words(&fixed, "Notes three;", "Notes three.");
    cr_expect_eq(fixed.count, 3);
    cr_expect_str_eq(fixed.done[0].rule, "a");
    cr_expect_str_eq(fixed.done[0].label, "OP1");
    cr_expect_eq(fixed.left->count, 0);
    cr_expect_eq(fixed.held, 0);
    ph_fixed_free(&fixed);
}

Test(fix, of_two_that_overlap_the_second_comes_in_the_next_round_if_it_is_still_right)
{
    const struct turn turns[] = {
        {"a", "one two", "1 two", PH_ERROR}, {"b", "two three", "2 three", PH_ERROR}, {0}};
    struct ph_fixed fixed = fix("Notes one two three;", "Notes.", turns);
    expect_words(&fixed, "Notes 1 2 three;", "Notes.");
    cr_expect_eq(fixed.left->count, 0);
    ph_fixed_free(&fixed);
}

Test(fix, a_paragraph_in_which_it_breaks_something_keeps_its_words)
{
    const struct turn turns[] = {
        {"a", "one", "two", PH_WARNING}, {"broken", "two;", NULL, PH_WARNING}, {0}};
    struct ph_fixed fixed = fix("Notes one;", "Notes one.", turns);
    expect_words(&fixed, "Notes one;", "Notes two.");
    cr_expect_eq(fixed.count, 1);
    cr_expect_eq(fixed.held, 1);
    cr_assert_eq(fixed.left->count, 1);
    cr_expect_str_eq(fixed.left->items[0].rule, "a");
    ph_fixed_free(&fixed);
}

Test(fix, what_is_less_grave_than_what_was_fixed_does_not_hold_it)
{
    const struct turn turns[] = {
        {"a", "one", "two", PH_ERROR}, {"shown", "two;", NULL, PH_WARNING}, {0}};
    struct ph_fixed fixed = fix("Notes one;", "Notes.", turns);
    expect_words(&fixed, "Notes two;", "Notes.");
    cr_expect_eq(fixed.held, 0);
    cr_assert_eq(fixed.left->count, 1);
    cr_expect_str_eq(fixed.left->items[0].rule, "shown");
    ph_fixed_free(&fixed);
}

Test(fix, to_and_fro_ends)
{
    const struct turn turns[] = {{"a", "one", "two", PH_ERROR}, {"b", "two", "one", PH_ERROR}, {0}};
    struct ph_fixed fixed = fix("Notes one;", "Notes.", turns);
    cr_expect_eq(fixed.left->count, 1);
    ph_fixed_free(&fixed);
}

Test(fix, a_fix_that_changes_nothing_is_none)
{
    const struct turn turns[] = {{"a", "one", "one", PH_ERROR}, {0}};
    struct ph_fixed fixed = fix("Notes one;", "Notes.", turns);
    cr_expect_eq(fixed.count, 0);
    cr_expect_eq(fixed.left->count, 1);
    ph_fixed_free(&fixed);
}

/* ---- typed texts ---- */

/* Opening phrases are the lexicon's: it must outlive the document. */
static struct ph_document *read_with(const struct ph_lexicon *lexicon, const char *text)
{
    struct ph_document *document = NULL;
    struct ph_error error;
    cr_assert_eq(ph_read("test", text, strlen(text), lexicon, &document, &error), PH_OK, "%s",
                 error.message);
    return document;
}

/* Reads a text, replaces words in the first paragraph of a kind, and puts that into the text. */
static enum ph_status retype(const char *text, enum ph_kind kind, const char *words,
                             const char *instead, struct ph_buffer *out, struct ph_error *error)
{
    struct ph_lexicon *lexicon = test_lexicon();
    struct ph_document *before = read_with(lexicon, text), *after = ph_document_copy(before);
    struct ph_node *node = (struct ph_node *)test_nth(after, kind, 1);
    const char *found = strstr(node->text.bytes, words);
    struct ph_buffer bytes = {0};
    cr_assert(found, "%s", node->text.bytes);
    const size_t from = (size_t)(found - node->text.bytes);
    ph_text_replace(node, from, from + strlen(words), instead, strlen(instead));
    ph_buffer_put(&bytes, text);
    const enum ph_status status =
        ph_write_intext("draft.txt", &bytes, lexicon, before, after, out, error);
    ph_buffer_free(&bytes);
    ph_document_free(before);
    ph_document_free(after);
    ph_lexicon_free(lexicon);
    return status;
}

static void expect_retyped(const char *text, enum ph_kind kind, const char *words,
                           const char *instead, const char *wanted)
{
    struct ph_buffer out = {0};
    struct ph_error error;
    cr_assert_eq(retype(text, kind, words, instead, &out, &error), PH_OK, "%s", error.message);
    cr_expect_str_eq(ph_buffer_text(&out), wanted);
    ph_buffer_free(&out);
}

Test(intext, lines_and_indents_stay)
{
    expect_retyped("Lakes\r\n\r\n\tThe General Assembly,\r\n\r\n\t1.\tNotes the  lakes\r\n"
                   "of the north.\r\n\r\n",
                   PH_OPERATIVE, "lakes of", "lakes in",
                   "Lakes\r\n\r\n\tThe General Assembly,\r\n\r\n\t1.\tNotes the  lakes\r\n"
                   "in the north.\r\n\r\n");
}

Test(intext, numbers_and_footnote_marks_are_passed_over)
{
    expect_retyped(
        "Lakes\n\n\tThe General Assembly,\n\n\tRecalling its resolution 97/1,1 and all,\n\n"
        "\t1.\tNotes 1 report.\n__________________\n1 A/97/1.\n",
        PH_PREAMBULAR, " and all,", " and some,",
        "Lakes\n\n\tThe General Assembly,\n\n\tRecalling its resolution 97/1,1 and "
        "some,\n\n\t1.\tNotes 1 report.\n__________________\n1 A/97/1.\n");
}

Test(intext, words_that_go_and_words_at_both_ends)
{
    static const char text[] = "Lakes\n\n\tThe General Assembly,\n\n\t1.\tNotes the old lakes.\n";
    static const char *const wanted[] = {
        "Lakes\n\n\tThe General Assembly,\n\n\t1.\tNotes the lakes.\n",
        "Lakes\n\n\tThe General Assembly,\n\n\t1.\tAlso notes the old lakes.\n",
        "Lakes\n\n\tThe General Assembly,\n\n\t1.\tNotes the old lakes;\n"};
    expect_retyped(text, PH_OPERATIVE, "old ", "", wanted[0]);
    expect_retyped(text, PH_OPERATIVE, "Notes", "Also notes", wanted[1]);
    expect_retyped(text, PH_OPERATIVE, ".", ";", wanted[2]);
}

Test(intext, words_that_are_not_where_they_were_read_are_refused)
{
    struct ph_lexicon *lexicon = test_lexicon();
    struct ph_document *before =
        read_with(lexicon, "Lakes\n\n\tThe General Assembly,\n\n\t1.\tNotes it.\n");
    struct ph_document *after = ph_document_copy(before);
    struct ph_node *node = (struct ph_node *)test_nth(after, PH_OPERATIVE, 1);
    struct ph_buffer bytes = {0}, out = {0};
    struct ph_error error;
    ph_text_replace(node, 0, 5, "Sees", 4);
    ph_buffer_put(&bytes, "Lakes\n\nquite another text\n\nthan that\n");
    cr_expect_eq(ph_write_intext("draft.txt", &bytes, lexicon, before, after, &out, &error),
                 PH_FORMAT);
    cr_expect(strstr(error.message, "draft.txt:5: "), "%s", error.message);
    cr_expect(strstr(error.message, "OP1"), "%s", error.message);
    ph_buffer_free(&bytes);
    ph_buffer_free(&out);
    ph_document_free(before);
    ph_document_free(after);
    ph_lexicon_free(lexicon);
}

/* ---- looks ---- */

static struct ph_finding look_at(const struct ph_node *node, const char *name, size_t from,
                                 size_t to)
{
    return (struct ph_finding){.severity = PH_WARNING,
                               .rule = "look",
                               .message = "so",
                               .node = node,
                               .from = from,
                               .to = to,
                               .look = ph_restyle_by_name(name),
                               .look_from = from,
                               .look_to = to};
}

static void expect_italic(const struct ph_node *node, size_t count, size_t from, size_t to)
{
    size_t found = 0;
    for (size_t i = 0; i < node->text.count; i++) {
        const struct ph_inline *mark = &node->text.inlines[i];
        if (mark->kind != PH_ITALIC)
            continue;
        if (!found++) {
            cr_expect_eq(mark->from, from);
            cr_expect_eq(mark->to, to);
        }
    }
    cr_expect_eq(found, count);
}

Test(looks, italics_grow_part_and_go)
{
    struct ph_document *document = ph_document_new("test");
    struct ph_node *node = ph_add(document->root, PH_OPERATIVE, "one two three four");
    const struct ph_restyle *italic = ph_restyle_by_name("italic");
    const struct ph_restyle *roman = ph_restyle_by_name("roman");
    ph_text_mark(node, PH_BOLD, 0, 18);
    ph_restyle_put(node, italic, 0, 3);
    ph_restyle_put(node, italic, 3, 7);
    expect_italic(node, 1, 0, 7);
    cr_expect(ph_restyle_changes(&node->text, italic, 4, 13));
    cr_expect_not(ph_restyle_changes(&node->text, italic, 0, 7));
    ph_restyle_put(node, italic, 0, 18);
    expect_italic(node, 1, 0, 18);
    ph_restyle_put(node, roman, 4, 13);
    expect_italic(node, 2, 0, 4);
    ph_restyle_put(node, roman, 0, 18);
    expect_italic(node, 0, 0, 0);
    cr_expect_eq(node->text.count, 1); /* bold is bold */
    cr_expect_null(ph_restyle_by_name("loud"));
    ph_document_free(document);
}

Test(looks, words_and_looks_of_one_place_are_both_put_in)
{
    struct ph_lexicon *lexicon = test_lexicon();
    struct ph_document *document = ph_document_new("test");
    struct ph_node *node = ph_add(document->root, PH_OPERATIVE, "Thanks one and all");
    struct ph_findings *findings = ph_findings_new();
    const struct ph_finding look = look_at(node, "roman", 7, 18);
    const struct ph_finding words = {
        .rule = "words", .message = "so", .node = node, .from = 7, .to = 10, .fix = "everyone"};
    ph_text_mark(node, PH_ITALIC, 0, 18);
    ph_findings_add(findings, &look);
    ph_findings_add(findings, &words);
    ph_findings_sort(findings, document);
    cr_expect_eq(ph_check_fix(lexicon, document, findings), 2);
    cr_expect_str_eq(node->text.bytes, "Thanks everyone and all");
    expect_italic(node, 1, 0, 7);
    cr_expect_eq(ph_check_fix(lexicon, document, &(struct ph_findings){0}), 0);
    ph_findings_free(findings);
    ph_document_free(document);
    ph_lexicon_free(lexicon);
}

Test(looks, marked_words_say_how_they_looked)
{
    struct ph_document *document = ph_document_new("test");
    struct ph_node *node = ph_add(document->root, PH_OPERATIVE, "one two three");
    struct ph_findings *findings = ph_findings_new();
    const struct ph_finding look = look_at(node, "roman", 0, 7);
    struct ph_finding_place place;
    size_t count = 0;
    ph_text_mark(node, PH_ITALIC, 0, 13);
    ph_text_mark(node, PH_BOLD, 4, 7);
    ph_findings_add(findings, &look);
    struct ph_document *marked = ph_check_mark(document, findings, (bool[]){true}, &place);
    const struct ph_node *copy = test_nth(marked, PH_OPERATIVE, 1);
    static const char *const were[] = {"italic", "italic bold"};
    for (size_t i = 0; i < copy->text.count; i++)
        if (copy->text.inlines[i].kind == PH_RESTYLED) {
            cr_assert_lt(count, 2);
            cr_expect_str_eq(copy->text.inlines[i].name, were[count]);
            count++;
        }
    cr_expect_eq(count, 2);
    expect_italic(copy, 1, 7, 13);
    ph_findings_free(findings);
    ph_document_free(marked);
    ph_document_free(document);
}
