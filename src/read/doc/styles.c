#include "read/doc/styles.h"

#include <stdlib.h>

#include "base/memory.h"

/* ---- looks ---- */

enum { SYMBOL = 0x6A09, STYLE = 0x4A30, POSITION = 0x2A48, VARIABLE = 6 };

static const struct {
    uint16_t property;
    unsigned bit;
} switches[] = {
    {0x0836, PH_LOOK_ITALIC},  {0x0835, PH_LOOK_BOLD},    {0x083C, PH_LOOK_HIDDEN},
    {0x0800, PH_LOOK_DELETED}, {0x0855, PH_LOOK_SPECIAL},
};

/* 0 off, 1 on, 0x80 as the style has it, 0x81 the opposite ([MS-DOC] 2.9.327). */
static void turn(struct ph_look *look, unsigned bit, uint8_t how)
{
    enum { OFF, ON, AS_STYLE = 0x80, OPPOSITE };
    look->on &= ~bit;
    look->off &= ~bit;
    look->flip &= ~bit;
    if (how == ON)
        look->on |= bit;
    else if (how == OFF)
        look->off |= bit;
    else if (how == OPPOSITE)
        look->flip |= bit;
}

static void apply_one(uint16_t property, struct ph_bytes operand, struct ph_look *look)
{
    for (size_t i = 0; i < sizeof switches / sizeof *switches; i++)
        if (switches[i].property == property)
            turn(look, switches[i].bit, ph_byte(operand, 0));
    if (property == POSITION)
        turn(look, PH_LOOK_RAISED, ph_byte(operand, 0) == 1);
    else if (property == STYLE)
        look->style = ph_u16(operand, 0);
    else if (property == SYMBOL)
        look->symbol = ph_u16(operand, 2);
}

bool ph_property_next(struct ph_bytes properties, size_t *at, uint16_t *property,
                      struct ph_bytes *operand)
{
    static const size_t sizes[] = {1, 1, 2, 4, 2, 2, 0, 3};
    if (*at + 2 >= properties.length)
        return false;
    *property = ph_u16(properties, *at);
    size_t kind = *property >> 13;
    size_t size = kind == VARIABLE ? 1 + (size_t)ph_byte(properties, *at + 2) : sizes[kind];
    *operand = ph_part(properties, *at + 2, size);
    *at += 2 + size;
    return true;
}

void ph_look_apply(struct ph_bytes properties, struct ph_look *look)
{
    uint16_t property;
    struct ph_bytes operand;
    for (size_t at = 0; ph_property_next(properties, &at, &property, &operand);)
        apply_one(property, operand, look);
}

unsigned ph_look_bits(const struct ph_look *look, unsigned base)
{
    return ((base | look->on) & ~look->off) ^ look->flip;
}

/* ---- the style sheet ---- */

enum { PARAGRAPH = 1, CHARACTER = 2, NO_STYLE = 0xFFF, HEADINGS = 9, DEPTH = 16 };

/* A style as the sheet has it. */
struct entry {
    struct ph_look look;
    uint16_t base;   /* NO_STYLE: none */
    uint16_t number; /* of the built-in styles; 1 to 9: headings */
};

/* Behind the name stand lists of properties, each with its length, beginning at even bytes: of
 * the paragraph with the style's own number before it, and of the characters. */
static struct ph_bytes character_properties(struct ph_bytes entry, size_t base_size)
{
    unsigned kind = ph_u16(entry, 2) & 0xF;
    size_t at = base_size + 4 + 2 * (size_t)ph_u16(entry, base_size);
    if (kind == PARAGRAPH) {
        at += 2 + (size_t)ph_u16(entry, at);
        at += at % 2;
    } else if (kind != CHARACTER) {
        return ph_part(entry, 0, 0);
    }
    return ph_part(entry, at + 2, ph_u16(entry, at));
}

static struct entry entry_of(struct ph_bytes bytes, size_t base_size)
{
    struct entry entry = {.base = NO_STYLE};
    if (bytes.length < base_size)
        return entry;
    entry.number = ph_u16(bytes, 0) & 0xFFF;
    entry.base = ph_u16(bytes, 2) >> 4;
    ph_look_apply(character_properties(bytes, base_size), &entry.look);
    return entry;
}

/* The bits of a style: those of the styles it is based on, changed by its own, from the root. */
static unsigned bits_of(const struct entry *entries, size_t count, size_t style)
{
    const struct entry *chain[DEPTH];
    size_t depth = 0;
    unsigned bits = 0;
    for (; style < count && depth < DEPTH; style = entries[style].base)
        chain[depth++] = &entries[style];
    while (depth > 0)
        bits = ph_look_bits(&chain[--depth]->look, bits);
    return bits;
}

void ph_styles_read(struct ph_bytes sheet, struct ph_styles *styles)
{
    enum { MOST = 4095 };
    size_t count = ph_u16(sheet, 2), base_size = ph_u16(sheet, 4), read = 0;
    size_t at = 2 + (size_t)ph_u16(sheet, 0);
    count = count > MOST ? MOST : count;
    struct entry *entries = ph_alloc_zero(count + 1, sizeof *entries);
    for (; read < count && at + 2 <= sheet.length; read++) {
        size_t length = ph_u16(sheet, at);
        entries[read] = entry_of(ph_part(sheet, at + 2, length), base_size);
        at += 2 + length;
    }
    styles->items = ph_alloc_zero(read + 1, sizeof *styles->items);
    styles->count = read;
    for (size_t i = 0; i < read; i++) {
        bool heading = entries[i].number >= 1 && entries[i].number <= HEADINGS;
        styles->items[i].bits = bits_of(entries, read, i);
        styles->items[i].heading = heading ? entries[i].number : 0;
    }
    free(entries);
}

void ph_styles_free(struct ph_styles *styles)
{
    free(styles->items);
    *styles = (struct ph_styles){0};
}

struct ph_style ph_style_at(const struct ph_styles *styles, uint16_t number)
{
    return number < styles->count ? styles->items[number] : (struct ph_style){0};
}
