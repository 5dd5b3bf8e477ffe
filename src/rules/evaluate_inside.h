/* Checking rules at work on one document; for the files evaluate*.c only. */
#ifndef PH_RULES_EVALUATE_INSIDE_H
#define PH_RULES_EVALUATE_INSIDE_H

#include "rules/compiled.h"
#include "rules/openers.h"
#include "rules/sieve.h"

/* A rule at work on one document. What is asked of it at every node stands here as in the rule:
 * those lie far apart, and no cache holds them all. */
struct ph_worker {
    const struct ph_rule *rule;
    const struct ph_place *places;
    uint64_t fields;
    uint32_t kinds, genres;
    bool in_annexes, watched;
    bool stopped;                  /* over a limit, or broken */
    size_t first_place, end_place; /* the numbers of its places, of those of all rules */
    unsigned long steps;           /* of XPath so far */
    size_t findings;
    double seconds; /* of processor time so far, where it is measured */
};

/* From where to where in a node's words, see struct ph_finding. */
struct ph_extent {
    size_t from, to;
};

/* The place that a rule looks at, as its expressions see it. */
struct ph_here {
    struct ph_extent words;
    size_t before, after;         /* where the words before it end, and those behind it start */
    const struct ph_place *place; /* of the rule's */
    const struct ph_match *match; /* PH_AT_MATCH */
    const struct ph_term *term;   /* PH_AT_TERM */
    const struct ph_entity *entity;
    size_t once; /* PH_AT_REPEATED: where the words end one time; else 0 */
};

/* What a <let> says. */
struct ph_let {
    const char *name;
    xmlXPathObject *value;
};

/* What an expression that asks the node alone was there, for the next rule that asks the same. */
struct ph_answer {
    const char *test;
    const struct ph_node *node;
    bool truth;
};

struct ph_evaluation {
    const struct ph_document *document;
    struct ph_findings *findings;
    struct ph_error *error;
    enum ph_status status;
    bool measured; /* what each rule costs */
    double clock;  /* where it is: when the last rule was done */
    xmlDoc *akn;
    xmlXPathContext *context;
    struct ph_xpath_world world;
    struct ph_xpath_fault fault; /* that was said last */
    unsigned long steps_left;    /* of all rules together, as XPath counts them */
    struct ph_patience patience;
    const struct ph_node *node; /* where the walk is */
    struct ph_grams grams;      /* of its words */
    struct ph_sieve *sieve;     /* of all places */
    struct ph_worker **workers; /* by the number of a place: whose it is */
    const uint64_t *passed;     /* those where something may be found in these words */
    xmlNode *element;
    struct ph_entity *entities; /* of the node, found when first asked for */
    size_t entity_count;
    bool has_entities;
    struct ph_entity *candidates; /* for entities of a kind; NULL: none was asked for yet */
    size_t candidate_count;
    const char *candidate_kind;
    struct ph_word_starts word_starts; /* of the node */
    struct ph_word *words;             /* of the node */
    size_t word_count;
    struct ph_term_index *terms;           /* of the tables of all rules */
    struct ph_openers openers;             /* the words of the node at which some of them stand */
    const struct ph_classes *word_classes; /* of the rules */
    struct ph_class_rows classes;          /* of these words; no bits: there are none */
    const struct ph_place
        *said; /* whose words were found in the node last, and where; NULL: none */
    struct ph_extent said_words;
    struct ph_worker *worker; /* the rule that is looked at, and where */
    const struct ph_here *here;
    const xmlNode *at; /* the element of the rule's file that is at work; NULL: none */
    struct ph_answer answers[PH_ANSWERS];
    struct ph_let *lets; /* so far */
    size_t let_count, let_capacity;
};

/* Makes the workers ready, of which only the rules are known, the index of the terms of these, and
 * the sieve for their places; `everywhere`: one that tells kinds of nodes alone. */
void ph_evaluate_prepare(struct ph_evaluation *evaluation, struct ph_worker *workers, size_t count,
                         bool everywhere);

/* Runs a rule on the node where the walk is, at all its places. */
void ph_evaluate_node(struct ph_evaluation *evaluation, struct ph_worker *worker);

/* The rule's conditions at a place of the node, and the finding where they hold. */
void ph_evaluate_here(struct ph_evaluation *evaluation, const struct ph_here *here);
/* The conditions alone. */
bool ph_evaluate_holds(struct ph_evaluation *evaluation, const struct ph_here *here);

/* Makes the variables of compiled.h known to the expressions; they are made when they are asked
 * for: most expressions ask for none. */
void ph_evaluate_variables(struct ph_evaluation *evaluation);
void ph_evaluate_forget_lets(struct ph_evaluation *evaluation);

/* Stops the rule; the message names it and its file, says why, and at which line and element. */
void ph_evaluate_stop(struct ph_evaluation *evaluation, enum ph_status status, const char *why);
/* The same behind an expression that gave no value. */
void ph_evaluate_stop_by_xpath(struct ph_evaluation *evaluation);
/* Whether all steps, or all time, are used up; a step more is an error of the expression that takes
 * it. */
bool ph_evaluate_is_spent(const struct ph_evaluation *evaluation);

static inline bool ph_evaluate_is_inside(const struct ph_text *text, size_t at)
{
    return at < text->length && ((unsigned char)text->bytes[at] & 0xC0) == 0x80;
}

#endif
