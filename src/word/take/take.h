/* Tracked changes taken up or back: a Word package in, the same package out in which they are
 * accepted or rejected (ECMA-376 part 1, 17.13.5), whoever made them. Every part in which no change
 * is taken keeps its packed bytes. */
#ifndef PH_WORD_TAKE_TAKE_H
#define PH_WORD_TAKE_TAKE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "base/status.h"

/* What is to be done: all revisions, or only those of some authors. */
struct ph_take_order {
    bool accept; /* false: reject */
    const char *const *authors;
    size_t author_count; /* 0: everybody's */
};

/* How many revisions of an author were taken, and how many stay in the package. The ends of ranges
 * do not count, nor does what stood inside of what went away and was not asked for. */
struct ph_take_author {
    const char *name; /* "": the revision names none */
    size_t taken, left;
};

struct ph_take_report {
    struct ph_arena *arena; /* owns the names */
    struct ph_take_author *authors;
    size_t count, capacity; /* in the order of the names */
    size_t taken, left;
};
void ph_take_report_free(struct ph_take_report *report);

/* Takes the revisions of a package of `length` bytes, a zip archive or one XML file (Flat OPC), and
 * appends the package to `out`: the same bytes where nothing was to be taken. `name` is what
 * messages call it. PH_FORMAT when it is damaged or no Word document, or when a change cannot be
 * taken without changing what other elements are (said with part and line); PH_LIMIT as ph_opc_open
 * and ph_xml_parse; PH_INTERNAL when the package would have faults that it had not. After an error
 * nothing is appended. Free the report in either case. */
enum ph_status ph_take_package(const char *name, const void *bytes, size_t length,
                               const struct ph_take_order *order, struct ph_buffer *out,
                               struct ph_take_report *report, struct ph_error *error);

#endif
