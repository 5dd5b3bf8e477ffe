#include "learn/columns.h"

#include <string.h>

#include "base/utf8.h"

size_t ph_columns(int width)
{
    enum { LEAST = 60, USUAL = 80 };
    return width <= 0 ? USUAL : width < LEAST ? LEAST : (size_t)width;
}

void ph_put_cut(struct ph_buffer *out, const char *text, size_t columns)
{
    size_t length = strlen(text), at = 0, next;
    if (ph_utf8_width(text, length) <= columns) {
        ph_buffer_put(out, text);
        return;
    }
    while (ph_utf8_at(text, length, at, &next) && ph_utf8_width(text, next) + 1 <= columns)
        at = next;
    ph_buffer_add(out, text, at);
    ph_buffer_put(out, "…");
}

size_t ph_put_wrapped(struct ph_buffer *out, const char *text, size_t column, size_t indent,
                      size_t width)
{
    bool start = true; /* the first word follows what stands before it */
    for (const char *at = text; *at;) {
        size_t length = strcspn(at, " "), columns = ph_utf8_width(at, length);
        if (column > indent && column + !start + columns > width) {
            ph_buffer_printf(out, "\n%*s", (int)indent, "");
            column = indent;
            start = true;
        }
        if (!start)
            ph_buffer_char(out, ' ');
        ph_buffer_add(out, at, length);
        column += columns + !start;
        start = false;
        at += length + strspn(at + length, " ");
    }
    return column;
}
