/* What an archive keeps of one document, on its way there: from the process that reads to the one
 * that writes. */
#ifndef PH_ARCHIVE_RECORD_H
#define PH_ARCHIVE_RECORD_H

#include "base/buffer.h"
#include "base/memory.h"
#include "doc/node.h"

struct ph_record_citation {
    const char *cited; /* "64/256" */
    const char *dated; /* "2010-03-02"; "": no date is given */
};

struct ph_record_paragraph {
    const char *part;           /* "operative", sub-paragraphs too; else the kind of the node */
    const char *label;          /* "OP8 (a)" */
    const char *opening;        /* "Requests", without also and further; "": none */
    const char *words, *values; /* archive/form.h */
    struct ph_record_citation *citations;
    size_t citation_count;
};

struct ph_record {
    const char *name; /* "73/331"; without a number the symbol, else the source's name */
    const char *symbol;
    int session;         /* 0: unknown */
    const char *adopted; /* "2019-07-25"; "": unknown */
    const char *title;
    const char *title_form; /* in small letters, masked: what a series has in common */
    const char *remarks;    /* what the reader had to say; "": nothing */
    struct ph_record_paragraph *paragraphs;
    size_t count;
};

/* What there is to keep of a document; all of it lives in `arena`. Changes that are tracked in it
 * are to be accepted before. */
struct ph_record *ph_record_make(const struct ph_document *document, struct ph_arena *arena);

/* Appends a record as bytes, and reads it back; NULL when the bytes are no record (the process that
 * wrote them died). */
void ph_record_write(const struct ph_record *record, struct ph_buffer *out);
struct ph_record *ph_record_read(const char *bytes, size_t length, struct ph_arena *arena);

#endif
