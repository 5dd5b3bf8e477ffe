#include "rules/names.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "rules/names_inside.h"

/* Words of a name that are no little ones: of any, and of a long one, which more words may follow.
 */
enum { FEWEST = 2, LONG = 5 };

struct ph_names {
    struct ph_name_table table;
    struct ph_names_head *own; /* what was made for it; NULL: it stands elsewhere */
    struct ph_term found;      /* last */
};

static bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

/* ---- the table ---- */

static struct ph_names *names_of(const void *bytes, size_t size)
{
    struct ph_name_table table;
    if (!ph_name_table_of(bytes, size, &table))
        return NULL;
    struct ph_names *names = ph_alloc_zero(1, sizeof *names);
    names->table = table;
    return names;
}

struct ph_names *ph_names_new(const xmlNode *element)
{
    struct ph_names_head *own = ph_name_table_new(element);
    struct ph_names *names = names_of(own, own->size);
    names->own = own;
    return names;
}

struct ph_names *ph_names_of_part(const void *bytes, size_t size)
{
    return names_of(bytes, size);
}

const void *ph_names_part(const struct ph_names *names, size_t *size)
{
    *size = names->table.head->size;
    return names->table.head;
}

void ph_names_free(struct ph_names *names)
{
    if (names)
        free(names->own);
    free(names);
}

/* ---- finding ---- */

static inline bool may_have(const struct ph_name_table *table, uint32_t hash)
{
    const uint32_t bit = hash & (table->head->filter * CHAR_BIT - 1);
    return table->filter[bit / CHAR_BIT] >> bit % CHAR_BIT & 1;
}

/* Whether only a space, a comma, a hyphen or an apostrophe stands between two words. */
static bool goes_on(const char *text, size_t from, size_t to)
{
    const char *between = text + from;
    switch (to - from) {
    case 1:
        return *between == ' ' || *between == '-';
    case 2:
        return !memcmp(between, ", ", 2) || !memcmp(between, ": ", 2) ||
               !memcmp(between, "\xC2\xA0", 2);
    case 3:
        return !memcmp(between, "\xE2\x80\x99", 3);
    default:
        return false;
    }
}

/* Where a word ends, without the number of a footnote behind it. */
static size_t end_of(const char *text, const struct ph_word *word)
{
    size_t end = word->from + word->length;
    while (!is_digit(text[word->from]) && is_digit(text[end - 1]))
        end--;
    return end;
}

/* Whether another word of a name follows behind little words that join no parts. */
static bool is_followed(const struct ph_name_table *table, const char *text,
                        const struct ph_word *words, size_t count, size_t last)
{
    size_t end = end_of(text, &words[last]);
    for (size_t i = last + 1; i < count && words[i].from == end + 1 && text[end] == ' '; i++) {
        if (is_capital(text[words[i].from]))
            return true;
        if (ph_name_has(table, text, &words[i]) ||
            ph_name_is_joint(table, text + words[i].from, words[i].length))
            return false;
        end = end_of(text, &words[i]);
    }
    return false;
}

/* Whether what fits is right all the same: as a part of a longer name, or of more parts. */
static bool is_more(const struct ph_name_table *table, const struct ph_name_fit *fit,
                    const struct ph_stretch *stretch)
{
    const char *end = stretch->text + stretch->length;
    return *end == '-' || (*end == ' ' && is_capital(end[1])) ||
           ph_name_joints(table, stretch->text, stretch->length) >
               ph_name_joints(table, fit->name, strlen(fit->name));
}

/* The longest of the names and near names that start at a word: *last becomes the number of its
 * last word. */
static struct ph_name_fit longest_at(const struct ph_name_table *table, const struct ph_text *text,
                                     const struct ph_word *words, size_t count, size_t at,
                                     size_t *last)
{
    struct ph_stretch stretch = {.text = text->bytes + words[at].from};
    struct ph_name_fit longest = {.name = NULL};
    uint32_t key = 0;
    for (size_t i = at; i < count && i < at + PH_NAME_WORDS; i++) {
        const char *word = text->bytes + words[i].from;
        if (i > at && !goes_on(text->bytes, end_of(text->bytes, &words[i - 1]), words[i].from))
            break;
        if (!ph_name_has(table, text->bytes, &words[i]))
            continue;
        if (!(is_capital(*word) || is_digit(*word) || word[-1] == '-'))
            break;
        const struct ph_stem stem = ph_name_word(table->stems, table->head->stems, word,
                                                 end_of(text->bytes, &words[i]) - words[i].from);
        if (!stem.hash)
            break;
        key += ph_name_weight(&stem);
        stretch.stems[stretch.own++] = stem;
        stretch.length = end_of(text->bytes, &words[i]) - words[at].from;
        struct ph_name_fit fit = {.name = NULL};
        if (stretch.own >= FEWEST)
            fit = ph_name_best(table, key, &stretch);
        if (!fit.name)
            continue;
        fit.is_right = fit.is_right || is_more(table, &fit, &stretch) ||
                       ((fit.exchanged || stretch.own <= PH_SHORT_NAME) && stretch.own < LONG &&
                        is_followed(table, text->bytes, words, count, i));
        longest = fit;
        *last = i;
    }
    return longest;
}

static inline bool may_start(const struct ph_name_table *table, const char *text,
                             const struct ph_word *word)
{
    uint32_t stem, whole;
    const char *here = text + word->from;
    if (!is_capital(*here) && !is_digit(*here))
        return false;
    stem = ph_name_stem_of(here, end_of(text, word) - word->from, &whole);
    return (may_have(table, stem) || may_have(table, whole)) && ph_name_has(table, text, word);
}

/* Whether a capital word, or a sign, stands right before: the end of a longer name is none. */
static bool is_inside(const struct ph_name_table *table, const struct ph_text *text,
                      const struct ph_word *words, size_t at)
{
    const size_t from = words[at].from;
    if (!from || !at)
        return false;
    if (text->bytes[from - 1] == '/' || text->bytes[from - 1] == '-')
        return true;
    const struct ph_word *before = &words[at - 1];
    return is_capital(text->bytes[before->from]) && at > 1 &&
           from == end_of(text->bytes, before) + 1 && ph_name_has(table, text->bytes, before);
}

const struct ph_term *ph_names_next(struct ph_names *names, const struct ph_text *text,
                                    const struct ph_word *words, size_t count, size_t *at,
                                    size_t *from, size_t *end)
{
    const struct ph_name_table *table = &names->table;
    while (*at < count) {
        size_t first = (*at)++, last = first;
        if (!may_start(table, text->bytes, &words[first]))
            continue;
        const struct ph_name_fit found = longest_at(table, text, words, count, first, &last);
        if (!found.name)
            continue;
        *at = last + 1;
        *from = words[first].from;
        *end = end_of(text->bytes, &words[last]);
        if (!found.is_right && !is_inside(table, text, words, first)) {
            names->found = (struct ph_term){found.name, found.name, ""};
            return &names->found;
        }
    }
    return NULL;
}
