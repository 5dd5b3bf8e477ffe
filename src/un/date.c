#include "un/date.h"

#include <stdio.h>
#include <string.h>

#include "un/words.h"

enum { FIRST_YEAR = 1800, LAST_YEAR = 2999 };

const char *ph_month(const struct ph_lexicon *lexicon, int month)
{
    return month >= 1 && month <= PH_MONTHS ? ph_lexicon_words(lexicon)->months[month - 1] : "";
}

static bool is_leap(int year)
{
    return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
}

bool ph_date_valid(struct ph_date date)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    if (date.year < FIRST_YEAR || date.year > LAST_YEAR || date.month < 1 || date.month > 12)
        return false;
    int last = days[date.month - 1] + (date.month == 2 && is_leap(date.year));
    return date.day >= 1 && date.day <= last;
}

/* Reads `least` to `most` digits and moves *at behind them; -1 when they are not there. */
static int digits(const char *text, size_t length, size_t *at, size_t least, size_t most)
{
    int n = 0;
    size_t i = *at;
    while (i < length && text[i] >= '0' && text[i] <= '9') {
        if (i - *at == most)
            return -1;
        n = n * 10 + text[i++] - '0';
    }
    if (i - *at < least)
        return -1;
    *at = i;
    return n;
}

static bool skip_space(const char *text, size_t length, size_t *at)
{
    size_t from = *at;
    for (; *at < length; ++*at) {
        if (*at + 1 < length && !memcmp(text + *at, "\xC2\xA0", 2))
            ++*at;
        else if (!memchr(" \t\n", text[*at], 3))
            break;
    }
    return *at > from;
}

static int month_at(const struct ph_lexicon *lexicon, const char *text, size_t length, size_t *at)
{
    const char *const *months = ph_lexicon_words(lexicon)->months;
    for (int i = 0; i < PH_MONTHS && *at < length; i++) {
        if (text[*at] != months[i][0])
            continue;
        size_t n = strlen(months[i]);
        if (n && length - *at >= n && !memcmp(text + *at, months[i], n)) {
            *at += n;
            return i + 1;
        }
    }
    return 0;
}

bool ph_date_parse(const struct ph_lexicon *lexicon, const char *text, size_t length,
                   struct ph_date *date, size_t *end)
{
    size_t at = 0;
    struct ph_date found = {0};
    found.day = digits(text, length, &at, 1, 2);
    if (found.day < 0 || !skip_space(text, length, &at))
        return false;
    found.month = month_at(lexicon, text, length, &at);
    if (!found.month || !skip_space(text, length, &at))
        return false;
    found.year = digits(text, length, &at, 4, 4);
    if (!ph_date_valid(found))
        return false;
    *date = found;
    if (end)
        *end = at;
    return true;
}

bool ph_date_parse_iso(const char *text, struct ph_date *date)
{
    size_t length = strlen(text), at = 0;
    struct ph_date found = {0};
    found.year = digits(text, length, &at, 4, 4);
    if (found.year < 0 || text[at++] != '-')
        return false;
    found.month = digits(text, length, &at, 2, 2);
    if (found.month < 0 || text[at++] != '-')
        return false;
    found.day = digits(text, length, &at, 2, 2);
    if (text[at] || !ph_date_valid(found))
        return false;
    *date = found;
    return true;
}

const char *ph_date_text(const struct ph_lexicon *lexicon, struct ph_date date, char *out,
                         size_t size)
{
    snprintf(out, size, "%d %s %d", date.day, ph_month(lexicon, date.month), date.year);
    return out;
}

const char *ph_date_iso(struct ph_date date, char *out, size_t size)
{
    snprintf(out, size, "%04d-%02d-%02d", date.year, date.month, date.day);
    return out;
}

int ph_date_compare(struct ph_date a, struct ph_date b)
{
    if (a.year != b.year)
        return a.year < b.year ? -1 : 1;
    if (a.month != b.month)
        return a.month < b.month ? -1 : 1;
    return (a.day > b.day) - (a.day < b.day);
}

int ph_date_weekday(struct ph_date date)
{
    /* January and February are counted as the 13th and 14th month of the year before, so that
     * the leap day comes last (Zeller's congruence). */
    int month = date.month < 3 ? date.month + 12 : date.month;
    int year = date.month < 3 ? date.year - 1 : date.year;
    int saturday_first =
        (date.day + 13 * (month + 1) / 5 + year + year / 4 - year / 100 + year / 400) % 7;
    return (saturday_first + 6) % 7;
}

int ph_session_year(int session)
{
    return 1945 + session;
}

/* The day of September on which the session of that year opens: a Tuesday. */
static int opening_day(int year)
{
    enum { TUESDAY = 2, SATURDAY = 6 };
    struct ph_date first = {year, 9, 1};
    int weekday = ph_date_weekday(first);
    int tuesday = 1 + (TUESDAY - weekday + 7) % 7; /* the first in the month */
    if (year < 2000)
        return tuesday + 14;
    /* later rules count weeks from the first one with a working day in it */
    int first_week = weekday > TUESDAY && weekday < SATURDAY ? tuesday - 7 : tuesday;
    return first_week + (year >= 2003 && year <= 2022 ? 14 : 7);
}

int ph_session_of(struct ph_date date)
{
    if (!ph_date_valid(date) || date.year < 1946)
        return 0;
    bool opened = date.month > 9 || (date.month == 9 && date.day >= opening_day(date.year));
    int session = date.year - 1945 - !opened;
    return session ? session : 1; /* the first session met from January 1946 on */
}
