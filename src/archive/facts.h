/* What an archive holds, and whether it is whole. */
#ifndef PH_ARCHIVE_FACTS_H
#define PH_ARCHIVE_FACTS_H

#include "archive/store.h"
#include "base/memory.h"

struct ph_archive_problem {
    const char *path, *problem;
};

/* A file of a resolution that is there in several. */
struct ph_archive_duplicate {
    const char *name, *path;
    bool best; /* it gives the words; the first of its resolution */
};

struct ph_archive_facts {
    int64_t documents, paragraphs, wordings, files;
    int64_t first, last;                     /* sessions; 0: none is known */
    int64_t size;                            /* of the archive, in bytes */
    int64_t several;                         /* resolutions that are there in several files */
    int64_t doubtful;                        /* files of which there is something to say */
    struct ph_archive_duplicate *duplicates; /* the files of the first of these, by name */
    size_t duplicate_count;
    struct ph_archive_problem *problems; /* the first of those, by path */
    size_t problem_count;
};

/* `limit`: of how many resolutions in several files, and of how many files with problems, more than
 * the count is told. The texts live in `arena`. PH_FORMAT: the archive is damaged. */
enum ph_status ph_archive_facts(struct ph_store *store, int limit, struct ph_arena *arena,
                                struct ph_archive_facts *facts, struct ph_error *error);

/* Reads the whole file: that its pages are whole, that what refers to something finds it, that the
 * index of the words agrees with the words (`compared`: that could be looked at, which takes leave
 * to write), and that each count is right. PH_FORMAT: the first thing that is not; PH_IO: another
 * program writes (for longer than a minute). */
enum ph_status ph_archive_check(struct ph_store *store, bool *compared, struct ph_error *error);

#endif
