/* Tests that need the lexicon and the rules of the program. */
#ifndef PH_TEST_WITH_RULES_H
#define PH_TEST_WITH_RULES_H

#include "rules/rule.h"
#include "with_lexicon.h"

static struct ph_rules *rules;

static inline void set_up_rules(void)
{
    struct ph_error error;
    set_up_lexicon();
    rules = ph_rules_new(lexicon);
    cr_assert_eq(ph_rules_load(rules, NULL, &error), PH_OK, "%s", error.message);
}

static inline void tear_down_rules(void)
{
    ph_rules_free(rules);
    tear_down_lexicon();
}

#endif
