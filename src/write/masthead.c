/* The lines of a masthead: the fields that a document has, and the words of the house around them.
 */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "write/parts.h"

struct list {
    const struct ph_house *house;
    struct ph_piece *pieces;
    size_t count, capacity;
    const struct ph_line_form *line; /* that has not begun yet */
    unsigned change;                 /* of its fields */
    const char *look;                /* of their words */
};

const struct ph_node *ph_next_field(const struct ph_node *document, const struct ph_node *after,
                                    enum ph_field name)
{
    const struct ph_node *field = after ? after->next : NULL, *masthead = document->first;
    while (masthead && masthead->kind != PH_MASTHEAD)
        masthead = masthead->next;
    if (!after && masthead)
        field = masthead->first;
    while (field && field->as.field.name != name)
        field = field->next;
    return field;
}

const struct ph_node *ph_signing_place(const struct ph_walk *walk)
{
    const struct ph_node *node = walk->node;
    if (walk->leaving)
        return node->kind == PH_DOCUMENT && (!node->last || node->last->kind != PH_ANNEX) ? node
                                                                                          : NULL;
    bool first_annex = node->kind == PH_ANNEX && node->parent &&
                       (!node->previous || node->previous->kind != PH_ANNEX);
    return first_annex && node->parent->kind == PH_DOCUMENT ? node->parent : NULL;
}

bool ph_in_part(const struct ph_piece *piece, const struct ph_stretch *stretch)
{
    bool last = stretch->note && stretch->from == piece->node->text.length;
    return piece->part == PH_WHOLE || last == (piece->part == PH_LAST_MARKS);
}

unsigned ph_words_change(const struct ph_node *node)
{
    struct ph_stretch *stretches;
    size_t count = ph_stretches(node, &stretches);
    unsigned common = PH_BIT(PH_INSERTED) | PH_BIT(PH_DELETED);
    for (size_t i = 0; i < count; i++)
        common &= stretches[i].kinds;
    free(stretches);
    return count ? common : 0;
}

static void add(struct list *list, const char *words, const struct ph_node *node, int part)
{
    if (words && !*words)
        return;
    list->pieces = ph_grow(list->pieces, list->count, &list->capacity, sizeof *list->pieces);
    struct ph_piece *piece = &list->pieces[list->count++];
    *piece = (struct ph_piece){.line = list->line, .words = words, .node = node};
    piece->part = part;
    piece->change = words ? list->change : 0;
    piece->look = words ? NULL : list->look;
    list->line = NULL;
}

static void add_fields(struct list *list, const struct ph_node *document, enum ph_field name,
                       int part)
{
    for (const struct ph_node *field = NULL; (field = ph_next_field(document, field, name));)
        add(list, NULL, field, part);
}

/* What all fields of that name share: all bits where there is none. */
static unsigned change_of_fields(const struct ph_node *document, enum ph_field name)
{
    unsigned common = ~0u;
    for (const struct ph_node *field = NULL; (field = ph_next_field(document, field, name));)
        common &= ph_words_change(field);
    return common;
}

/* Our words come and go with the fields between them. */
static unsigned common_change(const struct ph_node *document, const struct ph_line_form *line)
{
    unsigned common = ~0u;
    for (size_t i = 0; i < line->count; i++)
        if (!line->parts[i].words)
            common &= change_of_fields(document, line->parts[i].field);
    return common;
}

/* Words of ours, as they stand in this document. */
static const char *filled(struct list *list, const char *words, const struct ph_node *document)
{
    static const char slot[] = "{organ}";
    const char *at = strstr(words, slot);
    return at ? ph_arena_printf(list->house->arena, "%.*s%s%s", (int)(at - words), words,
                                ph_house_organ(list->house, document), at + strlen(slot))
              : words;
}

/* "Italy:* draft resolution": the marks behind the field stand behind the first of our letters. Our
 * words are there while both fields are: where one goes and the other comes, never. */
static void add_joint(struct list *list, const struct ph_node *document,
                      const struct ph_line_part *before, const struct ph_line_part *behind)
{
    const char *words = behind[-1].words;
    unsigned whole = list->change, never = PH_BIT(PH_INSERTED) | PH_BIT(PH_DELETED);
    list->change =
        change_of_fields(document, before->field) | change_of_fields(document, behind->field);
    bool there = (list->change & never) != never;
    add(list, there ? ph_arena_copy_n(list->house->arena, words, 1) : "", NULL, PH_WHOLE);
    add_fields(list, document, before->field, PH_LAST_MARKS);
    add(list, there ? words + 1 : "", NULL, PH_WHOLE);
    list->change = whole;
}

static bool is_there(const struct ph_node *document, const struct ph_line_part *part)
{
    return !part->words && ph_next_field(document, NULL, part->field);
}

/* The part behind `at` whose fields are there; line->count: none. */
static size_t next_there(const struct ph_node *document, const struct ph_line_form *line, size_t at)
{
    while (at < line->count && !is_there(document, &line->parts[at]))
        at++;
    return at;
}

static void add_line(struct list *list, const struct ph_node *document,
                     const struct ph_line_form *line)
{
    size_t first = next_there(document, line, 0);
    if (first == line->count)
        return;
    const struct ph_node *field = ph_next_field(document, NULL, line->parts[first].field);
    const char *before = ph_house_before(list->house, field);
    list->line = line;
    list->change = common_change(document, line);
    add(list, filled(list, before, document), NULL, PH_WHOLE);
    for (size_t at = first, next; at < line->count; at = next) {
        next = next_there(document, line, at + 1);
        bool joined = next < line->count;
        list->look = *before ? line->parts[at].look : NULL;
        add_fields(list, document, line->parts[at].field,
                   joined ? PH_WITHOUT_LAST_MARKS : PH_WHOLE);
        if (joined)
            add_joint(list, document, &line->parts[at], &line->parts[next]);
        else if (*before && at + 1 < line->count)
            add(list, line->parts[at + 1].words, NULL, PH_WHOLE);
    }
}

size_t ph_masthead(const struct ph_house *house, const struct ph_node *document,
                   struct ph_piece **pieces)
{
    struct list list = {.house = house};
    for (size_t i = 0; i < house->count; i++)
        add_line(&list, document, &house->lines[i]);
    *pieces = list.pieces;
    return list.count;
}
