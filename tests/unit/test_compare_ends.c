/* Paragraphs that were split or merged, labels of the old document, and looks: each case proves
 * that accepting and rejecting give both documents back. */
#include "test_compare_help.h"
#include "write/concordance.h"

TestSuite(compare_ends, .fini = free_lexicon);

#define FIRST "Welcomes the efforts of Member States to protect large lakes and their shores"
#define SECOND "exchange information on water levels, salt content and fish in those basins;"
#define THIRD "Stresses that open data on rainfall save harvests where farmers can read them;"

/* Operative paragraphs; the list ends with NULL. */
static struct ph_document *make(const char *const *texts)
{
    struct ph_document *document = ph_document_new("test");
    for (; *texts; texts++)
        add_paragraph(document->root, PH_OPERATIVE, *texts);
    ph_document_number(document);
    return document;
}

static struct ph_document *compare(unsigned ways, const char *const *before,
                                   const char *const *after, struct ph_changes *changes)
{
    struct ph_document *old = make(before), *new = make(after);
    struct ph_document *marked = compare_and_prove_with(ways, old, new, changes);
    ph_document_free(old);
    ph_document_free(new);
    return marked;
}

/* The paragraphs as they come: the old label, what became of the end, the new label. */
static void expect_paragraphs(const struct ph_document *marked, const char *expected)
{
    static const char ends[] = " +-";
    struct ph_buffer out = {0};
    char label[96];
    for (struct ph_node *node = NULL; (node = ph_next_of(marked->root, node, PH_OPERATIVE));)
        ph_buffer_printf(&out, "%s>%s%c;", node->was ? node->was : "",
                         node->mark == PH_NODE_DELETED ? "" : ph_label(node, label, sizeof label),
                         ends[node->end]);
    cr_expect_str_eq(ph_buffer_text(&out), expected);
    ph_buffer_free(&out);
}

static const char *const whole[] = {FIRST ", and encourages them to " SECOND, THIRD, NULL};
static const char *const halves[] = {FIRST ";", "Encourages them to " SECOND, THIRD, NULL};

Test(compare_ends, a_paragraph_that_became_two)
{
    struct ph_changes changes;
    struct ph_document *marked = compare(PH_COMPARE_ENDS, whole, halves, &changes);
    expect_paragraphs(marked, "OP1>OP1+;OP1>OP2 ;OP2>OP3 ;");
    cr_expect_eq(changes.paragraphs_split, 1);
    cr_expect_eq(changes.paragraphs_inserted, 0);
    cr_expect_eq(changes.words_deleted, 1, "and: %d", changes.words_deleted);
    cr_expect_eq(changes.words_inserted, 0, "%d", changes.words_inserted);
    ph_document_free(marked);
}

Test(compare_ends, two_paragraphs_that_became_one)
{
    struct ph_changes changes;
    struct ph_document *marked = compare(PH_COMPARE_ENDS, halves, whole, &changes);
    expect_paragraphs(marked, "OP1>OP1-;OP2>OP1 ;OP3>OP2 ;");
    cr_expect_eq(changes.paragraphs_merged, 1);
    cr_expect_eq(changes.paragraphs_deleted, 0);
    ph_document_free(marked);
}

Test(compare_ends, nobody_sees_ends_who_did_not_ask)
{
    struct ph_changes changes;
    struct ph_document *marked = compare(0, whole, halves, &changes);
    for (struct ph_node *node = NULL; (node = ph_next_of(marked->root, node, PH_OPERATIVE));)
        cr_expect_eq(node->end, PH_END_KEPT);
    cr_expect_eq(changes.paragraphs_split, 0);
    cr_expect_eq(changes.paragraphs_inserted, 1);
    ph_document_free(marked);
}

Test(compare_ends, a_new_neighbour_is_no_half)
{
    static const char *const before[] = {FIRST ";", THIRD, NULL};
    static const char *const after[] = {FIRST ";", "Invites them to " SECOND, THIRD, NULL};
    struct ph_changes changes;
    struct ph_document *marked = compare(PH_COMPARE_ENDS, before, after, &changes);
    expect_paragraphs(marked, "OP1>OP1 ;>OP2 ;OP2>OP3 ;");
    cr_expect_eq(changes.paragraphs_split, 0);
    ph_document_free(marked);
}

/* A footnote goes with the words that mention it, into the second half and back. */
Test(compare_ends, a_footnote_in_the_second_half)
{
    struct ph_document *documents[2];
    for (int i = 0; i < 2; i++) {
        documents[i] = make(i ? halves : whole);
        struct ph_node *note = add_footnote(documents[i], "Resolution 70/1.");
        struct ph_node *first = documents[i]->root->first;
        mention(i ? first->next : first, "salt content", note);
        ph_document_number(documents[i]);
    }
    struct ph_document *marked =
        compare_and_prove_with(PH_COMPARE_ENDS, documents[0], documents[1], NULL);
    const struct ph_node *second = marked->root->first->next;
    cr_assert_eq(marked->root->first->end, PH_END_INSERTED);
    size_t stay = 0;
    for (size_t i = 0; i < second->text.count; i++)
        stay += second->text.inlines[i].kind == PH_NOTE && !second->text.inlines[i].name;
    cr_expect_eq(stay, 1, "the mark stays a mark that nobody changed");
    ph_document_free(marked);
    ph_document_free(documents[0]);
    ph_document_free(documents[1]);
}

/* Paragraphs with sub-paragraphs are not cut: who would say to which half those belong? */
Test(compare_ends, subparagraphs_keep_a_paragraph_whole)
{
    struct ph_document *old = make(whole), *new = make(halves);
    add_paragraph(old->root->first, PH_SUBPARAGRAPH, "Of lakes below the level of the sea;");
    struct ph_document *marked = compare_and_prove_with(PH_COMPARE_ENDS, old, new, NULL);
    cr_expect_eq(marked->root->first->end, PH_END_KEPT);
    ph_document_free(marked);
    ph_document_free(old);
    ph_document_free(new);
}

/* ---- which is which ---- */

static void expect_concordance(const struct ph_document *marked, const char *expected)
{
    struct ph_concordance_row *rows;
    struct ph_buffer out = {0};
    const size_t count = ph_concordance(marked, true, &rows);
    for (size_t i = 0; i < count; i++) {
        ph_put_old_label(&rows[i], &out);
        ph_buffer_put(&out, ">");
        ph_put_new_label(&rows[i], &out);
        ph_buffer_printf(&out, " %s;", ph_passage_name(rows[i].passage));
    }
    cr_expect_str_eq(ph_buffer_text(&out), expected);
    ph_buffer_free(&out);
    free(rows);
}

Test(compare_ends, concordance)
{
    static const char *const before[] = {FIRST ";", THIRD, "Invites universities to teach it;",
                                         "Requests a report on forest fires in dry regions;", NULL};
    static const char *const after[] = {"Decides to remain seized of the matter;", FIRST ";", THIRD,
                                        "Requests a report on forest fires in dry regions;", NULL};
    struct ph_document *marked = compare(PH_COMPARE_ENDS, before, after, NULL);
    expect_concordance(marked, ">OP1 new;OP1–OP2>OP2–OP3 ;OP3> dropped;OP4>OP4 ;");
    ph_document_free(marked);
    marked = compare(PH_COMPARE_ENDS, whole, halves, NULL);
    expect_concordance(marked, "OP1>OP1 split;OP1>OP2 split;OP2>OP3 ;");
    ph_document_free(marked);
}

/* ---- looks ---- */

static struct ph_document *with_italics(const char *text, size_t from, size_t to)
{
    struct ph_document *document = one_paragraph(PH_OPERATIVE, text);
    if (from < to)
        ph_text_mark(ph_next_of(document->root, NULL, PH_OPERATIVE), PH_ITALIC, from, to);
    return document;
}

static size_t count_restyled(unsigned ways, const char *name)
{
    struct ph_document *old = with_italics("Welcomes the great old lakes" TAIL, 0, 8);
    struct ph_document *new = with_italics("Welcomes the great new lakes" TAIL, 0, 18);
    struct ph_document *marked = compare_and_prove_with(ways, old, new, NULL);
    const struct ph_node *node = ph_next_of(marked->root, NULL, PH_OPERATIVE);
    size_t count = 0;
    for (size_t i = 0; i < node->text.count; i++) {
        const struct ph_inline *mark = &node->text.inlines[i];
        if (mark->kind != PH_RESTYLED)
            continue;
        cr_expect_str_eq(mark->name, name);
        cr_expect_eq(mark->from, strlen("Welcomes "));
        cr_expect_eq(mark->to, strlen("Welcomes the great"));
        count++;
    }
    ph_document_free(marked);
    ph_document_free(old);
    ph_document_free(new);
    return count;
}

Test(compare_ends, looks_only_where_asked)
{
    cr_expect_eq(count_restyled(0, ""), 0);
    cr_expect_eq(count_restyled(PH_COMPARE_LOOKS, ""), 1);
}
