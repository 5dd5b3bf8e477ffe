/* Checking a draft that a person wrote: the rules, and what departs from the series' pattern. */
#ifndef PH_CHECK_CHECK_H
#define PH_CHECK_CHECK_H

#include "doc/finding.h"
#include "learn/pattern.h"
#include "rules/rule.h"
#include "un/lookup.h"

/* Runs all checking rules; adds what they find, sorted. PH_LIMIT when a rule was stopped, because
 * it costs too much or cannot be evaluated: the message names it, and the others have spoken. */
enum ph_status ph_check(const struct ph_rules *rules, const struct ph_document *document,
                        struct ph_findings *findings, struct ph_error *error);

/* Compares with the pattern of the series: a recurring paragraph missing, the last resolution
 * missing from the list, a date that contradicts the corpus, a session that does not follow.
 * Messages and severities are data: rules/en/series.xml. `draft` is the series' own next
 * document, made from the same pattern. Adds what it finds. */
enum ph_status ph_check_series(const struct ph_rules *rules, const struct ph_pattern *pattern,
                               const struct ph_document *draft, const struct ph_document *document,
                               struct ph_findings *findings, struct ph_error *error);

/* A copy of a document with the chosen fixes as changes of its words: what goes is PH_DELETED, what
 * comes PH_INSERTED behind it, what looks otherwise PH_RESTYLED, and each node stays where it was
 * (node->before). Its findings, all of this document and sorted, stand at `places` there, one for
 * each. Caller frees. */
struct ph_document *ph_check_mark(const struct ph_document *document,
                                  const struct ph_findings *findings, const bool *chosen,
                                  struct ph_finding_place *places);

/* Compares what a document cites with what is known of it: whether it exists, its date, its title,
 * the words that are quoted from it, the paragraphs that are named. Messages, severities and the
 * words by which they are found are data: rules/en/archive.xml. Adds what it finds. */
enum ph_status ph_check_cited(const struct ph_rules *rules, const struct ph_lookup *lookup,
                              const struct ph_document *document, struct ph_findings *findings,
                              struct ph_error *error);

/* Puts the fixes of sorted findings, all of this document, into its words; where two overlap the
 * one that starts first wins. Opening phrases are read anew. Returns how many were put in; the
 * findings' places are of the words before. Checking the document again shows what is left: also
 * and further may need a second round, because the first changes what they follow. */
size_t ph_check_fix(const struct ph_lexicon *lexicon, struct ph_document *document,
                    const struct ph_findings *findings);

#endif
