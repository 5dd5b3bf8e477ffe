/* From blocks to the tree: nested numbers, headings, torn paragraphs, Markdown. */
#include "read/text.h"
#include "reading.h"

#define HEAD "64/1.\tTitle\n\tThe General Assembly,\n\tRecalling its resolution,\n"

static void expect_labels(const char *text, const char *const *labels)
{
    struct ph_document *document = test_read(text);
    int i = 0;
    for (const struct ph_node *node = NULL; (node = ph_next_text(document->root, node));) {
        char label[96];
        if (node->kind != PH_OPERATIVE && node->kind != PH_SUBPARAGRAPH)
            continue;
        cr_assert_not_null(labels[i]);
        cr_expect_str_eq(ph_label(node, label, sizeof label), labels[i]);
        i++;
    }
    cr_expect_null(labels[i]);
    ph_document_free(document);
}

Test(read_shapes, subparagraphs_nest_by_their_numbers)
{
    static const char *const labels[] = {"OP1",     "OP1 (a)",     "OP1 (a) (i)", "OP1 (a) (ii)",
                                         "OP1 (b)", "OP1 (b) (i)", "OP2",         NULL};
    expect_labels(HEAD "1. Decides:\n(a) To meet:\n(i) Once;\n(ii) Twice;\n(b) To rest:\n"
                       "(i) Always;\n2. Requests a report.\n",
                  labels);
}

Test(read_shapes, the_letter_i_behind_h_is_no_roman_number)
{
    static const char *const labels[] = {"OP1",     "OP1 (a)", "OP1 (b)", "OP1 (c)",
                                         "OP1 (d)", "OP1 (e)", "OP1 (f)", "OP1 (g)",
                                         "OP1 (h)", "OP1 (i)", "OP1 (j)", NULL};
    expect_labels(HEAD "1. Decides:\n(a) A;\n(b) B;\n(c) C;\n(d) D;\n(e) E;\n(f) F;\n(g) G;\n"
                       "(h) H;\n(i) I;\n(j) J.\n",
                  labels);
}

Test(read_shapes, a_lone_operative_paragraph_has_no_number)
{
    struct ph_document *document =
        test_read(HEAD "\tDecides to adopt the statute in the annex.\n1st plenary meeting\n");
    cr_expect_eq(test_count(document, PH_PREAMBULAR), 1);
    cr_expect_eq(test_count(document, PH_OPERATIVE), 1);
    ph_document_free(document);
}

Test(read_shapes, headings_and_quoted_words_stand_in_their_places)
{
    struct ph_document *document =
        test_read(HEAD "I\nWork of the Tribunal\n\t1.\tDecides that it shall read:\n"
                       "\t\xE2\x80\x9CThe Tribunal has seven members.\xE2\x80\x9D;\n\t2.\tAlso "
                       "decides.\n");
    struct ph_node *heading = test_nth(document, PH_HEADING, 1);
    cr_expect_str_eq(heading->as.heading.number, "I");
    cr_expect_str_eq(heading->text.bytes, "Work of the Tribunal");
    struct ph_node *first = test_nth(document, PH_OPERATIVE, 1);
    cr_assert_not_null(first->first);
    cr_expect_eq(first->first->kind, PH_PARAGRAPH);
    cr_expect_eq(test_count(document, PH_OPERATIVE), 2);
    ph_document_free(document);
}

Test(read_shapes, numbers_that_begin_anew_are_of_another_text)
{
    static const char *const labels[] = {"OP1", "OP2", "OP3", "OP4", NULL};
    const char *text = HEAD "1. Decides to amend the statute:\n2. Also decides to amend it:\n"
                            "1. The Tribunal has seven judges;\n2. The judges are elected;\n"
                            "3. Requests a report;\n"
                            "2. A judge may be elected again;\n"
                            "4. Decides to remain seized of the matter.\n";
    struct ph_document *document = test_read(text);
    cr_expect_eq(test_count(document, PH_PARAGRAPH), 3);
    cr_expect_str_eq(test_nth(document, PH_PARAGRAPH, 3)->as.paragraph.number, "2.");
    ph_document_free(document);
    expect_labels(text, labels);
}

Test(read_shapes, a_wrong_number_makes_no_other_text)
{
    static const char *const labels[] = {"OP1", "OP2", "OP3", "OP4", NULL};
    expect_labels(HEAD "1. Decides to meet;\n2. Requests a report;\n1. Invites all States to take "
                       "part;\n2. Kindly asks for money.\n",
                  labels);
}

Test(read_shapes, quoted_numbers_stay_as_they_are)
{
    struct ph_document *document =
        test_read(HEAD "1. Decides to amend article 5 as follows:\n\xE2\x80\x9C"
                       "1. One judge sits."
                       "\n\xE2\x80\x9C"
                       "2. Another waits.\xE2\x80\x9D;\n2. Requests a report.\n");
    const struct ph_node *quoted = test_nth(document, PH_PARAGRAPH, 2);
    cr_expect_eq(quoted->parent, test_nth(document, PH_OPERATIVE, 1));
    cr_expect_str_eq(quoted->as.paragraph.number, "\xE2\x80\x9C"
                                                  "2.");
    ph_document_free(document);
}

Test(read_shapes, numbers_behind_a_lone_paragraph_are_of_the_text_that_it_adopts)
{
    struct ph_document *document = test_read(
        HEAD "\tAdopts the statute in the annex.\nStatute\nArticle 1\n\t1.\tThe tribunal is "
             "established.\n\t2.\tIt has a president.\nArticle 2\n\t1.\tIt meets.\n");
    cr_expect_eq(test_count(document, PH_OPERATIVE), 1);
    cr_expect_eq(test_count(document, PH_PARAGRAPH), 3);
    cr_expect_str_eq(test_nth(document, PH_PARAGRAPH, 3)->as.paragraph.number, "1.");
    ph_document_free(document);
    document = test_read(HEAD "\tAdopts the statute;\n\t1.\tWelcom the report.\n");
    cr_expect_eq(test_count(document, PH_OPERATIVE), 2);
    ph_document_free(document);
    document = test_read(HEAD "\tAdopts the statute.\n\t1.\tRequests a report.\n");
    cr_expect_eq(test_count(document, PH_OPERATIVE), 2);
    ph_document_free(document);
}

Test(read_shapes, a_title_of_a_sub_item_stands_below_that_of_its_item)
{
    static const char beside[] = "Agenda item 75\n\nOceans\n\nTides\n\nResolution adopted by the "
                                 "General Assembly on 2 March 2010\n\n" HEAD;
    static const char apart[] = "Agenda item 75\n\nOceans\n\nResolution adopted by the General "
                                "Assembly on 2 March 2010\n\nTides\n\n" HEAD;
    struct ph_document *document = test_read(beside);
    cr_expect_str_eq(ph_field_text(document->root, PH_FIELD_SUBITEM_TITLE), "Tides");
    ph_document_free(document);
    document = test_read(apart);
    cr_expect_str_eq(ph_field_text(document->root, PH_FIELD_ITEM_TITLE), "Oceans");
    cr_expect_null(ph_field_text(document->root, PH_FIELD_SUBITEM_TITLE));
    ph_document_free(document);
}

Test(read_shapes, torn_paragraphs_are_mended)
{
    struct ph_document *document = test_read(HEAD "\t1.\tRequests the General\n\nAssembly to act;\n"
                                                  "\t2.\tDecides on the item,\n\nand on others.\n");
    cr_expect_eq(test_count(document, PH_OPERATIVE), 2);
    cr_expect_str_eq(test_nth(document, PH_OPERATIVE, 1)->text.bytes,
                     "Requests the General Assembly to act;");
    cr_expect_str_eq(test_nth(document, PH_OPERATIVE, 2)->text.bytes,
                     "Decides on the item, and on others.");
    ph_document_free(document);
}

Test(read_shapes, wrapped_lines_make_paragraphs)
{
    struct ph_document *document = test_read(
        "Distr.: Limited\n5 November 2025\nOriginal: English\n\nEightieth session\nAgenda item 11\n"
        "Sport for development and peace: a better\nworld through sport\n\n"
        "Italy and Turkmenistan: draft resolution\n\nBuilding a peaceful world through sport and "
        "the\nOlympic ideal\n\nThe General Assembly,\nRecalling its resolution 78/10 of 21 "
        "November "
        "2023, in which it decided to\ninclude the item in the agenda,\nNoting the report,\n1.\n"
        "Urges Member States to observe the truce, individually and\ncollectively;\n2.\nDecides to "
        "remain seized of the\nmatter.\n");
    cr_expect_eq(document->root->as.document.genre, PH_DRAFT);
    cr_expect_eq(test_count(document, PH_PREAMBULAR), 2);
    cr_expect_eq(test_count(document, PH_OPERATIVE), 2);
    cr_expect_str_eq(ph_document_title(document->root),
                     "Building a peaceful world through sport and the Olympic ideal");
    cr_expect_str_eq(ph_field_text(document->root, PH_FIELD_SPONSORS), "Italy and Turkmenistan");
    cr_expect_str_eq(ph_field_text(document->root, PH_FIELD_ITEM_TITLE),
                     "Sport for development and peace: a better world through sport");
    ph_document_free(document);
}

Test(read_shapes, a_list_of_sponsors_is_one_line_of_the_masthead)
{
    struct ph_document *document = test_read(
        "A/80/L.24\n\nEightieth session\nAgenda item 13\nFollow-up to the outcomes of the\n"
        "conferences\nKazakhstan, Kyrgyzstan, Tajikistan, Turkmenistan\nand Uzbekistan:*\ndraft "
        "resolution\n\nInternational Year\n\nThe General Assembly,\nRecalling the year and\n"
        "the other,\n__________\n* Any changes to the list of sponsors will be reflected in the "
        "official record.\n");
    test_expect_marked(ph_field_node(document->root, PH_FIELD_SPONSORS),
                       "Kazakhstan, Kyrgyzstan, Tajikistan, Turkmenistan and Uzbekistan{*}");
    cr_expect_str_eq(ph_field_text(document->root, PH_FIELD_ITEM_TITLE),
                     "Follow-up to the outcomes of the conferences");
    cr_expect_str_eq(ph_document_title(document->root), "International Year");
    ph_document_free(document);
}

Test(read_shapes, who_proposes_a_draft_and_as_what_is_kept_whole)
{
    static const struct {
        const char *line, *sponsors, *proposal;
    } cases[] = {
        {"Italy and Oman: revised draft resolution", "Italy and Oman", "revised draft resolution"},
        {"Draft resolution submitted by the Chair of the Committee", NULL,
         "Draft resolution submitted by the Chair of the Committee"},
        {"Albania and Austria: amendment to draft resolution A/80/L.10", "Albania and Austria",
         "amendment to draft resolution A/80/L.10"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char text[400];
        snprintf(text, sizeof text,
                 "A/80/L.10/Rev.1\n\nEightieth session\nAgenda item 11\nSport\n\n%s\n\nSport\n\n"
                 "The General Assembly,\n\nDecides to go on.\n",
                 cases[i].line);
        struct ph_document *document = test_read(text);
        const char *sponsors = ph_field_text(document->root, PH_FIELD_SPONSORS);
        cr_expect_str_eq(ph_field_text(document->root, PH_FIELD_SYMBOL), "A/80/L.10/Rev.1");
        cr_expect_str_eq(ph_field_text(document->root, PH_FIELD_PROPOSAL), cases[i].proposal);
        cr_expect_str_eq(sponsors ? sponsors : "", cases[i].sponsors ? cases[i].sponsors : "");
        ph_document_free(document);
    }
}

Test(read_shapes, running_heads_are_no_words)
{
    struct ph_document *document = test_read(
        "A/RES/64/1\n\n64/1. A title of its own\n\nThe General Assembly,\n\nRecalling the long "
        "and\nthe\n1/2\n\fA/RES/64/1\nA title of its own\n\nvery long words of\nthe other,\n");
    cr_expect_str_eq(test_nth(document, PH_PREAMBULAR, 1)->text.bytes,
                     "Recalling the long and the very long words of the other,");
    ph_document_free(document);
}

Test(read_shapes, markdown_emphasis_is_kept_apart_from_the_words)
{
    struct ph_document *document = test_read(
        "# A title\n\n*The General Assembly,*\n\n*Recalling* its **2\\*3** decisions,[^1]\n\n"
        "1. *Decides* to act;\n2. *Requests* a\nreport of the snake_case_kind * 2.\n\n[^1]: "
        "Note.\n");
    struct ph_node *node = test_nth(document, PH_PREAMBULAR, 1);
    test_expect_marked(node, "Recalling its 2*3 decisions,{1}");
    cr_expect_eq(node->text.inlines[0].kind, PH_ITALIC);
    cr_expect_eq(node->text.inlines[0].to, strlen("Recalling"));
    cr_expect_eq(node->text.inlines[1].kind, PH_BOLD);
    cr_expect_str_eq(test_nth(document, PH_OPERATIVE, 2)->text.bytes,
                     "Requests a report of the snake_case_kind * 2.");
    cr_expect_str_eq(test_nth(document, PH_OPERATIVE, 2)->as.paragraph.number, "2.");
    ph_document_free(document);
}

Test(read_shapes, bold_lines_that_ran_together_come_apart)
{
    struct ph_document *document =
        test_read("**Sixty-fourth session****Request for the inclusion of an item****A title****"
                  "Letter dated 14 July 2009 from the Permanent Representative addressed to the "
                  "Secretary-General**\n\n*(Signed)* A. Name\n");
    cr_expect_str_eq(ph_field_text(document->root, PH_FIELD_SESSION), "Sixty-fourth session");
    cr_expect_not_null(ph_field_text(document->root, PH_FIELD_LETTER));
    ph_document_free(document);
}

Test(read_shapes, what_is_not_understood_is_kept)
{
    struct ph_document *document =
        test_read("Some words of a stranger\n\nand others, no resolution "
                  "at all.\n");
    struct ph_buffer out = {0};
    ph_dump(document, &out);
    cr_expect_eq(document->root->as.document.genre, PH_OTHER_GENRE);
    cr_expect_not_null(strstr(out.data, "Some words of a stranger"));
    cr_expect_not_null(strstr(out.data, "and others, no resolution at all."));
    ph_buffer_free(&out);
    ph_document_free(document);
}

Test(read_shapes, a_line_may_end_inside_a_word)
{
    static const struct {
        const char *text, *next;
        bool goes_on;
    } cases[] = {{"public-", "private", true},     {"the well-", "being of", true},
                 {"COVID-", "19", true},           {"in 2015–", "2030", true},
                 {"El Niño/", "La Niña", true},    {"sudden-", "and slow-onset", false},
                 {"two-", "to three-year", false}, {"peace –", "and security", false},
                 {"peace", "and security", false}, {"-", "one", false}};
    struct ph_lexicon *lexicon = test_lexicon();
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        cr_expect_eq(ph_is_compound(lexicon, cases[i].text, strlen(cases[i].text), cases[i].next,
                                    strlen(cases[i].next)),
                     cases[i].goes_on, "%s|%s", cases[i].text, cases[i].next);
    ph_lexicon_free(lexicon);
}
