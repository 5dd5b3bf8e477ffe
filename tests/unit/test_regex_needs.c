/* What a text must have for a pattern to match: that no text is left out that would match. */
#include <criterion/criterion.h>
#include <string.h>

#include "base/regex.h"

static struct ph_regex *compile(const char *pattern)
{
    struct ph_regex *regex = NULL;
    struct ph_error error;
    cr_assert_eq(ph_regex_new(pattern, false, false, "test", &regex, &error), PH_OK, "%s: %s",
                 pattern, error.message);
    return regex;
}

static bool may_match(const char *pattern, const char *text)
{
    struct ph_regex *regex = compile(pattern);
    struct ph_grams grams;
    ph_grams_of(text, strlen(text), &grams);
    bool may = ph_regex_may_match(regex, &grams);
    ph_regex_free(regex);
    return may;
}

static bool matches(const char *pattern, const char *text)
{
    struct ph_regex *regex = compile(pattern);
    struct ph_match match;
    bool found = ph_regex_find(regex, text, strlen(text), 0, &match);
    ph_regex_free(regex);
    return found;
}

static void expect_kept(const char *const pairs[][2], size_t count)
{
    for (size_t i = 0; i < count; i++) {
        cr_expect(matches(pairs[i][0], pairs[i][1]), "%s", pairs[i][0]);
        cr_expect(may_match(pairs[i][0], pairs[i][1]), "%s on %s", pairs[i][0], pairs[i][1]);
    }
}

/* Each pattern matches its text, in a way that a careless reader of patterns would get wrong. */
Test(regex_needs, what_matches_is_never_left_out)
{
    static const char *const pairs[][2] = {
        {"ab?c", "ac"},          {"ab*c", "ac"},        {"ab{0,2}c", "ac"},     {"a–?c", "ac"},
        {"ab|cd", "cd"},         {"x(ab|cd)y", "xcdy"}, {"x(?:ab)?y", "xy"},    {"x(?!ab)y", "xy"},
        {"(?<!ab)y", "y"},       {"(?<n>a|b)", "b"},    {"x(a(b|c))y", "xacy"}, {"[]x]y", "]y"},
        {"[^]x]y", "ay"},        {"(?i)ABC", "abc"},    {"a(?i:B)c", "abc"},    {"a(?#xyz)b", "ab"},
        {"\\Qa|b\\E", "a|b"},    {"\\x{41}", "A"},      {"\\p{Lu}\\d", "A5"},   {"(\\d)\\1", "77"},
        {"(?<n>a)\\k<n>", "aa"}, {"a\\.b", "a.b"},      {"(a)(?1)", "aa"},      {"x(?=\\))", "x)"},
        {"(*ACCEPT)abc", ""},    {"a(?|b|c)", "ac"},    {"\\bc\\K(?=d)", "cd"}, {"é{2}", "éé"},
    };
    expect_kept(pairs, sizeof pairs / sizeof *pairs);
}

/* What stands side by side in the pattern does not always in the text, and the other way round. */
Test(regex_needs, rows_of_characters_end_where_they_do)
{
    static const char *const pairs[][2] = {
        {"ab+c", "abbbc"},
        {"ab{2}c", "abbc"},
        {"ab{2,}c", "abbbbc"},
        {"ab{9}c", "abbbbbbbbbc"},
        {"a(?:b|cd)e", "acde"},
        {"a(?:b)+c", "abbc"},
        {"a(?=bc)b", "abc"},
        {"(?<=ab)c", "abc"},
        {"(?<=b)c", "bc"},
        {"a[bc]d", "acd"},
        {"[’']s\\b", "it’s"},
        {"[\\]x-]y", "-y"},
        {"[[:alpha:]]y", "xy"},
        {"\\pLy", "xy"},
        {"(?'n'a|b)c", "bc"},
        {"^a", "a"},
        {"a$", "a\n"},
        {"\\Aa\\z", "a"},
        {"\\b(?:an?|the) x", "a x"},
        {"a\\b b", "a b"},
        {"^(?:|a)b", "b"},
        {"(?:a|)b", "b"},
    };
    expect_kept(pairs, sizeof pairs / sizeof *pairs);
}

/* One letter, one digit or one space may stand for another. */
Test(regex_needs, what_counts_as_the_same_is_the_same)
{
    static const char *const pairs[][2] = {
        {"[Tt]he", "The"},
        {"(?i)sk", "ſ\xE2\x84\xAA"},
        {"\\d\\d", "٢٥"},
        {"[0-9]/[0-9]", "7/8"},
        {"12", "12"},
        {"a\\sb", "a\xC2\xA0"
                  "b"},
        {"a\\hb", "a\xE2\x80\xAF"
                  "b"},
        {"a b", "a b"},
        {"(?i:É)a", "éa"},
    };
    expect_kept(pairs, sizeof pairs / sizeof *pairs);
}

Test(regex_needs, what_lacks_something_is_left_out)
{
    cr_expect_not(may_match("resolution \\d+/\\d", "resolution"));
    cr_expect_not(may_match("(?<number>\\d+) of", "a number of"));
    cr_expect_not(may_match("item entitled “", "item entitled Oceans"));
    cr_expect_not(may_match("x(?=\\))", "x("));
    cr_expect_not(may_match("\\bUN\\b", "the United Nations"));
    cr_expect_not(may_match("(?:Iran|Bolivia)\\b", "Brazil and Iraq"));
    cr_expect_not(may_match("it[’']s", "its states"));
    cr_expect_not(may_match("^the", "of the"));
    cr_expect_not(may_match("a…", "a–"));
    cr_expect_not(may_match("x(?:—|--)", "x – y-"));
    cr_expect_not(may_match("\\bof", "prof"));
    cr_expect_not(may_match("of\\b", "often"));
    cr_expect_not(may_match("(?<=, )(?:Notes|Urges)", "Notes, and Urges"));
    cr_expect_not(may_match("(?:women|men) (?:which|what)|(?:efforts|acts) who", "women, efforts"));
    cr_expect(may_match("(?<=, )(?:Notes|Urges)", "and, Urges"));
    cr_expect(may_match("x?(?<=a|b )c", "ac"));
    cr_expect(may_match("(?:women|men) (?:which|what)|(?:efforts|acts) who", "acts who"));
    cr_expect(may_match("resolution \\d+/\\d", "resolution 1/2"));
}
