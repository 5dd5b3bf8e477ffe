/* Patterns of conditions: any number of them is asked for, and each finds what it says. */
#include <criterion/criterion.h>
#include <stdio.h>

#include "rules/patterns.h"

Test(patterns, of_any_number_each_finds_what_it_says)
{
    struct ph_patterns *patterns = ph_patterns_new(NULL);
    struct ph_match match;
    char text[32];
    for (int i = 0; i < 10000; i++) {
        int length = snprintf(text, sizeof text, "word%d", i);
        const struct ph_regex *regex = ph_patterns_get(patterns, text, false);
        cr_assert(regex && ph_regex_find(regex, text, (size_t)length, 0, &match), "%s", text);
    }
    cr_expect_not_null(ph_patterns_get(patterns, "word1", false));
    cr_expect_null(ph_patterns_get(patterns, "(", false));
    cr_expect_not_null(ph_patterns_fault(patterns, "("));
    ph_patterns_free(patterns);
}
