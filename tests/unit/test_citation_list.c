/* Lists that grow: what stands there stays to the letter, only the joints change. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "un/citation.h"
#include "with_lexicon.h"

TestSuite(list, .init = set_up_lexicon, .fini = tear_down_lexicon);

static const char *extend(const char *text, int more_count)
{
    static char result[512];
    struct ph_citation more[2] = {
        {.number = "78/72", .session = 78, .date = {2023, 12, 7}},
        {.number = "79/87", .session = 79, .date = {2024, 12, 4}},
    };
    struct ph_citation *list;
    size_t end, count = ph_citations_parse(lexicon, text, strlen(text), &list, &end);
    struct ph_buffer out = {0};
    ph_citations_extend(lexicon, text, strlen(text), list, count, more, (size_t)more_count, &out);
    snprintf(result, sizeof result, "%s", ph_buffer_text(&out));
    ph_buffer_free(&out);
    free(list);
    return result;
}

Test(list, one_becomes_two)
{
    cr_assert_str_eq(extend("76/76 of 9 December 2021", 1),
                     "76/76 of 9 December 2021 and 78/72 of 7 December 2023");
}

Test(list, the_and_before_the_last_becomes_a_comma)
{
    cr_assert_str_eq(extend("75/92 of 10 December 2020 and 76/76 of 9 December 2021", 2),
                     "75/92 of 10 December 2020, 76/76 of 9 December 2021, 78/72 of 7 December "
                     "2023 and 79/87 of 4 December 2024");
}

Test(list, a_pair_of_one_date_keeps_its_own_and)
{
    cr_assert_str_eq(
        extend("76/76 of 9 December 2021 and 77/120 and 77/121 of 12 December 2022", 1),
        "76/76 of 9 December 2021, 77/120 and 77/121 of 12 December 2022, and 78/72 "
        "of 7 December 2023");
}

Test(list, in_a_list_without_dates_each_stands_for_itself)
{
    cr_assert_str_eq(extend("71/243, 72/279 and 73/248", 1),
                     "71/243, 72/279, 73/248 and 78/72 of 7 December 2023");
}

Test(list, nothing_to_add_changes_nothing)
{
    cr_assert_str_eq(extend("61/110 and 61/111 of 14 December 2006", 0),
                     "61/110 and 61/111 of 14 December 2006");
}
