/* Symbols of which a person supplies the running number. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "base/regex.h"
#include "un/symbol.h"

/* What joins two symbols where they are printed. */
static const char joint[] = "–";

static void put_literal(struct ph_buffer *out, char c)
{
    if ((unsigned char)c < 0x80 && !isalnum((unsigned char)c))
        ph_buffer_char(out, '\\');
    ph_buffer_char(out, c);
}

/* The pattern of a whole symbol of this form; what is joined to the first may be left out. */
static size_t put_pattern(const char *form, const char *unknown, const char *number,
                          struct ph_buffer *out)
{
    size_t open = 0, joined = 0;
    ph_buffer_put(out, "\\A");
    while (*form) {
        if (strncmp(form, unknown, strlen(unknown)) == 0) {
            ph_buffer_printf(out, "(?:%s)", number);
            form += strlen(unknown);
            open++;
            continue;
        }
        if (strncmp(form, joint, strlen(joint)) == 0) {
            ph_buffer_put(out, "(?:");
            joined++;
        }
        put_literal(out, *form++);
    }
    for (; joined > 0; joined--)
        ph_buffer_put(out, ")?");
    ph_buffer_put(out, "\\z");
    return open;
}

static bool matches(const char *pattern, const char *text)
{
    struct ph_match match;
    struct ph_regex *regex;
    if (ph_regex_new(pattern, false, false, "symbol", &regex, NULL) != PH_OK)
        return false;
    bool found = ph_regex_find(regex, text, strlen(text), 0, &match);
    ph_regex_free(regex);
    return found;
}

/* A whole symbol in its printed form; other words as they are. */
static char *printed_form(const char *value)
{
    struct ph_symbol symbol;
    size_t end, length = strlen(value);
    bool whole = ph_symbol_parse(value, length, &symbol, &end) && end == length;
    return whole ? ph_symbol_printed(value, length) : ph_copy(value);
}

/* The form with its one open number. */
static char *with_number(const char *form, const char *unknown, const char *number)
{
    struct ph_buffer out = {0};
    const char *at = strstr(form, unknown);
    ph_buffer_add(&out, form, (size_t)(at - form));
    ph_buffer_put(&out, number);
    ph_buffer_put(&out, at + strlen(unknown));
    return ph_buffer_take(&out);
}

char *ph_symbol_supplied(const char *form, const char *unknown, const char *number,
                         const char *value)
{
    struct ph_buffer whole = {0}, alone = {0};
    char *printed = printed_form(value), *made = NULL;
    size_t open = put_pattern(form, unknown, number, &whole);
    ph_buffer_printf(&alone, "\\A(?:%s)\\z", number);
    if (matches(ph_buffer_text(&whole), printed))
        made = ph_copy(printed);
    else if (open == 1 && matches(ph_buffer_text(&alone), value))
        made = with_number(form, unknown, value);
    free(printed);
    ph_buffer_free(&whole);
    ph_buffer_free(&alone);
    return made;
}
