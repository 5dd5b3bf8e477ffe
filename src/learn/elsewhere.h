/* What is known of resolutions that are not of the series itself: an archive's, for one. */
#ifndef PH_LEARN_ELSEWHERE_H
#define PH_LEARN_ELSEWHERE_H

#include <libxml/xpath.h>

#include "learn/pattern.h"

/* A resolution as rules see it (rules/hypothesis.h: $others). */
struct ph_elsewhere_member {
    const char *number; /* "76/204" */
    int session;
    const char *adopted; /* "2021-12-17"; "": unknown */
    const char *title;
    const char *cited_in; /* "78/12 PP3": nobody has its text, but that cites it; NULL */
    bool followed; /* by one resolution in each session that has one of the series; else what goes
                      on from it cannot be told */
};

struct ph_elsewhere {
    void *context;
    /* The resolutions of the series that `number` is of, itself among them, in order of session:
     * those of sessions before `before`. The list and its texts live in `arena`. None is no error.
     * NULL: nothing is known. */
    enum ph_status (*find)(void *context, const char *number, int before, struct ph_arena *arena,
                           struct ph_elsewhere_member **members, size_t *count,
                           struct ph_error *error);
    int before; /* nothing of this session or a later one may be used, nor of the draft's own or a
                   later one; 0: only that */
};

/* The session before which a draft of the pattern may use what is known, where `before` is given.
 */
int ph_elsewhere_before(int before, const struct ph_pattern *pattern);

/* Puts the resolutions of the series itself that are earlier than the base, and that only
 * `elsewhere` (NULL: nothing) has the texts of, among the members, without these. Errors are those
 * of its `find`. */
enum ph_status ph_elsewhere_add_members(const struct ph_elsewhere *elsewhere,
                                        struct ph_pattern *pattern, struct ph_error *error);

/* What was found of it so far, while a pattern is learned. */
struct ph_others;

/* `elsewhere` (NULL: nothing is known) and `error` must outlive it. Free with ph_others_free. */
struct ph_others *ph_others_new(const struct ph_elsewhere *elsewhere,
                                const struct ph_pattern *pattern, struct ph_error *error);
void ph_others_free(struct ph_others *others);

/* The <other> elements of the series that the resolutions in a list of citations are of, each
 * series once, into `found`. */
void ph_others_add(struct ph_others *others, const char *words, xmlNodeSet *found);

/* The first error; once there was one, nothing is found any more. */
enum ph_status ph_others_status(const struct ph_others *others);

#endif
