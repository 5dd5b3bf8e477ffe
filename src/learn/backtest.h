/* How far to trust a pattern: each member of a series is drafted from those before it alone, and
 * the draft is compared with what was adopted ("leave last out"). Places are matched through the
 * clauses of the pattern that knows the member; words are counted by compare/. */
#ifndef PH_LEARN_BACKTEST_H
#define PH_LEARN_BACKTEST_H

#include <stddef.h>

#include "learn/pattern.h"

enum ph_place_verdict {
#define PH_PLACE_VERDICT(name, right, key, words) PH_PLACE_##name,
#include "learn/place_verdicts.def"
#undef PH_PLACE_VERDICT
    PH_PLACE_VERDICT_COUNT
};

enum ph_paragraph_verdict {
#define PH_PARAGRAPH_VERDICT(name, key, words) PH_PARAGRAPH_##name,
#include "learn/paragraph_verdicts.def"
#undef PH_PARAGRAPH_VERDICT
    PH_PARAGRAPH_VERDICT_COUNT
};

/* 1: right, -1: wrong, 0: cannot be judged. */
int ph_place_verdict_worth(enum ph_place_verdict verdict);

/* A slot of the draft, and what stands in its place in the adopted text. */
struct ph_place {
    const char *label; /* of its paragraph in the draft: "OP8" */
    const char *kind;  /* of the lexicon's entity */
    const char *before, *drafted;
    const char *adopted;        /* NULL: cannot be judged */
    const struct ph_rule *rule; /* the hypothesis that won; NULL: none was needed */
    const char *say;            /* "session + 2"; NULL where there is no rule */
    int explained, seen;        /* support: 3 of 3 transitions */
    enum ph_place_verdict verdict;
};

/* The words that a person still has to change are those inserted and those deleted. Mastheads and
 * closing lines are left out, for a draft has others than a resolution. */
struct ph_tally {
    int words;         /* of the adopted text */
    int draft_changes; /* in the draft */
    int copy_changes;  /* in a plain copy of the text that it was drafted from */
    size_t places[PH_PLACE_VERDICT_COUNT];
    size_t paragraphs[PH_PARAGRAPH_VERDICT_COUNT]; /* headings count, footnotes do not */
};

/* One member that was drafted. */
struct ph_trial {
    const char *name, *from; /* "73/331", drafted from "71/12" */
    int session;
    int texts;            /* how many were learned from, 1 or more */
    const char **missing; /* members between the two that are not here: nobody learned from them */
    size_t missing_count;
    struct ph_tally tally;
    struct ph_place *places; /* in the order of the draft, footnotes last */
    size_t place_count;
};

/* How a drafting rule did in all trials. */
struct ph_rule_record {
    const struct ph_rule *rule; /* NULL: places that no rule spoke of */
    size_t right, wrong;
};

struct ph_backtest {
    struct ph_arena *arena; /* owns all words */
    const char *title;
    struct ph_trial *trials; /* the oldest first, once they are summed up */
    size_t trial_count, trial_capacity;
    struct ph_tally sum;
    struct ph_rule_record *rules; /* in order of their ids */
    size_t rule_count, rule_capacity;
};

/* Starts a backtest of a series of that title. Free with ph_backtest_free. */
struct ph_backtest *ph_backtest_new(const char *title);
void ph_backtest_free(struct ph_backtest *backtest); /* NULL is allowed */

/* Judges `draft`, which was made of `earlier`, by the member that `later` ends with: its base.
 * `later` was learned from the same documents as `earlier` and that one. All of them may go away
 * afterwards; the rules must outlive the backtest. Call it from the latest member to the oldest. */
void ph_backtest_add(struct ph_backtest *backtest, const struct ph_pattern *earlier,
                     const struct ph_document *draft, const struct ph_pattern *later,
                     const struct ph_lexicon *lexicon);

/* When all trials are there: puts the oldest first, sums them up, and fills in the rules. */
void ph_backtest_sum(struct ph_backtest *backtest);

#endif
