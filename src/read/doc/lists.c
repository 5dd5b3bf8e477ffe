#include "read/doc/lists.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "doc/node.h"

enum {
    LIST = 28, /* bytes of a list, and of the fixed part of a level */
    LEVEL = 28,
    USE = 16,
    SIMPLE = 0x01 /* a list of one level */
};

/* Bytes of a level: its fixed part, the properties of paragraph and number, the number's text. */
static size_t level_size(struct ph_bytes level)
{
    size_t properties = (size_t)ph_byte(level, 24) + ph_byte(level, 25);
    return LEVEL + properties + 2 + 2 * (size_t)ph_u16(level, LEVEL + properties);
}

void ph_lists_read(struct ph_bytes lists, struct ph_bytes uses, struct ph_lists *out)
{
    size_t count = ph_u16(lists, 0), at = 2 + LIST * count;
    *out = (struct ph_lists){.uses = uses};
    for (size_t i = 0; i < count && at < lists.length; i++) {
        struct ph_bytes head = ph_part(lists, 2 + LIST * i, LIST);
        struct ph_list list = {.id = ph_u32(head, 0)};
        int levels = ph_byte(head, 26) & SIMPLE ? 1 : PH_LIST_LEVELS;
        for (int level = 0; level < levels && at < lists.length; level++) {
            list.levels[level] = ph_part(lists, at, level_size(ph_part(lists, at, SIZE_MAX)));
            at += level_size(ph_part(lists, at, SIZE_MAX));
        }
        out->items = ph_grow(out->items, out->count, &out->capacity, sizeof *out->items);
        out->items[out->count++] = list;
    }
}

void ph_lists_free(struct ph_lists *lists)
{
    free(lists->items);
    *lists = (struct ph_lists){0};
}

static struct ph_list *list_of(const struct ph_lists *lists, uint16_t use)
{
    size_t at = 4 + USE * ((size_t)use - 1);
    if (!use || use > ph_u32(lists->uses, 0) || at + USE > lists->uses.length)
        return NULL;
    uint32_t id = ph_u32(lists->uses, at);
    for (size_t i = 0; i < lists->count; i++)
        if (lists->items[i].id == id)
            return &lists->items[i];
    return NULL;
}

static void put_number(const struct ph_list *list, unsigned level, struct ph_buffer *out)
{
    enum { DECIMAL, UPPER_ROMAN, LOWER_ROMAN, UPPER_LETTER, LOWER_LETTER, MOST = 999 };
    char number[32];
    unsigned format = ph_byte(list->levels[level], 4);
    int value = list->counts[level] < MOST ? (int)list->counts[level] : MOST;
    snprintf(number, sizeof number, "%d", value);
    if (value && (format == UPPER_ROMAN || format == LOWER_ROMAN))
        ph_number_roman(value, number, sizeof number);
    else if (value && (format == UPPER_LETTER || format == LOWER_LETTER))
        ph_number_letter(value, number, sizeof number);
    if (format == UPPER_ROMAN || format == UPPER_LETTER)
        for (char *c = number; *c; c++)
            *c = (char)toupper((unsigned char)*c);
    ph_buffer_put(out, number);
}

/* The text of a number holds the numbers of levels by their index; a character of a symbol font's
 * own area is a bullet. */
static void put_text(const struct ph_list *list, unsigned level, struct ph_buffer *out)
{
    enum { LONGEST = 32, BULLET = 0x2022, OWN_AREA = 0xE000, OWN_AREA_END = 0xF900 };
    struct ph_bytes bytes = list->levels[level];
    size_t at = LEVEL + (size_t)ph_byte(bytes, 24) + ph_byte(bytes, 25);
    size_t length = ph_u16(bytes, at);
    for (size_t i = 0; i < length && i < LONGEST; i++) {
        uint16_t unit = ph_u16(bytes, at + 2 + 2 * i);
        bool surrogate = unit >= 0xD800 && unit < OWN_AREA;
        if (unit < PH_LIST_LEVELS)
            put_number(list, unit, out);
        else if (unit >= OWN_AREA && unit < OWN_AREA_END)
            ph_utf8_put(out, BULLET);
        else if (unit > ' ' && !surrogate && (unit < 0x7F || unit > 0xA0))
            ph_utf8_put(out, unit);
    }
}

bool ph_lists_next(struct ph_lists *lists, uint16_t use, unsigned level, struct ph_buffer *out)
{
    struct ph_list *list = list_of(lists, use);
    if (!list || level >= PH_LIST_LEVELS || !list->levels[level].length)
        return false;
    for (unsigned outer = 0; outer <= level; outer++)
        if (!list->counts[outer] || outer == level)
            list->counts[outer] =
                list->counts[outer] ? list->counts[outer] + 1 : ph_u32(list->levels[outer], 0);
    for (unsigned inner = level + 1; inner < PH_LIST_LEVELS; inner++)
        list->counts[inner] = 0;
    put_text(list, level, out);
    return out->length > 0;
}
