/* The form of a paragraph: its words with everything that moves from session to session - numbers,
 * and the ordinals of sessions - masked, so that "its seventy-fifth session" and "its
 * seventy-seventh session" are one wording. What was masked stands beside it: the words can be made
 * again from the two. */
#ifndef PH_ARCHIVE_FORM_H
#define PH_ARCHIVE_FORM_H

#include <stdint.h>

#include "base/buffer.h"

/* What stands in a form for a number and for an ordinal. */
#define PH_FORM_NUMBER "0"
#define PH_FORM_ORDINAL "0th"

struct ph_lexicon;

struct ph_form {
    struct ph_buffer words;  /* "resolution 0/0 of 0 March 0" */
    struct ph_buffer values; /* "64", "256", "2", "2010", each ended by a line feed */
};

/* Reads `length` bytes of clean UTF-8 on one line; what `form` held is dropped. Ordinals below
 * PH_FORM_LEAST are words of the language ("the First Committee"). */
enum { PH_FORM_LEAST = 20 };
void ph_form_read(const struct ph_lexicon *lexicon, const char *text, size_t length,
                  struct ph_form *form);

/* Appends the words that a form and its values were read from. Values that are missing (a damaged
 * archive) leave their place empty. */
void ph_form_fill(const char *words, const char *values, struct ph_buffer *out);

void ph_form_free(struct ph_form *form);

/* By what the words of a form are looked up (FNV-1a in 64 bits). Whoever makes two forms of one
 * digest makes that slower; the words decide. */
int64_t ph_form_digest(const char *words);

#endif
