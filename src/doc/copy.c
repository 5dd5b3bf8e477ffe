/* Deep copies, without recursion. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "doc/node.h"
#include "doc/walk.h"

struct ph_span ph_span_copy(struct ph_arena *arena, const struct ph_span *span)
{
    struct ph_span copy = *span;
    size_t size = span->run_count * sizeof *span->runs;
    copy.source = ph_arena_copy(arena, span->source);
    copy.part = ph_arena_copy(arena, span->part);
    if (size)
        copy.runs = memcpy(ph_arena_alloc(arena, size), span->runs, size);
    return copy;
}

static struct ph_node *copy_one(struct ph_document *to, const struct ph_node *node)
{
    struct ph_arena *arena = to->arena;
    struct ph_node *copy = ph_arena_alloc(arena, sizeof *copy);
    *copy = *node;
    copy->document = to;
    copy->parent = copy->previous = copy->next = copy->first = copy->last = NULL;
    copy->text.bytes = ph_arena_copy_n(arena, node->text.bytes, node->text.length);
    copy->twin = NULL; /* of a marked document: its other end is not copied with it */
    copy->was = ph_arena_copy(arena, node->was);
    copy->before = NULL;
    copy->text.inlines = NULL;
    copy->text.capacity = node->text.count;
    if (node->text.count) {
        size_t size = node->text.count * sizeof *node->text.inlines;
        copy->text.inlines = ph_arena_alloc(arena, size);
        memcpy(copy->text.inlines, node->text.inlines, size);
    }
    for (size_t i = 0; i < copy->text.count; i++) {
        copy->text.inlines[i].name = ph_arena_copy(arena, copy->text.inlines[i].name);
        copy->text.inlines[i].why = ph_arena_copy(arena, copy->text.inlines[i].why);
    }
    copy->text.traces = NULL;
    copy->text.trace_count = 0;
    ph_text_add_traces(copy, node->text.traces, node->text.trace_count);
    copy->span = ph_span_copy(arena, &node->span);
    copy->origin.symbol = ph_arena_copy(arena, node->origin.symbol);
    copy->origin.label = ph_arena_copy(arena, node->origin.label);
    copy->origin.note = ph_arena_copy(arena, node->origin.note);
    if (ph_is_paragraph(node))
        copy->as.paragraph.number = ph_arena_copy(arena, node->as.paragraph.number);
    if (node->kind == PH_HEADING)
        copy->as.heading.number = ph_arena_copy(arena, node->as.heading.number);
    if (node->kind == PH_ANNEX)
        copy->as.annex.label = ph_arena_copy(arena, node->as.annex.label);
    if (node->kind == PH_FOOTNOTE) {
        copy->as.footnote.mark = ph_arena_copy(arena, node->as.footnote.mark);
        copy->as.footnote.first = NULL;
    }
    return copy;
}

struct ph_node *ph_node_copy(struct ph_document *to, const struct ph_node *node)
{
    struct ph_node *top = NULL, *parent = NULL;
    struct ph_walk walk = ph_walk_start(node);
    while (ph_walk_step(&walk)) {
        if (walk.leaving) {
            parent = parent->parent;
            continue;
        }
        struct ph_node *copy = copy_one(to, walk.node);
        if (parent)
            ph_append(parent, copy);
        else
            top = copy;
        parent = copy;
    }
    return top;
}

/* Footnotes stand in the same order in both: while mapping, an original's copy is found by the
 * place of the original in a table. */
static const struct ph_node **list_notes(const struct ph_node *root, size_t *count)
{
    const struct ph_node **notes = NULL;
    size_t capacity = 0;
    *count = 0;
    for (const struct ph_node *note = NULL; (note = ph_next_of(root, note, PH_FOOTNOTE));) {
        notes = ph_grow(notes, *count, &capacity, sizeof *notes);
        notes[(*count)++] = note;
    }
    return notes;
}

struct pair {
    const struct ph_node *old;
    const struct ph_node *copy;
};

static int by_address(const void *a, const void *b)
{
    uintptr_t x = (uintptr_t)((const struct pair *)a)->old;
    uintptr_t y = (uintptr_t)((const struct pair *)b)->old;
    return x < y ? -1 : x > y;
}

static void map_marks(struct ph_text *text, const struct pair *pairs, size_t count)
{
    for (size_t i = 0; i < text->count; i++) {
        struct ph_inline *mark = &text->inlines[i];
        if (mark->kind != PH_NOTE)
            continue;
        struct pair key = {mark->note, NULL};
        const struct pair *found =
            count ? bsearch(&key, pairs, count, sizeof *pairs, by_address) : NULL;
        mark->note = found ? (struct ph_node *)found->copy : NULL;
    }
}

static void map_notes(const struct ph_node *from, struct ph_node *to)
{
    size_t count, copies;
    const struct ph_node **old = list_notes(from, &count), **made = list_notes(to, &copies);
    struct pair *pairs = ph_alloc_zero(count, sizeof *pairs);
    for (size_t i = 0; i < count; i++)
        pairs[i] = (struct pair){old[i], made[i]};
    if (count)
        qsort(pairs, count, sizeof *pairs, by_address);
    struct ph_walk walk = ph_walk_start(to);
    while (ph_walk_step(&walk))
        if (!walk.leaving)
            map_marks(&((struct ph_node *)walk.node)->text, pairs, count);
    free(pairs);
    free(old);
    free(made);
}

struct ph_document *ph_document_copy(const struct ph_document *document)
{
    struct ph_document *copy = ph_document_new(document->source);
    copy->lexicon = document->lexicon;
    copy->marked = document->marked;
    copy->properties = ph_arena_copy(copy->arena, document->properties);
    copy->remarks = ph_arena_copy(copy->arena, document->remarks);
    copy->root = ph_node_copy(copy, document->root);
    map_notes(document->root, copy->root);
    ph_document_number(copy);
    return copy;
}
