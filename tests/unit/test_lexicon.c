/* The lexicon that comes with the program obeys its schema, and what it says of opening phrases,
 * masthead lines and running text is right; a file that is wrong is refused with its place. */
#include <libxml/xmlschemas.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/file.h"
#include "base/xml.h"
#include "un/lexicon.h"
#include "with_lexicon.h"

TestSuite(lexicon, .init = set_up_lexicon, .fini = tear_down_lexicon);

Test(lexicon_file, is_valid)
{
    xmlDoc *doc;
    struct ph_error error;
    xmlSchemaParserCtxt *parser = xmlSchemaNewParserCtxt(PH_TEST_SOURCE "/rules/lexicon.xsd");
    xmlSchema *schema = xmlSchemaParse(parser);
    cr_assert_not_null(schema);
    xmlSchemaValidCtxt *valid = xmlSchemaNewValidCtxt(schema);
    cr_assert_eq(ph_xml_read(PH_TEST_SOURCE "/rules/en/lexicon.xml", &doc, &error), PH_OK, "%s",
                 error.message);
    cr_expect_eq(xmlSchemaValidateDoc(valid, doc), 0);
    xmlNode *root = xmlDocGetRootElement(doc);
    ph_xml_set(ph_xml_first(ph_xml_first(root, "entities"), "entity"), "colour", "red");
    cr_expect_neq(xmlSchemaValidateDoc(valid, doc), 0, "the schema refuses what it does not know");
    xmlFreeDoc(doc);
    xmlSchemaFreeValidCtxt(valid);
    xmlSchemaFree(schema);
    xmlSchemaFreeParserCtxt(parser);
}

/* ---- opening phrases ---- */

struct opening_case {
    const char *text;
    enum ph_part part;
    const char *phrase;
    enum ph_adverb adverb;
    const char *italic; /* the words of the opening */
    bool known;
};

static void expect_opening(const struct opening_case *c)
{
    struct ph_opening found;
    cr_assert(ph_lexicon_opening(lexicon, c->text, strlen(c->text), PH_NO_PART, &found), "%s",
              c->text);
    cr_expect_eq(found.part, c->part, "%s: part %d", c->text, (int)found.part);
    cr_expect_str_eq(found.phrase, c->phrase, "%s: '%s'", c->text, found.phrase);
    cr_expect_eq(found.adverb, c->adverb, "%s: adverb %d", c->text, (int)found.adverb);
    cr_expect_eq(found.known, c->known, "%s: known", c->text);
    cr_expect_eq(found.to - found.from, strlen(c->italic), "%s: %zu to %zu", c->text, found.from,
                 found.to);
    cr_expect_eq(strncmp(c->text + found.from, c->italic, strlen(c->italic)), 0, "%s", c->text);
}

Test(lexicon, the_longest_listed_phrase_opens)
{
    static const struct opening_case cases[] = {
        {"Takes note of the report", PH_OPERATIVE_PART, "Takes note", 0, "Takes note", 1},
        {"Takes note with appreciation of the report", PH_OPERATIVE_PART,
         "Takes note with appreciation", 0, "Takes note with appreciation", 1},
        {"Calls upon Member States", PH_OPERATIVE_PART, "Calls upon", 0, "Calls upon", 1},
        {"Expresses its deep concern at", PH_OPERATIVE_PART, "Expresses its deep concern", 0,
         "Expresses its deep concern", 1},
        {"Notes, with appreciation, the", PH_OPERATIVE_PART, "Notes", 0, "Notes", 1},
        {"Referring to its resolution", PH_PREAMBLE, "Referring", 0, "Referring", 1},
        {"Guided by the Charter", PH_PREAMBLE, "Guided", 0, "Guided", 1},
        {"\t Having\xC2\xA0"
         "considered the report",
         PH_PREAMBLE, "Having considered", 0,
         "Having\xC2\xA0"
         "considered",
         1},
        {"Strongly condemns all", PH_OPERATIVE_PART, "Strongly condemns", 0, "Strongly condemns",
         1},
        {"Re-emphasizes", PH_OPERATIVE_PART, "Re-emphasizes", 0, "Re-emphasizes", 1}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect_opening(&cases[i]);
}

Test(lexicon, adverbs_are_no_part_of_the_phrase)
{
    static const struct opening_case cases[] = {
        {"Also notes the", PH_OPERATIVE_PART, "Notes", PH_ALSO, "Also notes", 1},
        {"Further takes note with appreciation of", PH_OPERATIVE_PART,
         "Takes note with appreciation", PH_FURTHER, "Further takes note with appreciation", 1},
        {"Referring further to its", PH_PREAMBLE, "Referring", PH_FURTHER, "Referring further", 1},
        {"Noting with concern also that", PH_PREAMBLE, "Noting with concern", PH_ALSO,
         "Noting with concern also", 1},
        {"Recognizing also with concern that", PH_PREAMBLE, "Recognizing with concern", PH_ALSO,
         "Recognizing also with concern", 1},
        {"Taking note also of the", PH_PREAMBLE, "Taking note", PH_ALSO, "Taking note also", 1},
        {"Having also considered the", PH_PREAMBLE, "Having considered", PH_ALSO,
         "Having also considered", 1},
        {"Having considered also the", PH_PREAMBLE, "Having considered", PH_ALSO,
         "Having considered also", 1},
        {"Deeply concerned also about", PH_PREAMBLE, "Deeply concerned", PH_ALSO,
         "Deeply concerned also", 1},
        {"Requests also the", PH_OPERATIVE_PART, "Requests", PH_ALSO, "Requests also", 1},
        {"Also recalling that", PH_PREAMBLE, "Recalling", PH_ALSO, "Also recalling", 1},
        {"Decides further to", PH_OPERATIVE_PART, "Decides", PH_FURTHER, "Decides further", 1},
        {"Encourages further efforts", PH_OPERATIVE_PART, "Encourages", 0, "Encourages", 1},
        {"Recalling further Security Council", PH_PREAMBLE, "Recalling", PH_FURTHER,
         "Recalling further", 1}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect_opening(&cases[i]);
}

Test(lexicon, unlisted_phrases_have_the_form)
{
    static const struct opening_case cases[] = {
        {"Viewing with appreciation the", PH_PREAMBLE, "Viewing with appreciation", 0,
         "Viewing with appreciation", 0},
        {"Also applauds the", PH_OPERATIVE_PART, "Applauds", PH_ALSO, "Also applauds", 0},
        {"Keenly awaits the", PH_OPERATIVE_PART, "Keenly awaits", 0, "Keenly awaits", 0}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++)
        expect_opening(&cases[i]);
    struct ph_opening a, b;
    ph_lexicon_opening(lexicon, "Applauds it", 11, PH_NO_PART, &a);
    ph_lexicon_opening(lexicon, "Applauds also it", 16, PH_NO_PART, &b);
    cr_expect_eq(a.phrase, b.phrase, "one copy of the words");
}

Test(lexicon, what_opens_nothing)
{
    static const char *const none[] = {"",
                                       "This resolution",
                                       "recalling that",
                                       "The report",
                                       "States parties",
                                       "During the year",
                                       "Also",
                                       "Indigenous peoples",
                                       "Progress was made",
                                       "United Nations"};
    struct ph_opening found;
    for (size_t i = 0; i < sizeof none / sizeof *none; i++) {
        cr_expect_not(ph_lexicon_opening(lexicon, none[i], strlen(none[i]), PH_NO_PART, &found),
                      "%s", none[i]);
        cr_expect_eq(found.part, PH_NO_PART);
    }
    cr_expect_not(ph_lexicon_opening(lexicon, "Recalling it", 12, PH_OPERATIVE_PART, &found),
                  "not in that part");
    cr_expect_not(ph_lexicon_opening(lexicon, "Recalls it", 10, PH_PREAMBLE, &found));
}

Test(lexicon, adverbs_are_set_where_they_belong)
{
    static const struct {
        const char *text;
        enum ph_adverb adverb;
        const char *expected;
    } cases[] = {{"Also notes the", PH_NO_ADVERB, "Notes the"},
                 {"Notes the", PH_ALSO, "Also notes the"},
                 {"Notes the", PH_FURTHER, "Further notes the"},
                 {"Requests also the", PH_ALSO, "Also requests the"},
                 {"Also notes the", PH_FURTHER, "Further notes the"},
                 {"Referring to", PH_FURTHER, "Referring further to"},
                 {"Referring further to", PH_NO_ADVERB, "Referring to"},
                 {"Also recalling that", PH_ALSO, "Recalling also that"},
                 {"Noting also with concern that", PH_ALSO, "Noting with concern also that"},
                 {"Having considered the", PH_ALSO, "Having also considered the"},
                 {"Having also considered the", PH_NO_ADVERB, "Having considered the"},
                 {"Deeply concerned about", PH_ALSO, "Deeply concerned also about"},
                 {"Taking note of", PH_ALSO, "Taking note also of"},
                 {"Reaffirming its commitment to", PH_ALSO, "Reaffirming also its commitment to"},
                 {"Expressing its deep concern at", PH_ALSO, "Expressing its deep concern also at"},
                 {"Strongly condemns all", PH_ALSO, "Also strongly condemns all"},
                 {"Applauds it", PH_ALSO, "Also applauds it"},
                 {"Viewing it", PH_ALSO, "Viewing also it"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct ph_opening found;
        size_t length = strlen(cases[i].text);
        cr_assert(ph_lexicon_opening(lexicon, cases[i].text, length, PH_NO_PART, &found));
        char *set = ph_lexicon_set_adverb(lexicon, cases[i].text, length, &found, cases[i].adverb);
        cr_expect_str_eq(set, cases[i].expected, "%s: %s", cases[i].text, set);
        free(set);
    }
}

Test(lexicon, verbs_with_an_addressee)
{
    cr_expect(ph_lexicon_has_addressee(lexicon, "Requests"));
    cr_expect(ph_lexicon_has_addressee(lexicon, "Calls upon"));
    cr_expect(ph_lexicon_has_addressee(lexicon, "Strongly encourages"));
    cr_expect_not(ph_lexicon_has_addressee(lexicon, "Decides"));
    cr_expect_not(ph_lexicon_has_addressee(lexicon, "no such phrase"));
    cr_expect_not(ph_lexicon_has_addressee(lexicon, ""));
}

/* ---- lines ---- */

Test(lexicon, lines_of_a_masthead)
{
    static const struct {
        const char *text, *name, *value;
    } cases[] = {
        {"[DU1]", "junk", "[DU1]"},
        {"[DU1]<<ODS JOB NO>>N0947719E<<ODS JOB NO>>", "junk", NULL},
        {"<!-- Page 1 -->", "junk", NULL},
        {"*0947719*", "junk", NULL},
        {"Please recycle", "junk", NULL},
        {"---------------", "junk", NULL},
        {"_______________", "note-rule", NULL},
        {"* Reissued for technical reasons on 15 July 2013.", "reissued", NULL},
        {"United NationsA/RES/64/256General AssemblyDistr.: General", "masthead", NULL},
        {"19 May 2010Sixty-fourth session", "masthead", NULL},
        {"Distr.: General", "distribution", "General"},
        {"General Assembly      Distr.: Limited", "distribution", "Limited"},
        {"Original: English", "original", "English"},
        {"English", "language", "English"},
        {"Sixty-fourth session", "session", "Sixty-fourth session"},
        {"Tenth emergency special session", "session", "Tenth emergency special session"},
        {"First Committee", "committee", "First Committee"},
        {"Agenda item 123 (g)", "agenda-item", "123 (g)"},
        {"Agenda items 136 and 148", "agenda-item", "136 and 148"},
        {"Items 75 (a) and (b) of the provisional agenda*", "agenda-item", "75 (a) and (b)"},
        {"Item 137 of the preliminary list*", "agenda-item", "137"},
        {"A/RES/67/6*", "symbol", "A/RES/67/6"},
        {"United Nations   A/80/L.10", "symbol", "A/80/L.10"},
        {"United Nations", "united-nations", NULL},
        {"General Assembly", "organ-name", "General Assembly"},
        {"The General Assembly,", "organ", "General Assembly"},
        {"Resolution adopted by the General Assembly on 2 March 2010", "adopted", "2 March 2010"},
        {"Resolution adopted by the General Assembly", "adopted", NULL},
        {"[without reference to a Main Committee (A/64/L.45 and Add.1)]", "source",
         "without reference to a Main Committee (A/64/L.45 and Add.1)"},
        {"[on the report of the Third Committee (A/79/458/Add.2, para. 30)]", "source",
         "on the report of the Third Committee (A/79/458/Add.2, para. 30)"},
        {"73/331.\tCooperation between", "number", "73/331"},
        {"2200 A (XXI). International Covenants", "number", "2200 A (XXI)"},
        {"Italy and Turkmenistan:* draft resolution", "sponsors", "Italy and Turkmenistan"},
        {"Chad, Ghana and Togo: revised draft resolution", "sponsors", "Chad, Ghana and Togo"},
        {"Draft resolution", "proposal", "Draft resolution"},
        {"74th plenary meeting", "meeting", "74th plenary meeting"},
        {"50th (resumed) plenary meeting", "meeting", NULL},
        {"2 March 2010", "date", "2 March 2010"},
        {"Letter dated 14 July 2009 from the Permanent Representative of Chad", "letter-date",
         "14 July 2009"},
        {"Request for the inclusion of a supplementary item", "request", NULL},
        {"(Signed) Jane Doe", "signed", "Jane Doe"},
        {"Annex II", "annex", "Annex II"},
        {"Explanatory note", "memorandum", "Explanatory note"},
        {"[bookmark: _Ref15050521]Having considered", "field", "[bookmark: _Ref15050521]"},
        {"09-47719", "job", "09-47719"},
        {"25-17857 (E)     121125", "job", "25-17857"},
        {"2/2", "page", "2"},
        {"3", "page", "3"},
        {"196 General Assembly—Forty-fifth Session", "page", NULL},
        {"VI. Resolutions adopted on the reports of the Third Committee 185", "page", NULL},
        {"/...", "junk", NULL}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct ph_line line;
        const char *text = cases[i].text;
        const char *value = cases[i].value ? cases[i].value : text;
        cr_assert(ph_lexicon_line(lexicon, text, strlen(text), &line), "%s", text);
        cr_expect_str_eq(line.name, cases[i].name, "%s: %s", text, line.name);
        if (cases[i].value || !strcmp(line.name, "page"))
            cr_expect(line.to - line.from == strlen(value) &&
                          !strncmp(text + line.from, value, strlen(value)),
                      "%s: '%.*s'", text, (int)(line.to - line.from), text + line.from);
    }
}

Test(lexicon, words_of_a_resolution_are_no_furniture)
{
    static const char *const none[] = {
        "Recalling its resolution 59/50 of 2 December 2004,",
        "The General Assembly decides to include the item",
        "1.\tNotes the activity of the organization;",
        "Cooperation between the United Nations and the Caribbean Community",
        "Annexation of territory",
        "2 March 2010 was the day on which",
        "General and complete disarmament"};
    struct ph_line line;
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        cr_expect_not(ph_lexicon_line(lexicon, none[i], strlen(none[i]), &line), "%s: %s", none[i],
                      line.name);
}

Test(lexicon, fields_are_found_in_run_together_text)
{
    const char *text = "United NationsA/RES/69/12General AssemblyDistr.: General\n"
                       "26 November 2014Sixty-ninth session\nAgenda item 123 (g)";
    static const struct {
        const char *name, *value;
    } cases[] = {{"symbol", "A/RES/69/12"},
                 {"distribution", "General"},
                 {"date", "26 November 2014"},
                 {"session", "Sixty-ninth session"},
                 {"agenda-item", "123 (g)"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct ph_line line;
        cr_assert(ph_lexicon_find_line(lexicon, cases[i].name, text, strlen(text), 0, &line), "%s",
                  cases[i].name);
        cr_expect_eq(line.to - line.from, strlen(cases[i].value), "%s", cases[i].name);
        cr_expect_eq(strncmp(text + line.from, cases[i].value, strlen(cases[i].value)), 0);
    }
    struct ph_line line;
    cr_expect_not(ph_lexicon_find_line(lexicon, "sponsors", "none", 4, 0, &line));
    cr_expect_not(ph_lexicon_find_line(lexicon, "no such name", text, 5, 0, &line));
}

/* ---- entities ---- */

/* "session sixty-fifth 65 0; ..." */
static char *entities_of(const char *text)
{
    struct ph_entity *list;
    struct ph_buffer out = {0};
    size_t count = ph_lexicon_entities(lexicon, text, strlen(text), &list);
    for (size_t i = 0; i < count; i++)
        ph_buffer_printf(&out, "%s%s '%.*s' %ld %ld", i ? "; " : "", list[i].kind,
                         (int)(list[i].to - list[i].from), text + list[i].from, list[i].number,
                         list[i].other);
    free(list);
    return ph_buffer_take(&out);
}

static void expect_entities(const char *text, const char *expected)
{
    char *found = entities_of(text);
    cr_expect_str_eq(found, expected, "%s\n  is %s", text, found);
    free(found);
}

Test(lexicon, sessions_of_the_assembly)
{
    expect_entities("to submit to the General Assembly at its sixty-fifth session a report",
                    "session 'sixty-fifth' 65 0");
    expect_entities("the seventy-fifth session of the General Assembly",
                    "session 'seventy-fifth' 75 0");
    expect_entities("at its seventy-fifth and seventy-sixth sessions",
                    "session 'seventy-fifth' 75 0; session 'seventy-sixth' 76 0");
    expect_entities("in the provisional agenda of its eightieth session",
                    "session 'eightieth' 80 0");
    expect_entities("Requests the Committee to report to it at its seventieth session",
                    "session 'seventieth' 70 0");
    expect_entities("at the first part of its resumed 75th session", "session '75th' 75 0");
    expect_entities("the report of the Council to the General Assembly at its sixty-first session",
                    "session 'sixty-first' 61 0");
    expect_entities("in the Sixth Committee during the seventy-fourth session",
                    "session 'seventy-fourth' 74 0");
}

Test(lexicon, sessions_of_others)
{
    expect_entities("the report of the Human Rights Council on its forty-eighth session",
                    "other-session 'forty-eighth' 48 0");
    expect_entities("the sixty-seventh regular session of the General Conference of the Agency",
                    "other-session 'sixty-seventh' 67 0");
    expect_entities("the Preparatory Committee, at its first and second sessions,",
                    "other-session 'first' 1 0; other-session 'second' 2 0");
    expect_entities("the twenty-fourth special session of the General Assembly",
                    "other-session 'twenty-fourth' 24 0");
    expect_entities("the United Nations Environment Assembly at its resumed fifth session",
                    "other-session 'fifth' 5 0");
}

Test(lexicon, citations_in_text)
{
    expect_entities("Recalling its resolutions 64/256 of 2 March 2010 and 65/122 of "
                    "13 December 2010 on cooperation",
                    "citations '64/256 of 2 March 2010 and 65/122 of 13 December 2010' 65 2");
    expect_entities("Security Council resolution 1631 (2005) of 17 October 2005",
                    "sc-resolution '1631 (2005) of 17 October 2005' 1631 2005");
    expect_entities("resolutions 1325 (2000) and 1820 (2008)",
                    "sc-resolution '1325 (2000)' 1325 2000; sc-resolution '1820 (2008)' 1820 2008");
    expect_entities("Human Rights Council resolution 37/12 of 22 March 2018",
                    "other-citation '37/12 of 22 March 2018' 37 2018");
    expect_entities("paragraph 5 of its resolution 73/331 of 25 July 2019,",
                    "paragraph-reference '5' 5 0; citations '73/331 of 25 July 2019' 73 1");
    expect_entities("See resolution S-30/1, annex.", "citations 'S-30/1' 0 1");
    expect_entities("Resolution 60/288.", "citations '60/288' 60 1");
    expect_entities("paragraphs 5 to 8 above", "paragraph-reference '5 to 8' 5 8");
}

Test(lexicon, times_and_counts)
{
    expect_entities("on 2 March 2010", "date '2 March 2010' 20100302 0");
    expect_entities("from 27 to 30 May 2024", "days '27 to 30 May 2024' 20240530 0");
    expect_entities("in March 2010", "month 'March 2010' 2010 0");
    expect_entities("for the period 2009–2019", "period '2009–2019' 2019 2009");
    expect_entities("the period from 2009 to 2019", "period '2009 to 2019' 2019 2009");
    expect_entities("the biennium 2010-11", "period '2010-11' 2011 2010");
    expect_entities("for 2023", "year '2023' 2023 0");
    expect_entities("the 2030 Agenda", "");
    expect_entities("in the 25 years since the signing", "age '25 years' 25 0");
    expect_entities("twenty-five years after its adoption", "age 'twenty-five years' 25 0");
    expect_entities("for 20 years", "age '20 years' 20 0");
    expect_entities("children under 18 years of age", "");
    expect_entities("the twentieth anniversary of the signing", "edition 'twentieth' 20 0");
    expect_entities("at the Eighteenth Summit", "edition 'Eighteenth' 18 0");
    expect_entities("A/73/328–S/2018/592.", "symbol 'A/73/328–S/2018/592' 328 73");
}

Test(lexicon, quotations_give_way_to_what_moves_inside)
{
    expect_entities("the item entitled “Oceans and the law of the sea”.",
                    "quotation 'Oceans and the law of the sea' 0 0");
    expect_entities("entitled \"Sport for 2030 and development\"",
                    "quotation 'Sport for 2030 and development' 0 0");
    expect_entities("entitled “Report on the seventy-fifth session of the General Assembly”",
                    "session 'seventy-fifth' 75 0");
    expect_entities("entitled “Follow-up to resolution 60/1 of 16 September 2005”",
                    "citations '60/1 of 16 September 2005' 60 1");
}

Test(lexicon, entities_are_in_order_and_apart)
{
    const char *text = "at its sixty-fifth session, under “A title”, resolution 64/256 of 2 March "
                       "2010 for 2009–2019 and in 2023, A/73/328–S/2018/592, 3 May 2011";
    struct ph_entity *list;
    size_t count = ph_lexicon_entities(lexicon, text, strlen(text), &list), end = 0;
    cr_expect_eq(count, 7u);
    for (size_t i = 0; i < count; i++) {
        cr_expect(list[i].from >= end && list[i].to > list[i].from);
        end = list[i].to;
    }
    cr_expect_leq(end, strlen(text));
    free(list);
}

/* ---- lists ---- */

Test(lexicon, lists_of_words)
{
    const char *const *states = ph_lexicon_list(lexicon, "member-states");
    size_t count = 0;
    bool viet_nam = false;
    for (; states && states[count]; count++)
        viet_nam = viet_nam || !strcmp(states[count], "Viet Nam");
    cr_expect_eq(count, 193u);
    cr_expect(viet_nam);
    cr_expect_not_null(ph_lexicon_list(lexicon, "function-words"));
    cr_expect_not_null(ph_lexicon_list(lexicon, "observer-states"));
    cr_expect_null(ph_lexicon_list(lexicon, "no such list"));
}

/* ---- what comes from strangers ---- */

Test(lexicon, long_lines_take_linear_time, .timeout = 60)
{
    static const char *const pieces[] = {"1",
                                         "and ",
                                         "12/",
                                         "\"",
                                         "A/1",
                                         "first ",
                                         "its Council ",
                                         "resolution 64/1, ",
                                         "Decides to consider ",
                                         "“",
                                         "2010–",
                                         "A: draft "};
    for (size_t i = 0; i < sizeof pieces / sizeof *pieces; i++) {
        struct ph_buffer text = {0};
        while (text.length < 1000000)
            ph_buffer_put(&text, pieces[i]);
        struct ph_entity *list;
        struct ph_line line;
        struct ph_opening opening;
        ph_lexicon_entities(lexicon, text.data, text.length, &list);
        ph_lexicon_line(lexicon, text.data, text.length, &line);
        ph_lexicon_opening(lexicon, text.data, text.length, PH_NO_PART, &opening);
        free(list);
        ph_buffer_free(&text);
    }
}

/* The message that loading a lexicon with this content gives; "" when it loads. */
static const char *message_for(const char *content, struct ph_error *error)
{
    char path[] = "/tmp/lexiconXXXXXX";
    struct ph_lexicon *loaded = NULL;
    int file = mkstemp(path);
    cr_assert_geq(file, 0);
    cr_assert_eq(write(file, content, strlen(content)), (ssize_t)strlen(content));
    close(file);
    *error = (struct ph_error){0};
    if (ph_lexicon_load(path, &loaded, error) == PH_OK) {
        ph_lexicon_free(loaded);
        error->message[0] = '\0';
    }
    unlink(path);
    return error->message;
}

Test(lexicon_file, a_wrong_one_is_refused_with_its_place)
{
    static const struct {
        const char *content, *says;
    } cases[] = {
        {"<lexicon/>", ""},
        {"<rules/>", "no lexicon"},
        {"not XML", ":1:"},
        {"<lexicon>\n<lines><line name='a'>(</line></lines></lexicon>", ":2: pattern is wrong"},
        {"<lexicon><lines>\n<line name='a'>{nowhere}</line></lines></lexicon>", ":2:"},
        {"<lexicon><define name='a'>{a}</define><lines><line name='b'>{a}</line></lines></lexicon>",
         "uses itself"},
        {"<lexicon><lines>\n<line>a</line></lines></lexicon>", ":2:"},
        {"<lexicon><entities>\n\n<entity kind='a' value='b'>c</entity></entities></lexicon>",
         ":3:"},
        {"<lexicon><openings><adverb name='too'>too</adverb></openings></lexicon>", "adverb"},
        {"<lexicon><entities><entity kind='a' value='none' starts='b'>x</entity></entities>"
         "</lexicon>",
         "starts names no definition"},
        {"<lexicon><openings><phrases part='operative'><phrase> </phrase></phrases></openings>"
         "</lexicon>",
         "without words"},
        {"<lexicon><openings><phrases part='operative'><phrase>A b c d e f g h i</phrase></phrases>"
         "</openings></lexicon>",
         "too many words"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct ph_error error;
        const char *message = message_for(cases[i].content, &error);
        if (*cases[i].says)
            cr_expect_not_null(strstr(message, cases[i].says), "%s: '%s'", cases[i].content,
                               message);
        else
            cr_expect_str_eq(message, "", "%s", message);
    }
    struct ph_lexicon *loaded;
    struct ph_error error;
    cr_expect_eq(ph_lexicon_load("/no/such/file.xml", &loaded, &error), PH_IO);
}

/* The program compiles them when they are first used: a file that is named is compiled at once. */
Test(lexicon_file, all_patterns_of_the_one_that_comes_with_the_program_are_right)
{
    struct ph_lexicon *loaded = NULL;
    struct ph_error error = {0};
    char *path = ph_data_path("rules/en/lexicon.xml");
    cr_expect_eq(ph_lexicon_load(path, &loaded, &error), PH_OK, "%s", error.message);
    ph_lexicon_free(loaded);
    free(path);
}

/* Nothing is looked for before the first place of what a pattern starts with: a match must begin
 * there, behind what may not stand before it. */
Test(lexicon_file, what_a_pattern_starts_with_is_its_beginning)
{
    struct ph_error error;
    xmlDoc *doc;
    char *path = ph_data_path("rules/en/lexicon.xml");
    size_t count = 0;
    cr_assert_eq(ph_xml_read(path, &doc, &error), PH_OK, "%s", error.message);
    const xmlNode *entities = ph_xml_first(xmlDocGetRootElement(doc), "entities");
    for (const xmlNode *one = ph_xml_first(entities, "entity"); one;
         one = ph_xml_next(one, "entity")) {
        const char *starts = ph_xml_attribute(one, "starts");
        if (!starts)
            continue;
        char *pattern = ph_xml_content(one);
        const char *begin = strncmp(pattern, "(?<!", 4) ? pattern : strchr(pattern, ')') + 1;
        const size_t length = strlen(starts);
        cr_expect(begin[0] == '{' && !strncmp(begin + 1, starts, length) &&
                      begin[1 + length] == '}',
                  "%s", pattern);
        free(pattern);
        count++;
    }
    cr_expect_gt(count, 0);
    xmlFreeDoc(doc);
    free(path);
}
