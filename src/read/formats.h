/* The formats that are told apart, and the readers of those that are read (formats.def). */
#ifndef PH_READ_FORMATS_H
#define PH_READ_FORMATS_H

#include "base/status.h"
#include "read/block.h"
#include "un/lexicon.h"

enum ph_format {
#define PH_FORMAT_KIND(name, what, reader) PH_FORMAT_##name,
#include "read/formats.def"
#undef PH_FORMAT_KIND
    PH_FORMAT_COUNT
};

/* The largest text that is read, in bytes: a thousand times a long resolution. */
#define PH_TEXT_LIMIT ((size_t)16 * 1024 * 1024)

/* A reader gets clean text (ph_utf8_clean) and adds blocks. PH_LIMIT beyond a limit. */
typedef enum ph_status ph_reader(const char *text, size_t length, const struct ph_lexicon *lexicon,
                                 struct ph_blocks *blocks, struct ph_error *error);
ph_reader ph_read_text, ph_read_markdown;

/* What the bytes are, by their content alone. */
enum ph_format ph_format_of(const void *bytes, size_t length);
/* "a PDF file", for messages. */
const char *ph_format_what(enum ph_format format);
/* NULL: recognised, but not read. */
ph_reader *ph_format_reader(enum ph_format format);

#endif
