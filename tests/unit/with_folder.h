/* Tests that need the lexicon of the program, and a folder of their own to write into. */
#ifndef PH_TEST_WITH_FOLDER_H
#define PH_TEST_WITH_FOLDER_H

#include <stdio.h>
#include <stdlib.h>

#include "with_lexicon.h"

static char folder[] = "/tmp/penholder-test-XXXXXX";

static inline void set_up_folder(void)
{
    set_up_lexicon();
    cr_assert_not_null(mkdtemp(folder));
}

static inline void tear_down_folder(void)
{
    char command[64];
    snprintf(command, sizeof command, "rm -r %s", folder);
    cr_expect_eq(system(command), 0);
    tear_down_lexicon();
}

#endif
