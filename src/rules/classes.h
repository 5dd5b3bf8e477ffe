/* Classes of words: what the words of a text may be, for rules that look for words which do not
 * stand side by side (rules/sequence.h): a verb in the third person, a noun in the plural.
 *
 * The classes are data (rules/en/classes.txt): a line is the name of a class, a colon, and its
 * words in small letters; a class may have several lines, a word several classes. A line that
 * begins with '#' is a comment. */
#ifndef PH_RULES_CLASSES_H
#define PH_RULES_CLASSES_H

#include <stddef.h>
#include <stdint.h>

#include "base/pack.h"
#include "base/status.h"
#include "doc/node.h"
#include "rules/terms.h"

enum { PH_CLASSES = 192 }; /* the most that there may be */

/* The classes of a word, a bit each. */
struct ph_class_set {
    uint64_t bits[PH_CLASSES / 64];
};

struct ph_classes;

/* Loads a list of classes. PH_FORMAT with file and line for what is no such line, PH_LIMIT for a
 * class too many. Free with ph_classes_free. */
enum ph_status ph_classes_load(const char *path, struct ph_classes **classes,
                               struct ph_error *error);
/* Those of a pack, which must live as long; NULL: it has none. Free with ph_classes_free. */
struct ph_classes *ph_classes_of_pack(const struct ph_pack *pack);
void ph_classes_pack(const struct ph_classes *classes, struct ph_pack_maker *maker);
void ph_classes_free(struct ph_classes *classes); /* NULL is allowed */

/* The number of a class; PH_CLASSES: there is none of that name. */
size_t ph_classes_number(const struct ph_classes *classes, const char *name, size_t length);

/* Which words of a text are of each class: a row of bits for every class, by the words' numbers.
 * Behind the last word each row has 64 bits or more that are 0. */
struct ph_class_rows {
    struct ph_class_set present; /* that any of the words is of */
    uint64_t *bits;
    size_t row; /* words of 64 bits in a row */
    /* Two more rows: whether only a space is between a word and the one before it, and whether they
     * are linked at all (ph_word_is_linked). */
    uint64_t *spaced, *linked;
};

/* The rows of the words of a text (ph_words_of). Free with ph_class_rows_free. */
struct ph_class_rows ph_classes_of(const struct ph_classes *classes, const struct ph_text *text,
                                   const struct ph_word *words, size_t count);
void ph_class_rows_free(struct ph_class_rows *rows); /* none (bits NULL) is allowed */

#endif
