/* A finding: what a rule, or a reader, has to say about a place in a document. */
#ifndef PH_DOC_FINDING_H
#define PH_DOC_FINDING_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "doc/node.h"
#include "doc/restyle.h"

enum ph_severity { PH_INFORMATION, PH_WARNING, PH_ERROR, PH_SEVERITY_COUNT };

struct ph_finding {
    enum ph_severity severity;
    const char *rule;           /* id: "op-end-semicolon" */
    const char *message;        /* what is wrong */
    const char *source;         /* where the rule comes from; may be NULL */
    const struct ph_node *node; /* the paragraph, field or footnote; the root: the whole */
    size_t from, to;            /* bytes of node->text; from == to: the node as a whole */
    const char *fix; /* what the words [from, to) become; NULL: no certain fix of words */
    const struct ph_restyle *look; /* how [look_from, look_to) of them look; NULL: no certain fix of
                                      that; never beside the other */
    size_t look_from, look_to;
    bool is_guess; /* from words alone: another finding of the same words may say as much */
};

/* Where the words of a finding stand in a document that was made of its own. */
struct ph_finding_place {
    const struct ph_node *node;
    size_t from, to;
};

/* A finding that a person accepted, and why: it counts no longer. */
struct ph_accepted_finding {
    struct ph_finding finding;
    const char *reason;
};

struct ph_findings {
    struct ph_arena *arena; /* owns the texts that are made for findings */
    struct ph_finding *items;
    size_t count, capacity;
    struct ph_accepted_finding *accepted; /* in the order of the document */
    size_t accepted_count, accepted_capacity;
};

struct ph_findings *ph_findings_new(void);
void ph_findings_free(struct ph_findings *findings);
/* Adds a copy: message and fix are copied into the arena; rule and source must outlive it. */
void ph_findings_add(struct ph_findings *findings, const struct ph_finding *finding);
/* In document order, then by place, severity, rule and as they were added; doubles removed: of two
 * rules that make the same of the same words the graver speaks, and a fix of a part of words that
 * the same rule fixes as a whole goes. */
void ph_findings_sort(struct ph_findings *findings, const struct ph_document *document);

/* Sets those aside for which there is a reason: one for each finding, NULL: it counts. The reasons
 * are copied. */
void ph_findings_accept(struct ph_findings *findings, const char *const *reasons);

/* Whether it says for certain what to do. */
bool ph_finding_is_fixable(const struct ph_finding *finding);

const char *ph_severity_name(enum ph_severity severity); /* "information", "warning", "error" */
int ph_severity_by_name(const char *name);               /* -1: none */

#endif
