/* The history of a phrase in its series: where each member has it, and when it came, left and
 * returned. */
#ifndef PH_LEARN_PHRASE_H
#define PH_LEARN_PHRASE_H

#include "learn/standing.h"

/* A paragraph (heading, title, footnote) that holds the phrase. */
struct ph_phrase_place {
    const struct ph_node *node;
    size_t times;    /* that it stands there, 1 or more */
    size_t from, to; /* the first time: bytes of the node's text */
};

struct ph_phrase_step {
    enum ph_fate fate; /* SAME: it is there as in the member before */
    int against;       /* index of the member compared with (ph_fates_against); -1: none */
    struct ph_phrase_place *places; /* in document order */
    size_t place_count, place_capacity;
    size_t times; /* in all places */
};

struct ph_phrase {
    const struct ph_pattern *pattern;
    const char *words;            /* as asked for */
    struct ph_phrase_step *steps; /* one for each member of the pattern */
};

/* Finds a phrase in the paragraphs, headings, titles and footnotes of all members, annexes
 * included; in masthead, closing lines and the line of the organ it is not looked for, nor across
 * two paragraphs. Words are compared folded: case and punctuation do not count. The pattern and
 * `words` must outlive the phrase. PH_USAGE when `words` (valid UTF-8) holds no word; PH_NOTHING
 * when no member has the phrase: the message names the stretch that has most of its words, if it
 * has more than half. The time grows with the length of the texts, whatever the phrase. Free with
 * ph_phrase_free. */
enum ph_status ph_phrase_find(const struct ph_pattern *pattern, const char *words,
                              struct ph_phrase *phrase, struct ph_error *error);
void ph_phrase_free(struct ph_phrase *phrase);

#endif
