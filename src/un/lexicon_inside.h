/* What a loaded lexicon is made of; for the files lexicon*.c only. */
#ifndef PH_UN_LEXICON_INSIDE_H
#define PH_UN_LEXICON_INSIDE_H

#include <libxml/tree.h>
#include <stdint.h>
#include <string.h>

#include "base/memory.h"
#include "base/regex.h"
#include "un/lexicon.h"
#include "un/words.h"

enum {
    PH_PHRASE_WORDS = 8,   /* the longest opening phrase */
    PH_LEXICON_KINDS = 64, /* most patterns of entities: they are kept in a set of bits */
    PH_PLACE_LAST = 99     /* the adverb goes behind the last word */
};

struct ph_phrase {
    uint32_t group;                    /* the same for those that have the first word in common */
    uint16_t second;                   /* ph_lexicon_letters of its second word */
    const char *words;                 /* "Notes with appreciation" */
    const char *word[PH_PHRASE_WORDS]; /* each in lower case */
    size_t count;                      /* of words */
    enum ph_part part;
    bool addressee;
};

/* How a word in lower case begins: words that begin otherwise need no further look. NULL and "" are
 * alike. */
static inline uint16_t ph_lexicon_letters(const char *word)
{
    return (uint16_t)(word && *word ? (unsigned char)word[0] << 8 | (unsigned char)word[1] : 0);
}

/* A pattern for phrases of a part: their form, or where their adverb goes. */
struct ph_part_pattern {
    enum ph_part part;
    struct ph_regex *regex;
    int place; /* behind so many words; PH_PLACE_LAST */
};

struct ph_adverb_word {
    const char *word; /* "also" */
    enum ph_adverb adverb;
    struct ph_regex *behind; /* what follows it when it stands behind the verb; NULL: anything */
};

struct ph_line_pattern {
    const char *name, *pattern;
    struct ph_regex *start;    /* matches at the start of a line only */
    struct ph_regex *anywhere; /* made when it is first asked for */
    bool caseless;
};

/* Makes number and other of an entity from its words, and may move its end; false: it is none. */
typedef bool ph_entity_reader(const struct ph_lexicon *lexicon, const char *text, size_t length,
                              struct ph_entity *entity);

/* That of a name, value="..."; NULL: there is none. */
ph_entity_reader *ph_lexicon_reader(const char *name);

struct ph_entity_pattern {
    const char *kind;
    const char *after;  /* only directly behind an entity of that kind; NULL: anywhere */
    const char *yields; /* names of kinds, as in the file; for filling in yields_to */
    uint64_t yields_to; /* is none when an entity of one of these patterns starts inside */
    size_t starts;      /* index of lexicon->starts, and one more; 0: it may begin with anything */
    struct ph_regex *regex; /* its group "value" is the entity, else the whole match */
    int value;              /* the number of that group; 0: not asked for yet, -1: there is none */
    long least;             /* the smallest number that it may have */
    ph_entity_reader *read;
};

/* A definition that some patterns begin with: it is looked for once for all of them. */
struct ph_entity_start {
    const char *name;
    struct ph_regex *regex;
};
enum { PH_LEXICON_STARTS = 8 };

struct ph_word_list {
    const char *name;
    const char **words; /* NULL-terminated */
};

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

/* {name} in a pattern stands for `pattern`, which may use other names. */
struct ph_definition {
    const char *name, *pattern;
};

struct ph_unlisted; /* phrases met in texts that are in no list: one copy of each is kept */

struct ph_lexicon {
    struct ph_arena *arena;
    PH_LIST(struct ph_phrase) phrases; /* by first word; longer ones first */
    PH_LIST(struct ph_part_pattern) forms;
    PH_LIST(struct ph_part_pattern) places;
    PH_LIST(struct ph_adverb_word) adverbs;
    PH_LIST(struct ph_line_pattern) lines;
    PH_LIST(struct ph_entity_pattern) entities;
    PH_LIST(struct ph_entity_start) starts;
    PH_LIST(struct ph_word_list) lists;
    PH_LIST(struct ph_definition) definitions;
    struct ph_unlisted *unlisted;
    struct ph_words words;
};

/* One loading: what its steps share. */
struct ph_lexicon_load {
    struct ph_lexicon *lexicon;
    const char *path;
    const xmlNode *root; /* where the definitions are */
    bool late;           /* patterns are compiled when they are first used */
    struct ph_error *error;
};

/* Compiles the text of an element: extended, {name} replaced by the definition of that name, with
 * `prefix` before it and `suffix` behind it; at_words: to be searched with ph_regex_find_at_words.
 */
enum ph_status ph_lexicon_compile(struct ph_lexicon_load *load, const xmlNode *element,
                                  const char *prefix, const char *suffix, bool at_words,
                                  struct ph_regex **regex);

enum ph_status ph_lexicon_wrong(const struct ph_lexicon_load *load, const xmlNode *element,
                                const char *what);

/* The parts of the file. */
/* The pattern in an element, expanded; NULL with the error filled in. free() it. */
char *ph_lexicon_pattern(const struct ph_lexicon_load *load, const xmlNode *element);

/* What stands in <define name="...">; NULL: nothing does. */
const char *ph_lexicon_definition(const struct ph_lexicon *lexicon, const char *name);

enum ph_status ph_lexicon_load_definitions(struct ph_lexicon_load *load);
enum ph_status ph_lexicon_load_openings(struct ph_lexicon_load *load, const xmlNode *openings);
/* Behind the others: it makes tables of what they have read. */
enum ph_status ph_lexicon_load_words(struct ph_lexicon_load *load);
enum ph_status ph_lexicon_load_entities(struct ph_lexicon_load *load, const xmlNode *entities);

void ph_lexicon_free_unlisted(struct ph_unlisted *unlisted);

#endif
