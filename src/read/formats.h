/* The formats that are told apart, and the readers of those that are read (formats.def). */
#ifndef PH_READ_FORMATS_H
#define PH_READ_FORMATS_H

#include <stdbool.h>

#include "base/status.h"
#include "doc/node.h"
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

/* A reader adds blocks. It gets clean text (ph_utf8_clean), where the format is text, else the
 * bytes as they are. PH_FORMAT: damaged beyond reading, or not what the format promises, with what
 * to do; PH_LIMIT beyond a limit. */
typedef enum ph_status ph_reader(const char *text, size_t length, const struct ph_lexicon *lexicon,
                                 struct ph_blocks *blocks, struct ph_error *error);
ph_reader ph_read_text, ph_read_markdown, ph_read_html, ph_read_doc, ph_read_pdf, ph_read_docx,
    ph_read_flatopc;

/* A reader of a format that says itself what each paragraph is: bytes become the tree. `name` is
 * what messages call the file; *document is the caller's to free. Errors as above. */
typedef enum ph_status ph_tree_reader(const char *name, const char *bytes, size_t length,
                                      const struct ph_lexicon *lexicon,
                                      struct ph_document **document, struct ph_error *error);
ph_tree_reader ph_read_akn;

/* What the bytes are, by their content alone. */
enum ph_format ph_format_of(const void *bytes, size_t length);
/* "a PDF file", for messages. */
const char *ph_format_what(enum ph_format format);
/* NULL: recognised, but not read. */
ph_reader *ph_format_reader(enum ph_format format);
ph_tree_reader *ph_format_tree_reader(enum ph_format format);
/* Whether the reader of blocks gets clean text, and not the bytes. */
bool ph_format_is_text(enum ph_format format);

/* What markup is in clean or unclean text whose first character is '<': PH_FORMAT_AKN, _FLATOPC,
 * _HTML, _XML, or PH_FORMAT_TEXT where it is none. */
enum ph_format ph_markup_of(const char *text, size_t length);

#endif
