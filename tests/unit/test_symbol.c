/* Document symbols are read in all their forms, printed in the printed one, and moved to another
 * session; words with slashes are no symbols. */
#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

#include "un/symbol.h"

struct expected {
    const char *text;
    struct ph_symbol symbol;
    const char *printed;
};

#define DASH "\xE2\x80\x93"
#define ASK "[\xE2\x80\xA6]"

static const struct expected symbols[] = {
    {"A/RES/73/331", {PH_SYMBOL_RESOLUTION, 73, 0, 331, 0, 0, 0, 0, 0}, "A/RES/73/331"},
    {"A_RES_73_331", {PH_SYMBOL_RESOLUTION, 73, 0, 331, 0, 0, 0, 0, 0}, "A/RES/73/331"},
    {"A/RES/69/96 A", {PH_SYMBOL_RESOLUTION, 69, 0, 96, 0, 'A', 0, 0, 0}, "A/RES/69/96 A"},
    {"A/RES/69/96A", {PH_SYMBOL_RESOLUTION, 69, 0, 96, 0, 'A', 0, 0, 0}, "A/RES/69/96 A"},
    {"A_RES_47_191_B", {PH_SYMBOL_RESOLUTION, 47, 0, 191, 0, 'B', 0, 0, 0}, "A/RES/47/191 B"},
    {"A/RES/67/6*", {PH_SYMBOL_RESOLUTION, 67, 0, 6, 0, 0, 0, 0, 1}, "A/RES/67/6"},
    {"A/RES/S-30/1", {PH_SYMBOL_RESOLUTION, 0, 0, 1, 0, 0, 1, 0, 0}, "A/RES/S-30/1"},
    {"A/RES/ES-11/1", {PH_SYMBOL_RESOLUTION, 0, 0, 1, 0, 0, 1, 0, 0}, "A/RES/ES-11/1"},
    {"A/RES/2200(XXI)", {PH_SYMBOL_RESOLUTION, 21, 0, 2200, 0, 0, 0, 0, 0}, "A/RES/2200 (XXI)"},
    {"A/RES/2200A(XXI)",
     {PH_SYMBOL_RESOLUTION, 21, 0, 2200, 0, 'A', 0, 0, 0},
     "A/RES/2200 A (XXI)"},
    {"A/RES/3201(S-VI)", {PH_SYMBOL_RESOLUTION, 0, 0, 3201, 0, 0, 1, 0, 0}, "A/RES/3201 (S-VI)"},
    {"A/73/L.103", {PH_SYMBOL_DRAFT, 73, 0, 103, 0, 0, 0, 0, 0}, "A/73/L.103"},
    {"A/73/L.5/Rev.1/Add.1", {PH_SYMBOL_DRAFT, 73, 0, 5, 0, 0, 0, 0, 0}, "A/73/L.5/Rev.1/Add.1"},
    {"A/C.3/78/L.60", {PH_SYMBOL_DRAFT, 78, 0, 60, 3, 0, 0, 0, 0}, "A/C.3/78/L.60"},
    {"A/ES-10/L.25", {PH_SYMBOL_DRAFT, 0, 0, 25, 0, 0, 1, 0, 0}, "A/ES-10/L.25"},
    {"A/75/L." ASK, {PH_SYMBOL_DRAFT, 75, 0, 0, 0, 0, 0, 0, 0}, "A/75/L." ASK},
    {"A/73/328", {PH_SYMBOL_DOCUMENT, 73, 0, 328, 0, 0, 0, 0, 0}, "A/73/328"},
    {"A/73/328-S/2018/592",
     {PH_SYMBOL_DOCUMENT, 73, 2018, 328, 0, 0, 0, 1, 0},
     "A/73/328" DASH "S/2018/592"},
    {"A/73/328" DASH "S/2018/592",
     {PH_SYMBOL_DOCUMENT, 73, 2018, 328, 0, 0, 0, 1, 0},
     "A/73/328" DASH "S/2018/592"},
    {"A/73/328/S/2018/592",
     {PH_SYMBOL_DOCUMENT, 73, 2018, 328, 0, 0, 0, 1, 0},
     "A/73/328" DASH "S/2018/592"},
    {"A/79/458/Add.2", {PH_SYMBOL_DOCUMENT, 79, 0, 458, 0, 0, 0, 0, 0}, "A/79/458/Add.2"},
    {"A/520/Rev.20", {PH_SYMBOL_DOCUMENT, 0, 0, 520, 0, 0, 0, 0, 0}, "A/520/Rev.20"},
    {"A/80/6 (Sect. 24)/Corr.1",
     {PH_SYMBOL_DOCUMENT, 80, 0, 6, 0, 0, 0, 0, 0},
     "A/80/6 (Sect. 24)/Corr.1"},
    {"A/62/17 (Part I)", {PH_SYMBOL_DOCUMENT, 62, 0, 17, 0, 0, 0, 0, 0}, "A/62/17 (Part I)"},
    {"S/2018/592", {PH_SYMBOL_DOCUMENT, 0, 2018, 592, 0, 0, 0, 0, 0}, "S/2018/592"},
    {"E/2024/10", {PH_SYMBOL_DOCUMENT, 0, 2024, 10, 0, 0, 0, 0, 0}, "E/2024/10"},
    {"S/RES/1373 (2001)",
     {PH_SYMBOL_SC_RESOLUTION, 0, 2001, 1373, 0, 0, 0, 0, 0},
     "S/RES/1373 (2001)"},
    {"S/RES/1373(2001)",
     {PH_SYMBOL_SC_RESOLUTION, 0, 2001, 1373, 0, 0, 0, 0, 0},
     "S/RES/1373 (2001)"},
    {"S/PRST/2013/12", {PH_SYMBOL_OTHER, 0, 2013, 12, 0, 0, 0, 0, 0}, "S/PRST/2013/12"},
    {"A/C.3/78/SR.12", {PH_SYMBOL_OTHER, 78, 0, 12, 3, 0, 0, 0, 0}, "A/C.3/78/SR.12"},
    {"A/73/PV.45", {PH_SYMBOL_OTHER, 73, 0, 45, 0, 0, 0, 0, 0}, "A/73/PV.45"},
    {"GC(67)/RES/13", {PH_SYMBOL_OTHER, 0, 0, 13, 0, 0, 0, 0, 0}, "GC(67)/RES/13"},
};

static void expect_symbol(const struct expected *expected, const struct ph_symbol *found)
{
    const struct ph_symbol *right = &expected->symbol;
    cr_expect_eq(found->kind, right->kind, "%s: kind %d", expected->text, (int)found->kind);
    cr_expect_eq(found->session, right->session, "%s: session %d", expected->text, found->session);
    cr_expect_eq(found->year, right->year, "%s: year %d", expected->text, found->year);
    cr_expect_eq(found->number, right->number, "%s: number %d", expected->text, found->number);
    cr_expect_eq(found->committee, right->committee, "%s: committee", expected->text);
    cr_expect_eq(found->letter, right->letter, "%s: letter", expected->text);
    cr_expect_eq(found->special, right->special, "%s: special", expected->text);
    cr_expect_eq(found->joint, right->joint, "%s: joint", expected->text);
    cr_expect_eq(found->reissued, right->reissued, "%s: reissued", expected->text);
}

Test(symbol, is_read_whole_in_every_form)
{
    for (size_t i = 0; i < sizeof symbols / sizeof *symbols; i++) {
        struct ph_symbol found;
        size_t end = 0, length = strlen(symbols[i].text);
        cr_assert(ph_symbol_parse(symbols[i].text, length, &found, &end), "%s", symbols[i].text);
        cr_expect_eq(end, length, "%s: ends at %zu", symbols[i].text, end);
        expect_symbol(&symbols[i], &found);
        char *printed = ph_symbol_printed(symbols[i].text, length);
        cr_expect_str_eq(printed, symbols[i].printed, "%s: %s", symbols[i].text, printed);
        free(printed);
    }
}

Test(symbol, ends_before_what_follows)
{
    static const struct {
        const char *text;
        size_t end;
    } cases[] = {{"A/74/89.", 7},
                 {"A/69/228, paras. 1-3", 8},
                 {"A/RES/69/96 A report", 11}, /* the article, not a letter */
                 {"A/RES/69/96 A of 5 December", 13},
                 {"S/RES/1373 (2001) of 28", 17},
                 {"(A/64/L.45 and Add.1)" + 1, 9}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct ph_symbol found;
        size_t end = 0;
        cr_assert(ph_symbol_parse(cases[i].text, strlen(cases[i].text), &found, &end));
        cr_expect_eq(end, cases[i].end, "%s: %zu", cases[i].text, end);
    }
}

Test(symbol, other_words_are_none)
{
    static const char *const none[] = {"",       "and/or", "HIV/AIDS", "A/", "A/RES/", "73/331",
                                       "S-30/1", "/73/1",  "a/73/1",   "ES", "TCP/IP"};
    struct ph_symbol found;
    for (size_t i = 0; i < sizeof none / sizeof *none; i++)
        cr_expect_not(ph_symbol_parse(none[i], strlen(none[i]), &found, NULL), "%s", none[i]);
}

Test(symbol, is_found_in_text_as_a_whole_word)
{
    const char *text = "see HIV/AIDS and/or 69/12 (A/64/L.45 and Add.1); S/PRST/2013/12.";
    struct ph_symbol found;
    size_t start, end;
    cr_assert(ph_symbol_find(text, strlen(text), 0, &found, &start, &end));
    cr_expect_eq(strncmp(text + start, "A/64/L.45 ", 10), 0);
    cr_expect_eq(end - start, 9u);
    cr_assert(ph_symbol_find(text, strlen(text), end, &found, &start, &end));
    cr_expect_eq(found.year, 2013);
    cr_expect_eq(end, strlen(text) - 1);
    cr_expect_not(ph_symbol_find(text, strlen(text), end, &found, &start, &end));
}

Test(symbol, moves_to_another_session)
{
    static const struct {
        const char *text, *moved;
    } cases[] = {{"A/73/328" DASH "S/2018/592", "A/75/" ASK DASH "S/2020/" ASK},
                 {"A/73/328-S/2018/592", "A/75/" ASK DASH "S/2020/" ASK},
                 {"A/73/73", "A/75/" ASK}, /* the running number is no session */
                 {"A/73/L.103", "A/75/L." ASK},
                 {"A/C.3/73/L.60", "A/C.3/75/L." ASK},
                 {"A/73/458/Add.2", "A/75/" ASK "/Add.2"},
                 {"S/2018/592", "S/2020/" ASK},
                 {"S/PRST/2013/12", NULL},
                 {"A/69/228", NULL},
                 {"A/RES/S-30/1", NULL},
                 {"no symbol", NULL}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *moved = ph_symbol_moved(cases[i].text, strlen(cases[i].text), 73, 75, ASK);
        if (!cases[i].moved)
            cr_expect_null(moved, "%s", cases[i].text);
        else
            cr_expect_str_eq(moved, cases[i].moved, "%s", moved);
        free(moved);
    }
}

Test(symbol, short_numbers_and_file_names)
{
    static const struct {
        const char *symbol, *number, *file;
    } cases[] = {{"A/RES/73/331", "73/331", "A_RES_73_331"},
                 {"A_RES_69_96_A", "69/96 A", "A_RES_69_96_A"},
                 {"A/RES/67/6*", "67/6", "A_RES_67_6"},
                 {"A/RES/S-30/1", "S-30/1", "A_RES_S-30_1"},
                 {"A/RES/2200A(XXI)", "2200 A (XXI)", "A_RES_2200A_XXI"},
                 {"S/RES/1373 (2001)", "1373 (2001)", "S_RES_1373_2001"},
                 {"A/75/L." ASK, "", "A_75_L"},
                 {"A/73/328", "", "A_73_328"}};
    char out[64];
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        cr_expect_str_eq(ph_symbol_short(cases[i].symbol, out, sizeof out), cases[i].number);
        cr_expect_str_eq(ph_symbol_file(cases[i].symbol, out, sizeof out), cases[i].file, "%s",
                         out);
    }
    cr_expect_str_eq(ph_symbol_file("A/RES/73/331", out, 6), "A_RES", "cut to the space given");
}

Test(symbol, text_need_not_end_in_a_nul)
{
    const char bytes[] = {'A', '/', '8', '0', '/', '6', ' ', '(', 'P'};
    struct ph_symbol found;
    size_t end;
    char *exact = malloc(sizeof bytes); /* read beyond it, the sanitizer says so */
    memcpy(exact, bytes, sizeof bytes);
    for (size_t n = 0; n <= sizeof bytes; n++)
        if (ph_symbol_parse(exact, n, &found, &end))
            cr_expect_leq(end, n);
    free(exact);
}

#define NUMBER "[0-9]+(?:/Add\\.[0-9]+)*"

Test(symbol, supplied_numbers)
{
    static const struct {
        const char *form, *value, *made; /* NULL: refused */
    } cases[] = {
        {"A/75/" ASK, "A/75/328", "A/75/328"},
        {"A/75/" ASK, "328", "A/75/328"},
        {"A/75/" ASK, "A/75/328/Add.2", "A/75/328/Add.2"},
        {"A/75/L." ASK, "7", "A/75/L.7"},
        {"A/75/" ASK "–S/2020/" ASK, "A/75/328–S/2020/592", "A/75/328–S/2020/592"},
        {"A/75/" ASK "–S/2020/" ASK, "A/75/328-S/2020/592", "A/75/328–S/2020/592"},
        {"A/75/" ASK "–S/2020/" ASK, "A/75/328", "A/75/328"},
        {"A/75/" ASK "–S/2020/" ASK, "S/2020/592", NULL},
        {"A/75/" ASK "–S/2020/" ASK, "328", NULL},
        {"A/75/" ASK, "A/74/328", NULL},
        {"A/75/" ASK, "A/75/L.328", NULL},
        {"A/75/" ASK, "A/75/328 and A/75/329", NULL},
        {"A/75/" ASK, "", NULL},
        {"A/7./" ASK, "A/75/328", NULL}, /* a full stop in a form stands for itself */
        {"\\E(" ASK, "\\E(1", "\\E(1"},
        {"A/75", "75", NULL}, /* nothing is open */
        {"A/75", "A/75", "A/75"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        char *made = ph_symbol_supplied(cases[i].form, ASK, NUMBER, cases[i].value);
        cr_expect_str_eq(made ? made : "-", cases[i].made ? cases[i].made : "-", "%s, %s: %s",
                         cases[i].form, cases[i].value, made);
        free(made);
    }
}
