/* Words of the lexicon that the program itself reads and writes, as tables that are made once, when
 * the lexicon is loaded. */
#ifndef PH_UN_WORDS_H
#define PH_UN_WORDS_H

#include <stdbool.h>
#include <stddef.h>

struct ph_lexicon;

enum { PH_MONTHS = 12 };

/* <word name="...">, with which lists are read and written: "A and B, both of 2 March 2010". */
enum ph_small_word {
    PH_WORD_AND,
    PH_WORD_OF,
    PH_WORD_BOTH,
    PH_WORD_ALL,
    PH_WORD_THE, /* before the names of some States */
    PH_SMALL_WORDS
};

/* <number value="...">: the word itself and its ordinal. */
struct ph_number_word {
    const char *cardinal, *ordinal;
    int value;
};

/* Numbers in words, and what stands behind figures ("64th"). */
enum { PH_NUMBER_WORDS = 28, PH_NUMBER_SUFFIXES = 8, PH_NUMBER_LETTERS = 24 };
struct ph_number_words {
    struct ph_number_word items[PH_NUMBER_WORDS]; /* 1 to 20, 30 to 90, 100 */
    size_t count;                                 /* all of them, or 0 */
    const char *zero;                             /* "" where there is none */
    const char *suffixes[PH_NUMBER_SUFFIXES];
    size_t suffix_count;
    bool starts[26][26]; /* whether a word of them may start with these two letters */
};

/* What says whose a number is that stands behind it; lists end with NULL. */
struct ph_citation_words {
    const char *const *nouns;     /* citation-nouns, and each with a capital letter */
    const char *const *decisions; /* decision-nouns, likewise */
    const char *const *organs;    /* other-organs: what the names of other organs have in them */
    const char *const *links;     /* name-links: small words inside of such names */
    const char *own, *before_own; /* own-organ: its last word, and the one before */
    bool starts[256];             /* whether a noun or a number may start with the byte */
};

struct ph_words {
    const char *months[PH_MONTHS];     /* the alternatives of {month}; "" where there are none */
    const char *small[PH_SMALL_WORDS]; /* "" where there is none */
    struct ph_citation_words citation;
    struct ph_number_words numbers;
};

/* Those of a lexicon, which owns them; NULL: none. */
const struct ph_words *ph_lexicon_words(const struct ph_lexicon *lexicon);

#endif
