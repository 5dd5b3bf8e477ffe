/* Drafting: a pattern becomes the next session's document, and the memorandum of the letter that
 * asks for the item. Nothing is invented: each paragraph says where its words come from, and what
 * only a person knows is a placeholder. */
#ifndef PH_DRAFT_DRAFT_H
#define PH_DRAFT_DRAFT_H

#include "base/status.h"
#include "doc/node.h"
#include "learn/pattern.h"

/* The draft for pattern->next_session: the base's text with every slot as its hypothesis says,
 * also / further put right, footnotes numbered anew; masthead from templates/en/draft.xml. Caller
 * frees with ph_document_free. PH_NOTHING when the pattern has no base, PH_FORMAT when a template
 * is wrong. */
enum ph_status ph_draft(const struct ph_pattern *pattern, const struct ph_lexicon *lexicon,
                        struct ph_document **draft, struct ph_error *error);

/* The letter that asks for the item (rule 14), with the explanatory memorandum as annex I
 * (rule 20) and the draft as annex II: templates/en/memorandum.xml filled with what the series and
 * `sources` (the documents it was learned from, a letter among them) say and know, each sentence
 * with its source. Caller frees. */
enum ph_status ph_memorandum(const struct ph_pattern *pattern, const struct ph_document *draft,
                             const struct ph_document *const *sources, size_t count,
                             const struct ph_lexicon *lexicon, struct ph_document **memorandum,
                             struct ph_error *error);

#endif
