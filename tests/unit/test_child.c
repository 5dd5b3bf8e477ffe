/* Other programs as children: what goes in and out, and that none of the limits can be passed. The
 * children are shells. */
#include <criterion/criterion.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <time.h>

#include "base/child.h"

#define MEGABYTE ((size_t)1024 * 1024)

static struct ph_buffer printed;
static struct ph_error error;

static enum ph_status run(const char *script, const char *input)
{
    const char *const arguments[] = {"/bin/sh", "-c", script, NULL};
    struct ph_child child = {.arguments = arguments,
                             .input = input,
                             .input_length = strlen(input),
                             .seconds = 1,
                             .memory = 512 * MEGABYTE,
                             .output = MEGABYTE};
    error = (struct ph_error){0};
    ph_buffer_free(&printed);
    return ph_child_run("input.pdf", &child, &printed, &error);
}

/* Whether no process of ours is left, running or to be reaped. */
static bool is_alone(void)
{
    return waitpid(-1, NULL, WNOHANG) == -1;
}

static void expect_failure(enum ph_status got, enum ph_status wanted, const char *message)
{
    cr_expect_eq(got, wanted, "%d: %s", got, error.message);
    cr_expect(strstr(error.message, message), "'%s' is not in '%s'", message, error.message);
    cr_expect(strstr(error.message, "input.pdf: ") == error.message, "%s", error.message);
    cr_expect(is_alone());
}

static void tidy(void)
{
    ph_buffer_free(&printed);
}

TestSuite(child, .fini = tidy, .timeout = 20);

Test(child, prints_what_it_was_given)
{
    cr_assert_eq(run("cat; echo behind; echo complaint >&2", "given\n"), PH_OK, "%s",
                 error.message);
    cr_expect_str_eq(ph_buffer_text(&printed), "given\nbehind\n");
    cr_expect(is_alone());
}

Test(child, can_open_and_seek_in_what_it_was_given)
{
    cr_assert_eq(run("tail -c 4 /dev/stdin; cat /dev/stdin", "given"), PH_OK, "%s", error.message);
    cr_expect_str_eq(ph_buffer_text(&printed), "ivengiven");
}

Test(child, that_fails_says_why)
{
    expect_failure(run("echo first >&2; echo second >&2; exit 3", ""), PH_FORMAT,
                   "cannot read it: first");
    cr_expect_null(strstr(error.message, "second"));
}

Test(child, that_complains_without_end_is_not_stored)
{
    expect_failure(run("head -c 50000000 /dev/zero | tr '\\0' x >&2; exit 1", ""), PH_FORMAT,
                   "cannot read it: xxx");
}

Test(child, that_is_not_there_is_told_apart)
{
    static const char *const arguments[] = {"no-such-program-of-penholder", NULL};
    struct ph_child child = {.arguments = arguments, .seconds = 1, .memory = 512 * MEGABYTE};
    expect_failure(ph_child_run("input.pdf", &child, &printed, &error), PH_NOTHING,
                   "no-such-program-of-penholder is not installed");
}

Test(child, that_hangs_is_ended_with_its_own_children)
{
    time_t start = time(NULL);
    expect_failure(run("sleep 100 & sleep 100", ""), PH_LIMIT, "took longer than 1 seconds");
    cr_expect(time(NULL) - start < 10);
}

Test(child, that_closes_its_outputs_and_hangs_is_ended)
{
    expect_failure(run("exec >&- 2>&-; sleep 100", ""), PH_LIMIT, "took longer than 1 seconds");
}

/* Whether a process is gone, or waits for whoever has inherited it to reap it. */
static bool is_gone(long pid)
{
    char path[64], byte;
    snprintf(path, sizeof path, "/proc/%ld/cmdline", pid);
    FILE *file = fopen(path, "r");
    bool gone = !file || fread(&byte, 1, 1, file) == 0;
    if (file)
        fclose(file);
    return gone;
}

Test(child, leaves_no_grandchild_behind)
{
    cr_assert_eq(run("sleep 100 >&- 2>&- & echo $!", ""), PH_OK, "%s", error.message);
    long grandchild = strtol(ph_buffer_text(&printed), NULL, 10);
    cr_assert_gt(grandchild, 1);
    for (int i = 0; i < 100 && !is_gone(grandchild); i++)
        nanosleep(&(struct timespec){.tv_nsec = 20000000}, NULL);
    cr_expect(is_gone(grandchild));
}

Test(child, that_floods_is_ended)
{
    expect_failure(run("cat /dev/zero", ""), PH_LIMIT, "printed more than 1 MiB");
    cr_expect_leq(printed.length, MEGABYTE);
}

Test(child, that_spins_is_ended)
{
    expect_failure(run("while :; do :; done", ""), PH_LIMIT, "took longer than 1 seconds");
}

Test(child, can_write_no_file)
{
    cr_expect_neq(run("echo words >/tmp/penholder-child-$$", ""), PH_OK);
    cr_expect(is_alone());
}
