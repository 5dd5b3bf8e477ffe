/* A table of names as it stands in memory and in a pack; for the files names*.c only. */
#ifndef PH_RULES_NAMES_INSIDE_H
#define PH_RULES_NAMES_INSIDE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"
#include "rules/names.h"

/* Bytes of a word that tell it, and of the shortest whose "s" is a plural's; words of a short name
 * that are no little ones, and the most of any, with them. */
enum { PH_STEM = 6, PH_PLURAL = 4, PH_SHORT_NAME = 2, PH_NAME_WORDS = 24 };

/* One piece without pointers: the head, the names, the stems, the little words, the filter, the
 * words of the names. */
struct ph_names_head {
    uint32_t size;   /* of all of it, in bytes */
    uint32_t names;  /* how many, by their keys */
    uint32_t stems;  /* slots, a power of two */
    uint32_t little; /* slots, a power of two */
    uint32_t filter; /* bytes, a power of two */
    uint32_t joint;  /* where " and " starts in the words; 0, the empty one: nothing joins */
};

struct ph_name {
    uint32_t key;     /* the sum of what its own words count */
    uint32_t words;   /* where they start in the words of the table */
    uint32_t is_only; /* 1: only known to be right, and never what is meant */
};

/* The start of a word that a name has, or all of one that a sort has: a word of a sort is told by
 * all of its letters. */
struct ph_stem {
    uint32_t hash; /* 0: the slot is empty */
    uint32_t sort; /* its number in the table, from 1; 0: of none */
};

/* The same with the places of its parts. */
struct ph_name_table {
    const struct ph_names_head *head;
    const struct ph_name *names;
    const struct ph_stem *stems;
    const uint32_t *little;      /* halves of the hashes of words; 0: the slot is empty */
    const unsigned char *filter; /* which stems there may be, a bit each */
    const char *words;
};

/* The parts of such a piece of memory; false: it is none. */
bool ph_name_table_of(const void *bytes, size_t size, struct ph_name_table *table);

/* Makes one of a <terms little="...">; the caller frees. */
struct ph_names_head *ph_name_table_new(const xmlNode *element);

/* The hash of a word's start, and in *whole that of all of it; never 0. */
uint32_t ph_name_stem_of(const char *word, size_t length, uint32_t *whole);
/* The slot of a stem: its own, or the empty one where it would be. */
const struct ph_stem *ph_name_stem(const struct ph_stem *stems, uint32_t slots, uint32_t hash);
/* The same of a little word. */
const uint32_t *ph_name_little(const uint32_t *little, uint32_t slots, uint32_t hash);
/* What a word is: the stem of which it is, and its sort; the hash 0 and no sort: no name has it. */
struct ph_stem ph_name_word(const struct ph_stem *stems, uint32_t slots, const char *word,
                            size_t length);
/* What a stem counts in a key: words of one sort the same. */
uint32_t ph_name_weight(const struct ph_stem *stem);
/* Whether a word is one of a name that counts: no little word, and no "s" behind an apostrophe. */
bool ph_name_has(const struct ph_name_table *table, const char *text, const struct ph_word *word);

/* What is compared with the names: words of a text from one that may start a name. */
struct ph_stretch {
    const char *text;
    size_t length;
    struct ph_stem stems[PH_NAME_WORDS]; /* of the words that count */
    int own;                             /* how many */
};

/* How a name fits a stretch. */
struct ph_name_fit {
    const char *name;  /* NULL: none does */
    bool starts_alike; /* with the same word, or one of its sort */
    int exchanged;     /* words */
    uint32_t sort;     /* the highest of theirs */
    uint32_t meant;    /* the sum of the stems that the name has in their place */
    bool is_right;     /* the stretch is a name, or not known to be none */
};

/* The best of the names with that key. */
struct ph_name_fit ph_name_best(const struct ph_name_table *table, uint32_t key,
                                const struct ph_stretch *stretch);
/* Whether a word joins parts of a name. */
bool ph_name_is_joint(const struct ph_name_table *table, const char *word, size_t length);
/* How many commas, and words that join, the words hold: near names do not join more parts. */
int ph_name_joints(const struct ph_name_table *table, const char *text, size_t length);

#endif
