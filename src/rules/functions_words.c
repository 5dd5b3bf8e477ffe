/* Functions about words, and about what the United Nations counts. */
#include <libxml/xpathInternals.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/utf8.h"
#include "rules/call.h"
#include "rules/elements.h"
#include "rules/patterns.h"
#include "rules/tables.h"
#include "rules/words.h"
#include "un/date.h"
#include "un/ordinal.h"
#include "un/symbol.h"

/* ---- words ---- */

void ph_function_ends_with(struct ph_xpath_call *call)
{
    size_t length = strlen(call->texts[0]), tail = strlen(call->texts[1]);
    ph_give_truth(call,
                  tail <= length && !memcmp(call->texts[0] + length - tail, call->texts[1], tail));
}

/* Most conditions look for something in the words of the paragraph that is not there. */
static bool may_match(const struct ph_xpath_call *call, const struct ph_regex *regex)
{
    const struct ph_xpath_world *world = call->world;
    return !world->grams || !world->node || strcmp(world->node->text.bytes, call->texts[0]) != 0 ||
           ph_regex_may_match(regex, world->grams);
}

/* A pattern that is wrong is an error where it is a stranger's; the tests try ours. */
static const struct ph_regex *pattern_of(struct ph_xpath_call *call)
{
    const struct ph_xpath_world *world = call->world;
    const struct ph_regex *regex = ph_patterns_get(world->patterns, call->texts[1], world->watched);
    if (regex || !world->watched)
        return regex;
    ph_xpath_say(world, XML_XPATH_EXPR_ERROR, "%s: %.80s",
                 ph_patterns_fault(world->patterns, call->texts[1]), call->texts[1]);
    call->wrong = true;
    return NULL;
}

static bool find_in(struct ph_xpath_call *call, size_t length, size_t from, struct ph_match *match)
{
    const struct ph_regex *regex = pattern_of(call);
    if (!regex || from > length || !may_match(call, regex))
        return false;
    bool found = ph_regex_find(regex, call->texts[0], length, from, match);
    call->gave_up |= match->gave_up;
    return found;
}

static bool find(struct ph_xpath_call *call, struct ph_match *match)
{
    return find_in(call, strlen(call->texts[0]), 0, match);
}

void ph_function_matches(struct ph_xpath_call *call)
{
    struct ph_match match;
    ph_give_truth(call, find(call, &match));
}

void ph_function_find(struct ph_xpath_call *call)
{
    struct ph_match match = {0};
    size_t from = 0, to = 0;
    if (find(call, &match)) {
        size_t group = match.count > 1 && match.from[1] <= match.to[1] ? 1 : 0;
        from = match.from[group];
        to = match.to[group];
        if (from > to || to > strlen(call->texts[0]))
            from = to = 0;
    }
    ph_give_words(call, call->texts[0] + from, to - from);
}

void ph_function_replace(struct ph_xpath_call *call)
{
    const char *text = call->texts[0];
    const struct ph_regex *regex = pattern_of(call);
    struct ph_buffer out = {0};
    struct ph_match match;
    size_t at = 0, length = strlen(text);
    while (find_in(call, length, at, &match) && match.to[0] > at && !call->gave_up) {
        char *new_words = ph_regex_fill(regex, call->texts[2], text, &match);
        ph_buffer_add(&out, text + at, match.from[0] - at);
        ph_buffer_put(&out, new_words);
        free(new_words);
        at = match.to[0];
        call->gave_up |= out.length > PH_XPATH_LENGTH;
    }
    ph_buffer_put(&out, text + at);
    ph_give_text(call, ph_buffer_text(&out));
    ph_buffer_free(&out);
}

static void give_and_free(struct ph_xpath_call *call, char *text)
{
    ph_give_text(call, text);
    free(text);
}

void ph_function_if(struct ph_xpath_call *call)
{
    ph_give_text(call, call->texts[call->numbers[0] != 0 ? 1 : 2]);
}

void ph_function_row(struct ph_xpath_call *call)
{
    size_t length;
    const char *value = ph_table_row(call->texts[0], call->texts[1], &length);
    ph_give_words(call, value ? value : "", length);
}

void ph_function_capital(struct ph_xpath_call *call)
{
    give_and_free(call, ph_utf8_capital(call->texts[0]));
}

void ph_function_small(struct ph_xpath_call *call)
{
    give_and_free(call, ph_utf8_small(call->texts[0]));
}

static const char *const *list_of(const struct ph_xpath_call *call)
{
    return call->world->lexicon ? ph_lexicon_list(call->world->lexicon, call->texts[0]) : NULL;
}

void ph_function_listed(struct ph_xpath_call *call)
{
    const char *const *list = list_of(call);
    while (list && *list && strcmp(*list, call->texts[1]))
        list++;
    ph_give_truth(call, list && *list);
}

void ph_function_names(struct ph_xpath_call *call)
{
    const char *const *list = list_of(call);
    while (list && *list && !strstr(call->texts[1], *list))
        list++;
    ph_give_truth(call, list && *list);
}

/* What stands behind a word and " = " in an item of a list; NULL: it is no such item. */
static const char *behind_equals(const char *item, const char *word, size_t length)
{
    return !strncmp(item, word, length) && !strncmp(item + length, " = ", 3) ? item + length + 3
                                                                             : NULL;
}

void ph_function_listed_for(struct ph_xpath_call *call)
{
    const char *word = call->texts[1];
    const size_t length = strlen(word);
    struct ph_buffer out = {0};
    for (const char *const *list = list_of(call); list && *list; list++) {
        const char *behind = behind_equals(*list, word, length);
        if (behind)
            ph_buffer_printf(&out, "%s%s", out.length ? "|" : "", behind);
    }
    ph_give_words(call, out.data ? out.data : "", out.length);
    ph_buffer_free(&out);
}

/* Whether no letter or digit stands right before. */
static bool starts_word(const char *text, size_t at)
{
    for (size_t width = 1; width <= 3 && width <= at; width++)
        if (ph_word_gap(text, at, at - width) == width)
            return true;
    return at == 0;
}

void ph_function_listed_last(struct ph_xpath_call *call)
{
    const char *text = call->texts[1];
    const size_t length = strlen(text);
    for (const char *const *list = list_of(call); list && *list; list++) {
        const char *equals = strstr(*list, " = ");
        const size_t width = equals ? strlen(equals + 3) : 0;
        if (width && width <= length && !strcmp(text + length - width, equals + 3) &&
            starts_word(text, length - width)) {
            ph_give_words(call, *list, (size_t)(equals - *list));
            return;
        }
    }
    ph_give_text(call, "");
}

/* ---- what the United Nations counts ---- */

/* Within what ordinals and sessions can be; 0 else (NaN too). */
static int small_number(double number)
{
    return number >= 1 && number <= PH_ORDINAL_MAX ? (int)number : 0;
}

void ph_function_ordinal(struct ph_xpath_call *call)
{
    char words[96] = "";
    int number = small_number(call->numbers[0]);
    ph_give_text(call, number ? ph_ordinal(call->world->lexicon, number, words, sizeof words) : "");
}

void ph_function_cardinal(struct ph_xpath_call *call)
{
    char words[96] = "";
    int number = small_number(call->numbers[0]);
    ph_give_text(call,
                 number ? ph_cardinal(call->world->lexicon, number, words, sizeof words) : "");
}

void ph_function_ordinal_number(struct ph_xpath_call *call)
{
    size_t end;
    ph_give_number(
        call, ph_ordinal_parse(call->world->lexicon, call->texts[0], strlen(call->texts[0]), &end));
}

void ph_function_cardinal_number(struct ph_xpath_call *call)
{
    size_t end;
    ph_give_number(call, ph_cardinal_parse(call->world->lexicon, call->texts[0],
                                           strlen(call->texts[0]), &end));
}

void ph_function_session_year(struct ph_xpath_call *call)
{
    int session = small_number(call->numbers[0]);
    ph_give_number(call, session ? ph_session_year(session) : 0);
}

void ph_function_session_of(struct ph_xpath_call *call)
{
    struct ph_date date;
    bool known =
        ph_date_parse(call->world->lexicon, call->texts[0], strlen(call->texts[0]), &date, NULL);
    ph_give_number(call, known ? ph_session_of(date) : 0);
}

static double date_number(struct ph_date date)
{
    return date.year * 10000.0 + date.month * 100.0 + date.day;
}

void ph_function_date(struct ph_xpath_call *call)
{
    struct ph_date date;
    bool known =
        ph_date_parse(call->world->lexicon, call->texts[0], strlen(call->texts[0]), &date, NULL);
    ph_give_number(call, known ? date_number(date) : 0);
}

void ph_function_cited_on(struct ph_xpath_call *call)
{
    const struct ph_cited *cited = ph_elements_cited(call->world);
    ph_give_number(call, cited ? date_number(ph_cited_date(cited, call->texts[0])) : 0);
}

void ph_function_adopted_on(struct ph_xpath_call *call)
{
    const struct ph_adopted *adopted = ph_elements_adopted(call->world);
    ph_give_number(call, adopted ? date_number(ph_adopted_on(adopted, call->texts[0])) : 0);
}

static bool read_symbol(const struct ph_xpath_call *call, struct ph_symbol *symbol)
{
    size_t length = strlen(call->texts[0]), end;
    return ph_symbol_parse(call->texts[0], length, symbol, &end) && end == length;
}

void ph_function_symbol_kind(struct ph_xpath_call *call)
{
    static const char *const names[] = {
        [PH_SYMBOL_NONE] = "",
        [PH_SYMBOL_RESOLUTION] = "resolution",
        [PH_SYMBOL_DRAFT] = "draft",
        [PH_SYMBOL_DOCUMENT] = "document",
        [PH_SYMBOL_SC_RESOLUTION] = "security-council",
        [PH_SYMBOL_OTHER] = "other",
    };
    struct ph_symbol symbol = {0};
    ph_give_text(call, read_symbol(call, &symbol) ? names[symbol.kind] : "");
}

void ph_function_symbol_session(struct ph_xpath_call *call)
{
    struct ph_symbol symbol = {0};
    ph_give_number(call, read_symbol(call, &symbol) ? symbol.session : 0);
}

void ph_function_symbol_printed(struct ph_xpath_call *call)
{
    give_and_free(call, ph_symbol_printed(call->texts[0], strlen(call->texts[0])));
}

void ph_function_symbol_short(struct ph_xpath_call *call)
{
    char number[64];
    ph_give_text(call, ph_symbol_short(call->texts[0], number, sizeof number));
}
