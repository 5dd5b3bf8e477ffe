/* Slips of the pen: what is found, what is meant, and what nobody can tell. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/file.h"
#include "rules/spelling.h"
#include "rules/terms.h"
#include "rules/words.h"
#include "with_pack.h"

static const char words[] = "endings: s/s ed ing\nsmall: of to\nlooks: rn/m m/rn\n"
                            "assembly 900\ngovernment 800\nimplementation 700\nlesson 2\nmission "
                            "40\nomission\nreport 900\n";

static enum ph_status load(const char *bytes, struct ph_spelling **spelling, struct ph_error *error)
{
    char path[] = "/tmp/penholder-words-XXXXXX";
    int file = mkstemp(path);
    cr_assert(file >= 0 && write(file, bytes, strlen(bytes)) == (ssize_t)strlen(bytes));
    close(file);
    enum ph_status status = ph_spelling_load(path, spelling, error);
    unlink(path);
    return status;
}

/* What is meant by the word at `from`; "" for none. */
static void expect(const char *bytes, size_t from, const char *meant, size_t length)
{
    struct ph_spelling *spelling;
    struct ph_error error;
    size_t end = 0;
    struct ph_text text = {.bytes = bytes, .length = strlen(bytes)};
    cr_assert_eq(load(words, &spelling, &error), PH_OK);
    const char *got = ph_spelling_meant(spelling, &text, from, &end);
    cr_expect_str_eq(got ? got : "", meant, "%s", bytes);
    if (got)
        cr_expect_eq(end - from, length);
    ph_spelling_free(spelling);
}

Test(spelling, a_letter_left_out_put_in_changed_or_swapped)
{
    expect("the goverment of", 4, "government", 9);
    expect("the governmment of", 4, "government", 11);
    expect("the govermment of", 4, "government", 10);
    expect("the reprot of", 4, "report", 6);
    expect("the eport of", 4, "report", 5);
}

Test(spelling, two_letters_side_by_side_of_a_long_word)
{
    expect("the implemention of", 4, "implementation", 12);
    expect("the implementatation of", 4, "implementation", 16);
}

Test(spelling, letters_that_look_like_others)
{
    expect("the governrnent of", 4, "government", 11);
}

Test(spelling, a_word_torn_by_a_space_or_a_hyphen)
{
    expect("the govern ment of", 4, "government", 6);
    expect("the implemen- tation of", 4, "implementation", 8);
    expect("the govern ment of", 11, "government", 4);
    expect("the Co-operation of", 7, "", 0);
}

Test(spelling, a_small_word_that_ran_into_another)
{
    expect("ofassembly", 0, "of assembly", 10);
    expect("governmentto", 0, "government to", 12);
}

Test(spelling, a_capital_at_the_start)
{
    expect("the Assemby", 4, "assembly", 7);
}

Test(spelling, words_that_are_known_and_their_forms)
{
    expect("reports", 0, "", 0);
    expect("reporting", 0, "", 0);
    expect("omission", 0, "", 0);
    expect("lessonn", 0, "lesson", 7);
}

/* What is meant by a word, where the list is this one. */
static void expect_by(const char *list, const char *word, const char *meant)
{
    struct ph_spelling *spelling;
    struct ph_error error;
    size_t end;
    struct ph_text text = {.bytes = word, .length = strlen(word)};
    cr_assert_eq(load(list, &spelling, &error), PH_OK);
    const char *got = ph_spelling_meant(spelling, &text, 0, &end);
    cr_expect_str_eq(got ? got : "", meant, "%s by %s", word, list);
    ph_spelling_free(spelling);
}

Test(spelling, endings_small_words_and_looks_are_those_of_the_list)
{
    expect_by("report 900\n", "reports", "report");
    expect_by("endings: s\nreport 900\n", "reports", "");
    expect_by("endings: s\nabyss 900\n", "abysss", "");
    expect_by("endings: s/s\nabyss 900\n", "abysss", "abyss");
    expect_by("endings: ing\nreport 900\nreporting 900\nbegin 900\n", "begining", "");
    expect_by("endings: ing\nreport 900\nbegin 900\nbeginning 900\n", "begining", "beginning");
    expect_by("assembly 900\n", "ofassembly", "");
    expect_by("small: of\nassembly 900\n", "ofassembly", "of assembly");
    expect_by("fovember 900\n", "lovennber", "");
    expect_by("looks: nn/m\nlovember 900\n", "lovennber", "lovember");
}

Test(spelling, words_of_the_list_in_either_case)
{
    struct ph_text text = {.bytes = "report Reports reports rep", .length = 26};
    struct ph_spelling *spelling;
    struct ph_error error;
    struct ph_word *found;
    cr_assert_eq(load("report 900\nreports\n", &spelling, &error), PH_OK);
    cr_assert_eq(ph_words_of(&text, &found), 4);
    for (size_t i = 0; i < 3; i++)
        cr_expect(ph_spelling_knows(spelling, found[i].hash), "%zu", i);
    cr_expect_not(ph_spelling_knows(spelling, found[3].hash));
    free(found);
    ph_spelling_free(spelling);
}

Test(spelling, what_nobody_can_tell)
{
    expect("REPROT", 0, "", 0);
    expect("reprot.org", 0, "", 0);
    expect("www/reprot", 4, "", 0);
    expect("d\xE2\x80\x99reprot", 4, "", 0);
    expect("reprot\xC3\xA9", 0, "", 0);
    expect("rep", 0, "", 0);
}

Test(spelling, a_line_that_is_no_word_is_an_error)
{
    struct ph_spelling *spelling;
    struct ph_error error;
    cr_assert_eq(load("report 3\nRe port\n", &spelling, &error), PH_FORMAT);
    cr_expect(strstr(error.message, ":2: neither a word"), "%s", error.message);
    static const char *const none[] = {"small: of\nsmall: of,\n", "small: of\nsmall: of/\n",
                                       "small: of\nlooks: rn\n",  "small: of\nsmall:  to\n",
                                       "small: of\nothers: a\n",  "small: of\nendings: s"};
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        cr_expect_eq(load(none[i], &spelling, &error), PH_FORMAT, "%s", none[i]);
        cr_expect(strstr(error.message, ":2: neither"), "%s", error.message);
    }
}

/* Every word of a file, as it is and with a slip at each letter, behind a small word and before
 * one, means the same. */
static void expect_same(struct ph_spelling *one, struct ph_spelling *other, char *word)
{
    char bytes[3 * PH_SLIP];
    const struct ph_text text = {.bytes = bytes,
                                 .length = (size_t)snprintf(bytes, sizeof bytes, "of %s", word)};
    for (size_t i = 3; i < text.length; i++) {
        size_t end = 0, other_end = 0;
        const char letter = bytes[i];
        bytes[i] = i % 2 ? 'e' : ' ';
        const char *meant = ph_spelling_meant(one, &text, 3, &end);
        const char *means = ph_spelling_meant(other, &text, 3, &other_end);
        cr_expect_str_eq(means ? means : "", meant ? meant : "", "%s", bytes);
        cr_expect_eq(other_end, end);
        bytes[i] = letter;
    }
}

static void expect_same_words(struct ph_spelling *one, struct ph_spelling *other, char *bytes)
{
    size_t count = 0;
    for (char *line = strtok(bytes, "\n"); line; line = strtok(NULL, "\n"), count++) {
        uint64_t hash;
        line[strcspn(line, " ")] = 0;
        ph_word_hash(line, strlen(line), 0, &hash);
        cr_expect_eq(ph_spelling_knows(other, hash), ph_spelling_knows(one, hash), "%s", line);
        if (count % 100 == 0)
            expect_same(one, other, line);
    }
    cr_expect_gt(count, 10000);
}

Test(spelling, the_words_of_a_pack_are_those_of_the_file)
{
    struct ph_spelling *spelling;
    struct ph_error error;
    struct ph_buffer file = {0};
    struct ph_pack_maker *maker = new_pack();
    char *path = ph_data_path("rules/en/words.txt");
    cr_assert_eq(ph_file_read(path, &file, &error), PH_OK);
    cr_assert_eq(ph_spelling_load(path, &spelling, &error), PH_OK);
    ph_spelling_pack(spelling, maker);
    struct ph_pack *pack = pack_of(maker);
    struct ph_spelling *packed = ph_spelling_of_pack(pack);
    cr_assert_not_null(packed);
    expect_same_words(spelling, packed, file.data);
    ph_spelling_free(packed);
    ph_spelling_free(spelling);
    ph_pack_close(pack);
    ph_buffer_free(&file);
    free(path);
}

Test(spelling, the_heads_of_a_pack_are_those_of_the_file)
{
    static char *const slips[] = {"governrnent", "reports", "lessones", "ofgovernment", "reportto"};
    struct ph_spelling *spelling;
    struct ph_error error;
    struct ph_pack_maker *maker = new_pack();
    cr_assert_eq(load(words, &spelling, &error), PH_OK);
    ph_spelling_pack(spelling, maker);
    struct ph_pack *pack = pack_of(maker);
    struct ph_terms *packed = ph_terms_slips_of_pack(pack);
    cr_assert_not_null(packed);
    ph_terms_free(packed);
    struct ph_spelling *other = ph_spelling_of_pack(pack);
    for (size_t i = 0; i < sizeof slips / sizeof *slips; i++)
        expect_same(spelling, other, slips[i]);
    ph_spelling_free(other);
    ph_spelling_free(spelling);
    ph_pack_close(pack);
}

Test(spelling, no_words_where_a_pack_has_none)
{
    struct ph_pack_maker *maker = new_pack();
    ph_pack_add(maker, "words", "spelling", "too short", 9);
    struct ph_pack *pack = pack_of(maker);
    cr_expect_null(ph_spelling_of_pack(pack));
    cr_expect_null(ph_terms_slips_of_pack(NULL));
    ph_pack_close(pack);
}
