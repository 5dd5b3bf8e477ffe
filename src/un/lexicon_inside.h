/* What a loaded lexicon is made of; for the files lexicon*.c only. */
#ifndef PH_UN_LEXICON_INSIDE_H
#define PH_UN_LEXICON_INSIDE_H

#include <libxml/tree.h>
#include <stdint.h>
#include <string.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "base/regex.h"
#include "un/lexicon.h"
#include "un/words.h"

#define PH_LEXICON_FILE "rules/en/lexicon.xml" /* the one that comes with the program */

enum {
    PH_PHRASE_WORDS = 8,   /* the longest opening phrase */
    PH_LEXICON_KINDS = 64, /* most patterns of entities: they are kept in a set of bits */
    PH_PLACE_LAST = 99     /* the adverb goes behind the last word */
};

/* ---- what the file says: the items of un/lexicon.def, without gaps ---- */

/* {name} in a pattern stands for `pattern`, which may use other names. */
struct ph_definition {
    uint32_t name, pattern;
};

/* A pattern with all names replaced: extended. They are numbered from 1. */
struct ph_lexicon_pattern {
    uint32_t text, line; /* line: of the file */
    uint32_t caseless;   /* 1: it is */
    uint32_t at_words;   /* 1: it is searched with ph_regex_find_at_words */
};

struct ph_phrase {
    uint32_t words;     /* "Notes with appreciation" */
    uint32_t group;     /* the same for those that have the first word in common */
    uint16_t second;    /* ph_lexicon_letters of its second word */
    uint8_t count;      /* of words */
    uint8_t part;       /* enum ph_part */
    uint32_t addressee; /* 1: it has one */
};

/* A pattern for phrases of a part: their form, or where their adverb goes. */
struct ph_part_pattern {
    uint32_t part; /* enum ph_part */
    uint32_t pattern;
    int32_t place; /* behind so many words; PH_PLACE_LAST */
};

struct ph_adverb_word {
    uint32_t word;   /* "also" */
    uint32_t adverb; /* enum ph_adverb */
    uint32_t behind; /* the pattern of what follows it behind its verb; 0: anything */
};

struct ph_line_pattern {
    uint32_t name;
    uint32_t start;    /* the pattern that matches at the start of a line only */
    uint32_t anywhere; /* the same anywhere */
};

struct ph_entity_pattern {
    uint32_t kind;
    uint32_t after;     /* only directly behind an entity of that kind; 0: anywhere */
    uint32_t yields;    /* names of kinds, as in the file; for filling in yields_to */
    uint32_t starts;    /* index of lexicon->starts, and one more; 0: it may begin with anything */
    uint64_t yields_to; /* is none when an entity of one of these patterns starts inside */
    int64_t least;      /* the smallest number that it may have */
    uint32_t pattern;   /* its group "value" is the entity, else the whole match */
    uint32_t reader;    /* ph_lexicon_reader of its value="..." */
};

/* A definition that some patterns begin with: it is looked for once for all of them. */
struct ph_entity_start {
    uint32_t name, pattern;
};
enum { PH_LEXICON_STARTS = 8 };

struct ph_word_list {
    uint32_t name;
    uint32_t first; /* index of lexicon->listed */
};

/* <word name="...">: which of enum ph_small_word it is. */
struct ph_said_word {
    uint32_t which, word;
};

struct ph_said_number {
    uint32_t value, cardinal, ordinal;
};

/* ---- a lexicon ---- */

/* How a letter of a phrase reads in lower case; a blank, which ends a word, as a NUL. */
static inline unsigned char ph_phrase_letter(char c)
{
    return (unsigned char)(c >= 'A' && c <= 'Z' ? c + 'a' - 'A' : c == ' ' ? 0 : c);
}

/* The word behind the one that stands at `words`; "": there is none. */
static inline const char *ph_phrase_behind(const char *words)
{
    words += strcspn(words, " ");
    return words + strspn(words, " ");
}

/* The order of two phrases by their first words, which may be in either case. */
static inline int ph_phrase_compare_first(const char *words, const char *others)
{
    while (ph_phrase_letter(*words) && ph_phrase_letter(*words) == ph_phrase_letter(*others)) {
        words++;
        others++;
    }
    return ph_phrase_letter(*words) - ph_phrase_letter(*others);
}

/* How a word begins, which may be in either case: words that begin otherwise need no further look.
 * NULL and "" are alike. */
static inline uint16_t ph_lexicon_letters(const char *word)
{
    return (uint16_t)(word && *word ? ph_phrase_letter(word[0]) << 8 | ph_phrase_letter(word[1])
                                    : 0);
}

/* A growing array; the items of the lists below. */
#define PH_LIST(type)                                                                              \
    struct {                                                                                       \
        type *items;                                                                               \
        size_t count, capacity;                                                                    \
    }

/* A new item at the end of such a list, zeroed. */
#define PH_LIST_ADD(list)                                                                          \
    ((list).items = ph_grow((list).items, (list).count, &(list).capacity, sizeof *(list).items),   \
     memset(&(list).items[(list).count], 0, sizeof *(list).items), &(list).items[(list).count++])

struct ph_made_pattern {
    struct ph_regex *regex;
    int value; /* the number of its group "value"; 0: not asked for yet, -1: there is none */
};

struct ph_unlisted; /* phrases met in texts that are in no list: one copy of each is kept */

struct ph_lexicon {
    struct ph_buffer texts; /* those of the lists, NUL-terminated; at 0 stands "" */
#define PH_LEXICON_LIST(name, type) PH_LIST(type) name;
#include "un/lexicon.def"
#undef PH_LEXICON_LIST
    bool packed; /* the texts and the lists are a pack's */

    /* What is made of them. */
    struct ph_arena *arena;
    struct ph_made_pattern *made; /* the patterns */
    const char **words_listed;    /* NULL behind those of each list */
    struct ph_words words;
    struct ph_unlisted *unlisted;
};

static inline const char *ph_lexicon_text(const struct ph_lexicon *lexicon, uint32_t text)
{
    return lexicon->texts.data + text;
}

static inline struct ph_regex *ph_lexicon_regex(const struct ph_lexicon *lexicon, uint32_t pattern)
{
    return lexicon->made[pattern - 1].regex;
}

/* The group "value" of a pattern that has matched; 0: the whole match is it. */
static inline size_t ph_lexicon_value(const struct ph_lexicon *lexicon, uint32_t pattern,
                                      const struct ph_match *match)
{
    struct ph_made_pattern *made = &lexicon->made[pattern - 1];
    if (!made->value)
        made->value = ph_regex_group(made->regex, "value");
    const size_t group = made->value > 0 ? (size_t)made->value : 0;
    return match->from[group] != SIZE_MAX ? group : 0;
}

/* What stands in <define name="...">; NULL: nothing does. */
const char *ph_lexicon_definition(const struct ph_lexicon *lexicon, const char *name);

/* The number of a reader, by its name, value="..."; 0: there is none. */
uint32_t ph_lexicon_reader(const char *name);
/* Makes number and other of an entity from its words, and may move its end; false: it is none. */
bool ph_lexicon_read(const struct ph_lexicon *lexicon, uint32_t reader, const char *text,
                     size_t length, struct ph_entity *entity);

/* ---- loading ---- */

/* One loading: what its steps share. */
struct ph_lexicon_load {
    struct ph_lexicon *lexicon;
    const char *path;
    const xmlNode *root; /* where the definitions are */
    struct ph_error *error;
};

/* Without any text. */
struct ph_lexicon *ph_lexicon_new(void);
/* Keeps a text; 0: it is NULL. */
uint32_t ph_lexicon_add_text(struct ph_lexicon *lexicon, const char *text);
uint32_t ph_lexicon_add_content(struct ph_lexicon *lexicon, const xmlNode *element);

/* Keeps what stands in an element as a pattern: extended, {name} replaced by the definition of that
 * name, with `prefix` before it and `suffix` behind it. */
enum ph_status ph_lexicon_add_pattern(struct ph_lexicon_load *load, const xmlNode *element,
                                      const char *prefix, const char *suffix, bool at_words,
                                      uint32_t *pattern);

enum ph_status ph_lexicon_wrong(const struct ph_lexicon_load *load, const xmlNode *element,
                                const char *what);

/* The parts of the file. */
enum ph_status ph_lexicon_load_definitions(struct ph_lexicon_load *load);
enum ph_status ph_lexicon_load_openings(struct ph_lexicon_load *load, const xmlNode *openings);
enum ph_status ph_lexicon_load_entities(struct ph_lexicon_load *load, const xmlNode *entities);
enum ph_status ph_lexicon_load_words(struct ph_lexicon_load *load);

/* ---- making, of what was loaded or is a pack's ---- */

/* All. `late`: patterns are compiled when they are first used; else PH_FORMAT: one is wrong. */
enum ph_status ph_lexicon_make(struct ph_lexicon *lexicon, const char *path, bool late,
                               struct ph_error *error);
/* The tables of words. */
void ph_lexicon_make_words(struct ph_lexicon *lexicon);

void ph_lexicon_free_unlisted(struct ph_unlisted *unlisted);

#endif
