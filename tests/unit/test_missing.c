/* Members that are not among the sources: what a text says of the resolutions that it cites tells
 * whether they are of its own series. */
#include <stdio.h>
#include <string.h>

#include "learn/pattern.h"
#include "test_series.h"
#include "with_rules.h"

TestSuite(missing, .init = set_up_rules, .fini = tear_down_rules);

/* The members that one resolution of session 78 with this preambular paragraph makes known:
 * "75/4 77/6", without itself. */
static const char *known_from(const char *preambular)
{
    static char known[128];
    char paragraph[1024];
    snprintf(paragraph, sizeof paragraph, "P %s", preambular);
    const char *const paragraphs[] = {paragraph, "O Decides to go on with small things.", NULL};
    struct ph_document *document = resolution(lexicon, "78/9", "7 December 2023", paragraphs);
    const struct ph_document *source = document;
    struct ph_pattern *pattern;
    cr_assert_eq(ph_learn(&source, 1, 0, lexicon, rules, &pattern, NULL), PH_OK);
    known[0] = '\0';
    for (size_t i = 0; i + 1 < pattern->member_count; i++)
        snprintf(known + strlen(known), sizeof known - strlen(known), "%s%s", *known ? " " : "",
                 pattern->members[i].number);
    ph_pattern_free(pattern);
    ph_document_free(document);
    return known;
}

static void expect(const char *preambular, const char *known)
{
    cr_expect_str_eq(known_from(preambular), known, "%s\nmakes known: %s", preambular,
                     known_from(preambular));
}

Test(missing, the_title_stands_behind_the_citation_or_before_it)
{
    expect("Recalling its resolution 77/6 of 12 December 2022 on cooperation in small things,",
           "77/6");
    expect("Recalling its previous resolutions on cooperation in small things, including "
           "resolution 77/6 of 12 December 2022,",
           "77/6");
    expect("Recalling its previous resolutions on great things, including resolution 77/6 of 12 "
           "December 2022,",
           "");
}

Test(missing, the_subject_is_that_of_the_text_unless_another_is_named)
{
    expect("Recalling all its previous resolutions on the subject, the most recent of which was "
           "resolution 76/5 of 16 December 2021,",
           "76/5");
    expect("Recalling its relevant resolutions, including resolution 77/6 of 12 December 2022,",
           "77/6");
    expect("Recalling its resolution 46/2 of 11 December 1991 and all its subsequent resolutions "
           "on the question, including resolution 77/6 of 12 December 2022,",
           "77/6");
    expect("Recalling its resolution 46/2 of 19 December 1991 on the strengthening of great "
           "things and all subsequent resolutions on the subject, including resolution 77/6 of 6 "
           "December 2022,",
           "");
    expect("Recalling its resolution 77/6 of 12 December 2022 and all its previous resolutions,",
           "77/6");
}

Test(missing, a_list_that_ends_with_one_of_each_session_is_the_series)
{
    expect("Recalling its resolutions 56/1 of 21 December 2001, 74/3 of 19 December 2019, 75/4 of "
           "21 December 2020, 76/5 of 17 December 2021 and 77/6 of 12 December 2022,",
           "74/3 75/4 76/5 77/6");
    expect("Recalling its resolutions 74/3 of 19 December 2019, 75/4 of 21 December 2020, 76/5 of "
           "17 December 2021 and 77/6 of 12 December 2022 on great things,",
           "");
    expect("Recalling its resolutions 70/1 of 25 September 2015, 74/3 of 19 December 2019 and "
           "75/4 of 21 December 2020,",
           "");
}
