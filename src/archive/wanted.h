/* What a search asks for: words, and phrases in quotation marks, as the index and the numbers of a
 * use are asked for them. */
#ifndef PH_ARCHIVE_WANTED_H
#define PH_ARCHIVE_WANTED_H

#include <stdbool.h>

#include "base/buffer.h"
#include "learn/tokens.h"

/* How a wording answers, the better first. */
enum ph_found {
    PH_FOUND_PHRASE, /* the words stand there in their order */
    PH_FOUND_WORDS,  /* all of them stand there */
    PH_FOUND_NEAR    /* most of them, close together */
};

struct ph_wanted {
    const struct ph_lexicon *lexicon; /* whose ordinals are read; must outlive it */
    struct ph_buffer words;           /* all of them, without quotation marks */
    struct ph_buffer quoted;  /* for FTS5: the phrases, joined by AND; empty: there are none */
    struct ph_buffer phrase;  /* for FTS5: the words that are not quoted, in their order */
    struct ph_buffer all;     /* for FTS5: each of them by itself */
    struct ph_buffer numbers; /* of the quoted phrases: "\n64\n256\n" as a JSON string, each
                                 followed by a comma */
    struct ph_buffer in_order, in_any; /* the same of the words: together; one by one */
    struct ph_tokens tokens;           /* of `words` */
    size_t loose;                      /* how many words are not quoted */
};

/* Reads valid UTF-8. Quotation marks are " or “ and ”; one that is not closed reaches to the end.
 * Free with ph_wanted_free; `tokens` point into `words`. */
void ph_wanted_read(const struct ph_lexicon *lexicon, const char *text, struct ph_wanted *wanted);
void ph_wanted_free(struct ph_wanted *wanted);

/* Whether there is anything to look for in that way that was not looked for in a better one. */
bool ph_wanted_has(const struct ph_wanted *wanted, enum ph_found match);
/* Appends the query of FTS5 (not of PH_FOUND_NEAR), and the numbers that a use must have, as a JSON
 * list: each a text that stands in "\n" and the values of a use (archive/form.h). */
void ph_wanted_query(const struct ph_wanted *wanted, enum ph_found match, struct ph_buffer *query);
void ph_wanted_numbers(const struct ph_wanted *wanted, enum ph_found match, struct ph_buffer *list);

#endif
