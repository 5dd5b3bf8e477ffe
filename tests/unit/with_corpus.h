/* Tests that need the texts of the corpus, read. */
#ifndef PH_TEST_WITH_CORPUS_H
#define PH_TEST_WITH_CORPUS_H

#include <criterion/criterion.h>

#include "penholder.h"

static struct ph_work work;

static inline void set_up_corpus(void)
{
    struct ph_error error;
    cr_assert_eq(ph_work_add(&work, PH_TEST_SOURCE "/corpus/csto", &error), PH_OK, "%s",
                 error.message);
}

static inline void tear_down_corpus(void)
{
    ph_work_free(&work);
}

#endif
