/* What is measured and counted for the traces of words (doc/traces.def). */
#ifndef PH_READ_DOCX_TRACES_H
#define PH_READ_DOCX_TRACES_H

#include <stdbool.h>
#include <stddef.h>

/* What most of the words look like, of the body and of the notes: NULL and 0 where nobody knows. */
enum { PH_WML_OF_TEXT, PH_WML_OF_NOTES, PH_WML_MEASURES };
struct ph_wml_measure {
    const char *font;
    long size;
    bool bold; /* some words are */
};

/* The numbers of paragraphs so far ("8."): how many in a row were typed, or counted by Word. */
struct ph_wml_numbers {
    bool counted;  /* those of the row are */
    size_t row;    /* how many */
    size_t before; /* how many of the other sort stood right before it */
    long last;
    size_t odd; /* plus 1, the block whose number is not like those before it; 0: none */
};

#endif
