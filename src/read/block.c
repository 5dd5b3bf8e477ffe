#include "read/block.h"

#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "read/label.h"

struct ph_blocks *ph_blocks_new(const char *name)
{
    struct ph_blocks *blocks = ph_alloc_zero(1, sizeof *blocks);
    blocks->arena = ph_arena_new();
    blocks->name = ph_arena_copy(blocks->arena, name);
    return blocks;
}

void ph_blocks_free(struct ph_blocks *blocks)
{
    if (!blocks)
        return;
    for (size_t i = 0; i < blocks->count; i++)
        free(blocks->items[i].runs);
    free(blocks->items);
    ph_buffer_free(&blocks->properties);
    ph_buffer_free(&blocks->remarks);
    ph_arena_free(blocks->arena);
    free(blocks);
}

/* Soft hyphen, zero-width marks, marks of writing direction, word joiner, byte order mark. */
static bool is_invisible(int32_t c)
{
    return c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
           (c >= 0x2060 && c <= 0x2064) || c == 0xFEFF;
}

/* Separators of lines and paragraphs, which become a space. */
static bool is_separator(int32_t c)
{
    return c == 0x2028 || c == 0x2029;
}

/* Bytes that stay as they are: ASCII with single blanks, which is nearly all of a text. */
static size_t plain_length(const char *text, size_t length)
{
    size_t plain = 0;
    while (plain < length && text[plain] < 0x7F &&
           (text[plain] > ' ' || (text[plain] == ' ' && plain && text[plain - 1] != ' ')))
        plain++;
    return plain;
}

/* Whether the white space around `from` is two spaces or more on one line. */
static bool is_wide(const char *text, size_t length, size_t from)
{
    size_t spaces = 0;
    for (size_t at = from; at > 0 && strchr(" \t\r\n", text[at - 1]); at--, spaces++)
        if (text[at - 1] == '\n' || text[at - 1] == '\r')
            return false;
    for (size_t at = from, next; at < length; at = next, spaces++) {
        int32_t c = ph_utf8_at(text, length, at, &next);
        if (c == '\n' || c == '\r')
            return false;
        if (!ph_utf8_is_space(c))
            return spaces > 1;
    }
    return false;
}

/* Behind the number of a paragraph any space may stand. */
static bool is_number(const struct ph_buffer *words)
{
    enum { NUMBER = 8 };
    size_t length = words->length;
    length -= length && words->data[length - 1] == ' ';
    return !length || (length <= NUMBER && strchr(".)", words->data[length - 1]));
}

size_t ph_fold(const char *text, size_t length, struct ph_buffer *out)
{
    enum { NO_BREAK_HYPHEN = 0x2011 };
    size_t odd = 0;
    for (size_t at = 0, next; at < length; at = next) {
        size_t plain = plain_length(text + at, length - at);
        next = at + plain;
        if (plain) {
            ph_buffer_add(out, text + at, plain);
            continue;
        }
        int32_t c = ph_utf8_at(text, length, at, &next);
        bool first = out->length && out->data[out->length - 1] != ' ';
        bool space = c == '\n' || ph_utf8_is_space(c) || is_separator(c);
        if (!odd && !is_number(out) &&
            ((space && is_wide(text, length, at)) || is_invisible(c) || is_separator(c)))
            odd = out->length + first + 1;
        if (space && first)
            ph_buffer_char(out, ' ');
        else if (c == NO_BREAK_HYPHEN)
            ph_buffer_char(out, '-');
        else if (!space && !is_invisible(c))
            ph_buffer_add(out, text + at, next - at);
    }
    return odd;
}

void ph_fold_end(struct ph_buffer *out)
{
    if (out->length && out->data[out->length - 1] == ' ')
        out->data[--out->length] = '\0';
}

struct ph_block *ph_blocks_add(struct ph_blocks *blocks, enum ph_block_kind kind, const char *text,
                               size_t length, int line)
{
    if (blocks->count >= PH_BLOCK_LIMIT)
        return NULL;
    struct ph_buffer folded = {0};
    size_t odd = ph_fold(text, length, &folded);
    ph_fold_end(&folded);
    blocks->items = ph_grow(blocks->items, blocks->count, &blocks->capacity, sizeof *blocks->items);
    struct ph_block *block = &blocks->items[blocks->count++];
    *block = (struct ph_block){.kind = kind, .line = line, .length = folded.length, .folded = odd};
    block->text = ph_arena_copy_n(blocks->arena, ph_buffer_text(&folded), folded.length);
    ph_buffer_free(&folded);
    return block;
}

bool ph_block_is_gone(const struct ph_block *block)
{
    return block->mark == PH_NODE_DELETED || block->mark == PH_MOVED_FROM;
}

bool ph_block_is_changed(const struct ph_block *block)
{
    bool changed = block->mark != PH_UNMARKED;
    for (size_t i = 0; i < block->run_count && !changed; i++)
        changed = block->runs[i].kind >= PH_RUN_INSERTED;
    return changed;
}

struct ph_run *ph_block_run(struct ph_blocks *blocks, struct ph_block *block, enum ph_run_kind kind,
                            size_t from, size_t to, const char *label)
{
    block->runs = ph_grow(block->runs, block->run_count, &block->run_capacity, sizeof *block->runs);
    struct ph_run *run = &block->runs[block->run_count++];
    *run = (struct ph_run){kind, from, to, ph_arena_copy(blocks->arena, label), NULL};
    return run;
}

static int by_place(const void *a, const void *b)
{
    const struct ph_run *one = a, *two = b;
    if (one->from != two->from)
        return one->from < two->from ? -1 : 1;
    return one->to == two->to ? 0 : one->to > two->to ? -1 : 1;
}

void ph_block_sort_runs(struct ph_block *block)
{
    if (block->run_count)
        qsort(block->runs, block->run_count, sizeof *block->runs, by_place);
}

/* What stands within the words that go, goes; a trace of the whole block stays. */
static void drop_traces(struct ph_block *block, size_t bytes)
{
    size_t kept = 0;
    for (size_t i = 0; i < block->trace_count; i++) {
        struct ph_trace one = block->traces[i];
        if (one.from < bytes && one.to <= bytes && one.kind != PH_TRACE_OTHER_NUMBER)
            continue;
        one.from = one.from > bytes ? one.from - bytes : 0;
        one.to = one.to > bytes ? one.to - bytes : 0;
        block->traces[kept++] = one;
    }
    block->trace_count = kept;
}

void ph_block_drop(struct ph_block *block, size_t bytes)
{
    block->folded = block->folded > bytes + 1 ? block->folded - bytes : 0;
    drop_traces(block, bytes);
    block->text += bytes;
    block->length -= bytes;
    for (size_t i = 0; i < block->run_count; i++) {
        struct ph_run *run = &block->runs[i];
        run->from = run->from > bytes ? run->from - bytes : 0;
        run->to = run->to > bytes ? run->to - bytes : 0;
    }
    for (size_t i = 0; i < block->span_run_count; i++) {
        struct ph_span_run *run = &block->span_runs[i];
        run->from = run->from > bytes ? run->from - bytes : 0;
    }
}

void ph_block_take_label(struct ph_blocks *blocks, struct ph_block *block)
{
    struct ph_paragraph_label label;
    if (!ph_label_read(block->text, block->length, &label))
        return;
    block->label = ph_arena_copy_n(blocks->arena, block->text, label.length);
    ph_block_drop(block, label.length + (block->text[label.length] == ' '));
}

void ph_block_tell_space(struct ph_block *block, const struct ph_run *run)
{
    if (run->kind == PH_RUN_NOTE_MARK && run->from > block->length && !block->folded)
        block->folded = block->length;
}
