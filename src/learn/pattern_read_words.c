/* The words of a paragraph of a pattern's file: marks become properties, slots what is decided. */
#include <stdlib.h>
#include <string.h>

#include "base/xml.h"
#include "learn/pattern_reader.h"
#include "learn/slots.h"
#include "rules/series_functions.h"

/* A paragraph whose slots are being read. */
struct paragraph {
    struct ph_node *node;
    struct ph_clause *clause;
    struct ph_entity *entities; /* of its words */
    size_t entity_count;
};

/* ---- slots ---- */

static void check_kind(struct ph_pattern_reader *reader, const xmlNode *element, const char *kind)
{
    const char **kinds;
    size_t count = ph_lexicon_kinds(reader->lexicon, &kinds);
    bool known = false;
    for (size_t i = 0; i < count && !known; i++)
        known = !strcmp(kinds[i], kind);
    if (!known)
        ph_pattern_no_such(reader, element, "kind of slot", kind, kinds, count);
    free(kinds);
}

/* The rule that a hand has left, or put there. */
static const struct ph_rule *read_rule(struct ph_pattern_reader *reader, const xmlNode *element,
                                       const char *kind)
{
    const char *id = ph_xml_attribute(element, "rule"), **ids;
    if (!id)
        return NULL;
    size_t count = ph_hypotheses_for(reader->hypotheses, kind, &ids);
    bool known = false;
    for (size_t i = 0; i < count && !known; i++)
        known = !strcmp(ids[i], id);
    if (!known && ph_rules_find(reader->rules, id))
        ph_pattern_wrong(reader, element, "rule '%s' is not for a slot of the kind %s", id, kind);
    else if (!known)
        ph_pattern_no_such(reader, element, "rule", id, ids, count);
    free(ids);
    return known ? ph_rules_find(reader->rules, id) : NULL;
}

/* Words by hand; what is open in them is a placeholder. */
static void set_value(struct ph_pattern_reader *reader, const xmlNode *element, const char *value,
                      struct ph_slot *slot)
{
    struct ph_arena *arena = reader->pattern->arena;
    const char *name = ph_xml_attribute(element, "name");
    bool open = strstr(value, PH_UNKNOWN_WORDS) != NULL;
    struct ph_buffer words = {0};
    ph_buffer_fold(&words, value, strlen(value));
    slot->value = ph_arena_copy(arena, ph_buffer_text(&words));
    ph_buffer_free(&words);
    if (!*slot->value)
        ph_pattern_wrong(reader, element, "value holds no words");
    slot->say = reader->by_hand;
    slot->outcome = open ? PH_ASK : PH_MOVES;
    slot->name = open ? ph_arena_copy(arena, name ? name : slot->kind) : NULL;
    slot->why = open ? ph_arena_printf(arena, "left open %s", reader->by_hand) : NULL;
}

static void add_seen(struct ph_pattern_reader *reader, struct ph_slot *slot,
                     struct ph_observation seen, const char *words)
{
    seen.words = ph_arena_copy(reader->pattern->arena, words);
    slot->observations[slot->count++] = seen;
}

static void read_seen(struct ph_pattern_reader *reader, const xmlNode *seen, struct ph_slot *slot)
{
    size_t member;
    if (!ph_pattern_member_of(reader, seen, "in", &member))
        return;
    if (slot->count && slot->observations[slot->count - 1].member >= member)
        ph_pattern_wrong(reader, seen, "what was seen stands in the order of the members");
    else if (member > reader->pattern->base)
        ph_pattern_wrong(reader, seen, "this member is later than the base");
    if (reader->status != PH_OK)
        return;
    char *words = ph_xml_content(seen);
    struct ph_observation made = {.member = member,
                                  .value = ph_pattern_number(seen, "number", 0),
                                  .other = ph_pattern_number(seen, "other", 0),
                                  .paragraph = (int)ph_pattern_number(seen, "paragraph", 0)};
    add_seen(reader, slot, made, words);
    free(words);
}

static int by_start(const void *a, const void *b)
{
    const struct ph_entity *x = a, *y = b;
    return (x->from > y->from) - (x->from < y->from);
}

/* A slot that a hand has made: what the base has is what stands there. */
static void see_base(struct ph_pattern_reader *reader, const struct paragraph *paragraph,
                     struct ph_slot *slot)
{
    struct ph_entity key = {.from = slot->from};
    const struct ph_entity *found =
        paragraph->entity_count
            ? bsearch(&key, paragraph->entities, paragraph->entity_count, sizeof key, by_start)
            : NULL;
    if (found && strcmp(found->kind, slot->kind))
        found = NULL;
    char *words = ph_copy_n(paragraph->node->text.bytes + slot->from, slot->to - slot->from);
    struct ph_observation made = {.member = reader->pattern->base,
                                  .value = found ? found->number : 0,
                                  .other = found ? found->other : 0,
                                  .paragraph = ph_operative_number(paragraph->node)};
    add_seen(reader, slot, made, words);
    free(words);
}

static void read_slot(struct ph_pattern_reader *reader, const xmlNode *element,
                      const struct paragraph *paragraph, struct ph_slot *slot)
{
    struct ph_pattern *pattern = reader->pattern;
    const char *value = ph_xml_attribute(element, "value");
    slot->kind = ph_arena_copy(pattern->arena, ph_xml_attribute(element, "kind"));
    check_kind(reader, element, slot->kind);
    slot->rule = read_rule(reader, element, slot->kind);
    if (slot->from == slot->to)
        ph_pattern_wrong(reader, element, "a slot needs words");
    if (!slot->rule && value)
        set_value(reader, element, value, slot);
    slot->observations =
        ph_arena_alloc(pattern->arena, (pattern->base + 2) * sizeof *slot->observations);
    for (const xmlNode *one = ph_xml_first(element, "seen"); one && reader->status == PH_OK;
         one = ph_xml_next(one, "seen"))
        read_seen(reader, one, slot);
    if (!slot->count || slot->observations[slot->count - 1].member != pattern->base)
        see_base(reader, paragraph, slot);
}

/* ---- words ---- */

/* What holds of a stretch of the text: an element around it, or a footnote mark in it. */
struct stretch {
    const xmlNode *element;
    size_t from, to;
};

struct words {
    struct ph_buffer text;
    struct stretch *items;
    size_t count, capacity;
};

static void trim(struct words *words, size_t least, size_t inside)
{
    struct ph_buffer *text = &words->text;
    while (text->length > least && text->data[text->length - 1] == ' ')
        text->data[--text->length] = '\0';
    for (size_t i = inside; i < words->count; i++)
        if (words->items[i].to > text->length)
            words->items[i].to = text->length;
}

/* White space just inside a slot is there for the eye only. */
static void add_text(struct words *words, const xmlNode *node)
{
    const char *text = (const char *)node->content;
    if (ph_xml_is(node->parent, "slot") && !node->prev)
        text += strspn(text, " \t\r\n");
    ph_buffer_fold(&words->text, text, strlen(text));
}

static void collect(struct words *words, const xmlNode *parent)
{
    for (const xmlNode *one = parent->children; one; one = one->next) {
        if (one->type == XML_TEXT_NODE)
            add_text(words, one);
        if (one->type != XML_ELEMENT_NODE || ph_xml_is(one, "seen"))
            continue;
        size_t place = words->count++;
        words->items = ph_grow(words->items, place, &words->capacity, sizeof *words->items);
        words->items[place] = (struct stretch){.element = one, .from = words->text.length};
        collect(words, one);
        if (ph_xml_is(one, "slot"))
            trim(words, words->items[place].from, place);
        words->items[place].to = words->text.length;
    }
}

static void mark_note(struct ph_pattern_reader *reader, struct ph_node *node,
                      const struct stretch *at, size_t place)
{
    const char *id = ph_xml_attribute(at->element, "to");
    ph_text_mark(node, PH_NOTE, place, place)->note = ph_pattern_note(reader, id);
    xmlHashAddEntry(reader->waiting, BAD_CAST id, (void *)at->element);
}

/* Where one ends another of its kind may go on: a slot stood between. */
static void mark_words(struct ph_node *node, enum ph_inline_kind kind, size_t from, size_t to)
{
    struct ph_text *text = &node->text;
    size_t last = text->count;
    while (last > 0 && text->inlines[last - 1].kind != kind)
        last--;
    if (last > 0 && text->inlines[last - 1].to == from) {
        from = text->inlines[last - 1].from;
        memmove(&text->inlines[last - 1], &text->inlines[last],
                (text->count - last) * sizeof *text->inlines);
        text->count--;
    }
    if (from < to)
        ph_text_mark(node, kind, from, to);
}

static void apply(struct ph_pattern_reader *reader, const struct paragraph *paragraph,
                  const struct stretch *one)
{
    struct ph_clause *clause = paragraph->clause;
    size_t to = one->to, from = one->from < to ? one->from : to;
    if (ph_xml_is(one->element, "note")) {
        mark_note(reader, paragraph->node, one, from);
    } else if (ph_xml_is(one->element, "slot")) {
        if (reader->as_adopted)
            return;
        struct ph_slot *slot = &clause->slots[clause->slot_count++];
        slot->from = from;
        slot->to = to;
        read_slot(reader, one->element, paragraph, slot);
        reader->slots = ph_grow(reader->slots, reader->slot_count, &reader->slot_capacity,
                                sizeof *reader->slots);
        reader->slots[reader->slot_count++] = one->element;
    } else {
        mark_words(paragraph->node,
                   ph_xml_is(one->element, "i")   ? PH_ITALIC
                   : ph_xml_is(one->element, "b") ? PH_BOLD
                                                  : PH_SUPERSCRIPT,
                   from, to);
    }
}

void ph_pattern_read_words(struct ph_pattern_reader *reader, const xmlNode *element,
                           struct ph_node *node, struct ph_clause *clause)
{
    struct words words = {0};
    struct paragraph paragraph = {.node = node, .clause = clause};
    size_t slots = 0;
    collect(&words, element);
    trim(&words, 0, 0);
    ph_text_set(node, ph_buffer_text(&words.text), words.text.length);
    for (size_t i = 0; i < words.count; i++)
        slots += ph_xml_is(words.items[i].element, "slot");
    clause->slots = ph_arena_alloc(reader->pattern->arena, slots * sizeof *clause->slots);
    if (slots)
        paragraph.entity_count = ph_lexicon_entities(reader->lexicon, node->text.bytes,
                                                     node->text.length, &paragraph.entities);
    for (size_t i = 0; i < words.count && reader->status == PH_OK; i++)
        apply(reader, &paragraph, &words.items[i]);
    free(paragraph.entities);
    free(words.items);
    ph_buffer_free(&words.text);
}
