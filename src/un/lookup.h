/* What is known of resolutions to whoever keeps many of them (archive/lookup.h), as far as somebody
 * asks who does not (check/check.h). */
#ifndef PH_UN_LOOKUP_H
#define PH_UN_LOOKUP_H

#include <stdbool.h>

#include "base/memory.h"
#include "base/status.h"
#include "un/date.h"

struct ph_lookup_resolution {
    bool here;         /* its text is there */
    const char *title; /* ""; it is not */
    struct ph_date
        adopted;       /* of one that is not there as most who cite it date it; year 0: unknown */
    int agree, others; /* how many resolutions cite it with the date that most give, and with
                          another */
    int held, highest; /* of its session: how many resolutions are there, up to which number */
};

struct ph_lookup_paragraph {
    const char *label; /* "OP8 (a)" */
    const char *part;  /* "preambular", "operative", else the kind of the node */
    const char *text;
};

/* Both: what is found lives in `arena`; what is not there is no error. */
struct ph_lookup {
    void *context;
    /* `number`: "64/256"; what `own` cites ("": nobody's) does not count. */
    enum ph_status (*resolution)(void *context, struct ph_arena *arena, const char *own,
                                 const char *number, struct ph_lookup_resolution *found,
                                 struct ph_error *error);
    /* The paragraphs of a resolution, in order. */
    enum ph_status (*paragraphs)(void *context, struct ph_arena *arena, const char *number,
                                 struct ph_lookup_paragraph **list, size_t *count,
                                 struct ph_error *error);
};

#endif
