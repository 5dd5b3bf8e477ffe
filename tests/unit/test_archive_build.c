/* Building an archive: what a reader dies of costs that file alone, what is known is not read
 * again, and what is found comes in the order of the files. */
#include <criterion/criterion.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "archive/build.h"
#include "archive/facts.h"
#include "reading.h"

static char folder[] = "/tmp/archiveXXXXXX";
static struct ph_lexicon *lexicon;
static struct ph_buffer remarks;

static char *path_of(const char *name)
{
    struct ph_buffer path = {0};
    ph_buffer_printf(&path, "%s/%s", folder, name);
    return ph_buffer_take(&path);
}

static void write_file(const char *name, const char *number)
{
    char *path = path_of(name);
    FILE *file = fopen(path, "w");
    cr_assert_not_null(file);
    fprintf(file, "A/RES/%s\n\nTitle\n\nThe General Assembly,\n\n1.\tNotes %s;\n", number, number);
    fclose(file);
    free(path);
}

static void remove_file(const char *name)
{
    char *path = path_of(name);
    unlink(path);
    free(path);
}

static void set_up(void)
{
    cr_assert_not_null(mkdtemp(folder));
    lexicon = test_lexicon();
    write_file("a.txt", "70/1");
    write_file("bad.txt", "70/2");
    write_file("dies.txt", "70/3");
    write_file("z.txt", "70/4");
}

static void tear_down(void)
{
    static const char *const names[] = {"a.txt", "bad.txt", "dies.txt", "z.txt", "archive"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        remove_file(names[i]);
    rmdir(folder);
    ph_lexicon_free(lexicon);
    ph_buffer_free(&remarks);
}

/* Dies of one file, and cannot read another. */
static enum ph_status read_some(void *context, const char *path, struct ph_document **document,
                                int *rank, struct ph_error *error)
{
    struct ph_buffer bytes = {0};
    (void)context;
    *rank = 0;
    if (strstr(path, "dies"))
        raise(SIGKILL);
    if (strstr(path, "bad"))
        return ph_fail(error, PH_FORMAT, "%s: is bad", path);
    enum ph_status status = ph_file_read(path, &bytes, error);
    if (status == PH_OK)
        status = ph_read(path, ph_buffer_text(&bytes), bytes.length, lexicon, document, error);
    ph_buffer_free(&bytes);
    return status;
}

static void remember(void *context, const char *path, const char *what)
{
    (void)context;
    ph_buffer_printf(&remarks, "%s: %s\n", ph_file_name(path), what);
}

static struct ph_build_counts build(bool forget)
{
    struct ph_error error;
    char *archive = path_of("archive");
    char *const sources[] = {folder, NULL};
    struct ph_build build = {.archive = archive,
                             .sources = sources,
                             .forget = forget,
                             .read = read_some,
                             .remark = remember};
    ph_buffer_clear(&remarks);
    cr_assert_eq(ph_archive_build(&build, &error), PH_OK, "%s", error.message);
    free(archive);
    return build.done;
}

static int64_t documents(void)
{
    struct ph_error error;
    struct ph_store *store;
    struct ph_archive_facts facts;
    struct ph_arena *arena = ph_arena_new();
    char *archive = path_of("archive");
    cr_assert_eq(ph_store_open(archive, PH_STORE_READ, &store, &error), PH_OK);
    bool compared;
    cr_assert_eq(ph_archive_check(store, &compared, &error), PH_OK, "%s", error.message);
    cr_expect(compared);
    cr_assert_eq(ph_archive_facts(store, 10, arena, &facts, &error), PH_OK);
    ph_store_close(store);
    ph_arena_free(arena);
    free(archive);
    return facts.documents;
}

TestSuite(archive_build, .init = set_up, .fini = tear_down);

Test(archive_build, a_file_that_a_reader_dies_of_costs_that_file_alone)
{
    struct ph_build_counts counts = build(false);
    cr_expect_eq(counts.done, 4);
    cr_expect_eq(counts.unread, 2);
    cr_expect_eq(documents(), 2);
    cr_expect_str_eq(ph_buffer_text(&remarks),
                     "bad.txt: is bad\ndies.txt: reading it was ended by signal 9\n");
}

Test(archive_build, only_what_changed_or_could_not_be_read_is_read_again)
{
    build(false);
    write_file("a.txt", "70/1000");
    struct ph_build_counts counts = build(false);
    cr_expect_eq(counts.known, 1);
    cr_expect_eq(counts.done, 3);
    cr_expect_eq(counts.unread, 2);
    cr_expect_eq(documents(), 2);
}

Test(archive_build, what_is_gone_stays_until_it_is_forgotten)
{
    build(false);
    remove_file("a.txt");
    cr_expect_eq(build(false).gone, 1);
    cr_expect_eq(documents(), 2);
    cr_expect_eq(build(true).gone, 1);
    cr_expect_eq(documents(), 1);
    cr_expect_eq(build(true).gone, 0);
}
