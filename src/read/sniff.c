/* What a file is, by its content and never by its name. */
#include <string.h>

#include "read/formats.h"

static const struct {
    const char *bytes;
    enum ph_format format;
} signatures[] = {
    {"PK\x03\x04", PH_FORMAT_ZIP}, {"PK\x05\x06", PH_FORMAT_ZIP},
    {"%PDF-", PH_FORMAT_PDF},      {"\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", PH_FORMAT_OLE},
    {"{\\rtf", PH_FORMAT_RTF},     {"\xFF\xFE", PH_FORMAT_UTF16},
    {"\xFE\xFF", PH_FORMAT_UTF16},
};

static bool starts_with(const char *text, size_t length, const char *prefix)
{
    size_t n = strlen(prefix);
    return length >= n && !memcmp(text, prefix, n);
}

/* Control characters that no text has, in more than one byte of a hundred of its beginning. */
static bool is_binary(const char *text, size_t length)
{
    enum { BEGINNING = 65536, SHARE = 100 };
    size_t n = length < BEGINNING ? length : BEGINNING, odd = 0;
    for (size_t i = 0; i < n; i++) {
        unsigned char c = (unsigned char)text[i];
        odd += c < 0x20 && c != '\t' && c != '\n' && c != '\r' && c != '\f' && c != '\v';
    }
    return odd * SHARE > n;
}

static bool is_letter(char c)
{
    return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static bool is_markdown_heading(const char *line, size_t length)
{
    size_t level = 0;
    while (level < length && line[level] == '#')
        level++;
    return level >= 1 && level <= 6 && level < length && line[level] == ' ';
}

/* A line with words between asterisks or underscores, as "*(Signed)* Name" or "**Title**"; not
 * a bar code ("*1247896*") and not a footnote ("* Reissued"). */
static bool is_emphasised(const char *line, size_t length)
{
    size_t n = 0;
    while (n < length && (line[n] == '*' || line[n] == '_') && line[n] == line[0])
        n++;
    if (n < 1 || n > 3 || n + 1 >= length)
        return false;
    bool words = is_letter(line[n]) || (line[n] == '(' && is_letter(line[n + 1]));
    return words && memchr(line + n, line[0], length - n) != NULL;
}

static bool is_markdown(const char *text, size_t length)
{
    enum { ENOUGH = 2 };
    size_t signs = 0, tabs = 0;
    for (size_t from = 0; from < length;) {
        const char *end = memchr(text + from, '\n', length - from);
        size_t to = end ? (size_t)(end - text) : length;
        const char *line = text + from;
        signs += is_markdown_heading(line, to - from) || is_emphasised(line, to - from);
        tabs += line[0] == '\t';
        from = to + 1;
    }
    return signs >= ENOUGH && signs > tabs;
}

static size_t blank_length(const char *text, size_t length)
{
    size_t blank = 0;
    while (blank < length && strchr(" \t\r\n\f", text[blank]) && text[blank])
        blank++;
    return blank;
}

/* An object with a key, or a list of objects: no text starts so. */
static bool is_json(const char *text, size_t length)
{
    if (length < 2 || (*text != '{' && *text != '['))
        return false;
    size_t next = 1 + blank_length(text + 1, length - 1);
    return next < length && text[next] == (*text == '{' ? '"' : '{');
}

enum ph_format ph_format_of(const void *bytes, size_t length)
{
    const char *text = bytes;
    if (starts_with(text, length, "\xEF\xBB\xBF")) {
        text += 3;
        length -= 3;
    }
    for (size_t i = 0; i < sizeof signatures / sizeof *signatures; i++)
        if (starts_with(text, length, signatures[i].bytes))
            return signatures[i].format;
    size_t blank = blank_length(text, length);
    if (blank == length)
        return PH_FORMAT_TEXT;
    enum ph_format markup = ph_markup_of(text + blank, length - blank);
    if (markup != PH_FORMAT_TEXT)
        return markup;
    if (is_binary(text, length))
        return PH_FORMAT_BINARY;
    if (is_json(text + blank, length - blank))
        return PH_FORMAT_JSON;
    return is_markdown(text, length) ? PH_FORMAT_MARKDOWN : PH_FORMAT_TEXT;
}

const char *ph_format_what(enum ph_format format)
{
    static const char *const what[] = {
#define PH_FORMAT_KIND(name, text, reader) text,
#include "read/formats.def"
#undef PH_FORMAT_KIND
    };
    return what[format];
}

ph_reader *ph_format_reader(enum ph_format format)
{
    static ph_reader *const readers[] = {
#define PH_FORMAT_KIND(name, text, reader) reader,
#define PH_FORMAT_TREE(name, text, reader) NULL,
#include "read/formats.def"
#undef PH_FORMAT_KIND
    };
    return readers[format];
}

ph_tree_reader *ph_format_tree_reader(enum ph_format format)
{
    static ph_tree_reader *const readers[] = {
#define PH_FORMAT_KIND(name, text, reader) NULL,
#define PH_FORMAT_TREE(name, text, reader) reader,
#include "read/formats.def"
#undef PH_FORMAT_KIND
    };
    return readers[format];
}

bool ph_format_is_text(enum ph_format format)
{
    static const bool is_text[] = {
#define PH_FORMAT_KIND(name, text, reader) true,
#define PH_FORMAT_BYTES(name, text, reader) false,
#define PH_FORMAT_TREE(name, text, reader) false,
#include "read/formats.def"
#undef PH_FORMAT_KIND
    };
    return is_text[format];
}
