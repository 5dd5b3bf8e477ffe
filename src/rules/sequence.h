/* Words that do not stand side by side, by their classes (rules/classes.h):
 *
 *   <sequence of="modal verb-s"/>     should ensures
 *
 * A sequence stands where each word belongs to its class, and only a space (or a no-break space) is
 * between them; no hyphen or apostrophe joins its first or last word to another. */
#ifndef PH_RULES_SEQUENCE_H
#define PH_RULES_SEQUENCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "rules/classes.h"

enum { PH_SEQUENCE = 8 }; /* the most words that it may have */

struct ph_sequence {
    size_t steps[PH_SEQUENCE]; /* the class of each word, by its number */
    size_t count;
    struct ph_class_set classes; /* all of them */
};

/* Compiles names of classes with a space between them. PH_FORMAT: one is unknown, or they are none
 * or too many; `where` starts the message. */
enum ph_status ph_sequence_new(const struct ph_classes *classes, const char *names,
                               const char *where, struct ph_sequence *sequence,
                               struct ph_error *error);

/* The next place, from word number *at on, where it stands; *at becomes the number of the word
 * behind its first, *from and *end where it stands. `rows`: the words by their classes. */
bool ph_sequence_next(const struct ph_sequence *sequence, const struct ph_text *text,
                      const struct ph_word *words, const struct ph_class_rows *rows, size_t count,
                      size_t *at, size_t *from, size_t *end);

#endif
