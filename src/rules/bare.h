/* What a check needs of the bytes of a rule file, so that libxml2 reads no more than that: most of
 * such files is examples and the lines of tables (rules/rows.h). Every line stays where it was:
 * what is said of an element names its line. */
#ifndef PH_RULES_BARE_H
#define PH_RULES_BARE_H

#include <libxml/tree.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/memory.h"

/* What was taken out of one file: the lines of its <terms>, which are valid UTF-8, and the words of
 * its <source>, bytes that most checks never show. */
struct ph_bare {
    char **lines;
    size_t count, capacity;
    char *bytes;  /* where those stand; NULL: there are none */
    char *source; /* the arena's; NULL: it stands there still */
    char *said;   /* the same as it is shown; NULL: nobody asked yet */
};

/* Adds to `out` what is left of a file's bytes without that and without the examples, which are the
 * last of a rule. `bytes` are taken over where there are lines, else changed. What is returned must
 * not outlive the arena; free with ph_bare_free. */
struct ph_bare *ph_bare_new(struct ph_buffer *bytes, struct ph_buffer *out, struct ph_arena *arena);

/* The lines that stood in a <terms>, which whoever reads them may change; NULL: none were taken out
 * of it. `bare`: NULL, of a file that was read whole. */
char *ph_bare_lines(const struct ph_bare *bare, const xmlNode *terms);

/* The words of the <source>. */
const char *ph_bare_source(struct ph_bare *bare);

/* Frees all of it; NULL is allowed. */
void ph_bare_free(struct ph_bare *bare);

#endif
