/* The parts of ph_check_cited: what a text cites, against what is known of it. */
#ifndef PH_CHECK_CITED_H
#define PH_CHECK_CITED_H

#include "check/check.h"
#include "check/messages.h"
#include "learn/near.h"
#include "un/citation.h"

/* The patterns of rules/en/archive.xml. Those of what stands behind a citation start at its end. */
enum ph_cited_pattern {
    PH_CITED_TITLE,     /* entitled “words” */
    PH_CITED_SUBJECT,   /* on words */
    PH_CITED_QUOTED,    /* ... “words” */
    PH_CITED_RECALLED,  /* in which it words */
    PH_CITED_PARAGRAPH, /* before it: paragraph words of its resolution */
    PH_CITED_PATTERNS
};

struct ph_cited_check {
    const struct ph_lookup *known;
    const char *own; /* number of the document itself; "": none */
    struct ph_arena *arena;
    struct ph_messages messages;
    struct ph_regex *patterns[PH_CITED_PATTERNS];
    struct ph_buffer unknown; /* numbers that were said to be so, each ended by a line feed */
    struct ph_findings *findings;
    struct ph_error *error;
    enum ph_status status; /* the first that was not PH_OK */
    /* The citation at hand, what is known of it, and where the text ends that is about it. */
    const struct ph_node *node;
    const struct ph_citation *citation;
    struct ph_lookup_resolution found;
    size_t end;
};

/* Adds a finding with the variables that were set; remembers the first error. */
void ph_cited_say(struct ph_cited_check *check, const char *id, size_t from, size_t to);
void ph_cited_set(struct ph_cited_check *check, const char *name, const char *text);
/* The group "words" of a pattern: behind the citation, or before it. false: it does not match. */
bool ph_cited_find(const struct ph_cited_check *check, enum ph_cited_pattern pattern, size_t *from,
                   size_t *to);

/* The nearest stretch of a text to so many bytes of the node: whether it is the same words, and how
 * many of them are there, 0 to 1. */
struct ph_cited_near {
    bool same;
    double share;
    size_t from, to; /* of the text */
    size_t words;    /* of the node's bytes */
};
struct ph_cited_near ph_cited_compare(const struct ph_cited_check *check, size_t from, size_t to,
                                      const char *text);

/* The words that are quoted from the resolution at hand, and the paragraph they are said to be of.
 */
void ph_cited_check_words(struct ph_cited_check *check);

#endif
