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
    struct ph_labels *labels;   /* of `draft`, the series' own next document */
    struct ph_messages messages;
    struct ph_findings *findings;
    int looks;   /* how often words were looked for in the members */
    int changes; /* how many were looked at */
    struct ph_error *error;
    enum ph_status status; /* the first that was not PH_OK */
};

/* Which node of a document a label means. Free with ph_labels_free. ph_labels_find: NULL when no
 * node has it; `label` may be NULL. */
struct ph_labels *ph_labels_of(const struct ph_node *root);
const struct ph_node *ph_labels_find(const struct ph_labels *labels, const char *label);
void ph_labels_free(struct ph_labels *labels);

/* Whether the text is for the session of the series' own next document: then what that has for a
 * number or a date is due. */
bool ph_series_is_next(const struct ph_series_check *check);
/* The member that came last before the text; NULL: none that has a number. */
const struct ph_member *ph_series_last_member(const struct ph_series_check *check);
/* Whether a document cites a resolution anywhere. */
bool ph_series_cites(const struct ph_node *root, const char *number);
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
/* Bytes [from, to) of a text, when they were in a member before the last one and not in that: says
 * so, and returns true. */
bool ph_series_say_again(struct ph_series_check *check, const struct ph_node *node, size_t from,
                         size_t to);
/* What became of the words of a paragraph: `marked` holds those of the series' own next document,
 * `old`, in the paragraph `draft` of it (NULL: not known), and those of `node`. */
void ph_series_check_agreed(struct ph_series_check *check, const struct ph_text *marked,
                            const char *old, const struct ph_node *node,
                            const struct ph_node *draft);
/* The same of a title or a heading, which have nothing but words. */
void ph_series_check_named(struct ph_series_check *check, const struct ph_node *marked,
                           const char *old, const struct ph_node *node);
/* How long the text is beside the series' own next document. */
void ph_series_check_length(struct ph_series_check *check);

#endif
