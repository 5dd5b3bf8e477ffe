#include "read/doc/story.h"

#include <stdio.h>

#include "base/utf8.h"
#include "read/open_block.h"

/* Characters that stand for something ([MS-DOC] 2.4.1, 2.8.25). */
enum {
    NOTE_MARK = 0x02,
    CELL = 0x07,
    TAB = 0x09,
    LINE = 0x0B,
    PAGE = 0x0C,
    PARAGRAPH = 0x0D,
    COLUMN = 0x0E,
    FIELD_BEGIN = 0x13,
    FIELD_RESULT,
    FIELD_END,
    NO_BREAK_HYPHEN = 0x1E,
    SYMBOL = 0x28
};

struct story {
    struct ph_doc *doc;
    struct ph_blocks *blocks;
    enum ph_block_kind kind;
    const char *label; /* of a note */
    const char *skip;  /* what is left of the typed mark before a note's words */
    bool one_block;    /* all paragraphs are one: in a note */
    bool in_main;
    long highest; /* number of the notes mentioned so far */
    int line;
    struct ph_open_block open;
    const struct ph_format_run *run, *paragraph; /* the formats that hold */
    struct ph_look look;
    struct ph_style style;
    unsigned left_out;    /* why the last character was */
    unsigned depth, code; /* fields that are open; the one whose instruction is hidden, or 0 */
    uint16_t high;        /* the first half of a character outside the basic plane */
    uint32_t past;        /* characters before it belong to a mark that was taken */
};

/* ---- formats ---- */

static void set_look(struct story *story, uint32_t at)
{
    const struct ph_format_run *run = ph_format_run_at(&story->doc->characters, at);
    const struct ph_format_run *paragraph = ph_format_run_at(&story->doc->paragraphs, at);
    if (run != story->run) {
        story->look = (struct ph_look){0};
        if (run)
            ph_look_apply(run->properties, &story->look);
    }
    if (paragraph != story->paragraph)
        story->style =
            ph_style_at(&story->doc->styles, paragraph ? ph_u16(paragraph->properties, 0) : 0);
    story->run = run;
    story->paragraph = paragraph;
}

static unsigned bits_now(const struct story *story)
{
    unsigned base = story->style.bits;
    if (story->look.style)
        base |= ph_style_at(&story->doc->styles, story->look.style).bits;
    return ph_look_bits(&story->look, base);
}

static void set_runs(struct story *story, unsigned bits)
{
    ph_open_block_set(&story->open, PH_RUN_ITALIC, (bits & PH_LOOK_ITALIC) != 0);
    ph_open_block_set(&story->open, PH_RUN_BOLD, (bits & PH_LOOK_BOLD) != 0);
    if (bits & PH_LOOK_RAISED)
        ph_open_block_set(&story->open, PH_RUN_SUPERSCRIPT, true);
    else
        ph_open_block_raised(&story->open, story->blocks, story->highest);
}

/* ---- paragraphs ---- */

/* The list that a paragraph belongs to, 0: none, and its level there. */
static uint16_t list_of(const struct story *story, unsigned *level)
{
    enum { LIST = 0x460B, LIST_LEVEL = 0x260A, NO_LIST = 0xF801, STYLE_NUMBER = 2 };
    uint16_t property, list = 0;
    struct ph_bytes operand, all = {NULL, 0};
    *level = 0;
    if (story->paragraph)
        all = story->paragraph->properties;
    for (size_t at = STYLE_NUMBER; ph_property_next(all, &at, &property, &operand);) {
        if (property == LIST)
            list = ph_u16(operand, 0);
        else if (property == LIST_LEVEL)
            *level = ph_byte(operand, 0);
    }
    return list == NO_LIST ? 0 : list;
}

/* The number that the word processor makes by itself stands nowhere in the text. */
static void number_block(struct story *story, struct ph_block *block)
{
    unsigned level;
    struct ph_buffer number = {0};
    uint16_t list = list_of(story, &level);
    if (!list || block->label)
        return;
    if (ph_lists_next(&story->doc->lists, list, level, &number))
        block->label = ph_arena_copy(story->blocks->arena, number.data);
    else
        ph_doc_remark(story->doc->seen, PH_DOC_NUMBERS_REMARK, story->line);
    ph_buffer_free(&number);
}

static bool end_paragraph(struct story *story)
{
    struct ph_block *block;
    enum ph_block_kind kind = story->kind;
    story->line++;
    if (kind == PH_BLOCK_TEXT && story->style.heading)
        kind = PH_BLOCK_HEADING;
    set_runs(story, 0);
    if (!ph_open_block_end(&story->open, story->blocks, kind, story->line, &block))
        return false;
    if (block && kind == PH_BLOCK_HEADING)
        block->level = story->style.heading;
    else if (block && kind == PH_BLOCK_TEXT)
        ph_block_take_label(story->blocks, block);
    if (block && kind == PH_BLOCK_TEXT)
        number_block(story, block);
    if (block && kind == PH_BLOCK_NOTE)
        block->label = ph_arena_copy(story->blocks->arena, story->label);
    return true;
}

/* A note has one block at least, so that its marks lead somewhere. */
static bool end_note(struct story *story)
{
    if (!story->open.text.length)
        return ph_blocks_add(story->blocks, PH_BLOCK_NOTE, "", 0, story->line) != NULL;
    return end_paragraph(story);
}

/* ---- words ---- */

static void put(struct story *story, int32_t c)
{
    struct ph_buffer one = {0};
    ph_utf8_put(&one, c);
    ph_open_block_words(&story->open, ph_buffer_text(&one), one.length);
    ph_buffer_free(&one);
}

static void put_unit(struct story *story, uint16_t unit)
{
    if (unit >= 0xD800 && unit < 0xDC00) {
        story->high = unit;
        return;
    }
    bool low = unit >= 0xDC00 && unit < 0xE000;
    if (low && story->high)
        put(story, 0x10000 + ((story->high - 0xD800) << 10) + (unit - 0xDC00));
    else if (!low && unit >= ' ' && (unit < 0x7F || unit >= 0xA0) && unit < 0xFFFE)
        put(story, unit);
    story->high = 0;
}

/* A character of a symbol font: those of the fonts' own area are bullets. */
static void put_symbol(struct story *story)
{
    enum { OWN_AREA = 0xE000, OWN_AREA_END = 0xF900, BULLET = 0x2022 };
    uint16_t symbol = story->look.symbol;
    bool own = symbol >= OWN_AREA && symbol < OWN_AREA_END;
    put_unit(story, own ? BULLET : symbol);
}

/* ---- marks ---- */

/* A typed mark: asterisks or a number; anything else stays among the words. */
static bool take_typed(struct story *story, struct ph_doc_note *note, uint16_t unit)
{
    size_t used = 0;
    uint32_t at, next = note->mark + 1;
    bool stars = unit == '*', digits = unit >= '0' && unit <= '9';
    if (!stars && !digits)
        return false;
    do
        note->typed[used++] = (char)unit;
    while (used + 1 < sizeof note->typed && ph_pieces_at(&story->doc->pieces, next++, &unit, &at) &&
           (stars ? unit == '*' : unit >= '0' && unit <= '9'));
    note->typed[used] = '\0';
    story->past = note->mark + (uint32_t)used;
    ph_open_block_mark(&story->open, story->blocks, note->typed);
    return true;
}

static bool take_mark(struct story *story, uint32_t character, uint16_t unit)
{
    char label[24];
    struct ph_doc_note *note =
        story->in_main ? ph_doc_note_at(&story->doc->notes, character) : NULL;
    if (!note)
        return false;
    note->line = story->line + 1;
    if (!note->numbered)
        return take_typed(story, note, unit);
    story->highest = note->number > story->highest ? note->number : story->highest;
    snprintf(label, sizeof label, "%ld", note->number);
    ph_open_block_mark(&story->open, story->blocks, label);
    return true;
}

/* ---- characters ---- */

/* Of a field, which may hold others, only the result is text. */
static bool take_field(struct story *story, uint16_t unit)
{
    if (unit == FIELD_BEGIN) {
        story->depth++;
        story->code = story->code ? story->code : story->depth;
    } else if (unit == FIELD_RESULT) {
        story->code = story->code == story->depth ? 0 : story->code;
    } else if (unit == FIELD_END) {
        story->code = story->code == story->depth ? 0 : story->code;
        story->depth -= story->depth > 0;
    } else {
        return story->code != 0;
    }
    return true;
}

static bool is_end(uint16_t unit)
{
    return unit == PARAGRAPH || unit == CELL || unit == PAGE || unit == COLUMN;
}

static bool take_unit(struct story *story, uint16_t unit)
{
    bool line = unit == LINE && ph_open_block_is_line(&story->open, story->doc->lexicon);
    if ((is_end(unit) || line) && !story->one_block)
        return end_paragraph(story);
    if (is_end(unit) || unit == LINE || unit == TAB)
        put(story, ' ');
    else if (unit == NO_BREAK_HYPHEN)
        put(story, '-');
    else if (unit == SYMBOL && story->look.symbol && story->look.on & PH_LOOK_SPECIAL)
        put_symbol(story);
    else
        put_unit(story, unit);
    return true;
}

/* Each stretch of words that is left out is one, and said. */
static bool is_left_out(struct story *story, unsigned bits)
{
    unsigned why = bits & (PH_LOOK_HIDDEN | PH_LOOK_DELETED);
    if (why && !story->left_out)
        ph_doc_remark(story->doc->seen,
                      why & PH_LOOK_DELETED ? PH_DOC_DELETED_REMARK : PH_DOC_HIDDEN_REMARK,
                      story->in_main ? story->line + 1 : 0);
    story->left_out = why;
    return why != 0;
}

static bool take_character(struct story *story, uint32_t character)
{
    uint16_t unit;
    uint32_t at;
    if (character < story->past || !ph_pieces_at(&story->doc->pieces, character, &unit, &at))
        return true;
    set_look(story, at);
    unsigned bits = bits_now(story);
    if (take_field(story, unit) || is_left_out(story, bits))
        return true;
    if (story->skip && *story->skip && unit == (unsigned char)*story->skip) {
        story->skip++;
        return true;
    }
    if (take_mark(story, character, unit))
        return true;
    set_runs(story, bits);
    return take_unit(story, unit);
}

static bool take_all(struct story *story, uint32_t from, uint32_t to)
{
    uint32_t end = story->doc->pieces.items[story->doc->pieces.count - 1].to;
    to = to < end ? to : end;
    bool fine = true;
    for (uint32_t character = from; character < to && fine; character++)
        fine = take_character(story, character);
    return fine;
}

bool ph_doc_add_text(struct ph_doc *doc, enum ph_doc_text text, enum ph_block_kind kind,
                     struct ph_blocks *blocks)
{
    struct story story = {
        .doc = doc, .blocks = blocks, .kind = kind, .in_main = text == PH_DOC_MAIN};
    uint32_t from = doc->fib.start[text];
    bool fine = take_all(&story, from, from + doc->fib.length[text]) && end_paragraph(&story);
    ph_open_block_free(&story.open);
    return fine;
}

static bool add_note(struct ph_doc *doc, const struct ph_doc_note *note, struct ph_blocks *blocks)
{
    char label[24];
    snprintf(label, sizeof label, "%ld", note->number);
    struct story story = {.doc = doc,
                          .blocks = blocks,
                          .kind = PH_BLOCK_NOTE,
                          .label = note->numbered ? label : note->typed,
                          .skip = note->typed,
                          .one_block = true,
                          .line = note->line - 1};
    bool fine = take_all(&story, note->from, note->to) && end_note(&story);
    ph_open_block_free(&story.open);
    return fine;
}

bool ph_doc_add_notes(struct ph_doc *doc, struct ph_blocks *blocks)
{
    bool fine = true;
    for (size_t i = 0; i < doc->notes.count && fine; i++)
        fine = add_note(doc, &doc->notes.items[i], blocks);
    return fine;
}
