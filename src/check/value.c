/* Values of agreed language: numbers, dates, symbols and lists of resolutions. */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "check/side.h"

/* Of longer words the start is shown. */
enum { SHOWN = 120 };

struct ph_agreed_side ph_agreed_side_of(const struct ph_lexicon *lexicon, const char *text,
                                        size_t length)
{
    struct ph_agreed_side side = {.text = text, .length = length};
    side.count = ph_lexicon_entities(lexicon, text, length, &side.values);
    side.citation_count = ph_citations_find(lexicon, text, length, &side.citations);
    return side;
}

void ph_agreed_side_free(struct ph_agreed_side *side)
{
    free(side->values);
    free(side->citations);
}

void ph_agreed_show(const struct ph_series_check *check, const char *name, const char *text,
                    size_t length)
{
    if (length > SHOWN)
        for (length = SHOWN; length > 0 && ((unsigned char)text[length] & 0xC0) == 0x80;)
            length--;
    char *words = ph_copy_n(text, length);
    ph_xpath_set_text(check->messages.context, name, words);
    free(words);
}

/* The value that bytes [from, to) have part of; NULL: none. */
static const struct ph_entity *value_at(const struct ph_agreed_side *side, size_t from, size_t to)
{
    for (size_t i = 0; i < side->count; i++)
        if (side->values[i].from < to && from < side->values[i].to)
            return &side->values[i];
    return NULL;
}

static bool cites(const struct ph_agreed_side *side, const char *number)
{
    for (size_t i = 0; i < side->citation_count; i++)
        if (!strcmp(side->citations[i].number, number))
            return true;
    return false;
}

/* The first resolution in a value that the other text does not cite; *any: whether the value has
 * any. NULL: none. */
static const struct ph_citation *cited_alone(const struct ph_agreed_side *side,
                                             const struct ph_entity *value,
                                             const struct ph_agreed_side *other, bool *any)
{
    for (size_t i = 0; i < side->citation_count; i++) {
        const struct ph_citation *one = &side->citations[i];
        if (one->from >= value->to || value->from >= one->to)
            continue;
        *any = true;
        if (!cites(other, one->number))
            return one;
    }
    return NULL;
}

/* Bytes [from, to) of the text, where the series has `due`. */
static void say(struct ph_series_check *check, const struct ph_node *node, const char *due,
                size_t due_length, size_t from, size_t to)
{
    ph_agreed_show(check, "due", due, due_length);
    ph_agreed_show(check, "words", node->text.bytes + from, to - from);
    ph_series_say(check, "series-value", node, from, to);
}

/* A resolution that a list of the text leaves out; the last one of the series is looked for in all
 * of the text (citations.c). */
static void say_left_out(struct ph_series_check *check, const struct ph_node *node,
                         const struct ph_citation *citation, const struct ph_entity *list)
{
    const struct ph_member *last = ph_series_last_member(check);
    if (last && !strcmp(last->number, citation->number) &&
        !ph_series_cites(check->text, last->number))
        return;
    ph_xpath_set_text(check->messages.context, "number", citation->number);
    ph_series_say(check, "series-list", node, list->from, list->to);
}

void ph_agreed_check_value(struct ph_series_check *check, const struct ph_node *node,
                           const struct ph_agreed_side *old, const struct ph_agreed_side *new,
                           const struct ph_agreed_change *change)
{
    const struct ph_entity *due = value_at(old, change->was, change->was_to);
    const struct ph_entity *is = value_at(new, change->from, change->to);
    bool cited = false;
    if (!due || !is || !ph_series_is_next(check) || !strcmp(due->kind, "session"))
        return;
    const struct ph_citation *was = cited_alone(old, due, new, &cited);
    const struct ph_citation *now = cited_alone(new, is, old, &cited);
    if (!cited)
        say(check, node, old->text + due->from, due->to - due->from, is->from, is->to);
    else if (was && now)
        say(check, node, was->number, strlen(was->number), now->from,
            now->from + strlen(now->number));
    else if (was)
        say_left_out(check, node, was, is);
}
