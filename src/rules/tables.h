/* Tables of a rule: what is known of each of some words, a year, a place, a number.
 *
 *   <table name="held">
 *     Millennium Summit = 2000
 *     World Summit on Sustainable Development = 2002
 *   </table>
 *   <match pattern="(?<name>{held}), held .* in (?<year>\d{4})"/>
 *   <let name="due" select="ph:row($held, $name)"/>
 *
 * Where a pattern has the name of a table in braces any of its keys may stand. The table itself is
 * a variable that only ph:row reads: "|Millennium Summit=2000|...|". Rows are those of rows.h. */
#ifndef PH_RULES_TABLES_H
#define PH_RULES_TABLES_H

#include <libxml/tree.h>

#include "base/status.h"
#include "rules/functions.h"

/* The most bytes of a table, with a sign for each row and value; and of a pattern with its tables,
 * before it is looked at. */
enum { PH_TABLE = PH_XPATH_EXPRESSION - 2, PH_UNFOLDED = 1 << 18 };

/* Makes each <table> of a rule a <let>, and puts the keys of tables, the longest first, into its
 * patterns. PH_FORMAT, with file and line: a row without a value, with a sign that means something
 * here ("|", a second "="), or with both sorts of straight quotation marks; PH_LIMIT: too long. */
enum ph_status ph_tables_unfold(xmlNode *rule, const char *file, struct ph_error *error);

/* The value of a key in a table that was unfolded, of *length bytes; NULL: it has none. */
const char *ph_table_row(const char *table, const char *key, size_t *length);

#endif
