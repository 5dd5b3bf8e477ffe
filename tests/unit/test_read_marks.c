/* A number in the text becomes a footnote mark only when nothing else can be meant. */
#include "reading.h"

#define HEAD "64/1.\tTitle\n\tThe General Assembly,\n"
#define FOOT "1st plenary meeting\n2 March 2010\n"

static void expect_first(const char *text, const char *wanted)
{
    struct ph_document *document = test_read(text);
    test_expect_marked(test_nth(document, PH_PREAMBULAR, 1), wanted);
    ph_document_free(document);
}

Test(read_marks, glued_to_a_year_and_behind_a_comma)
{
    expect_first(HEAD
                 "\tRecalling the statements of 13 January 20101 and 6 August 2013,2 which,\n" FOOT
                 "1 First.\n2 Second.\n",
                 "Recalling the statements of 13 January 2010{1} and 6 August 2013,{2} which,");
}

Test(read_marks, glued_to_a_word_and_at_the_end)
{
    expect_first(HEAD "\tRecalling the Strategy1 and the Declaration,2\n" FOOT
                      "1 First.\n2 Second.\n",
                 "Recalling the Strategy{1} and the Declaration,{2}");
}

Test(read_marks, a_number_without_such_a_note_stays)
{
    expect_first(HEAD "\tRecalling the Strategy,5 and the Security4 of States,\n" FOOT "1 First.\n",
                 "Recalling the Strategy,5 and the Security4 of States,");
}

Test(read_marks, numbers_of_the_text_stay)
{
    expect_first(HEAD "\tRecalling Articles 1,2 and 3, rule 2, A/C.2/64/L.1 and Add.1, the G2, "
                      "1,100 cases, 2 March 2010 and 64/2, 1 and 2 of them,\n" FOOT
                      "1 First.\n2 Second.\n",
                 "Recalling Articles 1,2 and 3, rule 2, A/C.2/64/L.1 and Add.1, the G2, "
                 "1,100 cases, 2 March 2010 and 64/2, 1 and 2 of them,");
}

Test(read_marks, a_note_is_cited_again)
{
    struct ph_document *document =
        test_read(HEAD "\tHaving considered the report,1\n\t1.\tTakes note of the report,1 and "
                       "decides;\n" FOOT "1 A/64/1.\n");
    test_expect_marked(test_nth(document, PH_OPERATIVE, 1),
                       "Takes note of the report,{1} and decides;");
    cr_expect_eq(test_count(document, PH_FOOTNOTE), 1);
    ph_document_free(document);
}

Test(read_marks, marks_of_pdf_text_stand_apart)
{
    expect_first("64/1. Title\n\nThe General Assembly,\n\n"
                 "Recalling the statement of 13 January 2010, 1 which underlines the\n"
                 "importance of the Declaration of all States and Peoples 2 and the\n"
                 "observance of rule 2 of the rules by the Powers; 3 and its use in 3\n"
                 "of the 24 cases,\n"
                 "_______________\n1 First.\n2 Second.\n3 Third.\n",
                 "Recalling the statement of 13 January 2010,{1} which underlines the "
                 "importance of the Declaration of all States and Peoples{2} and the "
                 "observance of rule 2 of the rules by the Powers;{3} and its use in 3 "
                 "of the 24 cases,");
}

/* Note 2 is mentioned nowhere: 3 is still found, and 1 when it is cited again. */
Test(read_marks, a_missing_mark_does_not_hide_the_next)
{
    expect_first("64/1. Title\n\nThe General Assembly,\n\n"
                 "Recalling the report of the Committee, 1 and the observance of the\n"
                 "principles; 3 of which more than 4 are\nold, and the report of the Committee, 1\n"
                 "in particular,\n"
                 "_______________\n1 First.\n2 Second.\n3 Third.\n",
                 "Recalling the report of the Committee,{1} and the observance of the "
                 "principles;{3} of which more than 4 are old, and the report of the "
                 "Committee,{1} in particular,");
}

Test(read_marks, numbers_in_a_column_of_their_own_find_their_notes)
{
    struct ph_document *document = test_read(
        "A/RES/64/1\n\n64/1. Title\n\nThe General Assembly,\n\nRecalling the Strategy, 1 and "
        "the other\nplan of action, 2 and its\nuse,\n__________\n2\n1\n\nResolution 60/288.\nSee "
        "the report\nof the Council.\n\n1/2\n\fA/RES/64/1\n\n1. Decides to\nact.\n");
    test_expect_marked(test_nth(document, PH_PREAMBULAR, 1),
                       "Recalling the Strategy,{1} and the other plan of action,{2} and its use,");
    cr_expect_str_eq(test_nth(document, PH_FOOTNOTE, 2)->text.bytes,
                     "See the report of the Council.");
    cr_expect_eq(test_count(document, PH_OPERATIVE), 1);
    ph_document_free(document);
}

Test(read_marks, marks_in_brackets)
{
    expect_first(HEAD "\tRecalling[footnoteRef:1] its [draft] decisions,[footnoteRef:2] [1: \t \t"
                      "One [a] note.]  [2: \t Two.] \n",
                 "Recalling{1} its [draft] decisions,{2}");
}

Test(read_marks, an_asterisk_marks_the_symbol)
{
    struct ph_document *document = test_read(
        "A/RES/64/1*\n\n64/1. Title of the resolution that is\nlong enough to be wrapped\n\n"
        "The General Assembly,\n\nRecalling its resolution and the\nothers,\n"
        "_______________\n* Reissued.\n1 One.\n");
    test_expect_marked(ph_field_node(document->root, PH_FIELD_SYMBOL), "A/RES/64/1{*}");
    ph_document_free(document);
}
