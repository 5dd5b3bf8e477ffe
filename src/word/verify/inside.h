/* Inside of the verifier: what its files share.
 *
 * verify_package.c reads what the package says of itself: parts, content types, relations.
 * verify_walk.c then goes once through each part, and calls for each element the function that
 * verify.def names. What stands by itself is judged there and then (revisions, text, fields,
 * content, order, values); what must belong together is noted down as a mention and judged when all
 * parts are read (verify_mentions.c). */
#ifndef PH_WORD_VERIFY_INSIDE_H
#define PH_WORD_VERIFY_INSIDE_H

#include <libxml/tree.h>
#include <stdbool.h>
#include <stdint.h>

#include "base/xml.h"
#include "word/element.h"
#include "word/opc.h"
#include "word/verify/verify.h"

/* What a part is to the main part (roles.def). */
enum ph_verify_role {
    PH_ROLE_OTHER,
#define PH_ROLE(id, relation, root, type) PH_ROLE_##id,
#include "word/verify/roles.def"
#undef PH_ROLE
    PH_ROLE_COUNT
};

struct ph_verify_role_info {
    const char *relation, *root, *type; /* root and type NULL: any */
};
extern const struct ph_verify_role_info ph_verify_roles[PH_ROLE_COUNT];

struct ph_verify_part {
    const char *name;
    const char *type; /* its content type; NULL: none */
    enum ph_verify_role role;
    bool judged;                              /* begins as its role says: its elements count */
    xmlNode *root;                            /* NULL: no XML, or broken */
    const struct ph_opc_relation **relations; /* by id */
    size_t relation_count;
};

/* What holds inside of an element that is open. */
struct ph_verify_level {
    const xmlNode *element;
    bool inserted, deleted, moved_from, moved_to; /* revisions around words */
    bool box;      /* a text box in a deletion: its words may be of either kind */
    bool story;    /* a story begins here: fields end in it */
    size_t fields; /* that were open when the story began */
};

struct ph_verify_field {
    size_t paragraph;
    bool gone, separated;
};

/* Ranges of moves that are open; no more are followed. */
struct ph_verify_open {
    const char *ids[64];
    size_t count;
};

/* Of what a mention is one: topics.def. */
enum ph_topic {
#define PH_TOPIC(id, scope, what, twice, undefined, unused) PH_TOPIC_##id,
#include "word/verify/topics.def"
#undef PH_TOPIC
    PH_TOPIC_COUNT
};

/* Something that is called by a name or a number: where it is defined (a range: begins), or used
 * (a range: ends). */
struct ph_mention {
    uint64_t beginning; /* of the name, for sorting */
    const char *name;   /* of the tree that it stands in */
    enum ph_topic topic;
    bool uses;
    char kind; /* of a style: the first letter of its type; 0: any */
    size_t part, paragraph, order;
};

struct ph_verifier {
    const char *name; /* of the file, for messages */
    struct ph_opc *opc;
    struct ph_faults *faults;
    struct ph_verify_part *parts; /* by name */
    size_t part_count;

    /* the walk */
    size_t part; /* index of the part at hand */
    size_t paragraph;
    struct ph_verify_level levels[PH_XML_DEPTH + 2];
    size_t depth;
    struct ph_verify_field *fields; /* that are open */
    size_t field_count, field_capacity;
    struct ph_verify_open open[2]; /* of the far ends of moves, and of the near ones */
    bool separator, continuation;  /* met among the notes of the part */

    struct ph_mention *mentions;
    size_t mention_count, mention_capacity;
};

/* ---- faults.c ---- */

struct ph_faults *ph_faults_new(void);
/* Adds a fault of a part ("": the package) and paragraph, with its detail. */
void ph_faults_add(struct ph_faults *faults, enum ph_fault_kind kind, const char *part,
                   size_t paragraph, const char *format, ...) __attribute__((format(printf, 5, 6)));
void ph_faults_sort(struct ph_faults *faults);

/* ---- package.c ---- */

/* Opens the package, and reads its parts, content types and relations. PH_FORMAT: it is none of
 * Word. When it cannot be opened at all that is a fault, and there are no parts. */
enum ph_status ph_verify_package(struct ph_verifier *verifier, const void *bytes, size_t length,
                                 struct ph_error *error);
void ph_verify_close(struct ph_verifier *verifier);
struct ph_verify_part *ph_verify_find(const struct ph_verifier *verifier, const char *name);

/* A message of the package's without the names of file and part that it begins with. */
const char *ph_verify_message(const struct ph_verifier *verifier, const char *part,
                              const char *message);
/* The fault of a part that cannot be read. */
void ph_verify_broken(struct ph_verifier *verifier, const char *part, const struct ph_error *why);

/* ---- relations.c ---- */

/* Reads the relations of the package and of all parts, and gives the parts their roles. */
void ph_verify_relations(struct ph_verifier *verifier);
/* The relation of the part at hand, NULL: it has none of that id. */
const struct ph_opc_relation *ph_verify_relation(const struct ph_verifier *verifier,
                                                 const char *id);

/* ---- types.c ---- */

/* Gives each part the content type that the list of them says. */
void ph_verify_types(struct ph_verifier *verifier);

/* ---- walk.c ---- */

void ph_verify_part(struct ph_verifier *verifier, size_t part);
/* A fault at the element at hand. */
#define ph_verify_fault(verifier, kind, ...)                                                       \
    ph_faults_add((verifier)->faults, PH_FAULT_##kind, ph_verify_here(verifier),                   \
                  (verifier)->paragraph, __VA_ARGS__)
const char *ph_verify_here(const struct ph_verifier *verifier);
struct ph_verify_level *ph_verify_level(struct ph_verifier *verifier); /* the one at hand */

/* What verify.def names: called with each element of that name. */
typedef void ph_verify_element(struct ph_verifier *verifier, const xmlNode *element);
#define PH_VERIFY(name, function) ph_verify_element ph_verify_##function;
#include "word/verify/verify.def"
#undef PH_VERIFY
void ph_verify_attributes(struct ph_verifier *verifier, const xmlNode *element);

/* ---- fields.c ---- */

void ph_verify_begin_story(struct ph_verifier *verifier); /* with the element at hand */
void ph_verify_end_story(struct ph_verifier *verifier, const struct ph_verify_level *level);

/* ---- order.c, verify_values.c ---- */

void ph_verify_order(struct ph_verifier *verifier, const xmlNode *element);
void ph_verify_values(struct ph_verifier *verifier, const xmlNode *element);

/* ---- styles.c ---- */

/* Whether a style is based on itself. */
void ph_verify_bases(struct ph_verifier *verifier, const struct ph_verify_part *part);

/* ---- mentions.c ---- */

/* Notes down a mention at the element at hand; a `name` that is NULL is none. */
void ph_verify_define(struct ph_verifier *verifier, enum ph_topic topic, const char *name,
                      char kind);
void ph_verify_use(struct ph_verifier *verifier, enum ph_topic topic, const char *name, char kind);
/* Judges all mentions: what is defined twice, used and not defined, defined and not used. */
void ph_verify_mentions(struct ph_verifier *verifier);

#endif
