/* What check says about departures from a series (rules/en/series.xml), and about what an archive
 * knows better (rules/en/archive.xml). */
#ifndef PH_CHECK_MESSAGES_H
#define PH_CHECK_MESSAGES_H

#include "base/regex.h"
#include "doc/finding.h"
#include "rules/functions.h"

struct ph_messages {
    const char *file; /* "rules/en/series.xml" */
    xmlDoc *doc;
    struct ph_xpath_world world;
    xmlXPathContext *context; /* the variables of the next message: ph_xpath_set_text */
};

/* Loads the messages of a data file of the program. Free with ph_messages_free; also after an
 * error.
 */
enum ph_status ph_messages_load(struct ph_messages *messages, const char *file,
                                const struct ph_lexicon *lexicon, struct ph_error *error);
void ph_messages_free(struct ph_messages *messages);

/* The pattern of that name, <pattern name="...">, with what the lexicon defines filled in; the
 * caller frees (ph_regex_free). PH_FORMAT when there is none, or it is wrong. */
enum ph_status ph_messages_pattern(const struct ph_messages *messages, const char *name,
                                   struct ph_regex **regex, struct ph_error *error);

/* Adds the finding of that id at bytes [from, to) of a node, its message and fix filled with the
 * variables that were set, unless its <when> does not hold. PH_FORMAT when the file has no such
 * finding or an expression in it is wrong. */
enum ph_status ph_messages_say(struct ph_messages *messages, const char *id,
                               const struct ph_node *node, size_t from, size_t to,
                               struct ph_findings *findings, struct ph_error *error);

#endif
