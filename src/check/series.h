/* The parts of ph_check_series. */
#ifndef PH_CHECK_SERIES_H
#define PH_CHECK_SERIES_H

#include "check/check.h"
#include "check/messages.h"
#include "un/citation.h"

/* One check against a series. */
struct ph_series_check {
    const struct ph_lexicon *lexicon;
    const struct ph_pattern *pattern;
    const struct ph_document *draft;
    const struct ph_node *text; /* the resolution or draft that is checked: a document node */
    int session;                /* its own, or that of the letter it is in; 0: unknown */
    struct ph_messages messages;
    struct ph_findings *findings;
    int looks; /* how often words were looked for in the members */
    struct ph_error *error;
    enum ph_status status; /* the first that was not PH_OK */
};

/* Adds a finding with the variables that were set; remembers the first error. */
void ph_series_say(struct ph_series_check *check, const char *id, const struct ph_node *node,
                   size_t from, size_t to);

/* Where the date of a citation stands in the text that it was found in; several may share one. */
bool ph_citation_date_place(const struct ph_lexicon *lexicon, const struct ph_text *text,
                            const struct ph_citation *citation, size_t *from, size_t *to);
/* What is cited: the last resolution of the series missing, dates that contradict the series. */
void ph_series_check_citations(struct ph_series_check *check);
/* What became of a paragraph: `marked` in the document that holds both texts, whose words in the
 * series' own next document are `old`; `node` in the text. */
void ph_series_check_wording(struct ph_series_check *check, const struct ph_node *marked,
                             const char *old, const struct ph_node *node);
/* How long the text is beside the series' own next document. */
void ph_series_check_length(struct ph_series_check *check);

#endif
