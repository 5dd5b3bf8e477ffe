/* A backtest as text. What is zero is left out, except among words. */
#include <stdio.h>
#include <string.h>

#include "learn/columns.h"
#include "write/backtest.h"

enum { INDENT = 14, PLACE_INDENT = 6, LONG_START = 30 };

static const char *const place_verdicts[PH_PLACE_VERDICT_COUNT] = {
#define PH_PLACE_VERDICT(name, right, key, words) words,
#include "learn/place_verdicts.def"
#undef PH_PLACE_VERDICT
};

static const char *const paragraph_verdicts[PH_PARAGRAPH_VERDICT_COUNT] = {
#define PH_PARAGRAPH_VERDICT(name, key, words) words,
#include "learn/paragraph_verdicts.def"
#undef PH_PARAGRAPH_VERDICT
};

/* ---- tallies ---- */

/* One line, or several: its name, then the words. */
static void put_row(const char *name, const struct ph_buffer *words, size_t width,
                    struct ph_buffer *out)
{
    ph_buffer_printf(out, "  %-*s", INDENT - 2, name);
    ph_put_wrapped(out, words->length ? ph_buffer_text(words) : "none", INDENT, INDENT, width);
    ph_buffer_char(out, '\n');
}

static void add_count(struct ph_buffer *words, size_t count, const char *what)
{
    if (count > 0)
        ph_buffer_printf(words, "%s%zu %s", words->length ? ", " : "", count, what);
}

static void put_words(const struct ph_tally *tally, size_t width, struct ph_buffer *out)
{
    struct ph_buffer words = {0};
    ph_buffer_printf(&words, "to change in the draft / in a copy: %d / %d", tally->draft_changes,
                     tally->copy_changes);
    if (tally->copy_changes > 0)
        ph_buffer_printf(&words, " = %.2f",
                         (double)tally->draft_changes / (double)tally->copy_changes);
    ph_buffer_printf(&words, "; the adopted text has %d", tally->words);
    put_row("words", &words, width, out);
    ph_buffer_free(&words);
}

/* The places that were judged, or those that cannot be. */
static void put_places(const struct ph_tally *tally, bool judged, size_t width,
                       struct ph_buffer *out)
{
    struct ph_buffer words = {0};
    for (size_t i = 0; i < PH_PLACE_VERDICT_COUNT; i++)
        if (judged == (ph_place_verdict_worth((enum ph_place_verdict)i) != 0))
            add_count(&words, tally->places[i], place_verdicts[i]);
    if (judged || words.length)
        put_row(judged ? "places" : "not judged", &words, width, out);
    ph_buffer_free(&words);
}

static void put_paragraphs(const struct ph_tally *tally, size_t width, struct ph_buffer *out)
{
    struct ph_buffer words = {0};
    for (size_t i = 0; i < PH_PARAGRAPH_VERDICT_COUNT; i++)
        add_count(&words, tally->paragraphs[i], paragraph_verdicts[i]);
    put_row("paragraphs", &words, width, out);
    ph_buffer_free(&words);
}

static void put_tally(const struct ph_tally *tally, size_t width, struct ph_buffer *out)
{
    put_words(tally, width, out);
    put_places(tally, true, width, out);
    put_places(tally, false, width, out);
    put_paragraphs(tally, width, out);
}

/* ---- places that were wrong ---- */

/* How much of a long list need not be shown: bytes that all of its versions begin with. */
static size_t same_start(const struct ph_place *place)
{
    size_t cut = 0;
    for (size_t i = 0; place->before[i] && place->before[i] == place->drafted[i] &&
                       place->before[i] == place->adopted[i];
         i++)
        if (place->before[i] == ' ')
            cut = i + 1;
    return cut > LONG_START ? cut : 0;
}

static void put_line(const char *lead, const char *words, size_t width, struct ph_buffer *out)
{
    size_t columns = PLACE_INDENT + strlen(lead);
    ph_buffer_printf(out, "%*s%s", PLACE_INDENT, "", lead);
    ph_put_wrapped(out, words, columns, columns, width);
    ph_buffer_char(out, '\n');
}

static void put_version(const char *lead, const char *words, size_t cut, size_t width,
                        struct ph_buffer *out)
{
    struct ph_buffer line = {0};
    ph_buffer_printf(&line, "%s%s", cut ? "… " : "", words + cut);
    put_line(lead, ph_buffer_text(&line), width, out);
    ph_buffer_free(&line);
}

static void put_place(const struct ph_place *place, size_t width, struct ph_buffer *out)
{
    struct ph_buffer support = {0};
    size_t cut = same_start(place);
    ph_buffer_printf(out, "    %s, %s\n", place->label, place->kind);
    put_version("before:  ", place->before, cut, width, out);
    if (strcmp(place->before, place->drafted) != 0)
        put_version("drafted: ", place->drafted, cut, width, out);
    put_version("adopted: ", place->adopted, cut, width, out);
    ph_put_support(&support, place->rule, place->say, place->explained, place->seen);
    put_line("", ph_buffer_text(&support), width, out);
    ph_buffer_free(&support);
}

static void put_wrong(const struct ph_trial *trial, enum ph_place_verdict verdict, size_t width,
                      struct ph_buffer *out)
{
    if (trial->tally.places[verdict])
        ph_buffer_printf(out, "  %s\n", place_verdicts[verdict]);
    for (size_t i = 0; i < trial->place_count; i++)
        if (trial->places[i].verdict == verdict)
            put_place(&trial->places[i], width, out);
}

/* ---- the whole ---- */

static void put_missing(const struct ph_trial *trial, size_t width, struct ph_buffer *out)
{
    struct ph_buffer words = {0};
    for (size_t i = 0; i < trial->missing_count; i++)
        ph_buffer_printf(&words, "%s%s", i ? ", " : "", trial->missing[i]);
    if (words.length)
        put_row("not here", &words, width, out);
    ph_buffer_free(&words);
}

static void put_trial(const struct ph_trial *trial, size_t width, struct ph_buffer *out)
{
    struct ph_buffer head = {0};
    ph_buffer_printf(&head, "%s, session %d: drafted from %s, learned from %d text%s", trial->name,
                     trial->session, trial->from, trial->texts, trial->texts == 1 ? "" : "s");
    ph_buffer_char(out, '\n');
    ph_put_wrapped(out, ph_buffer_text(&head), 0, 2, width);
    ph_buffer_char(out, '\n');
    ph_buffer_free(&head);
    put_missing(trial, width, out);
    put_tally(&trial->tally, width, out);
    put_wrong(trial, PH_PLACE_MOVED_WRONG, width, out);
    put_wrong(trial, PH_PLACE_KEPT_WRONG, width, out);
}

static void put_rules(const struct ph_backtest *backtest, struct ph_buffer *out)
{
    if (backtest->rule_count)
        ph_buffer_printf(out, "\nRules %30s %6s\n", "right", "wrong");
    for (size_t i = 0; i < backtest->rule_count; i++) {
        const struct ph_rule_record *record = &backtest->rules[i];
        ph_buffer_printf(out, "  %-27s %6zu %6zu\n",
                         record->rule ? ph_rule_id(record->rule) : "none", record->right,
                         record->wrong);
    }
}

void ph_write_backtest_text(const struct ph_backtest *backtest, int width, struct ph_buffer *out)
{
    size_t columns = ph_columns(width);
    ph_buffer_put(out, "Series: ");
    ph_put_wrapped(out, backtest->title, 8, 8, columns);
    ph_buffer_char(out, '\n');
    for (size_t i = 0; i < backtest->trial_count; i++)
        put_trial(&backtest->trials[i], columns, out);
    if (backtest->trial_count > 1) {
        ph_buffer_printf(out, "\nAll %zu together\n", backtest->trial_count);
        put_tally(&backtest->sum, columns, out);
    }
    put_rules(backtest, out);
}
