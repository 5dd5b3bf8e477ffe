#include "rules/spelling.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "rules/spelling_inside.h"

/* A shorter word is near to too many others; a shorter piece of a word is anything. */
enum { SHORTEST = 4, SHORTEST_MEANT = 5, SHORTEST_PIECE = 2, SHORTEST_BEGUN = 3 };
/* How many letters side by side may be wrong in a word of that length. */
enum { FAR = 2, FAR_LENGTH = 9 };
/* Words that were torn or ran together are told from names and rare words by how many texts use
 * what is meant, and by the length of what a small word, or each of both, ran into. */
enum { TORN_TEXTS = 20, JOINED_TEXTS = 100, JOINED_LENGTH = 5, BOTH_TEXTS = 30, BOTH_LENGTH = 4 };

/* The word as it stands in the list; NULL: it does not. */
static const char *find(const struct ph_spelling *spelling, const char *word, size_t length)
{
    uint64_t hash = ph_word_hash_start;
    for (size_t i = 0; i < length; i++)
        hash = ph_word_hash_on(hash, (unsigned char)word[i]);
    const uint32_t line = ph_spelling_slot(spelling, hash)->line;
    return line ? spelling->bytes + line - 1 : NULL;
}

/* How many texts use a word of the list. */
static long texts_with(const char *word, size_t length)
{
    const char *behind = word + length + 1;
    return ph_is_digit(*behind) ? strtol(behind, NULL, 10) : 0;
}

static bool is_letter(char c)
{
    return ph_is_small((char)(c | 0x20));
}

/* What a word may not stand against: more letters, figures, the marks of addresses. */
static bool joins(const struct ph_text *text, size_t at)
{
    unsigned char c = (unsigned char)text->bytes[at];
    bool mark = c == 0xE2 || c == 0xC2;
    return (c >= 0x80 && !mark) || ph_is_digit((char)c) || (c && strchr("/@_.#", c));
}

static bool stands_alone(const struct ph_text *text, size_t from, size_t to)
{
    bool elided = from >= 3 && !memcmp(text->bytes + from - 3, "\xE2\x80\x99", 3);
    if (elided || (from && (joins(text, from - 1) || is_letter(text->bytes[from - 1]))))
        return false;
    bool stop = text->bytes[to] == '.' && !is_letter(text->bytes[to + 1]);
    return stop || !joins(text, to);
}

/* The words one slip away from a word, as they are tried: what is meant so far. */
struct search {
    const struct ph_spelling *spelling;
    const char *best;
    long texts;
};

static void try(struct search *search, const char *word, size_t length)
{
    const char *found = length >= SHORTEST_MEANT ? find(search->spelling, word, length) : NULL;
    long texts = found ? texts_with(found, length) : 0;
    if (texts <= search->texts)
        return;
    search->best = found;
    search->texts = texts;
}

/* Letters too many, and letters that changed places. */
static void try_fewer(struct search *search, const char *word, size_t length)
{
    char made[PH_SLIP];
    for (size_t i = 0; i < length; i++) {
        memcpy(made, word, i);
        memcpy(made + i, word + i + 1, length - i - 1);
        try(search, made, length - 1);
        if (i + 1 == length)
            break;
        made[i] = word[i + 1];
        made[i + 1] = word[i];
        memcpy(made + i + 2, word + i + 2, length - i - 2);
        try(search, made, length);
    }
}

/* Letters that are missing or wrong. */
static void try_more(struct search *search, const char *word, size_t length)
{
    char made[PH_SLIP + 1];
    for (size_t i = 0; i <= length; i++)
        for (char c = 'a'; c <= 'z'; c++) {
            memcpy(made, word, i);
            made[i] = c;
            memcpy(made + i + 1, word + i, length - i);
            try(search, made, length + 1);
            if (i == length)
                continue;
            memcpy(made + i + 1, word + i + 1, length - i - 1);
            try(search, made, length);
        }
}

/* Letters that two words have in common at their starts and at their ends, of the shorter one. */
static size_t alike(const char *a, size_t a_length, const char *b, size_t b_length)
{
    size_t least = a_length < b_length ? a_length : b_length, start = 0, end = 0;
    while (start < least && a[start] == b[start])
        start++;
    while (end < least - start && a[a_length - 1 - end] == b[b_length - 1 - end])
        end++;
    return start + end;
}

/* Two or three letters side by side left out, put in or changed, in a long word. */
static void try_far(struct search *search, const char *word, size_t length)
{
    const struct ph_spelling_list *list = search->spelling->list;
    for (size_t i = 0; length >= FAR_LENGTH && i <= list->mask; i++) {
        if (!list->slots[i].line)
            continue;
        const char *there = search->spelling->bytes + list->slots[i].line - 1;
        size_t its = there[0] == word[0] ? strlen(there) : 0;
        size_t most = its > length ? its : length;
        if (its + FAR >= length && its <= length + FAR && texts_with(there, its) >= TORN_TEXTS &&
            alike(word, length, there, its) + FAR >= most)
            try(search, there, its);
    }
}

/* Letters that a scanner takes for others: "hurnan", "clocument". */
static void try_looks(struct search *search, const char *word, size_t length)
{
    const struct ph_spelling_head *looks = &search->spelling->list->heads[PH_LOOKS];
    const char *bytes = search->spelling->bytes;
    char made[2 * PH_SLIP + 1];
    for (size_t i = 0; i < looks->count; i++)
        for (const char *at = word; (at = strstr(at, bytes + looks->items[i].word)); at++) {
            const struct ph_spelling_part *look = &looks->items[i];
            size_t before = (size_t)(at - word), from = look->length, to = look->behind_length;
            if (length - from + to > sizeof made)
                continue;
            memcpy(made, word, before);
            memcpy(made + before, bytes + look->behind, to);
            memcpy(made + before + to, at + from, length - before - from);
            try(search, made, length - from + to);
        }
}

/* Whether a word is another one with this ending, which does not stand behind certain letters. */
static bool has_ending(const struct ph_spelling *spelling, const struct ph_spelling_part *ending,
                       const char *word, size_t length)
{
    const char *bytes = spelling->bytes;
    size_t stem = length - ending->length;
    return length >= ending->length + SHORTEST &&
           !memcmp(word + stem, bytes + ending->word, ending->length) &&
           !(ending->behind && strchr(bytes + ending->behind, word[stem - 1]));
}

/* Whether the list has it with the last letter before its ending twice: "begining". */
static bool lacks_letter(const struct ph_spelling *spelling, const char *word, size_t length,
                         size_t stem)
{
    char made[PH_SLIP + 2];
    if (length + 1 > sizeof made)
        return false;
    memcpy(made, word, stem);
    memcpy(made + stem, word + stem - 1, length - stem + 1);
    return find(spelling, made, length + 1);
}

/* Forms of words that are known, too: "reacts", "reacted". */
static bool is_known(const struct ph_spelling *spelling, const char *word, size_t length)
{
    const struct ph_spelling_head *endings = &spelling->list->heads[PH_ENDINGS];
    bool known = find(spelling, word, length) != NULL;
    for (size_t i = 0; i < endings->count && !known; i++) {
        const size_t stem = length - endings->items[i].length;
        known = has_ending(spelling, &endings->items[i], word, length) &&
                find(spelling, word, stem) && !lacks_letter(spelling, word, length, stem);
    }
    return known;
}

/* ---- torn words, and words that ran together ---- */

/* What stands between the halves of a torn word: a space, a hyphen, or both. */
static bool is_tear(char c)
{
    return c == ' ' || c == '-';
}

/* The word that two halves are, in the list; NULL: none that many texts use. */
static const char *whole(const struct ph_spelling *spelling, const char *first, size_t first_length,
                         const char *second, size_t second_length)
{
    char made[2 * PH_SLIP];
    size_t length = first_length + second_length;
    if (!first_length || !second_length || length > PH_SLIP)
        return NULL;
    memcpy(made, first, first_length);
    memcpy(made + first_length, second, second_length);
    made[0] = (char)(made[0] | 0x20);
    const char *found = find(spelling, made, length);
    return found && texts_with(found, length) >= TORN_TEXTS ? found : NULL;
}

/* With the letters behind it, or with those before it. */
static const char *torn(const struct ph_spelling *spelling, const struct ph_text *text, size_t from,
                        size_t to)
{
    const char *start = text->bytes + from, *behind = text->bytes + to;
    bool both = *behind == '-' && behind[1] == ' ';
    size_t gap = both ? 2 : is_tear(*behind), after = 0;
    while (gap && ph_is_small(behind[gap + after]))
        after++;
    const char *found = whole(spelling, start, to - from, behind + gap, after);
    if (found)
        return found;
    size_t tear = from && is_tear(start[-1]) ? 1 : 0, before = 0;
    tear += tear && start[-1] == ' ' && from > 1 && start[-2] == '-';
    while (tear && before + tear < from && is_letter(start[-(ptrdiff_t)(tear + before) - 1]))
        before++;
    bool prefix = tear && before < SHORTEST - 1 && start[-1] == '-'; /* "co-ordination" */
    return tear && !prefix ? whole(spelling, start - tear - before, before, start, to - from)
                           : NULL;
}

/* A piece of two or three letters: "wi th", "reg ion". A hyphen behind it makes a word of both. */
static const char *torn_off(const struct ph_spelling *spelling, const struct ph_text *text,
                            size_t from, size_t to)
{
    const char *start = text->bytes + from, *behind = text->bytes + to;
    if (*behind == '-' && behind[1] != ' ')
        return NULL;
    return from && start[-1] == '-' ? NULL : torn(spelling, text, from, to);
}

/* "imple implementation": the word behind it, which it begins; NULL: it does not. */
static const char *begun(const struct ph_spelling *spelling, const struct ph_text *text,
                         size_t from, size_t to)
{
    const char *start = text->bytes + from, *behind = text->bytes + to + 1;
    size_t length = to - from, next = 0;
    if (length < SHORTEST_BEGUN || text->bytes[to] != ' ' || strncmp(start, behind, length))
        return NULL;
    while (next < PH_SLIP && ph_is_small(behind[next]))
        next++;
    const char *found = next > length + 1 ? find(spelling, behind, next) : NULL;
    return found && texts_with(found, next) >= TORN_TEXTS ? found : NULL;
}

static bool is_usual(const struct ph_spelling *spelling, const char *word, size_t length,
                     size_t least, long texts)
{
    const char *found = length >= least ? find(spelling, word, length) : NULL;
    return found && texts_with(found, length) >= texts;
}

/* "ofcooperation", "Statesto": two words, the small one first or last. What has a capital may be a
 * name. */
static const char *ran_together(struct ph_spelling *spelling, const char *word, size_t length,
                                bool capital)
{
    const size_t least = capital ? JOINED_LENGTH : BOTH_LENGTH;
    const long texts = capital ? JOINED_TEXTS : BOTH_TEXTS;
    const struct ph_spelling_head *small = &spelling->list->heads[PH_SMALL];
    for (size_t i = 0; i < small->count; i++) {
        const char *one = spelling->bytes + small->items[i].word;
        size_t own = small->items[i].length, rest = length > own ? length - own : 0;
        if (!strncmp(word, one, own) && is_usual(spelling, word + own, rest, least, texts))
            snprintf(spelling->made, sizeof spelling->made, "%s %s", one, word + own);
        else if (rest && !strcmp(word + rest, one) && is_usual(spelling, word, rest, least, texts))
            snprintf(spelling->made, sizeof spelling->made, "%.*s %s", (int)rest, word, one);
        else
            continue;
        return spelling->made;
    }
    return NULL;
}

/* "internationalcooperation": two words that many texts use. */
static const char *two_together(struct ph_spelling *spelling, const char *word, size_t length)
{
    for (size_t i = BOTH_LENGTH; i + BOTH_LENGTH <= length; i++) {
        if (!is_usual(spelling, word, i, BOTH_LENGTH, BOTH_TEXTS) ||
            !is_usual(spelling, word + i, length - i, BOTH_LENGTH, BOTH_TEXTS))
            continue;
        snprintf(spelling->made, sizeof spelling->made, "%.*s %s", (int)i, word, word + i);
        return spelling->made;
    }
    return NULL;
}

static size_t copy_word(const struct ph_text *text, size_t from, char *word)
{
    size_t length = 0;
    const char *start = text->bytes + from;
    while (length < PH_SLIP && (ph_is_small(start[length]) || (!length && is_letter(*start)))) {
        word[length] = (char)(start[length] | 0x20);
        length++;
    }
    return length;
}

const char *ph_spelling_meant(struct ph_spelling *spelling, const struct ph_text *text, size_t from,
                              size_t *end)
{
    char word[PH_SLIP + 1] = {0};
    size_t length = copy_word(text, from, word);
    const char *start = text->bytes + from;
    *end = from + length;
    if (length < SHORTEST_PIECE || is_letter(start[length]) || !stands_alone(text, from, *end) ||
        is_known(spelling, word, length))
        return NULL;
    const char *piece = ph_is_small(*start) ? begun(spelling, text, from, *end) : NULL;
    if (piece || length < SHORTEST)
        return piece || !ph_is_small(*start) ? piece : torn_off(spelling, text, from, *end);
    struct search search = {.spelling = spelling};
    try_fewer(&search, word, length);
    try_more(&search, word, length);
    try_looks(&search, word, length);
    const char *best = torn(spelling, text, from, *end);
    best = best ? best : search.best;
    best = best ? best : ran_together(spelling, word, length, !ph_is_small(*start));
    if (!best && ph_is_small(*start))
        best = two_together(spelling, word, length);
    if (!best && ph_is_small(*start))
        try_far(&search, word, length);
    return best ? best : search.best;
}
