/* Where a pattern may start: that nothing is passed over by trying it there alone. */
#include <criterion/criterion.h>
#include <libxml/parser.h>
#include <string.h>

#include "base/buffer.h"
#include "base/file.h"
#include "base/regex.h"
#include "base/xml.h"

static const char texts[][200] = {
    "Recalling its resolution 73/331 of 25 July 2019, in which the the Assembly decided,",
    "1. Requests the Secretary-general to submit, at its seventy-fifth session, a report;",
    "the\xC2\xA0States’ “own words” (the ICJ) and member states, 5th, e.g. 3 %; \xC3\x89tats, "
    "T\xC3\xBCrkiye",
    "Further takes note of the report\xE2\x80\x94of the UNDP; an unit, a item, in in an annex..",
    "thE agendA of ALL States _to the_ x2the 25the €the −five •The",
    "a",
    "",
};

/* Whether a pattern is found at the same places by both ways, one after another. */
static void expect_the_same(const char *pattern, const char *text, bool known)
{
    const size_t length = strlen(text);
    struct ph_regex *plain = ph_regex_new_late(pattern, false, false, "plain");
    struct ph_regex *words = ph_regex_new_at_words(pattern, false, false, "words");
    struct ph_word_starts starts = {.items = NULL};
    struct ph_pattern_starts *of_pattern = ph_pattern_starts(pattern, false, false);
    struct ph_match one, other;
    ph_word_starts_of(text, length, &starts);
    cr_expect(of_pattern || !known, "nothing is known of %s", pattern);
    for (size_t at = 0; at < length;) {
        bool found = ph_regex_find(plain, text, length, at, &one);
        cr_assert_eq(ph_regex_find_at_words(words, text, length, at, &starts, &other), found,
                     "%s in %s from %zu on", pattern, text, at);
        if (!found)
            break;
        cr_assert(one.from[0] == other.from[0] && one.to[0] == other.to[0], "%s in %s", pattern,
                  text);
        at = one.to[0] > at ? one.to[0] : at + 1;
        while (at < length && ((unsigned char)text[at] & 0xC0) == 0x80)
            at++;
    }
    free(of_pattern);
    ph_word_starts_free(&starts);
    ph_regex_free(plain);
    ph_regex_free(words);
}

static void try_on_all(const char *pattern, bool known)
{
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++)
        expect_the_same(pattern, texts[i], known);
}

/* What begins with a word, a number or a mark is tried at few places. */
Test(word_starts, of_patterns_that_begin_with_a_word)
{
    static const char *const patterns[] = {
        "\\b(?:of|the|its)\\b",
        "(?<![\\p{L}-])(?<word>a)(?= (?:[ai]|e(?!u))\\p{Ll})",
        "(?<=\\p{Ll} )(?:Of|The|And)(?= )",
        "(?<=[\\p{L},] |\\bin\\s)the",
        "\\b[Rr]equests (?:all )?the",
        "\\b(?:Further |Also )?[Tt]akes",
        "\\d{1,2} \\p{Lu}\\p{Ll}+ \\d{4}",
        "\\p{Lu}{2}\\p{Ll}{3,}|(?<=[a-z]{3})[A-Z](?!\\p{L})",
        "\\((?<acronym>[A-Z]{2,})\\)",
        "[,;.]{2}|[\xE2\x80\x9C\xE2\x80\x9D]",
        "\\bx?2?the",
        "T\xC3\xBCrkiye|\\b\xC3\x89tats",
        "\\bin\\b \\Kin",
        "\\b(?:of|the)\\d|\\d+th|\\bT[\xC3\xBC]r\\p{Ll}",
        "\\b(?:[Ii]ts|[Tt]he|[Aa]n?) (?:own|un?it|Assembly|agenda) ?",
    };
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++)
        try_on_all(patterns[i], true);
}

/* Of these nothing is known; they are looked for everywhere. */
Test(word_starts, of_patterns_that_may_begin_anywhere)
{
    static const char *const patterns[] = {
        "he",           " the",           "(?<=t)he",   "(?:the)?",        "(?!the)[a-z]",
        "\\Bhe",        "[^a]he",         ".he",        "\\w?he",          "x*y*he",
        "(?<![a-z])he", "(?<=a|t)he",     "^the",       "(?:^|t)he",       "(*ACCEPT)the",
        "(?x) \\b the", "\\Qthe\\E",      "(?=the)",    "(?<n>t)he",       "[[:]e|[[:]|x*",
        "\\s+the",      "(?<!\\p{Lu})he", "(?<!x|y)he", "(?:(?:(?:t)))he",
    };
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++)
        try_on_all(patterns[i], false);
}

static size_t tries_of(const char *pattern, const char *text)
{
    struct ph_word_starts starts = {.items = NULL};
    struct ph_pattern_starts *of_pattern = ph_pattern_starts(pattern, false, false);
    ph_word_starts_of(text, strlen(text), &starts);
    struct ph_word_starts_walk walk = ph_word_starts_walk(&starts, of_pattern, 0);
    size_t count = 0;
    while (ph_word_starts_next(&starts, of_pattern, &walk) < starts.count)
        count++;
    cr_expect_eq(ph_word_starts_any(&starts, of_pattern), count > 0, "%s in %s", pattern, text);
    free(of_pattern);
    ph_word_starts_free(&starts);
    return count;
}

/* What one alternative begins with says nothing of another. */
Test(word_starts, of_alternatives)
{
    const char *pattern = "\\b(?:of|the)\\d|\\d+th|\\p{Lu}\\p{Ll}+:|\\bin (?:a|the)\\b";
    cr_expect_eq(tries_of(pattern, "of the 3rd in our offer to States in it"), 0);
    cr_expect_eq(tries_of(pattern, "of3 the 5th, in the States: of"), 4);
}

/* The patterns of all rules, on these texts and on their own files. */
static void try_rule(const char *path)
{
    struct ph_buffer bytes = {0};
    struct ph_error error;
    xmlDoc *doc = NULL;
    cr_assert_eq(ph_file_read(path, &bytes, &error), PH_OK);
    cr_assert_eq(ph_xml_parse(path, ph_buffer_text(&bytes), bytes.length, &doc, &error), PH_OK);
    const xmlNode *root = xmlDocGetRootElement(doc);
    for (const xmlNode *match = ph_xml_first(root, "match"); match;
         match = ph_xml_next(match, "match")) {
        const char *pattern = ph_xml_attribute(match, "pattern");
        try_on_all(pattern, false);
        expect_the_same(pattern, ph_buffer_text(&bytes), false);
    }
    xmlFreeDoc(doc);
    ph_buffer_free(&bytes);
}

Test(word_starts, of_all_rules, .timeout = 240)
{
    struct ph_error error;
    char **list = NULL, *folder = ph_data_path("rules/en/checking");
    size_t count = 0;
    cr_assert_eq(ph_file_list(folder, &list, &error), PH_OK);
    for (; list[count]; count++)
        try_rule(list[count]);
    cr_expect_gt(count, 100);
    ph_file_list_free(list);
    free(folder);
}
