/* Looks, what changes them ([MS-DOC] 2.6.1), and the style sheet (2.9.271): italics and bold of
 * paragraphs and characters by their style, and which styles are headings. */
#ifndef PH_READ_DOC_STYLES_H
#define PH_READ_DOC_STYLES_H

#include <stdbool.h>

#include "read/doc/bytes.h"

enum ph_look_bit {
    PH_LOOK_ITALIC = 1,
    PH_LOOK_BOLD = 2,
    PH_LOOK_RAISED = 4,
    PH_LOOK_HIDDEN = 8,
    PH_LOOK_DELETED = 16, /* by a tracked change */
    PH_LOOK_SPECIAL = 32  /* the character stands for something */
};

/* What a list of properties says: these bits are on, these off, these the opposite of the
 * style's. */
struct ph_look {
    unsigned on, off, flip;
    uint16_t style;  /* of characters; 0: none */
    uint16_t symbol; /* the character that a special 0x28 stands for; 0: none */
};

/* The next property of a list, from *at (0 at first); *at becomes where the one behind it stands.
 * False at the end. */
bool ph_property_next(struct ph_bytes properties, size_t *at, uint16_t *property,
                      struct ph_bytes *operand);
/* Applies a list of properties to a look. What is unknown is passed over. */
void ph_look_apply(struct ph_bytes properties, struct ph_look *look);
/* The bits of words with that look where the style gives `base`. */
unsigned ph_look_bits(const struct ph_look *look, unsigned base);

struct ph_style {
    unsigned bits;
    int heading; /* level from 1; 0: no heading */
};

struct ph_styles {
    struct ph_style *items; /* by number */
    size_t count;
};

/* Reads a style sheet; a damaged one is shorter. Free with ph_styles_free. */
void ph_styles_read(struct ph_bytes sheet, struct ph_styles *styles);
void ph_styles_free(struct ph_styles *styles);
/* A style without properties where there is none of that number. */
struct ph_style ph_style_at(const struct ph_styles *styles, uint16_t number);

#endif
