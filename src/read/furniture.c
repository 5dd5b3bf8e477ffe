/* Furniture of the page: what the lexicon knows as such, and running heads, which repeat the
 * document's symbol, and lines of its title, at the top of a page. */
#include <string.h>

#include "read/text.h"
#include "un/symbol.h"

/* How far a running head reaches: the symbol and a title of a few lines. */
enum { HEAD_LINES = 6, FIRST_LINES = 12, TITLE_LINES = 30 };

/* The document's own symbol: the first in its first lines that is not in brackets, where the
 * draft or the report is named. */
static bool find_symbol(const struct ph_lines *lines, const char **symbol, size_t *length)
{
    struct ph_symbol found;
    size_t from, to;
    for (size_t i = 0; i < lines->count && i < FIRST_LINES; i++) {
        const struct ph_text_line *line = &lines->items[i];
        if (line->text[0] == '[' ||
            !ph_symbol_find(line->text, line->length, 0, &found, &from, &to))
            continue;
        *symbol = line->text + from;
        *length = to - from;
        return true;
    }
    return false;
}

static bool starts_or_ends_with(const struct ph_text_line *line, const char *part, size_t length)
{
    return line->length >= length && (!memcmp(line->text, part, length) ||
                                      !memcmp(line->text + line->length - length, part, length));
}

static void find_running_head(struct ph_lines *lines, size_t page, const char *symbol,
                              size_t length)
{
    size_t end = page + HEAD_LINES < lines->count ? page + HEAD_LINES : lines->count;
    for (size_t i = page; i < end; i++) {
        if (i > page && lines->items[i].page_start)
            return;
        if (!starts_or_ends_with(&lines->items[i], symbol, length))
            continue;
        for (i++; i < end && lines->items[i].gap == PH_GAP_NONE;)
            i++;
        while (i > page)
            lines->items[--i].role = PH_LINE_FURNITURE;
        return;
    }
}

static bool is_among(const struct ph_lines *lines, size_t from, size_t count,
                     const struct ph_text_line *wanted)
{
    for (size_t i = from; i < lines->count && i < from + count; i++)
        if (lines->items[i].length == wanted->length &&
            !memcmp(lines->items[i].text, wanted->text, wanted->length))
            return true;
    return false;
}

/* Lines at the top of a page that the top of the page before had too, or the first page. */
static void find_repeated(struct ph_lines *lines, size_t page, size_t last_page)
{
    for (size_t i = page; i < lines->count && i < page + HEAD_LINES; i++) {
        struct ph_text_line *line = &lines->items[i];
        if (i > page && line->page_start)
            return;
        if (is_among(lines, last_page, HEAD_LINES, line) ||
            is_among(lines, 0, page < TITLE_LINES ? page : TITLE_LINES, line))
            line->role = PH_LINE_FURNITURE;
    }
}

void ph_find_furniture(struct ph_lines *lines, const struct ph_lexicon *lexicon)
{
    const char *symbol = NULL;
    size_t length = 0;
    bool known = find_symbol(lines, &symbol, &length);
    size_t last_page = 0;
    for (size_t i = 0; i < lines->count; i++) {
        struct ph_text_line *line = &lines->items[i];
        const char *name = ph_line_name(lexicon, line);
        if (ph_is_name(name, "junk") || ph_is_name(name, "job") || ph_is_name(name, "page"))
            line->role = PH_LINE_FURNITURE;
        if (!line->page_start)
            continue;
        if (known)
            find_running_head(lines, i, symbol, length);
        find_repeated(lines, i, last_page);
        last_page = i;
    }
}
