/* Words looked for in an archive: one row for each wording that holds them, with who used it. */
#ifndef PH_ARCHIVE_SEARCH_H
#define PH_ARCHIVE_SEARCH_H

#include <stdbool.h>

#include "archive/store.h"
#include "archive/wanted.h"
#include "base/memory.h"

/* What is asked. Texts are valid UTF-8; "" and 0: anything. */
struct ph_search {
    const struct ph_lexicon *lexicon; /* whose ordinals are read */
    const char *words;                /* as archive/wanted.h reads them */
    int from, to;                     /* sessions */
    const char *part;                 /* "preambular" or "operative" */
    const char *opening;              /* the paragraph's opening phrase, without also and further */
    const char *symbol;               /* of the resolution, or its number, as a pattern with * */
    const char *title;                /* words that stand in its title, case apart */
    int limit;                        /* rows, from 1 */
};

enum { PH_SEARCH_USES = 12 }; /* as many uses stand in a row; the others are counted */

/* More words than any paragraph has: as many may be asked for; and as many bytes in a pattern. Who
 * asks for more would wait for minutes. */
enum { PH_SEARCH_WORDS = 500, PH_SEARCH_PATTERN = 1000 };

/* Of words that stand in more wordings than that, the most used are chosen from the first so many:
 * a common word in a large archive would cost more than anybody waits for. */
enum { PH_SEARCH_RANKED = 20000 };

struct ph_search_use {
    const char *resolution; /* "73/331"; of what has no number the file's name */
    const char *label;      /* "OP8" */
    int session;            /* 0: unknown */
};

struct ph_search_row {
    const char *text; /* as the last use has it: numbers differ from use to use */
    size_t from, to;  /* the words in it, or the stretch that has most of them */
    enum ph_found match;
    int64_t uses;    /* paragraphs with this wording */
    int first, last; /* sessions; 0: unknown */
    struct ph_search_use earliest;
    struct ph_search_use *latest; /* the last ones, the last first */
    size_t latest_count;
};

struct ph_search_result {
    const char *words;
    struct ph_search_row *rows; /* words in their order first, then those that come nearest; of
                                   alike ones those used most */
    size_t count;
    bool more; /* than the limit */
};

/* Numbers and ordinals of sessions in `words` must be those of a paragraph that is found, unless it
 * is only near. Everything found lives in `arena`. PH_USAGE: there is no word in `words`, or too
 * much in it or in `symbol`;
 * PH_NOTHING: nothing was found; PH_FORMAT: the archive is damaged. */
enum ph_status ph_archive_search(struct ph_store *store, const struct ph_search *search,
                                 struct ph_arena *arena, struct ph_search_result *result,
                                 struct ph_error *error);

#endif
