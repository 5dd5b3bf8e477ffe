/* The series of an archive as JSON; the keys stand in a fixed order (series.h says which). */
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

void ph_write_series_json(const struct ph_recurring_list *list, struct ph_buffer *out)
{
    json_t *top = json_object(), *all = json_array();
    for (size_t i = 0; i < list->count; i++) {
        const struct ph_recurring *series = &list->items[i];
        json_t *object = json_object();
        json_object_set_new(object, "title", ph_json_text(series->title));
        json_object_set_new(object, "period", json_integer(series->period));
        json_object_set_new(object, "kept", json_integer(series->kept));
        json_object_set_new(object, "seen", json_integer(series->seen));
        json_object_set_new(object, "next", json_integer(series->next));
        json_object_set_new(object, "why", ph_json_text(series->why));
        json_object_set_new(object, "members", members_of(series));
        json_array_append_new(all, object);
    }
    json_object_set_new(top, "series", all);
    ph_json_write(top, out);
}
