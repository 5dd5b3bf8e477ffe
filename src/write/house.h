/* The words of ours on a page, and which fields stand in which line of a masthead: read from
 * templates/en/masthead.xml, which says what its elements mean. */
#ifndef PH_WRITE_HOUSE_H
#define PH_WRITE_HOUSE_H

#include "base/memory.h"
#include "base/regex.h"
#include "base/status.h"
#include "doc/node.h"

/* A part of a line: words of ours, or the fields of one name. */
struct ph_line_part {
    const char *words;   /* "{organ}" is the organ of the document; NULL: fields */
    struct ph_regex *of; /* words: what the first field must be like; NULL: anything */
    enum ph_field field;
    const char *look; /* fields: of their words where words of ours stand before; NULL: plain */
};

struct ph_line_form {
    const char *role, *look;
    bool right;
    struct ph_line_part *parts;
    size_t count;
};

struct ph_house {
    struct ph_arena *arena;
    const char *nations, *organ, *annex, *signed_by;
    struct ph_line_form *lines;
    size_t count, capacity;
};

/* PH_IO, PH_FORMAT with file and line. Free with ph_house_free, after an error too. */
enum ph_status ph_house_read(struct ph_house *house, struct ph_error *error);
void ph_house_free(struct ph_house *house);

/* The words of ours that stand before the field of that name where it opens its line and has them
 * not itself; "" when there are none. */
const char *ph_house_before(const struct ph_house *house, const struct ph_node *field);

/* The organ of a document node, by default the house's. */
const char *ph_house_organ(const struct ph_house *house, const struct ph_node *document);

#endif
