/* The piece table ([MS-DOC] 2.8.35, 2.9.38): which characters of a document stand where in its
 * stream, and whether in one byte (Windows-1252) or in two (UTF-16). */
#ifndef PH_READ_DOC_PIECES_H
#define PH_READ_DOC_PIECES_H

#include <stdbool.h>

#include "base/status.h"
#include "read/doc/bytes.h"

struct ph_doc_piece {
    uint32_t from, to; /* characters of the document */
    uint32_t at;       /* byte of the stream where the first of them stands */
    bool wide;         /* two bytes each */
};

struct ph_pieces {
    struct ph_bytes main;
    struct ph_doc_piece *items;
    size_t count;
    size_t last; /* the piece that was asked for last */
};

/* Reads the table `clx`; `name` is for messages. PH_FORMAT when it is damaged or leads out of
 * `main`; PH_LIMIT beyond PH_TEXT_LIMIT characters. Free with ph_pieces_free, also after an
 * error. */
enum ph_status ph_pieces_read(const char *name, struct ph_bytes clx, struct ph_bytes main,
                              struct ph_pieces *pieces, struct ph_error *error);
void ph_pieces_free(struct ph_pieces *pieces);

/* One character (a UTF-16 unit) and the byte where it stands. False behind the last. */
bool ph_pieces_at(struct ph_pieces *pieces, uint32_t character, uint16_t *unit, uint32_t *at);

#endif
