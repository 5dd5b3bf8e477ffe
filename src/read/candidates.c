/* The numbers that could be footnote marks, judged by the characters around them. */
#include "read/candidates.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "read/lines.h"
#include "un/date.h"
#include "un/words.h"

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

/* Characters beyond ASCII count as small letters. */
static bool is_small(char c)
{
    return (c >= 'a' && c <= 'z') || (unsigned char)c >= 0x80;
}

static bool is_letter(char c)
{
    return is_capital(c) || is_small(c);
}

size_t ph_word_length(const char *text, size_t end)
{
    size_t length = 0;
    while (length < end && is_letter(text[end - 1 - length]))
        length++;
    return length;
}

/* Hyphens and dashes of Unicode, U+2010 to U+2015. */
static bool ends_dash(const char *text, size_t end)
{
    return end > 2 && !memcmp(text + end - 3, "\xE2\x80", 2) &&
           (unsigned char)text[end - 1] >= 0x90 && (unsigned char)text[end - 1] <= 0x95;
}

/* Whether `end` closes a word of at least `least` letters, all but the first small: no symbol, no
 * abbreviation in capitals. */
static bool ends_word(const char *text, size_t end, size_t least)
{
    size_t from = end;
    while (from > 0 && is_small(text[from - 1]))
        from--;
    size_t small = end - from;
    from -= from > 0 && is_capital(text[from - 1]);
    char before = from > 0 ? text[from - 1] : ' ';
    bool clear = !is_digit(before) && before != '/' && !is_capital(before);
    return small > 0 && end - from >= least && clear && !ends_dash(text, end);
}

/* Whether `end` closes a closing bracket or quotation mark. */
static bool ends_bracket(const char *text, size_t end)
{
    if (end > 0 && (text[end - 1] == ')' || text[end - 1] == ']' || text[end - 1] == '"'))
        return true;
    return end > 2 && (!memcmp(text + end - 3, "\xE2\x80\x9D", 3) ||
                       !memcmp(text + end - 3, "\xE2\x80\x99", 3));
}

static bool is_year(const char *text)
{
    return (text[0] == '1' && text[1] == '9') || (text[0] == '2' && text[1] == '0');
}

/* Whether `end` closes a number of exactly four digits that is a year. */
static bool ends_year(const char *text, size_t end)
{
    if (end < 4 || !is_year(text + end - 4) || !is_digit(text[end - 1]) || !is_digit(text[end - 2]))
        return false;
    return end == 4 || !(is_digit(text[end - 5]) || text[end - 5] == '/' || text[end - 5] == ',');
}

static bool ends_month(const struct ph_lexicon *lexicon, const char *text, size_t end)
{
    for (int month = 1; month <= PH_MONTHS; month++) {
        const char *name = ph_month(lexicon, month);
        size_t n = strlen(name);
        if (n && end >= n && !memcmp(text + end - n, name, n))
            return true;
    }
    return false;
}

static bool starts_month(const struct ph_lexicon *lexicon, const char *text)
{
    for (int month = 1; month <= PH_MONTHS; month++) {
        const char *name = ph_month(lexicon, month);
        if (*name && !strncmp(text, name, strlen(name)))
            return true;
    }
    return false;
}

/* What may stand behind a mark: nothing, a space, punctuation that does not go on as a number. */
static bool may_follow(const char *text, size_t at)
{
    char c = text[at];
    if (c == '\0' || c == ' ' || c == '"' || c == ')' || c == ']' || c == '[')
        return true;
    if (strchr(",.;:?!", c))
        return !is_digit(text[at + 1]);
    return !strncmp(text + at, "\xE2\x80\x9D", 3) || !strncmp(text + at, "\xE2\x80\x99", 3) ||
           !strncmp(text + at, "\xE2\x80\x94", 3);
}

/* "3 May", "3 to 5", "3 and 4": the number goes on; but not "3 in 2024". */
static bool goes_on(const struct ph_lexicon *lexicon, const char *text, size_t at)
{
    enum { SHORT_WORD = 3, YEAR = 4 };
    if (text[at] != ' ')
        return false;
    at++;
    if (starts_month(lexicon, text + at) || is_digit(text[at]))
        return true;
    size_t word = strspn(text + at, "abcdefghijklmnopqrstuvwxyz");
    if (!word || word > SHORT_WORD || text[at + word] != ' ')
        return false;
    size_t digits = strspn(text + at + word + 1, "0123456789");
    return digits > 0 && digits < YEAR;
}

bool ph_is_entity(struct ph_marks *marks, size_t block, size_t from, size_t to)
{
    const struct ph_block *one = &marks->blocks->items[block];
    if (marks->entity_block != block + 1) {
        free(marks->entities);
        marks->entity_count =
            ph_lexicon_entities(marks->lexicon, one->text, one->length, &marks->entities);
        marks->entity_block = block + 1;
    }
    size_t low = 0, high = marks->entity_count;
    while (low < high) {
        size_t middle = (low + high) / 2;
        if (marks->entities[middle].to <= from)
            low = middle + 1;
        else
            high = middle;
    }
    return low < marks->entity_count && marks->entities[low].from < to;
}

/* ---- candidates ---- */

static void add(struct ph_marks *marks, struct ph_candidate candidate)
{
    if (candidate.label > marks->highest_note ||
        (candidate.label && !marks->note_line[candidate.label]))
        return;
    /* The space beside a mark goes with it, and with one only: "[^1] 2". */
    const struct ph_candidate *last = marks->count ? &marks->items[marks->count - 1] : NULL;
    if (last && last->block == candidate.block && candidate.from < last->to)
        candidate.from = last->to;
    marks->items = ph_grow(marks->items, marks->count, &marks->capacity, sizeof *marks->items);
    marks->items[marks->count++] = candidate;
}

static long number_at(const char *text, size_t from, size_t to)
{
    long value = 0;
    if (from >= to || to - from > PH_MARK_DIGITS || text[from] == '0')
        return LONG_MAX;
    for (size_t i = from; i < to; i++)
        value = value * 10 + (text[i] - '0');
    return value;
}

/* A number glued to what stands before it; -1: it is none that could be a mark. */
static int glued_strength(const char *text, size_t from)
{
    char before = text[from - 1];
    if (ends_word(text, from, 3) || ends_bracket(text, from))
        return PH_CERTAIN;
    if (before == '.')
        return ends_word(text, from - 1, 4) || ends_bracket(text, from - 1) ? PH_CERTAIN : -1;
    if (!strchr(",;:?!", before) || from < 2)
        return -1;
    if (ends_word(text, from - 1, 1) || ends_bracket(text, from - 1) || ends_year(text, from - 1))
        return PH_CERTAIN;
    return is_digit(text[from - 2]) || is_letter(text[from - 2]) ? PH_IF_NEXT : -1;
}

/* A number apart from the word, the year or the comma before it; -1: it is none. */
static int apart_strength(const struct ph_lexicon *lexicon, const char *text, size_t from,
                          size_t to)
{
    if (goes_on(lexicon, text, to) || from < 3)
        return -1;
    size_t end = from - 1;
    if (!strchr(",;:.", text[end - 1]))
        return ends_word(text, end, 3) || ends_bracket(text, end) || ends_year(text, end)
                   ? PH_APART_WORD
                   : -1;
    end--;
    if (ends_word(text, end, 2) || ends_bracket(text, end) || ends_year(text, end))
        return PH_APART;
    return is_digit(text[end - 1]) || is_letter(text[end - 1]) ? PH_APART_WORD : -1;
}

static void consider_number(struct ph_marks *marks, size_t block, size_t from, size_t to)
{
    enum { YEAR = 4 };
    const char *text = marks->blocks->items[block].text;
    if (from == 0 || !may_follow(text, to))
        return;
    bool apart = text[from - 1] == ' ';
    if (apart && to - from > YEAR && is_year(text + from) &&
        ends_month(marks->lexicon, text, from - 1)) {
        long label = number_at(text, from + YEAR, to);
        add(marks, (struct ph_candidate){block, from + YEAR, to, label, PH_CERTAIN, false});
        return;
    }
    if (apart && !marks->blocks->loose)
        return;
    int strength =
        apart ? apart_strength(marks->lexicon, text, from, to) : glued_strength(text, from);
    long label = number_at(text, from, to);
    if (strength >= 0)
        add(marks, (struct ph_candidate){block, from - apart, to, label, (enum ph_strength)strength,
                                         false});
}

/* "[footnoteRef:3]", "[^3]". Returns the end, or 0. */
static size_t consider_bracket(struct ph_marks *marks, size_t block, size_t from)
{
    static const char *const prefixes[] = {"[footnoteRef:", "[^"};
    const char *text = marks->blocks->items[block].text;
    for (size_t i = 0; i < sizeof prefixes / sizeof *prefixes; i++) {
        size_t n = strlen(prefixes[i]);
        if (strncmp(text + from, prefixes[i], n))
            continue;
        size_t digits = strspn(text + from + n, "0123456789");
        size_t to = from + n + digits + 1;
        if (text[to - 1] != ']')
            continue;
        long label = number_at(text, from + n, to - 1);
        size_t before = from > 0 && text[from - 1] == ' ';
        size_t behind = from == 0 && text[to] == ' ';
        add(marks,
            (struct ph_candidate){block, from - before, to + behind, label, PH_CERTAIN, false});
        return to;
    }
    return 0;
}

static size_t consider_stars(struct ph_marks *marks, size_t block, size_t from)
{
    const char *text = marks->blocks->items[block].text;
    size_t stars = strspn(text + from, "*");
    if (from > 0 && text[from - 1] != ' ' && may_follow(text, from + stars) &&
        stars <= PH_MARK_STARS && marks->stars[stars])
        add(marks, (struct ph_candidate){block, from, from + stars, 0, PH_CERTAIN, false});
    return from + stars;
}

/* "organizations,¹": a raised number is a mark, whatever stands around it. 0: there is none. */
static size_t consider_raised(struct ph_marks *marks, size_t block, size_t from)
{
    const struct ph_block *one = &marks->blocks->items[block];
    long label;
    size_t length = ph_raised_number(one->text, one->length, from, &label);
    if (length && from > 0 && label > 0)
        add(marks, (struct ph_candidate){block, from, from + length, label, PH_CERTAIN, false});
    return length ? from + length : 0;
}

static void consider_block(struct ph_marks *marks, size_t block)
{
    const char *text = marks->blocks->items[block].text;
    for (size_t at = 0; text[at];) {
        size_t end = 0;
        if (text[at] == '*')
            end = consider_stars(marks, block, at);
        else if (marks->blocks->exact)
            ;
        else if (text[at] == '[')
            end = consider_bracket(marks, block, at);
        else if (is_digit(text[at])) {
            end = at + strspn(text + at, "0123456789");
            consider_number(marks, block, at, end);
        } else if ((unsigned char)text[at] >= 0xC2) {
            end = consider_raised(marks, block, at);
        }
        at = end ? end : at + 1;
    }
}

void ph_find_candidates(struct ph_marks *marks)
{
    const struct ph_blocks *blocks = marks->blocks;
    for (size_t i = 0; i < blocks->count; i++) {
        enum ph_block_kind kind = blocks->items[i].kind;
        /* Word has no footnotes in headers: marks there are typed. */
        if (kind == PH_BLOCK_TEXT || kind == PH_BLOCK_HEADING ||
            (kind == PH_BLOCK_FURNITURE && blocks->exact))
            consider_block(marks, i);
    }
}
