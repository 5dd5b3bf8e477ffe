/* Words of the lexicon that the program itself reads and writes, as tables that are made once, when
 * the lexicon is loaded. */
#ifndef PH_UN_WORDS_H
#define PH_UN_WORDS_H

struct ph_lexicon;

enum { PH_MONTHS = 12 };

struct ph_words {
    const char *months[PH_MONTHS]; /* the alternatives of {month}; "" where there are none */
};

/* Those of a lexicon, which owns them; NULL: none. */
const struct ph_words *ph_lexicon_words(const struct ph_lexicon *lexicon);

#endif
