/* What words weigh in alignment: by the rows that have them, whatever the order in which they were
 * counted, and however many words there are. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "learn/weights.h"

static struct ph_tokens row_of(const char *text)
{
    struct ph_tokens row;
    ph_tokens_read(&row, NULL, text, strlen(text));
    return row;
}

/* The weight of the only word of a text, beside those that were counted. */
static double weight_of(const struct ph_weights *weights, const char *word)
{
    struct ph_tokens row = row_of(word);
    ph_weights_weigh(weights, &row);
    const double weight = row.total;
    ph_tokens_free(&row);
    return weight;
}

static void count(struct ph_weights *weights, const char *text)
{
    struct ph_tokens row = row_of(text);
    ph_weights_count(weights, &row);
    ph_tokens_free(&row);
}

Test(weights, a_word_of_few_rows_weighs_more)
{
    struct ph_weights weights = {0};
    count(&weights, "the lakes");
    count(&weights, "the rivers");
    count(&weights, "the lakes and the seas");
    cr_expect_eq(weights.rows, 3);
    cr_expect_eq(weights.words, 5);
    cr_expect_lt(weight_of(&weights, "the"), weight_of(&weights, "lakes"));
    cr_expect_lt(weight_of(&weights, "lakes"), weight_of(&weights, "rivers"));
    cr_expect_float_eq(weight_of(&weights, "rivers"), weight_of(&weights, "seas"), 1e-12);
    ph_weights_free(&weights);
}

Test(weights, a_row_counts_a_word_once)
{
    struct ph_weights once = {0}, often = {0};
    count(&once, "lakes");
    count(&once, "rivers");
    count(&often, "lakes lakes lakes");
    count(&often, "rivers");
    cr_expect_float_eq(weight_of(&once, "lakes"), weight_of(&often, "lakes"), 1e-12);
    ph_weights_free(&once);
    ph_weights_free(&often);
}

Test(weights, the_total_is_of_all_words_of_the_row)
{
    struct ph_weights weights = {0};
    struct ph_tokens row = row_of("lakes rivers lakes");
    ph_weights_count(&weights, &row);
    count(&weights, "rivers");
    ph_weights_weigh(&weights, &row);
    cr_expect_float_eq(row.total, 2 * weight_of(&weights, "lakes") + weight_of(&weights, "rivers"),
                       1e-12);
    ph_tokens_free(&row);
    ph_weights_free(&weights);
}

/* The table grows, and loses none. */
Test(weights, many_words)
{
    enum { WORDS = 5000 };
    struct ph_weights weights = {0};
    char word[32];
    for (int i = 0; i < WORDS; i++) {
        snprintf(word, sizeof word, "w%d common", i);
        count(&weights, word);
    }
    cr_expect_eq(weights.words, WORDS + 1);
    cr_expect_eq(weights.rows, WORDS);
    for (int i = 0; i < WORDS; i += 97) {
        snprintf(word, sizeof word, "w%d", i);
        cr_expect_float_eq(weight_of(&weights, word), weight_of(&weights, "w0"), 1e-12);
    }
    cr_expect_lt(weight_of(&weights, "common"), weight_of(&weights, "w1"));
    ph_weights_free(&weights);
}

Test(weights, nothing_was_counted)
{
    struct ph_weights weights = {0};
    struct ph_tokens row = row_of("");
    ph_weights_count(&weights, &row);
    ph_weights_weigh(&weights, &row);
    cr_expect_eq(row.total, 0);
    cr_expect_eq(weights.words, 0);
    ph_tokens_free(&row);
    ph_weights_free(&weights);
}
