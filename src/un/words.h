/* Words of the lexicon that the program itself reads and writes, as tables that are made once, when
 * the lexicon is loaded. */
#ifndef PH_UN_WORDS_H
#define PH_UN_WORDS_H

#include <stdbool.h>

struct ph_lexicon;

enum { PH_MONTHS = 12 };

/* <word name="...">, with which lists are read and written: "A and B, both of 2 March 2010". */
enum ph_small_word { PH_WORD_AND, PH_WORD_OF, PH_WORD_BOTH, PH_WORD_ALL, PH_SMALL_WORDS };

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
};

/* Those of a lexicon, which owns them; NULL: none. */
const struct ph_words *ph_lexicon_words(const struct ph_lexicon *lexicon);

#endif
