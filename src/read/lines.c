#include "read/lines.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"

/* A line of a masthead is never longer: patterns are not tried on whole paragraphs. */
enum { LEXICON_LINE = 400 };

/* The offset of the character before `end`. */
static size_t before(const char *text, size_t end)
{
    size_t at = end - 1;
    while (at > 0 && ((unsigned char)text[at] & 0xC0) == 0x80)
        at--;
    return at;
}

static void measure(struct ph_text_line *line)
{
    size_t at = 0, next;
    for (; at < line->length; at = next) {
        int32_t c = ph_utf8_at(line->text, line->length, at, &next);
        if (!ph_utf8_is_space(c))
            break;
        line->indent += c == '\t' ? 8 - line->indent % 8 : 1;
    }
    line->text += at;
    line->length -= at;
    while (line->length) {
        size_t last = before(line->text, line->length);
        if (!ph_utf8_is_space(ph_utf8_at(line->text, line->length, last, NULL)))
            break;
        line->length = last;
    }
}

/* One-line-one-paragraph texts hardly ever go on in small letters on the next line; texts that
 * are wrapped do so in many a line. */
static bool is_wrapped(const struct ph_lines *lines)
{
    enum { SHARE = 20 };
    size_t torn = 0;
    for (size_t i = 1; i < lines->count; i++) {
        const struct ph_text_line *line = &lines->items[i];
        torn += line->gap == PH_GAP_NONE && ph_starts_small(line->text, line->length) &&
                !ph_is_finished(line[-1].text, line[-1].length);
    }
    return torn * SHARE >= lines->count && torn > 1;
}

/* The next line feed or form feed, or the end. */
static size_t line_end(const char *text, size_t length, size_t from)
{
    const char *end = memchr(text + from, '\n', length - from);
    size_t to = end ? (size_t)(end - text) : length;
    const char *page = memchr(text + from, '\f', to - from);
    return page ? (size_t)(page - text) : to;
}

enum ph_status ph_lines_split(const char *name, const char *text, size_t length,
                              struct ph_lines *lines, struct ph_error *error)
{
    size_t capacity = 0;
    int number = 1;
    bool page = false;
    enum ph_line_gap gap = PH_GAP_NONE;
    *lines = (struct ph_lines){0};
    for (size_t from = 0, to; from < length; from = to + 1) {
        to = line_end(text, length, from);
        struct ph_text_line line = {.text = text + from, .length = to - from, .number = number};
        measure(&line);
        if (line.length) {
            line.page_start = page;
            line.gap = page ? PH_GAP_PAGE : gap;
            lines->items = ph_grow(lines->items, lines->count, &capacity, sizeof line);
            lines->items[lines->count++] = line;
        }
        gap = line.length ? PH_GAP_NONE : PH_GAP_BLANK;
        page = (page && !line.length) || (to < length && text[to] == '\f');
        number += to < length && text[to] == '\n';
        if (number > PH_LINE_LIMIT)
            return ph_fail(error, PH_LIMIT, "%s: has more than %d lines; no document has so many",
                           name, PH_LINE_LIMIT);
    }
    lines->wrapped = is_wrapped(lines);
    return PH_OK;
}

void ph_lines_free(struct ph_lines *lines)
{
    free(lines->items);
    *lines = (struct ph_lines){0};
}

const char *ph_whole_line(const struct ph_lexicon *lexicon, const char *text, size_t length)
{
    struct ph_line found;
    bool whole = length <= LEXICON_LINE && ph_lexicon_line(lexicon, text, length, &found) &&
                 found.match_from == 0 && found.match_to == length;
    return whole ? found.name : NULL;
}

const char *ph_line_name(const struct ph_lexicon *lexicon, struct ph_text_line *line)
{
    if (!line->asked)
        line->name = ph_whole_line(lexicon, line->text, line->length);
    line->asked = true;
    return line->name;
}

static bool is_closing(int32_t c)
{
    switch (c) {
    case ',':
    case ';':
    case ':':
    case '.':
    case '?':
    case '!':
    case ')':
    case ']':
    case '"':
    case 0x201D: /* right double quotation mark; a single one may be a genitive */
        return true;
    default:
        return false;
    }
}

bool ph_is_name(const char *name, const char *wanted)
{
    return name && !strcmp(name, wanted);
}

static bool is_mark_part(int32_t c)
{
    return (c >= '0' && c <= '9') || c == ' ' || c == '*' || ph_utf8_raised_digit(c) >= 0;
}

static size_t words_end(const char *text, size_t length)
{
    while (length > 0) {
        size_t last = before(text, length);
        if (!is_mark_part(ph_utf8_at(text, length, last, NULL)))
            break;
        length = last;
    }
    return length;
}

size_t ph_raised_number(const char *text, size_t length, size_t at, long *number)
{
    enum { MOST = 1000000 };
    size_t end = at, next;
    *number = 0;
    for (; end < length && *number < MOST; end = next) {
        int digit = ph_utf8_raised_digit(ph_utf8_at(text, length, end, &next));
        if (digit < 0)
            break;
        *number = *number * 10 + digit;
    }
    return end - at;
}

int32_t ph_ending(const char *text, size_t length)
{
    size_t end = words_end(text, length);
    return end ? ph_utf8_at(text, length, before(text, end), NULL) : 0;
}

bool ph_is_finished(const char *text, size_t length)
{
    int32_t c = ph_ending(text, length);
    size_t end = words_end(text, length);
    /* "3201 (S-VI) 2" goes on: a number apart behind a bracket is hardly a mark */
    bool number = end < length && text[end] == ' ' && (c == ')' || c == ']');
    return is_closing(c) && !number;
}

bool ph_starts_small(const char *text, size_t length)
{
    return length && ph_utf8_is_lower(ph_utf8_at(text, length, 0, NULL));
}
