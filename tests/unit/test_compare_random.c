/* Whatever two documents are, accepting all marks gives the one and rejecting them the other:
 * random trees and random mutations of them, the same in every run. */
#include "test_compare_help.h"

TestSuite(compare_random, .fini = free_lexicon);

static uint32_t state;

static uint32_t random_below(uint32_t n)
{
    state = state * 1664525u + 1013904223u;
    return (state >> 8) % n;
}

static const char *const words[] = {
    "the",       "of",
    "and",       "to",
    "report",    "Secretary-General",
    "session",   "70/1 of 25 September 2015",
    "efforts",   "also",
    "States",    "“peace”",
    "its",       "seventy-fifth session",
    "A/73/328",  "on",
    "welcomes,", "2 March 2010",
    "further",   "développement",
    "a",         "(Fifth)",
    "2015–2020", "resolutions",
};

static const char *const openings[] = {"Recalling",        "Recalling also", "Notes",
                                       "Also notes",       "Requests",       "Welcoming",
                                       "Having considered"};

static const char *pick_word(void)
{
    return words[random_below(sizeof words / sizeof *words)];
}

static void put_words(struct ph_buffer *out, uint32_t most)
{
    for (uint32_t n = random_below(most); n > 0; n--)
        ph_buffer_printf(out, "%s%s", out->length ? " " : "", pick_word());
}

/* At most once in five a text without words. */
static const char *random_text(struct ph_document *document, bool opening)
{
    struct ph_buffer text = {0};
    if (opening)
        ph_buffer_put(&text, openings[random_below(sizeof openings / sizeof *openings)]);
    if (random_below(5))
        put_words(&text, 30);
    const char *copy = ph_arena_copy(document->arena, ph_buffer_text(&text));
    ph_buffer_free(&text);
    return copy;
}

/* A place between two words of a text, or at an end. */
static size_t random_place(const struct ph_text *text)
{
    size_t at = random_below((uint32_t)text->length + 1);
    while (at < text->length && text->bytes[at] != ' ')
        at++;
    return at;
}

static void add_marks(struct ph_node *node, struct ph_node *const *notes, uint32_t count)
{
    for (uint32_t n = count ? random_below(3) : 0; n > 0 && node->text.length; n--) {
        size_t at = random_place(&node->text);
        ph_text_mark(node, PH_NOTE, at, at)->note = notes[random_below(count)];
    }
    if (node->text.length && random_below(2))
        ph_text_mark(node, PH_ITALIC, 0, random_place(&node->text));
}

enum { MOST_NOTES = 6 };

static struct ph_document *random_document(void)
{
    static const enum ph_kind kinds[] = {PH_PREAMBULAR, PH_OPERATIVE, PH_OPERATIVE, PH_HEADING,
                                         PH_PARAGRAPH};
    struct ph_document *document = ph_document_new("random");
    struct ph_node *notes[MOST_NOTES], *last = NULL;
    uint32_t count = random_below(MOST_NOTES);
    for (uint32_t i = 0; i < count; i++)
        notes[i] = add_footnote(document, random_text(document, false));
    ph_set_field(document->root, PH_FIELD_SYMBOL, pick_word());
    ph_set_field(document->root, PH_FIELD_SESSION, pick_word());
    for (uint32_t n = random_below(12); n > 0; n--) {
        const bool below = last && ph_is_paragraph(last) && !random_below(4);
        const enum ph_kind kind = below ? PH_SUBPARAGRAPH : kinds[random_below(5)];
        const char *text = random_text(document, kind == PH_PREAMBULAR || kind == PH_OPERATIVE);
        struct ph_node *node = add_paragraph(below ? last : document->root, kind, text);
        add_marks(node, notes, count);
        last = node;
    }
    ph_document_number(document);
    return document;
}

/* ---- mutations ---- */

static size_t count_children(const struct ph_node *parent)
{
    size_t count = 0;
    for (const struct ph_node *node = parent->first; node; node = node->next)
        count++;
    return count;
}

static struct ph_node *random_child(struct ph_node *parent)
{
    struct ph_node *node = parent->first;
    for (uint32_t n = random_below((uint32_t)count_children(parent)); n > 0; n--)
        node = node->next;
    return node;
}

static void change_words(struct ph_node *node)
{
    struct ph_buffer made = {0};
    put_words(&made, 4);
    size_t from = random_place(&node->text), to = random_place(&node->text);
    if (from > to)
        from = to;
    if (from > 0 && made.length) {
        ph_text_replace(node, from, from, " ", 1);
        from++;
        to++;
    }
    ph_text_replace(node, from, to, ph_buffer_text(&made), made.length);
    ph_buffer_free(&made);
    struct ph_opening *opening = &node->as.paragraph.opening;
    if (ph_is_paragraph(node) && !ph_lexicon_opening(the_lexicon(), node->text.bytes,
                                                     node->text.length, PH_NO_PART, opening))
        *opening = (struct ph_opening){.part = PH_NO_PART};
}

static bool is_mentioned(const struct ph_document *document, const struct ph_node *note)
{
    struct ph_walk walk = ph_walk_start(document->root);
    while (ph_walk_step(&walk))
        for (size_t i = 0; i < walk.node->text.count; i++)
            if (walk.node->text.inlines[i].note == note)
                return true;
    return false;
}

/* Cuts a paragraph in two at a space; words, footnote marks and italics stay with their part. */
static void split(struct ph_node *node)
{
    const size_t at = random_place(&node->text), length = node->text.length;
    if (node->first || at == 0 || at >= length)
        return;
    struct ph_node *second = ph_node_copy(node->document, node);
    ph_insert_before(node, second);
    ph_unlink(node);
    ph_insert_before(second, node);
    for (size_t i = 0; i < node->text.count;) {
        if (node->text.inlines[i].from > at)
            node->text.inlines[i] = node->text.inlines[--node->text.count];
        else
            i++;
    }
    ph_text_replace(node, at, length, "", 0);
    for (size_t i = 0; i < second->text.count;) {
        if (second->text.inlines[i].to <= at)
            second->text.inlines[i] = second->text.inlines[--second->text.count];
        else
            i++;
    }
    ph_text_replace(second, 0, at + 1, "", 0);
    second->as.paragraph.opening = (struct ph_opening){.part = PH_NO_PART};
}

/* Puts the words of the next paragraph behind those of this one; its footnote marks are lost. */
static void merge(struct ph_node *node)
{
    struct ph_node *next = node->next;
    if (!next || next->kind != node->kind || node->first || next->first || !node->text.length)
        return;
    ph_text_replace(node, node->text.length, node->text.length, " ", 1);
    ph_text_replace(node, node->text.length, node->text.length, next->text.bytes,
                    next->text.length);
    ph_unlink(next);
}

/* One edit of the kinds that people make. */
static void mutate(struct ph_document *document)
{
    struct ph_node *node = random_child(document->root), *other = random_child(document->root);
    const bool fixed = node->kind == PH_MASTHEAD || node->kind == PH_FOOTNOTE;
    switch (random_below(8)) {
    case 6:
        if (ph_is_paragraph(node))
            split(node);
        break;
    case 7:
        if (ph_is_paragraph(node))
            merge(node);
        break;
    case 0:
        if (!fixed || (node->kind == PH_FOOTNOTE && !is_mentioned(document, node)))
            ph_unlink(node);
        break;
    case 1:
        ph_insert_before(other, ph_node_copy(document, node));
        break;
    case 2:
        if (!fixed && node != other) {
            ph_unlink(node);
            ph_insert_before(other, node);
        }
        break;
    default:
        change_words(node);
    }
}

static const char *dump(const struct ph_document *document, struct ph_buffer *out)
{
    ph_buffer_clear(out);
    ph_dump(document, out);
    return ph_buffer_text(out);
}

static void expect_same_twice(const struct ph_document *old, const struct ph_document *new,
                              const struct ph_document *marked)
{
    struct ph_document *again = ph_compare(the_lexicon(), old, new, NULL);
    struct ph_buffer a = {0}, b = {0};
    cr_expect_str_eq(dump(again, &a), dump(marked, &b));
    ph_buffer_free(&a);
    ph_buffer_free(&b);
    ph_document_free(again);
}

Test(compare_random, mutated_documents_come_back, .timeout = 120)
{
    struct ph_changes changes;
    int ends = 0;
    state = 20;
    for (int round = 0; round < 1500; round++) {
        struct ph_document *old = random_document(), *new = ph_document_copy(old);
        for (uint32_t n = 1 + random_below(8); n > 0 && new->root->first; n--)
            mutate(new);
        ph_document_number(new);
        struct ph_document *marked = compare_and_prove(old, new, NULL);
        if (round % 50 == 0)
            expect_same_twice(old, new, marked);
        ph_document_free(marked);
        ph_document_free(
            compare_and_prove_with(PH_COMPARE_ENDS | PH_COMPARE_LOOKS, old, new, &changes));
        ends += changes.paragraphs_split + changes.paragraphs_merged;
        ph_document_free(old);
        ph_document_free(new);
    }
    cr_expect_gt(ends, 20, "only %d ends were found: nothing is proved of them", ends);
}

Test(compare_random, strangers_come_back, .timeout = 120)
{
    state = 75;
    for (int round = 0; round < 1000; round++) {
        struct ph_document *old = random_document(), *new = random_document();
        ph_document_free(compare_and_prove(old, new, NULL));
        ph_document_free(compare_and_prove_with(PH_COMPARE_ENDS, old, new, NULL));
        ph_document_free(old);
        ph_document_free(new);
    }
}
