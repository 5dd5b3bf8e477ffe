/* What a text must have for a pattern to match: that no text is left out that would match. */
#include <criterion/criterion.h>
#include <string.h>

#include "base/regex.h"
#include "base/regex_needs.h"

static bool may_match(const char *pattern, const char *text)
{
    struct ph_bytes bytes = ph_bytes_of(text, strlen(text)), needed = ph_regex_needs(pattern);
    return ph_bytes_hold(&bytes, &needed);
}

static bool matches(const char *pattern, const char *text)
{
    struct ph_regex *regex = NULL;
    struct ph_match match;
    struct ph_error error;
    cr_assert_eq(ph_regex_new(pattern, false, false, "test", &regex, &error), PH_OK, "%s: %s",
                 pattern, error.message);
    bool found = ph_regex_find(regex, text, strlen(text), 0, &match);
    ph_regex_free(regex);
    return found;
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
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        cr_expect(matches(pairs[i][0], pairs[i][1]), "%s", pairs[i][0]);
        cr_expect(may_match(pairs[i][0], pairs[i][1]), "%s on %s", pairs[i][0], pairs[i][1]);
    }
}

Test(regex_needs, what_lacks_a_byte_is_left_out)
{
    cr_expect_not(may_match("resolution \\d+/\\d", "resolution"));
    cr_expect_not(may_match("(?<number>\\d+) of", "a number of"));
    cr_expect_not(may_match("item entitled “", "item entitled Oceans"));
    cr_expect_not(may_match("x(?=\\))", "x("));
    cr_expect(may_match("resolution \\d+/\\d", "resolution 1/2"));
}
