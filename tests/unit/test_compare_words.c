/* How the words of one paragraph are compared: what people would mark by hand, not what letters
 * happen to be equal. Each case also proves that accepting and rejecting give both texts back. */
#include "test_compare_help.h"

TestSuite(compare_words, .fini = free_lexicon);

Test(compare_words, equal_texts_stay)
{
    expect_change(PH_PREAMBULAR, "Recalling its resolution 70/1 of 25 September 2015,",
                  "Recalling its resolution 70/1 of 25 September 2015,",
                  "Recalling its resolution 70/1 of 25 September 2015,");
}

Test(compare_words, an_adverb_is_a_minimal_insertion)
{
    expect_change(PH_PREAMBULAR, "Recalling its resolution 70/1,",
                  "Recalling also its resolution 70/1,", "Recalling {+also +}its resolution 70/1,");
    expect_change(PH_PREAMBULAR, "Noting further the report,", "Noting the report,",
                  "Noting [-further -]the report,");
    expect_change(PH_OPERATIVE, "Requests the Secretary-General to report;",
                  "Also requests the Secretary-General to report;",
                  "[-R-]{+Also r+}equests the Secretary-General to report;");
    expect_change(PH_OPERATIVE, "Further notes the report;", "Also notes the report;",
                  "[-Further-]{+Also+} notes the report;");
}

/* One letter changes only where an adverb took the capital: not where a sentence was rebuilt. */
Test(compare_words, a_capital_alone_is_no_change_of_a_word_behind_many)
{
    expect_change(PH_OPERATIVE,
                  "Notes the importance of strengthening dialogue and invites States to report;",
                  "Invites States to report;",
                  "[-Notes the importance of strengthening dialogue and invites-]{+Invites+} "
                  "States to report;");
}

Test(compare_words, a_new_opening_phrase)
{
    expect_change(PH_OPERATIVE, "Notes the report of the Secretary-General;",
                  "Notes with appreciation the report of the Secretary-General;",
                  "Notes {+with appreciation +}the report of the Secretary-General;");
    expect_change(PH_PREAMBULAR, "Welcoming also the practical steps taken,",
                  "Commending the practical steps taken,",
                  "[-Welcoming also-]{+Commending+} the practical steps taken,");
}

Test(compare_words, an_entity_changes_as_a_whole)
{
    expect_change(PH_OPERATIVE, "Takes note of the statement of 2 March 2010;",
                  "Takes note of the statement of 2 March 2012;",
                  "Takes note of the statement of [-2 March 2010-]{+2 March 2012+};");
    expect_change(PH_OPERATIVE, "Decides to meet at its seventy-fifth session;",
                  "Decides to meet at its seventy-seventh session;",
                  "Decides to meet at its [-seventy-fifth-]{+seventy-seventh+} session;");
    expect_change(PH_PARAGRAPH, "See A/73/328–S/2018/592.", "See A/75/346–S/2020/898.",
                  "See [-A/73/328–S/2018/592-]{+A/75/346–S/2020/898+}.");
}

Test(compare_words, a_list_of_resolutions_grows_by_one)
{
    expect_change(
        PH_PREAMBULAR,
        "Recalling its resolutions 64/256 of 2 March 2010 and 65/122 of 13 December 2010 on it,",
        "Recalling its resolutions 64/256 of 2 March 2010, 65/122 of 13 December 2010 and 67/6 of "
        "19 November 2012 on it,",
        "Recalling its resolutions 64/256 of 2 March 2010[- and-]{+,+} 65/122 of 13 December 2010 "
        "{+and 67/6 of 19 November 2012 +}on it,");
}

Test(compare_words, a_list_of_resolutions_moves_on)
{
    expect_change(
        PH_PREAMBULAR, "Recalling its resolutions 62/1 of 2 March 2008 and 63/2 of 3 March 2009,",
        "Recalling its resolutions 63/2 of 3 March 2009 and 64/3 of 4 March 2010,",
        "Recalling its resolutions [-62/1 of 2 March 2008 and -]63/2 of 3 March 2009{+ and 64/3 of "
        "4 March 2010+},");
}

/* "and" and "of the" between two changes are not left alone in them. */
Test(compare_words, no_confetti)
{
    expect_change(PH_OPERATIVE, "Welcomes the progress and the results of the conference;",
                  "Welcomes the efforts and the outcome of the meeting;",
                  "Welcomes the [-progress and the results of the conference-]"
                  "{+efforts and the outcome of the meeting+};");
}

/* A word that two unlike passages share by chance goes with them. */
Test(compare_words, a_chance_word_drowns)
{
    expect_change(
        PH_OPERATIVE,
        "Urges States parties without delay strictly to respect cooperation agreements signed "
        "previously under regional arrangements;",
        "Urges every Government whose nationals serve abroad gladly welcoming cooperation among "
        "schools, hospitals, universities and museums worldwide;",
        "Urges [-States parties without delay strictly to respect cooperation agreements signed "
        "previously under regional arrangements-]{+every Government whose nationals serve abroad "
        "gladly welcoming cooperation among schools, hospitals, universities and museums "
        "worldwide+};");
}

/* Titles are one whatever their words. */
static void expect_line_of_title(const char *before, const char *after, const char *expected)
{
    struct ph_document *old = one_paragraph(PH_TITLE, before);
    struct ph_document *new = one_paragraph(PH_TITLE, after);
    struct ph_document *marked = compare_and_prove(old, new, NULL);
    expect_line(ph_next_of(marked->root, NULL, PH_TITLE), expected);
    ph_document_free(marked);
    ph_document_free(old);
    ph_document_free(new);
}

Test(compare_words, both_ends_and_nothing_in_common)
{
    expect_line_of_title("Sport", "Peace", "[-Sport-]{+Peace+}");
    expect_line_of_title("Sport", "Sport for peace", "Sport{+ for peace+}");
    expect_line_of_title("Sport for peace", "Peace", "[-Sport for peace-]{+Peace+}");
    expect_change(PH_PARAGRAPH, "Done.", "(Signed) Done.", "{+(Signed) +}Done.");
}

Test(compare_words, punctuation_and_odd_spaces)
{
    expect_change(PH_OPERATIVE, "Notes the report;", "Notes the report.",
                  "Notes the report[-;-]{+.+}");
    expect_change(PH_OPERATIVE, "Notes “sport”;", "Notes \"sport\";",
                  "Notes [-“-]{+\"+}sport[-”-]{+\"+};");
    expect_change(PH_PARAGRAPH, "Under item 123 (g)", "Under item 128 (t)",
                  "Under item [-123 (g)-]{+128 (t)+}");
    expect_change(PH_PARAGRAPH,
                  "A\xC2\xA0"
                  "b",
                  "A b", "A[-\xC2\xA0-]{+ +}b");
}

Test(compare_words, without_a_lexicon_words_are_words)
{
    struct ph_document *old = one_paragraph(PH_PARAGRAPH, "On 2 March 2010 and later.");
    struct ph_document *new = one_paragraph(PH_PARAGRAPH, "On 2 March 2012 and later.");
    struct ph_document *marked = ph_compare(NULL, old, new, NULL);
    expect_line(ph_next_of(marked->root, NULL, PH_PARAGRAPH),
                "On 2 March [-2010-]{+2012+} and later.");
    ph_document_free(marked);
    ph_document_free(old);
    ph_document_free(new);
}

/* The properties of the new words stay with them; deleted words keep their italics. */
Test(compare_words, italics_and_placeholders)
{
    struct ph_document *old = one_paragraph(PH_OPERATIVE, "Notes the report A/73/328;");
    struct ph_document *new =
        one_paragraph(PH_OPERATIVE, "Notes with concern the report A/75/[…];");
    struct ph_node *before = ph_next_of(old->root, NULL, PH_OPERATIVE);
    struct ph_node *after = ph_next_of(new->root, NULL, PH_OPERATIVE);
    ph_text_mark(before, PH_ITALIC, strlen("Notes the report "), before->text.length - 1);
    ph_text_mark(after, PH_ITALIC, 0, strlen("Notes with concern"));
    size_t from = strlen("Notes with concern the report "), to = after->text.length - 1;
    struct ph_inline *placeholder = ph_text_mark(after, PH_PLACEHOLDER, from, to);
    placeholder->name = "report-symbol";
    placeholder->why = "nobody knows the symbol yet";
    struct ph_document *marked = compare_and_prove(old, new, NULL);
    struct ph_node *node = ph_next_of(marked->root, NULL, PH_OPERATIVE);
    expect_line(node, "Notes {+with concern +}the report [-A/73/328-]{+A/75/[…]+};");
    const char *words[PH_DELETED + 1][2] = {{0}};
    for (size_t i = 0; i < node->text.count; i++) {
        const struct ph_inline *mark = &node->text.inlines[i];
        const char *text =
            ph_arena_copy_n(marked->arena, node->text.bytes + mark->from, mark->to - mark->from);
        words[mark->kind][words[mark->kind][0] != NULL] = text;
        if (mark->kind == PH_PLACEHOLDER)
            cr_expect_str_eq(mark->name, "report-symbol");
    }
    cr_expect_str_eq(words[PH_ITALIC][0], "Notes with concern");
    cr_expect_str_eq(words[PH_ITALIC][1], "A/73/328");
    cr_expect_str_eq(words[PH_PLACEHOLDER][0], "A/75/[…]");
    const struct ph_opening *opening = &node->as.paragraph.opening;
    cr_expect_eq(opening->from, 0u);
    cr_expect_eq(opening->to, strlen("Notes with concern"));
    ph_document_free(marked);
    ph_document_free(old);
    ph_document_free(new);
}
