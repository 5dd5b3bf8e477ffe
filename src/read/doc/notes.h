/* Footnotes and endnotes ([MS-DOC] 2.8.17, 2.8.18): where they are mentioned, and where their own
 * words stand. */
#ifndef PH_READ_DOC_NOTES_H
#define PH_READ_DOC_NOTES_H

#include <stdbool.h>

#include "read/doc/fib.h"

struct ph_doc_note {
    uint32_t mark;     /* character of the main text */
    uint32_t from, to; /* characters of its own words */
    bool numbered;     /* by the word processor; else the mark is typed */
    long number;       /* from 1, footnotes and endnotes together; 0: typed */
    int line;          /* paragraph that mentions it, from 1; set while reading */
    char typed[8];     /* the typed mark; set while reading */
};

struct ph_doc_notes {
    struct ph_doc_note *items; /* in the order of their marks */
    size_t count, capacity;
    long highest;
    bool lost; /* some were left out */
};

/* Reads the four tables; what is damaged is left out. Free with ph_doc_notes_free. */
void ph_doc_notes_read(const struct ph_fib *fib, struct ph_bytes tables,
                       struct ph_doc_notes *notes);
void ph_doc_notes_free(struct ph_doc_notes *notes);

/* The note mentioned at a character of the main text; NULL: none is. */
struct ph_doc_note *ph_doc_note_at(const struct ph_doc_notes *notes, uint32_t character);

#endif
