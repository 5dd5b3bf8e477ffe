#include "write/flow.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"

/* ---- looks ---- */

static const struct {
    enum ph_look look;
    const char *escape;       /* "select graphic rendition" */
    const char *open, *close; /* without colour */
} looks[] = {
    {PH_LOOK_BOLD, "\033[1m", "", ""},           {PH_LOOK_QUIET, "\033[2m", "", ""},
    {PH_LOOK_REVIEW, "\033[4;33m", "", ""},      {PH_LOOK_INSERTED, "\033[4;32m", "{+", "+}"},
    {PH_LOOK_DELETED, "\033[9;31m", "[-", "-]"},
};

enum { LOOKS = sizeof looks / sizeof *looks };

static void put_escapes(struct ph_flow *flow, unsigned look)
{
    for (size_t i = 0; i < LOOKS; i++)
        if (look & looks[i].look)
            ph_buffer_put(flow->out, looks[i].escape);
}

/* Where the look changes, without colour, the words themselves say so. */
static void put_marks(struct ph_flow *flow, unsigned look)
{
    for (size_t i = LOOKS; i-- > 0;)
        if (flow->look & ~look & looks[i].look)
            ph_buffer_put(&flow->words, looks[i].close);
    for (size_t i = 0; i < LOOKS; i++)
        if (look & ~flow->look & looks[i].look)
            ph_buffer_put(&flow->words, looks[i].open);
}

static void set_look(struct ph_flow *flow, unsigned look)
{
    if (look == flow->look)
        return;
    if (!flow->colour)
        put_marks(flow, look);
    flow->look = look;
    flow->looks = ph_grow(flow->looks, flow->count, &flow->capacity, sizeof *flow->looks);
    flow->looks[flow->count++] = (struct ph_look_from){flow->words.length, look};
}

/* ---- filling ---- */

void ph_flow_free(struct ph_flow *flow)
{
    ph_buffer_free(&flow->words);
    free(flow->looks);
}

static bool is_break(char c)
{
    return c == ' ' || c == '\n' || c == '\t' || c == '\f';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* A day and its month stand on one line: "13 December" (UN-FORMAT rule 127). */
static bool keeps_together(const char *words, size_t length, size_t from, size_t to)
{
    bool day = to > from && to - from <= 2;
    for (size_t at = from; at < to; at++)
        day = day && is_digit(words[at]);
    return day && to + 1 < length && words[to] == ' ' && words[to + 1] >= 'A' &&
           words[to + 1] <= 'Z';
}

/* The end of the word that starts at `from`. */
static size_t word_end(const char *words, size_t length, size_t from)
{
    size_t to = from;
    while (to < length && !is_break(words[to]))
        to++;
    if (keeps_together(words, length, from, to))
        for (to++; to < length && !is_break(words[to]);)
            to++;
    return to;
}

void ph_flow_put(struct ph_flow *flow, const char *words, size_t length, unsigned look)
{
    size_t from = 0, to = length;
    while (from < to && is_break(words[from]))
        from++;
    while (to > from && is_break(words[to - 1]))
        to--;
    flow->space |= from > 0;
    if (from == to)
        return;
    if (flow->space) {
        set_look(flow, flow->look & look);
        ph_buffer_char(&flow->words, ' ');
    }
    set_look(flow, look);
    ph_buffer_add(&flow->words, words + from, to - from);
    flow->space = to < length;
}

size_t ph_flow_width(struct ph_flow *flow)
{
    set_look(flow, PH_LOOK_PLAIN);
    return ph_utf8_width(ph_buffer_text(&flow->words), flow->words.length);
}

void ph_flow_drop(struct ph_flow *flow)
{
    ph_buffer_clear(&flow->words);
    flow->count = 0;
    flow->look = PH_LOOK_PLAIN;
    flow->space = false;
}

/* ---- writing ---- */

struct line {
    struct ph_flow *flow;
    size_t next;   /* of flow->looks */
    unsigned look; /* that holds now */
    size_t column;
    bool empty; /* no word yet */
};

static void put_spaces(struct ph_flow *flow, size_t count)
{
    while (count--)
        ph_buffer_char(flow->out, ' ');
}

/* Changes to the look that holds at byte `at` of the words. */
static void take_looks(struct line *line, size_t at)
{
    struct ph_flow *flow = line->flow;
    for (; line->next < flow->count && flow->looks[line->next].from <= at; line->next++) {
        if (flow->colour && line->look)
            ph_buffer_put(flow->out, "\033[0m");
        line->look = flow->looks[line->next].look;
        if (flow->colour)
            put_escapes(flow, line->look);
    }
}

static void put_bytes(struct line *line, size_t from, size_t to)
{
    struct ph_flow *flow = line->flow;
    while (from < to) {
        take_looks(line, from);
        size_t end = line->next < flow->count ? flow->looks[line->next].from : to;
        end = end < to ? end : to;
        ph_buffer_add(flow->out, flow->words.data + from, end - from);
        from = end;
    }
}

static void end_line(struct line *line)
{
    if (line->flow->colour && line->look)
        ph_buffer_put(line->flow->out, "\033[0m");
    ph_buffer_char(line->flow->out, '\n');
}

static void next_line(struct line *line, size_t indent)
{
    end_line(line);
    put_spaces(line->flow, indent);
    if (line->flow->colour)
        put_escapes(line->flow, line->look);
    line->column = indent;
    line->empty = true;
}

/* One word, [from, to), with the space before it where it does not begin its line. */
static void put_word(struct line *line, size_t from, size_t to, size_t indent)
{
    struct ph_flow *flow = line->flow;
    size_t width = ph_utf8_width(flow->words.data + from, to - from);
    if (!line->empty)
        take_looks(line, from - 1); /* those of the space */
    if (!line->empty && line->column + 1 + width > flow->width)
        next_line(line, indent);
    if (!line->empty) {
        ph_buffer_char(flow->out, ' ');
        line->column++;
    }
    put_bytes(line, from, to);
    line->column += width;
    line->empty = false;
}

void ph_flow_write(struct ph_flow *flow, const char *lead, size_t first, size_t rest)
{
    set_look(flow, PH_LOOK_PLAIN);
    size_t length = flow->words.length, from = 0;
    const char *words = ph_buffer_text(&flow->words);
    struct line line = {.flow = flow, .empty = true};
    if (length || lead) {
        put_spaces(flow, first);
        ph_buffer_put(flow->out, lead);
        line.column = first + (lead ? ph_utf8_width(lead, strlen(lead)) : 0);
        while (from < length) {
            size_t to = word_end(words, length, from);
            if (to > from)
                put_word(&line, from, to, rest);
            from = to + 1;
        }
        end_line(&line);
    }
    ph_flow_drop(flow);
}
