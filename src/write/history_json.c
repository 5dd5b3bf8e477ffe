/* Histories as JSON; the keys stand in a fixed order (history.h says which). */
#include <string.h>

#include "write/history.h"
#include "write/json_parts.h"

static json_t *name_of(const struct ph_pattern *pattern, int member)
{
    return member < 0 ? json_null() : ph_json_text(ph_member_name(&pattern->members[member]));
}

/* What a row has for a member, whatever the history is of. */
static json_t *row_of(const struct ph_pattern *pattern, size_t member, enum ph_fate fate,
                      int against)
{
    json_t *row = ph_json_member(&pattern->members[member]);
    json_object_set_new(row, "fate", json_string(ph_fate_name(fate)));
    json_object_set_new(row, "against", name_of(pattern, against));
    return row;
}

static json_t *moves_of(const struct ph_history_step *step)
{
    json_t *list = json_array();
    for (size_t i = 0; i < step->move_count; i++) {
        const struct ph_slot_move *move = &step->moves[i];
        const struct ph_rule *rule = move->slot->rule;
        json_t *object = json_object();
        json_object_set_new(object, "kind", ph_json_text(move->slot->kind));
        json_object_set_new(object, "before", ph_json_text(move->before->words));
        json_object_set_new(object, "after", ph_json_text(move->after->words));
        json_object_set_new(object, "says", ph_json_text(move->slot->say));
        json_object_set_new(object, "rule", ph_json_text(rule ? ph_rule_id(rule) : NULL));
        json_array_append_new(list, object);
    }
    return list;
}

static void set_paragraph(json_t *row, const struct ph_history_step *step)
{
    const struct ph_node *node = step->node;
    char before[PH_LABEL_SIZE];
    json_object_set_new(row, "label", node ? ph_json_label(node) : json_null());
    json_object_set_new(row, "label_before", ph_json_text(ph_history_moved(step, before)));
    json_object_set_new(row, "opening", ph_json_text(node ? ph_opening_phrase(node) : NULL));
    json_object_set_new(row, "opening_before", ph_json_text(step->strength));
    json_object_set_new(row, "text",
                        node ? ph_json_words(step->words->text.bytes, step->words->text.length)
                             : json_null());
    json_object_set_new(row, "changes", node ? ph_json_changes(step->words) : json_array());
    json_object_set_new(row, "slots", moves_of(step));
}

void ph_write_history_json(const struct ph_history *history, struct ph_buffer *out)
{
    const struct ph_pattern *pattern = history->pattern;
    json_t *top = json_object(), *asked = json_object(), *members = json_array();
    for (size_t m = 0; m < pattern->member_count; m++) {
        const struct ph_history_step *step = &history->steps[m];
        json_t *row = row_of(pattern, m, step->fate, step->against);
        set_paragraph(row, step);
        json_array_append_new(members, row);
    }
    json_object_set_new(asked, "member", name_of(pattern, (int)history->member));
    json_object_set_new(asked, "label", ph_json_label(history->node));
    json_object_set_new(top, "title", ph_json_text(pattern->title));
    json_object_set_new(top, "paragraph", asked);
    json_object_set_new(top, "members", members);
    ph_json_write(top, out);
}

static json_t *place_of(const struct ph_phrase_place *place)
{
    const struct ph_text *text = &place->node->text;
    struct ph_json_counter counter = {.text = text->bytes};
    json_t *object = json_object();
    json_object_set_new(object, "label", ph_json_label(place->node));
    json_object_set_new(object, "times", json_integer((json_int_t)place->times));
    json_object_set_new(object, "text", ph_json_words(text->bytes, text->length));
    ph_json_set_place(object, &counter, place->from, place->to);
    return object;
}

void ph_write_phrase_json(const struct ph_phrase *phrase, struct ph_buffer *out)
{
    const struct ph_pattern *pattern = phrase->pattern;
    json_t *top = json_object(), *members = json_array();
    for (size_t m = 0; m < pattern->member_count; m++) {
        const struct ph_phrase_step *step = &phrase->steps[m];
        json_t *row = row_of(pattern, m, step->fate, step->against), *places = json_array();
        for (size_t i = 0; i < step->place_count; i++)
            json_array_append_new(places, place_of(&step->places[i]));
        json_object_set_new(row, "times", json_integer((json_int_t)step->times));
        json_object_set_new(row, "places", places);
        json_array_append_new(members, row);
    }
    json_object_set_new(top, "title", ph_json_text(pattern->title));
    json_object_set_new(top, "words", ph_json_text(phrase->words));
    json_object_set_new(top, "members", members);
    ph_json_write(top, out);
}
