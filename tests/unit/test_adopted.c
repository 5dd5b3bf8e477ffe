/* The days of resolutions are read from their list, whose lines are in order. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#include "base/file.h"
#include "un/adopted.h"

static enum ph_status load_text(const char *text, struct ph_adopted **adopted,
                                struct ph_error *error)
{
    char path[] = "/tmp/penholder-adopted-XXXXXX";
    int file = mkstemp(path);
    FILE *stream = fdopen(file, "w");
    fputs(text, stream);
    fclose(stream);
    enum ph_status status = ph_adopted_load(path, adopted, error);
    unlink(path);
    return status;
}

static int on(const struct ph_adopted *adopted, const char *number)
{
    struct ph_date day = ph_adopted_on(adopted, number);
    return day.year * 10000 + day.month * 100 + day.day;
}

Test(adopted, ours_is_read_and_knows_days)
{
    struct ph_adopted *adopted = NULL;
    struct ph_error error = {0};
    char *path = ph_data_path("rules/en/adopted.txt");
    cr_assert_eq(ph_adopted_load(path, &adopted, &error), PH_OK, "%s", error.message);
    cr_expect_eq(on(adopted, "70/1"), 20150925);
    cr_expect_eq(on(adopted, "S/1325"), 20001031);
    cr_expect_eq(on(adopted, "1/1"), 0, "no such session");
    ph_adopted_free(adopted);
    free(path);
}

Test(adopted, first_and_last_of_a_line_are_of_its_day)
{
    struct ph_adopted *adopted = NULL;
    struct ph_error error = {0};
    cr_assert_eq(load_text("# days\n\n73/5-7 2018-03-01\n73/9 2018-03-02\n", &adopted, &error),
                 PH_OK);
    cr_expect_eq(on(adopted, "73/4"), 0);
    cr_expect_eq(on(adopted, "73/5"), 20180301);
    cr_expect_eq(on(adopted, "73/7"), 20180301);
    cr_expect_eq(on(adopted, "73/8"), 0);
    cr_expect_eq(on(adopted, "73/9"), 20180302);
    cr_expect_eq(on(adopted, "73/5-7"), 0, "not one number");
    cr_expect_eq(on(adopted, ""), 0);
    ph_adopted_free(adopted);
}

Test(adopted, what_is_no_line_or_out_of_order_is_wrong)
{
    static const char *const wrong[] = {"73/5",
                                        "73/5 2018-04-31\n",
                                        "73/7-5 2018-03-01\n",
                                        "73/5 2018-03-01 \n",
                                        "/5 2018-03-01\n",
                                        "73/9 2018-03-01\n73/5 2018-03-01\n",
                                        "123456789/5 2018-03-01\n"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct ph_adopted *adopted = NULL;
        struct ph_error error = {0};
        cr_expect_eq(load_text(wrong[i], &adopted, &error), PH_FORMAT, "%s", wrong[i]);
        cr_expect_null(adopted);
    }
}
