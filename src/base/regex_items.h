/* Reads a pattern item by item: what must stand side by side in a text, and what need not. For
 * patterns that PCRE2 has taken; what is not understood is an item of which nothing is known. */
#ifndef PH_BASE_REGEX_ITEMS_H
#define PH_BASE_REGEX_ITEMS_H

#include <stdbool.h>
#include <stddef.h>

struct ph_regex_character {
    unsigned char byte;
    bool any;  /* capital or small; any kind of space */
    bool wide; /* of a space that a text has in two ways: so, and as a plain one */
};

enum ph_regex_kind {
    PH_REGEX_CHARACTERS, /* the bytes of one character; "^" and "$" are those of base/grams.h */
    PH_REGEX_WORD_EDGE,  /* "\b" */
    PH_REGEX_PLACE,      /* takes no words: "\K", "(?=...)", "(?!...)" */
    PH_REGEX_ONE_OF,     /* "[’']": one of the characters inside */
    PH_REGEX_GROUP,      /* "(...)" */
    PH_REGEX_OTHER,
};

struct ph_regex_item {
    enum ph_regex_kind kind;
    struct ph_regex_character characters[4];
    size_t count;
    const char *inside, *inside_end; /* what must match here, too; NULL: nothing is known */
    bool behind;                     /* what is inside ends here: "(?<=...)", "(?<!...)" */
    const char *from, *to;           /* the item itself, without how often */
    size_t least, most;              /* how often; SIZE_MAX: any number of times */
};

struct ph_regex_reader {
    const char *at, *end;
    bool extended, caseless;
};

/* Whether the pattern can be read at all: options, verbs and quoting change how the rest is read:
 * "(?x)", "(*ACCEPT)", "\Q". "(?i)" makes the reader caseless. */
bool ph_regex_is_plain(struct ph_regex_reader *reader);

/* The next item; false at the end and at a "|" between alternatives. */
bool ph_regex_read(struct ph_regex_reader *reader, struct ph_regex_item *item);
/* The next character of those of PH_REGEX_ONE_OF; false: there is none. */
bool ph_regex_read_member(struct ph_regex_reader *reader, struct ph_regex_item *item);
/* Behind a character or name of a class's members, and behind the bracket that closes a class. */
const char *ph_regex_over_member(const char *c);
const char *ph_regex_over_class(const char *c);
/* Goes behind a "|"; false: there is none. */
/* The next character that stands for itself, once: most of a pattern is such; 0: something else
 * comes next, or nothing. */
unsigned char ph_regex_read_plain(struct ph_regex_reader *reader);
bool ph_regex_read_bar(struct ph_regex_reader *reader);

#endif
