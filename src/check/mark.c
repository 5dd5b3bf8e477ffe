/* Fixes that are certain, as changes of the words. */
#include <ctype.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "check/check.h"
#include "check/edit.h"
#include "compare/marks.h"
#include "doc/stretch.h"
#include "doc/walk.h"

/* ---- nodes and their copies ---- */

struct pair {
    const struct ph_node *node;
    struct ph_node *copy;
};

struct pairs {
    struct pair *items; /* by the address of the node */
    size_t count, capacity;
};

static int by_node(const void *a, const void *b)
{
    const uintptr_t x = (uintptr_t)((const struct pair *)a)->node;
    const uintptr_t y = (uintptr_t)((const struct pair *)b)->node;
    return x < y ? -1 : x > y;
}

/* A copy is the same tree. */
static struct pairs pair_nodes(const struct ph_node *root, const struct ph_node *copy)
{
    struct pairs pairs = {0};
    struct ph_walk one = ph_walk_start(root), other = ph_walk_start(copy);
    while (ph_walk_step(&one) && ph_walk_step(&other)) {
        if (one.leaving)
            continue;
        pairs.items = ph_grow(pairs.items, pairs.count, &pairs.capacity, sizeof *pairs.items);
        pairs.items[pairs.count++] = (struct pair){one.node, (struct ph_node *)other.node};
    }
    qsort(pairs.items, pairs.count, sizeof *pairs.items, by_node);
    return pairs;
}

static struct ph_node *copy_of(const struct pairs *pairs, const struct ph_node *node)
{
    const struct pair key = {.node = node};
    const struct pair *found =
        bsearch(&key, pairs->items, pairs->count, sizeof *pairs->items, by_node);
    return found ? found->copy : NULL;
}

/* Everything stays in its place, and has the number that it has. */
static void keep(struct ph_node *node)
{
    char number[64];
    node->before = &node->span;
    if (ph_is_paragraph(node) && node->as.paragraph.number &&
        ph_number(node, number, sizeof number))
        node->as.paragraph.number = ph_arena_copy(node->document->arena, number);
}

/* ---- words ---- */

/* The chosen fixes of one node, in order and apart from each other. */
struct edits {
    struct ph_edit *items;
    size_t *brought; /* bytes that those before each bring, and all of them */
    size_t count;
};

/* Those of the findings [first, end). */
static struct edits collect(const struct ph_findings *findings, const bool *chosen, size_t first,
                            size_t end)
{
    struct edits edits = {.items = ph_alloc_zero(end - first, sizeof *edits.items),
                          .brought = ph_alloc_zero(end - first + 1, sizeof *edits.brought)};
    for (size_t i = first; i < end; i++) {
        if (!chosen[i] || !findings->items[i].fix)
            continue;
        const struct ph_edit edit = ph_edit_of(&findings->items[i]);
        edits.items[edits.count] = edit;
        edits.brought[edits.count + 1] = edits.brought[edits.count] + edit.length;
        edits.count++;
    }
    return edits;
}

static void free_edits(struct edits *edits)
{
    free(edits->items);
    free(edits->brought);
}

/* Where a place of the words is once the fixes are in them: behind what comes there. */
static size_t place_of(const struct edits *edits, size_t at)
{
    size_t low = 0, high = edits->count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (edits->items[middle].to <= at)
            low = middle + 1;
        else
            high = middle;
    }
    return at + edits->brought[low];
}

/* The first edit that ends at a place or behind it. */
static size_t first_edit(const struct edits *edits, size_t at)
{
    size_t low = 0, high = edits->count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (edits->items[middle].to < at)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* As place_of, before what comes there. */
static size_t place_before(const struct edits *edits, size_t at)
{
    return at + edits->brought[first_edit(edits, at)];
}

/* The words with what comes behind what goes. */
static void join_words(const struct ph_text *text, const struct edits *edits, struct ph_buffer *out)
{
    size_t at = 0;
    for (size_t i = 0; i < edits->count; i++) {
        const struct ph_edit *edit = &edits->items[i];
        ph_buffer_add(out, text->bytes + at, edit->to - at);
        ph_buffer_add(out, edit->bytes, edit->length);
        at = edit->to;
    }
    ph_buffer_add(out, text->bytes + at, text->length - at);
}

/* Whether what comes at the end of italics goes on in them: words do, a comma does not. */
static bool goes_on(const struct edits *edits, size_t at)
{
    const struct ph_edit *edit = &edits->items[first_edit(edits, at)];
    const bool comes = edit < edits->items + edits->count && edit->to == at && edit->length;
    return !comes || !ispunct((unsigned char)edit->bytes[0]);
}

/* The marks that the node has, and those of the fixes. */
static struct ph_inline *make_marks(const struct ph_text *text, const struct edits *edits,
                                    size_t *count)
{
    struct ph_inline *marks = ph_alloc_zero(text->count + 2 * edits->count, sizeof *marks);
    *count = text->count;
    for (size_t i = 0; i < text->count; i++) {
        marks[i] = text->inlines[i];
        marks[i].from = place_of(edits, marks[i].from);
        marks[i].to = goes_on(edits, marks[i].to) || marks[i].from == marks[i].to
                          ? place_of(edits, marks[i].to)
                          : place_before(edits, marks[i].to);
    }
    for (size_t i = 0; i < edits->count; i++) {
        const struct ph_edit *edit = &edits->items[i];
        const size_t end = edit->to + edits->brought[i], from = edit->from + edits->brought[i];
        if (from < end)
            marks[(*count)++] = (struct ph_inline){.kind = PH_DELETED, .from = from, .to = end};
        if (edit->length)
            marks[(*count)++] =
                (struct ph_inline){.kind = PH_INSERTED, .from = end, .to = end + edit->length};
    }
    return marks;
}

static void mark_words(struct ph_node *node, const struct edits *edits)
{
    struct ph_buffer words = {0};
    size_t count;
    if (!edits->count)
        return;
    join_words(&node->text, edits, &words);
    struct ph_inline *marks = make_marks(&node->text, edits, &count);
    ph_marks_set(node, ph_buffer_text(&words), words.length, marks, count);
    ph_buffer_free(&words);
    free(marks);
}

/* ---- looks ---- */

/* Says how bytes [from, to) looked, stretch by stretch, and lets them look otherwise. */
static void restyle(struct ph_node *node, const struct ph_restyle *look, size_t from, size_t to)
{
    struct ph_looks *old;
    const size_t count = ph_looks_of(&node->text, from, to, &old);
    ph_restyle_put(node, look, from, to);
    for (size_t i = 0; i < count; i++)
        if (look->on != !!(old[i].looks & PH_BIT(look->kind)))
            ph_text_mark(node, PH_RESTYLED, old[i].from, old[i].to)->name =
                ph_looks_name(old[i].looks);
    free(old);
}

/* The chosen ones of the findings [first, end), whose node has its new words. */
static void mark_looks(struct ph_node *node, const struct edits *edits,
                       const struct ph_findings *findings, const bool *chosen, size_t first,
                       size_t end)
{
    for (size_t i = first; i < end; i++) {
        const struct ph_finding *finding = &findings->items[i];
        if (chosen[i] && finding->look)
            restyle(node, finding->look, place_of(edits, finding->look_from),
                    place_before(edits, finding->look_to));
    }
}

/* ---- findings ---- */

static size_t end_of_node(const struct ph_findings *findings, size_t first)
{
    size_t end = first;
    while (end < findings->count && findings->items[end].node == findings->items[first].node)
        end++;
    return end;
}

static void place_finding(const struct ph_finding *finding, const struct ph_node *node,
                          const struct edits *edits, struct ph_finding_place *place)
{
    *place = (struct ph_finding_place){.node = node};
    if (finding->from == finding->to)
        return;
    place->from = place_of(edits, finding->from);
    place->to = place_of(edits, finding->to);
}

struct ph_document *ph_check_mark(const struct ph_document *document,
                                  const struct ph_findings *findings, const bool *chosen,
                                  struct ph_finding_place *places)
{
    struct ph_document *marked = ph_document_copy(document);
    struct pairs pairs = pair_nodes(document->root, marked->root);
    for (size_t i = 0; i < pairs.count; i++)
        keep(pairs.items[i].copy);
    for (size_t i = 0, end; i < findings->count; i = end) {
        end = end_of_node(findings, i);
        struct ph_node *node = copy_of(&pairs, findings->items[i].node);
        struct edits edits = collect(findings, chosen, i, end);
        for (size_t k = i; k < end; k++)
            place_finding(&findings->items[k], node, &edits, &places[k]);
        mark_words(node, &edits);
        mark_looks(node, &edits, findings, chosen, i, end);
        free_edits(&edits);
    }
    free(pairs.items);
    marked->marked = true;
    ph_document_number(marked);
    return marked;
}
