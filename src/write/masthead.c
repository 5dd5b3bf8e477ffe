/* The lines of a masthead: which fields stand in which line, and the few words around them. */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "write/parts.h"

/* A line made of one field, or of two with words before, between and behind them. */
struct row {
    const char *role, *before;
    enum ph_field first;
    const char *between;
    enum ph_field second; /* PH_FIELD_COUNT: none */
    const char *behind;
};

#define ONE(role, before, field)                                                                   \
    {                                                                                              \
        role, before, PH_FIELD_##field, "", PH_FIELD_COUNT, ""                                     \
    }
#define TWO(role, first, second)                                                                   \
    {                                                                                              \
        role, "", PH_FIELD_##first, ": ", PH_FIELD_##second, ""                                    \
    }

static const struct row rows[] = {
    ONE("symbol", "", SYMBOL),
    ONE("distribution", "Distr.: ", DISTRIBUTION),
    ONE("date", "", DATE),
    ONE("language", "", LANGUAGE),
    ONE("original", "Original: ", ORIGINAL),
    ONE("session", "", SESSION),
    ONE("committee", "", COMMITTEE),
    ONE("agenda-item", "Agenda item ", AGENDA_ITEM),
    ONE("request", "", REQUEST),
    TWO("item-title", ITEM_TITLE, SUBITEM_TITLE),
    ONE("letter", "", LETTER),
    TWO("sponsors", SPONSORS, PROPOSAL),
    ONE("adopted", "Resolution adopted by the ", ADOPTED),
    {"source", "[", PH_FIELD_SOURCE, "", PH_FIELD_COUNT, "]"},
};

enum { ROWS = sizeof rows / sizeof *rows, RIGHT_COLUMN = 5 };

struct list {
    struct ph_piece *pieces;
    size_t count, capacity;
    const char *role; /* of the line that has not begun yet */
    unsigned change;  /* of its fields */
};

bool ph_is_right_column(const char *role)
{
    for (size_t i = 0; i < RIGHT_COLUMN; i++)
        if (!strcmp(rows[i].role, role))
            return true;
    return false;
}

const char *ph_organ_name(const struct ph_node *document)
{
    const char *organ = ph_field_text(document, PH_FIELD_ORGAN);
    return organ && *organ ? organ : "General Assembly";
}

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
    *piece = (struct ph_piece){.role = list->role, .words = words, .node = node};
    piece->part = part;
    piece->change = words ? list->change : 0;
    list->role = NULL;
}

static void add_fields(struct list *list, const struct ph_node *document, enum ph_field name,
                       int part)
{
    for (const struct ph_node *field = NULL; (field = ph_next_field(document, field, name));)
        add(list, NULL, field, part);
}

/* Our words come and go with the fields between them. */
static unsigned common_change(const struct ph_node *document, const struct row *row)
{
    const enum ph_field names[] = {row->first, row->second};
    unsigned common = ~0u;
    for (size_t i = 0; i < 2; i++)
        for (const struct ph_node *field = NULL;
             (field = ph_next_field(document, field, names[i]));)
            common &= ph_words_change(field);
    return common;
}

/* A field that was read with its words ("Distr.: General") keeps its own; "Item 137 of the
 * preliminary list" needs none of ours (UN-FORMAT rule 134). */
static const char *words_before(const struct row *row, const char *value)
{
    if (row->first == PH_FIELD_AGENDA_ITEM) {
        if (!strchr("0123456789[", *value))
            return "";
        return strstr(value, " and ") ? "Agenda items " : row->before;
    }
    return strncmp(value, row->before, strlen(row->before)) ? row->before : "";
}

static void add_row(struct list *list, const struct ph_node *document, const struct row *row)
{
    const struct ph_node *one = ph_next_field(document, NULL, row->first);
    const struct ph_node *two = ph_next_field(document, NULL, row->second);
    if (!one && !two)
        return;
    list->role = row->role;
    list->change = common_change(document, row);
    const char *before = one ? words_before(row, one->text.bytes) : "";
    add(list, before, NULL, PH_WHOLE);
    if (one && row->first == PH_FIELD_ADOPTED) {
        add(list, ph_organ_name(document), NULL, PH_WHOLE);
        add(list, " on ", NULL, PH_WHOLE);
    }
    if (one && two) {
        add_fields(list, document, row->first, PH_WITHOUT_LAST_MARKS);
        add(list, ":", NULL, PH_WHOLE);
        add_fields(list, document, row->first, PH_LAST_MARKS);
        add(list, " ", NULL, PH_WHOLE);
    } else if (one) {
        add_fields(list, document, row->first, PH_WHOLE);
    }
    add_fields(list, document, row->second, PH_WHOLE);
    add(list, *before ? row->behind : "", NULL, PH_WHOLE);
}

size_t ph_masthead(const struct ph_node *document, struct ph_piece **pieces)
{
    struct list list = {0};
    for (size_t i = 0; i < ROWS; i++)
        add_row(&list, document, &rows[i]);
    *pieces = list.pieces;
    return list.count;
}
