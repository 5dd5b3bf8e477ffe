/* The words that the program itself reads and writes are those of the lexicon: with a lexicon of
 * another language it reads and writes that one. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "un/citation.h"
#include "un/date.h"
#include "un/lexicon.h"
#include "un/ordinal.h"
#include "un/states.h"

static const char months[] =
    "<define name='month'>janvier|février|mars|avril|mai|juin|juillet|août|septembre|\n"
    "    octobre|novembre|décembre</define>";

static const char words[] = "<words><word name='and'>et</word><word name='of'>du</word><word "
                            "name='both'>toutes deux</word>\n"
                            "<word name='all'>toutes</word><word name='the'>le</word></words>";

static const char lists[] =
    "<lists><list name='citation-nouns'><w>decretum</w><w>decreta</w></list>\n"
    "<list name='decision-nouns'><w>consultum</w></list>\n"
    "<list name='own-organ'><w>Magna Curia</w></list>\n"
    "<list name='other-organs'><w>Senatus</w></list>\n"
    "<list name='name-links'><w>de</w></list>"
    "<list name='member-states'><w>Belgique</w><w>Canada</w><w>Iran (Pays de)</w></list>\n"
    "<list name='states-with-article'><w>Canada</w></list></lists>";

/* "duo" and "duoum", "duoteen", "duodecem"; 10 is "decem", 100 "centum". */
static void put_number(struct ph_buffer *out, int value)
{
    static const char *const units[] = {"nulla",    "unum",    "duo", "tres",   "quattuor",
                                        "quinquam", "sexodum", "sex", "septem", "novem"};
    char word[32] = "decem";
    if (value < 10 || value == 100)
        snprintf(word, sizeof word, "%s", value == 100 ? "centum" : units[value]);
    else if (value > 10)
        snprintf(word, sizeof word, "%s%s", units[value < 20 ? value % 10 : value / 10],
                 value < 20 ? "teen" : "decem");
    ph_buffer_printf(out, "<number value='%d' ordinal='%sum'>%s</number>\n", value, word, word);
}

static void put_numbers(struct ph_buffer *out)
{
    ph_buffer_put(out, "<numbers>");
    for (int value = 0; value <= 100; value += value < 20 ? 1 : 10)
        put_number(out, value);
    ph_buffer_put(out, "<suffix>mo</suffix></numbers>");
}

static enum ph_status load(const char *content, struct ph_lexicon **lexicon, struct ph_error *error)
{
    char path[] = "/tmp/penholder-lexicon-XXXXXX";
    int file = mkstemp(path);
    cr_assert(file >= 0 && dprintf(file, "<lexicon>%s</lexicon>", content) > 0);
    close(file);
    enum ph_status status = ph_lexicon_load(path, lexicon, error);
    unlink(path);
    return status;
}

/* A language that there is not. */
static struct ph_lexicon *other(void)
{
    struct ph_lexicon *lexicon = NULL;
    struct ph_error error;
    struct ph_buffer content = {0};
    ph_buffer_printf(&content, "%s%s%s", months, words, lists);
    put_numbers(&content);
    cr_assert_eq(load(content.data, &lexicon, &error), PH_OK, "%s", error.message);
    ph_buffer_free(&content);
    return lexicon;
}

Test(words, months)
{
    struct ph_lexicon *lexicon = other();
    struct ph_date date;
    size_t end;
    char text[32];
    cr_assert(ph_date_parse(lexicon, "25 décembre 2015", 17, &date, &end));
    cr_expect_eq(date.month, 12);
    cr_expect_eq(end, 17u);
    cr_expect_str_eq(ph_date_text(lexicon, date, text, sizeof text), "25 décembre 2015");
    cr_expect_str_eq(ph_month(lexicon, 11), "novembre");
    cr_expect_not(ph_date_parse(lexicon, "25 December 2015", 16, &date, &end));
    ph_lexicon_free(lexicon);
}

static void expect_written(const struct ph_lexicon *lexicon, const char *text)
{
    struct ph_buffer out = {0};
    struct ph_citation *list;
    size_t end, count = ph_citations_parse(lexicon, text, strlen(text), &list, &end);
    cr_expect_eq(end, strlen(text), "%s: %zu", text, end);
    ph_citations_write(lexicon, list, count, &out);
    cr_expect_str_eq(ph_buffer_text(&out), text);
    ph_buffer_free(&out);
    free(list);
}

Test(words, lists_of_citations)
{
    struct ph_lexicon *lexicon = other();
    expect_written(lexicon, "64/256 du 2 mars 2010 et 65/122 du 13 décembre 2010");
    expect_written(lexicon,
                   "64/256 du 2 mars 2010, 65/122 et 65/123, toutes deux du 13 décembre 2010");
    expect_written(lexicon,
                   "64/1 et 64/2, toutes deux du 2 mars 2010, et 65/1 du 13 décembre 2010");
    const char *text = "64/256 du 2 mars 2010 et 65/122 du 13 décembre 2010";
    struct ph_buffer out = {0};
    struct ph_citation *list, more = {.number = "67/6", .session = 67, .date = {2012, 11, 19}};
    size_t end, count = ph_citations_parse(lexicon, text, strlen(text), &list, &end);
    ph_citations_extend(lexicon, text, strlen(text), list, count, &more, 1, &out);
    cr_expect_str_eq(ph_buffer_text(&out), "64/256 du 2 mars 2010, 65/122 du 13 décembre 2010 et "
                                           "67/6 du 19 novembre 2012");
    ph_buffer_free(&out);
    free(list);
    ph_lexicon_free(lexicon);
}

static size_t cited(const struct ph_lexicon *lexicon, const char *text)
{
    struct ph_citation *list;
    size_t count = ph_citations_find(lexicon, text, strlen(text), &list);
    free(list);
    return count;
}

Test(words, whose_a_cited_number_is)
{
    struct ph_lexicon *lexicon = other();
    cr_expect_eq(cited(lexicon, "ad decreta 64/256 et 65/122,"), 2);
    cr_expect_eq(cited(lexicon, "Decretum 64/256"), 1);
    cr_expect_eq(cited(lexicon, "ad Magna Curia decretum 64/256"), 1);
    cr_expect_eq(cited(lexicon, "Parva Curia decretum 64/256"), 0);
    cr_expect_eq(cited(lexicon, "Senatus de Juribus decretum 64/256"), 0);
    cr_expect_eq(cited(lexicon, "Senatus pro Juribus decretum 64/256"), 1, "pro is no link");
    cr_expect_eq(cited(lexicon, "consultum 64/256 du 2 mars 2010"), 0);
    cr_expect_eq(cited(lexicon, "its resolutions 64/256 and 65/122,"), 0);
    ph_lexicon_free(lexicon);
}

Test(words, lists_of_states)
{
    struct ph_lexicon *lexicon = other();
    struct ph_states *states = ph_states_new(lexicon);
    struct ph_buffer out = {0};
    unsigned times[3] = {0};
    cr_expect(ph_states_read(states, "le Canada, Belgique et le Pays de Iran", times, &out));
    ph_states_write(states, times, true, &out);
    cr_expect_str_eq(ph_buffer_text(&out), "Belgique, le Canada et le Pays de Iran");
    cr_expect_not(ph_states_read(states, "the Canada and Belgique", times, &out));
    ph_buffer_free(&out);
    ph_states_free(states);
    ph_lexicon_free(lexicon);
}

Test(words, numbers)
{
    static const struct {
        int n;
        const char *cardinal, *ordinal;
    } cases[] = {{1, "unum", "unumum"},
                 {10, "decem", "decemum"},
                 {12, "duoteen", "duoteenum"},
                 {37, "tresdecem-sex", "tresdecem-sexum"},
                 {100, "unum centum", "centumum"},
                 {101, "unum centum et unum", "centum et unumum"},
                 {290, "duo centum et novemdecem", "duo centum et novemdecemum"}};
    struct ph_lexicon *lexicon = other();
    char text[96];
    size_t end;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        const char *cardinal = cases[i].cardinal, *ordinal = cases[i].ordinal;
        cr_expect_str_eq(ph_cardinal(lexicon, cases[i].n, text, sizeof text), cardinal);
        cr_expect_eq(ph_cardinal_parse(lexicon, cardinal, strlen(cardinal), &end), cases[i].n);
        cr_expect_str_eq(ph_ordinal(lexicon, cases[i].n, text, sizeof text), ordinal);
        cr_expect_eq(ph_ordinal_parse(lexicon, ordinal, strlen(ordinal), &end), cases[i].n);
    }
    cr_expect_str_eq(ph_cardinal(lexicon, 0, text, sizeof text), "nulla");
    cr_expect_eq(ph_ordinal_parse(lexicon, "64Mo", 4, &end), 64);
    cr_expect_eq(ph_ordinal_parse(lexicon, "64th", 4, &end), 0);
    cr_expect_eq(ph_ordinal_parse(lexicon, "first", 5, &end), 0);
    ph_lexicon_free(lexicon);
}

Test(words, numbers_that_are_wrong_are_refused)
{
    static const char *const wrong[] = {
        "<number value='1' ordinal='primum'>unum</number>", /* and no others */
        "<number value='21' ordinal='a'>aa</number>",
        "<number value='1'>unum</number>",
        "<number ordinal='primum'>unum</number>",
        "<number value='1' ordinal='primum'>Unum</number>",
        "<number value='1' ordinal='pri mum'>unum</number>",
        "<number value='1' ordinal='primum'>abcdefghijklmnopqrstuvwxyz</number>",
        "<number value='1' ordinal='ab'>ab</number><number value='1' ordinal='ab'>ab</number>",
        "<suffix>t</suffix>"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        struct ph_buffer content = {0};
        struct ph_lexicon *lexicon;
        struct ph_error error;
        ph_buffer_printf(&content, "\n<numbers>%s</numbers>", wrong[i]);
        cr_expect_eq(load(content.data, &lexicon, &error), PH_FORMAT, "%s", wrong[i]);
        cr_expect(strstr(error.message, ":2: "), "%s", error.message);
        ph_buffer_free(&content);
    }
}

Test(words, a_small_word_that_is_not_known_is_refused)
{
    struct ph_lexicon *lexicon;
    struct ph_error error;
    cr_expect_eq(load("<words>\n<word name='but'>but</word></words>", &lexicon, &error), PH_FORMAT);
    cr_expect(strstr(error.message, ":2: a word needs"), "%s", error.message);
}

Test(words, a_year_of_other_than_twelve_months_is_refused)
{
    struct ph_lexicon *lexicon;
    struct ph_error error;
    cr_expect_eq(load("<define name='month'>May|June</define>", &lexicon, &error), PH_FORMAT);
    cr_expect(strstr(error.message, ":1: "), "%s", error.message);
}
