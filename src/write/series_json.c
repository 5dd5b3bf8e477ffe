/* The series of an archive as JSON; the keys stand in a fixed order (series.h says which). */
#include <string.h>

#include "write/json_parts.h"
#include "write/series.h"

static json_t *members_of(const struct ph_recurring *series)
{
    json_t *list = json_array();
    for (size_t i = 0; i < series->count; i++) {
        json_t *object = json_object();
        json_object_set_new(object, "number", ph_json_text(series->members[i].name));
        json_object_set_new(object, "session", json_integer(series->members[i].session));
        json_object_set_new(object, "adopted", ph_json_text(series->members[i].adopted));
        json_object_set_new(object, "here", json_boolean(series->members[i].id != 0));
        json_array_append_new(list, object);
    }
    return list;
}

/* What stands in the list stands two levels deep. */
static void indent(const struct ph_buffer *object, struct ph_buffer *out)
{
    const char *at = ph_buffer_text(object);
    for (size_t line; *at; at += line + (at[line] == '\n')) {
        line = strcspn(at, "\n");
        ph_buffer_put(out, "\n    ");
        ph_buffer_add(out, at, line);
    }
}

void ph_write_series_json(const struct ph_recurring *series, struct ph_buffer *out)
{
    json_t *object = json_object();
    struct ph_buffer text = {0};
    json_object_set_new(object, "title", ph_json_text(series->title));
    json_object_set_new(object, "period", json_integer(series->period));
    json_object_set_new(object, "kept", json_integer(series->kept));
    json_object_set_new(object, "seen", json_integer(series->seen));
    json_object_set_new(object, "next", json_integer(series->next));
    json_object_set_new(object, "why", ph_json_text(series->why));
    json_object_set_new(object, "members", members_of(series));
    ph_json_write(object, &text);
    ph_buffer_put(out, out->length ? "," : "{\n  \"series\": [");
    indent(&text, out);
    ph_buffer_free(&text);
}

void ph_write_series_json_end(struct ph_buffer *out)
{
    ph_buffer_put(out, "\n  ]\n}\n");
}
