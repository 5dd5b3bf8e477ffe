/* Words that stay and look otherwise, in the user's own file: their runs say how, and how they
 * looked; where that cannot be said safely they keep their look, and nothing is refused. */
#include "in_place.h"

#define LOOK(properties, words)                                                                    \
    "<w:r><w:rPr>" properties "</w:rPr><w:t xml:space=\"preserve\">" words "</w:t></w:r>"
#define WAS(id, properties)                                                                        \
    "<w:rPrChange w:id=\"" id "\" w:author=\"penholder\"><w:rPr>" properties                       \
    "</w:rPr></w:rPrChange>"
#define ITALIC "<w:i/><w:iCs/>"
#define UPRIGHT "<w:i w:val=\"0\"/><w:iCs w:val=\"0\"/>"

static void expect_looks(const char *old, const char *new, const char *wanted)
{
    expect_in(PH_COMPARE_LOOKS, old, new, wanted);
}

/* The file stays as it is, and a remark says that a look was left. */
static void expect_left(const char *old, const char *new)
{
    struct made made = put_in(PH_COMPARE_LOOKS, &(struct test_parts){.body = old},
                              &(struct test_parts){.body = new});
    cr_assert_eq(made.status, PH_OK, "%s", made.error.message);
    cr_assert_eq(made.out.length, made.old.length);
    cr_expect_arr_eq(made.out.data, made.old.data, made.old.length);
    cr_expect(strstr(ph_buffer_text(&made.work.remarks), "look"), "no remark");
    forget(&made);
}

Test(in_place_looks, words_become_italic_and_say_what_they_were)
{
    expect_looks(ORGAN P(R("Noting the report of the Secretary-General,")) LAST,
                 ORGAN P(R("Noting the ") LOOK("<w:i/>", "report") R(" of the Secretary-General,"))
                     LAST,
                 ORGAN P(CUT("Noting the ") LOOK(ITALIC WAS("1", ""), "report")
                             CUT(" of the Secretary-General,")) LAST);
}

Test(in_place_looks, a_whole_run_is_not_cut)
{
    expect_looks(ORGAN P(R("Noting ") LOOK("<w:i/>", "the report") R(" of the Secretary-General,"))
                     LAST,
                 ORGAN P(R("Noting the report of the Secretary-General,")) LAST,
                 ORGAN P(R("Noting ") LOOK(UPRIGHT WAS("1", "<w:i/>"), "the report")
                             R(" of the Secretary-General,")) LAST);
}

Test(in_place_looks, other_properties_stay_and_keep_their_order)
{
    static const char old[] =
        ORGAN P(R("Noting ") LOOK("<w:rFonts w:ascii=\"A\"/><w:i/><w:sz w:val=\"20\"/><w:u/>"
                                  "<w:lang w:val=\"en\"/>",
                                  "the report") R(" of the Secretary-General,")) LAST;
    expect_looks(old,
                 ORGAN P(R("Noting ") LOOK("<w:b/><w:vertAlign w:val=\"superscript\"/>",
                                           "the report") R(" of the Secretary-General,")) LAST,
                 ORGAN P(R("Noting ") LOOK(
                     "<w:rFonts w:ascii=\"A\"/><w:b/><w:bCs/>" UPRIGHT
                     "<w:sz w:val=\"20\"/><w:u/><w:vertAlign w:val=\"superscript\"/>"
                     "<w:lang w:val=\"en\"/>" WAS("1", "<w:rFonts w:ascii=\"A\"/><w:i/>"
                                                       "<w:sz w:val=\"20\"/><w:u/>"
                                                       "<w:lang w:val=\"en\"/>"),
                     "the report") R(" of the Secretary-General,")) LAST);
}

Test(in_place_looks, words_beside_may_go_and_come)
{
    expect_looks(
        ORGAN P(R("Noting the old report of the Secretary-General,")) LAST,
        ORGAN P(R("Noting the new ") LOOK("<w:i/>", "report") R(" of the Secretary-General,")) LAST,
        ORGAN P(CUT("Noting the ") DEL("2", GONE("old")) INS("1", NEW("new")) CUT(" ")
                    LOOK(ITALIC WAS("3", ""), "report") CUT(" of the Secretary-General,")) LAST);
}

Test(in_place_looks, the_look_of_headings_stays)
{
    static const char old[] = ORGAN P(R("Noting the report of the Secretary-General,"))
        P("<w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>" R("Towns")) LAST;
    static const char new[] = ORGAN P(R("Noting the report of the Secretary-General,"))
        P("<w:pPr><w:outlineLvl w:val=\"0\"/></w:pPr>" LOOK("<w:i/>", "Towns")) LAST;
    expect_looks(old, new, old);
}

Test(in_place_looks, what_somebody_changed_keeps_its_look)
{
    static const char new[] =
        ORGAN P(R("Noting the ") LOOK("<w:i/>", "report") R(" of the Secretary-General,")) LAST;
    expect_left(ORGAN P(R("Noting the ")
                            LOOK("<w:rPrChange w:id=\"1\" w:author=\"A\"><w:rPr/></w:rPrChange>",
                                 "report") R(" of the Secretary-General,")) LAST,
                new);
    expect_left(ORGAN P(R("Noting the ") "<w:ins w:id=\"1\" w:author=\"A\">" R(
                    "report") "</w:ins>" R(" of the Secretary-General,")) LAST,
                new);
}
