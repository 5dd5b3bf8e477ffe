/* A marked document with its changes accepted or rejected. */
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "compare/compare.h"
#include "compare/marks.h"
#include "doc/walk.h"

/* What goes away: the marks of one side. */
struct side {
    enum ph_mark node, moved;
    enum ph_end end;
    enum ph_inline_kind words;
    const char *note;
};

static const struct side sides[] = {
    {PH_NODE_INSERTED, PH_MOVED_TO, PH_END_INSERTED, PH_INSERTED, "inserted"}, /* rejecting */
    {PH_NODE_DELETED, PH_MOVED_FROM, PH_END_DELETED, PH_DELETED, "deleted"},   /* accepting */
};

/* Stretches that go away, in order, apart from each other; `removed` is how many bytes before. */
struct gap {
    size_t from, to, removed;
};

struct gaps {
    struct gap *items;
    size_t count, capacity;
};

static struct gaps find_gaps(const struct ph_text *text, enum ph_inline_kind kind)
{
    struct gaps gaps = {0};
    size_t removed = 0, end = 0;
    for (size_t i = 0; i < text->count; i++) {
        const struct ph_inline *mark = &text->inlines[i];
        if (mark->kind != kind || mark->to <= end || mark->from == mark->to)
            continue;
        const size_t from = mark->from > end ? mark->from : end;
        gaps.items = ph_grow(gaps.items, gaps.count, &gaps.capacity, sizeof *gaps.items);
        gaps.items[gaps.count++] = (struct gap){from, mark->to, removed};
        removed += mark->to - from;
        end = mark->to;
    }
    return gaps;
}

/* Where a place is once the gaps are gone. */
static size_t place_of(const struct gaps *gaps, size_t place)
{
    size_t low = 0, high = gaps->count;
    while (low < high) {
        const size_t middle = low + (high - low) / 2;
        if (gaps->items[middle].from < place)
            low = middle + 1;
        else
            high = middle;
    }
    if (low == 0)
        return place;
    const struct gap *gap = &gaps->items[low - 1];
    return place < gap->to ? gap->from - gap->removed
                           : place - gap->removed - (gap->to - gap->from);
}

static void move_opening(struct ph_opening *opening, const struct gaps *gaps)
{
    if (opening->part == PH_NO_PART)
        return;
    opening->from = place_of(gaps, opening->from);
    opening->to = place_of(gaps, opening->to);
    opening->adverb_from = place_of(gaps, opening->adverb_from);
    opening->adverb_to = place_of(gaps, opening->adverb_to);
    if (opening->adverb_from == opening->adverb_to)
        opening->adverb = PH_NO_ADVERB;
    if (opening->from == opening->to)
        *opening = (struct ph_opening){.part = PH_NO_PART};
}

static bool stays(const struct ph_inline *mark, const struct side *gone)
{
    if (mark->kind == PH_INSERTED || mark->kind == PH_DELETED || mark->kind == PH_RESTYLED)
        return false;
    if (mark->kind != PH_NOTE)
        return true;
    return mark->note && mark->note->mark != gone->node &&
           !(mark->name && !strcmp(mark->name, gone->note));
}

/* The words between the gaps. */
static void join_words(const struct ph_text *text, const struct gaps *gaps, struct ph_buffer *out)
{
    size_t from = 0;
    for (size_t i = 0; i < gaps->count; i++) {
        ph_buffer_add(out, text->bytes + from, gaps->items[i].from - from);
        from = gaps->items[i].to;
    }
    ph_buffer_add(out, text->bytes + from, text->length - from);
}

static void take_text(struct ph_node *node, const struct side *gone)
{
    struct gaps gaps = find_gaps(&node->text, gone->words);
    struct ph_text *text = &node->text;
    struct ph_buffer words = {0};
    size_t kept = 0;
    for (size_t i = 0; i < text->count; i++) {
        struct ph_inline mark = text->inlines[i];
        const bool empty = mark.from == mark.to;
        if (!stays(&mark, gone))
            continue;
        mark.from = place_of(&gaps, mark.from);
        mark.to = place_of(&gaps, mark.to);
        if (mark.kind == PH_NOTE)
            mark.name = NULL;
        if (mark.from < mark.to || empty)
            text->inlines[kept++] = mark;
    }
    text->count = kept;
    for (size_t i = 0; i < text->trace_count; i++) {
        text->traces[i].from = place_of(&gaps, text->traces[i].from);
        text->traces[i].to = place_of(&gaps, text->traces[i].to);
    }
    if (gaps.count) {
        join_words(text, &gaps, &words);
        if (ph_is_paragraph(node))
            move_opening(&node->as.paragraph.opening, &gaps);
        const struct ph_text old = *text;
        ph_marks_set(node, ph_buffer_text(&words), words.length, old.inlines, kept);
        ph_text_add_traces(node, old.traces, old.trace_count);
    }
    ph_buffer_free(&words);
    free(gaps.items);
}

/* The next node in document order that is not below `node`. */
static struct ph_node *behind(struct ph_node *node)
{
    while (node && !node->next)
        node = node->parent;
    return node ? node->next : NULL;
}

static void take_nodes(struct ph_document *document, const struct side *gone)
{
    struct ph_node *node = document->root;
    while (node) {
        const bool goes = node->mark == gone->node || node->mark == gone->moved;
        struct ph_node *next = node->first && !goes ? node->first : behind(node);
        if (goes)
            ph_unlink(node);
        else
            take_text(node, gone);
        node = next;
    }
}

/* Puts the words of the next paragraph behind those of this one, in which it vanishes. */
static void take_next(struct ph_node *node)
{
    struct ph_node *next = node->next;
    const size_t shift = node->text.length + 1, count = node->text.count + next->text.count;
    struct ph_inline *marks = ph_alloc_zero(count, sizeof *marks);
    struct ph_buffer words = {0};
    ph_buffer_printf(&words, "%s %s", node->text.bytes, next->text.bytes);
    for (size_t i = 0; i < node->text.count; i++)
        marks[i] = node->text.inlines[i];
    for (size_t i = 0; i < next->text.count; i++) {
        struct ph_inline *mark = &marks[node->text.count + i];
        *mark = next->text.inlines[i];
        mark->from += shift;
        mark->to += shift;
    }
    ph_marks_set(node, ph_buffer_text(&words), words.length, marks, count);
    node->end = next->end;
    ph_unlink(next);
    ph_buffer_free(&words);
    free(marks);
}

static void take_ends(struct ph_document *document, enum ph_end gone)
{
    struct ph_walk walk = ph_walk_start(document->root);
    while (ph_walk_step(&walk)) {
        struct ph_node *node = (struct ph_node *)walk.node;
        while (!walk.leaving && node->end == gone && node->next)
            take_next(node);
    }
}

static void clear_marks(struct ph_document *document)
{
    struct ph_walk walk = ph_walk_start(document->root);
    while (ph_walk_step(&walk)) {
        struct ph_node *node = (struct ph_node *)walk.node;
        node->mark = PH_UNMARKED;
        node->end = PH_END_KEPT;
        node->twin = NULL;
        node->was = NULL;
    }
}

/* Paragraphs that stayed carry the number that was printed before. */
static void renumber(struct ph_document *document)
{
    char number[64];
    struct ph_walk walk = ph_walk_start(document->root);
    while (ph_walk_step(&walk)) {
        struct ph_node *node = (struct ph_node *)walk.node;
        const bool by_order = node->kind == PH_OPERATIVE || node->kind == PH_SUBPARAGRAPH;
        if (!walk.leaving && by_order && node->as.paragraph.number &&
            ph_number(node, number, sizeof number))
            node->as.paragraph.number = ph_arena_copy(document->arena, number);
    }
}

struct ph_document *ph_compare_take(const struct ph_document *marked, bool accept)
{
    struct ph_document *taken = ph_document_copy(marked);
    take_nodes(taken, &sides[accept]);
    take_ends(taken, sides[accept].end);
    clear_marks(taken);
    taken->marked = false;
    ph_document_number(taken);
    if (accept)
        renumber(taken);
    return taken;
}
