/* The corpus: five files in five shapes come out as the same kind of tree. The golden dumps hold
 * every word; these are the facts that must never move. */
#include "reading.h"

static void expect_field(const struct ph_document *document, enum ph_field name, const char *wanted)
{
    const char *got = ph_field_text(document->root, name);
    cr_expect(got && !strcmp(got, wanted), "%s: '%s', not '%s'", ph_field_name(name),
              got ? got : "(none)", wanted);
}

static void expect_counts(const struct ph_document *document, size_t preambular, size_t operative,
                          size_t notes)
{
    cr_expect_eq(test_count(document, PH_PREAMBULAR), preambular);
    cr_expect_eq(test_count(document, PH_OPERATIVE), operative);
    cr_expect_eq(test_count(document, PH_FOOTNOTE), notes);
    cr_expect_eq(document->root->as.document.genre, PH_RESOLUTION);
    cr_expect_str_eq(ph_document_title(document->root),
                     "Cooperation between the United Nations and the Collective Security Treaty "
                     "Organization");
    for (int i = 1; i <= (int)notes; i++) {
        const struct ph_node *note = test_nth(document, PH_FOOTNOTE, i);
        cr_expect_not_null(note->as.footnote.first, "footnote %s is mentioned nowhere",
                           note->as.footnote.mark);
    }
}

Test(read_corpus, exported_with_notes_at_the_end)
{
    struct ph_document *document = test_read_corpus("A_RES_64_256.txt");
    expect_counts(document, 5, 5, 1);
    expect_field(document, PH_FIELD_SYMBOL, "A/RES/64/256");
    expect_field(document, PH_FIELD_NUMBER, "64/256");
    expect_field(document, PH_FIELD_SESSION, "Sixty-fourth session");
    expect_field(document, PH_FIELD_AGENDA_ITEM, "125");
    expect_field(document, PH_FIELD_ADOPTED, "2 March 2010");
    expect_field(document, PH_FIELD_DISTRIBUTION, "General");
    expect_field(document, PH_FIELD_DATE, "19 May 2010");
    expect_field(document, PH_FIELD_MEETING, "74th plenary meeting");
    expect_field(document, PH_FIELD_MEETING_DATE, "2 March 2010");
    expect_field(document, PH_FIELD_DRAFT, "A/64/L.45");
    ph_document_free(document);
}

Test(read_corpus, exported_with_a_truncated_symbol)
{
    struct ph_document *document = test_read_corpus("A_RES_69_12.txt");
    expect_counts(document, 13, 9, 6);
    expect_field(document, PH_FIELD_SYMBOL, "A/RES/69/12");
    expect_field(document, PH_FIELD_AGENDA_ITEM, "123 (g)");
    struct ph_node *node = test_nth(document, PH_PREAMBULAR, 5);
    char *marked = test_marked(node);
    cr_expect_not_null(strstr(marked, "13 January 2010{3} and 6 August 2013,{4} which"));
    free(marked);
    ph_document_free(document);
}

Test(read_corpus, made_from_docx)
{
    struct ph_document *document = test_read_corpus("A_RES_73_331.txt");
    expect_counts(document, 15, 9, 7);
    expect_field(document, PH_FIELD_SYMBOL, "A/RES/73/331");
    expect_field(document, PH_FIELD_SESSION, "Seventy-third session");
    expect_field(document, PH_FIELD_AGENDA_ITEM, "128 (t)");
    expect_field(document, PH_FIELD_ADOPTED, "25 July 2019");
    cr_expect_str_eq(test_nth(document, PH_FOOTNOTE, 1)->text.bytes,
                     "A/73/328\xE2\x80\x93S/2018/592.");
    struct ph_node *again = test_nth(document, PH_OPERATIVE, 1);
    cr_assert_eq(again->text.count, 1);
    cr_expect(ph_note_repeated(again, &again->text.inlines[0]));
    ph_document_free(document);
}

Test(read_corpus, made_from_pdf)
{
    struct ph_document *document = test_read_corpus("A_RES_67_6.txt");
    expect_counts(document, 15, 9, 7);
    expect_field(document, PH_FIELD_SYMBOL, "A/RES/67/6");
    expect_field(document, PH_FIELD_DATE, "31 January 2013");
    expect_field(document, PH_FIELD_AGENDA_ITEM, "121 (f)");
    cr_expect_str_eq(test_nth(document, PH_FOOTNOTE, 1)->text.bytes,
                     "Reissued for technical reasons on 15 July 2013.");
    ph_document_free(document);
}

Test(read_corpus, a_letter_with_annexes)
{
    struct ph_document *document = test_read_corpus("letter-2009-07-14.md");
    cr_expect_eq(document->root->as.document.genre, PH_LETTER);
    expect_field(document, PH_FIELD_ORIGINAL, "Russian");
    expect_field(document, PH_FIELD_LANGUAGE, "English");
    expect_field(document, PH_FIELD_SIGNED, "Vitaly Churkin");
    struct ph_node *note = test_nth(document, PH_ANNEX, 1),
                   *draft = test_nth(document, PH_ANNEX, 2);
    cr_expect_str_eq(note->as.annex.label, "Annex I");
    int numbered = 0;
    for (struct ph_node *node = note->first; node; node = node->next)
        numbered += node->kind == PH_PARAGRAPH && node->as.paragraph.number;
    cr_expect_eq(numbered, 6);
    cr_expect_not_null(
        strstr(note->last->text.bytes, "by the adoption by the General Assembly of a resolution"));
    cr_assert_eq(draft->first->kind, PH_DOCUMENT);
    cr_expect_eq(draft->first->as.document.genre, PH_DRAFT);
    cr_expect_eq(test_count(document, PH_PREAMBULAR), 5);
    cr_expect_eq(test_count(document, PH_OPERATIVE), 5);
    cr_expect_eq(test_nth(document, PH_PREAMBULAR, 1)->text.inlines[0].kind, PH_ITALIC);
    ph_document_free(document);
}

Test(read_corpus, every_paragraph_has_a_listed_opening_phrase)
{
    static const char *const names[] = {"A_RES_64_256.txt", "A_RES_67_6.txt", "A_RES_69_12.txt",
                                        "A_RES_73_331.txt", "letter-2009-07-14.md"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        struct ph_document *document = test_read_corpus(names[i]);
        for (const struct ph_node *node = NULL; (node = ph_next_text(document->root, node));)
            if (node->kind == PH_PREAMBULAR || node->kind == PH_OPERATIVE)
                cr_expect(node->as.paragraph.opening.known, "%s: %.40s", names[i],
                          node->text.bytes);
        ph_document_free(document);
    }
}
