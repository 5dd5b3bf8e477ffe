/* A text as a row of words for alignment: folded, hashed, each entity (a date, a session, a list
 * of citations) one word that stands for its kind, so that a text is like its successor. */
#ifndef PH_LEARN_TOKENS_H
#define PH_LEARN_TOKENS_H

#include <stddef.h>
#include <stdint.h>

#include "un/lexicon.h"

struct ph_token {
    uint64_t word;   /* hash of the folded word, or of the entity's kind */
    size_t from, to; /* in the text */
    int entity;      /* index into entities, -1: a plain word */
};

struct ph_tokens {
    const char *text; /* not owned */
    struct ph_token *items;
    size_t count;
    struct ph_entity *entities;
    size_t entity_count;
    uint64_t *bag;   /* the words sorted */
    double *weights; /* of the words in the bag, NULL: each counts 1 */
    double total;    /* their sum */
};

/* Free with ph_tokens_free. `lexicon` NULL: there are no entities, every word counts as itself. */
void ph_tokens_read(struct ph_tokens *tokens, const struct ph_lexicon *lexicon, const char *text,
                    size_t length);
void ph_tokens_free(struct ph_tokens *tokens);

/* Weighs the words of many rows: a word that stands in all of them (the name of the organization
 * in its own resolutions) tells nothing, one that stands in few tells much (inverse document
 * frequency). `rows` are `count` pointers. */
void ph_tokens_weigh(struct ph_tokens *const *rows, size_t count);

/* How alike two rows are as bags of weighed words, 0 to 1 (Dice's coefficient). Below `least` any
 * value below `least` may come back, sooner. */
double ph_tokens_likeness(const struct ph_tokens *a, const struct ph_tokens *b, double least);

/* How much of the words of `part`, by weight, are words that `with` has and `without` has not, 0 to
 * 1. Words that stand in a text more than once count as often. */
double ph_tokens_share(const struct ph_tokens *part, const struct ph_tokens *with,
                       const struct ph_tokens *without);

/* How many of the words of `part` stand in `whole` as well in a row of three or more, 0 to 1. */
double ph_tokens_rows(const struct ph_tokens *part, const struct ph_tokens *whole);

/* For each token of `a` the token of `b` that it stands beside in the best common order, -1 where
 * there is none, into `beside` (a->count entries). Entities of one kind may stand beside each
 * other, and rather do if their words are the same. */
void ph_tokens_align(const struct ph_tokens *a, const struct ph_tokens *b, int *beside);

#endif
