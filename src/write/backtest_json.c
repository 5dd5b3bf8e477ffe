/* A backtest as JSON, for programs: counts by the keys of the tables of verdicts, in their order.
 */
#include "write/backtest.h"
#include "write/json_parts.h"

static const char *const place_keys[PH_PLACE_VERDICT_COUNT] = {
#define PH_PLACE_VERDICT(name, right, key, words) key,
#include "learn/place_verdicts.def"
#undef PH_PLACE_VERDICT
};

static const char *const paragraph_keys[PH_PARAGRAPH_VERDICT_COUNT] = {
#define PH_PARAGRAPH_VERDICT(name, key, words) key,
#include "learn/paragraph_verdicts.def"
#undef PH_PARAGRAPH_VERDICT
};

static json_t *counts_of(const char *const *keys, const size_t *counts, size_t count)
{
    json_t *object = json_object();
    for (size_t i = 0; i < count; i++)
        json_object_set_new(object, keys[i], json_integer((json_int_t)counts[i]));
    return object;
}

static void add_tally(json_t *object, const struct ph_tally *tally)
{
    json_t *words = json_object();
    json_object_set_new(words, "adopted", json_integer(tally->words));
    json_object_set_new(words, "draft_changes", json_integer(tally->draft_changes));
    json_object_set_new(words, "copy_changes", json_integer(tally->copy_changes));
    json_object_set_new(object, "words", words);
    json_object_set_new(object, "places",
                        counts_of(place_keys, tally->places, PH_PLACE_VERDICT_COUNT));
    json_object_set_new(object, "paragraphs",
                        counts_of(paragraph_keys, tally->paragraphs, PH_PARAGRAPH_VERDICT_COUNT));
}

static const char *rule_id(const struct ph_rule *rule)
{
    return rule ? ph_rule_id(rule) : NULL;
}

static json_t *place_of(const struct ph_place *place)
{
    json_t *object = json_object();
    json_object_set_new(object, "label", ph_json_text(place->label));
    json_object_set_new(object, "kind", ph_json_text(place->kind));
    json_object_set_new(object, "before", ph_json_text(place->before));
    json_object_set_new(object, "drafted", ph_json_text(place->drafted));
    json_object_set_new(object, "adopted", ph_json_text(place->adopted));
    json_object_set_new(object, "verdict", json_string(place_keys[place->verdict]));
    json_object_set_new(object, "says", ph_json_text(place->say));
    json_object_set_new(object, "explained", json_integer(place->explained));
    json_object_set_new(object, "transitions", json_integer(place->seen));
    json_object_set_new(object, "rule", ph_json_text(rule_id(place->rule)));
    return object;
}

static json_t *trial_of(const struct ph_trial *trial)
{
    json_t *object = json_object(), *places = json_array(), *missing = json_array();
    json_object_set_new(object, "member", ph_json_text(trial->name));
    json_object_set_new(object, "session", json_integer(trial->session));
    json_object_set_new(object, "from", ph_json_text(trial->from));
    json_object_set_new(object, "texts", json_integer(trial->texts));
    for (size_t i = 0; i < trial->missing_count; i++)
        json_array_append_new(missing, ph_json_text(trial->missing[i]));
    json_object_set_new(object, "missing_between", missing);
    add_tally(object, &trial->tally);
    for (size_t i = 0; i < trial->place_count; i++)
        json_array_append_new(places, place_of(&trial->places[i]));
    json_object_set_new(object, "each_place", places);
    return object;
}

static json_t *record_of(const struct ph_rule_record *record)
{
    json_t *object = json_object();
    json_object_set_new(object, "rule", ph_json_text(rule_id(record->rule)));
    json_object_set_new(object, "right", json_integer((json_int_t)record->right));
    json_object_set_new(object, "wrong", json_integer((json_int_t)record->wrong));
    return object;
}

void ph_write_backtest_json(const struct ph_backtest *backtest, struct ph_buffer *out)
{
    json_t *top = json_object(), *trials = json_array(), *sum = json_object();
    json_t *rules = json_array();
    for (size_t i = 0; i < backtest->trial_count; i++)
        json_array_append_new(trials, trial_of(&backtest->trials[i]));
    add_tally(sum, &backtest->sum);
    for (size_t i = 0; i < backtest->rule_count; i++)
        json_array_append_new(rules, record_of(&backtest->rules[i]));
    json_object_set_new(top, "title", ph_json_text(backtest->title));
    json_object_set_new(top, "members", trials);
    json_object_set_new(top, "sum", sum);
    json_object_set_new(top, "rules", rules);
    ph_json_write(top, out);
}
