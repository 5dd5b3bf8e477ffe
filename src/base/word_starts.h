/* Where something starts in a text, and with what letters: most patterns of rules begin with a word
 * or a mark, and need not be tried anywhere else.
 *
 * Letters stand for themselves; what else there is counts as one of a few. */
#ifndef PH_BASE_WORD_STARTS_H
#define PH_BASE_WORD_STARTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/* What a byte counts as. A set of these is a bit for each. */
enum {
    PH_CODE_SMALL,
    PH_CODE_CAPITAL = 26,
    PH_CODE_DIGIT = 52,
    PH_CODE_BEYOND, /* a byte of a character that is not ASCII */
    PH_CODE_MARK,   /* of ASCII, as all before but that */
    PH_CODE_SPACE,  /* control characters and the end of the text, too */
    PH_CODES
};

uint8_t ph_word_code(unsigned char byte);

/* A place where something starts, and what the first bytes there count as. */
enum { PH_START = 12 };
struct ph_word_start {
    size_t from;
    uint8_t codes[PH_START];
};

/* The places of one text, in order; room is kept for the next text. Free with
 * ph_word_starts_free. */
struct ph_word_starts {
    struct ph_word_start *items;
    size_t count, capacity;
    uint8_t *codes; /* of all bytes, and of the end */
    size_t code_capacity;
    uint64_t *rows; /* for each code a row of bits: the places that it comes first at; behind them
                       those of all capitals, and of all small letters */
    size_t row;     /* words of 64 bits in a row */
};

/* Finds them: every character but spaces and the small letters that stand behind a letter of
 * ASCII. */
void ph_word_starts_of(const char *text, size_t length, struct ph_word_starts *starts);
void ph_word_starts_free(struct ph_word_starts *starts);

/* With what a match of a pattern may start: the ways into it. In one piece, which is small, because
 * those of many patterns are looked at by turns, and stands in packs as it is. */
enum { PH_MOST_WAYS = 64, PH_START_SETS = 7 };
struct ph_pattern_starts {
    /* What may come first, second, and so on, on any way: most places are told by these, which lie
     * in a line of the cache. */
    uint64_t sets[PH_START_SETS];
    uint64_t eights; /* of ways */
    /* A bit for each way: those on which a byte may come first, for each byte; those on which it
     * may come second, and so on; 8 bytes can be read of each. */
    uint8_t ways[];
};

/* Reads them from a pattern that PCRE2 takes; free() them. NULL: it may start anywhere. Known are
 * those of one whose every match starts with a character that is no space, and with a small letter
 * only where no letter stands before it. */
struct ph_pattern_starts *ph_pattern_starts(const char *pattern, bool extended, bool caseless);

/* How many bytes they are, a multiple of 8; 0: they cannot be such. */
size_t ph_pattern_starts_size(const struct ph_pattern_starts *starts);

/* Where a walk over the places is: what is left of 64 of them that the pattern may start at. */
struct ph_word_starts_walk {
    size_t block;
    uint64_t places;
};

/* A walk from number `at` on, at most the number of places. */
struct ph_word_starts_walk ph_word_starts_walk(const struct ph_word_starts *starts,
                                               const struct ph_pattern_starts *of_pattern,
                                               size_t at);
/* The next place where a match may start; starts->count: there is none. */
size_t ph_word_starts_next(const struct ph_word_starts *starts,
                           const struct ph_pattern_starts *of_pattern,
                           struct ph_word_starts_walk *walk);
/* Whether there is any. */
bool ph_word_starts_any(const struct ph_word_starts *starts,
                        const struct ph_pattern_starts *of_pattern);

#endif
