#include "read/label.h"

#include <string.h>

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_small(char c)
{
    return c >= 'a' && c <= 'z';
}

static int decimal_value(const char *text, size_t length)
{
    enum { DIGITS = 3 }; /* four would be a year at the end of a sentence */
    int value = 0;
    for (size_t i = 0; i < length; i++) {
        if (!is_digit(text[i]) || length > DIGITS)
            return 0;
        value = value * 10 + (text[i] - '0');
    }
    return value;
}

/* a, b, ... z, aa, bb, ... (rule 18). */
static int letter_value(const char *text, size_t length)
{
    if (!is_small(text[0]) || length > 3)
        return 0;
    for (size_t i = 1; i < length; i++)
        if (text[i] != text[0])
            return 0;
    return text[0] - 'a' + 1 + 26 * ((int)length - 1);
}

static int roman_digit(char c)
{
    switch (c) {
    case 'i':
        return 1;
    case 'v':
        return 5;
    case 'x':
        return 10;
    case 'l':
        return 50;
    default:
        return 0;
    }
}

static int roman_value(const char *text, size_t length)
{
    enum { LETTERS = 8 }; /* xxxviii is the longest below 40 */
    int value = 0;
    for (size_t i = 0; i < length; i++) {
        int one = roman_digit(text[i]);
        int after = i + 1 < length ? roman_digit(text[i + 1]) : 0;
        if (!one || length > LETTERS)
            return 0;
        value += one < after ? -one : one;
    }
    return value;
}

static bool is_end(const char *text, size_t length, size_t at)
{
    if (at >= length)
        return true;
    return text[at] == ' ' || text[at] == '\t' || !strncmp(text + at, "\xC2\xA0", 2);
}

static bool read_bullet(const char *text, size_t length, struct ph_paragraph_label *label)
{
    static const char bullet[] = "\xE2\x80\xA2";
    if (length < 3 || memcmp(text, bullet, 3) || !is_end(text, length, 3))
        return false;
    label->style = PH_LABEL_BULLET;
    label->length = 3;
    return true;
}

static size_t quote_length(const char *text, size_t length)
{
    if (length > 3 && !memcmp(text, "\xE2\x80\x9C", 3))
        return 3;
    return length > 1 && text[0] == '"';
}

bool ph_label_read(const char *text, size_t length, struct ph_paragraph_label *label)
{
    *label = (struct ph_paragraph_label){0};
    if (read_bullet(text, length, label))
        return true;
    size_t from = quote_length(text, length);
    label->quoted = from > 0;
    bool open = from < length && text[from] == '(';
    from += open;
    size_t to = from;
    while (to < length && (is_digit(text[to]) || is_small(text[to])))
        to++;
    if (to == from || to >= length || !is_end(text, length, to + 1))
        return false;
    if (text[to] == ')')
        label->style = open ? PH_LABEL_BRACKETS : PH_LABEL_HALF_BRACKET;
    else if (text[to] == '.' && !open)
        label->style = PH_LABEL_DOT;
    else
        return false;
    label->length = to + 1;
    label->decimal = decimal_value(text + from, to - from);
    label->letter = letter_value(text + from, to - from);
    label->roman = roman_value(text + from, to - from);
    return label->decimal || label->letter || label->roman;
}

struct ph_paragraph_label ph_label_of(const char *printed)
{
    struct ph_paragraph_label label;
    if (!printed || !ph_label_read(printed, strlen(printed), &label))
        label = (struct ph_paragraph_label){.style = PH_LABEL_BULLET};
    return label;
}

bool ph_label_is_main(const struct ph_paragraph_label *label)
{
    return label->decimal && !label->quoted && label->style != PH_LABEL_BRACKETS;
}

bool ph_label_starts(const char *text, size_t length)
{
    struct ph_paragraph_label label;
    return ph_label_read(text, length, &label);
}

bool ph_label_is_all(const char *text, size_t length)
{
    struct ph_paragraph_label label;
    return ph_label_read(text, length, &label) && label.length == length;
}
