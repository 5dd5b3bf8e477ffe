/* Patterns from a pack: they are what is read from the patterns themselves. */
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/regex_inside.h"
#include "base/regex_known.h"
#include "rules/compiled.h"
#include "un/lexicon_inside.h"
#include "with_rules.h"

static char folder[] = "/tmp/penholder-test-XXXXXX";

static void set_up_folder(void)
{
    cr_assert_not_null(mkdtemp(folder));
}

static void tear_down_folder(void)
{
    char command[64];
    snprintf(command, sizeof command, "rm -r %s", folder);
    cr_expect_eq(system(command), 0);
}

static const char *pack_path(void)
{
    static char path[64];
    snprintf(path, sizeof path, "%s/pack", folder);
    return path;
}

/* Writes the pack, opens it, and lets patterns look there. */
static struct ph_pack *look_into(struct ph_pack_maker *maker)
{
    struct ph_error error;
    cr_assert_eq(ph_pack_write(maker, pack_path(), true, &error), PH_OK, "%s", error.message);
    ph_pack_maker_free(maker);
    struct ph_pack *pack = ph_pack_open(pack_path(), folder);
    cr_assert_not_null(pack);
    ph_regex_known_from(pack);
    return pack;
}

static void look_away(struct ph_pack *pack)
{
    ph_regex_known_from(NULL);
    ph_pack_close(pack);
}

static struct ph_regex *same_as(const struct ph_regex *regex)
{
    return (regex->at_words ? ph_regex_new_at_words : ph_regex_new_late)(
        regex->pattern, regex->options & PCRE2_EXTENDED, regex->options & PCRE2_CASELESS, "test");
}

static void expect_same_needs(const struct ph_regex *read, const struct ph_regex *known)
{
    const ph_needs *a = ph_regex_needs_of(read), *b = ph_regex_needs_of(known);
    cr_assert_null(known->machine->own_needs, "%s", known->name);
    cr_assert_eq(!a, !b, "%s", known->name);
    cr_assert(!a || (*a == *b && !memcmp(a, b, *a * sizeof *a)), "%s", known->name);
}

static void expect_same_starts(const struct ph_regex *read, const struct ph_regex *known)
{
    const struct ph_pattern_starts *a = read->machine->starts, *b = known->machine->starts;
    cr_assert_eq(!a, !b, "%s", known->name);
    cr_assert(!a || !memcmp(a, b, ph_pattern_starts_size(a)), "%s", known->name);
    cr_assert_null(known->machine->own_starts, "%s", known->name);
}

/* The bytes of its code as they are written once more when they were read: PCRE2 marks code that
 * was. */
static uint8_t *bytes_of(const struct ph_regex *regex, size_t *size)
{
    const pcre2_code *code = regex->machine->code;
    pcre2_code *again;
    uint8_t *first, *second;
    cr_assert_eq(pcre2_serialize_encode(&code, 1, &first, size, NULL), 1);
    cr_assert_eq(pcre2_serialize_decode(&again, 1, first, NULL), 1);
    code = again;
    cr_assert_eq(pcre2_serialize_encode(&code, 1, &second, size, NULL), 1);
    pcre2_serialize_free(first);
    pcre2_code_free(again);
    return second;
}

static void expect_same_code(const struct ph_regex *read, const struct ph_regex *known)
{
    size_t size, known_size;
    uint8_t *bytes = bytes_of(read, &size), *known_bytes = bytes_of(known, &known_size);
    cr_assert_eq(size, known_size, "%s", known->name);
    cr_assert(!memcmp(bytes, known_bytes, size), "%s", known->name);
    pcre2_serialize_free(bytes);
    pcre2_serialize_free(known_bytes);
}

/* `read` was compiled while patterns looked nowhere. */
static void expect_known(const struct ph_regex *read)
{
    struct ph_regex *known = same_as(read);
    cr_assert(ph_regex_known_code(known), "%s", known->name);
    expect_same_needs(read, known);
    expect_same_starts(read, known);
    expect_same_code(read, known);
    ph_regex_free(known);
}

TestSuite(regex_known, .init = set_up_folder, .fini = tear_down_folder);

Test(regex_known, every_way_of_being_read_has_a_part_of_its_own)
{
    static const char *const patterns[] = {"",
                                           "\\bthe the\\b",
                                           "a|b # c",
                                           "Council(?<n>’s| of)? [A-Z]{2}",
                                           "\\p{Lu}.*",
                                           "[^a-z]",
                                           "(?<=\\p{Ll} )To\\b",
                                           "^x$",
                                           "“[^”]*”",
                                           ".*"};
    enum { PATTERNS = sizeof patterns / sizeof *patterns, WAYS = 8 };
    struct ph_regex *all[PATTERNS * WAYS];
    struct ph_pack_maker *maker = ph_pack_maker_new(folder);
    for (size_t i = 0; i < PATTERNS * WAYS; i++) {
        const size_t way = i % WAYS;
        all[i] = (way & 4 ? ph_regex_new_at_words : ph_regex_new_late)(patterns[i / WAYS], way & 1,
                                                                       way & 2, "test");
        ph_regex_known_add(maker, all[i]);
    }
    struct ph_pack *pack = look_into(maker);
    for (size_t i = 0; i < PATTERNS * WAYS; i++) {
        expect_known(all[i]);
        ph_regex_free(all[i]);
    }
    look_away(pack);
}

/* The same search, with and without the machine code that is made of a pattern that is used. */
Test(regex_known, they_find_what_they_found)
{
    enum { TIMES = 200 };
    static const char text[] = "Recalling that the the Council ’s 12 Council of AB";
    struct ph_regex *read = ph_regex_new_at_words("\\b(?<t>[Cc]ouncil) of\\b", false, false, "");
    struct ph_pack_maker *maker = ph_pack_maker_new(folder);
    struct ph_word_starts starts = {.count = 0};
    struct ph_match match;
    ph_regex_known_add(maker, read);
    struct ph_pack *pack = look_into(maker);
    struct ph_regex *known = same_as(read);
    ph_word_starts_of(text, strlen(text), &starts);
    for (size_t i = 0; i < TIMES; i++) {
        cr_assert(ph_regex_find_at_words(known, text, strlen(text), 0, &starts, &match));
        cr_assert_str_eq(text + match.from[0], "Council of AB");
        cr_assert_eq(ph_regex_group(known, "t"), 1);
    }
    ph_word_starts_free(&starts);
    ph_regex_free(known);
    ph_regex_free(read);
    look_away(pack);
}

Test(regex_known, a_strangers_pattern_and_a_wrong_one_never_come_from_a_pack)
{
    struct ph_pack_maker *maker = ph_pack_maker_new(folder);
    struct ph_regex *own = ph_regex_new_late("own words", false, false, ""),
                    *stranger = ph_regex_new_late("their words", false, false, ""),
                    *wrong = ph_regex_new_late("(", false, false, "");
    ph_regex_watch(stranger);
    ph_regex_known_add(maker, own);
    ph_regex_known_add(maker, stranger);
    ph_regex_known_add(maker, wrong);
    struct ph_pack *pack = look_into(maker);
    struct ph_regex *others[] = {same_as(own), same_as(stranger), same_as(wrong)};
    struct ph_error error;
    ph_regex_watch(others[0]); /* the same words by a stranger */
    for (size_t i = 0; i < 3; i++) {
        const ph_needs *needs;
        cr_expect(!ph_regex_known_code(others[i]));
        cr_expect(!ph_regex_known_needs(others[i], &needs));
        cr_expect_eq(ph_regex_ready(others[i], &error), i == 2 ? PH_FORMAT : PH_OK);
        ph_regex_free(others[i]);
    }
    ph_regex_free(own);
    ph_regex_free(stranger);
    ph_regex_free(wrong);
    look_away(pack);
}

/* Parts that another version of PCRE2 wrote, that are cut off, or that say what cannot be. */
Test(regex_known, what_cannot_be_read_is_read_from_the_pattern)
{
    static const struct {
        uint64_t first, eights;
        char code[128];
    } wrong[] = {{0, 0, "code"}, {UINT64_C(1) << 60, 0, "code"}, {1, UINT64_MAX, "code"}};
    enum { COUNT = sizeof wrong / sizeof *wrong };
    struct ph_pack_maker *maker = ph_pack_maker_new(folder);
    static const ph_needs short_row[] = {7, 2};
    ph_pack_add(maker, "needs", "---:a0", short_row, sizeof short_row);
    for (size_t i = 0; i < COUNT; i++)
        ph_pack_add(maker, "pattern", (const char *[]){"---:a0", "---:a1", "---:a2"}[i], &wrong[i],
                    sizeof wrong[i]);
    ph_pack_add(maker, "pattern", "---:a3", "short", 5);
    struct ph_pack *pack = look_into(maker);
    for (size_t i = 0; i <= COUNT; i++) {
        char pattern[] = {'a', (char)('0' + i), '\0'};
        struct ph_match match;
        struct ph_regex *regex = ph_regex_new_late(pattern, false, false, "");
        cr_expect(!ph_regex_known_code(regex));
        cr_expect(ph_regex_find(regex, pattern, 2, 0, &match));
        cr_expect_not_null(ph_regex_needs_of(regex));
        ph_regex_free(regex);
    }
    look_away(pack);
}

/* ---- all of the program ---- */

/* With the examples of the rules, which ask for the patterns that conditions name. */
static void gather_all(struct ph_pack_maker *maker)
{
    struct ph_buffer report = {0};
    ph_regex_known_gather(true);
    set_up_rules();
    for (size_t i = 0; i < rules->count; i++)
        cr_assert_eq(ph_rule_test(rules, rules->items[i], &report), 0);
    ph_regex_known_add_all(maker);
    ph_buffer_free(&report);
    tear_down_rules();
}

/* One that is looked for in the pack is what is read when there is none. */
static void expect_from(const struct ph_pack *pack, const struct ph_regex *regex)
{
    struct ph_error error;
    const ph_needs *needs;
    struct ph_regex *read = same_as(regex);
    ph_regex_known_from(NULL);
    cr_assert_eq(ph_regex_ready(read, &error), PH_OK);
    ph_regex_needs_of(read);
    cr_assert(!ph_regex_known_needs(read, &needs));
    ph_regex_known_from(pack);
    expect_known(read);
    ph_regex_free(read);
}

Test(regex_known, all_patterns_of_the_program_are_known)
{
    struct ph_pack_maker *maker = ph_pack_maker_new(folder);
    size_t count = 0;
    gather_all(maker);
    struct ph_pack *pack = look_into(maker);
    set_up_rules();
    for (size_t i = 0; i < rules->count; i++)
        for (size_t k = 0; k < rules->items[i]->place_count; k++) {
            const struct ph_place *place = &rules->items[i]->places[k];
            if (place->kind != PH_AT_MATCH)
                continue;
            expect_from(pack, place->regex);
            count++;
        }
    for (size_t i = 0; i < lexicon->patterns.count; i++)
        expect_from(pack, lexicon->made[i].regex);
    cr_expect_gt(count, 400);
    tear_down_rules();
    look_away(pack);
}
