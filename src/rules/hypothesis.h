/* Drafting rules: hypotheses of how a slot moves from one member of a series to the next.
 *
 *   <rule xmlns="urn:penholder:rule" kind="drafting" id="session-ahead" cost="2" prior="0.9">
 *     <title>..</title> <source>..</source>
 *     <slot kind="session" when="$value > $session"/>
 *     <parameter select="$value - $session"/>
 *     <predict select="ph:ordinal($session + $parameter)"/>
 *     <say>session + {$parameter}</say>
 *     <examples>..</examples>
 *   </rule>
 *
 * Variables of the expressions: $session, $year (in which the session opens), $place (of the
 * member in the series, from 1) of the member whose words are predicted; $before,
 * $before-session, $before-place, $before-value: the words (and number) that were seen last and
 * where; $before-paragraph: the number of the operative paragraph that it stood in; $words, $value,
 * $other: of the member itself (only in when and parameter), the entity's number and other number;
 * $parameter; $members: the series' members, <member number session adopted/>, in order; $others:
 * what is known of other series that the slot has cited, <other number session adopted title
 * series cited-in/>, series by series in order of session (@series tells them apart; @cited-in is
 * where one of which there is no text is cited, "78/12 PP3"); $context:
 * the words of the paragraph before the slot; $after: behind it; $since-moved: the words between it
 * and the last slot before it that moves, or nothing.
 *
 * The members vote. A transition is explained when what is predicted from what was known before it
 * is what was seen; later ones count more. With few transitions the `prior` of the rule, from 0 to
 * 1, and its record in the whole series decide. <outcome> is "moves" (default), "look-at" (the
 * words stay, a person is told) or "ask" (a placeholder named by attribute `name`); <because> is
 * the reason that the checklist gives. A rule that only tells (look-at, prior 0) is asked when the
 * words are known, about words that stay; with the attribute `of-moved` about words that move, too
 * ($words and $before are those). */
#ifndef PH_RULES_HYPOTHESIS_H
#define PH_RULES_HYPOTHESIS_H

#include <libxml/xpath.h>

#include "rules/rule.h"

/* A slot of one member, as the rules see it. */
struct ph_seen {
    int session, year, place; /* of the member */
    int paragraph;            /* the number of the operative paragraph; 0: it is none */
    const char *words;        /* as printed */
    long value, other;        /* of the entity */
};

struct ph_slot_view {
    const char *kind;
    const struct ph_seen *seen; /* in order, the latest last */
    size_t count;
    const char *context, *after; /* around the slot in the latest paragraph */
    const char
        *since_moved; /* behind the last slot before it that moves, up to it; NULL: none does */
    int session, year, place;  /* of the draft to come */
    const xmlNodeSet *members; /* those before the draft */
    const xmlNodeSet *others;  /* NULL: nothing is known of other series */
};

struct ph_proposal {
    const struct ph_rule *rule; /* NULL: nobody proposed anything */
    char *words;                /* what the draft gets; caller frees */
    char *say, *why;            /* caller frees */
    const char *outcome, *name; /* the rule's */
    int explained, seen;        /* transitions */
    double score;
};

/* Drafting rules compiled for use. Free with ph_hypotheses_free. */
struct ph_hypotheses;
enum ph_status ph_hypotheses_new(const struct ph_rules *rules, struct ph_hypotheses **hypotheses,
                                 struct ph_error *error);
void ph_hypotheses_free(struct ph_hypotheses *hypotheses);

/* Notes how well each rule explains a slot: with few transitions of its own a slot goes by how the
 * rules do in the whole series. Call it for every slot before the first vote. */
void ph_hypotheses_hear(struct ph_hypotheses *hypotheses, const struct ph_slot_view *slot);

/* The proposal that the members vote for. */
struct ph_proposal ph_hypotheses_vote(struct ph_hypotheses *hypotheses,
                                      const struct ph_slot_view *slot);
/* What one rule says of a slot of its kind, without a vote; a notice (look-at) for which there is
 * no reason, and a rule whose words stay, leave room for a notice for which there is. The words are
 * "" where what the rule needs was not seen. `rule` is of ph_hypotheses_for. */
struct ph_proposal ph_hypotheses_given(struct ph_hypotheses *hypotheses, const struct ph_rule *rule,
                                       const struct ph_slot_view *slot);

/* The ids of the rules for slots of a kind; free() the list. Returns how many. */
size_t ph_hypotheses_for(const struct ph_hypotheses *hypotheses, const char *kind,
                         const char ***ids);
void ph_proposal_free(struct ph_proposal *proposal);

/* Proves a drafting rule by its own examples, see ph_rule_test. */
size_t ph_hypothesis_test(const struct ph_rules *rules, const struct ph_rule *rule,
                          struct ph_buffer *report);

#endif
