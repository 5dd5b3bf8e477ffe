/* Sources of paragraphs that are split, merged or only look otherwise, in the user's own file: each
 * comment is around the words of its own paragraph, on its side of the end that is new or goes. */
#include "in_place.h"

#define ONE "Recalling its resolution 70/1 on the mountains and valleys of the north,"
#define TWO "Noting with concern the floods of the rivers and forests in the spring,"
#define SAID(id, inside) P(START(id) inside END(id))

static void expect_said(unsigned ways, const char *old, const char *new, const char *wanted)
{
    const struct ph_write_options options = {.sources = true};
    struct made made = put_with(ways, &options, package_of(old, NULL, NO_RELATIONS),
                                &(struct test_parts){.body = new});
    cr_assert_eq(made.status, PH_OK, "%s", made.error.message);
    test_expect_body(&made.out, wanted);
    forget(&made);
}

Test(in_place_sources, both_parts_of_a_split_have_theirs)
{
    expect_said(PH_COMPARE_ENDS, ORGAN P(R(ONE " " TWO)) LAST, ORGAN P(R(ONE)) P(R(TWO)) LAST,
                SAID("1", R("The General Assembly,")) P("<w:pPr><w:rPr>" MARK(
                    "ins", "3") "</w:rPr></w:pPr>" START("2") CUT(ONE) END("2") DEL("5", GONE(" ")))
                    SAID("4", CUT(TWO)) SAID("6", R("Decides to remain seized of the matter.")));
}

Test(in_place_sources, both_parts_of_a_merger_keep_theirs)
{
    expect_said(PH_COMPARE_ENDS, ORGAN P(R(ONE)) P(R(TWO)) LAST, ORGAN P(R(ONE " " TWO)) LAST,
                SAID("1", R("The General Assembly,")) P("<w:pPr><w:rPr>" MARK(
                    "del", "3") "</w:rPr></w:pPr>" START("2") R(ONE) INS("4", NEW(" ")) END("2"))
                    SAID("5", R(TWO)) SAID("6", R("Decides to remain seized of the matter.")));
}

Test(in_place_sources, a_source_is_around_words_that_look_otherwise)
{
    expect_said(
        PH_COMPARE_LOOKS, ORGAN P(R("Noting the report of the Secretary-General,")) LAST,
        ORGAN P(R("Noting the ") "<w:r><w:rPr><w:i/></w:rPr><w:t>report</w:t></w:r>" R(
            " of the Secretary-General,")) LAST,
        SAID("1", R("The General Assembly,")) SAID(
            "2", CUT("Noting the ") "<w:r><w:rPr><w:i/><w:iCs/><w:rPrChange w:id=\"3\" "
                                    "w:author=\"penholder\"><w:rPr></w:rPr></w:rPrChange></w:rPr>"
                                    "<w:t xml:space=\"preserve\">report</w:t></w:r>" CUT(
                                        " of the Secretary-General,"))
            SAID("4", R("Decides to remain seized of the matter.")));
}
