#include "read/docx/words.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "read/label.h"

/* ---- runs ---- */

static void add_run(struct ph_wml_words *words, struct ph_run run)
{
    words->runs = ph_grow(words->runs, words->run_count, &words->run_capacity, sizeof run);
    words->runs[words->run_count++] = run;
}

/* Ends the stretches of what does not hold any longer, and begins those that hold from here. */
static void set_looks(struct ph_wml_words *words, unsigned looks)
{
    for (int kind = 0; kind <= PH_RUN_INSERTED && looks != words->open; kind++) {
        unsigned bit = PH_WML_BIT(kind);
        if ((words->open & bit) && !(looks & bit))
            add_run(words, (struct ph_run){.kind = (enum ph_run_kind)kind,
                                           .from = words->open_from[kind],
                                           .to = words->text.length});
        else if (!(words->open & bit) && (looks & bit))
            words->open_from[kind] = words->text.length;
    }
    words->open = looks;
}

static void settle_gone(struct ph_wml_words *words, struct ph_arena *arena)
{
    if (!words->gone.length)
        return;
    const char *label = ph_arena_copy_n(arena, words->gone.data, words->gone.length);
    add_run(words, (struct ph_run){.kind = PH_RUN_DELETED,
                                   .from = words->gone_at,
                                   .to = words->gone_at,
                                   .label = label});
    ph_buffer_clear(&words->gone);
}

static void add_span_run(struct ph_wml_words *words, const struct ph_wml_source *source, size_t at)
{
    const struct ph_span_run *last =
        words->span_run_count ? &words->span_runs[words->span_run_count - 1] : NULL;
    if (last && last->run == source->run && last->paragraph == source->paragraph)
        return;
    words->span_runs = ph_grow(words->span_runs, words->span_run_count, &words->span_run_capacity,
                               sizeof *words->span_runs);
    words->span_runs[words->span_run_count++] =
        (struct ph_span_run){at, source->paragraph, source->run};
}

/* ---- traces ---- */

enum { MOST_TRACES = 400 }; /* of a paragraph: nobody reads more findings */

static void put_trace(struct ph_wml_words *words, enum ph_trace_kind kind, size_t from, size_t to)
{
    struct ph_trace *last = words->traced[kind] ? &words->traces[words->traced[kind] - 1] : NULL;
    if (last && from < to && last->from < last->to &&
        (last->to == from || (last->to + 1 == from && words->text.data[last->to] == ' '))) {
        last->to = to;
        return;
    }
    if (words->trace_count == MOST_TRACES)
        return;
    words->traces =
        ph_grow(words->traces, words->trace_count, &words->trace_capacity, sizeof *words->traces);
    words->traces[words->trace_count++] = (struct ph_trace){kind, from, to};
    words->traced[kind] = words->trace_count;
}

/* What the words from `at` on show; nobody sees it of blanks. */
static void put_traces(struct ph_wml_words *words, unsigned traces, size_t at)
{
    const char *text = words->text.data;
    size_t from = at, to = words->text.length;
    while (from < to && text[from] == ' ')
        from++;
    while (to > from && text[to - 1] == ' ')
        to--;
    for (int kind = 0; kind < PH_TRACE_COUNT && from < to; kind++)
        if (traces & 1u << kind)
            put_trace(words, (enum ph_trace_kind)kind, from, to);
}

void ph_wml_add_trace(struct ph_wml_words *words, enum ph_trace_kind kind)
{
    put_trace(words, kind, words->text.length, words->text.length);
}

/* With room for one more. */
static void give_traces(struct ph_wml_words *words, struct ph_arena *arena, struct ph_block *block)
{
    block->traces = ph_arena_alloc(arena, (words->trace_count + 1) * sizeof *block->traces);
    for (size_t i = 0; i < words->trace_count; i++) {
        struct ph_trace one = words->traces[i];
        one.to = one.to > block->length ? block->length : one.to;
        one.from = one.from > one.to ? one.to : one.from;
        block->traces[block->trace_count++] = one;
    }
}

/* ---- words ---- */

static bool is_new(enum ph_wml_change change)
{
    return change == PH_WML_INSERTED || change == PH_WML_MOVED_TO;
}

static void note_change(struct ph_wml_words *words, enum ph_wml_change change)
{
    bool moved = change == PH_WML_MOVED_TO || change == PH_WML_MOVED_FROM;
    words->moved = words->moved || moved;
    words->changed = words->changed || (!moved && change != PH_WML_KEPT);
}

static bool ends_blank(const struct ph_buffer *text)
{
    return !text->length || text->data[text->length - 1] == ' ';
}

/* A space that the text has already belongs to the words that are struck out before it: "an" "old"
 * " word" is "an word" without them, and "an old word" with them. */
static void share_blank(struct ph_wml_words *words, const char *text, size_t length)
{
    size_t next;
    if (words->gone.length && ends_blank(&words->text) && !ends_blank(&words->gone) &&
        ph_utf8_is_space(ph_utf8_at(text, length, 0, &next)))
        ph_buffer_char(&words->gone, ' ');
}

static void add_gone(struct ph_wml_words *words, const char *text, size_t length)
{
    size_t next;
    words->deleted = true;
    ph_wml_add_trace(words, PH_TRACE_CHANGED);
    words->gone_at = words->text.length;
    if (!words->gone.length && ph_utf8_is_space(ph_utf8_at(text, length, 0, &next)))
        ph_buffer_char(&words->gone, ' '); /* folding takes none at the start of a text */
    ph_fold(text, length, &words->gone);
}

static void add_live(struct ph_wml_words *words, struct ph_arena *arena, const char *text,
                     size_t length, const struct ph_wml_source *source)
{
    size_t at = words->text.length;
    bool new = is_new(source->change);
    set_looks(words, source->looks | (new ? PH_WML_BIT(PH_RUN_INSERTED) : 0));
    share_blank(words, text, length);
    size_t odd = ph_fold(text, length, &words->text);
    words->folded = words->folded ? words->folded : odd;
    if (words->text.length == at)
        return;
    settle_gone(words, arena);
    put_traces(words, source->traces | (new ? 1u << PH_TRACE_CHANGED : 0), at);
    add_span_run(words, source, at);
    words->inserted = words->inserted || new;
    words->kept = words->kept || !new;
}

/* XML may hold control characters (U+007F to U+009F) that a text may not. */
static bool has_controls(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++) {
        unsigned char c = (unsigned char)text[i];
        if (c == 0x7F || (c == 0xC2 && i + 1 < length && (unsigned char)text[i + 1] < 0xA0) ||
            c == 0xEF)
            return true;
    }
    return false;
}

void ph_wml_add_words(struct ph_wml_words *words, struct ph_arena *arena, const char *text,
                      size_t length, const struct ph_wml_source *source)
{
    struct ph_buffer clean = {0};
    if (has_controls(text, length)) {
        ph_utf8_clean(text, length, &clean);
        text = ph_buffer_text(&clean);
        length = clean.length;
    }
    note_change(words, source->change);
    if (ph_wml_is_gone(source->change))
        add_gone(words, text, length);
    else
        add_live(words, arena, text, length, source);
    ph_buffer_free(&clean);
}

void ph_wml_add_mark(struct ph_wml_words *words, struct ph_arena *arena, const char *label,
                     const struct ph_wml_source *source)
{
    const char *change = ph_wml_is_gone(source->change) ? "deleted"
                         : is_new(source->change)       ? "inserted"
                                                        : NULL;
    if (!change && words->text.length)
        settle_gone(words, arena);
    add_run(words, (struct ph_run){.kind = PH_RUN_NOTE_MARK,
                                   .from = words->text.length,
                                   .to = words->text.length,
                                   .label = label,
                                   .change = change});
}

bool ph_wml_has_words(const struct ph_wml_words *words)
{
    return words->text.length > 0;
}

/* ---- blocks ---- */

/* Italics of the space beside a word are no italics. */
static void trim(const char *text, struct ph_run *run)
{
    while (run->from < run->to && text[run->from] == ' ')
        run->from++;
    while (run->to > run->from && text[run->to - 1] == ' ')
        run->to--;
}

static bool is_only_label(const char *words)
{
    struct ph_paragraph_label label;
    size_t length = strlen(words);
    length -= length && words[length - 1] == ' ';
    return ph_label_read(words, length, &label) && label.length == length;
}

/* Whether a run says something of the block: neither of no words, nor, where all words are new or
 * struck out, what the block's mark says. An old number at the start is no word (it is a property
 * of the paragraph, and renumbering is no change). */
static bool tells(const struct ph_run *run, const struct ph_block *block)
{
    switch (run->kind) {
    case PH_RUN_NOTE_MARK:
        return true;
    case PH_RUN_DELETED:
        return !ph_block_is_gone(block) && !(run->from == 0 && is_only_label(run->label));
    case PH_RUN_INSERTED:
        return block->mark == PH_UNMARKED && run->from < run->to;
    default:
        return run->from < run->to;
    }
}

static void add_block_runs(const struct ph_wml_words *words, struct ph_blocks *blocks,
                           struct ph_block *block)
{
    for (size_t i = 0; i < words->run_count; i++) {
        struct ph_run run = words->runs[i];
        ph_block_tell_space(block, &run);
        run.to = run.to > block->length ? block->length : run.to;
        run.from = run.from > run.to ? run.to : run.from;
        if (run.kind < PH_RUN_NOTE_MARK)
            trim(block->text, &run);
        if (tells(&run, block))
            ph_block_run(blocks, block, run.kind, run.from, run.to, run.label)->change =
                block->mark == PH_UNMARKED ? run.change : NULL;
    }
    ph_block_sort_runs(block);
}

static enum ph_mark mark_of(const struct ph_wml_words *words)
{
    bool moved = words->moved && !words->changed;
    if (!words->text.length)
        return moved ? PH_MOVED_FROM : PH_NODE_DELETED;
    if (!words->inserted || words->kept || words->deleted)
        return PH_UNMARKED;
    return moved ? PH_MOVED_TO : PH_NODE_INSERTED;
}

static void clear(struct ph_wml_words *words)
{
    ph_buffer_clear(&words->text);
    ph_buffer_clear(&words->gone);
    words->run_count = words->span_run_count = words->open = 0;
    words->trace_count = 0;
    memset(words->traced, 0, sizeof words->traced);
    words->folded = 0;
    words->kept = words->inserted = words->deleted = words->moved = words->changed = false;
}

struct ph_block *ph_wml_make_block(struct ph_wml_words *words, struct ph_blocks *blocks,
                                   enum ph_block_kind kind, const char *part, bool *full)
{
    const struct ph_buffer *text = words->text.length ? &words->text : &words->gone;
    struct ph_block *block = NULL;
    set_looks(words, 0);
    if (strspn(ph_buffer_text(text), " ") < text->length)
        block = ph_blocks_add(blocks, kind, text->data, text->length, 0);
    *full = *full || (!block && blocks->count >= PH_BLOCK_LIMIT);
    if (block) {
        size_t size = words->span_run_count * sizeof *words->span_runs;
        block->mark = mark_of(words);
        block->part = part;
        block->folded = words->folded;
        settle_gone(words, blocks->arena);
        add_block_runs(words, blocks, block);
        give_traces(words, blocks->arena, block);
        if (size)
            block->span_runs = memcpy(ph_arena_alloc(blocks->arena, size), words->span_runs, size);
        block->span_run_count = words->span_run_count;
    }
    clear(words);
    return block;
}

void ph_wml_free_words(struct ph_wml_words *words)
{
    ph_buffer_free(&words->text);
    ph_buffer_free(&words->gone);
    free(words->runs);
    free(words->span_runs);
    free(words->traces);
    *words = (struct ph_wml_words){0};
}
