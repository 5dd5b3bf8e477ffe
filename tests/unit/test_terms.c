/* Terms: found as whole words, the longest first, in any case where that is said, with endings; and
 * what a document says where for the first time. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "base/xml.h"
#include "rules/names.h"
#include "rules/openers.h"
#include "rules/said.h"

/* What the terms find in a text: "words=instead;" for each. Caller frees. */
static char *found(const char *terms_text, const char *text)
{
    xmlDoc *doc = NULL;
    struct ph_error error = {0};
    struct ph_buffer out = {0};
    cr_assert_eq(ph_xml_parse("terms", terms_text, strlen(terms_text), &doc, &error), PH_OK, "%s",
                 error.message);
    struct ph_terms *terms = ph_terms_new(xmlDocGetRootElement(doc));
    struct ph_text in = {.bytes = text, .length = strlen(text)};
    struct ph_term_index *index = ph_term_index_new(&terms, 1);
    struct ph_word *words;
    size_t count = ph_words_of(&in, &words), at = 0, from, end;
    struct ph_openers openers = ph_openers_of(index, &in, words, count);
    cr_expect_eq((ph_terms_bits(terms) & openers.all) != 0, openers.count > 0, "%s", text);
    const struct ph_term *term;
    while ((term = ph_openers_next(&openers, terms, &at, &from, &end)))
        ph_buffer_printf(&out, "%.*s=%s;", (int)(end - from), text + from, term->instead);
    ph_openers_free(&openers);
    ph_term_index_free(index);
    free(words);
    ph_terms_free(terms);
    xmlFreeDoc(doc);
    return ph_buffer_take(&out);
}

static void expect(const char *terms, const char *text, const char *expected)
{
    char *got = found(terms, text);
    cr_expect_str_eq(got ? got : "", expected, "%s: %s", text, got ? got : "");
    free(got);
}

Test(terms, whole_words_only)
{
    const char *terms = "<terms><term words='toward' instead='towards'/></terms>";
    expect(terms, "untoward towards toward, toward", "toward=towards;toward=towards;");
    expect(terms, "Toward", "");
    expect(terms, "toward’s (toward)", "toward=towards;toward=towards;");
    expect(terms, "", "");
}

Test(terms, any_case)
{
    const char *terms = "<terms case='any'><term words='web site' instead='website'/></terms>";
    expect(terms, "Web Site of the WEB SITE", "Web Site=website;WEB SITE=website;");
    expect(terms, "web\xC2\xA0site", "web\xC2\xA0site=website;");
    expect(terms, "web sites, web", "");
}

Test(terms, the_longest_stands_before_the_shorter)
{
    expect("<terms><term words='Bolivia' instead='a'/><term words='Bolivia, State' "
           "instead='b'/></terms>",
           "Bolivia, State and Bolivia", "Bolivia, State=b;Bolivia=a;");
}

Test(terms, of_one_two_or_more_words)
{
    const char *terms = "<terms><term words='for' instead='1'/><term words='for example' "
                        "instead='2'/><term words='for example as' instead='3'/><term words='for "
                        "example as seen' instead='4'/></terms>";
    expect(terms, "for example as seen", "for example as seen=4;");
    expect(terms, "for example as see", "for example as=3;");
    expect(terms, "for example a, for examples for", "for example=2;for=1;for=1;");
}

Test(terms, tables_together_find_what_each_finds)
{
    static const char *const texts[] = {"<terms><term words='one two'/></terms>",
                                        "<terms case='any'><term words='one'/></terms>",
                                        "<terms><term words='two'/><term words='Two'/></terms>"};
    enum { TABLES = sizeof texts / sizeof *texts };
    xmlDoc *docs[TABLES];
    struct ph_terms *tables[TABLES];
    struct ph_text in = {.bytes = "One two and one two", .length = 19};
    static const size_t starts[TABLES][3] = {{12, 99}, {0, 12, 99}, {4, 16, 99}};
    struct ph_word *words;
    for (size_t i = 0; i < TABLES; i++) {
        cr_assert_eq(ph_xml_parse("terms", texts[i], strlen(texts[i]), &docs[i], NULL), PH_OK);
        tables[i] = ph_terms_new(xmlDocGetRootElement(docs[i]));
    }
    struct ph_term_index *index = ph_term_index_new(tables, TABLES);
    const size_t count = ph_words_of(&in, &words);
    struct ph_openers openers = ph_openers_of(index, &in, words, count);
    for (size_t i = 0; i < TABLES; i++) {
        size_t at = 0, from, end;
        for (const size_t *start = starts[i]; *start != 99; start++) {
            cr_assert(ph_openers_next(&openers, tables[i], &at, &from, &end));
            cr_expect_eq(from, *start, "%zu", i);
        }
        cr_expect_null(ph_openers_next(&openers, tables[i], &at, &from, &end));
    }
    ph_openers_free(&openers);
    ph_term_index_free(index);
    free(words);
    for (size_t i = 0; i < TABLES; i++) {
        ph_terms_free(tables[i]);
        xmlFreeDoc(docs[i]);
    }
}

Test(terms, endings_are_added_to_both)
{
    const char *terms = "<terms endings='e ing ation'><term words='organis' instead='organiz'/>"
                        "</terms>";
    expect(terms, "organise organisation organising organism",
           "organise=organize;organisation=organization;organising=organizing;");
}

Test(terms, no_more_than_a_table_may_hold)
{
    struct ph_buffer text = {0};
    xmlDoc *doc = NULL;
    ph_buffer_put(&text, "<terms endings='");
    for (int i = 0; i < PH_TERMS / 2 + 1; i++)
        ph_buffer_put(&text, " a");
    ph_buffer_put(&text, "'><term words='one'/><term words='two'/></terms>");
    cr_assert_eq(ph_xml_parse("terms", text.data, text.length, &doc, NULL), PH_OK);
    cr_expect_null(ph_terms_new(xmlDocGetRootElement(doc)));
    xmlFreeDoc(doc);
    ph_buffer_free(&text);
}

Test(terms, lines_are_rows_beside_elements)
{
    const char *terms = "<terms case='any'>\n  more then = more than\n\n<term words='web site' "
                        "instead='website'/>\n\tinter-alia  =  inter alia \r\nad hoc</terms>";
    expect(terms, "More then a web site, inter-alia ad hoc",
           "More then=more than;web site=website;inter-alia=inter alia;ad hoc=;");
}

Test(terms, endings_are_added_to_lines)
{
    expect("<terms endings=' s'> organ = body \n unit</terms>", "organs unit",
           "organs=bodys;unit=;");
}

Test(terms, words_with_marks_inside)
{
    expect("<terms><term words='co-operation' instead='cooperation'/></terms>",
           "co-operation non-co-operation co–operation",
           "co-operation=cooperation;co-operation=cooperation;");
    expect("<terms><term words='Côte' instead='x'/></terms>", "“Côte”–Côte", "Côte=x;Côte=x;");
}

/* What is found of the name "Convention on the Rights of Small Children". */
static void expect_nearly(const char *attributes, const char *text, const char *expected)
{
    struct ph_buffer element = {0};
    xmlDoc *doc = NULL;
    struct ph_text in = {.bytes = text, .length = strlen(text)};
    struct ph_word *words;
    size_t at = 0, from = 0, end = 0;
    ph_buffer_printf(&element, "<terms %s>\nConvention on the Rights of Small Children\n</terms>",
                     attributes);
    cr_assert_eq(ph_xml_parse("terms", element.data, element.length, &doc, NULL), PH_OK);
    struct ph_names *names = ph_names_new(xmlDocGetRootElement(doc));
    size_t count = ph_words_of(&in, &words);
    const struct ph_term *term = ph_names_next(names, &in, words, count, &at, &from, &end);
    char *got = ph_copy_n(text + from, term ? end - from : 0);
    cr_expect_str_eq(got, expected, "%s: %s", attributes, text);
    free(got);
    free(words);
    ph_names_free(names);
    xmlFreeDoc(doc);
    ph_buffer_free(&element);
}

Test(terms, names_that_stand_nearly_so_join_no_more_parts)
{
    static const char near[] = "Convention of the Rights of Small Children";
    static const char joined[] = "Convention and the Rights of Small Children";
    expect_nearly("little='of the on and' joint='and'", near, near);
    expect_nearly("little='of the on and' joint='and'", joined, "");
    expect_nearly("little='of the on and'", joined, joined);
    expect_nearly("little='of the on'", joined, "");
}

/* What is found in a text of the names of Kyoto, Rome and others, by a table and by its bytes. */
static void expect_name(const char *text, const char *expected)
{
    static const char table[] =
        "<terms little='of the on for and in by ababa' joint='and by'>"
        "<sort words='Protocol Agreement Treaty Plan Programme Agenda Declaration Convention'/>"
        "<sort words='Court Tribunal'/><sort words='Kyoto Rome Addis Lima'/>"
        "<known>\nKyoto Convention\nRome Court of Peace\n</known>\n"
        "Kyoto Protocol\nRome Declaration on Food\nRome Plan of Action\nLima Programme of Action\n"
        "Addis Ababa Action Agenda\n2030 Agenda for Growth\nInternational Criminal Court\n"
        "Convention on the Law of Treaties and the High Sea\n"
        "Rome Court of Trade\nLima Court of Trade</terms>";
    xmlDoc *doc = NULL;
    struct ph_text in = {.bytes = text, .length = strlen(text)};
    struct ph_word *words;
    cr_assert_eq(ph_xml_parse("terms", table, strlen(table), &doc, NULL), PH_OK);
    struct ph_names *made = ph_names_new(xmlDocGetRootElement(doc));
    size_t size, count = ph_words_of(&in, &words);
    const void *bytes = ph_names_part(made, &size);
    struct ph_names *of_part = ph_names_of_part(bytes, size);
    struct ph_names *both[] = {made, of_part};
    for (size_t i = 0; i < 2; i++) {
        size_t at = 0, from, end;
        const struct ph_term *term = ph_names_next(both[i], &in, words, count, &at, &from, &end);
        cr_expect_str_eq(term ? term->instead : "", expected, "%s: %s", text,
                         term ? term->instead : "");
    }
    cr_expect_null(ph_names_of_part(bytes, size - 1));
    free(words);
    ph_names_free(of_part);
    ph_names_free(made);
    xmlFreeDoc(doc);
}

Test(terms, names_with_a_word_of_the_same_sort)
{
    expect_name("the International Criminal Court met", "");
    expect_name("the International Criminal Tribunal met", "International Criminal Court");
    expect_name("the International Criminal Tribunals met", "International Criminal Court");
    expect_name("the International Criminal Office met", "");
    expect_name("the Rome Treaty on Food", "Rome Declaration on Food");
    expect_name("the Declaration of Rome on Food", "Rome Declaration on Food");
    expect_name("the Agreement on the Law of Treaties and the High Sea",
                "Convention on the Law of Treaties and the High Sea");
}

Test(terms, names_with_two_words_of_the_same_sorts)
{
    expect_name("the Lima Treaty on Food", "");
    expect_name("the Addis Action Agenda", "Addis Ababa Action Agenda");
    expect_name("the Addis Ababa Action Plan", "Addis Ababa Action Agenda");
    expect_name("the Kyoto Action Plan", "Rome Plan of Action");
}

Test(terms, names_of_which_nobody_knows_which_is_meant)
{
    expect_name("the Kyoto Programme of Action", "Lima Programme of Action");
    expect_name("the Lima Plan of Action", "Lima Programme of Action");
    expect_name("the Addis Plan of Action", "Addis Ababa Action Agenda");
    expect_name("the Kyoto Treaty of Action", "");
    expect_name("the Kyoto Court of Trade", "");
    expect_name("the Rome Tribunal of Trade", "Rome Court of Trade");
}

Test(terms, names_that_go_on)
{
    expect_name("the International Criminal Tribunal of Rome", "");
    expect_name("the International Criminal Tribunal and Rome", "International Criminal Court");
    expect_name("the International Criminal Tribunal Rules", "");
    expect_name("the Other International Criminal Tribunal", "");
    expect_name("The International Criminal Tribunal", "International Criminal Court");
}

Test(terms, names_of_two_words)
{
    expect_name("the Kyoto Agreement", "Kyoto Protocol");
    expect_name("the Kyoto Agreement2 was", "Kyoto Protocol");
    expect_name("the Protocol of Kyoto", "");
    expect_name("the Rome Protocol", "");
    expect_name("the Kyoto Protocol", "");
}

Test(terms, names_that_are_only_known)
{
    expect_name("the Kyoto Convention", "");
    expect_name("the Kyoto Conventions of Rome", "");
    expect_name("the Rome Court of Peace", "");
    expect_name("the Lima Court of Peace", "");
    expect_name("the Rome Tribunal of Peace", "");
}

Test(terms, names_with_numbers)
{
    expect_name("the 2030 Agenda for Growth", "");
    expect_name("the 2030 Programme for Growth", "2030 Agenda for Growth");
    expect_name("the 2035 Programme for Growth", "");
    expect_name("the Programme for Growth", "");
}

/* ---- what is said where ---- */

Test(said, first_place_and_same_words)
{
    struct ph_document *document = ph_document_new("test");
    struct ph_node *one = ph_add(document->root, PH_PREAMBULAR, "Recalling UNDPs,");
    struct ph_node *two = ph_add(document->root, PH_PREAMBULAR, "Recalling (UNDP),");
    struct ph_node *op = ph_add(document->root, PH_OPERATIVE, "Recalling (UNDP),");
    struct ph_node *three = ph_add(document->root, PH_PREAMBULAR, "Recalling (UNDP),");
    struct ph_said *said = ph_said_new(document);
    cr_expect_eq(ph_said_first(said, "UNDP"), two);
    cr_expect_eq(ph_said_first(said, "UNDP"), two, "asked again");
    cr_expect_eq(ph_said_first(said, "Recalling"), one);
    cr_expect_null(ph_said_first(said, "UNICEF"));
    cr_expect_null(ph_said_first(said, ""));
    cr_expect_null(ph_said_before(said, one));
    cr_expect_null(ph_said_before(said, two));
    cr_expect_null(ph_said_before(said, op), "of another kind");
    cr_expect_eq(ph_said_before(said, three), two);
    ph_said_free(said);
    ph_document_free(document);
}
