/* Tracked changes in a document that was read: the words that are struck out come back into the
 * nodes at their places. */
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "doc/walk.h"
#include "read/recognise.h"

/* Words that go into a node: where, in its text as it is, and which. */
struct thread {
    size_t at;
    const char *words;
    size_t length;
    size_t before; /* bytes that the threads before it take */
};

struct threads {
    struct thread *items;
    size_t count, capacity;
};

static bool ends_blank(const struct ph_text *text, size_t at)
{
    return at == 0 || text->bytes[at - 1] == ' ';
}

/* Single spaces, none at either end. */
static void add_thread(struct threads *threads, const struct ph_text *text, size_t at,
                       const char *words)
{
    size_t length = strlen(words);
    size_t blank = words[0] == ' ' && ends_blank(text, at);
    words += blank;
    length -= blank;
    bool last = at == text->length;
    if (length && words[length - 1] == ' ' && (last || text->bytes[at] == ' '))
        length--;
    if (!length)
        return;
    threads->items =
        ph_grow(threads->items, threads->count, &threads->capacity, sizeof *threads->items);
    threads->items[threads->count++] = (struct thread){.at = at, .words = words, .length = length};
}

/* Those of a node that holds bytes [from, to) of a block: what stands at `to` belongs to what comes
 * next, but at the end of the block. */
static void find_threads(const struct ph_node *node, const struct ph_block *block,
                         struct threads *threads)
{
    size_t from = node->span.from, to = node->span.to, before = 0;
    for (size_t i = 0; i < block->run_count; i++) {
        const struct ph_run *run = &block->runs[i];
        bool inside = run->from >= from && (run->from < to || to == block->length);
        if (run->kind == PH_RUN_DELETED && inside && run->from - from <= node->text.length)
            add_thread(threads, &node->text, run->from - from, run->label);
    }
    for (size_t i = 0; i < threads->count; i++) {
        threads->items[i].before = before;
        before += threads->items[i].length;
    }
}

/* Where a place is when the threads are in: `behind` those that stand at it, or before them. */
static size_t moved(const struct threads *threads, size_t at, bool behind)
{
    size_t low = 0, high = threads->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        const struct thread *one = &threads->items[middle];
        if (one->at < at || (behind && one->at == at))
            low = middle + 1;
        else
            high = middle;
    }
    if (!low)
        return at;
    const struct thread *last = &threads->items[low - 1];
    return at + last->before + last->length;
}

static void move_opening(struct ph_opening *opening, const struct threads *threads)
{
    if (opening->part == PH_NO_PART)
        return;
    bool adverb = opening->adverb_from < opening->adverb_to;
    opening->from = moved(threads, opening->from, true);
    opening->to = moved(threads, opening->to, false);
    opening->adverb_from = moved(threads, opening->adverb_from, adverb);
    opening->adverb_to = moved(threads, opening->adverb_to, false);
}

/* Marks the threads that begin before `at`, from the one at `next` on; returns the first left. */
static size_t mark_threads(struct ph_node *node, const struct threads *threads, size_t next,
                           size_t at)
{
    for (; next < threads->count; next++) {
        const struct thread *one = &threads->items[next];
        size_t from = one->at + one->before;
        if (from > at)
            break;
        ph_text_mark(node, PH_DELETED, from, from + one->length);
    }
    return next;
}

/* All marks in the order of their places, so that each is put behind the last. */
static void mark_words(struct ph_node *node, const struct ph_text *old,
                       const struct threads *threads)
{
    size_t next = 0;
    for (size_t i = 0; i < old->count; i++) {
        const struct ph_inline *mark = &old->inlines[i];
        bool point = mark->from == mark->to;
        size_t from = moved(threads, mark->from, !point);
        next = mark_threads(node, threads, next, from);
        struct ph_inline *made =
            ph_text_mark(node, mark->kind, from, moved(threads, mark->to, false));
        made->note = mark->note;
        made->name = mark->name;
    }
    mark_threads(node, threads, next, SIZE_MAX);
}

static void weave_traces(struct ph_node *node, const struct ph_text *old,
                         const struct threads *threads)
{
    ph_text_add_traces(node, old->traces, old->trace_count);
    for (size_t i = 0; i < node->text.trace_count; i++) {
        struct ph_trace *one = &node->text.traces[i];
        const bool place = one->from == one->to;
        one->from = moved(threads, one->from, !place);
        one->to = place ? one->from : moved(threads, one->to, false);
    }
}

static void weave_node(struct ph_node *node, const struct threads *threads)
{
    struct ph_buffer words = {0};
    struct ph_text old = node->text;
    size_t from = 0;
    for (size_t i = 0; i < threads->count; i++) {
        const struct thread *one = &threads->items[i];
        ph_buffer_add(&words, old.bytes + from, one->at - from);
        ph_buffer_add(&words, one->words, one->length);
        from = one->at;
    }
    ph_buffer_add(&words, old.bytes + from, old.length - from);
    ph_text_set(node, ph_buffer_text(&words), words.length);
    ph_buffer_free(&words);
    mark_words(node, &old, threads);
    weave_traces(node, &old, threads);
    if (ph_is_paragraph(node))
        move_opening(&node->as.paragraph.opening, threads);
}

static bool is_marked(const struct ph_node *node)
{
    bool marked = node->mark != PH_UNMARKED;
    for (size_t i = 0; i < node->text.count && !marked; i++) {
        const struct ph_inline *mark = &node->text.inlines[i];
        marked = mark->kind == PH_INSERTED || mark->kind == PH_DELETED ||
                 (mark->kind == PH_NOTE && mark->name);
    }
    return marked;
}

void ph_weave(struct ph_recogniser *recogniser)
{
    struct ph_walk walk = ph_walk_start(recogniser->document->root);
    while (ph_walk_step(&walk)) {
        struct ph_node *node = (struct ph_node *)walk.node;
        if (walk.leaving || !node->span.source)
            continue;
        struct threads threads = {0};
        find_threads(node, &recogniser->blocks->items[node->span.block], &threads);
        if (threads.count)
            weave_node(node, &threads);
        free(threads.items);
        recogniser->document->marked = recogniser->document->marked || is_marked(node);
    }
    ph_join_moves(recogniser->document);
}
