#include "write/json_parts.h"

#include <string.h>

json_t *ph_json_words(const char *bytes, size_t length)
{
    json_t *value = json_stringn(bytes, length);
    return value ? value : json_null();
}

json_t *ph_json_text(const char *text)
{
    return text && *text ? ph_json_words(text, strlen(text)) : json_null();
}

json_t *ph_json_label(const struct ph_node *node)
{
    char label[160];
    return ph_json_text(ph_label(node, label, sizeof label));
}

static int put(const char *bytes, size_t length, void *buffer)
{
    ph_buffer_add(buffer, bytes, length);
    return 0;
}

void ph_json_write(json_t *value, struct ph_buffer *out)
{
    json_dump_callback(value, put, out, JSON_INDENT(2));
    ph_buffer_char(out, '\n');
    json_decref(value);
}
