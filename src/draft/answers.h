/* Answers: what a person knows and a document asks for (draft/asked.h), from a file or from the
 * command line. A file is UTF-8, one fact a line:
 *
 *   # what follows a number sign at the start of a line is no fact
 *   agenda-item = 128 (t)
 *   report-symbol = A/75/328
 *   report-symbol.2 = A/75/339
 *
 * Where a document asks for different things under one name, the second is called name.2, and so
 * on (draft/places.h). White space around and inside of a value is folded. */
#ifndef PH_DRAFT_ANSWERS_H
#define PH_DRAFT_ANSWERS_H

#include <stdbool.h>
#include <stddef.h>

#include "base/status.h"
#include "draft/asked.h"

/* The largest file of facts, the longest value and the most facts that are taken. */
enum { PH_FACTS_FILE = 1 << 20, PH_FACT_LENGTH = 8192, PH_FACTS = 1000 };

struct ph_answer {
    char *name;  /* "report-symbol.2" */
    char *value; /* "": nothing stands in the place */
    char *where; /* "--set", "FILE:LINE" */
    int line;    /* of the file; 0: from the command line */
    const struct ph_asked *asked;
    bool placed; /* a place that asks for it was filled */
};

struct ph_answers {
    struct ph_asked_list *asked;
    struct ph_answer *items;
    size_t count, capacity;
};

void ph_answers_free(struct ph_answers *answers); /* leaves them empty, ready to be used anew */

/* Adds the facts of a file ("-": standard input). PH_IO, PH_LIMIT; PH_FORMAT, with file and line,
 * when it is no text, a line is no fact, a name is unknown or stands twice. */
enum ph_status ph_answers_read(struct ph_answers *answers, const char *path,
                               struct ph_error *error);

/* The same of bytes; `name` is what messages call the file. */
enum ph_status ph_answers_parse(struct ph_answers *answers, const char *name, const char *bytes,
                                size_t length, struct ph_error *error);

/* Adds "name=value" from the command line: it stands instead of what the file says, whichever was
 * read first. PH_USAGE when it is no fact, the name is unknown or was set before. */
enum ph_status ph_answers_set(struct ph_answers *answers, const char *fact, struct ph_error *error);

/* No place was filled yet. */
void ph_answers_forget(struct ph_answers *answers);

/* The answer of that name, NULL: none. */
struct ph_answer *ph_answers_find(const struct ph_answers *answers, const char *name);

/* The status of an error about an answer: PH_USAGE from the command line, PH_FORMAT from a file. */
enum ph_status ph_answer_status(const struct ph_answer *answer);

#endif
