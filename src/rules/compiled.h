/* A rule as it is inside: its file, and what was compiled of it.
 *
 * A checking rule says in which nodes it looks (<in>), at which places in their words (<match>,
 * <terms>, <misspelt>, <sequence>, <repeated>, <inline>, <trace>, <entity> or <words>; none: at the
 * node as a whole), and what must hold there (<when>, <unless>) for a finding. Expressions of
 * conditions, messages and fixes are evaluated at the node's element with variables for the place:
 *
 *   $words            the words of the place
 *   $before, $after   up to 200 bytes before and behind it, "…" where more is cut off: "^" and "$"
 *                     match at the paragraph's start and end alone
 *   $name             a named group of <match pattern="(?<name>...)">
 *   $instead, $since  of a term of <terms>, $instead with a capital where the words have one
 *   $once             of <repeated>, the words one time
 *   $number, $other   of an <entity>, see struct ph_entity
 *   $name             what a <let name="name" select="..."> before it says; a <table name="name">,
 *                     for ph:row (rules/tables.h)
 */
#ifndef PH_RULES_COMPILED_H
#define PH_RULES_COMPILED_H

#include <libxml/xpath.h>
#include <stdint.h>

#include "base/pack.h"
#include "base/regex.h"
#include "rules/braced.h"
#include "rules/functions.h"
#include "rules/plain.h"
#include "rules/repeated.h"
#include "rules/rule.h"
#include "rules/sequence.h"
#include "rules/terms.h"

enum ph_place_kind {
    PH_AT_NODE,
    PH_AT_MATCH,
    PH_AT_TERM,
    PH_AT_SEQUENCE,
    PH_AT_REPEATED,
    PH_AT_INLINE,
    PH_AT_TRACE,
    PH_AT_ENTITY,
    PH_AT_WORDS
};

/* Where in a node's words a rule looks. */
struct ph_place {
    enum ph_place_kind kind;
    const xmlNode *element;      /* of the rule's file; NULL: the rule names no place */
    struct ph_regex *regex;      /* PH_AT_MATCH */
    char **groups;               /* its named groups, NULL at the end */
    const char *behind;          /* what must stand right before it; NULL: anything */
    struct ph_terms *terms;      /* PH_AT_TERM */
    struct ph_sequence sequence; /* PH_AT_SEQUENCE */
    struct ph_repeated repeated; /* PH_AT_REPEATED */
    enum ph_inline_kind inline_kind;
    enum ph_trace_kind trace_kind;
    bool only_first;         /* PH_AT_TRACE: of the document */
    const char *entity;      /* PH_AT_ENTITY: its kind */
    struct ph_plain *plain;  /* PH_AT_WORDS: the words that the place is; NULL: not a plain one */
    xmlXPathCompExpr *words; /* the same; NULL: not compiled yet */
    const char *select;      /* that expression */
};

/* Where answers are kept that several rules may ask for. */
enum { PH_ANSWERS = 64 };

/* <when>, <unless> and <let>, in the order of the file. */
struct ph_step {
    const xmlNode *element;       /* of the rule's file */
    struct ph_plain *plain;       /* NULL: it is not known to be a plain expression */
    xmlXPathCompExpr *expression; /* NULL: not compiled yet */
    bool asked;                   /* whether it is a plain one was looked at */
    const char *name;             /* <let>: of the variable that gets the value; else NULL */
    const char *shared; /* the expression, where it asks the node alone: other rules may ask the
                           same; else NULL */
    size_t place;       /* of its answer, below PH_ANSWERS */
    bool wanted;        /* <when>: true; <unless>: false */
};

/* What the words become, or how they are to look; certain only where `when` holds (NULL:
 * everywhere). */
struct ph_fix {
    const xmlNode *element; /* of the rule's file */
    xmlXPathCompExpr *when;
    struct ph_braced *words;       /* NULL: they stay */
    const struct ph_restyle *look; /* NULL: it stays */
    xmlXPathCompExpr *of; /* which words look so, the last of them at the place; NULL: all */
};

/* What must hold at a place for a finding, and what is said then. */
struct ph_conditions {
    struct ph_step *steps;
    size_t step_count, step_capacity;
    struct ph_braced *message;      /* NULL: it and the fixes are not compiled yet */
    const xmlNode *message_element; /* of the rule's file */
    struct ph_fix *fixes;           /* the first that holds is taken */
    size_t fix_count, fix_capacity;
    bool ready; /* read */
};

/* What holds the words of annexes, and of texts whose heading "Annex" is gone. */
#define PH_ATTACHED_KINDS                                                                          \
    (1u << PH_TITLE | 1u << PH_HEADING | 1u << PH_PARAGRAPH | 1u << PH_SUBPARAGRAPH)

struct ph_rule {
    char *id, *title, *source, *file;
    enum ph_rule_kind kind;
    enum ph_severity severity;
    bool guesses; /* from words alone, see ph_finding's is_guess */
    bool off;     /* by a profile */
    bool watched; /* of the user's own: its patterns are, see base/regex_watch.h */
    xmlDoc *doc;
    const struct ph_pack *pack; /* that it comes from: without its examples; NULL: from its file */
    uint32_t kinds;             /* bits of enum ph_kind */
    uint64_t fields;            /* bits of enum ph_field, where kinds has PH_FIELD */
    uint32_t genres;            /* bits of enum ph_genre */
    bool in_annexes;            /* also in annexes, where the words of others stand */
    bool in_attached;           /* besides, all words that are attached: see PH_ATTACHED_KINDS */
    struct ph_place *places;    /* at least one in a checking rule */
    size_t place_count, place_capacity;
    struct ph_conditions *conditions;
};

/* Compiles what a checking rule's file says; `late`: its patterns and conditions when they are
 * first used. What rules share is kept in `rules`. */
enum ph_status ph_rule_compile(struct ph_rules *rules, struct ph_rule *rule,
                               xmlXPathContext *context, bool late, struct ph_error *error);
/* Reads its conditions, where that was not done yet: most are never asked, because one before them
 * does not hold, and are compiled when they are. */
enum ph_status ph_rule_ready(const struct ph_rule *rule, struct ph_error *error);
/* Compiles the expression of a place that is words, where that was not done yet. */
enum ph_status ph_place_compiled(const struct ph_rule *rule, const struct ph_place *place,
                                 xmlXPathContext *context, struct ph_error *error);
/* Reads one of the conditions, where that was not done yet: a plain expression, or compiled. */
enum ph_status ph_step_ready(const struct ph_rule *rule, struct ph_step *step,
                             xmlXPathContext *context, struct ph_error *error);
/* Compiles it, where that was not done yet. */
enum ph_status ph_step_compiled(const struct ph_rule *rule, struct ph_step *step,
                                xmlXPathContext *context, struct ph_error *error);
/* The same for its message and fixes. */
enum ph_status ph_report_ready(const struct ph_rule *rule, xmlXPathContext *context,
                               struct ph_error *error);
/* Whether its expressions may name such a variable: those of its places, its groups, and what a
 * <let> that is compiled already says. `rule`: a struct ph_rule. */
bool ph_rule_has_variable(const void *rule, const char *name);
/* Frees what was compiled. */
void ph_rule_release(struct ph_rule *rule);

/* Takes a rule over; PH_FORMAT when one of its id is there. */
enum ph_status ph_rules_add(struct ph_rules *rules, struct ph_rule *rule, struct ph_error *error);
void ph_rule_free(struct ph_rule *rule);

/* One rule alone on a document, see ph_rules_check. */
enum ph_status ph_rule_check(const struct ph_rules *rules, const struct ph_rule *rule,
                             const struct ph_document *document, struct ph_findings *findings,
                             struct ph_error *error);

#endif
