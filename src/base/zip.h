/* Packages (.docx) through libzip, in memory. Written packages are the same bytes for the same
 * parts: no clock, a fixed order. Packages that are read come from strangers: how many parts, how
 * large and how much smaller than they claim is limited, and what is damaged or locked is said. */
#ifndef PH_BASE_ZIP_H
#define PH_BASE_ZIP_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/status.h"

struct ph_zip_part {
    const char *name; /* "word/document.xml" */
    const void *bytes;
    size_t length;
};

/* Appends a package with these parts, in this order, dated 1 January 1980. */
enum ph_status ph_zip_write(const struct ph_zip_part *parts, size_t count, struct ph_buffer *out,
                            struct ph_error *error);

/* Appends the package of `length` bytes, which ph_zip_open has taken, with these parts in the place
 * of those of their names (as ph_zip_name gives them), behind all others where there is none; a
 * part without bytes (NULL) is taken out. All other parts keep their packed bytes and their order.
 */
enum ph_status ph_zip_rewrite(const void *bytes, size_t length, const struct ph_zip_part *parts,
                              size_t count, struct ph_buffer *out, struct ph_error *error);

/* What a package that is read may hold: parts, bytes of one part, bytes of all parts that were
 * read, and bytes of a part for each byte that it takes in the package (below PH_ZIP_SMALL nobody
 * counts: blank parts shrink to nothing). */
enum {
    PH_ZIP_PARTS = 10000,
    PH_ZIP_PART = 64 * 1024 * 1024,
    PH_ZIP_WHOLE = 128 * 1024 * 1024,
    PH_ZIP_RATIO = 200,
    PH_ZIP_SMALL = 1024 * 1024
};

struct ph_zip; /* a package that is read */

/* Opens a package of `length` bytes, which must stay while it is open; `name` is what messages
 * call it. PH_FORMAT when it is damaged, or a part's name leads out of it ("../x", "/x", "C:x",
 * "a\b") or stands twice (letters large and small being the same, as in OPC); PH_LIMIT beyond
 * PH_ZIP_PARTS. Close with ph_zip_close. */
enum ph_status ph_zip_open(const char *name, const void *bytes, size_t length, struct ph_zip **zip,
                           struct ph_error *error);
void ph_zip_close(struct ph_zip *zip); /* NULL is allowed */

size_t ph_zip_count(const struct ph_zip *zip);
/* The name of a part as the package has it, `index` from 0, in its order; the package owns it. */
const char *ph_zip_name(const struct ph_zip *zip, size_t index);
bool ph_zip_has(const struct ph_zip *zip, const char *part);
/* Appends a part to `out`. PH_NOTHING when there is none of that name; PH_FORMAT when it is
 * encrypted, damaged, or its checksum is wrong; PH_LIMIT beyond the limits above. */
enum ph_status ph_zip_read(struct ph_zip *zip, const char *part, struct ph_buffer *out,
                           struct ph_error *error);

/* Of the library that does it. */
const char *ph_zip_version(void);

#endif
