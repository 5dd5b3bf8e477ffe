/* The footnotes' own texts in plain text. They stand behind a rule of underscores at the foot of
 * a page, or at the end behind the closing lines; their marks rise one by one. In text made from
 * PDF the marks may stand on lines of their own, in a column before, between or behind the texts.
 */
#include <stdlib.h>
#include <string.h>

#include "read/text.h"

enum { MARK_DIGITS = 6, PAGE_LINES = 400 };

struct note_finder {
    struct ph_lines *lines;
    const struct ph_lexicon *lexicon;
    struct ph_blocks *blocks;
    long last;             /* the highest number so far */
    struct ph_buffer text; /* of the note that is open */
    const char *mark;      /* its mark, in the arena; NULL: none is open */
    int line;
    bool ruled; /* the area is behind a rule */
    bool full;  /* PH_BLOCK_LIMIT was reached */
};

/* The length of the mark that a line starts with: a number or asterisks, then white space or the
 * end ("1. Decides" has none). 0: none. */
static size_t mark_length(const struct ph_text_line *line, long *number)
{
    size_t at = ph_raised_number(line->text, line->length, 0, number);
    if (at)
        return *number ? at : 0; /* "¹ A/75/…": what is raised needs nothing behind it */
    while (at < line->length && at < MARK_DIGITS && line->text[at] >= '0' && line->text[at] <= '9')
        *number = *number * 10 + (line->text[at++] - '0');
    if (!at)
        while (at < line->length && at < 4 && line->text[at] == '*')
            at++;
    if (!at || (*number == 0 && line->text[0] != '*'))
        return 0;
    bool ends = at == line->length || line->text[at] == ' ' || line->text[at] == '\t' ||
                !strncmp(line->text + at, "\xC2\xA0", 2);
    return ends ? at : 0;
}

static void close_note(struct note_finder *finder)
{
    if (!finder->mark)
        return;
    struct ph_block *block =
        ph_blocks_add(finder->blocks, PH_BLOCK_NOTE, ph_buffer_text(&finder->text),
                      finder->text.length, finder->line);
    if (block)
        block->label = finder->mark;
    else
        finder->full = true;
    finder->mark = NULL;
    ph_buffer_clear(&finder->text);
}

static void open_note(struct note_finder *finder, const struct ph_text_line *mark, size_t length)
{
    close_note(finder);
    long raised;
    if (ph_raised_number(mark->text, length, 0, &raised))
        finder->mark = ph_arena_printf(finder->blocks->arena, "%ld", raised);
    else
        finder->mark = ph_arena_copy_n(finder->blocks->arena, mark->text, length);
    finder->line = mark->number;
}

static void add_words(struct note_finder *finder, const char *text, size_t length)
{
    if (finder->text.length)
        ph_buffer_char(&finder->text, ' ');
    ph_buffer_add(&finder->text, text, length);
}

static bool ends_sentence(const struct ph_buffer *text)
{
    return text->length && text->data[text->length - 1] == '.';
}

/* Whether a number can be the mark of the next note, notes between having been lost. */
static bool rises(const struct note_finder *finder, long number)
{
    enum { STEP = 20, FIRST = 999 };
    return number > finder->last && number <= (finder->last ? finder->last + STEP : FIRST);
}

/* The same where any line may begin with a number: the very next, or behind a rule one of those
 * behind that, where a note or two have gone. */
static bool follows(const struct note_finder *finder, long number)
{
    enum { STEP = 3 };
    return number > finder->last && number <= finder->last + (finder->ruled ? STEP : 1);
}

/* ---- marks and texts on one line ---- */

/* At the foot of a page every rising number is a mark, and so is a raised one, which is nothing
 * else; elsewhere only one that follows, and no date ("1 March 2010" below the meeting). */
static bool starts_note(struct note_finder *finder, struct ph_text_line *line, bool foot)
{
    long number, raised;
    size_t mark = mark_length(line, &number);
    bool any = foot || ph_raised_number(line->text, line->length, 0, &raised);
    if (!mark || mark == line->length ||
        (number && (any ? !rises(finder, number) : !follows(finder, number))))
        return false;
    if (!foot && ph_is_name(ph_line_name(finder->lexicon, line), "date"))
        return false;
    finder->last = number ? number : finder->last;
    open_note(finder, line, mark);
    add_words(finder, line->text + mark, line->length - mark);
    return true;
}

/* One line of an area of notes; false when the area has ended before it. */
static bool take_line(struct note_finder *finder, struct ph_text_line *line, bool foot)
{
    if (starts_note(finder, line, foot))
        return true;
    bool done = ends_sentence(&finder->text);
    if (!finder->mark || !foot ||
        (done &&
         (ph_starts_small(line->text, line->length) || ph_starts_paragraph(finder->lexicon, line))))
        return false;
    add_words(finder, line->text, line->length);
    return true;
}

/* The lines of an area of notes from `from` on; returns the first line behind it. */
static size_t take_area(struct note_finder *finder, size_t from, bool foot)
{
    size_t at = from;
    for (; at < finder->lines->count; at++) {
        struct ph_text_line *line = &finder->lines->items[at];
        if (line->page_start && foot)
            break;
        if (line->role == PH_LINE_FURNITURE)
            continue;
        if (!take_line(finder, line, foot))
            break;
        line->role = PH_LINE_NOTE;
    }
    close_note(finder);
    return at;
}

/* ---- marks in a column of their own ---- */

struct column {
    size_t from, to; /* lines from the rule to the end of the page */
    const struct ph_text_line **marks;
    size_t count, capacity;
    bool between; /* each mark stands right before its text */
};

static int by_number(const void *a, const void *b)
{
    long one, two;
    mark_length(*(const struct ph_text_line *const *)a, &one);
    mark_length(*(const struct ph_text_line *const *)b, &two);
    return one < two ? -1 : one > two;
}

static bool is_lone_mark(const struct note_finder *finder, const struct ph_text_line *line)
{
    long number;
    return mark_length(line, &number) == line->length && (!number || rises(finder, number));
}

/* "* Reissued ...": asterisks stand with their words also where numbers stand apart. */
static bool is_star_note(const struct ph_text_line *line)
{
    long number;
    size_t mark = mark_length(line, &number);
    return mark && !number && mark < line->length;
}

static void find_column(const struct note_finder *finder, size_t from, struct column *column)
{
    const struct ph_lines *lines = finder->lines;
    size_t end = lines->count - from > PAGE_LINES ? from + PAGE_LINES : lines->count;
    bool after_mark = false;
    *column = (struct column){.from = from, .to = from, .between = true};
    for (; column->to < end && !lines->items[column->to].page_start; column->to++) {
        const struct ph_text_line *line = &lines->items[column->to];
        bool mark = is_lone_mark(finder, line);
        if ((!mark && line->role == PH_LINE_FURNITURE) || is_star_note(line))
            continue;
        column->between = column->between && mark != after_mark;
        after_mark = mark;
        if (!mark)
            continue;
        column->marks =
            ph_grow(column->marks, column->count, &column->capacity, sizeof *column->marks);
        column->marks[column->count++] = line;
    }
}

/* The texts stand in the order of the numbers, wherever the column of numbers went. */
static void take_column(struct note_finder *finder, struct column *column)
{
    size_t next = 0;
    if (!column->between)
        qsort(column->marks, column->count, sizeof *column->marks, by_number);
    for (size_t at = column->from; at < column->to; at++) {
        struct ph_text_line *line = &finder->lines->items[at];
        bool mark = is_lone_mark(finder, line);
        if (is_star_note(line) && starts_note(finder, line, true)) {
            line->role = PH_LINE_NOTE;
            continue;
        }
        bool words = !mark && line->role != PH_LINE_FURNITURE;
        bool starts = column->between ? mark : words && (!next || ends_sentence(&finder->text));
        if (starts && next < column->count) {
            open_note(finder, column->marks[next], column->marks[next]->length);
            next++;
        }
        if (words)
            add_words(finder, line->text, line->length);
        if (words || mark)
            line->role = PH_LINE_NOTE;
    }
    close_note(finder);
    for (size_t i = 0; i < column->count; i++) {
        long number;
        mark_length(column->marks[i], &number);
        finder->last = number > finder->last ? number : finder->last;
    }
}

static size_t take_foot(struct note_finder *finder, size_t from)
{
    struct column column;
    size_t end;
    find_column(finder, from, &column);
    if (column.count) {
        take_column(finder, &column);
        end = column.to;
    } else {
        end = take_area(finder, from, true);
    }
    free(column.marks);
    return end;
}

/* A note that its words give away stands where it likes. */
static size_t take_star(struct note_finder *finder, size_t at)
{
    size_t end = take_area(finder, at, finder->lines->wrapped);
    return end > at ? end : at + 1;
}

bool ph_find_notes(struct ph_lines *lines, const struct ph_lexicon *lexicon,
                   struct ph_blocks *blocks)
{
    struct note_finder finder = {.lines = lines, .lexicon = lexicon, .blocks = blocks};
    bool closing = false;
    for (size_t i = 0; i < lines->count;) {
        const char *name = ph_line_name(lexicon, &lines->items[i]);
        bool ruled = ph_is_name(name, "note-rule");
        if (ruled)
            lines->items[i].role = PH_LINE_FURNITURE;
        bool star = ph_is_name(name, "reissued") || ph_is_name(name, "sponsors-note");
        closing = ph_is_name(name, "meeting") || (closing && ph_is_name(name, "date"));
        i += !star;
        finder.ruled = ruled;
        if (ruled && lines->wrapped)
            i = take_foot(&finder, i);
        else if (star)
            i = take_star(&finder, i);
        else if (ruled || closing)
            i = take_area(&finder, i, false);
    }
    ph_buffer_free(&finder.text);
    return !finder.full;
}

/* The end of "[3: ... ]" that starts at `from`, brackets inside counted; 0: it does not end. */
static size_t definition_end(const char *text, size_t length, size_t from)
{
    int depth = 0;
    for (size_t at = from; at < length; at++) {
        depth += text[at] == '[' ? 1 : text[at] == ']' ? -1 : 0;
        if (!depth)
            return at + 1;
    }
    return 0;
}

/* "[3:" at `at`; *mark is the number's length. */
static bool is_definition(const char *text, size_t length, size_t at, size_t *mark)
{
    size_t to = at + 1;
    while (to < length && to - at <= MARK_DIGITS && text[to] >= '0' && text[to] <= '9')
        to++;
    *mark = to - at - 1;
    return *mark > 0 && to < length && text[to] == ':';
}

bool ph_split_notes(const char *text, size_t length, int line, struct ph_blocks *blocks,
                    struct ph_buffer *out)
{
    bool torn = false; /* a bracket that never ends: nothing behind it is looked at again */
    size_t mark, end = 0;
    for (size_t at = 0; at < length;) {
        bool definition = !torn && text[at] == '[' && is_definition(text, length, at, &mark);
        end = definition ? definition_end(text, length, at) : 0;
        torn = torn || (definition && !end);
        if (!end) {
            ph_buffer_char(out, text[at++]);
            continue;
        }
        size_t from = at + 1 + mark + 1;
        struct ph_block *block =
            ph_blocks_add(blocks, PH_BLOCK_NOTE, text + from, end - 1 - from, line);
        if (!block)
            return false;
        block->label = ph_arena_copy_n(blocks->arena, text + at + 1, mark);
        at = end;
    }
    return true;
}
