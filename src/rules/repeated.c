#include "rules/repeated.h"

#include <stdlib.h>
#include <string.h>

enum ph_status ph_repeated_new(const char *numbers, const char *where, struct ph_repeated *repeated,
                               struct ph_error *error)
{
    char *end;
    const unsigned long least = strtoul(numbers, &end, 10);
    const unsigned long most = *end == ' ' ? strtoul(end, &end, 10) : least;
    if (*end || least < 1 || most < least || most > PH_REPEATED)
        return ph_fail(error, PH_FORMAT, "%s: '%s' is not one number of words or two, 1 to %d",
                       where, numbers, PH_REPEATED);
    *repeated = (struct ph_repeated){least, most};
    return PH_OK;
}

/* Whether so many words have the same letters as those behind them, by their hashes. */
static bool look_the_same(const struct ph_word *words, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (words[i].hash != words[i + length].hash)
            return false;
    return true;
}

static size_t end_of(const struct ph_word *word)
{
    return word->from + word->length;
}

/* Whether they are the same, letter by letter, and stand alone. */
static bool stand_twice(const struct ph_text *text, const struct ph_word *words, size_t length)
{
    const struct ph_word *again = words + length;
    const size_t once = end_of(&again[-1]), end = end_of(&again[length - 1]);
    return ph_word_only_space(text, once, again->from) && once - words->from == end - again->from &&
           !memcmp(text->bytes + words->from, text->bytes + again->from, once - words->from) &&
           text->bytes[end] != '-' && !(words->from && text->bytes[words->from - 1] == '-');
}

bool ph_repeated_next(const struct ph_repeated *repeated, const struct ph_text *text,
                      const struct ph_word *words, size_t count, size_t *at, size_t *from,
                      size_t *once, size_t *end)
{
    for (; *at + 2 * repeated->least <= count; ++*at) {
        const struct ph_word *here = words + *at;
        const size_t most = (count - *at) / 2;
        size_t length = most < repeated->most ? most : repeated->most;
        for (; length >= repeated->least; length--) {
            if (here->hash != here[length].hash || /* nearly always */
                !look_the_same(here, length) || !stand_twice(text, here, length))
                continue;
            *from = here->from;
            *once = end_of(&here[length - 1]);
            *end = end_of(&here[2 * length - 1]);
            *at += 2 * length;
            return true;
        }
    }
    return false;
}
