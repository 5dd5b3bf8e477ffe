/* The way into an archive's file: what is held is as it was at one moment, and a rest lets builders
 * in, whatever was still being read. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "archive/store.h"

static char path[64];

static struct ph_store *open_store(enum ph_store_mode mode)
{
    struct ph_store *store;
    struct ph_error error;
    cr_assert_eq(ph_store_open(path, mode, &store, &error), PH_OK, "%s", error.message);
    return store;
}

static void run(struct ph_store *store, const char *sql)
{
    struct ph_error error;
    cr_assert_eq(ph_run(ph_query(store, sql), &error), PH_OK, "%s", error.message);
}

static void begin(void)
{
    strcpy(path, "/tmp/penholder-store-XXXXXX");
    const int file = mkstemp(path);
    cr_assert_geq(file, 0);
    close(file);
    struct ph_store *store = open_store(PH_STORE_WRITE);
    run(store, "CREATE TABLE lake (depth INTEGER)");
    run(store, "INSERT INTO lake VALUES (1), (2), (3)");
    ph_store_close(store);
}

static void end(void)
{
    unlink(path);
}

TestSuite(store, .init = begin, .fini = end);

static int64_t count_lakes(struct ph_store *store)
{
    struct ph_error error;
    struct ph_query *query = ph_query(store, "SELECT count(*) FROM lake");
    cr_assert_eq(ph_step(query, &error), PH_OK, "%s", error.message);
    return ph_column_number(query);
}

/* Another program that stores a lake once it is told to; it waits where it has to. It comes before
 * any store is open: what SQLite knows of locks is not for two processes. */
struct builder {
    pid_t process;
    int go; /* a byte tells it */
};

static int build(void)
{
    struct ph_store *store;
    struct ph_error error;
    int failed = ph_store_open(path, PH_STORE_WRITE, &store, &error) ||
                 ph_store_begin(store, &error) ||
                 ph_run(ph_query(store, "INSERT INTO lake VALUES (4)"), &error) ||
                 ph_store_commit(store, &error);
    if (!failed)
        ph_store_close(store);
    return failed;
}

static struct builder fork_builder(void)
{
    int ends[2];
    char byte;
    cr_assert_eq(pipe(ends), 0);
    struct builder builder = {fork(), ends[1]};
    if (builder.process == 0)
        _exit(read(ends[0], &byte, 1) == 1 ? build() : 1);
    close(ends[0]);
    return builder;
}

static void start(const struct builder *builder)
{
    cr_assert_eq(write(builder->go, "", 1), 1);
}

static void expect_built(const struct builder *builder)
{
    int status = -1;
    close(builder->go);
    cr_assert_eq(waitpid(builder->process, &status, 0), builder->process);
    cr_expect(WIFEXITED(status) && WEXITSTATUS(status) == 0);
}

Test(store, what_is_held_is_of_one_moment_until_the_rest)
{
    const struct builder builder = fork_builder();
    struct ph_store *store = open_store(PH_STORE_READ);
    struct ph_error error;
    cr_assert_eq(ph_store_hold(store, &error), PH_OK, "%s", error.message);
    cr_expect_eq(count_lakes(store), 3);
    start(&builder);
    usleep(300000); /* microseconds: it has come to where it waits, or has done all */
    cr_expect_eq(count_lakes(store), 3);
    ph_store_rest(store);
    expect_built(&builder);
    cr_expect_eq(count_lakes(store), 4);
    ph_store_close(store);
}

/* A query that stopped midway would keep builders out for as long as the store is open. */
Test(store, a_rest_ends_what_was_still_being_read, .timeout = 50)
{
    const struct builder builder = fork_builder();
    struct ph_store *store = open_store(PH_STORE_READ);
    struct ph_error error;
    cr_assert_eq(ph_store_hold(store, &error), PH_OK);
    struct ph_query *query = ph_query(store, "SELECT depth FROM lake ORDER BY rowid");
    cr_assert_eq(ph_step(query, &error), PH_OK);
    cr_expect_eq(ph_column_number(query), 1);
    ph_store_rest(store);
    start(&builder);
    expect_built(&builder);
    query = ph_query(store, "SELECT depth FROM lake ORDER BY rowid"); /* from the start again */
    cr_assert_eq(ph_step(query, &error), PH_OK);
    cr_expect_eq(ph_column_number(query), 1);
    ph_store_close(store);
}

Test(store, a_rest_without_a_hold_and_a_second_hold)
{
    struct ph_store *store = open_store(PH_STORE_READ);
    struct ph_error error;
    ph_store_rest(store);
    for (int i = 0; i < 2; i++) {
        cr_assert_eq(ph_store_hold(store, &error), PH_OK, "%s", error.message);
        cr_expect_eq(count_lakes(store), 3);
        ph_store_rest(store);
    }
    ph_store_close(store);
}
