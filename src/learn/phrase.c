#include "learn/phrase.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "doc/walk.h"
#include "learn/near.h"
#include "learn/tokens.h"

/* The phrase, ready to be looked for by the algorithm of Knuth, Morris and Pratt ("Fast pattern
 * matching in strings", 1977): no text makes it slow. */
struct search {
    struct ph_tokens phrase;
    size_t *fallback; /* how many words still fit when the word behind the first n does not */
    struct ph_near near;
};

/* How many words of the phrase fit when `word` comes behind `fit` that do. */
static size_t step_on(const struct search *search, size_t fit, uint64_t word)
{
    while (fit > 0 && search->phrase.items[fit].word != word)
        fit = search->fallback[fit];
    return fit + (search->phrase.items[fit].word == word);
}

static void prepare(struct search *search, const char *words)
{
    ph_tokens_read(&search->phrase, NULL, words, strlen(words));
    search->fallback = ph_alloc_zero(search->phrase.count + 1, sizeof *search->fallback);
    for (size_t i = 1, fit = 0; i < search->phrase.count; i++) {
        fit = step_on(search, fit, search->phrase.items[i].word);
        search->fallback[i + 1] = fit;
    }
    search->near.phrase = &search->phrase;
}

static void forget(struct search *search)
{
    ph_tokens_free(&search->phrase);
    free(search->fallback);
}

/* Counts how often the phrase stands in a text, without overlaps. */
static struct ph_phrase_place look_through(const struct search *search,
                                           const struct ph_tokens *text, const struct ph_node *node)
{
    struct ph_phrase_place place = {.node = node};
    size_t fit = 0, length = search->phrase.count;
    for (size_t i = 0; i < text->count; i++) {
        fit = step_on(search, fit, text->items[i].word);
        if (fit < length)
            continue;
        if (!place.times++) {
            place.from = text->items[i + 1 - length].from;
            place.to = text->items[i].to;
        }
        fit = 0;
    }
    return place;
}

static void add_place(struct ph_phrase_step *step, struct ph_phrase_place place)
{
    step->places =
        ph_grow(step->places, step->place_count, &step->place_capacity, sizeof *step->places);
    step->places[step->place_count++] = place;
    step->times += place.times;
}

static void look_in_member(struct search *search, const struct ph_member *member,
                           struct ph_phrase_step *step)
{
    const struct ph_node *node = NULL;
    while (member->root && (node = ph_next_text(member->root, node))) {
        struct ph_tokens text;
        if (node->kind == PH_FIELD || node->kind == PH_ORGAN)
            continue;
        ph_tokens_read(&text, NULL, node->text.bytes, node->text.length);
        struct ph_phrase_place place = look_through(search, &text, node);
        if (place.times)
            add_place(step, place);
        else
            ph_near_look(&search->near, member, node, &text);
        ph_tokens_free(&text);
    }
}

/* Returns in how many members the phrase stands. */
static size_t set_fates(struct ph_phrase *phrase)
{
    size_t count = phrase->pattern->member_count, members = 0;
    bool *there = ph_alloc_zero(count, sizeof *there);
    enum ph_fate *fates = ph_alloc_zero(count, sizeof *fates);
    int *against = ph_alloc_zero(count, sizeof *against);
    for (size_t m = 0; m < count; m++) {
        there[m] = phrase->steps[m].times > 0;
        members += there[m];
    }
    ph_presence_fates(phrase->pattern, there, fates);
    ph_fates_against(phrase->pattern, fates, against);
    for (size_t m = 0; m < count; m++) {
        phrase->steps[m].fate = fates[m];
        phrase->steps[m].against = against[m];
    }
    free(against);
    free(fates);
    free(there);
    return members;
}

enum ph_status ph_phrase_find(const struct ph_pattern *pattern, const char *words,
                              struct ph_phrase *phrase, struct ph_error *error)
{
    struct search search = {0};
    *phrase = (struct ph_phrase){.pattern = pattern, .words = words};
    prepare(&search, words);
    if (!search.phrase.count) {
        forget(&search);
        return ph_fail(error, PH_USAGE, "“%s”: there is no word in it", words);
    }
    phrase->steps = ph_alloc_zero(pattern->member_count, sizeof *phrase->steps);
    for (size_t m = 0; m < pattern->member_count; m++)
        look_in_member(&search, &pattern->members[m], &phrase->steps[m]);
    enum ph_status status = PH_OK;
    if (!set_fates(phrase))
        status = ph_near_fail(&search.near, words, error);
    forget(&search);
    if (status != PH_OK)
        ph_phrase_free(phrase);
    return status;
}

void ph_phrase_free(struct ph_phrase *phrase)
{
    for (size_t m = 0; phrase->steps && m < phrase->pattern->member_count; m++)
        free(phrase->steps[m].places);
    free(phrase->steps);
    *phrase = (struct ph_phrase){0};
}
