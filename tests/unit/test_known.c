/* What an archive knows of other series: the members of a series before a session, what cannot be
 * told because a session has two, and that nothing of a later session is seen. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <unistd.h>

#include "archive/known.h"
#include "archive/put.h"

static char path[] = "/tmp/knownXXXXXX";
static struct ph_known known;
static struct ph_arena *arena;
static struct ph_elsewhere_member *members;
static size_t count;

static void put(struct ph_store *store, const char *name, int session, const char *title)
{
    struct ph_error error;
    struct ph_archive_file file = {.path = name, .rank = 1};
    struct ph_record record = {.name = name,
                               .symbol = name,
                               .session = session,
                               .adopted = "2020-12-21",
                               .title = title,
                               .title_form = title,
                               .remarks = ""};
    cr_assert_eq(ph_archive_put(store, &file, &record, &error), PH_OK, "%s", error.message);
}

static void set_up(void)
{
    struct ph_store *store;
    struct ph_error error;
    close(mkstemp(path));
    arena = ph_arena_new();
    cr_assert_eq(ph_store_open(path, PH_STORE_WRITE, &store, &error), PH_OK, "%s", error.message);
    put(store, "74/1", 74, "floods");
    put(store, "75/2", 75, "floods");
    put(store, "76/3", 76, "floods");
    put(store, "75/7", 75, "ferries");
    put(store, "75/8", 75, "ferries");
    put(store, "76/9", 76, "ferries");
    put(store, "76/10", 76, "a word by itself");
    ph_store_close(store);
    cr_assert_eq(ph_known_open(&known, path, &error), PH_OK, "%s", error.message);
}

static void tear_down(void)
{
    ph_known_close(&known);
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
