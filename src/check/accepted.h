/* Findings that a person accepted, with a reason: a file beside the draft (rules/accepted.xsd). One
 * stays silent until the words change: those that the rule found, and those right around them, but
 * for the mark that ends a paragraph. */
#ifndef PH_CHECK_ACCEPTED_H
#define PH_CHECK_ACCEPTED_H

#include "base/buffer.h"
#include "doc/finding.h"

/* The most entries of a file. */
enum { PH_ACCEPTED_LIMIT = 10000 };

struct ph_accepted_entry {
    const char *rule, *words;
    const char *before, *after; /* ends and begins what is around them; NULL: anything */
    const char *at;             /* the label when it was accepted; NULL: not said */
    const char *reason;
    int line;     /* of the file */
    bool matched; /* a finding was set aside for it */
};

struct ph_accepted {
    struct ph_arena *arena;
    struct ph_accepted_entry *entries;
    size_t count, capacity;
};

/* Where the file of a draft is: its own name with ".accepted.xml" behind it. Caller frees. */
char *ph_accepted_path(const char *draft);
/* Whether a path is of such a file. */
bool ph_accepted_is(const char *path);

/* Reads the bytes of such a file, which messages call `name`. PH_FORMAT with file, line and element
 * where it is not what the schema says, PH_LIMIT beyond the limit. Free with ph_accepted_free. */
enum ph_status ph_accepted_parse(const char *name, const struct ph_buffer *bytes,
                                 struct ph_accepted **accepted, struct ph_error *error);
void ph_accepted_free(struct ph_accepted *accepted); /* NULL is allowed */

/* Sets aside the findings for which there is an entry. */
void ph_accepted_apply(struct ph_accepted *accepted, struct ph_findings *findings);

/* Appends the bytes of the file with an entry for each finding that is chosen (one truth for each);
 * what else is in it stays. Without a file (no bytes) the one that templates/en/accepted.xml
 * begins. The reason is text of one character at least. PH_FORMAT where the file cannot take
 * them. */
enum ph_status ph_accepted_write(const char *name, const struct ph_buffer *bytes,
                                 const struct ph_findings *findings, const bool *chosen,
                                 const char *reason, struct ph_buffer *out, struct ph_error *error);

#endif
