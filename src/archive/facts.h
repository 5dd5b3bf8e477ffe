/* What an archive holds, and whether it is whole. */
#ifndef PH_ARCHIVE_FACTS_H
#define PH_ARCHIVE_FACTS_H

#include "archive/store.h"
#include "base/memory.h"

struct ph_archive_problem {
    const char *path, *problem;
};

struct ph_archive_facts {
    int64_t documents, paragraphs, wordings, files;
    int64_t first, last;                 /* sessions; 0: none is known */
    int64_t size;                        /* of the archive, in bytes */
    struct ph_archive_problem *problems; /* files of which there is something to say, by path */
    size_t problem_count;
};

/* The texts live in `arena`. PH_FORMAT: the archive is damaged. */
enum ph_status ph_archive_facts(struct ph_store *store, struct ph_arena *arena,
                                struct ph_archive_facts *facts, struct ph_error *error);

/* Reads the whole file: that its pages are whole, that what refers to something finds it, that the
 * index of the words agrees with the words, and that each count is right. PH_FORMAT: the first
 * thing that is not. */
enum ph_status ph_archive_check(struct ph_store *store, struct ph_error *error);

#endif
