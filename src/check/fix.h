/* All certain fixes of a document, round after round, until no rule has one left. */
#ifndef PH_CHECK_FIX_H
#define PH_CHECK_FIX_H

#include "doc/finding.h"
#include "un/lexicon.h"

/* Adds what is found in a document, sorted; as ph_work_check does. What it fails with ends the
 * fixing, but PH_LIMIT: then the rules that were not stopped have spoken. */
typedef enum ph_status ph_checker(void *context, const struct ph_document *document,
                                  struct ph_findings *findings, struct ph_error *error);

/* A fix that was put in: of which rule, the label of the place at that time, and the order of its
 * node in the document. */
struct ph_fix_done {
    const char *rule, *label;
    size_t order;
};

struct ph_fixed {
    struct ph_arena *arena;       /* of the words below */
    struct ph_document *document; /* a copy, with the fixes in its words */
    struct ph_findings *left;     /* what is found in it */
    struct ph_fix_done *done;     /* in the order in which they were put in */
    size_t count, capacity;
    size_t held; /* paragraphs that keep their words of before: see below */
};

/* Fixes a copy of a document. A fix never breaks what was right: where a paragraph, fixed, has a
 * finding without a fix that it did not have before, as grave as what was fixed, its words stay as
 * they were, and its fixes are among what is left. What changes to and fro ends after some rounds.
 * Without `looks` only the words are fixed: a typed
 * text has no others. PH_LIMIT when rules cost too much, with all in place. Free with
 * ph_fixed_free, also after an error. */
enum ph_status ph_check_fix_all(const struct ph_lexicon *lexicon,
                                const struct ph_document *document, bool looks, ph_checker *check,
                                void *context, struct ph_fixed *fixed, struct ph_error *error);
void ph_fixed_free(struct ph_fixed *fixed);

/* A copy of a document in which the nodes that are chosen (one truth for each, in order) have the
 * words that they have in a fixed copy of it. Caller frees. */
struct ph_document *ph_fix_part(const struct ph_document *document, const struct ph_document *fixed,
                                const bool *chosen);

/* ---- the parts ---- */

/* Marks in `chosen` (one for each finding) those fixes that ph_check_fix puts in; without `looks`,
 * those of words. */
void ph_fix_choose(const struct ph_document *document, const struct ph_findings *findings,
                   bool looks, bool *chosen);
/* Puts the chosen ones in. */
void ph_fix_put_in(const struct ph_lexicon *lexicon, struct ph_document *document,
                   const struct ph_findings *findings, const bool *chosen);

#endif
