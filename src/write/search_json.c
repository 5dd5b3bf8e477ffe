/* What was found, as JSON; the keys stand in a fixed order (search.h says which). */
#include "write/json_parts.h"
#include "write/search.h"

static json_t *session(int number)
{
    return number ? json_integer(number) : json_null();
}

static json_t *use_of(const struct ph_search_use *use)
{
    json_t *object = json_object();
    json_object_set_new(object, "resolution", ph_json_text(use->resolution));
    json_object_set_new(object, "label", ph_json_text(use->label));
    json_object_set_new(object, "session", session(use->session));
    return object;
}

static json_t *row_of(const struct ph_search_row *row)
{
    static const char *const matches[] = {
        [PH_FOUND_PHRASE] = "phrase", [PH_FOUND_WORDS] = "words", [PH_FOUND_NEAR] = "near"};
    json_t *object = json_object(), *latest = json_array();
    struct ph_json_counter counter = {.text = row->text};
    for (size_t i = 0; i < row->latest_count; i++)
        json_array_append_new(latest, use_of(&row->latest[i]));
    json_object_set_new(object, "match", json_string(matches[row->match]));
    json_object_set_new(object, "uses", json_integer(row->uses));
    json_object_set_new(object, "first", session(row->first));
    json_object_set_new(object, "last", session(row->last));
    json_object_set_new(object, "text", ph_json_text(row->text));
    ph_json_set_place(object, &counter, row->from, row->to);
    json_object_set_new(object, "earliest", use_of(&row->earliest));
    json_object_set_new(object, "latest", latest);
    return object;
}

void ph_write_search_json(const struct ph_search_result *result, struct ph_buffer *out)
{
    json_t *top = json_object(), *wordings = json_array();
    for (size_t i = 0; i < result->count; i++)
        json_array_append_new(wordings, row_of(&result->rows[i]));
    json_object_set_new(top, "words", ph_json_text(result->words));
    json_object_set_new(top, "more", json_boolean(result->more));
    json_object_set_new(top, "wordings", wordings);
    ph_json_write(top, out);
}
