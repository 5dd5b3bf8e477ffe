/* Words looked for in an archive: one row for each wording that holds them, with who used it. */
#ifndef PH_ARCHIVE_SEARCH_H
#define PH_ARCHIVE_SEARCH_H

#include <stdbool.h>

#include "archive/store.h"
#include "base/memory.h"

/* What is asked. Texts are valid UTF-8; "" and 0: anything. */
struct ph_search {
    const char *words;
    bool exact;          /* only wordings that hold the words in their order; else those that hold
                            most of them close together come behind */
    int from, to;        /* sessions */
    const char *label;   /* of the paragraph, as a pattern with *: "OP*" */
    const char *opening; /* the paragraph's opening phrase, without also and further */
    const char *symbol;  /* of the resolution, or its number, as a pattern with * */
    const char *title;   /* words that stand in its title, case apart */
    int limit;           /* rows, from 1 */
};

enum { PH_SEARCH_USES = 12 }; /* as many uses stand in a row; the others are counted */

struct ph_search_use {
    const char *resolution; /* "73/331"; of what has no number the file's name */
    const char *label;      /* "OP8" */
    int session;            /* 0: unknown */
};

struct ph_search_row {
    const char *text; /* as the last use has it: numbers differ from use to use */
    size_t from, to;  /* the words in it, or the stretch that has most of them */
    bool exact;       /* they stand there in their order */
    int64_t uses;     /* paragraphs with this wording */
    int first, last;  /* sessions; 0: unknown */
    struct ph_search_use earliest;
    struct ph_search_use *latest; /* the last ones, the last first */
    size_t latest_count;
};

struct ph_search_result {
    const char *words;
    struct ph_search_row
        *rows; /* exact ones first, those used most first; then the nearest first */
    size_t count;
    bool more; /* than the limit */
};

/* Numbers and ordinals of sessions in `words` must be those of a paragraph that is found by its
 * exact words. Everything found lives in `arena`. PH_USAGE: there is no word in `words`;
 * PH_NOTHING: nothing was found; PH_FORMAT: the archive is damaged. */
enum ph_status ph_archive_search(struct ph_store *store, const struct ph_search *search,
                                 struct ph_arena *arena, struct ph_search_result *result,
                                 struct ph_error *error);

#endif
