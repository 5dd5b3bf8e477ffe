/* Lists of States: every name is read as it is listed and as it stands in a sentence, an "and"
 * inside of a name is no joint, the order is that of the list, and what may be meant is named. */
#include "base/memory.h"
#include "reading.h"
#include "un/states.h"

static struct ph_lexicon *lexicon;
static struct ph_states *states;
static unsigned *times;

static void set_up(void)
{
    lexicon = test_lexicon();
    states = ph_states_new(lexicon);
    times = ph_alloc_zero(ph_states_count(states), sizeof *times);
}

static void tear_down(void)
{
    free(times);
    ph_states_free(states);
    ph_lexicon_free(lexicon);
}

TestSuite(states, .init = set_up, .fini = tear_down);

/* Reads a list and writes it again; "?" and the name that is none. Caller frees. */
static char *reread(const char *text, bool in_sentence)
{
    struct ph_buffer out = {0}, unknown = {0};
    memset(times, 0, ph_states_count(states) * sizeof *times);
    if (ph_states_read(states, text, times, &unknown))
        ph_states_write(states, times, in_sentence, &out);
    else
        ph_buffer_printf(&out, "?%s", ph_buffer_text(&unknown));
    ph_buffer_free(&unknown);
    return ph_buffer_take(&out);
}

static void expect_list(const char *text, const char *listed, const char *spoken)
{
    char *got = reread(text, false);
    cr_expect_str_eq(got, listed, "%s: %s", text, got);
    free(got);
    got = reread(text, true);
    cr_expect_str_eq(got, spoken, "%s: %s", text, got);
    free(got);
}

Test(states, every_name_is_read_in_both_forms)
{
    size_t count = ph_states_count(states);
    cr_expect_eq(count, 193 + 2);
    for (size_t i = 0; i < count; i++) {
        struct ph_buffer unknown = {0}, spoken = {0};
        memset(times, 0, count * sizeof *times);
        times[i] = 1;
        ph_states_write(states, times, true, &spoken);
        cr_expect(ph_states_read(states, ph_states_name(states, i), times, &unknown));
        cr_expect(ph_states_read(states, ph_buffer_text(&spoken), times, &unknown));
        cr_expect_eq(times[i], 3, "%s", ph_states_name(states, i));
        ph_buffer_free(&unknown);
        ph_buffer_free(&spoken);
    }
}

Test(states, all_together_are_a_list_that_is_read_again)
{
    size_t count = ph_states_count(states);
    struct ph_buffer all = {0};
    for (size_t i = 0; i < count; i++)
        times[i] = 1;
    ph_states_write(states, times, false, &all);
    char *again = reread(ph_buffer_text(&all), false);
    cr_expect_str_eq(again, ph_buffer_text(&all));
    free(again);
    ph_buffer_free(&all);
}

Test(states, an_and_inside_of_a_name_is_no_joint)
{
    expect_list("Bosnia and Herzegovina and Antigua and Barbuda",
                "Antigua and Barbuda and Bosnia and Herzegovina",
                "Antigua and Barbuda and Bosnia and Herzegovina");
    expect_list("Trinidad and Tobago", "Trinidad and Tobago", "Trinidad and Tobago");
    expect_list("Saint Vincent and the Grenadines, and Fiji and Tonga",
                "Fiji, Saint Vincent and the Grenadines and Tonga",
                "Fiji, Saint Vincent and the Grenadines and Tonga");
}

Test(states, order_case_and_spelling)
{
    expect_list("TONGA;fiji , the  niger", "Fiji, Niger and Tonga", "Fiji, the Niger and Tonga");
    expect_list("Côte d'Ivoire", "Côte d’Ivoire", "Côte d’Ivoire");
    expect_list("Sudan, State of Palestine, Sri Lanka", "Sri Lanka, State of Palestine and Sudan",
                "Sri Lanka, the State of Palestine and the Sudan");
    expect_list("the Kingdom of the Netherlands", "Netherlands (Kingdom of the)",
                "the Kingdom of the Netherlands");
    expect_list("", "", "");
    expect_list(", ; and ,", "", "");
}

Test(states, a_name_that_is_none)
{
    expect_list("Fiji and Nauro, Tonga", "?Nauro", "?Nauro");
    expect_list("Kirgistan and Fiji", "?Kirgistan", "?Kirgistan");
    expect_list("Trinidad and Tobbago", "?Trinidad and Tobbago", "?Trinidad and Tobbago");
    cr_expect_str_eq(ph_states_nearest(states, "Nauro"), "Nauru");
    cr_expect_str_eq(ph_states_nearest(states, "Trinidad and Tobbago"), "Trinidad and Tobago");
    cr_expect_str_eq(ph_states_nearest(states, "Iran"), "Iran (Islamic Republic of)");
    cr_expect_str_eq(ph_states_nearest(states, "moldova"), "Republic of Moldova");
    cr_expect_str_eq(ph_states_nearest(states, "Cote dIvoire"), "Côte d’Ivoire");
    cr_expect_null(ph_states_nearest(states, "Ruritania and all its islands"));
    cr_expect_null(ph_states_nearest(states, ""));
}

/* A long list of what is none costs no more than its length. */
Test(states, hostile_lists)
{
    struct ph_buffer text = {0};
    for (int i = 0; i < 20000; i++)
        ph_buffer_put(&text, " and and");
    char *got = reread(ph_buffer_text(&text), false);
    cr_expect_eq(got[0], '?');
    free(got);
    ph_buffer_free(&text);
}
