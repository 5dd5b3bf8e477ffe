/* Tests that need the lexicon of the program. */
#ifndef PH_TEST_WITH_LEXICON_H
#define PH_TEST_WITH_LEXICON_H

#include <criterion/criterion.h>

#include "un/lexicon.h"

static struct ph_lexicon *lexicon;

static inline void set_up_lexicon(void)
{
    struct ph_error error;
    cr_assert_eq(ph_lexicon_load(NULL, &lexicon, &error), PH_OK, "%s", error.message);
}

static inline void tear_down_lexicon(void)
{
    ph_lexicon_free(lexicon);
}

#endif
