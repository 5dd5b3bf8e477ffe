/* Learning: a series of documents becomes a pattern. "A drafting rule is a hypothesis; the series
 * votes": for each slot the rules in rules/en/drafting propose how it moves from one member to the
 * next, and the one that explains most of what was seen wins, the simpler in a tie. */
#ifndef PH_LEARN_PATTERN_H
#define PH_LEARN_PATTERN_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/status.h"
#include "doc/node.h"
#include "rules/rule.h"
#include "un/citation.h"
#include "un/date.h"

/* One resolution of the series, in order of session. */
struct ph_member {
    const struct ph_document *document; /* NULL: missing from the folder, cited by a later one */
    const struct ph_node *root;         /* of the document, or of the draft in an annex */
    const char *number;                 /* "73/331"; NULL: a draft without one */
    int session;
    struct ph_date adopted;
    const char *known_from; /* missing ones: "73/331 PP4"; else the file */
};

/* What was seen of a slot in one member. */
struct ph_observation {
    size_t member;     /* index into members */
    const char *words; /* as printed */
    size_t from, to;   /* in the paragraph's text */
    long value, other; /* of the entity */
    int paragraph;     /* the number of the operative paragraph that it stands in; 0: none */
};

/* How the draft's value of a slot comes about. */
enum ph_outcome { PH_STAYS, PH_MOVES, PH_LOOK_AT, PH_ASK };

/* A place in a clause whose words are more than words: a session, a list of citations, ... */
struct ph_slot {
    const char *kind;                    /* of the lexicon's entity */
    size_t from, to;                     /* in the text of the clause's latest paragraph */
    struct ph_observation *observations; /* by member, the latest last */
    size_t count;
    const struct ph_rule *rule; /* the hypothesis that won; NULL: none was needed */
    const char *say;            /* "session + 2" */
    int explained, seen;        /* support: 3 of 3 transitions */
    enum ph_outcome outcome;
    const char *value; /* the draft's words; those of the latest where it stays */
    const char *name;  /* PH_ASK: of the fact, for --set */
    const char *why;   /* for the checklist: PH_LOOK_AT, PH_ASK, PH_MOVES where the words that come
                          are to be looked at; else "" or NULL */
};

/* The paragraph that one was split from or merged into: its clause and the index of the member in
 * which it is whole. */
struct ph_whole {
    const struct ph_clause *clause; /* NULL: none */
    size_t member;
};

/* A paragraph as the series has it: one occurrence for each member, NULL where it is missing. */
struct ph_clause {
    const struct ph_node **occurrences; /* by member */
    int times;                          /* how many are not NULL */
    int latest;                         /* index of the latest member that has it */
    struct ph_slot *slots;              /* of the latest occurrence */
    size_t slot_count;
    struct ph_whole split_from;  /* whose words its first occurrence took over */
    struct ph_whole merged_into; /* which took over the words of its latest one */
};

struct ph_pattern {
    struct ph_arena *arena;
    const struct ph_lexicon *lexicon; /* which must outlive it */
    struct ph_member *members;
    size_t member_count;
    size_t base;      /* the member that the draft starts from: the latest that is in the folder */
    int next_session; /* the session that the draft is for */
    const char *next_why; /* how it is known: "named in 73/331 OP9" */
    const char *title;
    struct ph_clause *clauses; /* in the order of the latest member, dropped ones after those they
                                  followed */
    size_t clause_count;
    /* Where the pattern was read from a file, else NULL: the base's document, as edited; the one as
     * adopted; and the text in that, which changes are shown against. */
    struct ph_document *read, *adopted;
    const struct ph_node *before;
    struct ph_buffer remarks; /* one a line: a source that is no member, twice, ... */
};

/* Learns from documents, which must outlive the pattern; any order. `session` is the one to draft
 * for, 0: find it. PH_NOTHING when no document holds a resolution or a draft of one. Free with
 * ph_pattern_free. */
enum ph_status ph_learn(const struct ph_document *const *documents, size_t count, int session,
                        const struct ph_lexicon *lexicon, const struct ph_rules *rules,
                        struct ph_pattern **pattern, struct ph_error *error);
void ph_pattern_free(struct ph_pattern *pattern);

/* The same with what is known of other series (learn/elsewhere.h; NULL: nothing), whose errors are
 * passed on. */
struct ph_elsewhere;
enum ph_status ph_learn_with(const struct ph_elsewhere *elsewhere,
                             const struct ph_document *const *documents, size_t count, int session,
                             const struct ph_lexicon *lexicon, const struct ph_rules *rules,
                             struct ph_pattern **pattern, struct ph_error *error);

/* The clause to which a paragraph of a member belongs; NULL: none. */
const struct ph_clause *ph_pattern_clause(const struct ph_pattern *pattern,
                                          const struct ph_node *paragraph);

/* How alike two texts are, from 0 to 1, by their words; entities count as their kind. */
double ph_likeness(const struct ph_lexicon *lexicon, const struct ph_node *a,
                   const struct ph_node *b);

/* The pattern as an XML file (schema rules/pattern.xsd) that a person may edit and from which
 * ph_pattern_read makes a pattern again: the members, and the whole text of the base with its slots
 * in their places. PH_FORMAT when the file of its comments (templates/en/pattern.xml) is wrong. */
enum ph_status ph_pattern_xml(const struct ph_pattern *pattern, struct ph_buffer *out,
                              struct ph_error *error);

/* Makes a pattern of such a file: `length` bytes, which messages call `name`. `session` is the one
 * to draft for, 0: the one that the file names. The pattern is as ph_learn gives it, but holds of
 * the texts that of the base alone: clauses that were dropped are left out, and the others occur in
 * the base only. Slots are decided anew, those with a rule by that rule. Nodes of the base carry an
 * origin: where the words are from, and whether a hand changed them. PH_FORMAT with file, line and
 * element, PH_LIMIT when it is too large, PH_NOTHING when `session` is not later than the base.
 * Free with ph_pattern_free. */
enum ph_status ph_pattern_read(const char *name, const void *bytes, size_t length, int session,
                               const struct ph_lexicon *lexicon, const struct ph_rules *rules,
                               struct ph_pattern **pattern, struct ph_error *error);
/* The same with what is known of other series. */
enum ph_status ph_pattern_read_with(const struct ph_elsewhere *elsewhere, const char *name,
                                    const void *bytes, size_t length, int session,
                                    const struct ph_lexicon *lexicon, const struct ph_rules *rules,
                                    struct ph_pattern **pattern, struct ph_error *error);

/* The pattern as a table for a terminal. */
void ph_pattern_text(const struct ph_pattern *pattern, int width, struct ph_buffer *out);

#endif
