/* The rows of a table of terms, a <terms> of a rule, as its file says them:
 *
 *   <term words="Turkey" instead="Türkiye" since="2022-06-01"/>
 *   more then = more than
 *   Addis Ababa Action Agenda
 *
 * A long table is one of lines, which cost a small part of so many elements: the words, and behind
 * an equals sign between spaces what they become. White space around a line is no part of it. */
#ifndef PH_RULES_ROWS_H
#define PH_RULES_ROWS_H

#include <libxml/tree.h>
#include <stdbool.h>
#include <stddef.h>

/* Bytes of the tree, which are not NUL-terminated; of what is not said "" and 0. */
struct ph_row {
    const char *words, *instead, *since;
    size_t words_length, instead_length, since_length;
};

/* Where the next row is: see ph_rows_of. */
struct ph_rows {
    const xmlNode *node;
    const char *line; /* of its text; NULL: its first */
};

/* Those of a <terms>. */
struct ph_rows ph_rows_of(const xmlNode *element);

/* false: there is none. */
bool ph_rows_next(struct ph_rows *rows, struct ph_row *row);

/* The line of the file with the first row of a <terms> that starts with no letter or digit and so
 * would never stand anywhere; 0: none. (The schema says it of elements.) */
int ph_rows_wrong(const xmlNode *element);

#endif
