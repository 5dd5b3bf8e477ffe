/* The tree: grammar, walking, numbers by order, text with its marks. */
#include <criterion/criterion.h>
#include <string.h>

#include "doc/checklist.h"
#include "doc/finding.h"
#include "doc/forms.h"
#include "doc/node.h"
#include "doc/walk.h"

static struct ph_document *small(void)
{
    struct ph_document *document = ph_document_new("small.txt");
    struct ph_node *root = document->root;
    ph_set_field(root, PH_FIELD_NUMBER, "70/1");
    ph_add(root, PH_TITLE, "Small things");
    ph_add(root, PH_ORGAN, "The General Assembly,");
    ph_add(root, PH_PREAMBULAR, "Recalling one thing,");
    ph_add(root, PH_PREAMBULAR, "Recalling also another,");
    struct ph_node *one = ph_add(root, PH_OPERATIVE, "Requests:");
    ph_add(one, PH_SUBPARAGRAPH, "To act;");
    struct ph_node *second = ph_add(one, PH_SUBPARAGRAPH, "To report:");
    struct ph_node *deep = ph_add(second, PH_SUBPARAGRAPH, "Soon;");
    deep->as.paragraph.level = 3;
    ph_add(root, PH_HEADING, "Second part")->as.heading.number = "II";
    ph_add(root, PH_OPERATIVE, "Decides to go on.");
    return document;
}

static const char *label_of(const struct ph_node *node)
{
    static char label[96];
    return ph_label(node, label, sizeof label);
}

static struct ph_node *nth(struct ph_document *document, enum ph_kind kind, int n)
{
    struct ph_node *node = NULL;
    while (n-- > 0)
        node = ph_next_of(document->root, node, kind);
    return node;
}

Test(label, labels_and_numbers_are_by_order_and_run_across_headings)
{
    struct ph_document *document = small();
    ph_document_number(document);
    char number[64];
    struct ph_node *sub = nth(document, PH_SUBPARAGRAPH, 3);
    sub->as.paragraph.number = "(i)";
    cr_assert_str_eq(label_of(nth(document, PH_PREAMBULAR, 2)), "PP2");
    cr_assert_str_eq(label_of(nth(document, PH_OPERATIVE, 2)), "OP2");
    cr_assert_str_eq(label_of(sub), "OP1 (b) (i)");
    cr_assert_str_eq(label_of(nth(document, PH_HEADING, 1)), "heading II");
    cr_assert_str_eq(ph_number(nth(document, PH_OPERATIVE, 2), number, sizeof number), "2.");
    cr_assert_null(ph_number(nth(document, PH_PREAMBULAR, 1), number, sizeof number));
    ph_document_free(document);
}

Test(label, a_lone_operative_paragraph_has_no_number)
{
    struct ph_document *document = ph_document_new(NULL);
    struct ph_node *only = ph_add(document->root, PH_OPERATIVE, "Decides.");
    char number[64];
    ph_document_number(document);
    cr_assert_null(ph_number(only, number, sizeof number));
    ph_document_free(document);
}

Test(label, deleted_nodes_do_not_count)
{
    struct ph_document *document = small();
    nth(document, PH_OPERATIVE, 1)->mark = PH_NODE_DELETED;
    ph_document_number(document);
    cr_assert_str_eq(label_of(nth(document, PH_OPERATIVE, 2)), "OP1");
    ph_document_free(document);
}

Test(notes, numbers_follow_first_mention_and_a_star_has_none)
{
    struct ph_document *document = small();
    struct ph_node *late = ph_add(document->root, PH_FOOTNOTE, "Late.");
    struct ph_node *early = ph_add(document->root, PH_FOOTNOTE, "Early.");
    struct ph_node *star = ph_add(document->root, PH_FOOTNOTE, "Reissued.");
    star->as.footnote.mark = "*";
    ph_text_mark(nth(document, PH_TITLE, 1), PH_NOTE, 5, 5)->note = star;
    ph_text_mark(nth(document, PH_PREAMBULAR, 1), PH_NOTE, 20, 20)->note = early;
    ph_text_mark(nth(document, PH_PREAMBULAR, 2), PH_NOTE, 23, 23)->note = late;
    struct ph_inline *again = ph_text_mark(nth(document, PH_OPERATIVE, 2), PH_NOTE, 3, 3);
    again->note = early;
    ph_document_number(document);
    cr_assert_eq(ph_note_number(early), 1);
    cr_assert_eq(ph_note_number(late), 2);
    cr_assert_eq(ph_note_number(star), 0);
    cr_assert(ph_note_repeated(nth(document, PH_OPERATIVE, 2), again));
    cr_assert_not(ph_note_repeated(nth(document, PH_PREAMBULAR, 1),
                                   &nth(document, PH_PREAMBULAR, 1)->text.inlines[0]));
    cr_assert_null(ph_verify(document));
    struct ph_document *copy = ph_document_copy(document);
    cr_assert_null(ph_verify(copy), "a copy's marks point to the copy's footnotes");
    struct ph_buffer one = {0}, two = {0};
    ph_dump(document, &one);
    ph_dump(copy, &two);
    cr_assert_str_eq(one.data, two.data);
    ph_buffer_free(&one);
    ph_buffer_free(&two);
    ph_document_free(copy);
    ph_document_free(document);
}

Test(text, marks_move_along_when_words_are_replaced)
{
    struct ph_document *document = ph_document_new(NULL);
    struct ph_node *note = ph_add(document->root, PH_FOOTNOTE, "A/1.");
    struct ph_node *node = ph_add(document->root, PH_PREAMBULAR, "Recalling 64/256, and more,");
    ph_text_mark(node, PH_ITALIC, 0, 9);
    ph_text_mark(node, PH_BOLD, 10, 16);
    ph_text_mark(node, PH_NOTE, 17, 17)->note = note;
    ph_text_mark(node, PH_ITALIC, 18, 26);
    ph_text_replace(node, 10, 16, "64/256 and 65/122", 17);
    cr_assert_str_eq(node->text.bytes, "Recalling 64/256 and 65/122, and more,");
    cr_assert_eq(node->text.inlines[0].to, 9, "before: stays");
    cr_assert_eq(node->text.inlines[1].to, 27, "around: grows");
    cr_assert_eq(node->text.inlines[2].from, 28, "behind: shifts");
    cr_assert_eq(node->text.inlines[3].from, 29);
    ph_text_replace(node, 20, 38, "", 0);
    cr_assert_eq(node->text.length, 20);
    cr_assert_eq(node->text.inlines[node->text.count - 1].kind, PH_NOTE,
                 "a footnote mark is never lost");
    cr_assert_null(ph_verify(document));
    ph_document_free(document);
}

Test(walk, every_node_is_entered_and_left_once_however_deep)
{
    enum { DEEP = 100000 };
    struct ph_document *document = ph_document_new(NULL);
    struct ph_node *node = ph_add(document->root, PH_OPERATIVE, "x");
    for (int i = 0; i < DEEP; i++)
        node = ph_add(node, PH_SUBPARAGRAPH, "x");
    long entered = 0, left = 0;
    struct ph_walk walk = ph_walk_start(document->root);
    while (ph_walk_step(&walk)) {
        entered += !walk.leaving;
        left += walk.leaving;
    }
    cr_assert_eq(entered, DEEP + 2);
    cr_assert_eq(left, DEEP + 2);
    ph_document_number(document);
    struct ph_document *copy = ph_document_copy(document);
    cr_assert_null(ph_verify(copy));
    ph_document_free(copy);
    ph_document_free(document);
}

Test(fields, a_field_is_replaced_and_drafts_are_listed)
{
    struct ph_document *document = small();
    ph_set_field(document->root, PH_FIELD_NUMBER, "70/2");
    ph_set_field(document->root, PH_FIELD_DRAFT, "A/70/L.1");
    ph_set_field(document->root, PH_FIELD_DRAFT, "A/70/L.1/Add.1");
    cr_assert_str_eq(ph_field_text(document->root, PH_FIELD_NUMBER), "70/2");
    cr_assert_str_eq(ph_field_text(document->root, PH_FIELD_DRAFT), "A/70/L.1");
    cr_assert_null(ph_set_field(document->root, PH_FIELD_DATE, ""));
    cr_assert_eq(ph_document_session(document->root), 70);
    cr_assert_eq(document->root->first->kind, PH_MASTHEAD);
    ph_document_free(document);
}

Test(checklist, it_is_what_the_marks_say)
{
    struct ph_document *document = small();
    struct ph_inline *mark = ph_text_mark(nth(document, PH_PREAMBULAR, 2), PH_PLACEHOLDER, 0, 9);
    mark->name = "report-symbol";
    struct ph_check_item *items;
    cr_assert_eq(ph_checklist(document, &items), 1);
    cr_assert_str_eq(items[0].mark->name, "report-symbol");
    free(items);
    ph_document_free(document);
}

Test(findings, are_sorted_by_place_and_doubles_go)
{
    struct ph_document *document = small();
    struct ph_findings *findings = ph_findings_new();
    struct ph_node *op = nth(document, PH_OPERATIVE, 1), *pp = nth(document, PH_PREAMBULAR, 1);
    ph_findings_add(findings, &(struct ph_finding){PH_ERROR, "b", "later", NULL, op, 0, 0, NULL,
                                                   NULL, 0, 0, false});
    ph_findings_add(findings, &(struct ph_finding){PH_WARNING, "a", "x", NULL, pp, 4, 5, NULL, NULL,
                                                   0, 0, false});
    ph_findings_add(findings, &(struct ph_finding){PH_ERROR, "a", "x", NULL, pp, 0, 2, "fix", NULL,
                                                   0, 0, false});
    ph_findings_add(findings, &(struct ph_finding){PH_ERROR, "b", "later", NULL, op, 0, 0, NULL,
                                                   NULL, 0, 0, false});
    ph_findings_sort(findings, document);
    cr_assert_eq(findings->count, 3);
    cr_assert_str_eq(findings->items[0].fix, "fix");
    cr_assert_eq(findings->items[2].node, op);
    ph_findings_free(findings);
    ph_document_free(document);
}

static void add_finding(struct ph_findings *findings, const struct ph_node *node,
                        struct ph_finding finding)
{
    finding.node = node;
    ph_findings_add(findings, &finding);
}

Test(findings, what_two_rules_say_alike_is_said_once)
{
    struct ph_document *document = small();
    struct ph_findings *findings = ph_findings_new();
    struct ph_node *pp = nth(document, PH_PREAMBULAR, 1);
    add_finding(
        findings, pp,
        (struct ph_finding){
            .severity = PH_WARNING, .rule = "a", .message = "x", .from = 1, .to = 5, .fix = "fix"});
    add_finding(
        findings, pp,
        (struct ph_finding){
            .severity = PH_ERROR, .rule = "z", .message = "y", .from = 1, .to = 5, .fix = "fix"});
    add_finding(
        findings, pp,
        (struct ph_finding){
            .severity = PH_ERROR, .rule = "z", .message = "y", .from = 3, .to = 5, .fix = "ix"});
    add_finding(
        findings, pp,
        (struct ph_finding){.severity = PH_ERROR, .rule = "q", .message = "y", .from = 3, .to = 5});
    add_finding(
        findings, pp,
        (struct ph_finding){.severity = PH_ERROR, .rule = "q", .message = "o", .from = 3, .to = 5});
    ph_findings_sort(findings, document);
    cr_assert_eq(findings->count, 3);
    cr_expect_str_eq(findings->items[0].rule, "z");
    cr_expect_eq(findings->items[0].from, 1);
    cr_expect_str_eq(findings->items[1].message, "y", "of one rule, as it was added");
    cr_expect_str_eq(findings->items[2].message, "o");
    ph_findings_free(findings);
    ph_document_free(document);
}
