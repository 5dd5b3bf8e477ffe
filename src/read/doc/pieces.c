#include "read/doc/pieces.h"

#include <stdlib.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "read/formats.h"

enum { FORMATS = 1, TABLE = 2, PIECE = 8 };

#define ONE_BYTE 0x40000000u

static enum ph_status damaged(const char *name, struct ph_error *error)
{
    return ph_fail(error, PH_FORMAT,
                   "%s: the Word document (.doc) is damaged: its text is not where its table says "
                   "(open it in a word processor and save it as .docx)",
                   name);
}

/* The table stands behind any number of formats. */
static struct ph_bytes find_table(struct ph_bytes clx)
{
    size_t at = 0;
    while (ph_byte(clx, at) == FORMATS)
        at += 3 + (size_t)ph_u16(clx, at + 1);
    if (ph_byte(clx, at) != TABLE)
        return ph_part(clx, 0, 0);
    return ph_part(clx, at + 5, ph_u32(clx, at + 1));
}

static struct ph_doc_piece piece_at(struct ph_bytes table, size_t count, size_t index)
{
    uint32_t place = ph_u32(table, 4 * (count + 1) + PIECE * index + 2);
    struct ph_doc_piece piece = {ph_u32(table, 4 * index), ph_u32(table, 4 * index + 4),
                                 place & ~ONE_BYTE, !(place & ONE_BYTE)};
    if (!piece.wide)
        piece.at /= 2;
    return piece;
}

enum ph_status ph_pieces_read(const char *name, struct ph_bytes clx, struct ph_bytes main,
                              struct ph_pieces *pieces, struct ph_error *error)
{
    struct ph_bytes table = find_table(clx);
    size_t count = table.length < 4 ? 0 : (table.length - 4) / (4 + PIECE);
    *pieces = (struct ph_pieces){.main = main};
    if (!count)
        return damaged(name, error);
    pieces->items = ph_alloc_zero(count, sizeof *pieces->items);
    for (uint32_t end = 0; pieces->count < count; pieces->count++) {
        struct ph_doc_piece piece = piece_at(table, count, pieces->count);
        size_t bytes = (size_t)(piece.to - piece.from) * (piece.wide ? 2 : 1);
        if (piece.from != end || piece.to < piece.from ||
            ph_part(main, piece.at, bytes).length != bytes)
            return damaged(name, error);
        if (piece.to > PH_TEXT_LIMIT)
            return ph_fail(error, PH_LIMIT, "%s: has %u characters; at most %zu are read", name,
                           piece.to, PH_TEXT_LIMIT);
        end = piece.to;
        pieces->items[pieces->count] = piece;
    }
    return PH_OK;
}

void ph_pieces_free(struct ph_pieces *pieces)
{
    free(pieces->items);
    *pieces = (struct ph_pieces){0};
}

/* The piece that holds a character, `count` when none does. */
static size_t find(const struct ph_pieces *pieces, uint32_t character)
{
    size_t low = 0, high = pieces->count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (pieces->items[middle].to <= character)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

bool ph_pieces_at(struct ph_pieces *pieces, uint32_t character, uint16_t *unit, uint32_t *at)
{
    const struct ph_doc_piece *piece = &pieces->items[pieces->last];
    if (character < piece->from || character >= piece->to) {
        size_t found = find(pieces, character);
        if (found == pieces->count)
            return false;
        pieces->last = found;
        piece = &pieces->items[found];
    }
    uint32_t offset = character - piece->from;
    *at = piece->at + (piece->wide ? 2 * offset : offset);
    *unit = piece->wide ? ph_u16(pieces->main, *at)
                        : (uint16_t)ph_utf8_of_windows(ph_byte(pieces->main, *at));
    return true;
}
