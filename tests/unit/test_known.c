/* What an archive knows of other series: the members of a series before a session, what cannot be
 * told because a session has two, and that nothing of a later session is seen. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "archive/form.h"
#include "archive/known.h"
#include "archive/lookup.h"
#include "archive/named.h"
#include "archive/put.h"

static char path[] = "/tmp/knownXXXXXX";
static struct ph_lexicon *lexicon;
static struct ph_known known;
static struct ph_arena *arena;
static struct ph_elsewhere_member *members;
static size_t count;

/* With one paragraph that cites a resolution; `words` NULL: with none. */
static void put_citing(struct ph_store *store, const char *name, int session, const char *title,
                       const char *words, const char *cited, const char *dated)
{
    struct ph_error error;
    struct ph_form form = {0};
    struct ph_record_citation citation = {cited, dated};
    struct ph_record_paragraph paragraph = {
        .part = "preambular", .label = "PP1", .opening = "", .citations = &citation};
    paragraph.citation_count = 1;
    ph_form_read(lexicon, words ? words : "", words ? strlen(words) : 0, &form);
    paragraph.words = ph_buffer_text(&form.words);
    paragraph.values = ph_buffer_text(&form.values);
    struct ph_archive_file file = {.path = name, .rank = 1};
    struct ph_record record = {.name = name,
                               .symbol = name,
                               .session = session,
                               .adopted = "2020-12-21",
                               .title = title,
                               .title_form = title,
                               .remarks = "",
                               .paragraphs = &paragraph,
                               .count = words != NULL};
    cr_assert_eq(ph_archive_put(store, &file, &record, &error), PH_OK, "%s", error.message);
    ph_form_free(&form);
}

static void put(struct ph_store *store, const char *name, int session, const char *title)
{
    put_citing(store, name, session, title, NULL, "", "");
}

static void set_up(void)
{
    struct ph_store *store;
    struct ph_error error;
    close(mkstemp(path));
    arena = ph_arena_new();
    cr_assert_eq(ph_lexicon_load(NULL, &lexicon, &error), PH_OK, "%s", error.message);
    cr_assert_eq(ph_store_open(path, PH_STORE_WRITE, &store, &error), PH_OK, "%s", error.message);
    put(store, "74/1", 74, "floods");
    put(store, "75/2", 75, "floods");
    put(store, "76/3", 76, "floods");
    put(store, "75/7", 75, "ferries");
    put(store, "75/8", 75, "ferries");
    put(store, "76/9", 76, "ferries");
    put(store, "76/10", 76, "a word by itself");
    put(store, "76/21", 76, "tides");
    put_citing(store, "78/30", 78, "signals",
               "Recalling its resolution 77/22 of 14 December 2022 on the tides,", "77/22",
               "2022-12-14");
    put(store, "76/41", 76, "storms");
    put_citing(store, "78/31", 78, "sirens",
               "Recalling its resolution 77/42 of 14 December 2022 on storms,", "77/42",
               "2022-12-14");
    put_citing(store, "78/32", 78, "bells",
               "Recalling its resolution 77/42 of 15 December 2022, on boats,", "77/42",
               "2022-12-15");
    put(store, "76/51", 76, "winds");
    put_citing(store, "78/33", 78, "sails",
               "Recalling its resolution 77/52 of 14 December 2022 on winds and waves,", "77/52",
               "2022-12-14");
    ph_store_close(store);
    cr_assert_eq(ph_known_open(&known, lexicon, path, &error), PH_OK, "%s", error.message);
}

static void tear_down(void)
{
    ph_known_close(&known);
    ph_lexicon_free(lexicon);
    ph_arena_free(arena);
    unlink(path);
}

TestSuite(known, .init = set_up, .fini = tear_down);

static void find(const char *number, int before)
{
    struct ph_error error;
    cr_assert_eq(ph_known_series(&known, number, before, arena, &members, &count, &error), PH_OK,
                 "%s", error.message);
}

Test(known, a_series_is_known_by_any_of_its_members)
{
    find("75/2", 80);
    cr_assert_eq(count, 3);
    cr_expect_str_eq(members[0].number, "74/1");
    cr_expect_str_eq(members[2].number, "76/3");
    cr_expect_str_eq(members[2].adopted, "2020-12-21");
    cr_expect_str_eq(members[2].title, "floods");
    cr_expect_eq(members[2].session, 76);
    cr_expect(members[0].followed);
}

Test(known, nothing_of_the_session_or_a_later_one_is_seen)
{
    find("74/1", 76);
    cr_assert_eq(count, 2);
    cr_expect_str_eq(members[1].number, "75/2");
    find("76/3", 76);
    cr_expect_eq(count, 0, "it does not exist yet");
    find("76/3", 77);
    cr_expect_eq(count, 3, "and does a session later");
}

Test(known, two_in_one_session_are_not_followed)
{
    find("75/7", 80);
    cr_assert_eq(count, 3);
    cr_expect_not(members[0].followed);
    cr_expect_not(members[1].followed);
    cr_expect(members[2].followed);
}

Test(known, what_comes_once_is_known_too_and_what_is_not_there_is_not)
{
    find("76/10", 80);
    cr_expect_eq(count, 1);
    find("12/34", 80);
    cr_expect_eq(count, 0);
}

Test(known, what_is_only_cited_is_known_by_the_title_it_is_cited_with)
{
    find("76/21", 80);
    cr_assert_eq(count, 2);
    cr_expect_null(members[0].cited_in);
    cr_expect_str_eq(members[1].number, "77/22");
    cr_expect_str_eq(members[1].adopted, "2022-12-14");
    cr_expect_str_eq(members[1].cited_in, "78/30 PP1");
    cr_expect(members[1].followed);
    find("76/21", 78);
    cr_expect_eq(count, 1, "nobody has cited it yet");
}

Test(known, a_date_that_somebody_contradicts_and_a_longer_title_prove_nothing)
{
    find("76/41", 80);
    cr_expect_eq(count, 1);
    find("76/51", 80);
    cr_expect_eq(count, 1);
}

Test(known, who_has_asked_stops_no_builder)
{
    struct ph_error error;
    struct ph_store *store;
    struct ph_lookup lookup = ph_archive_lookup(known.store);
    struct ph_lookup_resolution found;
    char **paths;
    find("75/2", 80);
    cr_assert_eq(ph_archive_named(known.store, "75/2", 80, arena, &paths, &error), PH_OK);
    cr_assert_eq(lookup.resolution(lookup.context, arena, "", "75/2", &found, &error), PH_OK);
    cr_assert_eq(ph_store_open(path, PH_STORE_WRITE, &store, &error), PH_OK);
    cr_assert_eq(ph_store_begin(store, &error), PH_OK);
    put(store, "77/4", 77, "floods");
    cr_expect_eq(ph_store_commit(store, &error), PH_OK, "%s", error.message);
    ph_store_close(store);
}
