#include "compare/compare.h"

#include <stdlib.h>
#include <string.h>

#include "compare/cuts.h"
#include "compare/match.h"
#include "compare/merge.h"
#include "compare/notes.h"
#include "compare/paragraphs.h"
#include "compare/place.h"

struct comparison {
    const struct ph_compare_order *order;
    struct ph_vocabulary *vocabulary;
    struct ph_side sides[PH_SIDES];
    struct ph_document *marked;
    struct ph_unit_list joined; /* footnotes, by their units of `before` */
    struct ph_changes changes;
};

/* ---- counting ---- */

static bool counts_as_paragraph(const struct ph_node *node)
{
    return ph_is_paragraph(node) || node->kind == PH_HEADING || node->kind == PH_TITLE;
}

static void count_gone(const struct ph_side *side, int *paragraphs, int *words)
{
    for (size_t i = 0; i < side->count; i += 1) {
        const struct ph_unit *top = &side->units[i];
        const bool gone_note = top->node->kind == PH_FOOTNOTE && top->fate == PH_GONE;
        if (gone_note)
            *words += ph_words_count(top->node->text.bytes, 0, top->node->text.length);
        if (gone_note || top->fate != PH_GONE || !ph_is_top_of_change(side, i))
            continue;
        for (size_t j = i; j < i + top->size; j++) {
            const struct ph_node *node = side->units[j].node;
            if (node->kind == PH_FOOTNOTE)
                continue;
            *paragraphs += counts_as_paragraph(node);
            *words += ph_words_count(node->text.bytes, 0, node->text.length);
        }
    }
}

/* ---- words ---- */

/* The number that was printed before is what a reader sees replaced: order gives the new one. */
static void keep_printed_number(struct comparison *comparison, const struct ph_unit *old,
                                struct ph_node *new)
{
    if (new->kind != PH_OPERATIVE &&new->kind != PH_SUBPARAGRAPH)
        return;
    if (old->node->as.paragraph.number &&
        (new->as.paragraph.number || ph_goes_on(new, PH_END_DELETED)))
        new->as.paragraph.number =
            ph_arena_copy(comparison->marked->arena, old->node->as.paragraph.number);
}

/* Where the old words stood, for those who put the changes into the old file. */
static void keep_span(struct ph_document *marked, const struct ph_node *old, struct ph_node *new)
{
    struct ph_span *span = ph_arena_alloc(marked->arena, sizeof *span);
    *span = ph_span_copy(marked->arena, &old->span);
    new->before = span;
}

static void merge_pair(struct comparison *comparison, size_t before, size_t after)
{
    struct ph_side *sides = comparison->sides;
    size_t n, m;
    const struct ph_word *a = ph_side_words(&sides[PH_BEFORE], before, &n);
    const struct ph_word *b = ph_side_words(&sides[PH_AFTER], after, &m);
    struct ph_node *node = sides[PH_AFTER].units[after].node;
    size_t *match = ph_alloc(n * sizeof *match);
    ph_words_match(a, n, b, m, match);
    ph_notes_join(sides, before, after, match, &comparison->joined);
    const struct ph_pair pair = {sides,
                                 before,
                                 after,
                                 match,
                                 comparison->order->ways & PH_COMPARE_LOOKS,
                                 comparison->order->ways & PH_COMPARE_AS_READ};
    if (sides[PH_AFTER].units[after].fate == PH_MOVED) {
        ph_merge_moved(&pair, &comparison->changes);
        comparison->changes.paragraphs_moved++;
    } else {
        const bool changed = ph_merge(&pair, &comparison->changes);
        keep_printed_number(comparison, &sides[PH_BEFORE].units[before], node);
        keep_span(comparison->marked, sides[PH_BEFORE].units[before].node, node);
        comparison->changes.paragraphs_changed += changed && counts_as_paragraph(node);
    }
    free(match);
}

static void merge_all(struct comparison *comparison)
{
    struct ph_side *sides = comparison->sides;
    for (size_t i = 0; i < sides[PH_AFTER].count; i++) {
        const struct ph_unit *unit = &sides[PH_AFTER].units[i];
        if (unit->fate != PH_GONE && unit->node->kind != PH_FOOTNOTE)
            merge_pair(comparison, unit->match, i);
    }
    ph_notes_join_equal(sides, &comparison->joined);
    for (size_t i = 0; i < comparison->joined.count; i++) {
        const size_t note = comparison->joined.units[i];
        merge_pair(comparison, note, sides[PH_BEFORE].units[note].match);
    }
}

/* ---- the whole ---- */

static void count_ends(struct comparison *comparison)
{
    const struct ph_side *new = &comparison->sides[PH_AFTER];
    for (size_t i = 0; i < new->count; i++) {
        comparison->changes.paragraphs_split += new->units[i].node->end == PH_END_INSERTED;
        comparison->changes.paragraphs_merged += new->units[i].node->end == PH_END_DELETED;
    }
}

static void start(struct comparison *comparison, const struct ph_lexicon *lexicon,
                  const struct ph_document *before, const struct ph_document *after)
{
    comparison->vocabulary = ph_vocabulary_new(lexicon);
    comparison->marked = ph_document_copy(after);
    ph_sides_read(comparison->vocabulary, lexicon, before, comparison->marked, comparison->sides);
    ph_paragraphs_match(comparison->vocabulary, comparison->sides);
}

static void finish(struct comparison *comparison)
{
    struct ph_side *sides = comparison->sides;
    ph_mark_new(sides);
    merge_all(comparison);
    ph_notes_mark(sides, comparison->marked);
    ph_notes_point(&sides[PH_BEFORE], comparison->marked);
    count_gone(&sides[PH_BEFORE], &comparison->changes.paragraphs_deleted,
               &comparison->changes.words_deleted);
    count_gone(&sides[PH_AFTER], &comparison->changes.paragraphs_inserted,
               &comparison->changes.words_inserted);
    count_ends(comparison);
    ph_keep_labels(sides, comparison->marked);
    comparison->marked->marked = true;
    ph_document_number(comparison->marked);
}

/* All but the marked document. */
static void close(struct comparison *comparison)
{
    ph_vocabulary_free(comparison->vocabulary);
    ph_side_free(&comparison->sides[PH_BEFORE]);
    ph_side_free(&comparison->sides[PH_AFTER]);
    free(comparison->joined.units);
}

/* Compares anew, with the paragraphs cut that were split or merged. False when that did not come
 * out well for a cut, which is bad then. */
static bool compare_cut(struct comparison *comparison, struct ph_cuts *cuts,
                        const struct ph_lexicon *lexicon, const struct ph_document *before,
                        const struct ph_document *after)
{
    struct ph_document *old = ph_document_copy(before), *new = ph_document_copy(after);
    ph_cuts_make(cuts, PH_BEFORE, old);
    ph_cuts_make(cuts, PH_AFTER, new);
    start(comparison, lexicon, old, new);
    ph_document_free(new);
    ph_place_old(comparison->sides, comparison->marked);
    const bool good = ph_cuts_mark(cuts, comparison->sides, comparison->order);
    if (good)
        finish(comparison);
    close(comparison);
    if (!good)
        ph_document_free(comparison->marked);
    ph_document_free(old);
    return good;
}

/* Each round finds at least one bad cut; a text where that goes on is not worth more. */
static bool compare_ends(struct comparison *comparison, struct ph_cuts *cuts,
                         const struct ph_lexicon *lexicon, const struct ph_document *before,
                         const struct ph_document *after)
{
    enum { ROUNDS = 3 };
    ph_cuts_find(comparison->sides, cuts);
    for (int round = 0; round < ROUNDS; round++) {
        struct comparison cut = {.order = comparison->order};
        if (!ph_cuts_any(cuts, PH_BEFORE) && !ph_cuts_any(cuts, PH_AFTER))
            return false;
        if (!compare_cut(&cut, cuts, lexicon, before, after))
            continue;
        close(comparison);
        ph_document_free(comparison->marked);
        *comparison = (struct comparison){.marked = cut.marked, .changes = cut.changes};
        return true;
    }
    return false;
}

static struct comparison compare(const struct ph_compare_order *order,
                                 const struct ph_lexicon *lexicon, const struct ph_document *before,
                                 const struct ph_document *after)
{
    struct comparison comparison = {.order = order};
    struct ph_cuts cuts = {0};
    start(&comparison, lexicon, before, after);
    if (!(order->ways & PH_COMPARE_ENDS) ||
        !compare_ends(&comparison, &cuts, lexicon, before, after)) {
        ph_place_old(comparison.sides, comparison.marked);
        finish(&comparison);
        close(&comparison);
    }
    free(cuts.items);
    return comparison;
}

struct ph_document *ph_compare_ordered(const struct ph_compare_order *order,
                                       const struct ph_lexicon *lexicon,
                                       const struct ph_document *before,
                                       const struct ph_document *after, struct ph_changes *changes)
{
    struct ph_document *plain_before = before->marked ? ph_compare_take(before, true) : NULL;
    struct ph_document *plain_after = after->marked ? ph_compare_take(after, true) : NULL;
    const struct comparison comparison = compare(
        order, lexicon, plain_before ? plain_before : before, plain_after ? plain_after : after);
    if (changes)
        *changes = comparison.changes;
    ph_document_free(plain_before);
    ph_document_free(plain_after);
    return comparison.marked;
}

struct ph_document *ph_compare_with(unsigned ways, const struct ph_lexicon *lexicon,
                                    const struct ph_document *before,
                                    const struct ph_document *after, struct ph_changes *changes)
{
    const struct ph_compare_order order = {.ways = ways};
    return ph_compare_ordered(&order, lexicon, before, after, changes);
}

struct ph_document *ph_compare(const struct ph_lexicon *lexicon, const struct ph_document *before,
                               const struct ph_document *after, struct ph_changes *changes)
{
    return ph_compare_with(0, lexicon, before, after, changes);
}
