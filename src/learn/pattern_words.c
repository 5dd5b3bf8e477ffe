/* Words with their slots, italics and footnote marks, as elements in one another. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/xml.h"
#include "learn/pattern_file.h"

/* A stretch of the text that becomes an element; a footnote mark has no length. */
struct range {
    size_t from, to;
    const struct ph_slot *slot;
    const struct ph_inline *mark;
};

struct words {
    const struct ph_node *node;
    char *const *names;
    ph_pattern_note_id *id;
    void *data;
    struct range *ranges;
    size_t count;
    const struct range **open; /* from the outside in */
    size_t open_count;
    xmlNode *at; /* the innermost element that is open */
};

static const char *const outcomes[] = {"stays", "moves", "look-at", "ask"};

static const char *element_of(enum ph_inline_kind kind)
{
    static const char *const names[] = {
        [PH_ITALIC] = "i", [PH_BOLD] = "b", [PH_SUPERSCRIPT] = "sup", [PH_NOTE] = "note"};
    return (size_t)kind < sizeof names / sizeof *names ? names[kind] : NULL;
}

/* By place; of those that begin together the longer first, a slot before all others. */
static int by_place(const void *a, const void *b)
{
    const struct range *x = a, *y = b;
    if (x->from != y->from)
        return x->from < y->from ? -1 : 1;
    if (x->to != y->to)
        return x->to > y->to ? -1 : 1;
    return (y->slot != NULL) - (x->slot != NULL);
}

static void collect(struct words *words, const struct ph_slot *slots, size_t slot_count)
{
    const struct ph_text *text = &words->node->text;
    words->ranges = ph_alloc_zero(text->count + slot_count, sizeof *words->ranges);
    words->open = ph_alloc_zero(text->count + slot_count, sizeof *words->open);
    for (size_t i = 0; i < slot_count; i++)
        words->ranges[words->count++] =
            (struct range){.from = slots[i].from, .to = slots[i].to, .slot = &slots[i]};
    for (size_t i = 0; i < text->count; i++) {
        const struct ph_inline *mark = &text->inlines[i];
        bool point = mark->kind == PH_NOTE;
        if (element_of(mark->kind) && (point ? mark->note != NULL : mark->from < mark->to))
            words->ranges[words->count++] =
                (struct range){.from = mark->from, .to = mark->to, .mark = mark};
    }
    if (words->count)
        qsort(words->ranges, words->count, sizeof *words->ranges, by_place);
}

static void set_slot(xmlNode *element, const struct ph_slot *slot)
{
    ph_xml_set(element, "kind", slot->kind);
    if (!slot->rule)
        return; /* a value without a rule would be one by hand */
    char support[32];
    snprintf(support, sizeof support, "%d of %d", slot->explained, slot->seen);
    ph_xml_set(element, "rule", ph_rule_id(slot->rule));
    ph_xml_set(element, "says", slot->say);
    ph_xml_set(element, "support", support);
    ph_xml_set(element, "outcome", outcomes[slot->outcome]);
    ph_xml_set(element, "value", slot->value);
    ph_xml_set(element, "name", slot->name);
    ph_xml_set(element, "because", slot->why);
}

static void add_seen(const struct words *words, xmlNode *slot, const struct ph_observation *one)
{
    xmlNode *seen = ph_xml_add(slot, "seen");
    ph_xml_set(seen, "in", words->names[one->member]);
    if (one->value)
        ph_xml_set_number(seen, "number", one->value);
    if (one->other)
        ph_xml_set_number(seen, "other", one->other);
    if (one->paragraph)
        ph_xml_set_number(seen, "paragraph", one->paragraph);
    ph_xml_add_text(seen, one->words, strlen(one->words));
}

static void push(struct words *words, const struct range *range)
{
    words->at = ph_xml_add(words->at, range->slot ? "slot" : element_of(range->mark->kind));
    if (range->slot)
        set_slot(words->at, range->slot);
    words->open[words->open_count++] = range;
}

static void pop(struct words *words)
{
    const struct ph_slot *slot = words->open[--words->open_count]->slot;
    for (size_t i = 0; slot && i < slot->count; i++)
        add_seen(words, words->at, &slot->observations[i]);
    words->at = words->at->parent;
}

/* Closes what ends at `at` or before; what stands in it and goes on is opened again. */
static void close_until(struct words *words, size_t at)
{
    size_t keep = 0, count = words->open_count;
    while (keep < count && words->open[keep]->to > at)
        keep++;
    const struct range **again = ph_alloc_zero(count, sizeof *again);
    size_t again_count = 0;
    for (size_t i = keep; i < count; i++)
        if (words->open[i]->to > at)
            again[again_count++] = words->open[i];
    while (words->open_count > keep)
        pop(words);
    for (size_t i = 0; i < again_count; i++)
        push(words, again[i]);
    free(again);
}

/* A slot is never cut: what ends inside it is cut where it begins. */
static void open_slot(struct words *words, const struct range *slot)
{
    size_t keep = 0, count = words->open_count;
    while (keep < count && words->open[keep]->to >= slot->to)
        keep++;
    const struct range **again = ph_alloc_zero(count, sizeof *again);
    memcpy(again, words->open, count * sizeof *again);
    while (words->open_count > keep)
        pop(words);
    push(words, slot);
    for (size_t i = keep; i < count; i++)
        push(words, again[i]);
    free(again);
}

static void add_note(const struct words *words, const struct ph_node *footnote)
{
    xmlNode *element = ph_xml_add(words->at, "note");
    ph_xml_set_number(element, "to", (long)words->id(words->data, footnote));
}

/* The words up to `to`, closing what ends on the way. */
static size_t go_to(struct words *words, size_t at, size_t to)
{
    const char *bytes = words->node->text.bytes;
    for (;;) {
        size_t end = to;
        for (size_t i = 0; i < words->open_count; i++)
            if (words->open[i]->to < end)
                end = words->open[i]->to;
        if (end > at)
            ph_xml_add_text(words->at, bytes + at, end - at);
        at = end;
        close_until(words, at);
        if (at == to)
            return at;
    }
}

void ph_pattern_add_words(xmlNode *element, const struct ph_node *node, const struct ph_slot *slots,
                          size_t slot_count, char *const *names, ph_pattern_note_id *id, void *data)
{
    struct words words = {.node = node, .names = names, .id = id, .data = data, .at = element};
    size_t at = 0;
    ph_xml_add_text(element, "", 0); /* it holds words, even where all of them are in elements */
    collect(&words, slots, slot_count);
    for (size_t i = 0; i < words.count; i++) {
        const struct range *range = &words.ranges[i];
        at = go_to(&words, at, range->from);
        if (range->slot)
            open_slot(&words, range);
        else if (range->mark->kind == PH_NOTE)
            add_note(&words, range->mark->note);
        else
            push(&words, range);
    }
    go_to(&words, at, node->text.length);
    free(words.ranges);
    free(words.open);
}
