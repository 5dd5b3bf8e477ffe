/* Lists of cited resolutions are read with each its date, also where several share one; what other
 * organs adopted is left alone; and lists are written in the house form. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "un/citation.h"
#include "with_lexicon.h"

TestSuite(citation, .init = set_up_lexicon, .fini = tear_down_lexicon);

/* "64/256 2010-03-02; 65/122 2010-12-13" */
static char *listed(const struct ph_citation *list, size_t count)
{
    struct ph_buffer out = {0};
    char iso[16];
    for (size_t i = 0; i < count; i++)
        ph_buffer_printf(&out, "%s%s %s", i ? "; " : "", list[i].number,
                         list[i].date.day ? ph_date_iso(list[i].date, iso, sizeof iso) : "-");
    return ph_buffer_take(&out);
}

static void expect_list(const char *text, const char *expected, const char *rest)
{
    struct ph_citation *list;
    size_t end = 0, count = ph_citations_parse(lexicon, text, strlen(text), &list, &end);
    char *found = listed(list, count);
    cr_expect_str_eq(found, expected, "%s: %s", text, found);
    if (count)
        cr_expect_str_eq(text + end, rest, "%s: rest '%s'", text, text + end);
    free(found);
    free(list);
}

Test(citation, each_has_its_date)
{
    expect_list(
        "64/256 of 2 March 2010, 65/122 of 13 December 2010 and 67/6 of 19 November 2012 on",
        "64/256 2010-03-02; 65/122 2010-12-13; 67/6 2012-11-19", " on");
    expect_list("59/50 of 2 December 2004, in which", "59/50 2004-12-02", ", in which");
    expect_list("60/1, entitled", "60/1 -", ", entitled");
    expect_list("46/182 of 19 December 1991, and other relevant", "46/182 1991-12-19",
                ", and other relevant");
    expect_list("64/10\xC2\xA0of\xC2\xA0"
                "5\xC2\xA0"
                "November\xC2\xA0"
                "2009",
                "64/10 2009-11-05", "");
}

Test(citation, dates_are_shared)
{
    expect_list("62/225 and 62/226 of 19 December 2007", "62/225 2007-12-19; 62/226 2007-12-19",
                "");
    expect_list("48/141 of 20 December 1993, 49/60 and 49/61, both of 9 December 1994, and",
                "48/141 1993-12-20; 49/60 1994-12-09; 49/61 1994-12-09", ", and");
    expect_list("71/1, 71/2 and 71/3, all of 5 December 2016", /* all that had none */
                "71/1 2016-12-05; 71/2 2016-12-05; 71/3 2016-12-05", "");
    expect_list("41/213, 42/211 and 45/248 of 21 December 1990", /* not to other sessions */
                "41/213 -; 42/211 -; 45/248 1990-12-21", "");
    expect_list("69/96 A and B of 5 December 2014", "69/96 A 2014-12-05; 69/96 B 2014-12-05", "");
    expect_list("69/96 A, B and C of 5 December 2014",
                "69/96 A 2014-12-05; 69/96 B 2014-12-05; 69/96 C 2014-12-05", "");
}

Test(citation, old_and_special_numbers)
{
    expect_list("3201 (S-VI) and 3202 (S-VI) of 1 May 1974",
                "3201 (S-VI) 1974-05-01; 3202 (S-VI) 1974-05-01", "");
    expect_list("2200 A (XXI), annex", "2200 A (XXI) -", ", annex");
    expect_list("2625\xC2\xA0(XXV) of 24 October 1970", "2625 (XXV) 1970-10-24", "");
    expect_list("S-30/1 of 19 April 2016", "S-30/1 2016-04-19", "");
    expect_list("ES-11/1 of 2 March 2022 and ES-11/2 of 24 March 2022",
                "ES-11/1 2022-03-02; ES-11/2 2022-03-24", "");
}

Test(citation, what_other_organs_adopted_is_not_read)
{
    expect_list("1631 (2005) of 17 October 2005", "", "");
    expect_list("2005/30 of 25 July 2005", "", "");
    expect_list("16/18 of 24 March 2011", "", "");
    expect_list("48/5 of 8 October 2021", "", "");
    expect_list("64/256/Add.1", "", "");
    expect_list("the report", "", "");
    expect_list("", "", "");
    expect_list("60/1 of 16 September 2005 and 5/1 of 18 June 2007", "60/1 2005-09-16",
                " and 5/1 of 18 June 2007");
}

Test(citation, places_cover_the_date)
{
    const char *text = "64/256 of 2 March 2010 and 65/122 of 13 December 2010";
    struct ph_citation *list;
    size_t end, count = ph_citations_parse(lexicon, text, strlen(text), &list, &end);
    cr_assert_eq(count, 2u);
    cr_expect_eq(list[0].from, 0u);
    cr_expect_eq(list[0].to, 22u);
    cr_expect_eq(list[1].from, 27u);
    cr_expect_eq(list[1].to, strlen(text));
    cr_expect_eq(list[0].session, 64);
    cr_expect_eq(list[0].serial, 256);
    free(list);
}

static void expect_found(const char *text, const char *expected)
{
    struct ph_citation *list;
    size_t count = ph_citations_find(lexicon, text, strlen(text), &list);
    char *found = listed(list, count);
    cr_expect_str_eq(found, expected, "%s: %s", text, found);
    for (size_t i = 0; i < count; i++)
        cr_expect(list[i].from < list[i].to && list[i].to <= strlen(text));
    free(found);
    free(list);
}

Test(citation, lists_are_found_in_text)
{
    expect_found(
        "Recalling its resolution 59/50 of 2 December 2004 and Security Council resolution "
        "1631 (2005) of 17 October 2005, as well as 65/122 of 13 December 2010,",
        "59/50 2004-12-02; 65/122 2010-12-13");
    expect_found("General Assembly resolutions 71/1 and 71/2, and 24/7 help", "71/1 -; 71/2 -");
    expect_found("Human Rights Council resolution 37/12 of 22 March 2018", "");
    expect_found("Commission on Narcotic Drugs resolutions 56/10 and 57/3", "");
    expect_found("United Nations Environment Assembly resolution 41/5", "");
    expect_found("its decisions 74/549 of 13 April 2020 and 75/575 of 29 July 2021", "");
    expect_found("the Economic and Social Council, recalling Assembly resolution 61/16", "61/16 -");
    expect_found("the Human Rights Council and its resolution 72/12", "72/12 -");
    expect_found("Resolution 49/57, annex.", "49/57 -");
    expect_found("no number", "");
}

static void expect_written(const char *text, const char *expected)
{
    struct ph_citation *list;
    size_t end, count = ph_citations_parse(lexicon, text, strlen(text), &list, &end);
    struct ph_buffer out = {0};
    ph_citations_write(lexicon, list, count, &out);
    cr_expect_str_eq(ph_buffer_text(&out), expected);
    ph_buffer_free(&out);
    free(list);
}

Test(citation, the_house_form)
{
    static const char *const kept[] = {
        "64/256 of 2 March 2010",
        "64/256 of 2 March 2010 and 65/122 of 13 December 2010",
        "64/256 of 2 March 2010, 65/122 of 13 December 2010 and 67/6 of 19 November 2012",
        "62/225 and 62/226 of 19 December 2007",
        "62/225, 62/226 and 62/227 of 19 December 2007",
        "48/141 of 20 December 1993, 49/60 and 49/61, both of 9 December 1994",
        "49/60 and 49/61, both of 9 December 1994, and 50/6 of 24 October 1995",
        "60/1 and 61/16"};
    for (size_t i = 0; i < sizeof kept / sizeof *kept; i++)
        expect_written(kept[i], kept[i]);
    expect_written("62/225 of 19 December 2007 and 62/226 of 19 December 2007",
                   "62/225 and 62/226 of 19 December 2007");
}

Test(citation, long_lists_take_linear_time, .timeout = 20)
{
    struct ph_buffer text = {0};
    for (int i = 0; i < 400000; i++)
        ph_buffer_put(&text, "64/1, ");
    struct ph_citation *list;
    cr_expect_eq(ph_citations_find(lexicon, text.data, text.length, &list), 0u,
                 "no date, not named");
    free(list);
    ph_buffer_free(&text);
}
