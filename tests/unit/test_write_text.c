/* Plain text: the page of a draft, character by character; wrapping, changes and colours. */
#include <criterion/criterion.h>

#include "test_write_trees.h"
#include "with_lexicon.h"
#include "write/write.h"

TestSuite(write_text, .init = set_up_lexicon, .fini = tear_down_lexicon);

static struct ph_document *with_words(struct ph_document *document)
{
    document->lexicon = lexicon;
    return document;
}

static void expect_text(struct ph_document *document, struct ph_write_options options,
                        const char *wanted)
{
    struct ph_buffer out = {0};
    ph_document_number(document);
    cr_assert_eq(ph_write_text(document, &options, &out, NULL), PH_OK);
    cr_expect_str_eq(ph_buffer_text(&out), wanted, "wrote\n%s\nnot\n%s", ph_buffer_text(&out),
                     wanted);
    ph_buffer_free(&out);
    ph_document_free(document);
}

static const struct ph_write_options plain = {0};

Test(write_text, the_page_of_a_draft)
{
    expect_text(with_words(make_draft()), plain,
                "United Nations                                                 A/99/L.[…]\n"
                "General Assembly                                               Distr.: Limited\n"
                "                                                               12 November 2044\n"
                "\n"
                "                                                               Original: English\n"
                "\n"
                "Ninety-ninth session\n"
                "Agenda item 13 (b)\n"
                "Oceans: tides and their measurement\n"
                "\n"
                "Aland and Beland:* draft resolution\n"
                "\n"
                "Tides & their measurement\n"
                "\n"
                "    The General Assembly,\n"
                "\n"
                "    Recalling its resolution 97/1 of 21 November 2042 on tides,¹\n"
                "\n"
                "    1.  Takes note of the report¹;\n"
                "\n"
                "    2.  Requests the Secretary-General:\n"
                "\n"
                "        (a) To measure:\n"
                "\n"
                "            (i) The tides of 2009–2019;\n"
                "\n"
                "__________________\n"
                "  * Any changes will be reflected.\n"
                "  ¹ A/99/[…].\n");
}

Test(write_text, sources_and_checklist_when_asked_for)
{
    struct ph_document *document = ph_document_new("x");
    document->lexicon = lexicon;
    struct ph_node *node = add_numbered(document->root, PH_OPERATIVE, 1, NULL, "Notes […];");
    set_origin(node, PH_ADVANCED, "97/1", "OP1", 9, "session + 2 (4 of 4)");
    mark_words(node, PH_PLACEHOLDER, "[…]")->why = "what is to be noted";
    node = add_numbered(document->root, PH_OPERATIVE, 1, NULL, "Ends.");
    set_origin(node, PH_UNKNOWN, NULL, NULL, 0, NULL);
    expect_text(document, (struct ph_write_options){.sources = true, .checklist = true},
                "    1.  Notes […];\n"
                "    — OP1 of 97/1, advanced, ninth time: session + 2 (4 of 4)\n"
                "\n"
                "    2.  Ends.\n"
                "    — no source\n"
                "\n"
                "Still to be supplied or looked at:\n"
                "OP1: supply […]: what is to be noted\n");
}

Test(write_text, an_adopted_text_with_its_closing_lines)
{
    struct ph_document *document = ph_document_new("x");
    document->lexicon = lexicon;
    struct ph_node *root = document->root;
    root->as.document.genre = PH_RESOLUTION;
    ph_set_field(root, PH_FIELD_SYMBOL, "A/RES/64/10");
    ph_set_field(root, PH_FIELD_AGENDA_ITEM, "13 and 75");
    ph_set_field(root, PH_FIELD_ADOPTED, "2 March 2010");
    ph_set_field(root, PH_FIELD_SOURCE, "without reference to a Main Committee (A/64/L.45)");
    ph_set_field(root, PH_FIELD_NUMBER, "64/10");
    ph_add(root, PH_TITLE, "A title that is longer than a line of forty columns");
    ph_add(root, PH_ORGAN, "The General Assembly");
    add_numbered(root, PH_OPERATIVE, 1, NULL, "Adopts the plan.");
    ph_set_field(root, PH_FIELD_MEETING, "74th plenary meeting");
    ph_set_field(root, PH_FIELD_MEETING_DATE, "2 March 2010");
    expect_text(document, (struct ph_write_options){.width = 40},
                "United Nations               A/RES/64/10\n"
                "General Assembly\n"
                "\n"
                "Agenda items 13 and 75\n"
                "\n"
                "Resolution adopted by the General\n"
                "Assembly on 2 March 2010\n"
                "[without reference to a Main Committee\n"
                "(A/64/L.45)]\n"
                "\n"
                "64/10. A title that is longer than a\n"
                "    line of forty columns\n"
                "\n"
                "    The General Assembly\n"
                "\n"
                "    Adopts the plan.\n"
                "\n"
                "                    74th plenary meeting\n"
                "                            2 March 2010\n");
}

Test(write_text, a_letter_its_signature_and_its_annexes)
{
    struct ph_document *document = ph_document_new("x");
    document->lexicon = lexicon;
    struct ph_node *root = document->root, *annex, *draft;
    root->as.document.genre = PH_LETTER;
    ph_set_field(root, PH_FIELD_DATE, "11 August 2009");
    ph_set_field(root, PH_FIELD_LANGUAGE, "English");
    ph_set_field(root, PH_FIELD_ORIGINAL, "Original: Russian");
    ph_set_field(root, PH_FIELD_REQUEST, "Request for the inclusion of an item");
    ph_set_field(root, PH_FIELD_LETTER, "Letter dated 14 July 2009");
    ph_set_field(root, PH_FIELD_SIGNED, "A. Person");
    ph_add(root, PH_PARAGRAPH, "I have the honour.");
    annex = add_annex(root, "Annex I");
    ph_add(annex, PH_TITLE, "Explanatory memorandum");
    add_heading(annex, 1, "I.", "Why now");
    add_numbered(annex, PH_PARAGRAPH, 1, "1.", "Tides rise.");
    add_heading(annex, 1, "II", "And then");
    annex = add_annex(root, "Annex II");
    draft = ph_append(annex, ph_node_new(document, PH_DOCUMENT, ""));
    draft->as.document.genre = PH_DRAFT;
    ph_add(draft, PH_ORGAN, "The General Assembly,");
    expect_text(document, (struct ph_write_options){.width = 50},
                "United Nations\n"
                "General Assembly                 11 August 2009\n"
                "\n"
                "                                 English\n"
                "                                 Original: Russian\n"
                "\n"
                "Request for the inclusion of an item\n"
                "\n"
                "Letter dated 14 July 2009\n"
                "\n"
                "    I have the honour.\n"
                "\n"
                "                                (Signed) A. Person\n"
                "\n"
                "Annex I\n"
                "\n"
                "Explanatory memorandum\n"
                "\n"
                "I.  Why now\n"
                "\n"
                "    1.  Tides rise.\n"
                "\n"
                "II\n"
                "And then\n"
                "\n"
                "Annex II\n"
                "\n"
                "    The General Assembly,\n");
}

static struct ph_document *make_marked(void)
{
    struct ph_document *document = ph_document_new("x");
    document->lexicon = lexicon;
    struct ph_node *root = document->root, *node;
    document->marked = true;
    node = add_numbered(root, PH_OPERATIVE, 1, NULL, "Notes the sixty-fifth seventieth session;");
    mark_words(node, PH_DELETED, "sixty-fifth");
    mark_words(node, PH_INSERTED, "seventieth");
    mark_words(node, PH_ITALIC, "sixty-fifth seventieth");
    node = add_numbered(root, PH_OPERATIVE, 1, NULL, "Gone;");
    node->mark = PH_NODE_DELETED;
    node = add_numbered(root, PH_OPERATIVE, 1, NULL, "Comes.");
    node->mark = PH_NODE_INSERTED;
    return document;
}

Test(write_text, changes_without_colour)
{
    expect_text(make_marked(), plain,
                "    1.  Notes the [-sixty-fifth-] {+seventieth+} session;\n"
                "\n"
                "    [-Gone;-]\n"
                "\n"
                "    2.  {+Comes.+}\n");
}

Test(write_text, changes_in_colour_end_with_their_line)
{
    expect_text(make_marked(), (struct ph_write_options){.colour = true, .width = 30},
                "    1.  Notes the \033[9;31msixty-fifth\033[0m\n"
                "\033[4;32mseventieth\033[0m session;\n"
                "\n"
                "    \033[9;31mGone;\033[0m\n"
                "\n"
                "    2.  \033[4;32mComes.\033[0m\n");
}

static void add_field(struct ph_node *root, enum ph_field name, const char *value,
                      enum ph_mark mark)
{
    ph_set_field(root, PH_FIELD_ORGAN, "General Assembly");
    struct ph_node *field = ph_node_new(root->document, PH_FIELD, value);
    field->as.field.name = name;
    field->mark = mark;
    ph_append(root->first, field);
}

Test(write_text, words_of_ours_come_and_go_with_their_fields)
{
    struct ph_document *document = ph_document_new("x");
    document->lexicon = lexicon;
    struct ph_node *root = document->root;
    add_field(root, PH_FIELD_SYMBOL, "A/RES/64/10", PH_NODE_DELETED);
    add_field(root, PH_FIELD_SYMBOL, "A/65/L.1", PH_NODE_INSERTED);
    add_field(root, PH_FIELD_DISTRIBUTION, "Limited", PH_NODE_INSERTED);
    add_field(root, PH_FIELD_AGENDA_ITEM, "13", PH_NODE_DELETED);
    add_field(root, PH_FIELD_AGENDA_ITEM, "14", PH_NODE_INSERTED);
    add_field(root, PH_FIELD_ITEM_TITLE, "Oceans", PH_UNMARKED);
    add_field(root, PH_FIELD_SUBITEM_TITLE, "tides", PH_NODE_INSERTED);
    add_field(root, PH_FIELD_ADOPTED, "2 March 2010", PH_NODE_DELETED);
    add_field(root, PH_FIELD_SOURCE, "without reference", PH_NODE_DELETED);
    add_field(root, PH_FIELD_NUMBER, "64/10", PH_NODE_DELETED);
    ph_add(root, PH_TITLE, "Tides");
    expect_text(document, (struct ph_write_options){.width = 63},
                "United Nations                      [-A/RES/64/10-]{+A/65/L.1+}\n"
                "General Assembly                    {+Distr.: Limited+}\n"
                "\n"
                "Agenda item [-13-]{+14+}\n"
                "Oceans{+: tides+}\n"
                "\n"
                "[-Resolution adopted by the General Assembly on 2 March 2010-]\n"
                "[-[without reference]-]\n"
                "\n"
                "[-64/10.-] Tides\n");
}

Test(write_text, spaces_stand_outside_the_marks)
{
    struct ph_document *document = ph_document_new("x");
    document->lexicon = lexicon;
    struct ph_node *node = ph_add(document->root, PH_PARAGRAPH, "one two three four");
    mark_words(node, PH_DELETED, " two ");
    mark_words(node, PH_INSERTED, "three ");
    mark_words(node, PH_ITALIC, "three");
    expect_text(document, plain, "    one [-two-] {+three+} four\n");
}

Test(write_text, a_look_goes_on_over_a_line_but_not_over_its_indent)
{
    struct ph_document *document = ph_document_new("x");
    document->lexicon = lexicon;
    struct ph_node *node = add_numbered(document->root, PH_OPERATIVE, 1, NULL, "Notes:");
    node = add_numbered(node, PH_SUBPARAGRAPH, 2, "(a)", "One [two three four five] six;");
    mark_words(node, PH_PLACEHOLDER, "[two three four five]");
    expect_text(document, (struct ph_write_options){.colour = true, .width = 25},
                "    Notes:\n"
                "\n"
                "        (a) One \033[1m[two\033[0m\n"
                "    \033[1mthree four five]\033[0m six;\n");
}

Test(write_text, columns_are_columns)
{
    struct ph_document *document = ph_document_new("x");
    document->lexicon = lexicon;
    ph_add(document->root, PH_PARAGRAPH,
           "漢字漢字 e\u0301e\u0301e\u0301e\u0301 ab\u00A0cd https://x.y/zzzzzzzzzzzz z");
    expect_text(document, (struct ph_write_options){.width = 12},
                "    漢字漢字\n"
                "e\u0301e\u0301e\u0301e\u0301 ab\u00A0cd\n"
                "https://x.y/zzzzzzzzzzzz\n"
                "z\n");
}

Test(write_text, nothing_gives_nothing)
{
    expect_text(ph_document_new("x"), plain, "");
}
