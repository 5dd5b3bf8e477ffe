/* The archive: what is masked comes back, records survive the pipe, and the tables hold what was
 * put into them, once, whatever comes in which order. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "archive/form.h"
#include "archive/put.h"
#include "archive/wanted.h"
#include "reading.h"

/* ---- forms ---- */

static struct ph_lexicon *with;

static void set_up_words(void)
{
    with = test_lexicon();
}

static void tear_down_words(void)
{
    ph_lexicon_free(with);
}

TestSuite(archive_form, .init = set_up_words, .fini = tear_down_words);

static void expect_form(const char *text, const char *words)
{
    struct ph_form form = {0};
    struct ph_buffer again = {0};
    ph_form_read(with, text, strlen(text), &form);
    cr_expect_str_eq(ph_buffer_text(&form.words), words);
    ph_form_fill(ph_buffer_text(&form.words), ph_buffer_text(&form.values), &again);
    cr_expect_str_eq(ph_buffer_text(&again), text);
    ph_buffer_free(&again);
    ph_form_free(&form);
}

Test(archive_form, numbers_and_ordinals_of_sessions_are_masked_and_come_back)
{
    expect_form("resolution 64/256 of 2 March 2010", "resolution 0/0 of 0 March 0");
    expect_form("at its seventy-fifth session", "at its 0th session");
    expect_form("its hundred and first session", "its 0th session");
    expect_form("its 20th session, 0 and 0th", "its 0th session, 0 and 0th");
    expect_form("the First Committee, third parties", "the First Committee, third parties");
    expect_form("“2015–2030”, thirty countries", "“0–0”, thirty countries");
    expect_form("", "");
}

Test(archive_form, values_that_are_missing_leave_their_place_empty)
{
    struct ph_buffer out = {0};
    ph_form_fill("of 0 March 0, 0th", "2\n", &out);
    cr_expect_str_eq(ph_buffer_text(&out), "of 2 March , th");
    ph_buffer_free(&out);
}

/* ---- what is asked for ---- */

TestSuite(archive_wanted, .init = set_up_words, .fini = tear_down_words);

static void expect_wanted(const char *text, enum ph_found match, const char *query,
                          const char *numbers)
{
    struct ph_wanted wanted;
    struct ph_buffer words = {0}, list = {0};
    ph_wanted_read(with, text, &wanted);
    ph_wanted_query(&wanted, match, &words);
    ph_wanted_numbers(&wanted, match, &list);
    cr_expect_str_eq(ph_buffer_text(&words), query);
    cr_expect_str_eq(ph_buffer_text(&list), numbers);
    ph_buffer_free(&words);
    ph_buffer_free(&list);
    ph_wanted_free(&wanted);
}

Test(archive_wanted, words_and_quoted_phrases_are_asked_for_with_their_numbers)
{
    expect_wanted("resolution 64/256 -- of", PH_FOUND_PHRASE, "\"resolution 0/0 -- of\"",
                  "[\"\\n64\\n256\\n\"]");
    expect_wanted("resolution 64/256 -- of", PH_FOUND_WORDS,
                  "\"resolution\" AND \"0/0\" AND \"of\"", "[\"\\n64\\n\",\"\\n256\\n\"]");
    expect_wanted("women “70/1 of” \"2 a", PH_FOUND_PHRASE,
                  "\"0/0 of\" AND \"0 a\" AND \"women  \"", "[\"\\n70\\n1\\n\",\"\\n2\\n\"]");
    expect_wanted("a\"b\"", PH_FOUND_NEAR, "\"b\" AND \"a\"", "[]");
    expect_wanted("--", PH_FOUND_PHRASE, "", "[]");
}

/* ---- records ---- */

static const char *const text_75 = "A/RES/75/1\n\nTitle of it\n\nThe General "
                                   "Assembly,\n\nRecalling its resolution 73/331 of 25 July "
                                   "2019,\n\n1.\tNotes the report;\n\n2.\tDecides to return to it "
                                   "at its seventy-seventh session.\n";
static const char *const text_77 =
    "A/RES/77/2\n\nTitle of it\n\nThe General Assembly,\n\nRecalling its resolution 75/1 of 3 July "
    "2021,\n\n1.\tNotes the report;\n\n2.\tDecides to return to it at its seventy-ninth session.\n";

static struct ph_record *record_of(const char *text, struct ph_arena *arena)
{
    struct ph_lexicon *lexicon = test_lexicon(); /* owns the opening phrases */
    struct ph_document *document = NULL;
    struct ph_error error;
    cr_assert_eq(ph_read("test", text, strlen(text), lexicon, &document, &error), PH_OK);
    struct ph_record *record = ph_record_make(document, arena);
    ph_document_free(document);
    ph_lexicon_free(lexicon);
    return record;
}

Test(archive_record, comes_back_from_bytes_and_from_no_part_of_them)
{
    struct ph_arena *arena = ph_arena_new();
    struct ph_buffer one = {0}, two = {0};
    ph_record_write(record_of(text_75, arena), &one);
    struct ph_record *record = ph_record_read(one.data, one.length, arena);
    cr_assert_not_null(record);
    cr_expect_str_eq(record->name, "75/1");
    cr_expect_eq(record->session, 75);
    cr_assert_eq(record->count, 4);
    cr_expect_str_eq(record->paragraphs[1].citations[0].cited, "73/331");
    cr_expect_str_eq(record->paragraphs[1].citations[0].dated, "2019-07-25");
    ph_record_write(record, &two);
    cr_expect_eq(one.length, two.length);
    cr_expect_eq(memcmp(one.data, two.data, one.length), 0);
    for (size_t length = 0; length < one.length; length++)
        cr_expect_null(ph_record_read(one.data, length, arena));
    ph_buffer_free(&one);
    ph_buffer_free(&two);
    ph_arena_free(arena);
}

/* ---- tables ---- */

static char path[] = "/tmp/archiveXXXXXX";
static struct ph_store *store;
static struct ph_arena *arena;

static void set_up(void)
{
    struct ph_error error;
    close(mkstemp(path));
    arena = ph_arena_new();
    cr_assert_eq(ph_store_open(path, PH_STORE_WRITE, &store, &error), PH_OK, "%s", error.message);
}

static void tear_down(void)
{
    ph_store_close(store);
    ph_arena_free(arena);
    unlink(path);
}

static void put(const char *name, int rank, const char *text)
{
    struct ph_error error;
    struct ph_archive_file file = {.path = name, .rank = rank};
    cr_assert_eq(ph_archive_put(store, &file, record_of(text, arena), &error), PH_OK, "%s",
                 error.message);
}

static int64_t ask(const char *sql)
{
    struct ph_error error;
    struct ph_query *query = ph_query(store, sql);
    cr_assert_eq(ph_step(query, &error), PH_OK);
    return ph_column_number(query);
}

TestSuite(archive_put, .init = set_up, .fini = tear_down);

Test(archive_put, a_wording_that_only_moves_is_stored_once)
{
    put("a.txt", 3, text_75);
    put("b.txt", 3, text_77);
    cr_expect_eq(ask("SELECT count(*) FROM resolution"), 2);
    cr_expect_eq(ask("SELECT count(*) FROM paragraph"), 8);
    cr_expect_eq(ask("SELECT count(*) FROM form"), 4);
    cr_expect_eq(ask("SELECT uses FROM form WHERE words LIKE 'Decides%'"), 2);
    cr_expect_eq(ask("SELECT first FROM form WHERE words LIKE 'Decides%'"), 75);
    cr_expect_eq(ask("SELECT last FROM form WHERE words LIKE 'Decides%'"), 77);
    cr_expect_eq(ask("SELECT count(*) FROM form_words WHERE form_words MATCH '\"return to it\"'"),
                 1);
}

Test(archive_put, of_two_files_of_one_resolution_the_better_form_gives_the_words)
{
    put("a.txt", 3, text_75);
    put("a.docx", 1, text_75);
    put("a.pdf", 5, text_75);
    cr_expect_eq(ask("SELECT count(*) FROM resolution"), 1);
    cr_expect_eq(ask("SELECT count(*) FROM paragraph"), 4);
    cr_expect_eq(ask("SELECT count(*) FROM file WHERE name = '75/1'"), 3);
    cr_expect_eq(ask("SELECT rank FROM file JOIN resolution ON file.id = resolution.file"), 1);
}

Test(archive_put, what_is_taken_out_leaves_nothing)
{
    struct ph_error error;
    put("a.txt", 3, text_75);
    put("b.txt", 3, text_77);
    cr_assert_eq(ph_archive_forget(store, "b.txt", &error), PH_OK);
    cr_expect_eq(ask("SELECT last FROM form WHERE words LIKE 'Decides%'"), 75);
    cr_assert_eq(ph_archive_forget(store, "a.txt", &error), PH_OK);
    cr_expect_eq(ask("SELECT count(*) FROM resolution"), 0);
    cr_expect_eq(ask("SELECT count(*) FROM form"), 0);
    cr_expect_eq(ask("SELECT count(*) FROM citation"), 0);
    cr_expect_eq(ask("SELECT count(*) FROM form_words WHERE form_words MATCH 'decides'"), 0);
    cr_expect_eq(ask("SELECT count(*) FROM file"), 0);
}

Test(archive_put, of_two_files_of_one_format_the_order_of_reading_does_not_matter)
{
    put("b.txt", 3, text_75);
    put("a.txt", 3, text_75);
    cr_expect_eq(ask("SELECT path = 'a.txt' FROM file JOIN resolution ON file.id = file"), 1);
    put("b.txt", 3, text_75);
    cr_expect_eq(ask("SELECT path = 'a.txt' FROM file JOIN resolution ON file.id = file"), 1);
}

Test(archive_put, what_cannot_be_read_any_longer_stays_as_it_was)
{
    struct ph_error error;
    put("a.txt", 3, text_75);
    cr_assert_eq(ph_archive_put_problem(store, "a.txt", "no permission", &error), PH_OK);
    cr_expect_eq(ask("SELECT count(*) FROM resolution"), 1);
    cr_expect_eq(ask("SELECT count(*) FROM file WHERE problem = 'no permission'"), 1);
    cr_expect_eq(ask("SELECT changed FROM file"), 0);
}
