/* Ordinals and cardinals are written as the United Nations writes them and read back, whatever
 * their case and hyphens, and nothing else is taken for one. */
#include <criterion/criterion.h>
#include <string.h>

#include "un/ordinal.h"
#include "with_lexicon.h"

TestSuite(ordinal, .init = set_up_lexicon, .fini = tear_down_lexicon);

static int ordinal_of(const char *text, size_t *end)
{
    *end = 0;
    return ph_ordinal_parse(lexicon, text, strlen(text), end);
}

Test(ordinal, is_written_in_words)
{
    static const struct {
        int n;
        const char *ordinal, *cardinal;
    } cases[] = {{1, "first", "one"},
                 {12, "twelfth", "twelve"},
                 {20, "twentieth", "twenty"},
                 {40, "fortieth", "forty"},
                 {64, "sixty-fourth", "sixty-four"},
                 {75, "seventy-fifth", "seventy-five"},
                 {80, "eightieth", "eighty"},
                 {100, "hundredth", "one hundred"},
                 {101, "hundred and first", "one hundred and one"},
                 {120, "hundred and twentieth", "one hundred and twenty"},
                 {234, "two hundred and thirty-fourth", "two hundred and thirty-four"}};
    char out[64];
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cr_expect_str_eq(ph_ordinal(lexicon, cases[i].n, out, sizeof out), cases[i].ordinal);
        cr_expect_str_eq(ph_cardinal(lexicon, cases[i].n, out, sizeof out), cases[i].cardinal);
    }
    cr_expect_str_eq(ph_cardinal(lexicon, 0, out, sizeof out), "zero");
    cr_expect_str_eq(ph_ordinal(NULL, 20, out, sizeof out), "", "no words");
    cr_expect_str_eq(ph_ordinal(lexicon, 0, out, sizeof out), "", "there is no such ordinal");
    cr_expect_str_eq(ph_ordinal(lexicon, 1000, out, sizeof out), "", "out of range");
    cr_expect_str_eq(ph_ordinal(lexicon, 75, out, 6), "seven", "cut, with its NUL, not overrun");
}

Test(ordinal, every_number_is_read_back)
{
    char out[64];
    for (int n = 1; n <= PH_ORDINAL_MAX; n++) {
        size_t end = 0;
        ph_ordinal(lexicon, n, out, sizeof out);
        cr_expect_eq(ph_ordinal_parse(lexicon, out, strlen(out), &end), n, "%s", out);
        cr_expect_eq(end, strlen(out), "%s", out);
        ph_cardinal(lexicon, n, out, sizeof out);
        cr_expect_eq(ph_cardinal_parse(lexicon, out, strlen(out), &end), n, "%s", out);
        cr_expect_eq(end, strlen(out), "%s", out);
    }
}

Test(ordinal, is_read_in_any_case_and_with_any_hyphen)
{
    static const struct {
        const char *text;
        int n;
        size_t end;
    } cases[] = {{"Sixty-fourth session", 64, 12},
                 {"SIXTY-FOURTH", 64, 12},
                 {"sixty fourth", 64, 12},
                 {"sixty\xE2\x80\x91"
                  "fourth",
                  64, 14},                  /* no-break hyphen */
                 {"sixty- fourth", 64, 13}, /* broken at the end of a line */
                 {"64th session", 64, 4},
                 {"1st", 1, 3},
                 {"one hundred and first session", 101, 21},
                 {"twentieth anniversary", 20, 9},
                 {"first and second sessions", 1, 5}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        size_t end;
        cr_expect_eq(ordinal_of(cases[i].text, &end), cases[i].n, "%s", cases[i].text);
        cr_expect_eq(end, cases[i].end, "%s: %zu", cases[i].text, end);
    }
}

Test(ordinal, other_words_are_none)
{
    static const char *const none[] = {"",        "sixty",     "sixty-four", "firstly", "64",
                                       "64thly",  "1000th",    "secondary",  "fourty",  "and first",
                                       "hundred", "sixty-fir", "tenth-rate", "st",      "0th"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        size_t end;
        cr_expect_eq(ordinal_of(none[i], &end), 0, "%s", none[i]);
    }
}

Test(ordinal, cardinals_are_whole_words)
{
    size_t end = 0;
    cr_expect_eq(ph_cardinal_parse(lexicon, "twenty-five years", 17, &end), 25);
    cr_expect_eq(end, 11u);
    cr_expect_eq(ph_cardinal_parse(lexicon, "25 years", 8, &end), 25);
    cr_expect_eq(end, 2u);
    cr_expect_eq(ph_cardinal_parse(lexicon, "twenty-fifth", 12, &end), 0, "an ordinal");
    cr_expect_eq(ph_cardinal_parse(lexicon, "25th", 4, &end), 0, "an ordinal");
    cr_expect_eq(ph_cardinal_parse(lexicon, "ten-year plan", 13, &end), 0, "part of a word");
    cr_expect_eq(ph_cardinal_parse(lexicon, "tension", 7, &end), 0);
}

Test(ordinal, text_is_not_read_beyond_its_length)
{
    size_t end = 0;
    const char text[] = {'s', 'i', 'x', 't', 'y', '-', 'f', 'o', 'u', 'r', 't', 'h'};
    cr_expect_eq(ph_ordinal_parse(lexicon, text, 12, &end), 64);
    cr_expect_eq(ph_ordinal_parse(lexicon, text, 11, &end), 0);
    cr_expect_eq(ph_cardinal_parse(lexicon, text, 5, &end), 60);
}
