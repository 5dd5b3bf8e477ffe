#include "base/utf8.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "base/memory.h"

/* Windows-1252, 0x80 to 0x9F; the rest is Latin-1. */
static const uint16_t windows_1252[32] = {
    0x20AC, 0xFFFD, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160,
    0x2039, 0x0152, 0xFFFD, 0x017D, 0xFFFD, 0xFFFD, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022,
    0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0xFFFD, 0x017E, 0x0178};

int32_t ph_utf8_of_windows(unsigned char byte)
{
    return byte >= 0x80 && byte < 0xA0 ? windows_1252[byte - 0x80] : byte;
}

static bool is_kept(int32_t c)
{
    if (c == '\t' || c == '\n' || c == '\f')
        return true;
    if (c < 0x20 || (c >= 0x7F && c < 0xA0) || c == 0xFEFF)
        return false;
    return !(c >= 0xFFFE && c <= 0xFFFF);
}

/* The length of what is kept as it is: nearly all of most texts. */
static size_t plain_length(const utf8proc_uint8_t *in, size_t length)
{
    size_t n = 0;
    while (n < length && ((in[n] >= 0x20 && in[n] < 0x7F) || in[n] == '\n'))
        n++;
    return n;
}

size_t ph_utf8_clean(const void *bytes, size_t length, struct ph_buffer *out)
{
    const utf8proc_uint8_t *in = bytes;
    size_t wrong = 0;
    for (size_t i = 0; i < length;) {
        size_t plain = plain_length(in + i, length - i);
        if (plain) {
            ph_buffer_add(out, in + i, plain);
            i += plain;
            continue;
        }
        if (in[i] == '\r') {
            ph_buffer_char(out, '\n');
            i += i + 1 < length && in[i + 1] == '\n' ? 2 : 1;
            continue;
        }
        utf8proc_int32_t c;
        utf8proc_ssize_t n = utf8proc_iterate(in + i, (utf8proc_ssize_t)(length - i), &c);
        if (n <= 0) {
            c = ph_utf8_of_windows(in[i]);
            n = 1;
            wrong++;
        }
        if (is_kept(c))
            ph_utf8_put(out, c);
        i += (size_t)n;
    }
    return wrong;
}

int32_t ph_utf8_at(const char *text, size_t length, size_t at, size_t *next)
{
    utf8proc_int32_t c = 0;
    utf8proc_ssize_t n = 0;
    if (at < length && !(text[at] & 0x80)) {
        c = text[at];
        n = 1;
    } else if (at < length)
        n = utf8proc_iterate((const utf8proc_uint8_t *)text + at, (utf8proc_ssize_t)(length - at),
                             &c);
    if (n <= 0) {
        c = at < length ? 0xFFFD : 0;
        n = at < length ? 1 : 0;
    }
    if (next)
        *next = at + (size_t)n;
    return c;
}

size_t ph_utf8_encode(int32_t code_point, char bytes[4])
{
    const utf8proc_ssize_t length = utf8proc_encode_char(code_point, (utf8proc_uint8_t *)bytes);
    return length > 0 ? (size_t)length : 0;
}

void ph_utf8_put(struct ph_buffer *out, int32_t code_point)
{
    char bytes[4];
    ph_buffer_add(out, bytes, ph_utf8_encode(code_point, bytes));
}

size_t ph_utf8_width(const char *text, size_t length)
{
    size_t width = 0;
    for (size_t i = 0; i < length;) {
        if (text[i] >= ' ' && text[i] < 0x7F) { /* nearly all */
            width++;
            i++;
            continue;
        }
        int columns = utf8proc_charwidth(ph_utf8_at(text, length, i, &i));
        width += columns > 0 ? (size_t)columns : 0;
    }
    return width;
}

bool ph_utf8_is_space(int32_t c)
{
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0xA0 || c == 0x202F ||
           (c >= 0x2000 && c <= 0x200A) || c == 0x3000;
}

bool ph_utf8_is_upper(int32_t c)
{
    return utf8proc_category(c) == UTF8PROC_CATEGORY_LU;
}

bool ph_utf8_is_lower(int32_t c)
{
    return utf8proc_category(c) == UTF8PROC_CATEGORY_LL;
}

static int32_t fold_one(int32_t c)
{
    switch (c) {
    case 0x2018:
    case 0x2019:
    case 0x201B:
        return '\'';
    case 0x201C:
    case 0x201D:
    case 0x201F:
        return '"';
    case 0x2010:
    case 0x2011:
    case 0x2012:
    case 0x2013:
    case 0x2014:
    case 0x2212:
        return '-';
    default:
        return utf8proc_tolower(c);
    }
}

static bool is_invisible(int32_t c)
{
    return c == 0xAD || (c >= 0x200B && c <= 0x200D) || c == 0x2060 || c == 0xFEFF;
}

static char *fold(const char *text, size_t length)
{
    struct ph_buffer out = {0};
    bool space = false;
    for (size_t i = 0; i < length;) {
        int32_t c = ph_utf8_at(text, length, i, &i);
        if (is_invisible(c))
            continue;
        if (ph_utf8_is_space(c)) {
            space = out.length > 0;
            continue;
        }
        if (space)
            ph_buffer_char(&out, ' ');
        space = false;
        ph_utf8_put(&out, fold_one(c));
    }
    return ph_buffer_take(&out);
}

/* Text that is not plain ASCII in composed form (NFC); caller frees. */
static char *composed(const char *text, size_t length)
{
    utf8proc_uint8_t *made = NULL;
    utf8proc_ssize_t n = utf8proc_map((const utf8proc_uint8_t *)text, (utf8proc_ssize_t)length,
                                      &made, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
    if (n >= 0)
        return (char *)made;
    free(made);
    return ph_copy_n(text, length);
}

static bool is_ascii(const char *text, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if ((unsigned char)text[i] >= 0x80)
            return false;
    return true;
}

char *ph_utf8_fold(const char *text, size_t length)
{
    if (is_ascii(text, length))
        return fold(text, length);
    char *whole = composed(text, length);
    char *folded = fold(whole, strlen(whole));
    free(whole);
    return folded;
}

int ph_utf8_raised_digit(int32_t c)
{
    if (c == 0xB9)
        return 1;
    if (c == 0xB2 || c == 0xB3)
        return (int)(c - 0xB0);
    return c == 0x2070 || (c >= 0x2074 && c <= 0x2079) ? (int)(c - 0x2070) : -1;
}

static char *recase(const char *text, bool upper)
{
    struct ph_buffer out = {0};
    size_t length = strlen(text), next = 0;
    int32_t c = ph_utf8_at(text, length, 0, &next);
    if (c)
        ph_utf8_put(&out, upper ? utf8proc_toupper(c) : utf8proc_tolower(c));
    ph_buffer_put(&out, text + next);
    return ph_buffer_take(&out);
}

char *ph_utf8_capital(const char *text)
{
    return recase(text, true);
}

char *ph_utf8_small(const char *text)
{
    return recase(text, false);
}
