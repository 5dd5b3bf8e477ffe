/* The file of patterns that facts are found by (templates/en/facts.xml, schema
 * templates/facts.xsd):
 *
 *   <part name="verb">...</part>          a pattern that others use as (?&verb)
 *   <fact name="observer-status" in="preambular operative" groups="resolution">...</fact>
 *
 * A fact is a pattern (PCRE2; the line breaks of the file are single spaces) and
 *   in      the kinds of nodes that it is looked for in
 *   groups  the named groups that are kept
 *   of      the documents: members (this is the default), letters, draft
 *   once    what makes two matches one fact, of which the latest document's stands: words (the
 *           default: the same words), clause (the same place in paragraphs that belong together),
 *           series (any two), or the names of groups whose words must be the same
 *   alone   yes: a paragraph in which such a fact was found gives no further one of them */
#ifndef PH_DRAFT_SEARCHES_H
#define PH_DRAFT_SEARCHES_H

#include <libxml/tree.h>
#include <stdbool.h>

#include "base/regex.h"
#include "base/status.h"

struct ph_words_list {
    char **items;
    size_t count, capacity;
};

struct ph_search {
    const char *name;
    struct ph_words_list kinds, groups, of, once;
    bool alone;
    struct ph_regex *regex;
};

struct ph_searches {
    xmlDoc *doc; /* owns the names */
    struct ph_search *items;
    size_t count, capacity;
};

/* PH_FORMAT with file and line when the file is wrong. To be freed after an error, too. */
enum ph_status ph_searches_load(struct ph_searches *searches, struct ph_error *error);
void ph_searches_free(struct ph_searches *searches);

bool ph_words_list_has(const struct ph_words_list *list, const char *word);

#endif
