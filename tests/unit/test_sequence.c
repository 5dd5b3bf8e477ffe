/* Classes of words, and the words that do not stand side by side. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/file.h"
#include "rules/sequence.h"
#include "with_pack.h"

static enum ph_status load(const char *bytes, struct ph_classes **classes, struct ph_error *error)
{
    char path[] = "/tmp/penholder-classes-XXXXXX";
    int file = mkstemp(path);
    cr_assert(file >= 0 && write(file, bytes, strlen(bytes)) == (ssize_t)strlen(bytes));
    close(file);
    enum ph_status status = ph_classes_load(path, classes, error);
    unlink(path);
    return status;
}

/* Where a sequence stands in a text first: "from-end", "" where it does not. */
static void expect_of(const char *lines, const char *names, const char *bytes, const char *wanted)
{
    struct ph_classes *classes;
    struct ph_sequence sequence;
    struct ph_error error;
    struct ph_text text = {.bytes = bytes, .length = strlen(bytes)};
    struct ph_word *items;
    char got[32] = "";
    cr_assert_eq(load(lines, &classes, &error), PH_OK);
    cr_assert_eq(ph_sequence_new(classes, names, "here", &sequence, &error), PH_OK);
    size_t count = ph_words_of(&text, &items), at = 0, from, end;
    struct ph_class_rows rows = ph_classes_of(classes, &text, items, count);
    if (ph_sequence_next(&sequence, &text, items, &rows, count, &at, &from, &end)) {
        snprintf(got, sizeof got, "%zu-%zu", from, end);
        cr_expect(ph_sequence_may_stand(&sequence, &rows, count), "%s", names);
    }
    cr_expect_str_eq(got, wanted, "%s in %.200s", names, bytes);
    ph_class_rows_free(&rows);
    free(items);
    ph_classes_free(classes);
}

static void expect(const char *bytes, const char *wanted)
{
    expect_of("# to: verb\nto: to\nverb-s: ensures\nverb-s: takes\n# to: takes\n", "to verb-s",
              bytes, wanted);
}

Test(sequence, stands_where_each_word_is_of_its_class)
{
    expect("States to ensures it", "7-17");
    expect("To Takes", "0-8");
    expect("to\xC2\xA0takes", "0-9");
    expect("to ensure", "");
    expect("ensures to", "");
    expect("", "");
}

Test(sequence, only_a_space_is_between_and_nothing_joins_its_ends)
{
    expect("to, ensures", "");
    expect("to  ensures", "");
    expect("to ensures-all", "");
    expect("lead-to ensures", "");
    expect("to takes\xE2\x80\x99", "");
}

Test(sequence, may_stand_where_its_words_follow_one_another)
{
    struct ph_classes *classes;
    struct ph_sequence sequence;
    struct ph_error error;
    const char *const texts[] = {"to takes", "to-takes to ensures", "takes to", "to, takes", "to"};
    cr_assert_eq(load("to: to\nverb: takes ensures\n", &classes, &error), PH_OK);
    cr_assert_eq(ph_sequence_new(classes, "to verb", "here", &sequence, &error), PH_OK);
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct ph_text text = {.bytes = texts[i], .length = strlen(texts[i])};
        struct ph_word *items;
        const size_t count = ph_words_of(&text, &items);
        struct ph_class_rows rows = ph_classes_of(classes, &text, items, count);
        cr_expect_eq(ph_sequence_may_stand(&sequence, &rows, count), i < 2, "%s", texts[i]);
        ph_class_rows_free(&rows);
        free(items);
    }
    ph_classes_free(classes);
}

Test(sequence, stands_wherever_it_does_in_a_long_text)
{
    struct ph_buffer text = {0};
    for (size_t before = 0; before < 140; before++) {
        size_t from = text.length;
        char wanted[32];
        ph_buffer_put(&text, "to takes it");
        snprintf(wanted, sizeof wanted, "%zu-%zu", from, from + strlen("to takes"));
        expect(ph_buffer_text(&text), wanted);
        ph_buffer_cut(&text, from);
        ph_buffer_put(&text, "to ");
    }
    ph_buffer_free(&text);
}

/* "that inside* is": runs of none to twelve words, b's and s's. */
static void expect_run(const char *bytes, const char *wanted)
{
    expect_of("that: that\ninside: b\ninside: s\nis: is\n", "that inside* is", bytes, wanted);
}

Test(sequence, a_run_is_none_or_several)
{
    expect_run("that is", "0-7");
    expect_run("so that b is", "3-12");
    expect_run("that that b s b is is", "5-18");
    expect_run("that b c is", "");
    expect_run("b b is", "");
    expect_run("that b b b", "");
}

Test(sequence, a_run_has_twelve_words_at_most)
{
    expect_run("that b b b b b b b b b b b b is", "0-31");
    expect_run("that b b b b b b b b b b b b b is", "");
}

Test(sequence, hyphens_and_apostrophes_link_the_words_of_a_run)
{
    expect_run("that b-b is", "0-11");
    expect_run("that b\xE2\x80\x99s b\xE2\x80\x99 b is", "0-20");
    expect_run("that b's\xC2\xA0"
               "b is",
               "0-14");
    expect_run("that b-is", "");
    expect_run("that-b is", "");
    expect_run("that b, b is", "");
    expect_run("that b- b is", "");
    expect_run("that b' is", "");
    expect_run("that b' - b is", "");
}

Test(sequence, several_runs_are_the_shortest_that_fit)
{
    const char *lines = "that: that\nin: a\nin: b\na: a\nis: is\n";
    expect_of(lines, "that in* a in* is", "that a a b a is", "0-15");
    expect_of(lines, "that in* a in* is", "that b b is", "");
    expect_of(lines, "that in* in* is", "that a b is", "0-11");
    expect_of(lines, "that in* in* in* is", "that is", "0-7");
    expect_of(lines, "that in* in* is", "that a a a a a a a a a a a a a a a is", "0-37");
    expect_of(lines, "that in* a a", "that a a a a", "0-8");
}

Test(sequence, a_run_of_words_that_are_not_of_a_class)
{
    const char *lines = "that: that\nstop: that\nstop: and\nis: is\n";
    expect_of(lines, "that !stop* is", "that \xC3\xA0 la 2 is", "0-15");
    expect_of(lines, "that !stop* is", "that is", "0-7");
    expect_of(lines, "that !stop* is", "that a and b is", "");
    expect_of(lines, "that !stop* is", "that that a is", "5-14");
    expect_of(lines, "that !stop* is", "that a, b is", "");
    expect_of(lines, "that !stop* is", "that a b c d e f g h i j k l is", "0-31");
    expect_of(lines, "that !stop* is", "that a b c d e f g h i j k l m is", "");
    expect_of(lines, "that !stop* is", "that a b", "");
}

/* Wherever in the text's rows of bits it starts: the longest that there may be. */
Test(sequence, runs_stand_wherever_they_do_in_a_long_text)
{
    struct ph_buffer text = {0};
    for (size_t before = 0; before < 140; before++) {
        const size_t from = text.length;
        char wanted[32];
        ph_buffer_put(&text, "that a");
        for (size_t i = 0; i < PH_SEQUENCE_RUNS * PH_SEQUENCE_RUN; i++)
            ph_buffer_put(&text, " b");
        ph_buffer_put(&text, " a is a");
        snprintf(wanted, sizeof wanted, "%zu-%zu", from, text.length);
        expect_of("that: that\nb: b\na: a\nis: is\n", "that a b* b* b* a is a",
                  ph_buffer_text(&text), wanted);
        ph_buffer_cut(&text, from);
        ph_buffer_put(&text, "that ");
    }
    ph_buffer_free(&text);
}

static void refused(const char *lines, const char *names, const char *message)
{
    struct ph_classes *classes = NULL;
    struct ph_sequence sequence;
    struct ph_error error;
    enum ph_status status = load(lines, &classes, &error);
    if (status == PH_OK)
        status = ph_sequence_new(classes, names, "here", &sequence, &error);
    cr_expect_neq(status, PH_OK);
    cr_expect(strstr(error.message, message), "%s", error.message);
    ph_classes_free(classes);
}

Test(sequence, what_is_wrong_is_said)
{
    refused("# to: to\n", "to", "here: there is no class 'to'");
    refused("to: to\nensures\n", "to", ":2: not the name of a class");
    refused("to: to\n", "to verb", "here: there is no class 'verb'");
    refused("to: to\n", "", "here: no words");
    refused("to: to\n", "to to to to to to to to to to to", "here: more than 10 words");
    refused("to: to\n", "to*", "here: a run at the first or the last word");
    refused("to: to\n", "to !to to", "here: there is no class '!to'");
    refused("to: to\n", "* to", "here: there is no class ''");
    refused("to: to\n", "to to*", "here: a run at the first or the last word");
    refused("to: to\n", "to to* to* to* to* to", "here: more than 3 runs");
}

Test(sequence, more_classes_than_there_are_bits)
{
    struct ph_buffer lines = {0};
    for (int i = 0; i <= PH_CLASSES; i++)
        ph_buffer_printf(&lines, "c%d: a\n", i);
    refused(ph_buffer_text(&lines), "c0", "more than 192 classes");
    ph_buffer_free(&lines);
}

/* A word for each set of seventeen classes. */
Test(sequence, more_sets_of_classes_than_have_a_number)
{
    enum { BITS = 17 };
    struct ph_buffer lines = {0};
    for (unsigned class = 0; class < BITS; class ++) {
        ph_buffer_printf(&lines, "c%u:", class);
        for (unsigned i = 1; i < 1u << BITS; i++)
            if (i >> class & 1)
                ph_buffer_printf(&lines, " %c%c%c%c%c", 'a' + (int)(i & 15),
                                 'a' + (int)(i >> 4 & 15), 'a' + (int)(i >> 8 & 15),
                                 'a' + (int)(i >> 12 & 15), 'a' + (int)(i >> 16));
        ph_buffer_char(&lines, '\n');
    }
    refused(ph_buffer_text(&lines), "c0", "more than 65536 sets");
    ph_buffer_free(&lines);
}

/* What both say of each word of a file, the names of the classes too. */
static void expect_same(const struct ph_classes *one, const struct ph_classes *other,
                        const struct ph_buffer *file)
{
    const struct ph_text text = {.bytes = file->data, .length = file->length};
    struct ph_word *words;
    const size_t count = ph_words_of(&text, &words);
    struct ph_class_rows rows = ph_classes_of(one, &text, words, count),
                         others = ph_classes_of(other, &text, words, count);
    size_t classes = 0;
    for (const char *line = file->data; *line; line = strchr(line, '\n') + 1) {
        if (*line == '#')
            continue;
        const size_t length = strcspn(line, ":"), class = ph_classes_number(one, line, length);
        cr_expect_neq(class, PH_CLASSES);
        cr_expect_eq(ph_classes_number(other, line, length), class);
        classes = class >= classes ? class + 1 : classes;
    }
    cr_expect_arr_eq(&others.present, &rows.present, sizeof rows.present);
    cr_expect_arr_eq(others.bits, rows.bits, classes * rows.row * sizeof *rows.bits);
    cr_expect_eq(ph_classes_number(other, "no such", 7), PH_CLASSES);
    ph_class_rows_free(&rows);
    ph_class_rows_free(&others);
    free(words);
}

Test(sequence, classes_of_a_pack_are_those_of_the_file)
{
    struct ph_classes *classes;
    struct ph_error error;
    struct ph_buffer file = {0};
    struct ph_pack_maker *maker = new_pack();
    char *path = ph_data_path("rules/en/classes.txt");
    cr_assert_eq(ph_file_read(path, &file, &error), PH_OK);
    cr_assert_eq(ph_classes_load(path, &classes, &error), PH_OK);
    ph_classes_pack(classes, maker);
    struct ph_pack *pack = pack_of(maker);
    struct ph_classes *packed = ph_classes_of_pack(pack);
    cr_assert_not_null(packed);
    expect_same(classes, packed, &file);
    ph_classes_free(packed);
    ph_classes_free(classes);
    ph_pack_close(pack);
    ph_buffer_free(&file);
    free(path);
}

Test(sequence, no_classes_where_a_pack_has_none)
{
    struct ph_pack_maker *maker = new_pack();
    ph_pack_add(maker, "words", "classes", "too short", 9);
    struct ph_pack *pack = pack_of(maker);
    cr_expect_null(ph_classes_of_pack(pack));
    cr_expect_null(ph_classes_of_pack(NULL));
    ph_pack_close(pack);
}
