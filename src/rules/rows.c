#include "rules/rows.h"

#include <string.h>

#include "base/xml.h"

static const char *said(const xmlNode *term, const char *name, size_t *length)
{
    const char *value = ph_xml_attribute(term, name);
    *length = value ? strlen(value) : 0;
    return value ? value : "";
}

static void read_term(const xmlNode *term, struct ph_row *row)
{
    *row = (struct ph_row){.words = NULL};
    row->words = said(term, "words", &row->words_length);
    row->instead = said(term, "instead", &row->instead_length);
    row->since = said(term, "since", &row->since_length);
}

static bool is_white(char c)
{
    return c == ' ' || c == '\t' || c == '\r' || c == '\n';
}

/* The length without the white space at the end. */
static size_t trimmed(const char *text, size_t length)
{
    while (length && is_white(text[length - 1]))
        length--;
    return length;
}

/* The equals sign between spaces, at its first space; NULL: none. */
static const char *find_equals(const char *line, size_t length)
{
    const char *end = line + length, *at = line;
    while ((at = memchr(at, '=', (size_t)(end - at))) &&
           (at == line || at[-1] != ' ' || at + 1 == end || at[1] != ' '))
        at++;
    return at ? at - 1 : NULL;
}

static void read_line(const char *line, size_t length, struct ph_row *row)
{
    const char *equals = find_equals(line, length);
    size_t words = equals ? (size_t)(equals - line) : length;
    *row = (struct ph_row){.words = line, .instead = "", .since = ""};
    row->words_length = trimmed(line, words);
    if (!equals)
        return;
    size_t skip = words + 3 + strspn(equals + 3, " \t");
    row->instead = line + skip;
    row->instead_length = trimmed(row->instead, length - skip);
}

/* The next line of a text that is not blank. */
static bool next_line(struct ph_rows *rows, struct ph_row *row)
{
    const char *line = rows->line ? rows->line : (const char *)rows->node->content;
    while (is_white(*line))
        line++;
    const char *end = strchr(line, '\n');
    size_t length = end ? (size_t)(end - line) : strlen(line);
    rows->line = line + length;
    if (length)
        read_line(line, length, row);
    return length;
}

struct ph_rows ph_rows_of(const xmlNode *element)
{
    return (struct ph_rows){.node = element->children};
}

bool ph_rows_next(struct ph_rows *rows, struct ph_row *row)
{
    for (; rows->node; rows->node = rows->node->next, rows->line = NULL) {
        if (rows->node->type == XML_TEXT_NODE && next_line(rows, row))
            return true;
        if (!ph_xml_is(rows->node, "term"))
            continue;
        read_term(rows->node, row);
        rows->node = rows->node->next;
        return true;
    }
    return false;
}

static int newlines(const char *from, const char *to)
{
    int count = 0;
    for (; from < to; from++)
        count += *from == '\n';
    return count;
}

static bool starts_with_a_word(const struct ph_row *row)
{
    unsigned char c = row->words_length ? (unsigned char)*row->words : 0, small = c | 0x20;
    return c >= 0x80 || (small >= 'a' && small <= 'z') || (c >= '0' && c <= '9');
}

int ph_rows_wrong(const xmlNode *element)
{
    int line = ph_xml_line(element);
    for (const xmlNode *node = element->children; node; node = node->next) {
        struct ph_rows rows = {.node = node};
        const char *text = (const char *)node->content;
        for (struct ph_row row; node->type == XML_TEXT_NODE && next_line(&rows, &row);)
            if (!starts_with_a_word(&row))
                return line + newlines(text, row.words);
        const xmlNode *in = node->type == XML_TEXT_NODE ? node : node->children;
        text = in && in->type == XML_TEXT_NODE ? (const char *)in->content : "";
        line += newlines(text, text + strlen(text));
    }
    return 0;
}
