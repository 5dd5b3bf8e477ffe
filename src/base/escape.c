#include "base/escape.h"

static const char *entity(char c)
{
    switch (c) {
    case '&':
        return "&amp;";
    case '<':
        return "&lt;";
    case '>':
        return "&gt;";
    case '"':
        return "&quot;";
    case '\'':
        return "&#39;";
    case '\f':
        return " ";
    default:
        return NULL;
    }
}

void ph_escape_html(struct ph_buffer *out, const char *text, size_t length)
{
    size_t from = 0;
    for (size_t at = 0; at < length; at++) {
        const char *escaped = entity(text[at]);
        if (!escaped)
            continue;
        ph_buffer_add(out, text + from, at - from);
        ph_buffer_put(out, escaped);
        from = at + 1;
    }
    ph_buffer_add(out, text + from, length - from);
}
