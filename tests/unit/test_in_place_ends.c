/* Paragraphs that are split or merged in the user's own file: which mark is new, which goes, that
 * the words between stay in their runs, and what is compared as deleted and inserted words instead
 * because it cannot be done safely. */
#include "in_place.h"

#define ONE "Recalling its resolution 70/1 on the mountains and valleys of the north,"
#define TWO "Noting with concern the floods of the rivers and forests in the spring,"
#define NEW_MARK(id) "<w:pPr><w:rPr>" MARK("ins", id) "</w:rPr></w:pPr>"
#define GONE_MARK(id) "<w:pPr><w:rPr>" MARK("del", id) "</w:rPr></w:pPr>"
#define BOTH "<w:jc w:val=\"both\"/>"

static void expect_ends(const char *old, const char *new, const char *wanted)
{
    expect_in(PH_COMPARE_ENDS, old, new, wanted);
}

/* The case is compared without the end that would be new, and without a refusal. */
static void expect_words(const char *old, const char *new)
{
    struct made made = put_in(PH_COMPARE_ENDS, &(struct test_parts){.body = old},
                              &(struct test_parts){.body = new});
    cr_assert_eq(made.status, PH_OK, "%s", made.error.message);
    cr_expect_eq(made.changes.paragraphs_split + made.changes.paragraphs_merged, 0);
    cr_expect_gt(made.changes.words_inserted + made.changes.words_deleted, 5);
    forget(&made);
}

/* ---- splits ---- */

Test(in_place_ends, a_split_is_one_inserted_mark)
{
    expect_ends(ORGAN P(R(ONE " " TWO)) LAST, ORGAN P(R(ONE)) P(R(TWO)) LAST,
                ORGAN P(NEW_MARK("1") CUT(ONE) DEL("2", GONE(" "))) P(CUT(TWO)) LAST);
}

Test(in_place_ends, both_parts_have_the_properties_of_the_whole)
{
    expect_ends(ORGAN P("<w:pPr>" BOTH "</w:pPr>" R(ONE) R(" ") R(TWO)) LAST,
                ORGAN P(R(ONE)) P(R(TWO)) LAST,
                ORGAN P("<w:pPr>" BOTH "<w:rPr>" MARK("ins", "1") "</w:rPr></w:pPr>" R(ONE)
                            DEL("2", "<w:r><w:delText> </w:delText></w:r>"))
                    P("<w:pPr>" BOTH "</w:pPr>" R(TWO)) LAST);
}

Test(in_place_ends, words_beside_the_new_end_may_change)
{
    expect_ends(
        ORGAN P(
            R(ONE
              " and also noting with concern the floods of the rivers and forests in the spring,"))
            LAST,
        ORGAN P(R(ONE)) P(R(TWO)) LAST,
        ORGAN P(NEW_MARK("1") CUT(ONE) DEL("3", GONE(" ")))
            P(DEL("4", GONE("and also noting")) INS("2", OPENING("Noting"))
                  CUT(" with concern the floods of the rivers and forests in the spring,")) LAST);
}

#define OP_ONE "Welcomes the progress made by the towns in the mountains and valleys;"
#define OP_TWO "Requests the Secretary-General to submit a report on the rivers and forests;"

Test(in_place_ends, the_second_part_has_a_number_where_they_are_typed)
{
    expect_ends(ORGAN P(R("1. " OP_ONE " " OP_TWO)) P(R("2. Urges all States to pay;")),
                ORGAN P(R("1. " OP_ONE)) P(R("2. " OP_TWO)) P(R("3. Urges all States to pay;")),
                ORGAN P(NEW_MARK("1") CUT("1. " OP_ONE) DEL("3", GONE(" ")))
                    P(INS("2", NEW("2. ")) CUT(OP_TWO)) P(DEL("5", GONE("2.")) INS("4", NEW("3."))
                                                              CUT(" Urges all States to pay;")));
}

Test(in_place_ends, a_break_between_the_parts_goes)
{
    expect_ends(ORGAN P("<w:r><w:t>" ONE "</w:t><w:br/><w:t>" TWO "</w:t></w:r>") LAST,
                ORGAN P(R(ONE)) P(R(TWO)) LAST,
                ORGAN P(NEW_MARK("1") R(ONE) DEL("2", "<w:r><w:br/></w:r>")) P(R(TWO)) LAST);
}

Test(in_place_ends, a_new_paragraph_follows_the_second_part_in_the_last_one)
{
    expect_ends(ORGAN P(R(ONE " " TWO)),
                ORGAN P(R(ONE)) P(R(TWO)) P(R("Noting with concern the floods of the year,")),
                ORGAN P(NEW_MARK("3") CUT(ONE) DEL("5", GONE(" "))) P(NEW_MARK("4") CUT(TWO))
                    P(INS("1", OPENING("Noting with concern") NEW(" the floods of the year,"))));
}

/* ---- mergers ---- */

Test(in_place_ends, a_merger_is_one_deleted_mark)
{
    expect_ends(ORGAN P(R(ONE)) P(R(TWO)) LAST, ORGAN P(R(ONE " " TWO)) LAST,
                ORGAN P(GONE_MARK("1") R(ONE) INS("2", NEW(" "))) P(R(TWO)) LAST);
}

Test(in_place_ends, the_number_of_the_second_goes)
{
    expect_ends(ORGAN P(R("1. " OP_ONE)) P(R("2.") "<w:r><w:tab/></w:r>" R(OP_TWO))
                    P(R("3. Urges all States to pay;")),
                ORGAN P(R("1. " OP_ONE " " OP_TWO)) P(R("2. Urges all States to pay;")),
                ORGAN P(GONE_MARK("1") R("1. " OP_ONE) INS("2", NEW(" "))) P(
                    DEL("3", "<w:r><w:delText>2.</w:delText></w:r><w:r><w:tab/></w:r>") R(OP_TWO))
                    P(DEL("5", GONE("3.")) INS("4", NEW("2.")) CUT(" Urges all States to pay;")));
}

Test(in_place_ends, empty_paragraphs_between_go_as_well)
{
    expect_ends(ORGAN P(R(ONE)) "<w:p/>" P(R(TWO)) LAST, ORGAN P(R(ONE " " TWO)) LAST,
                ORGAN P(GONE_MARK("1") R(ONE) INS("3", NEW(" "))) P(GONE_MARK("2")) P(R(TWO)) LAST);
}

/* ---- what cannot be done ---- */

Test(in_place_ends, what_is_said_of_one_paragraph_alone_is_not_parted)
{
    static const char *const said[] = {"<w:sectPr/>", "<w:pageBreakBefore/>",
                                       "<w:framePr w:w=\"9\"/>",
                                       "<w:rPr><w:ins w:id=\"1\" w:author=\"A\"/></w:rPr>"};
    for (size_t i = 0; i < sizeof said / sizeof *said; i++) {
        struct ph_buffer split = {0}, merge = {0};
        ph_buffer_printf(&split, ORGAN "<w:p><w:pPr>%s</w:pPr>" R(ONE " " TWO) "</w:p>" LAST,
                         said[i]);
        ph_buffer_printf(&merge, ORGAN "<w:p><w:pPr>%s</w:pPr>" R(ONE) "</w:p>" P(R(TWO)) LAST,
                         said[i]);
        expect_words(split.data, ORGAN P(R(ONE)) P(R(TWO)) LAST);
        expect_words(merge.data, ORGAN P(R(ONE " " TWO)) LAST);
        ph_buffer_free(&split);
        ph_buffer_free(&merge);
    }
}

Test(in_place_ends, what_cannot_be_cut_is_not_split)
{
    static const char new[] = ORGAN P(R(ONE)) P(R(TWO)) LAST;
    expect_words(ORGAN P("<w:hyperlink>" R(ONE " " TWO) "</w:hyperlink>") LAST, new);
    expect_words(ORGAN P("<w:sdt><w:sdtContent>" R(ONE) R(" " TWO) "</w:sdtContent></w:sdt>") LAST,
                 new);
}

Test(in_place_ends, a_table_between_is_not_merged_over)
{
    expect_words(ORGAN P(R(ONE)) "<w:tbl><w:tr><w:tc>" P("") "</w:tc></w:tr></w:tbl>" P(R(TWO))
                     LAST,
                 ORGAN P(R(ONE " " TWO)) LAST);
}

Test(in_place_ends, another_part_of_the_text_is_still_split)
{
    struct made made = put_in(
        PH_COMPARE_ENDS,
        &(struct test_parts){.body = ORGAN P(R(ONE " " TWO))
                                 P("<w:pPr><w:pageBreakBefore/></w:pPr>" R(OP_ONE " " OP_TWO))},
        &(struct test_parts){.body = ORGAN P(R(ONE)) P(R(TWO)) P(R(OP_ONE)) P(R(OP_TWO))});
    cr_assert_eq(made.status, PH_OK, "%s", made.error.message);
    cr_expect_eq(made.changes.paragraphs_split, 1);
    forget(&made);
}
