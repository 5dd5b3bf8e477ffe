#include "write/json_parts.h"

#include <string.h>

#include "learn/standing.h"
#include "write/parts.h"

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

json_t *ph_json_member(const struct ph_member *member)
{
    char date[16];
    json_t *object = json_object();
    bool dated = ph_date_valid(member->adopted);
    json_object_set_new(object, "number", ph_json_text(ph_member_name(member)));
    json_object_set_new(object, "session", json_integer(member->session));
    json_object_set_new(object, "adopted",
                        dated ? ph_json_text(ph_date_iso(member->adopted, date, sizeof date))
                              : json_null());
    json_object_set_new(object, "here", json_boolean(member->root));
    json_object_set_new(object, "from", ph_json_text(member->known_from));
    return object;
}

static json_t *point_at(struct ph_json_counter *counter, size_t byte)
{
    if (byte < counter->byte)
        counter->byte = counter->points = 0;
    counter->points += ph_code_points(counter->text, counter->byte, byte);
    counter->byte = byte;
    return json_integer((json_int_t)counter->points);
}

/* Marks are in order of where they start: the counter stays there. */
void ph_json_set_place(json_t *object, struct ph_json_counter *counter, size_t from, size_t to)
{
    json_object_set_new(object, "from", point_at(counter, from));
    struct ph_json_counter end = *counter;
    json_object_set_new(object, "to", point_at(&end, to));
}

json_t *ph_json_changes(const struct ph_node *node)
{
    json_t *list = json_array();
    struct ph_json_counter counter = {.text = node->text.bytes};
    for (size_t i = 0; i < node->text.count; i++) {
        const struct ph_inline *mark = &node->text.inlines[i];
        if (mark->kind != PH_INSERTED && mark->kind != PH_DELETED)
            continue;
        json_t *object = json_object();
        const char *kind = mark->kind == PH_INSERTED ? "inserted" : "deleted";
        ph_json_set_place(object, &counter, mark->from, mark->to);
        json_object_set_new(object, "kind", json_string(kind));
        json_array_append_new(list, object);
    }
    return list;
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
