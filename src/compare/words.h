/* The words of a text as comparing sees them. What the lexicon finds - a date, a symbol, a
 * session, one resolution of a list - is one word, so that it changes as a whole; so is a
 * placeholder, a punctuation mark, and a footnote mark. */
#ifndef PH_COMPARE_WORDS_H
#define PH_COMPARE_WORDS_H

#include "compare/vocabulary.h"
#include "doc/node.h"

enum ph_weight { PH_CONTENT, PH_FUNCTION, PH_PUNCTUATION, PH_MARK };

struct ph_word {
    enum ph_weight weight;
    uint32_t id;      /* equal in both documents where the words are equal */
    uint32_t feature; /* the same, but an entity has the number of its kind */
    size_t from, to;  /* bytes of the text; PH_MARK: from == to */
    size_t note;      /* PH_MARK: which inline of the text; compare/side.c makes it the unit */
};

struct ph_words {
    struct ph_word *items;
    size_t count, capacity;
};

/* Adds the words of a node in order, footnote marks behind the word that they follow. Words of
 * the opening phrase are equal in upper and lower case ("Notes", "Also notes"): their bytes may
 * differ in the first letter. The numbers of footnote marks are left 0. `lexicon` may be NULL:
 * then there are no entities. Free items with free(). */
void ph_words_read(struct ph_vocabulary *vocabulary, const struct ph_lexicon *lexicon,
                   const struct ph_node *node, struct ph_words *words);

/* How many words people would count in bytes [from, to) of a text. */
int ph_words_count(const char *bytes, size_t from, size_t to);

#endif
