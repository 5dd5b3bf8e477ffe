/* The file information block ([MS-DOC] 2.5): what a Word document is, how long its parts are, and
 * where its tables stand. */
#ifndef PH_READ_DOC_FIB_H
#define PH_READ_DOC_FIB_H

#include <stdbool.h>

#include "base/status.h"
#include "read/doc/bytes.h"

/* The texts of a document stand one behind the other in its characters. */
enum ph_doc_text {
    PH_DOC_MAIN,
    PH_DOC_NOTES,
    PH_DOC_HEADERS,
    PH_DOC_MACROS,
    PH_DOC_COMMENTS,
    PH_DOC_ENDNOTES,
    PH_DOC_BOXES,
    PH_DOC_HEADER_BOXES,
    PH_DOC_TEXTS
};

/* Tables, by their place among the offsets of the block. */
enum ph_doc_table {
    PH_DOC_STYLES = 1,
    PH_DOC_NOTE_MARKS = 2,
    PH_DOC_NOTE_TEXTS = 3,
    PH_DOC_CHARACTER_PAGES = 12,
    PH_DOC_PARAGRAPH_PAGES = 13,
    PH_DOC_PIECES = 33,
    PH_DOC_ENDNOTE_MARKS = 46,
    PH_DOC_ENDNOTE_TEXTS = 47,
    PH_DOC_LISTS = 73,
    PH_DOC_LIST_USES = 74
};

struct ph_fib {
    struct ph_bytes main; /* the stream WordDocument */
    const char *table_stream;
    uint32_t start[PH_DOC_TEXTS], length[PH_DOC_TEXTS]; /* in characters */
    struct ph_bytes offsets;
};

/* `name` is for messages. PH_FORMAT: not Word 97 to 2003, encrypted, or cut short. */
enum ph_status ph_fib_read(const char *name, struct ph_bytes main, struct ph_fib *fib,
                           struct ph_error *error);

/* One table of the table stream; empty when there is none or it is not where it should be. */
struct ph_bytes ph_fib_table(const struct ph_fib *fib, struct ph_bytes tables,
                             enum ph_doc_table table);

/* The same with all that stands behind it: of lists, the levels do. */
struct ph_bytes ph_fib_table_on(const struct ph_fib *fib, struct ph_bytes tables,
                                enum ph_doc_table table);

#endif
