/* Words that stand twice: where they do, and what only looks so. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rules/repeated.h"

/* Where words of a text stand twice: "from-once-end", each with a space behind. */
static void expect(const char *numbers, const char *bytes, const char *wanted)
{
    struct ph_repeated repeated;
    struct ph_error error;
    struct ph_text text = {.bytes = bytes, .length = strlen(bytes)};
    struct ph_word *words;
    char got[128] = "";
    cr_assert_eq(ph_repeated_new(numbers, "here", &repeated, &error), PH_OK, "%s", error.message);
    size_t count = ph_words_of(&text, &words), at = 0, from, once, end;
    while (ph_repeated_next(&repeated, &text, words, count, &at, &from, &once, &end))
        snprintf(got + strlen(got), sizeof got - strlen(got), "%zu-%zu-%zu ", from, once, end);
    cr_expect_str_eq(got, wanted, "%s in %s", numbers, bytes);
    free(words);
}

Test(repeated, a_word_at_both_ends_and_again)
{
    expect("1", "the the Assembly", "0-3-7 ");
    expect("1", "Assembly the the", "9-12-16 ");
    expect("1", "the the, of of", "0-3-7 9-11-14 ");
    expect("1", "the the the the", "0-3-7 8-11-15 ");
    expect("1", "the\xC2\xA0the", "0-3-8 ");
    expect("1", "the", "");
    expect("1", "", "");
}

Test(repeated, what_only_looks_so)
{
    expect("1", "the, the", "");
    expect("1", "the  the", "");
    expect("1", "The the", "");
    expect("1", "face-to to face", "");
    expect("1", "to to-do", "");
    expect("1", "the then", "");
}

Test(repeated, as_many_words_as_can_be)
{
    expect("2 3", "of the field of the field of", "0-12-25 ");
    expect("2 3", "in the in the field", "0-6-13 ");
    expect("2 3", "the the", "");
    expect("2", "of the of the of the", "0-6-13 ");
    expect("8", "a b c d e f g h a b c d e f g h", "0-15-31 ");
    expect("12", "a b c d e f g h i j k l a b c d e f g h i j k l", "0-23-47 ");
}

Test(repeated, numbers_that_are_none)
{
    static const char *const wrong[] = {"", "0", "13", "3 2", "1 13", "x", "1 2 3", "1,2"};
    struct ph_repeated repeated;
    struct ph_error error;
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        cr_expect_eq(ph_repeated_new(wrong[i], "here", &repeated, &error), PH_FORMAT, "%s",
                     wrong[i]);
        cr_expect(strstr(error.message, "here: "), "%s", error.message);
    }
}
