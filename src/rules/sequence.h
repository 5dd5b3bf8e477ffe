/* Words that do not stand side by side, by their classes (rules/classes.h):
 *
 *   <sequence of="modal verb-s"/>                     should ensures
 *   <sequence of="that adjective* plural !stop* is"/>  that new measures of the Board is
 *
 * A sequence stands where each word belongs to its class, and only a space (or a no-break space) is
 * between them; no hyphen or apostrophe joins its first or last word to another. A class with a
 * star is a run: none of its words, or up to PH_SEQUENCE_RUN, which a hyphen or an apostrophe may
 * link too (ph_word_is_linked); with an exclamation mark before it, of words that are not of the
 * class. The first and the last word are no runs. Where a sequence may stand in several ways, it is
 * the one with the shortest runs, the first of them first. What it costs grows with the number of
 * words alone, whatever they are: nothing is tried twice. */
#ifndef PH_RULES_SEQUENCE_H
#define PH_RULES_SEQUENCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "rules/classes.h"

enum {
    PH_SEQUENCE = 10,     /* the most classes that it may have */
    PH_SEQUENCE_RUNS = 3, /* the most of them with a star */
    PH_SEQUENCE_RUN = 12  /* the most words of a run */
};

/* Small: all of them are asked of every text. */
struct ph_sequence {
    struct ph_class_set classes; /* all of them that are no runs */
    uint8_t steps[PH_SEQUENCE];  /* the class of each word, by its number */
    uint16_t runs;               /* a bit for each step: whether it has a star */
    uint16_t others;             /* the same: it is of the words that are not of the class */
    uint8_t count;
    uint8_t longest; /* the most words that it may have */
};
_Static_assert(PH_CLASSES <= UINT8_MAX && PH_SEQUENCE <= 16, "too many for a sequence");

/* Compiles names of classes with a space between them. PH_FORMAT: one is unknown, they are none or
 * too many, or a run is where none may be; `where` starts the message. */
enum ph_status ph_sequence_new(const struct ph_classes *classes, const char *names,
                               const char *where, struct ph_sequence *sequence,
                               struct ph_error *error);

/* Whether it may stand anywhere in a text of so many words; where something joins it to other words
 * it may, and does not. `rows`: the words by their classes. */
bool ph_sequence_may_stand(const struct ph_sequence *sequence, const struct ph_class_rows *rows,
                           size_t count);

/* The next place, from word number *at on, where it stands; *at becomes the number of the word
 * behind its first, *from and *end where it stands. */
bool ph_sequence_next(const struct ph_sequence *sequence, const struct ph_text *text,
                      const struct ph_word *words, const struct ph_class_rows *rows, size_t count,
                      size_t *at, size_t *from, size_t *end);

#endif
