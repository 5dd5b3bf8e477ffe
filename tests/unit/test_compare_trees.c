/* Which paragraph is which: what stays, what is new, what moved, and what becomes of footnotes,
 * fields and annexes. Each case proves that accepting and rejecting give both documents back. */
#include <time.h>

#include "test_compare_help.h"

TestSuite(compare_trees, .fini = free_lexicon);

static const char *const sentences[] = {
    "Welcomes the efforts of Member States to strengthen the resilience of coastal communities;",
    "Encourages the specialized agencies to support capacity-building in remote mountain areas;",
    "Requests the Secretary-General to report on the financing of vaccination campaigns;",
    "Recognizes that volunteers contribute to the prevention of forest fires in many regions;",
    "Invites universities to teach the history of navigation and of the law of the sea;",
    "Stresses that open data on rainfall save harvests where farmers can read them;",
};

enum { SENTENCES = sizeof sentences / sizeof *sentences };

/* Operative paragraphs by the digits in `order`: "0123". */
static struct ph_document *make(const char *order)
{
    struct ph_document *document = ph_document_new("test");
    ph_add(document->root, PH_TITLE, "A title");
    for (; *order; order++)
        add_paragraph(document->root, PH_OPERATIVE, sentences[*order - '0']);
    ph_document_number(document);
    return document;
}

static const char mark_letters[] = " +-<>";

/* The operative paragraphs as they come: mark, then the digit of the sentence. */
static void expect_order(const struct ph_document *marked, const char *expected)
{
    struct ph_buffer out = {0};
    for (struct ph_node *node = NULL; (node = ph_next_of(marked->root, node, PH_OPERATIVE));)
        for (int i = 0; i < SENTENCES; i++)
            if (!strcmp(node->text.bytes, sentences[i]))
                ph_buffer_printf(&out, "%c%d", mark_letters[node->mark], i);
    cr_expect_str_eq(ph_buffer_text(&out), expected);
    ph_buffer_free(&out);
}

static void expect_changes(struct ph_changes got, int inserted, int deleted, int moved, int changed)
{
    cr_expect_eq(got.paragraphs_inserted, inserted, "inserted %d", got.paragraphs_inserted);
    cr_expect_eq(got.paragraphs_deleted, deleted, "deleted %d", got.paragraphs_deleted);
    cr_expect_eq(got.paragraphs_moved, moved, "moved %d", got.paragraphs_moved);
    cr_expect_eq(got.paragraphs_changed, changed, "changed %d", got.paragraphs_changed);
}

static void expect_orders(const char *before, const char *after, const char *expected)
{
    struct ph_document *old = make(before), *new = make(after);
    struct ph_document *marked = compare_and_prove(old, new, NULL);
    expect_order(marked, expected);
    ph_document_free(marked);
    ph_document_free(old);
    ph_document_free(new);
}

Test(compare_trees, order)
{
    expect_orders("0123", "0123", " 0 1 2 3");
    expect_orders("0123", "01423", " 0 1+4 2 3");
    expect_orders("0123", "013", " 0 1-2 3");
    expect_orders("", "01", "+0+1");
    expect_orders("01", "", "-0-1");
    expect_orders("0123", "4513", "-0+4+5 1-2 3");
}

/* What moves is what is fewer: not five paragraphs around the one. */
Test(compare_trees, a_move_is_one_move)
{
    expect_orders("012345", "123405", "<0 1 2 3 4>0 5");
    expect_orders("012345", "051234", " 0>5 1 2 3 4<5");
}

Test(compare_trees, ends_of_a_move_are_twins)
{
    struct ph_document *old = make("01234"), *new = make("12304");
    struct ph_changes changes;
    struct ph_document *marked = compare_and_prove(old, new, &changes);
    const struct ph_node *from = ph_next_of(marked->root, NULL, PH_OPERATIVE), *to = from->twin;
    cr_assert_not_null(to);
    cr_expect_eq(from->mark, PH_MOVED_FROM);
    cr_expect_eq(to->mark, PH_MOVED_TO);
    cr_expect_eq(to->twin, from);
    cr_expect_eq(to->order, 4);
    expect_changes(changes, 0, 0, 1, 0);
    cr_expect_eq(changes.words_inserted + changes.words_deleted, 0);
    ph_document_free(marked);
    ph_document_free(old);
    ph_document_free(new);
}

Test(compare_trees, a_moved_paragraph_says_what_changed_in_it)
{
    struct ph_document *old = make("0123"), *new = make("123");
    add_paragraph(new->root, PH_OPERATIVE,
                  "Welcomes the efforts of Member States to strengthen the resilience of inland "
                  "communities;");
    ph_document_number(new);
    struct ph_document *marked = compare_and_prove(old, new, NULL);
    const struct ph_node *from = ph_next_of(marked->root, NULL, PH_OPERATIVE);
    cr_assert_eq(from->mark, PH_MOVED_FROM);
    expect_line(from, "Welcomes the efforts of Member States to strengthen the resilience of "
                      "[-coastal-] communities;");
    expect_line(from->twin, "Welcomes the efforts of Member States to strengthen the resilience of "
                            "{+inland+} communities;");
    ph_document_free(marked);
    ph_document_free(old);
    ph_document_free(new);
}

/* The printed number of before, the order of after: a new number is no change of words. */
Test(compare_trees, renumbering_is_no_change)
{
    struct ph_document *old = make("12"), *new = make("012");
    ph_next_of(old->root, NULL, PH_OPERATIVE)->as.paragraph.number = "1.";
    struct ph_node *second =
        ph_next_of(new->root, ph_next_of(new->root, NULL, PH_OPERATIVE), PH_OPERATIVE);
    second->as.paragraph.number = "2.";
    struct ph_changes changes;
    struct ph_document *marked = compare_and_prove(old, new, &changes);
    expect_changes(changes, 1, 0, 0, 0);
    struct ph_node *kept =
        ph_next_of(marked->root, ph_next_of(marked->root, NULL, PH_OPERATIVE), PH_OPERATIVE);
    cr_expect_str_eq(kept->as.paragraph.number, "1.");
    cr_expect_eq(kept->order, 2);
    struct ph_document *accepted = ph_compare_take(marked, true);
    struct ph_node *taken =
        ph_next_of(accepted->root, ph_next_of(accepted->root, NULL, PH_OPERATIVE), PH_OPERATIVE);
    cr_expect_str_eq(taken->as.paragraph.number, "2.");
    ph_document_free(accepted);
    ph_document_free(marked);
    ph_document_free(old);
    ph_document_free(new);
}

Test(compare_trees, words_are_counted)
{
    struct ph_document *old = make("01"), *new = make("02");
    struct ph_changes changes;
    ph_document_free(compare_and_prove(old, new, &changes));
    expect_changes(changes, 1, 1, 0, 0);
    cr_expect_eq(changes.words_deleted, 11);
    cr_expect_eq(changes.words_inserted, 11);
    ph_document_free(old);
    ph_document_free(new);
}

/* ---- sub-paragraphs, headings, annexes ---- */

Test(compare_trees, subparagraphs)
{
    struct ph_document *old = make("01"), *new = make("01");
    struct ph_node *first = ph_next_of(old->root, NULL, PH_OPERATIVE);
    ph_add(first, PH_SUBPARAGRAPH,
           "To keep records of every tide and of the wind at each harbour;");
    ph_add(first, PH_SUBPARAGRAPH, "To publish them;");
    first = ph_next_of(new->root, NULL, PH_OPERATIVE);
    ph_add(first, PH_SUBPARAGRAPH, "To publish them each year;");
    ph_add(first->next, PH_SUBPARAGRAPH,
           "To keep records of every tide and of the wind at each harbour;");
    struct ph_document *marked = compare_and_prove(old, new, NULL);
    const struct ph_node *from = ph_next_of(marked->root, NULL, PH_SUBPARAGRAPH);
    cr_expect_eq(from->mark, PH_MOVED_FROM);
    cr_assert_not_null(from->twin);
    cr_expect_eq(from->twin->parent, from->parent->next);
    expect_line(from->next, "To publish them{+ each year+};");
    ph_document_free(marked);
    ph_document_free(old);
    ph_document_free(new);
}

/* What is in a deleted node is deleted too, at every depth. */
Test(compare_trees, a_deleted_paragraph_takes_its_parts_along)
{
    struct ph_document *old = make("01"), *new = make("1");
    struct ph_node *first = ph_next_of(old->root, NULL, PH_OPERATIVE);
    ph_add(ph_add(first, PH_SUBPARAGRAPH, "To sing;"), PH_SUBPARAGRAPH, "Loudly;");
    struct ph_document *marked = compare_and_prove(old, new, NULL);
    for (const struct ph_node *node = NULL;
         (node = ph_next_of(marked->root, node, PH_SUBPARAGRAPH));)
        cr_expect_eq(node->mark, PH_NODE_DELETED);
    ph_document_free(marked);
    ph_document_free(old);
    ph_document_free(new);
}

/* A new annex in front shifts the labels; what an annex holds says which it is. */
Test(compare_trees, annexes)
{
    struct ph_document *old = make("0"), *new = make("0");
    struct ph_node *annex = ph_add(old->root, PH_ANNEX, "");
    annex->as.annex.label = "Annex I";
    struct ph_node *draft = ph_add(annex, PH_DOCUMENT, "");
    ph_add(draft, PH_TITLE, "Draft resolution");
    add_paragraph(draft, PH_OPERATIVE, sentences[3]);
    annex = ph_add(new->root, PH_ANNEX, "");
    annex->as.annex.label = "Annex I";
    ph_add(annex, PH_PARAGRAPH, "Terms of reference of the panel of independent experts.");
    annex = ph_add(new->root, PH_ANNEX, "");
    annex->as.annex.label = "Annex II";
    draft = ph_add(annex, PH_DOCUMENT, "");
    ph_add(draft, PH_TITLE, "Draft resolution");
    add_paragraph(draft, PH_OPERATIVE,
                  "Recognizes that volunteers contribute to the prevention of floods in many "
                  "regions;");
    struct ph_document *marked = compare_and_prove(old, new, NULL);
    annex = ph_next_of(marked->root, NULL, PH_ANNEX);
    cr_expect_eq(annex->mark, PH_NODE_INSERTED);
    cr_expect_eq(annex->next->mark, PH_UNMARKED);
    expect_line(ph_next_of(annex->next, NULL, PH_OPERATIVE),
                "Recognizes that volunteers contribute to the prevention of [-forest fires-]"
                "{+floods+} in many regions;");
    ph_document_free(marked);
    ph_document_free(old);
    ph_document_free(new);
}

Test(compare_trees, fields_are_known_by_their_names)
{
    struct ph_document *old = make("0"), *new = make("0");
    ph_set_field(old->root, PH_FIELD_SYMBOL, "A/RES/73/1");
    ph_set_field(old->root, PH_FIELD_SESSION, "Seventy-third session");
    ph_set_field(old->root, PH_FIELD_JOB, "18-12345");
    ph_set_field(new->root, PH_FIELD_SESSION, "Seventy-fifth session");
    ph_set_field(new->root, PH_FIELD_SYMBOL, "A/75/L.1");
    struct ph_changes changes;
    struct ph_document *marked = compare_and_prove(old, new, &changes);
    expect_line(ph_field_node(marked->root, PH_FIELD_SYMBOL), "[-A/RES/73/1-]{+A/75/L.1+}");
    expect_line(ph_field_node(marked->root, PH_FIELD_SESSION),
                "[-Seventy-third-]{+Seventy-fifth+} session");
    cr_expect_eq(ph_field_node(marked->root, PH_FIELD_JOB)->mark, PH_NODE_DELETED);
    expect_changes(changes, 0, 0, 0, 0);
    ph_document_free(marked);
    ph_document_free(old);
    ph_document_free(new);
}

/* ---- footnotes ---- */

/* Two paragraphs with a footnote each. */
static struct ph_document *make_noted(const char *first, const char *second)
{
    struct ph_document *document = make("01");
    struct ph_node *node = ph_next_of(document->root, NULL, PH_OPERATIVE);
    if (first)
        mention(node, "Member States", add_footnote(document, first));
    if (second)
        mention(node->next, "capacity-building", add_footnote(document, second));
    ph_document_number(document);
    return document;
}

Test(compare_trees, a_footnote_at_the_same_place_is_the_same_footnote)
{
    struct ph_document *old = make_noted("A/73/328.", "Resolution 60/1.");
    struct ph_document *new = make_noted("A/75/113.", "Resolution 60/1.");
    struct ph_changes changes;
    struct ph_document *marked = compare_and_prove(old, new, &changes);
    struct ph_node *note = ph_next_of(marked->root, NULL, PH_FOOTNOTE);
    expect_line(note, "[-A/73/328-]{+A/75/113+}.");
    cr_expect_eq(note->next->mark, PH_UNMARKED);
    expect_changes(changes, 0, 0, 0, 0);
    ph_document_free(marked);
    ph_document_free(old);
    ph_document_free(new);
}

Test(compare_trees, a_footnote_less)
{
    struct ph_document *old = make_noted("A/73/328.", "Resolution 60/1.");
    struct ph_document *new = make_noted(NULL, "Resolution 60/1.");
    struct ph_document *marked = compare_and_prove(old, new, NULL);
    struct ph_node *first = ph_next_of(marked->root, NULL, PH_OPERATIVE);
    cr_assert_eq(first->text.count, 1u);
    const struct ph_inline *mark = &first->text.inlines[0];
    cr_expect_str_eq(mark->name, "deleted");
    cr_expect_eq(mark->note->mark, PH_NODE_DELETED);
    cr_expect_eq(mark->note->document, marked);
    cr_expect_str_eq(mark->note->text.bytes, "A/73/328.");
    ph_document_free(marked);
    ph_document_free(old);
    ph_document_free(new);
}

Test(compare_trees, a_footnote_more)
{
    struct ph_document *old = make_noted(NULL, "Resolution 60/1.");
    struct ph_document *new = make_noted("A/73/328.", "Resolution 60/1.");
    struct ph_document *marked = compare_and_prove(old, new, NULL);
    struct ph_node *first = ph_next_of(marked->root, NULL, PH_OPERATIVE);
    cr_expect_str_eq(first->text.inlines[0].name, "inserted");
    cr_expect_eq(first->text.inlines[0].note->mark, PH_NODE_INSERTED);
    cr_expect_null(first->next->text.inlines[0].name);
    ph_document_free(marked);
    ph_document_free(old);
    ph_document_free(new);
}

/* A mention that goes while the footnote stays: the mark alone is deleted. */
Test(compare_trees, a_mention_less)
{
    struct ph_document *old = make_noted("Resolution 60/1.", NULL);
    struct ph_document *new = make_noted("Resolution 60/1.", NULL);
    struct ph_node *note = ph_next_of(old->root, NULL, PH_FOOTNOTE);
    mention(ph_next_of(old->root, NULL, PH_OPERATIVE)->next, "agencies", note);
    struct ph_document *marked = compare_and_prove(old, new, NULL);
    const struct ph_node *second = ph_next_of(marked->root, NULL, PH_OPERATIVE)->next;
    cr_assert_eq(second->text.count, 1u);
    cr_expect_str_eq(second->text.inlines[0].name, "deleted");
    cr_expect_eq(second->text.inlines[0].note->mark, PH_UNMARKED);
    ph_document_free(marked);
    ph_document_free(old);
    ph_document_free(new);
}

/* The words before a mark change, the mark stays; and the other way round. */
Test(compare_trees, marks_among_changed_words)
{
    struct ph_document *old = one_paragraph(PH_OPERATIVE, "Notes the report of 2018, and acts;");
    struct ph_document *new = one_paragraph(PH_OPERATIVE, "Notes the survey of 2020, and so acts;");
    mention(ph_next_of(old->root, NULL, PH_OPERATIVE), "2018,", add_footnote(old, "A/73/1."));
    mention(ph_next_of(new->root, NULL, PH_OPERATIVE), "2020,", add_footnote(new, "A/75/2."));
    struct ph_document *marked = compare_and_prove(old, new, NULL);
    struct ph_node *node = ph_next_of(marked->root, NULL, PH_OPERATIVE);
    expect_line(node, "Notes the [-report of 2018-]{+survey of 2020+},^ and {+so +}acts;");
    expect_line(ph_next_of(marked->root, NULL, PH_FOOTNOTE), "[-A/73/1-]{+A/75/2+}.");
    ph_document_free(marked);
    ph_document_free(old);
    ph_document_free(new);
}

/* A deleted paragraph's footnote is deleted; one that others mention too stays. */
Test(compare_trees, footnotes_of_a_deleted_paragraph)
{
    struct ph_document *old = make_noted("A/73/328.", "Resolution 60/1."), *new = make("1");
    struct ph_node *first = ph_next_of(old->root, NULL, PH_OPERATIVE);
    mention(first, "communities", first->next->text.inlines[0].note);
    mention(ph_next_of(new->root, NULL, PH_OPERATIVE), "capacity-building",
            add_footnote(new, "Resolution 60/1."));
    ph_document_number(new);
    struct ph_document *marked = compare_and_prove(old, new, NULL);
    first = ph_next_of(marked->root, NULL, PH_OPERATIVE);
    cr_assert_eq(first->mark, PH_NODE_DELETED);
    cr_expect_eq(first->text.inlines[0].note->mark, PH_NODE_DELETED);
    cr_expect_eq(first->text.inlines[1].note->mark, PH_UNMARKED);
    ph_document_free(marked);
    ph_document_free(old);
    ph_document_free(new);
}

/* The same footnote moves into a new annex: it must not go away with the annex. */
Test(compare_trees, footnotes_of_a_new_annex)
{
    struct ph_document *old = make_noted("Resolution 60/1.", NULL), *new = make("1");
    struct ph_node *annex = ph_add(new->root, PH_ANNEX, "");
    struct ph_node *note = ph_add(annex, PH_FOOTNOTE, "Resolution 60/1.");
    mention(ph_add(annex, PH_PARAGRAPH, sentences[0]), "Member States", note);
    ph_document_number(new);
    ph_document_free(compare_and_prove(old, new, NULL));
    ph_document_free(compare_and_prove(new, old, NULL));
    ph_document_free(old);
    ph_document_free(new);
}

/* ---- the documents as wholes ---- */

Test(compare_trees, a_document_with_itself)
{
    struct ph_document *old = make_noted("A/73/328.", "Resolution 60/1.");
    struct ph_changes changes;
    struct ph_document *marked = compare_and_prove(old, old, &changes);
    expect_changes(changes, 0, 0, 0, 0);
    cr_expect_eq(changes.words_inserted + changes.words_deleted, 0);
    struct ph_buffer a = {0}, b = {0};
    ph_dump(marked, &a);
    ph_dump(old, &b);
    cr_expect_str_eq(ph_buffer_text(&a), ph_buffer_text(&b));
    ph_buffer_free(&a);
    ph_buffer_free(&b);
    ph_document_free(marked);
    ph_document_free(old);
}

Test(compare_trees, empty_documents)
{
    struct ph_document *empty = ph_document_new("empty"), *full = make_noted("A/1/1.", NULL);
    ph_document_free(compare_and_prove(empty, empty, NULL));
    ph_document_free(compare_and_prove(empty, full, NULL));
    ph_document_free(compare_and_prove(full, empty, NULL));
    ph_document_free(empty);
    ph_document_free(full);
}

/* A marked document is compared as if its changes were accepted. */
Test(compare_trees, marked_documents_may_be_compared)
{
    struct ph_document *a = make("0123"), *b = make("0312"), *c = make("45");
    struct ph_document *first = compare_and_prove(a, b, NULL);
    struct ph_document *second = ph_compare(the_lexicon(), first, c, NULL);
    struct ph_document *rejected = ph_compare_take(second, false);
    expect_same_form(rejected, b, "rejected");
    ph_document_free(rejected);
    ph_document_free(second);
    ph_document_free(first);
    ph_document_free(a);
    ph_document_free(b);
    ph_document_free(c);
}

/* Where every word stands in most paragraphs, two in a row still tell them apart. */
Test(compare_trees, paragraphs_of_common_words)
{
    static const char *const stock[] = {"peace",  "law",   "trade", "water", "health", "youth",
                                        "oceans", "space", "seeds", "towns", "books",  "roads"};
    enum { PARAGRAPHS = 150, WORDS = 40 };
    struct ph_document *old = ph_document_new("old"), *new = ph_document_new("new");
    uint32_t state = 1;
    for (int i = 0; i < PARAGRAPHS; i++) {
        struct ph_buffer text = {0}, edited = {0};
        for (int k = 0; k < WORDS; k++) {
            state = state * 1664525u + 1013904223u;
            const char *word = stock[(state >> 8) % (sizeof stock / sizeof *stock)];
            ph_buffer_printf(&text, "%s%s", k ? " " : "", word);
            ph_buffer_printf(&edited, "%s%s", k ? " " : "", k % 13 == 5 ? "tides" : word);
        }
        ph_add(old->root, PH_PARAGRAPH, ph_buffer_text(&text));
        if (i % 10 != 3)
            ph_add(new->root, PH_PARAGRAPH, ph_buffer_text(&edited));
        ph_buffer_free(&text);
        ph_buffer_free(&edited);
    }
    struct ph_changes changes;
    ph_document_free(compare_and_prove(old, new, &changes));
    expect_changes(changes, 0, PARAGRAPHS / 10, 0, PARAGRAPHS - PARAGRAPHS / 10);
    cr_expect_eq(changes.words_inserted, 3 * (PARAGRAPHS - PARAGRAPHS / 10));
    ph_document_free(old);
    ph_document_free(new);
}

/* ---- hostile documents: seconds allow for a slow machine under sanitizers ---- */

static void expect_fast(struct ph_document *old, struct ph_document *new, const char *what)
{
    clock_t start = clock();
    struct ph_document *marked = ph_compare(NULL, old, new, NULL);
    struct ph_document *rejected = ph_compare_take(marked, false);
    double seconds = (double)(clock() - start) / CLOCKS_PER_SEC;
    cr_expect_lt(seconds, 20.0, "%s: %.1f s", what, seconds);
    expect_same_form(rejected, old, what);
    ph_document_free(rejected);
    ph_document_free(marked);
    ph_document_free(old);
    ph_document_free(new);
}

/* `count` words, alternately the two given. */
static struct ph_document *one_long_text(size_t count, const char *odd, const char *even)
{
    struct ph_document *document = ph_document_new("long");
    struct ph_buffer text = {0};
    for (size_t i = 0; i < count; i++)
        ph_buffer_printf(&text, "%s%s", i ? " " : "", i % 2 ? odd : even);
    ph_add(document->root, PH_PARAGRAPH, ph_buffer_text(&text));
    ph_buffer_free(&text);
    ph_document_number(document);
    return document;
}

Test(compare_trees, texts_of_equal_words, .timeout = 120)
{
    expect_fast(one_long_text(100000, "a", "a"), one_long_text(60000, "a", "a"), "a a a");
    expect_fast(one_long_text(100000, "a", "b"), one_long_text(100000, "b", "c"), "a b, b c");
}

Test(compare_trees, many_equal_paragraphs, .timeout = 120)
{
    struct ph_document *old = ph_document_new("old"), *new = ph_document_new("new");
    for (int i = 0; i < 20000; i++) {
        ph_add(old->root, PH_PARAGRAPH, i % 3 ? "The same words again." : "Other words.");
        ph_add(new->root, PH_PARAGRAPH, i % 7 ? "The same words once more." : "Other words.");
    }
    expect_fast(old, new, "equal paragraphs");
}

Test(compare_trees, deep_nesting, .timeout = 120)
{
    struct ph_document *documents[2];
    for (int which = 0; which < 2; which++) {
        documents[which] = ph_document_new("deep");
        struct ph_node *node = documents[which]->root;
        for (int depth = 0; depth < 20000; depth++) {
            node = ph_add(node, depth ? PH_SUBPARAGRAPH : PH_OPERATIVE, depth % 2 ? "Down" : "On");
            if (which && depth == 10000)
                ph_add(node, PH_SUBPARAGRAPH, "Aside");
        }
    }
    expect_fast(documents[0], documents[1], "deep");
}

Test(compare_trees, many_footnotes, .timeout = 120)
{
    struct ph_document *documents[2];
    for (int which = 0; which < 2; which++) {
        documents[which] = one_long_text(20000, "a", "b");
        struct ph_node *node = documents[which]->root->first;
        for (size_t i = 0; i < 10000; i++) {
            size_t at = 2 * i + 1 + (size_t)which * 200;
            struct ph_node *note = add_footnote(documents[which], i % 2 ? "Ibid." : "A/1/1.");
            ph_text_mark(node, PH_NOTE, at, at)->note = note;
        }
        ph_document_number(documents[which]);
    }
    expect_fast(documents[0], documents[1], "footnotes");
}
