/* The resolutions that a document cites, with the dates it gives them. */
#ifndef PH_RULES_CITED_H
#define PH_RULES_CITED_H

#include "doc/node.h"
#include "un/citation.h"

/* All citations of a document that carry a date, by number. Free with ph_cited_free. */
struct ph_cited;
struct ph_cited *ph_cited_new(const struct ph_document *document);
void ph_cited_free(struct ph_cited *cited); /* NULL is allowed */

/* The date of the first citation of that number ("73/331") that carries one; all 0: none. */
struct ph_date ph_cited_date(const struct ph_cited *cited, const char *number);

#endif
