/* Words as numbers: equal words of both documents have one number, so that comparing is
 * comparing numbers. */
#ifndef PH_COMPARE_VOCABULARY_H
#define PH_COMPARE_VOCABULARY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "un/lexicon.h"

/* What a number stands for; the same bytes of two sorts have two numbers. */
enum ph_sort {
    PH_SORT_WORD = 1, /* a word, an entity, a punctuation mark */
    PH_SORT_ENTITY,   /* the kind of an entity: "session" */
    PH_SORT_NOTE,     /* the words of a footnote that is mentioned */
    PH_SORT_OPENING,  /* an opening phrase without its adverb */
    PH_SORT_WHOLE     /* kind and words of a whole node */
};

enum { PH_BEFORE, PH_AFTER, PH_SIDES }; /* the two documents */

struct ph_vocabulary;

/* The lexicon's list "function-words" tells which words carry little; NULL: none do. It must
 * outlive the vocabulary. Free with ph_vocabulary_free. */
struct ph_vocabulary *ph_vocabulary_new(const struct ph_lexicon *lexicon);
void ph_vocabulary_free(struct ph_vocabulary *vocabulary);

/* The number of `length` bytes of a sort, from 0 up in the order of first use. */
uint32_t ph_vocabulary_id(struct ph_vocabulary *vocabulary, enum ph_sort sort, const char *bytes,
                          size_t length);

/* Whether a word is in the list of function words. */
bool ph_vocabulary_is_function(const struct ph_vocabulary *vocabulary, uint32_t id);

/* Remembers that unit `unit` (any number but 0) of a side holds the word; doubles within one unit
 * in a row do not count. */
void ph_vocabulary_count(struct ph_vocabulary *vocabulary, uint32_t id, int side, size_t unit);
bool ph_vocabulary_in_both(const struct ph_vocabulary *vocabulary, uint32_t id);

/* How much it says that two paragraphs share the word, from 1: the fewer paragraphs hold it, the
 * more. `units` is the number of paragraphs of both documents. */
unsigned ph_vocabulary_weight(const struct ph_vocabulary *vocabulary, uint32_t id, size_t units);

#endif
