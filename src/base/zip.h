/* Packages (.docx) through libzip, in memory. Written packages are the same bytes for the same
 * parts: no clock, a fixed order. */
#ifndef PH_BASE_ZIP_H
#define PH_BASE_ZIP_H

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

#endif
