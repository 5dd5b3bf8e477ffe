/* The vote: each hypothesis speaks by its record, and the best is taken. */
#include <stdlib.h>
#include <string.h>

#include "base/utf8.h"
#include "rules/hypothesis_inside.h"

/* What the prior weighs beside a slot's own transitions, so that two in a row outvote any; and
 * beside the record of the rule in the whole series, in slots. */
static const double PRIOR_WEIGHT = 0.35, RULE_WEIGHT = 4;

static struct ph_tally *tally_of(struct ph_hypothesis *one, const char *kind)
{
    for (size_t i = 0; i < one->tally_count; i++)
        if (!strcmp(one->tallies[i].kind, kind))
            return &one->tallies[i];
    one->tallies =
        ph_grow(one->tallies, one->tally_count, &one->tally_capacity, sizeof *one->tallies);
    one->tallies[one->tally_count] = (struct ph_tally){.kind = kind};
    return &one->tallies[one->tally_count++];
}

/* The rule's prior, corrected by what the whole series says of the rule. That things stay is what
 * the others are measured against: it has no record. */
static double prior_of(struct ph_hypothesis *one, const char *kind)
{
    if (!strcmp(one->outcome, "stays"))
        return one->prior;
    const struct ph_tally *tally = tally_of(one, kind);
    return (one->prior * RULE_WEIGHT + tally->right) / (RULE_WEIGHT + tally->heard);
}

static bool applies(struct ph_hypotheses *all, const struct ph_hypothesis *one,
                    const struct ph_slot_view *slot)
{
    if (!ph_hypothesis_is_for(one, slot->kind))
        return false;
    ph_hypotheses_set_latest(all, slot);
    return ph_hypotheses_true(all, one->when);
}

/* First letter as in the words that it replaces. */
static char *in_case_of(char *words, const char *old)
{
    int32_t first = ph_utf8_at(old, strlen(old), 0, NULL);
    char *made = ph_utf8_is_upper(first)   ? ph_utf8_capital(words)
                 : ph_utf8_is_lower(first) ? ph_utf8_small(words)
                                           : ph_copy(words);
    free(words);
    return made;
}

static char *fill(struct ph_hypotheses *all, const char *text)
{
    return text ? ph_xpath_fill(all->context, NULL, text, "drafting rule", NULL) : NULL;
}

static bool is_look_at(const struct ph_hypothesis *one)
{
    return !strcmp(one->outcome, "look-at");
}

/* A rule that nothing speaks for beforehand and that only warns does not vote. */
static bool is_notice(const struct ph_hypothesis *one)
{
    return is_look_at(one) && one->prior <= 0;
}

/* Whether the hypothesis has words for the draft: what it needs may not have been seen. */
static bool has_words(struct ph_hypotheses *all, const struct ph_hypothesis *one,
                      const struct ph_slot_view *slot)
{
    ph_hypotheses_set_draft(all, one, slot);
    char *words = ph_hypotheses_text(all, one->predict);
    bool any = *words;
    free(words);
    return any;
}

/* What the hypothesis says of the draft, with the variables of the draft set. */
static void predict(struct ph_hypotheses *all, const struct ph_hypothesis *one,
                    const struct ph_slot_view *slot, struct ph_proposal *proposal)
{
    const struct ph_seen *last = &slot->seen[slot->count - 1];
    ph_hypotheses_set_draft(all, one, slot);
    char *words = ph_hypotheses_text(all, one->predict);
    if (is_look_at(one)) { /* the words stay */
        free(words);
        words = ph_copy(last->words);
    }
    proposal->words = in_case_of(words, last->words);
    proposal->say = fill(all, one->say);
    proposal->why = fill(all, one->because);
    proposal->rule = one->rule;
    proposal->outcome = one->outcome;
    proposal->name = one->name;
}

/* The first notice for which there is a reason, with the variables of the draft set and `words` the
 * words that it speaks of; NULL: none. */
static const struct ph_hypothesis *find_notice(struct ph_hypotheses *all,
                                               const struct ph_slot_view *slot, const char *words,
                                               bool moved)
{
    for (size_t i = 0; i < all->count; i++) {
        const struct ph_hypothesis *one = &all->items[i];
        if (!is_notice(one) || (moved && !one->of_moved) || !ph_hypothesis_is_for(one, slot->kind))
            continue;
        ph_hypotheses_set_latest(all, slot);
        ph_xpath_set_text(all->context, "words", words);
        if (!ph_hypotheses_true(all, one->when))
            continue;
        ph_hypotheses_set_draft(all, one, slot);
        ph_xpath_set_text(all->context, "before", words);
        return one;
    }
    return NULL;
}

/* A notice does not vote: it tells a person about words that stay, and what some tell is told of
 * words that move, too. */
static void take_notice(struct ph_hypotheses *all, const struct ph_slot_view *slot,
                        struct ph_proposal *proposal)
{
    if (!proposal->rule)
        return;
    bool moved = strcmp(proposal->words, slot->seen[slot->count - 1].words) != 0;
    if (moved && strcmp(proposal->outcome, "moves") != 0) /* a person is asked already */
        return;
    const struct ph_hypothesis *one = find_notice(all, slot, proposal->words, moved);
    if (!one)
        return;
    if (moved) {
        free(proposal->why);
        proposal->why = fill(all, one->because);
        return;
    }
    struct ph_proposal notice = {
        .explained = proposal->explained, .seen = proposal->seen, .score = proposal->score};
    predict(all, one, slot, &notice);
    ph_proposal_free(proposal);
    *proposal = notice;
}

void ph_hypotheses_hear(struct ph_hypotheses *all, const struct ph_slot_view *slot)
{
    ph_hypotheses_set_slot(all, slot);
    for (size_t i = 0; i < all->count && slot->count > 1; i++) {
        struct ph_hypothesis *one = &all->items[i];
        if (is_notice(one) || !applies(all, one, slot))
            continue;
        struct ph_support support = ph_hypothesis_support(all, one, slot);
        struct ph_tally *tally = tally_of(one, slot->kind);
        tally->right += support.right / support.heard;
        tally->heard++;
    }
}

struct ph_proposal ph_hypotheses_vote(struct ph_hypotheses *all, const struct ph_slot_view *slot)
{
    struct ph_proposal best = {.seen = (int)slot->count - 1, .score = -1};
    const struct ph_hypothesis *winner = NULL;
    ph_hypotheses_set_slot(all, slot);
    for (size_t i = 0; i < all->count; i++) {
        struct ph_hypothesis *one = &all->items[i];
        if (is_notice(one) || !applies(all, one, slot))
            continue;
        struct ph_support support = ph_hypothesis_support(all, one, slot);
        double points = (prior_of(one, slot->kind) * PRIOR_WEIGHT + support.right) /
                        (PRIOR_WEIGHT + support.heard);
        bool better = points > best.score + 1e-9;
        bool simpler = points > best.score - 1e-9 && winner && one->cost < winner->cost;
        if ((better || simpler) && has_words(all, one, slot)) {
            winner = one;
            best.score = points;
            best.explained = support.explained;
        }
    }
    if (winner)
        predict(all, winner, slot, &best);
    take_notice(all, slot, &best);
    return best;
}

struct ph_proposal ph_hypotheses_given(struct ph_hypotheses *all, const struct ph_rule *rule,
                                       const struct ph_slot_view *slot)
{
    struct ph_proposal given = {.seen = (int)slot->count - 1};
    const struct ph_hypothesis *one = ph_hypotheses_find(all, rule);
    if (!one)
        return given;
    ph_hypotheses_set_slot(all, slot);
    given.explained = ph_hypothesis_support(all, one, slot).explained;
    predict(all, one, slot, &given);
    if (is_notice(one)) /* it tells of words that stay, if there is a reason now */
        given.outcome = "stays";
    take_notice(all, slot, &given);
    return given;
}

void ph_proposal_free(struct ph_proposal *proposal)
{
    free(proposal->words);
    free(proposal->say);
    free(proposal->why);
    *proposal = (struct ph_proposal){0};
}
