#include "un/ordinal.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

#include "base/buffer.h"
#include "un/words.h"

static const struct ph_number_words *numbers_of(const struct ph_lexicon *lexicon)
{
    return &ph_lexicon_words(lexicon)->numbers;
}

/* The words of a number that has one of its own, as all have that a lexicon must have. */
static const struct ph_number_word *word_for(const struct ph_number_words *numbers, int value)
{
    const struct ph_number_word *word = numbers->items;
    while (word->value != value)
        word++;
    return word;
}

/* The last word of `n` is an ordinal if `ordinal`; the words before it never are. */
static void spell(const struct ph_words *words, int n, bool ordinal, struct ph_buffer *out)
{
    enum { HUNDRED = 100 };
    const struct ph_number_words *numbers = &words->numbers;
    int hundreds = n / HUNDRED, rest = n % HUNDRED, tens = rest < 20 ? 0 : rest / 10 * 10;
    int units = rest - tens;
    const struct ph_number_word *hundred = word_for(numbers, HUNDRED);
    if (hundreds > 1 || (hundreds && !ordinal)) /* "hundredth" has no "one" before it */
        ph_buffer_printf(out, "%s ", word_for(numbers, hundreds)->cardinal);
    if (hundreds)
        ph_buffer_put(out, ordinal && !rest ? hundred->ordinal : hundred->cardinal);
    if (hundreds && rest)
        ph_buffer_printf(out, " %s ", words->small[PH_WORD_AND]);
    if (tens)
        ph_buffer_put(out, ordinal && !units ? word_for(numbers, tens)->ordinal
                                             : word_for(numbers, tens)->cardinal);
    if (tens && units)
        ph_buffer_char(out, '-');
    if (units)
        ph_buffer_put(out, ordinal ? word_for(numbers, units)->ordinal
                                   : word_for(numbers, units)->cardinal);
}

static const char *write_words(const struct ph_lexicon *lexicon, int n, bool ordinal, char *out,
                               size_t size)
{
    struct ph_buffer spelled = {0};
    if (n >= 1 && n <= PH_ORDINAL_MAX && numbers_of(lexicon)->count)
        spell(ph_lexicon_words(lexicon), n, ordinal, &spelled);
    snprintf(out, size, "%s", ph_buffer_text(&spelled));
    ph_buffer_free(&spelled);
    return out;
}

const char *ph_ordinal(const struct ph_lexicon *lexicon, int n, char *out, size_t size)
{
    return write_words(lexicon, n, true, out, size);
}

const char *ph_cardinal(const struct ph_lexicon *lexicon, int n, char *out, size_t size)
{
    if (n == 0)
        snprintf(out, size, "%s", numbers_of(lexicon)->zero);
    else
        write_words(lexicon, n, false, out, size);
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

/* A word in small letters; "" when there is none or it is too long. */
typedef char number_letters[PH_NUMBER_LETTERS + 1];

/* Reads the word at *at and moves behind it. */
static void read_word(const char *text, size_t length, size_t *at, number_letters out)
{
    size_t n = 0;
    for (; is_letter(text, length, *at + n); n++)
        if (n < PH_NUMBER_LETTERS)
            out[n] = lower(text[*at + n]);
    out[n <= PH_NUMBER_LETTERS ? n : 0] = '\0';
    *at += n;
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

static bool is_small(char c)
{
    return c >= 'a' && c <= 'z';
}

/* Most words of a text are no number: their first two letters say so. */
static bool may_be_number(const struct ph_number_words *numbers, const char *word)
{
    return is_small(word[0]) && is_small(word[1]) && numbers->starts[word[0] - 'a'][word[1] - 'a'];
}

static bool is_word(const char *word, const char *other)
{
    return *word == *other && !strcmp(word, other);
}

/* The number that a word is; NULL: none. */
static const struct ph_number_word *find_word(const struct ph_number_words *numbers,
                                              const char *word)
{
    size_t i = may_be_number(numbers, word) ? 0 : numbers->count;
    while (i < numbers->count && !is_word(word, numbers->items[i].cardinal) &&
           !is_word(word, numbers->items[i].ordinal))
        i++;
    return i < numbers->count ? &numbers->items[i] : NULL;
}

static int parse_words(const struct ph_lexicon *lexicon, const char *text, size_t length,
                       bool ordinal, size_t *end)
{
    int total = 0, found = 0;
    bool joined = false; /* "and" was read last */
    const struct ph_number_words *numbers = numbers_of(lexicon);
    const char *and = ph_lexicon_words(lexicon)->small[PH_WORD_AND];
    number_letters word = {length > 0 ? lower(text[0]) : 0, length > 1 ? lower(text[1]) : 0};
    if (!may_be_number(numbers, word))
        return 0;
    for (size_t at = 0; at < length;) {
        read_word(text, length, &at, word);
        const struct ph_number_word *one = find_word(numbers, word);
        bool is_and = total >= 100 && total % 100 == 0 && !joined && !strcmp(word, and);
        if (!is_and && (!one || !combine(total, one->value)))
            break;
        bool is_last = !is_and && !strcmp(word, one->ordinal);
        total = is_and ? total : combine(total, one->value);
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

/* The bytes of a suffix that makes an ordinal of figures; 0: none stands there. */
static size_t suffix_at(const struct ph_number_words *numbers, const char *text, size_t length)
{
    for (size_t i = 0; i < numbers->suffix_count; i++) {
        const char *suffix = numbers->suffixes[i];
        size_t n = 0;
        while (suffix[n] && n < length && lower(text[n]) == suffix[n])
            n++;
        if (!suffix[n])
            return n;
    }
    return 0;
}

static int parse_digits(const struct ph_number_words *numbers, const char *text, size_t length,
                        bool ordinal, size_t *end)
{
    int n = 0;
    size_t at = 0;
    for (; at < length && is_digit(text[at]); at++) {
        if (at == 3)
            return 0;
        n = n * 10 + text[at] - '0';
    }
    size_t suffix = ordinal ? suffix_at(numbers, text + at, length - at) : 0;
    at += suffix;
    if ((suffix != 0) != ordinal || is_letter(text, length, at))
        return 0;
    *end = at;
    return n;
}

static int parse(const struct ph_lexicon *lexicon, const char *text, size_t length, bool ordinal,
                 size_t *end)
{
    size_t behind = 0;
    int n = length && is_digit(text[0])
                ? parse_digits(numbers_of(lexicon), text, length, ordinal, &behind)
                : parse_words(lexicon, text, length, ordinal, &behind);
    if (n && end)
        *end = behind;
    return n;
}

int ph_ordinal_parse(const struct ph_lexicon *lexicon, const char *text, size_t length, size_t *end)
{
    return parse(lexicon, text, length, true, end);
}

int ph_cardinal_parse(const struct ph_lexicon *lexicon, const char *text, size_t length,
                      size_t *end)
{
    return parse(lexicon, text, length, false, end);
}
