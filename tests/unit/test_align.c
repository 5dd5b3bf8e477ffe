/* Which words of a paragraph another one took over, and which paragraph continues which where
 * thousands of them leave no time to compare all with all. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "learn/align.h"
#include "with_lexicon.h"

TestSuite(align, .init = set_up_lexicon, .fini = tear_down_lexicon);

static struct ph_tokens read_tokens(const char *text)
{
    struct ph_tokens tokens;
    ph_tokens_read(&tokens, lexicon, text, strlen(text));
    return tokens;
}

static double share(const char *part, const char *with, const char *without)
{
    struct ph_tokens a = read_tokens(part), b = read_tokens(with), c = read_tokens(without);
    double found = ph_tokens_share(&a, &b, &c);
    ph_tokens_free(&a);
    ph_tokens_free(&b);
    ph_tokens_free(&c);
    return found;
}

static double in_rows(const char *part, const char *whole)
{
    struct ph_tokens a = read_tokens(part), b = read_tokens(whole);
    double found = ph_tokens_rows(&a, &b);
    ph_tokens_free(&a);
    ph_tokens_free(&b);
    return found;
}

Test(align, a_part_is_what_the_whole_has_and_the_other_has_not)
{
    const char *part = "oil the hinges of the gate", *rest = "paint the fence";
    const char *whole = "paint the fence and oil the hinges of the gate";
    cr_assert_float_eq(share(part, whole, rest), 1, 1e-9);
    cr_assert_float_eq(share(part, whole, "paint the fence and the gate"), 4.0 / 6, 1e-9);
    cr_assert_float_eq(share(part, rest, whole), 0, 1e-9);
    cr_assert_float_eq(share(part, whole, whole), 0, 1e-9);
}

Test(align, words_count_as_a_row_where_three_follow_each_other)
{
    const char *part = "oil the hinges of every gate";
    cr_assert_float_eq(in_rows(part, "paint the fence and oil the hinges of every gate"), 1, 1e-9);
    cr_assert_float_eq(in_rows(part, "every gate needs oil: the hinges of"), 4.0 / 6, 1e-9);
    cr_assert_float_eq(in_rows(part, "oil the"), 0, 1e-9);
    cr_assert_float_eq(in_rows("oil the", part), 0, 1e-9);
}

/* ---- many paragraphs ---- */

enum { MANY = 5000 };

static struct ph_document *document;
static struct ph_reading readings[2 * MANY];
static struct ph_row rows[2 * MANY];

/* Paragraph `at` reads "Notes matter NUMBER and the like". */
static void set_row(size_t at, int number)
{
    char text[64];
    snprintf(text, sizeof text, "Notes matter %d and the like", number);
    struct ph_node *node = ph_add(document->root, PH_OPERATIVE, text);
    readings[at].node = node;
    readings[at].tokens = read_tokens(node->text.bytes);
    readings[at].identity = (uint64_t)number;
    rows[at] = (struct ph_row){.node = node, .reading = &readings[at], .fresh = true};
}

Test(align, among_thousands_the_same_words_are_found_wherever_they_went, .timeout = 20)
{
    int *of = malloc(MANY * sizeof *of);
    document = ph_document_new("many");
    for (int i = 0; i < MANY; i++)
        set_row((size_t)i, i);
    for (int i = 0; i < MANY; i++)
        set_row((size_t)(MANY + i), i < MANY / 2 ? MANY / 2 - i : MANY + i);
    ph_align(rows, MANY, rows + MANY, MANY, of);
    for (int i = 0; i < MANY; i++)
        cr_assert_eq(of[i], i < MANY / 2 ? MANY / 2 - i : -1, "paragraph %d continues %d", i,
                     of[i]);
    for (size_t i = 0; i < 2 * MANY; i++)
        ph_tokens_free(&readings[i].tokens);
    ph_document_free(document);
    free(of);
}
