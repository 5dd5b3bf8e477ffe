/* The forms in which a person gives facts (draft/asked.h). */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/utf8.h"
#include "base/xml.h"
#include "draft/asked.h"
#include "rules/series_functions.h"
#include "un/date.h"
#include "un/symbol.h"

void ph_taking_free(struct ph_taking *taking)
{
    ph_buffer_free(&taking->words);
    ph_buffer_free(&taking->problem);
    ph_buffer_free(&taking->remarks);
}

static bool take_words(const struct ph_asked *asked, const char *value, struct ph_taking *taking)
{
    struct ph_match match;
    ph_buffer_put(&taking->words, value);
    return ph_regex_find(asked->whole, value, strlen(value), 0, &match);
}

static bool take_symbol(const struct ph_asked *asked, const char *value, struct ph_taking *taking)
{
    char *symbol = ph_symbol_supplied(taking->place, PH_UNKNOWN_WORDS, asked->pattern, value);
    if (symbol)
        ph_buffer_put(&taking->words, symbol);
    else
        ph_buffer_printf(&taking->problem, "the form of this symbol is %s", taking->place);
    free(symbol);
    return taking->problem.length == 0;
}

static bool take_date(const struct ph_asked *asked, const char *value, struct ph_taking *taking)
{
    struct ph_date date;
    size_t end, length = strlen(value);
    char text[64];
    (void)asked;
    bool written = ph_date_parse(taking->lexicon, value, length, &date, &end) && end == length;
    if (!written && !ph_date_parse_iso(value, &date))
        return false;
    ph_buffer_put(&taking->words, ph_date_text(taking->lexicon, date, text, sizeof text));
    return true;
}

static bool take_one_of(const struct ph_asked *asked, const char *value, struct ph_taking *taking)
{
    char *wanted = ph_utf8_fold(value, strlen(value));
    const xmlNode *word = ph_xml_first(asked->element, "word");
    for (; word && !taking->words.length; word = ph_xml_next(word, "word")) {
        char *listed = ph_xml_content(word), *folded = ph_utf8_fold(listed, strlen(listed));
        if (!strcmp(folded, wanted))
            ph_buffer_put(&taking->words, listed);
        free(listed);
        free(folded);
    }
    free(wanted);
    return taking->words.length > 0;
}

/* ---- States ---- */

static void put_unknown(const struct ph_states *states, const char *unknown, struct ph_buffer *out)
{
    enum { SHOWN = 100 };
    const char *near = ph_states_nearest(states, unknown);
    if (strlen(unknown) > SHOWN)
        return;
    ph_buffer_printf(out, "'%s' is no Member or observer State", unknown);
    if (near)
        ph_buffer_printf(out, " (is %s meant?)", near);
}

static void remark_repeated(const struct ph_asked *asked, const unsigned *times,
                            struct ph_taking *taking)
{
    for (size_t i = 0; i < ph_states_count(taking->states); i++)
        if (times[i] > 1)
            ph_buffer_printf(&taking->remarks, "%s: %s is named %u times, and stands once\n",
                             asked->name, ph_states_name(taking->states, i), times[i]);
}

/* At least one State, and at most so many. */
static bool take_some(const struct ph_asked *asked, const char *value, size_t most,
                      bool in_sentence, struct ph_taking *taking)
{
    size_t count = ph_states_count(taking->states), named = 0;
    unsigned *times = ph_alloc_zero(count + 1, sizeof *times);
    struct ph_buffer unknown = {0};
    bool known = ph_states_read(taking->states, value, times, &unknown);
    for (size_t i = 0; i < count; i++)
        named += times[i] > 0;
    if (known) {
        ph_states_write(taking->states, times, in_sentence, &taking->words);
        remark_repeated(asked, times, taking);
    } else {
        put_unknown(taking->states, ph_buffer_text(&unknown), &taking->problem);
    }
    ph_buffer_free(&unknown);
    free(times);
    return known && named > 0 && named <= most;
}

static bool take_states(const struct ph_asked *asked, const char *value, struct ph_taking *taking)
{
    return take_some(asked, value, SIZE_MAX, false, taking);
}

static bool take_states_in_sentence(const struct ph_asked *asked, const char *value,
                                    struct ph_taking *taking)
{
    return take_some(asked, value, SIZE_MAX, true, taking);
}

static bool take_state_in_sentence(const struct ph_asked *asked, const char *value,
                                   struct ph_taking *taking)
{
    return take_some(asked, value, 1, true, taking);
}

/* ---- all ---- */

const struct ph_form *ph_form_find(const char *name)
{
    static const struct ph_form forms[] = {
        {"words", take_words, false},
        {"symbol", take_symbol, true},
        {"date", take_date, false},
        {"one-of", take_one_of, false},
        {"states", take_states, false},
        {"states-in-sentence", take_states_in_sentence, false},
        {"state-in-sentence", take_state_in_sentence, false},
    };
    for (size_t i = 0; i < sizeof forms / sizeof *forms; i++)
        if (!strcmp(forms[i].name, name))
            return &forms[i];
    return NULL;
}

bool ph_asked_take(const struct ph_asked *asked, const char *value, struct ph_taking *taking)
{
    if (!*value)
        return asked->none;
    ph_buffer_put(&taking->words, asked->before);
    size_t before = taking->words.length;
    bool taken = asked->form->take(asked, value, taking) && taking->words.length > before;
    ph_buffer_put(&taking->words, asked->behind);
    return taken;
}
