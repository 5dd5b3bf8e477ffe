#include "un/citation.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "un/words.h"

/* Resolutions have been numbered session/serial since this session (1976). */
enum { FIRST_SLASH_SESSION = 31 };
/* No misprint puts a date so many sessions away: such a number is of another organ. */
enum { OTHER_ORGAN_GAP = 10 };

struct list {
    struct ph_citation *items;
    size_t count, capacity;
    size_t pending; /* the first item that has no date yet */
};

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_upper(char c)
{
    return c >= 'A' && c <= 'Z';
}

static bool is_alnum(char c)
{
    return is_digit(c) || is_upper(c) || (c >= 'a' && c <= 'z') || (unsigned char)c >= 0xC3;
}

static bool alnum_at(const char *text, size_t length, size_t at)
{
    return at < length && is_alnum(text[at]);
}

/* The offset behind the spaces at `at`, no-break spaces and line ends included. */
static size_t skip_space(const char *text, size_t length, size_t at)
{
    for (; at < length; at++) {
        if (at + 1 < length && !memcmp(text + at, "\xC2\xA0", 2))
            at++;
        else if (!memchr(" \t\n", text[at], 3))
            break;
    }
    return at;
}

static bool skip_word(const char *text, size_t length, const char *word, size_t *at)
{
    size_t n = strlen(word);
    if (!n || length - *at < n || memcmp(text + *at, word, n) != 0 ||
        alnum_at(text, length, *at + n))
        return false;
    *at += n;
    return true;
}

/* Up to `most` digits; 0 when there are none or more. */
static int number_at(const char *text, size_t length, size_t *at, size_t most)
{
    int n = 0;
    size_t i = *at;
    for (; i < length && is_digit(text[i]); i++) {
        if (i - *at == most)
            return 0;
        n = n * 10 + text[i] - '0';
    }
    *at = i;
    return n;
}

/* A capital that stands alone at `at`: the letter of "69/96 A"; 0 when there is none. */
static char letter_at(const char *text, size_t length, size_t at)
{
    return at < length && is_upper(text[at]) && !alnum_at(text, length, at + 1) ? text[at] : '\0';
}

static char take_letter(const char *text, size_t length, size_t *at)
{
    size_t next = skip_space(text, length, *at);
    char letter = next > *at ? letter_at(text, length, next) : '\0';
    *at = letter ? next + 1 : *at;
    return letter;
}

/* "64/256", "69/96 A", "S-30/1", "ES-10/23". */
static bool slash_number(const char *text, size_t length, size_t *at, struct ph_citation *out)
{
    size_t i = *at;
    const char *special = "";
    if (length - i > 3 && !memcmp(text + i, "ES-", 3))
        special = "ES-";
    else if (length - i > 2 && !memcmp(text + i, "S-", 2))
        special = "S-";
    i += strlen(special);
    int session = number_at(text, length, &i, 3);
    if (!session || i >= length || text[i++] != '/')
        return false;
    out->serial = number_at(text, length, &i, 4);
    if (!out->serial || alnum_at(text, length, i) || (i < length && text[i] == '/'))
        return false;
    out->session = *special ? 0 : session;
    char letter = take_letter(text, length, &i);
    snprintf(out->number, sizeof out->number, letter ? "%s%d/%d %c" : "%s%d/%d", special, session,
             out->serial, letter);
    *at = i;
    return true;
}

/* "2200 A (XXI)", "3201 (S-VI)": the number of a year in the brackets is the Security
 * Council's. */
static bool roman_number(const char *text, size_t length, size_t *at, struct ph_citation *out)
{
    enum { ROMAN_MAX = 10 };
    size_t i = *at;
    out->serial = number_at(text, length, &i, 4);
    if (!out->serial)
        return false;
    char letter = take_letter(text, length, &i);
    i = skip_space(text, length, i);
    if (i >= length || text[i] != '(')
        return false;
    size_t from = ++i;
    while (i < length && i - from <= ROMAN_MAX && memchr("IVXLES-", text[i], 7))
        i++;
    if (i == from || i >= length || text[i] != ')')
        return false;
    char with_letter[4] = {' ', letter, '\0'};
    snprintf(out->number, sizeof out->number, "%d%s (%.*s)", out->serial, letter ? with_letter : "",
             (int)(i - from), text + from);
    out->session = 0;
    *at = i + 1;
    return true;
}

static struct ph_citation *add(struct list *list)
{
    list->items = ph_grow(list->items, list->count, &list->capacity, sizeof *list->items);
    struct ph_citation *item = &list->items[list->count++];
    *item = (struct ph_citation){0};
    return item;
}

/* Behind a comma and / or "and"; the same offset when neither stands there. */
static size_t skip_joint(const struct ph_words *words, const char *text, size_t length, size_t at)
{
    size_t i = at;
    if (i < length && (text[i] == ',' || text[i] == ';'))
        i++;
    i = skip_space(text, length, i);
    if (i > at && skip_word(text, length, words->small[PH_WORD_AND], &i))
        i = skip_space(text, length, i);
    return i;
}

/* One number, or its letter alone behind another lettered one ("A and B", "A, B and C"). */
static bool read_item(struct list *list, const char *text, size_t length, size_t *at)
{
    struct ph_citation found = {.from = *at};
    const struct ph_citation *last = list->count ? &list->items[list->count - 1] : NULL;
    size_t n = last ? strlen(last->number) : 0;
    char letter = letter_at(text, length, *at);
    if (letter && n > 2 && is_upper(last->number[n - 1]) && last->number[n - 2] == ' ' &&
        letter == last->number[n - 1] + 1 && last->date.day == 0) {
        found = *last;
        found.from = *at;
        found.number[n - 1] = letter;
        ++*at;
    } else if (!slash_number(text, length, at, &found) && !roman_number(text, length, at, &found)) {
        return false;
    }
    found.to = *at;
    *add(list) = found;
    return true;
}

/* Which of the items without a date the date behind the last one belongs to. */
static size_t dated_from(const struct list *list, bool both, bool all)
{
    size_t last = list->count - 1, first = last;
    if (all)
        return list->pending;
    if (both)
        return last > list->pending ? last - 1 : last;
    while (first > list->pending && list->items[first - 1].session == list->items[last].session)
        first--;
    return first;
}

/* " of D Month YYYY", ", both of ...", ", all of ...". */
static void read_date(const struct ph_lexicon *lexicon, struct list *list, const char *text,
                      size_t length, size_t *at)
{
    const char *const *small = ph_lexicon_words(lexicon)->small;
    size_t i = *at;
    if (i < length && text[i] == ',')
        i++;
    i = skip_space(text, length, i);
    bool both = skip_word(text, length, small[PH_WORD_BOTH], &i);
    bool all = !both && skip_word(text, length, small[PH_WORD_ALL], &i);
    i = skip_space(text, length, i);
    if (i == *at || !skip_word(text, length, small[PH_WORD_OF], &i))
        return;
    i = skip_space(text, length, i);
    struct ph_date date;
    size_t behind;
    if (!ph_date_parse(lexicon, text + i, length - i, &date, &behind))
        return;
    *at = i + behind;
    for (size_t k = dated_from(list, both, all); k < list->count; k++)
        list->items[k].date = date;
    list->items[list->count - 1].to = *at;
    list->pending = list->count;
}

/* Whether a number can be the Assembly's. */
static bool is_assembly(const struct ph_citation *item)
{
    if (!item->session)
        return true;
    int session = ph_session_of(item->date);
    return item->session >= FIRST_SLASH_SESSION &&
           (!session || abs(session - item->session) < OTHER_ORGAN_GAP);
}

size_t ph_citations_parse(const struct ph_lexicon *lexicon, const char *text, size_t length,
                          struct ph_citation **citations, size_t *end)
{
    struct list list = {0};
    size_t behind = 0;
    for (size_t at = 0; at < length;) {
        if (!read_item(&list, text, length, &at))
            break;
        read_date(lexicon, &list, text, length, &at);
        behind = at;
        at = skip_joint(ph_lexicon_words(lexicon), text, length, at);
        if (at == behind)
            break;
    }
    size_t count = 0;
    while (count < list.count && is_assembly(&list.items[count]))
        count++;
    *end = count < list.count && count ? list.items[count - 1].to : behind;
    *citations = list.items;
    if (!count) {
        free(list.items);
        *citations = NULL;
    }
    return count;
}

/* The word that ends before *at, at most 20 bytes of it; *at moves to its start. */
static bool word_before(const char *text, size_t *at, char out[21])
{
    size_t end = *at;
    while (end > 0 && (text[end - 1] == ' ' || text[end - 1] == '\n' || text[end - 1] == '\t'))
        end--;
    size_t from = end;
    while (from > 0 && end - from < 20 && is_alnum(text[from - 1]))
        from--;
    memcpy(out, text + from, end - from);
    out[end - from] = '\0';
    *at = from;
    return end > from;
}

static bool is_one_of(const char *word, const char *const *list)
{
    for (; *list; list++)
        if (!strcmp(word, *list))
            return true;
    return false;
}

bool ph_citation_foreign(const struct ph_lexicon *lexicon, const char *text, size_t at)
{
    const struct ph_citation_words *words = &ph_lexicon_words(lexicon)->citation;
    enum { WORDS = 12 };
    char word[21];
    if (!word_before(text, &at, word))
        return false;
    if (is_one_of(word, words->decisions))
        return true;
    if (!is_one_of(word, words->nouns))
        return false;
    for (int i = 0; i < WORDS && word_before(text, &at, word); i++) {
        if (is_one_of(word, words->organs))
            return true;
        if (!strcmp(word, words->own))
            return word_before(text, &at, word) && is_upper(word[0]) &&
                   strcmp(word, words->before_own) != 0;
        if (!is_upper(word[0]) && !is_one_of(word, words->links))
            return false;
    }
    return false;
}

/* Where a list may start at or behind `at`: behind "resolution(s)" or at a number. Most bytes start
 * neither. */
static size_t next_start(const struct ph_citation_words *words, const char *text, size_t length,
                         size_t at, bool *named)
{
    for (;; at++) {
        while (at < length && !words->starts[(unsigned char)text[at]])
            at++;
        if (at >= length)
            return length;
        if (at > 0 && is_alnum(text[at - 1]))
            continue;
        size_t behind = at;
        *named = false;
        for (const char *const *word = words->nouns; *word && !*named; word++)
            *named = **word == text[at] && skip_word(text, length, *word, &behind);
        if (*named)
            return skip_space(text, length, behind);
        if (is_digit(text[at]) || text[at] == 'S' || text[at] == 'E')
            return at;
    }
}

size_t ph_citations_find(const struct ph_lexicon *lexicon, const char *text, size_t length,
                         struct ph_citation **citations)
{
    const struct ph_citation_words *words = &ph_lexicon_words(lexicon)->citation;
    struct list all = {0};
    bool named;
    for (size_t at = next_start(words, text, length, 0, &named); at < length;
         at = next_start(words, text, length, at, &named)) {
        struct ph_citation *list;
        size_t end;
        size_t count = ph_citations_parse(lexicon, text + at, length - at, &list, &end);
        /* A bare number without a date may be anything; so may all that its list holds. */
        bool wanted =
            count && (named || list[0].date.day) && !ph_citation_foreign(lexicon, text, at);
        for (size_t i = 0; wanted && i < count; i++) {
            struct ph_citation *item = add(&all);
            *item = list[i];
            item->from += at;
            item->to += at;
        }
        free(list);
        at += count ? end : !named;
    }
    *citations = all.items;
    return all.count;
}
