/* The ground floor: memory, text, files, patterns, XML. Each test says what it proves. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/file.h"
#include "base/folder.h"
#include "base/memory.h"
#include "base/nearest.h"
#include "base/regex.h"
#include "base/utf8.h"
#include "base/xml.h"
#include "base/zip.h"

static char folder[] = "/tmp/penholder-test-XXXXXX";

static char *in_folder(const char *name)
{
    struct ph_buffer path = {0};
    ph_buffer_printf(&path, "%s/%s", folder, name);
    return ph_buffer_take(&path);
}

static char *clean(const char *bytes, size_t length, size_t *wrong)
{
    struct ph_buffer out = {0};
    *wrong = ph_utf8_clean(bytes, length, &out);
    return ph_buffer_take(&out);
}

Test(buffer, white_space_is_folded_and_trimmed)
{
    struct ph_buffer out = {0};
    ph_buffer_trim(&out);
    ph_buffer_fold(&out, " \n a\tb  ", 8);
    ph_buffer_fold(&out, " c \0 d ", 7);
    cr_expect_eq(out.length, 10);
    cr_expect(!memcmp(out.data, "a b c \0 d ", 11));
    ph_buffer_trim(&out);
    cr_expect_eq(out.length, 9);
    cr_expect_eq(out.data[9], '\0');
    ph_buffer_free(&out);
}

Test(nearest, one_slip_in_three_letters)
{
    static const char *const names[] = {"date", "sponsors", "report-symbol"};
    cr_expect_str_eq(ph_nearest("dates", names, 3), "date");
    cr_expect_str_eq(ph_nearest("sposnor", names, 3), "sponsors");
    cr_expect_str_eq(ph_nearest("reportsymbol", names, 3), "report-symbol");
    cr_expect_null(ph_nearest("country", names, 3));
    cr_expect_null(ph_nearest("", names, 3));
    cr_expect_null(ph_nearest("date", names, 0));
}

Test(utf8, bytes_of_old_word_files_become_text)
{
    size_t wrong;
    char *text = clean("\x93Kanal\x94 \x96 x", 11, &wrong);
    cr_assert_str_eq(text, "“Kanal” – x");
    cr_assert_eq(wrong, 3);
    free(text);
}

Test(utf8, bom_nul_and_controls_go_and_line_ends_are_one)
{
    size_t wrong;
    char *text = clean("\xEF\xBB\xBF"
                       "a\0b\x07\r\nc\rd\te",
                       14, &wrong);
    cr_assert_str_eq(text, "ab\nc\nd\te");
    cr_assert_eq(wrong, 0);
    free(text);
}

Test(utf8, characters_stay_as_written_and_only_folding_composes)
{
    size_t wrong;
    char *text = clean("Tu\xCC\x88rkiye", 10, &wrong);
    cr_assert_str_eq(text, "Tu\xCC\x88rkiye");
    char *folded = ph_utf8_fold(text, strlen(text));
    cr_assert_str_eq(folded, "türkiye");
    free(folded);
    free(text);
}

Test(utf8, folding_makes_dashes_quotes_and_case_alike)
{
    char *text = ph_utf8_fold("  A–B\u00a0“C”\u00ad ", strlen("  A–B\u00a0“C”\u00ad "));
    cr_assert_str_eq(text, "a-b \"c\"");
    free(text);
}

Test(utf8, width_counts_columns_not_bytes)
{
    cr_assert_eq(ph_utf8_width("é日a", strlen("é日a")), 4);
}

Test(buffer, white_space_is_folded_also_between_what_is_added)
{
    struct ph_buffer out = {0};
    ph_buffer_fold(&out, "\n  At its ", strlen("\n  At its "));
    ph_buffer_fold(&out, " \t", strlen(" \t"));
    ph_buffer_fold(&out, "\r\nseventieth\n session", strlen("\r\nseventieth\n session"));
    cr_expect_str_eq(ph_buffer_text(&out), "At its seventieth session");
    ph_buffer_free(&out);
}

Test(file, a_file_is_replaced_only_when_forced_and_never_half)
{
    cr_assert(mkdtemp(folder));
    char *path = in_folder("draft.txt");
    struct ph_error error = {0};
    cr_assert_eq(ph_file_write(path, "one", 3, false, &error), PH_OK);
    cr_assert_eq(ph_file_write(path, "two", 3, false, &error), PH_IO);
    cr_assert(strstr(error.message, "--force"), "%s", error.message);
    struct ph_buffer bytes = {0};
    cr_assert_eq(ph_file_read(path, &bytes, &error), PH_OK);
    cr_assert_str_eq(bytes.data, "one");
    cr_assert_eq(ph_file_write(path, "two", 3, true, &error), PH_OK);
    ph_buffer_clear(&bytes);
    cr_assert_eq(ph_file_read(path, &bytes, &error), PH_OK);
    cr_assert_str_eq(bytes.data, "two");
    char **list;
    cr_assert_eq(ph_file_list(folder, &list, &error), PH_OK);
    cr_assert_str_eq(list[0], path, "nothing but the file may be left beside it");
    cr_assert_null(list[1]);
    ph_file_list_free(list);
    ph_buffer_free(&bytes);
    unlink(path);
    rmdir(folder);
    free(path);
}

/* Makes or removes so many empty files and a folder with one more. */
static void many_files(int count, bool there)
{
    char name[32];
    char *below = in_folder("m");
    if (there)
        cr_assert_eq(mkdir(below, 0700), 0);
    for (int i = 0; i <= count; i++) {
        snprintf(name, sizeof name, i < count ? "%c%05d" : "m/one", i % 2 ? 'n' : 'a', i);
        char *path = in_folder(name);
        FILE *file = there ? fopen(path, "w") : NULL;
        cr_assert_eq(there, file != NULL);
        if (file)
            fclose(file);
        else
            unlink(path);
        free(path);
    }
    rmdir(below);
    free(below);
}

Test(folder, more_files_than_names_are_held_come_all_and_in_order)
{
    enum { FILES = 5 * PH_FOLDER_NAMES / 2 };
    cr_assert(mkdtemp(folder));
    many_files(FILES, true);
    struct ph_folder *walk;
    struct ph_error error = {0};
    cr_assert_eq(ph_folder_open(folder, &walk, &error), PH_OK, "%s", error.message);
    char *before = ph_copy("");
    int count = 0;
    for (const char *path; (path = ph_folder_next(walk)); count++) {
        cr_assert_lt(strcmp(before, path), 0, "%s after %s", path, before);
        free(before);
        before = ph_copy(path);
    }
    cr_expect_eq(count, FILES + 1);
    free(before);
    ph_folder_close(walk);
    many_files(FILES, false);
    rmdir(folder);
    cr_expect_eq(ph_folder_open(folder, &walk, &error), PH_IO);
}

Test(file, a_folder_that_cannot_be_written_is_an_error_that_names_the_file)
{
    struct ph_error error = {0};
    cr_assert_eq(ph_file_write("/nonexistent/x.txt", "a", 1, false, &error), PH_IO);
    cr_assert(strstr(error.message, "/nonexistent/x.txt"));
    cr_assert_eq(ph_file_write("/", "a", 1, true, &error), PH_IO);
    struct ph_buffer bytes = {0};
    cr_assert_eq(ph_file_read("/tmp", &bytes, &error), PH_IO);
    ph_buffer_free(&bytes);
}

Test(file, one_below_the_working_folder_is_named_from_there)
{
    char here[4096], path[4200];
    cr_assert(getcwd(here, sizeof here));
    snprintf(path, sizeof path, "%s/folder/a.txt", here);
    cr_expect_str_eq(ph_file_from_here(path), "folder/a.txt");
    snprintf(path, sizeof path, "%sbeside/a.txt", here);
    cr_expect_str_eq(ph_file_from_here(path), path, "a name that only starts alike");
    snprintf(path, sizeof path, "%s/-", here);
    cr_expect_str_eq(ph_file_from_here(path), path, "not what would be standard input");
    cr_expect_str_eq(ph_file_from_here("a.txt"), "a.txt");
}

Test(status, a_hostile_file_name_cannot_write_to_the_terminal)
{
    struct ph_error error;
    cr_assert_eq(ph_fail(&error, PH_IO, "%s: gone", "a\033[2Jb\n"), PH_IO);
    cr_assert_str_eq(error.message, "a?[2Jb?: gone");
}

Test(status, a_long_message_is_cut_at_a_whole_character)
{
    struct ph_error error;
    char *name = ph_alloc_zero(2001, 1);
    for (size_t i = 0; i < 1000; i++)
        memcpy(name + 2 * i, "é", 2);
    ph_fail(&error, PH_IO, "x%s", name);
    size_t length = strlen(error.message);
    cr_assert_lt(length, sizeof error.message);
    cr_assert_eq(length % 2, 1, "a character was cut in two");
    free(name);
}

Test(regex, groups_fill_a_template)
{
    struct ph_regex *regex;
    struct ph_match match;
    struct ph_error error;
    cr_assert_eq(ph_regex_new("(?<verb>also|further) (\\w+)", false, true, "t", &regex, &error),
                 PH_OK);
    const char *text = "x Also notes";
    cr_assert(ph_regex_find(regex, text, strlen(text), 0, &match));
    char *filled = ph_regex_fill(regex, "${upper:2} ${lower:verb} $$ $9", text, &match);
    cr_assert_str_eq(filled, "Notes also $ ");
    free(filled);
    ph_regex_free(regex);
}

Test(regex, a_wrong_pattern_names_file_and_place)
{
    struct ph_regex *regex;
    struct ph_error error;
    cr_assert_eq(ph_regex_new("a(b", false, false, "rules/x.xml:7", &regex, &error), PH_FORMAT);
    cr_assert(strstr(error.message, "rules/x.xml:7"));
}

Test(regex, a_pattern_that_explodes_is_stopped, .timeout = 20)
{
    struct ph_regex *regex;
    struct ph_match match;
    cr_assert_eq(ph_regex_new("^(a+)+$", false, false, "t", &regex, NULL), PH_OK);
    char text[64];
    memset(text, 'a', 60);
    text[60] = 'b';
    cr_assert_not(ph_regex_find(regex, text, 61, 0, &match));
    ph_regex_free(regex);
}

static enum ph_status parse(const char *text, struct ph_error *error)
{
    xmlDoc *doc = NULL;
    enum ph_status status = ph_xml_parse("x.xml", text, strlen(text), &doc, error);
    xmlFreeDoc(doc);
    return status;
}

Test(xml, entities_and_document_types_are_refused)
{
    struct ph_error error;
    cr_assert_eq(parse("<!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>", &error),
                 PH_FORMAT);
    cr_assert_eq(
        parse("<!DOCTYPE a [<!ENTITY b SYSTEM \"file:///etc/passwd\">]><a>&b;</a>", &error),
        PH_FORMAT);
    cr_assert_eq(parse("<a>&amp;&lt;</a>", &error), PH_OK);
}

Test(xml, a_mistake_is_named_with_its_line)
{
    struct ph_error error;
    cr_assert_eq(parse("<a>\n<b>\n</a>", &error), PH_FORMAT);
    cr_assert(strstr(error.message, "x.xml:3"), "%s", error.message);
    cr_assert_eq(parse("", &error), PH_FORMAT);
}

Test(xml, deep_nesting_is_refused)
{
    struct ph_buffer text = {0};
    struct ph_error error;
    for (int i = 0; i < 100000; i++)
        ph_buffer_put(&text, "<a>");
    cr_assert_neq(parse(ph_buffer_text(&text), &error), PH_OK);
    ph_buffer_clear(&text);
    for (int i = 0; i < PH_XML_DEPTH + 5; i++)
        ph_buffer_put(&text, "<a>");
    for (int i = 0; i < PH_XML_DEPTH + 5; i++)
        ph_buffer_put(&text, "</a>");
    cr_assert_eq(parse(ph_buffer_text(&text), &error), PH_LIMIT);
    ph_buffer_free(&text);
}

Test(zip, the_same_parts_give_the_same_bytes)
{
    struct ph_zip_part parts[] = {{"a.xml", "<a/>", 4}, {"b/c.xml", "<c/>", 4}};
    struct ph_buffer one = {0}, two = {0};
    cr_assert_eq(ph_zip_write(parts, 2, &one, NULL), PH_OK);
    cr_assert_eq(ph_zip_write(parts, 2, &two, NULL), PH_OK);
    cr_assert_gt(one.length, 100);
    cr_assert_eq(one.length, two.length);
    cr_assert_eq(memcmp(one.data, two.data, one.length), 0);
    cr_assert_eq(memcmp(one.data, "PK\003\004", 4), 0);
    ph_buffer_free(&one);
    ph_buffer_free(&two);
}

static const char *part_of(const struct ph_buffer *package, const char *name, struct ph_buffer *out)
{
    struct ph_zip *zip;
    cr_assert_eq(ph_zip_open("p", package->data, package->length, &zip, NULL), PH_OK);
    ph_buffer_clear(out);
    bool is_there = ph_zip_read(zip, name, out, NULL) == PH_OK;
    ph_zip_close(zip);
    return is_there ? ph_buffer_text(out) : NULL;
}

Test(zip, rewriting_replaces_adds_and_takes_out_and_keeps_the_rest)
{
    struct ph_zip_part parts[] = {{"a.xml", "<a/>", 4}, {"b.xml", "<b/>", 4}, {"c.xml", "<c/>", 4}};
    struct ph_zip_part changes[] = {
        {"d.xml", "<d/>", 4}, {"a.xml", "<new/>", 6}, {"b.xml", NULL, 0}};
    struct ph_buffer before = {0}, after = {0}, again = {0}, part = {0};
    cr_assert_eq(ph_zip_write(parts, 3, &before, NULL), PH_OK);
    cr_assert_eq(ph_zip_rewrite(before.data, before.length, changes, 3, &after, NULL), PH_OK);
    cr_assert_str_eq(part_of(&after, "a.xml", &part), "<new/>");
    cr_assert_null(part_of(&after, "b.xml", &part));
    cr_assert_str_eq(part_of(&after, "c.xml", &part), "<c/>");
    cr_assert_str_eq(part_of(&after, "d.xml", &part), "<d/>");
    cr_assert_eq(ph_zip_rewrite(before.data, before.length, changes, 3, &again, NULL), PH_OK);
    cr_assert_eq(after.length, again.length);
    cr_assert_eq(memcmp(after.data, again.data, after.length), 0);
    ph_buffer_free(&before);
    ph_buffer_free(&after);
    ph_buffer_free(&again);
    ph_buffer_free(&part);
}

/* The bytes that came in are the caller's, even where parts in front of the first change stay. */
Test(zip, bytes_that_are_rewritten_stay_the_callers)
{
    char noise[3000];
    for (size_t i = 0; i < sizeof noise; i++)
        noise[i] = (char)(i * i % 251);
    const struct ph_zip_part parts[] = {{"a.bin", noise, sizeof noise}, {"b.xml", "<b/>", 4}};
    const struct ph_zip_part change = {"b.xml", "<new/>", 6};
    struct ph_buffer before = {0}, copy = {0}, after = {0}, part = {0};
    cr_assert_eq(ph_zip_write(parts, 2, &before, NULL), PH_OK);
    ph_buffer_add(&copy, before.data, before.length);
    cr_assert_eq(ph_zip_rewrite(before.data, before.length, &change, 1, &after, NULL), PH_OK);
    cr_expect_arr_eq(before.data, copy.data, copy.length);
    cr_expect_str_eq(part_of(&after, "b.xml", &part), "<new/>");
    ph_buffer_free(&before);
    ph_buffer_free(&copy);
    ph_buffer_free(&after);
    ph_buffer_free(&part);
}

Test(arena, memory_is_zeroed_aligned_and_whole)
{
    struct ph_arena *arena = ph_arena_new();
    for (size_t size = 1; size < 200000; size = size * 3 + 1) {
        unsigned char *memory = ph_arena_alloc(arena, size);
        cr_assert_eq((size_t)memory % 16, 0);
        for (size_t i = 0; i < size; i++)
            cr_assert_eq(memory[i], 0);
        memset(memory, 0xFF, size);
    }
    cr_assert_str_eq(ph_arena_printf(arena, "%d %s", 5, "x"), "5 x");
    ph_arena_free(arena);
}
