/* Dates "D Month YYYY" (UN-FORMAT rule 91) and the sessions of the General Assembly that they
 * fall into: regular session n opens in September of 1945+n and runs to the next (section B). */
#ifndef PH_UN_DATE_H
#define PH_UN_DATE_H

#include <stdbool.h>
#include <stddef.h>

struct ph_lexicon;

struct ph_date {
    int year, month, day; /* 1945..., 1..12, 1..31; all 0: no date */
};

/* Reads "2 March 2010" (no-break spaces allowed) at the start of `text`; false when there is
 * none or the calendar has no such day. *end is the offset behind it (NULL is allowed). The names
 * of months are the lexicon's: without one (NULL) there are none. */
bool ph_date_parse(const struct ph_lexicon *lexicon, const char *text, size_t length,
                   struct ph_date *date, size_t *end);
bool ph_date_parse_iso(const char *text, struct ph_date *date); /* "2010-03-02" */

const char *ph_date_text(const struct ph_lexicon *lexicon, struct ph_date date, char *out,
                         size_t size);                                /* "2 March 2010" */
const char *ph_date_iso(struct ph_date date, char *out, size_t size); /* "2010-03-02" */

int ph_date_compare(struct ph_date a, struct ph_date b); /* below, at or above 0 */
int ph_date_weekday(struct ph_date date);                /* 0 Sunday ... 6 Saturday */
bool ph_date_valid(struct ph_date date);

/* The name of a month, 1 to 12. */
const char *ph_month(const struct ph_lexicon *lexicon, int month);

/* The year in which regular session n opens, 1945 + n (session 75: 2020). */
int ph_session_year(int session);

/* The regular session that sits on that day (1 or more), 0 when the date is none. A session opens
 * on a Tuesday of September (rule 1 of the rules of procedure as it stood): the third of the month
 * before 2000; since then, counting from the first week with a working day in September, that of
 * the third week (2003 to 2022) or of the second. The days before it belong to the session that
 * opened the year before: 66/297 is of 17 September 2012. */
int ph_session_of(struct ph_date date);

#endif
