/* Markdown, as far as letters and drafts use it: headings, emphasis, rules, hard line breaks,
 * numbered and bulleted paragraphs, quotations, footnotes. Anything else stays as it is typed.
 * A reader of our own because CommonMark reads "**one****two****three**", which converters write
 * for three lines that ran together, as one stretch with asterisks in it, and counts numbered
 * paragraphs anew, so that the printed numbers are lost. */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "read/formats.h"
#include "read/label.h"
#include "read/open_block.h"
#include "read/text.h"

/* A run of asterisks or underscores. */
struct delimiter {
    size_t at, length;
    size_t bold_to, italic_to; /* index of the delimiter that closes what this opens; 0: none */
    bool closes_bold, closes_italic;
    bool opens, closes; /* what its surroundings allow */
};

struct markdown {
    struct ph_blocks *blocks;
    struct ph_buffer text;   /* of the block that is open, as typed */
    enum ph_block_kind kind; /* of that block */
    int level, line;
    const char *label;
    struct delimiter *delimiters;
    size_t count, capacity;
};

static bool is_word(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c < 0;
}

static bool is_blank(char c)
{
    return c == ' ' || c == '\t' || c == '\0';
}

static bool is_escaped(char c)
{
    return c != '\0' && strchr("\\`*_{}[]()#+-.!<>|~\"", c) != NULL;
}

static void find_delimiters(struct markdown *markdown)
{
    const char *text = ph_buffer_text(&markdown->text);
    markdown->count = 0;
    for (size_t at = 0; text[at];) {
        if (text[at] == '\\' && is_escaped(text[at + 1])) {
            at += 2;
            continue;
        }
        size_t from = at;
        while (text[at] && text[at] == text[from] && (text[from] == '*' || text[from] == '_'))
            at++;
        if (at == from) {
            at++;
            continue;
        }
        char before = from ? text[from - 1] : '\0', after = text[at];
        bool inside = text[from] == '_' && is_word(before) && is_word(after);
        markdown->delimiters = ph_grow(markdown->delimiters, markdown->count, &markdown->capacity,
                                       sizeof *markdown->delimiters);
        markdown->delimiters[markdown->count++] =
            (struct delimiter){.at = from,
                               .length = at - from,
                               .opens = !is_blank(after) && !inside,
                               .closes = !is_blank(before) && !inside};
    }
}

/* Pairs the delimiters: two signs are bold, one is italic, three both, four end bold and begin
 * it again. Index 0 of the array never closes, so that 0 can mean "none". */
static void pair_delimiters(struct markdown *markdown)
{
    struct delimiter *bold = NULL, *italic = NULL;
    for (size_t i = 0; i < markdown->count; i++) {
        struct delimiter *one = &markdown->delimiters[i];
        size_t left = one->length;
        if (one->closes && bold && left >= 2) {
            bold->bold_to = i;
            one->closes_bold = true;
            bold = NULL;
            left -= 2;
        }
        if (one->closes && italic && left % 2) {
            italic->italic_to = i;
            one->closes_italic = true;
            italic = NULL;
            left--;
        }
        if (one->opens && !bold && left >= 2) {
            bold = one;
            left -= 2;
        }
        if (one->opens && !italic && left % 2)
            italic = one;
    }
}

static size_t used_signs(const struct delimiter *one)
{
    return (one->bold_to ? 2u : 0) + (one->closes_bold ? 2u : 0) + (one->italic_to ? 1u : 0) +
           (one->closes_italic ? 1u : 0);
}

static bool end_piece(struct markdown *markdown, struct ph_open_block *piece)
{
    struct ph_block *block;
    if (!ph_open_block_end(piece, markdown->blocks, markdown->kind, markdown->line, &block))
        return false;
    if (block) {
        block->label = markdown->label;
        block->level = markdown->level;
        markdown->label = NULL;
        if (!block->label && block->kind == PH_BLOCK_TEXT)
            ph_block_take_label(markdown->blocks, block);
    }
    return true;
}

/* Typed text without its escapes. */
static void put_words(struct ph_open_block *piece, const char *text, size_t length)
{
    size_t from = 0;
    for (size_t at = 0; at + 1 < length; at++) {
        if (text[at] != '\\' || !is_escaped(text[at + 1]))
            continue;
        ph_fold(text + from, at - from, &piece->text);
        from = ++at;
    }
    ph_fold(text + from, length - from, &piece->text);
}

/* One delimiter: ends and begins stretches; the signs that it does not use are words. Bold that
 * ends where bold begins is the seam of two lines that ran together. */
static bool put_delimiter(struct markdown *markdown, struct ph_open_block *piece,
                          const struct delimiter *one)
{
    bool fine = true;
    if (one->closes_italic)
        ph_open_block_set(piece, PH_RUN_ITALIC, false);
    if (one->closes_bold)
        ph_open_block_set(piece, PH_RUN_BOLD, false);
    if (one->closes_bold && one->bold_to && !piece->open[PH_RUN_ITALIC])
        fine = end_piece(markdown, piece);
    ph_fold(ph_buffer_text(&markdown->text) + one->at, one->length - used_signs(one), &piece->text);
    if (one->bold_to)
        ph_open_block_set(piece, PH_RUN_BOLD, true);
    if (one->italic_to)
        ph_open_block_set(piece, PH_RUN_ITALIC, true);
    return fine;
}

static bool close_block(struct markdown *markdown)
{
    const char *text = ph_buffer_text(&markdown->text);
    struct ph_open_block piece = {0};
    bool fine = true;
    size_t at = 0;
    find_delimiters(markdown);
    pair_delimiters(markdown);
    for (size_t i = 0; i < markdown->count && fine; i++) {
        const struct delimiter *one = &markdown->delimiters[i];
        put_words(&piece, text + at, one->at - at);
        fine = put_delimiter(markdown, &piece, one);
        at = one->at + one->length;
    }
    put_words(&piece, text + at, markdown->text.length - at);
    fine = fine && end_piece(markdown, &piece);
    ph_open_block_free(&piece);
    ph_buffer_clear(&markdown->text);
    markdown->kind = PH_BLOCK_TEXT;
    markdown->level = 0;
    markdown->label = NULL;
    return fine;
}

/* "---", "* * *", "===", "```": signs without words, which only separate. */
static bool is_rule(const struct ph_text_line *line)
{
    size_t signs = 0;
    for (size_t i = 0; i < line->length; i++) {
        if (line->text[i] != line->text[0] && line->text[i] != ' ')
            return false;
        signs += line->text[i] == line->text[0];
    }
    return signs >= 3 && strchr("-*_=`~", line->text[0]) != NULL;
}

static size_t heading_signs(const struct ph_text_line *line)
{
    size_t signs = 0;
    while (signs < line->length && line->text[signs] == '#')
        signs++;
    return signs <= 6 && signs < line->length && is_blank(line->text[signs]) ? signs : 0;
}

/* "[^3]: Resolution 60/288." */
static size_t definition_mark(const struct ph_text_line *line)
{
    if (line->length < 5 || memcmp(line->text, "[^", 2))
        return 0;
    const char *end = memchr(line->text, ']', line->length - 1);
    return end && end[1] == ':' ? (size_t)(end - line->text) - 2 : 0;
}

/* Takes the signs off the start of a line that begins a block, and sets what it begins. */
static size_t begin_block(struct markdown *markdown, const struct ph_text_line *line)
{
    struct ph_paragraph_label label;
    size_t heading = heading_signs(line), note = definition_mark(line);
    if (heading) {
        markdown->kind = PH_BLOCK_HEADING;
        markdown->level = (int)heading;
        return heading;
    }
    if (note) {
        markdown->kind = PH_BLOCK_NOTE;
        markdown->label = ph_arena_copy_n(markdown->blocks->arena, line->text + 2, note);
        return note + 4;
    }
    if (line->length > 1 && strchr("-*+", line->text[0]) && line->text[1] == ' ') {
        markdown->label = "\xE2\x80\xA2";
        return 1;
    }
    if (ph_label_read(line->text, line->length, &label)) {
        markdown->label = ph_arena_copy_n(markdown->blocks->arena, line->text, label.length);
        return label.length;
    }
    return 0;
}

static bool ends_hard(const struct ph_text_line *line)
{
    return line->text[line->length] == ' ' && line->text[line->length + 1] == ' ';
}

static bool take_line(struct markdown *markdown, const struct ph_text_line *line, bool broken)
{
    size_t from = line->text[0] == '>' ? 1 : 0;
    struct ph_text_line rest = *line;
    while (from < line->length && from && line->text[from] == ' ')
        from++;
    rest.text += from;
    rest.length -= from;
    bool begins = broken || heading_signs(&rest) || definition_mark(&rest);
    struct ph_paragraph_label label;
    begins = begins || ph_label_read(rest.text, rest.length, &label);
    if (begins && !close_block(markdown))
        return false;
    if (begins || !markdown->text.length) {
        markdown->line = line->number;
        from = begin_block(markdown, &rest);
    } else {
        ph_buffer_char(&markdown->text, ' ');
        from = 0;
    }
    ph_buffer_add(&markdown->text, rest.text + from, rest.length - from);
    return markdown->kind != PH_BLOCK_HEADING || close_block(markdown);
}

static bool take_lines(struct markdown *markdown, struct ph_lines *lines)
{
    bool broken = true;
    for (size_t i = 0; i < lines->count; i++) {
        struct ph_text_line *line = &lines->items[i];
        broken = broken || line->gap != PH_GAP_NONE;
        if (line->role == PH_LINE_FURNITURE || is_rule(line)) {
            broken = true;
            if (line->role == PH_LINE_FURNITURE &&
                !ph_blocks_add(markdown->blocks, PH_BLOCK_FURNITURE, line->text, line->length,
                               line->number))
                return false;
            continue;
        }
        if (!take_line(markdown, line, broken))
            return false;
        broken = ends_hard(line);
    }
    return close_block(markdown);
}

enum ph_status ph_read_markdown(const char *text, size_t length, const struct ph_lexicon *lexicon,
                                struct ph_blocks *blocks, struct ph_error *error)
{
    struct markdown markdown = {.blocks = blocks};
    struct ph_lines lines;
    enum ph_status status = ph_lines_split(blocks->name, text, length, &lines, error);
    if (!status) {
        ph_find_furniture(&lines, lexicon);
        if (!take_lines(&markdown, &lines))
            status = ph_fail(error, PH_LIMIT, "%s: has more than %d paragraphs", blocks->name,
                             PH_BLOCK_LIMIT);
    }
    ph_lines_free(&lines);
    ph_buffer_free(&markdown.text);
    free(markdown.delimiters);
    return status;
}
