#include "read/open_block.h"

#include <stdlib.h>
#include <string.h>

void ph_open_block_words(struct ph_open_block *open, const char *text, size_t length)
{
    size_t odd = ph_fold(text, length, &open->text);
    open->folded = open->folded ? open->folded : odd;
}

static void add_run(struct ph_open_block *open, struct ph_run run)
{
    open->runs = ph_grow(open->runs, open->count, &open->capacity, sizeof *open->runs);
    open->runs[open->count++] = run;
}

void ph_open_block_set(struct ph_open_block *open, enum ph_run_kind kind, bool on)
{
    if (open->open[kind] == on)
        return;
    open->open[kind] = on;
    if (on) {
        open->begun[kind] = (struct ph_run){.kind = kind, .from = open->text.length};
        return;
    }
    open->begun[kind].to = open->text.length;
    add_run(open, open->begun[kind]);
}

void ph_open_block_mark(struct ph_open_block *open, struct ph_blocks *blocks, const char *label)
{
    size_t at = open->text.length;
    add_run(open, (struct ph_run){.kind = PH_RUN_NOTE_MARK,
                                  .from = at,
                                  .to = at,
                                  .label = ph_arena_copy(blocks->arena, label)});
}

/* "3 km" before a raised 2 or 3: a square or a cube, and no mark. */
static bool is_measure(const char *text, size_t end, long power)
{
    if (power != 2 && power != 3)
        return false;
    size_t at = end;
    at -= at > 0 && text[at - 1] == 'm';
    at -= at > 0 && at < end && strchr("kcdm", text[at - 1]) != NULL;
    return at < end && at > 1 && text[at - 1] == ' ' && text[at - 2] >= '0' && text[at - 2] <= '9';
}

void ph_open_block_raised(struct ph_open_block *open, struct ph_blocks *blocks, long highest)
{
    enum { DIGITS = 6 };
    size_t from = open->begun[PH_RUN_SUPERSCRIPT].from;
    if (!open->open[PH_RUN_SUPERSCRIPT])
        return;
    const char *words = ph_buffer_text(&open->text) + from;
    size_t digits = strspn(words, "0123456789");
    long value = digits && digits <= DIGITS ? strtol(words, NULL, 10) : 0;
    bool only = from + digits + strspn(words + digits, " ") == open->text.length;
    ph_open_block_set(open, PH_RUN_SUPERSCRIPT, false);
    if (!only || value < 1 || value > highest || is_measure(open->text.data, from, value))
        return;
    char *label = ph_arena_copy_n(blocks->arena, words, digits);
    open->count--;
    bool space = open->text.length > from + digits;
    open->text.length = from;
    open->text.data[from] = '\0';
    add_run(open,
            (struct ph_run){.kind = PH_RUN_NOTE_MARK, .from = from, .to = from, .label = label});
    if (space)
        ph_open_block_words(open, " ", 1);
}

bool ph_open_block_is_line(const struct ph_open_block *open, const struct ph_lexicon *lexicon)
{
    enum { LINE = 200 };
    struct ph_line line;
    size_t length = open->text.length;
    length -= length && open->text.data[length - 1] == ' ';
    return length && length <= LINE && ph_lexicon_line(lexicon, open->text.data, length, &line) &&
           !line.match_from && line.match_to == length;
}

/* A stretch of a paragraph without the spaces at its edges. */
static void keep_run(struct ph_blocks *blocks, struct ph_block *block, struct ph_run run)
{
    ph_block_tell_space(block, &run);
    run.to = run.to > block->length ? block->length : run.to;
    run.from = run.from > run.to ? run.to : run.from;
    while (run.from < run.to && block->text[run.to - 1] == ' ')
        run.to--;
    while (run.from < run.to && block->text[run.from] == ' ')
        run.from++;
    if (run.kind == PH_RUN_NOTE_MARK || run.from < run.to)
        ph_block_run(blocks, block, run.kind, run.from, run.to, run.label);
}

bool ph_open_block_end(struct ph_open_block *open, struct ph_blocks *blocks,
                       enum ph_block_kind kind, int line, struct ph_block **block)
{
    bool was_open[PH_RUN_NOTE_MARK];
    memcpy(was_open, open->open, sizeof was_open);
    for (int run = 0; run < PH_RUN_NOTE_MARK; run++)
        ph_open_block_set(open, (enum ph_run_kind)run, false);
    ph_fold_end(&open->text);
    *block = open->text.length
                 ? ph_blocks_add(blocks, kind, ph_buffer_text(&open->text), open->text.length, line)
                 : NULL;
    bool fine = *block || !open->text.length;
    if (*block)
        (*block)->folded = open->folded;
    open->folded = 0;
    for (size_t i = 0; *block && i < open->count; i++)
        keep_run(blocks, *block, open->runs[i]);
    if (*block)
        ph_block_sort_runs(*block);
    ph_buffer_clear(&open->text);
    open->count = 0;
    for (int run = 0; run < PH_RUN_NOTE_MARK; run++)
        ph_open_block_set(open, (enum ph_run_kind)run, was_open[run]);
    return fine;
}

void ph_open_block_free(struct ph_open_block *open)
{
    ph_buffer_free(&open->text);
    free(open->runs);
}
