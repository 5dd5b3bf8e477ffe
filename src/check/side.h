/* The two texts of a paragraph, the series' own and the one that is checked, with the values in
 * them. */
#ifndef PH_CHECK_SIDE_H
#define PH_CHECK_SIDE_H

#include "check/series.h"

/* A text, and what in it is a value: a number, a date, a list of resolutions. */
struct ph_agreed_side {
    const char *text;
    size_t length;
    struct ph_entity *values;
    size_t count;
    struct ph_citation *citations;
    size_t citation_count;
};

/* One change: words [was, was_to) of the old text became [from, to) of the new one; either may be
 * empty. */
struct ph_agreed_change {
    size_t was, was_to, from, to;
};

/* The text must outlive the side. Free with ph_agreed_side_free. */
struct ph_agreed_side ph_agreed_side_of(const struct ph_lexicon *lexicon, const char *text,
                                        size_t length);
void ph_agreed_side_free(struct ph_agreed_side *side);

/* Sets a variable of the next message: the words, of long ones the start. */
void ph_agreed_show(const struct ph_series_check *check, const char *name, const char *text,
                    size_t length);

/* A value that another one stands in the place of: says so. Of lists of resolutions those count
 * that the old one has and the new one has not; more of them are no departure. Sessions, and dates
 * of resolutions, are compared by those who know more of them (series.c, citations.c). */
void ph_agreed_check_value(struct ph_series_check *check, const struct ph_node *node,
                           const struct ph_agreed_side *old, const struct ph_agreed_side *new,
                           const struct ph_agreed_change *change);

#endif
