/* Dates of the form D Month YYYY are read and written, the calendar is kept, and a day falls into
 * the session that sat on it. */
#include <criterion/criterion.h>
#include <string.h>

#include "un/date.h"
#include "with_lexicon.h"

TestSuite(date, .init = set_up_lexicon, .fini = tear_down_lexicon);

static bool parse(const char *text, struct ph_date *date, size_t *end)
{
    return ph_date_parse(lexicon, text, strlen(text), date, end);
}

Test(date, is_read_at_the_start_of_a_text)
{
    struct ph_date date;
    size_t end;
    cr_assert(parse("2 March 2010 on cooperation", &date, &end));
    cr_expect_eq(date.year, 2010);
    cr_expect_eq(date.month, 3);
    cr_expect_eq(date.day, 2);
    cr_expect_eq(end, 12u);
    cr_assert(parse("13\xC2\xA0"
                    "December\n2010",
                    &date, &end),
              "no-break space, end of a line");
    cr_expect_eq(date.month, 12);
    cr_expect_eq(date.day, 13);
    cr_assert(parse("29 February 2012", &date, NULL), "a leap year");
}

Test(date, what_the_calendar_lacks_is_none)
{
    static const char *const none[] = {"",
                                       "31 April 2010",
                                       "29 February 2011",
                                       "29 February 1900",
                                       "0 March 2010",
                                       "March 2010",
                                       "2 Marchs 2010",
                                       "2 march 2010",
                                       "2March 2010",
                                       "2 March",
                                       "2 March 10",
                                       "2 March 20101",
                                       "123 March 2010",
                                       "2nd March 2010",
                                       "32 May 2010",
                                       "2 March 0999"};
    struct ph_date date;
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        cr_expect_not(parse(none[i], &date, NULL), "%s", none[i]);
}

Test(date, is_written_and_read_back)
{
    char text[32], iso[32];
    for (int month = 1; month <= 12; month++) {
        struct ph_date date = {2019, month, 25}, again;
        size_t end;
        cr_assert(parse(ph_date_text(lexicon, date, text, sizeof text), &again, &end), "%s", text);
        cr_expect_eq(ph_date_compare(date, again), 0);
        cr_assert(ph_date_parse_iso(ph_date_iso(date, iso, sizeof iso), &again), "%s", iso);
        cr_expect_eq(ph_date_compare(date, again), 0);
    }
    struct ph_date date = {2010, 3, 2};
    cr_expect_str_eq(ph_date_text(lexicon, date, text, sizeof text), "2 March 2010");
    cr_expect_str_eq(ph_date_iso(date, iso, sizeof iso), "2010-03-02");
    cr_expect_str_eq(ph_month(lexicon, 9), "September");
    cr_expect_str_eq(ph_month(lexicon, 13), "");
    cr_expect_str_eq(ph_month(NULL, 9), "");
    cr_expect_not(ph_date_parse(NULL, "2 March 2010", 12, &date, NULL), "no words");
}

Test(date, iso_form_is_strict)
{
    static const char *const none[] = {"",           "2010",       "2010-3-02",  "2010-03-2",
                                       "2010-02-30", "2010/03/02", "2010-03-02T"};
    struct ph_date date;
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        cr_expect_not(ph_date_parse_iso(none[i], &date), "%s", none[i]);
}

Test(date, order_and_weekdays)
{
    struct ph_date a = {2010, 3, 2}, b = {2010, 12, 13}, c = {2012, 1, 1};
    cr_expect_lt(ph_date_compare(a, b), 0);
    cr_expect_gt(ph_date_compare(c, b), 0);
    cr_expect_eq(ph_date_weekday(a), 2, "a Tuesday");
    cr_expect_eq(ph_date_weekday((struct ph_date){2000, 1, 1}), 6, "a Saturday");
    cr_expect_eq(ph_date_weekday((struct ph_date){2024, 2, 29}), 4, "a Thursday");
}

Test(date, a_day_falls_into_a_session)
{
    /* dates of adoption of resolutions with that session in their number, and opening days */
    static const struct {
        struct ph_date date;
        int session;
    } cases[] = {
        {{1946, 1, 24}, 1},  {{1946, 12, 14}, 1},  {{1976, 12, 22}, 31}, {{2000, 9, 8}, 55},
        {{2005, 9, 12}, 59}, {{2005, 9, 16}, 60},  {{2007, 9, 13}, 61},  {{2010, 3, 2}, 64},
        {{2010, 9, 13}, 64}, {{2010, 12, 13}, 65}, {{2012, 9, 17}, 66},  {{2012, 9, 24}, 67},
        {{2019, 7, 25}, 73}, {{2019, 9, 16}, 73},  {{2019, 9, 17}, 74},  {{2020, 9, 11}, 74},
        {{2023, 9, 1}, 77},  {{2023, 9, 5}, 78},   {{2024, 9, 6}, 78},   {{2024, 9, 10}, 79},
        {{0, 0, 0}, 0},      {{1945, 10, 24}, 0}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_expect_eq(ph_session_of(cases[i].date), cases[i].session, "%d-%d-%d: %d",
                     cases[i].date.year, cases[i].date.month, cases[i].date.day,
                     ph_session_of(cases[i].date));
    cr_expect_eq(ph_session_year(75), 2020);
}
