#include "un/ordinal.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

struct number_word {
    const char *cardinal, *ordinal;
    int value;
};

static const struct number_word words[] = {
    {"one", "first", 1},
    {"two", "second", 2},
    {"three", "third", 3},
    {"four", "fourth", 4},
    {"five", "fifth", 5},
    {"six", "sixth", 6},
    {"seven", "seventh", 7},
    {"eight", "eighth", 8},
    {"nine", "ninth", 9},
    {"ten", "tenth", 10},
    {"eleven", "eleventh", 11},
    {"twelve", "twelfth", 12},
    {"thirteen", "thirteenth", 13},
    {"fourteen", "fourteenth", 14},
    {"fifteen", "fifteenth", 15},
    {"sixteen", "sixteenth", 16},
    {"seventeen", "seventeenth", 17},
    {"eighteen", "eighteenth", 18},
    {"nineteen", "nineteenth", 19},
    {"twenty", "twentieth", 20},
    {"thirty", "thirtieth", 30},
    {"forty", "fortieth", 40},
    {"fifty", "fiftieth", 50},
    {"sixty", "sixtieth", 60},
    {"seventy", "seventieth", 70},
    {"eighty", "eightieth", 80},
    {"ninety", "ninetieth", 90},
    {"hundred", "hundredth", 100},
};

enum { WORDS = sizeof words / sizeof *words, LONGEST = 11 };

static const struct number_word *word_for(int value)
{
    for (size_t i = 0; i < WORDS; i++)
        if (words[i].value == value)
            return &words[i];
    return NULL;
}

/* The last word of `n` is an ordinal if `ordinal`; the words before it never are. */
static const char *spell(int n, bool ordinal, char *out, size_t size)
{
    int hundreds = n / 100, rest = n % 100, tens = rest < 20 ? 0 : rest / 10 * 10;
    int units = rest - tens;
    char hundred[32] = "", ten[16] = "";
    if (hundreds) /* "hundredth" and "hundred and first" have no "one" before them */
        snprintf(hundred, sizeof hundred, "%s%shundred%s",
                 hundreds > 1 || !ordinal ? word_for(hundreds)->cardinal : "",
                 hundreds > 1 || !ordinal ? " " : "",
                 rest      ? " and "
                 : ordinal ? "th"
                           : "");
    if (tens)
        snprintf(ten, sizeof ten, "%s%s",
                 ordinal && !units ? word_for(tens)->ordinal : word_for(tens)->cardinal,
                 units ? "-" : "");
    const struct number_word *last = units ? word_for(units) : NULL;
    snprintf(out, size, "%s%s%s", hundred, ten,
             !last     ? ""
             : ordinal ? last->ordinal
                       : last->cardinal);
    return out;
}

const char *ph_ordinal(int n, char *out, size_t size)
{
    if (n < 1 || n > PH_ORDINAL_MAX)
        snprintf(out, size, "%s", "");
    else
        spell(n, true, out, size);
    return out;
}

const char *ph_cardinal(int n, char *out, size_t size)
{
    if (n < 1 || n > PH_ORDINAL_MAX)
        snprintf(out, size, "%s", n == 0 ? "zero" : "");
    else
        spell(n, false, out, size);
    return out;
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + 'a' - 'A') : c;
}

/* A letter, also any that is not ASCII: its first byte. */
static bool is_letter(const char *text, size_t length, size_t at)
{
    return at < length && ((lower(text[at]) >= 'a' && lower(text[at]) <= 'z') ||
                           ((unsigned char)text[at] >= 0xC3 && (unsigned char)text[at] <= 0xCE));
}

/* How many bytes of a separator stand at `at`: a space, a hyphen of any kind, a hyphen and a
 * space (a word broken at the end of a line). */
static size_t separator(const char *text, size_t length, size_t at)
{
    static const char *const kinds[] = {"- ", "-", " ", "\xE2\x80\x90", "\xE2\x80\x91", "\xC2\xA0"};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        size_t n = strlen(kinds[i]);
        if (length - at >= n && !memcmp(text + at, kinds[i], n))
            return n;
    }
    return 0;
}

static bool is_hyphenated(const char *text, size_t length, size_t end)
{
    size_t n = end < length && text[end] != ' ' ? separator(text, length, end) : 0;
    return n && is_letter(text, length, end + n);
}

/* Reads the word at *at and moves behind it; "" when there is none or it is too long. */
static const char *read_word(const char *text, size_t length, size_t *at, char out[LONGEST + 1])
{
    size_t n = 0;
    for (; is_letter(text, length, *at + n); n++)
        if (n < LONGEST)
            out[n] = lower(text[*at + n]);
    out[n <= LONGEST ? n : 0] = '\0';
    *at += n;
    return out;
}

/* What may follow what: "hundred" after 1 to 9 or at the start, tens and units below a hundred,
 * units after tens. 0 when `value` may not follow `total`. */
static int combine(int total, int value)
{
    int rest = total % 100;
    if (value == 100)
        return total == 0 ? 100 : total < 10 ? total * 100 : 0;
    if (rest == 0)
        return total + value;
    return rest >= 20 && rest % 10 == 0 && value < 10 ? total + value : 0;
}

/* Most words of a text are no number: their first two letters say so. */
static bool may_be_number(const char *word)
{
    static const char *const seconds['z' - 'a' + 1] = {
        ['e' - 'a'] = "il", ['f' - 'a'] = "io", ['h' - 'a'] = "u",  ['n' - 'a'] = "i",
        ['o' - 'a'] = "n",  ['s' - 'a'] = "ei", ['t' - 'a'] = "ehw"};
    const char *second = *word >= 'a' && *word <= 'z' ? seconds[*word - 'a'] : NULL;
    return second && strchr(second, word[1]);
}

static bool is_word(const char *word, const char *other)
{
    return *word == *other && !strcmp(word, other);
}

/* The entry of a number's word, WORDS when it is none. */
static size_t find_word(const char *word)
{
    size_t i = may_be_number(word) ? 0 : WORDS;
    while (i < WORDS && !is_word(word, words[i].cardinal) && !is_word(word, words[i].ordinal))
        i++;
    return i;
}

static int parse_words(const char *text, size_t length, bool ordinal, size_t *end)
{
    int total = 0, found = 0;
    bool joined = false; /* "and" was read last */
    char word[LONGEST + 1] = {length > 0 ? lower(text[0]) : 0, length > 1 ? lower(text[1]) : 0};
    if (!may_be_number(word))
        return 0;
    for (size_t at = 0; at < length;) {
        read_word(text, length, &at, word);
        const size_t i = find_word(word);
        bool is_and = total >= 100 && total % 100 == 0 && !joined && !strcmp(word, "and");
        if (!is_and && (i == WORDS || !combine(total, words[i].value)))
            break;
        bool is_last = !is_and && !strcmp(word, words[i].ordinal);
        total = is_and ? total : combine(total, words[i].value);
        joined = is_and;
        if (is_last && !ordinal)
            break;
        if (!is_and && is_last == ordinal && !is_hyphenated(text, length, at)) {
            found = total;
            *end = at;
        }
        size_t gap = separator(text, length, at);
        if (is_last || !gap)
            break;
        at += gap;
    }
    return found;
}

static int parse_digits(const char *text, size_t length, bool ordinal, size_t *end)
{
    static const char *const suffixes[] = {"st", "nd", "rd", "th"};
    int n = 0;
    size_t at = 0;
    for (; at < length && is_digit(text[at]); at++) {
        if (at == 3)
            return 0;
        n = n * 10 + text[at] - '0';
    }
    bool suffixed = false;
    for (size_t i = 0; ordinal && !suffixed && i < 4; i++)
        suffixed = length - at >= 2 && lower(text[at]) == suffixes[i][0] &&
                   lower(text[at + 1]) == suffixes[i][1];
    at += suffixed ? 2 : 0;
    if (suffixed != ordinal || is_letter(text, length, at))
        return 0;
    *end = at;
    return n;
}

static int parse(const char *text, size_t length, bool ordinal, size_t *end)
{
    size_t behind = 0;
    int n = length && is_digit(text[0]) ? parse_digits(text, length, ordinal, &behind)
                                        : parse_words(text, length, ordinal, &behind);
    if (n && end)
        *end = behind;
    return n;
}

int ph_ordinal_parse(const char *text, size_t length, size_t *end)
{
    return parse(text, length, true, end);
}

int ph_cardinal_parse(const char *text, size_t length, size_t *end)
{
    return parse(text, length, false, end);
}
