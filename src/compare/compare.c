#include "compare/compare.h"

#include <stdlib.h>
#include <string.h>

#include "compare/match.h"
#include "compare/merge.h"
#include "compare/notes.h"
#include "compare/paragraphs.h"
#include "doc/walk.h"

struct comparison {
    struct ph_vocabulary *vocabulary;
    struct ph_side sides[PH_SIDES];
    struct ph_document *marked;
    struct ph_unit_list joined; /* footnotes, by their units of `before` */
    struct ph_changes changes;
};

/* ---- whole nodes ---- */

/* Marks a node and what is in it. Footnotes have a fate of their own. */
static void mark_tree(struct ph_node *top, enum ph_mark mark)
{
    struct ph_walk walk = ph_walk_start(top);
    while (ph_walk_step(&walk))
        if (!walk.leaving && walk.node->kind != PH_FOOTNOTE)
            ((struct ph_node *)walk.node)->mark = mark;
}

/* Copies an old node into the marked document, in no place yet and without its footnotes, and
 * remembers what stands for which. */
static struct ph_node *copy_old(struct comparison *comparison, size_t unit)
{
    struct ph_unit *units = comparison->sides[PH_BEFORE].units;
    struct ph_node *copy = ph_node_copy(comparison->marked, units[unit].node);
    size_t at = unit;
    struct ph_walk walk = ph_walk_start(copy);
    while (ph_walk_step(&walk))
        if (!walk.leaving)
            units[at++].marked = (struct ph_node *)walk.node;
    for (size_t i = unit + 1; i < at; i++)
        if (units[i].marked->kind == PH_FOOTNOTE)
            ph_unlink(units[i].marked);
    return copy;
}

static void insert_behind(struct ph_node *parent, const struct ph_node *before,
                          struct ph_node *node)
{
    struct ph_node *next = before ? before->next : parent->first;
    if (next)
        ph_insert_before(next, node);
    else
        ph_append(parent, node);
}

/* Puts the old children that the new document has not, or has elsewhere, behind the kept ones
 * that they followed. */
static void place_children(struct comparison *comparison, size_t parent)
{
    const struct ph_side *old = &comparison->sides[PH_BEFORE];
    const size_t end = parent + old->units[parent].size;
    struct ph_node *last = NULL;
    for (size_t i = parent + 1; i < end; i += old->units[i].size) {
        struct ph_unit *unit = &old->units[i];
        if (unit->node->kind == PH_FOOTNOTE)
            continue;
        if (unit->fate != PH_KEPT) {
            struct ph_node *copy = copy_old(comparison, i);
            mark_tree(copy, unit->fate == PH_MOVED ? PH_MOVED_FROM : PH_NODE_DELETED);
            insert_behind(old->units[parent].marked, last, copy);
        }
        last = unit->marked;
    }
}

static void place_old(struct comparison *comparison)
{
    const struct ph_side *old = &comparison->sides[PH_BEFORE];
    for (size_t i = 0; i < old->count; i++)
        if (old->units[i].fate == PH_KEPT && old->units[i].size > 1)
            place_children(comparison, i);
}

/* A node whose parent is in both documents, but not it itself at this place. */
static bool is_top_of_change(const struct ph_side *side, size_t unit)
{
    const struct ph_unit *one = &side->units[unit];
    return one->fate != PH_KEPT && one->node->kind != PH_FOOTNOTE &&
           side->units[one->parent].fate == PH_KEPT;
}

static void mark_new(struct comparison *comparison)
{
    struct ph_side *sides = comparison->sides;
    for (size_t i = 0; i < sides[PH_AFTER].count; i++) {
        struct ph_unit *unit = &sides[PH_AFTER].units[i];
        if (!is_top_of_change(&sides[PH_AFTER], i))
            continue;
        mark_tree(unit->node, unit->fate == PH_MOVED ? PH_MOVED_TO : PH_NODE_INSERTED);
        if (unit->fate == PH_MOVED) {
            unit->node->twin = sides[PH_BEFORE].units[unit->match].marked;
            sides[PH_BEFORE].units[unit->match].marked->twin = unit->node;
        }
    }
}

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
        if (gone_note || top->fate != PH_GONE || !is_top_of_change(side, i))
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
    if (old->node->as.paragraph.number && new->as.paragraph.number)
        new->as.paragraph.number =
            ph_arena_copy(comparison->marked->arena, old->node->as.paragraph.number);
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
    const struct ph_pair pair = {sides, before, after, match};
    if (sides[PH_AFTER].units[after].fate == PH_MOVED) {
        ph_merge_moved(&pair, &comparison->changes);
        comparison->changes.paragraphs_moved++;
    } else {
        const bool changed = ph_merge(&pair, &comparison->changes);
        keep_printed_number(comparison, &sides[PH_BEFORE].units[before], node);
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

static void run(struct comparison *comparison)
{
    struct ph_side *sides = comparison->sides;
    ph_paragraphs_match(comparison->vocabulary, sides);
    place_old(comparison);
    mark_new(comparison);
    merge_all(comparison);
    ph_notes_mark(sides, comparison->marked);
    ph_notes_point(&sides[PH_BEFORE], comparison->marked);
    count_gone(&sides[PH_BEFORE], &comparison->changes.paragraphs_deleted,
               &comparison->changes.words_deleted);
    count_gone(&sides[PH_AFTER], &comparison->changes.paragraphs_inserted,
               &comparison->changes.words_inserted);
    comparison->marked->marked = true;
    ph_document_number(comparison->marked);
}

struct ph_document *ph_compare(const struct ph_lexicon *lexicon, const struct ph_document *before,
                               const struct ph_document *after, struct ph_changes *changes)
{
    struct ph_document *plain_before = before->marked ? ph_compare_take(before, true) : NULL;
    struct ph_document *plain_after = after->marked ? ph_compare_take(after, true) : NULL;
    struct comparison comparison = {.vocabulary = ph_vocabulary_new(lexicon)};
    comparison.marked = ph_document_copy(plain_after ? plain_after : after);
    ph_sides_read(comparison.vocabulary, lexicon, plain_before ? plain_before : before,
                  comparison.marked, comparison.sides);
    run(&comparison);
    if (changes)
        *changes = comparison.changes;
    ph_vocabulary_free(comparison.vocabulary);
    ph_side_free(&comparison.sides[PH_BEFORE]);
    ph_side_free(&comparison.sides[PH_AFTER]);
    free(comparison.joined.units);
    ph_document_free(plain_before);
    ph_document_free(plain_after);
    return comparison.marked;
}
