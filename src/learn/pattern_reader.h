/* Reading a pattern's file: what its steps share; for pattern_read*.c only. */
#ifndef PH_LEARN_PATTERN_READER_H
#define PH_LEARN_PATTERN_READER_H

#include <libxml/hash.h>

#include "learn/pattern_file.h"
#include "rules/hypothesis.h"

/* A clause in the making. */
struct ph_pattern_clauses {
    struct ph_clause *items;
    size_t count, capacity;
};

struct ph_pattern_reader {
    const char *name; /* of the file, for messages */
    const struct ph_lexicon *lexicon;
    const struct ph_rules *rules;
    const struct ph_elsewhere *elsewhere;
    struct ph_hypotheses *hypotheses;
    struct ph_pattern *pattern;
    struct ph_document *document; /* that is being read */
    bool as_adopted;              /* it is the text alone: no hand, no slots */
    xmlHashTable *adopted;        /* by words: what has them in the text as adopted */
    const char *by_hand;          /* "by hand in pattern.xml": the source of what a hand wrote */
    xmlHashTable *members;        /* by number: the index from 1 */
    xmlHashTable *notes;   /* by id: the footnote; where it is not in its place yet, a mark waits */
    xmlHashTable *waiting; /* by id: the first element that mentions it */
    struct ph_pattern_clauses clauses;
    const xmlNode **slots; /* the elements of their slots, in order */
    size_t slot_count, slot_capacity;
    enum ph_status status;
    struct ph_error *error;
};

/* Notes what is wrong with an element, with file and line, unless something was wrong before;
 * reading then stops. Returns false. */
bool ph_pattern_wrong(struct ph_pattern_reader *reader, const xmlNode *at, const char *format, ...)
    __attribute__((format(printf, 3, 4)));

/* The same for a name that is none of `count` names: "no such rule 'constnat'; is constant meant?"
 */
bool ph_pattern_no_such(struct ph_pattern_reader *reader, const xmlNode *at, const char *what,
                        const char *wrong, const char *const *names, size_t count);

/* The index of the member that an attribute names; false, and an error, when there is none. */
bool ph_pattern_member_of(struct ph_pattern_reader *reader, const xmlNode *at,
                          const char *attribute, size_t *member);

/* A whole number that the schema has checked; `otherwise` where the attribute is missing. */
long ph_pattern_number(const xmlNode *element, const char *attribute, long otherwise);

/* Whether it is a pattern at all, and all its elements have names that are known. */
bool ph_pattern_check_names(struct ph_pattern_reader *reader, xmlNode *root);

/* The document below an element, and the footnotes behind it, as nodes with their words and marks;
 * in reader->document. Returns the node of the text: the root, or what stands in an annex. */
struct ph_node *ph_pattern_read_document(struct ph_pattern_reader *reader, const xmlNode *above);

/* The words of an element into a node, and its slots into a clause: sets slots and slot_count. */
void ph_pattern_read_words(struct ph_pattern_reader *reader, const xmlNode *element,
                           struct ph_node *node, struct ph_clause *clause);

/* The footnote with an id, made when it is first asked for. */
struct ph_node *ph_pattern_note(struct ph_pattern_reader *reader, const char *id);

#endif
