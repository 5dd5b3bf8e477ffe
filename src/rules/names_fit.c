/* How well a name of the table fits what stands in a text. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rules/names_inside.h"

/* How many words of a name may be exchanged, and of which sort that of a short one. */
enum { EXCHANGED = 2, FIRST_SORT = 1 };

/* The first of the names with that key; behind the last one: none. */
static uint32_t first_with(const struct ph_name_table *table, uint32_t key)
{
    uint32_t low = 0, high = table->head->names;
    while (low < high) {
        const uint32_t middle = low + (high - low) / 2;
        if (table->names[middle].key < key)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* Whether the words of a text are a name, but for no-break spaces and an "s" at its first word. */
static bool is_name(const char *name, const char *text, size_t length)
{
    const char *end = text + length;
    const size_t first = strcspn(name, " -,:");
    if (length > first && text[first] == 's' && name[first] != 's' && !memcmp(name, text, first)) {
        name += first;
        text += first + 1;
    }
    for (; *name && text < end; name++, text++) {
        if (*name == ' ' && *text == '\xC2' && text[1] == '\xA0')
            text++;
        else if (*name != *text)
            return false;
    }
    return !*name && text == end;
}

bool ph_name_is_joint(const struct ph_name_table *table, const char *word, size_t length)
{
    char sought[16];
    if (length + 2 >= sizeof sought)
        return false;
    snprintf(sought, sizeof sought, " %.*s ", (int)length, word);
    return strstr(table->words + table->head->joint, sought);
}

int ph_name_joints(const struct ph_name_table *table, const char *text, size_t length)
{
    int count = 0;
    for (size_t at = 0, word; at < length; at += word + 1) {
        for (word = 0; at + word < length && text[at + word] != ' ';)
            count += text[at + word++] == ',';
        count += ph_name_is_joint(table, text + at, word);
    }
    return count;
}

/* Takes a stem out of those that are left; false: it is not among them. */
static bool take(struct ph_stem *stems, int *count, uint32_t hash)
{
    for (int i = 0; i < *count; i++)
        if (stems[i].hash == hash) {
            stems[i] = stems[--*count];
            return true;
        }
    return false;
}

/* Which words of a name the stretch has not, until they are too many. */
static struct ph_name_fit compare(const struct ph_name_table *table, const char *name,
                                  const struct ph_stretch *stretch)
{
    const struct ph_text text = {.bytes = name, .length = strlen(name)};
    struct ph_name_fit fit = {.name = name};
    struct ph_word *words;
    const size_t count = ph_words_of(&text, &words);
    struct ph_stem left[PH_NAME_WORDS];
    int left_count = stretch->own;
    const int most = stretch->own <= PH_SHORT_NAME ? 1 : EXCHANGED;
    bool first = true;
    memcpy(left, stretch->stems, sizeof left);
    for (size_t i = 0; i < count && fit.exchanged <= most; i++) {
        if (!ph_name_has(table, name, &words[i]))
            continue;
        const struct ph_stem stem =
            ph_name_word(table->stems, table->head->stems, name + words[i].from, words[i].length);
        if (first)
            fit.starts_alike = ph_name_weight(&stem) == ph_name_weight(&stretch->stems[0]);
        first = false;
        if (take(left, &left_count, stem.hash))
            continue;
        fit.sort = stem.sort > fit.sort ? stem.sort : fit.sort;
        fit.meant += stem.hash;
        fit.exchanged++;
    }
    free(words);
    return fit;
}

/* Below 0: a fits better than b. */
static int order(const struct ph_name_fit *a, const struct ph_name_fit *b)
{
    if (a->exchanged != b->exchanged)
        return a->exchanged - b->exchanged;
    return (int)a->sort - (int)b->sort;
}

static bool is_too_far(const struct ph_name_fit *fit, int own)
{
    const int kept = own - fit->exchanged;
    if (own <= PH_SHORT_NAME)
        return !fit->starts_alike || fit->exchanged > 1 || fit->sort > FIRST_SORT;
    return fit->exchanged > EXCHANGED ||
           (fit->exchanged && (!fit->starts_alike || kept < 2 || kept < fit->exchanged));
}

struct ph_name_fit ph_name_best(const struct ph_name_table *table, uint32_t key,
                                const struct ph_stretch *stretch)
{
    const uint32_t first = first_with(table, key);
    struct ph_name_fit best = {.name = NULL};
    for (uint32_t i = first; i < table->head->names && table->names[i].key == key; i++) {
        const char *name = table->words + table->names[i].words;
        if (is_name(name, stretch->text, stretch->length))
            return (struct ph_name_fit){.name = name, .is_right = true};
    }
    for (uint32_t i = first; i < table->head->names && table->names[i].key == key; i++) {
        if (table->names[i].is_only)
            continue;
        const struct ph_name_fit fit =
            compare(table, table->words + table->names[i].words, stretch);
        if (is_too_far(&fit, stretch->own))
            continue;
        const int than = best.name ? order(&fit, &best) : -1;
        if (than < 0)
            best = fit;
        else if (than == 0 && fit.meant != best.meant)
            best.is_right = true; /* nobody knows which is meant */
    }
    return best;
}
