/* A pattern as JSON, for programs. Members are named by their number; the keys stand in a fixed
 * order. */
#include <stdlib.h>

#include "base/memory.h"
#include "learn/standing.h"
#include "write/json_parts.h"
#include "write/pattern.h"

static json_t *slot_of(const struct ph_pattern *pattern, const struct ph_slot *slot)
{
    static const char *const outcomes[] = {"stays", "moves", "look-at", "ask"};
    json_t *object = json_object(), *seen = json_array();
    json_object_set_new(object, "kind", ph_json_text(slot->kind));
    json_object_set_new(object, "outcome", json_string(outcomes[slot->outcome]));
    json_object_set_new(object, "value", ph_json_text(slot->value));
    json_object_set_new(object, "says", ph_json_text(slot->say));
    json_object_set_new(object, "explained", json_integer(slot->explained));
    json_object_set_new(object, "transitions", json_integer(slot->seen));
    json_object_set_new(object, "rule", ph_json_text(slot->rule ? ph_rule_id(slot->rule) : NULL));
    json_object_set_new(object, "because", ph_json_text(slot->why));
    for (size_t i = 0; i < slot->count; i++) {
        const struct ph_member *member = &pattern->members[slot->observations[i].member];
        json_t *one = json_object();
        json_object_set_new(one, "in", ph_json_text(ph_member_name(member)));
        json_object_set_new(one, "words", ph_json_text(slot->observations[i].words));
        json_array_append_new(seen, one);
    }
    json_object_set_new(object, "seen", seen);
    return object;
}

static json_t *occurrences_of(const struct ph_pattern *pattern, const struct ph_clause *clause,
                              const enum ph_fate *fates)
{
    json_t *list = json_array();
    for (size_t m = 0; m < pattern->member_count; m++) {
        const struct ph_node *node = clause->occurrences[m];
        if (!node)
            continue;
        json_t *one = json_object();
        json_object_set_new(one, "member", ph_json_text(ph_member_name(&pattern->members[m])));
        json_object_set_new(one, "label", ph_json_label(node));
        json_object_set_new(one, "opening", ph_json_text(ph_opening_phrase(node)));
        json_object_set_new(one, "fate", json_string(ph_fate_name(fates[m])));
        json_array_append_new(list, one);
    }
    return list;
}

static json_t *whole_of(const struct ph_pattern *pattern, const struct ph_whole *whole)
{
    if (!whole->clause)
        return json_null();
    json_t *object = json_object();
    const struct ph_member *member = &pattern->members[whole->member];
    json_object_set_new(object, "member", ph_json_text(ph_member_name(member)));
    json_object_set_new(object, "label", ph_json_label(whole->clause->occurrences[whole->member]));
    return object;
}

static json_t *clause_of(const struct ph_pattern *pattern, const struct ph_clause *clause,
                         enum ph_fate *fates)
{
    const struct ph_node *node = clause->occurrences[clause->latest];
    bool dropped = ph_clause_dropped(pattern, clause);
    json_t *object = json_object(), *slots = json_array();
    ph_clause_fates(pattern, clause, fates);
    json_object_set_new(object, "kind", json_string(ph_kind_name(node->kind)));
    json_object_set_new(object, "text", ph_json_words(node->text.bytes, node->text.length));
    json_object_set_new(object, "dropped", json_boolean(dropped));
    if (!dropped) {
        struct ph_standing standing = ph_clause_standing(pattern, fates);
        const struct ph_member *since = &pattern->members[standing.since];
        json_object_set_new(object, "since", ph_json_text(ph_member_name(since)));
        json_object_set_new(object, "texts", json_integer(standing.texts));
        json_object_set_new(object, "word_for_word", json_boolean(standing.word_for_word));
    }
    json_object_set_new(object, "split_from", whole_of(pattern, &clause->split_from));
    json_object_set_new(object, "merged_into", whole_of(pattern, &clause->merged_into));
    json_object_set_new(object, "in", occurrences_of(pattern, clause, fates));
    for (size_t i = 0; i < clause->slot_count; i++)
        json_array_append_new(slots, slot_of(pattern, &clause->slots[i]));
    json_object_set_new(object, "slots", slots);
    return object;
}

void ph_write_pattern_json(const struct ph_pattern *pattern, struct ph_buffer *out)
{
    json_t *top = json_object(), *members = json_array(), *clauses = json_array();
    enum ph_fate *fates = ph_alloc_zero(pattern->member_count, sizeof *fates);
    for (size_t m = 0; m < pattern->member_count; m++)
        json_array_append_new(members, ph_json_member(&pattern->members[m]));
    for (size_t i = 0; i < pattern->clause_count; i++)
        json_array_append_new(clauses, clause_of(pattern, &pattern->clauses[i], fates));
    json_object_set_new(top, "title", ph_json_text(pattern->title));
    json_object_set_new(top, "next_session", json_integer(pattern->next_session));
    json_object_set_new(top, "next_session_because", ph_json_text(pattern->next_why));
    json_object_set_new(top, "members", members);
    json_object_set_new(top, "clauses", clauses);
    ph_json_write(top, out);
    free(fates);
}
