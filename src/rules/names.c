#include "rules/names.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "base/xml.h"
#include "rules/rows.h"

/* Bytes of a word that tell it, of the shortest whose "s" is a plural's; words of a name that are
 * no little ones, and in all. */
enum { STEM = 6, PLURAL = 4, FEWEST = 3, MOST = 24 };
enum { FILTER_BITS = 1 << 13 };

struct name {
    struct ph_term term; /* its `words` and `instead` are one */
    uint32_t key;        /* the sum of the hashes of its words' starts */
};

struct ph_names {
    char *little;       /* " of on for ": a space before and behind each */
    char *joint;        /* " and "; "": none joins the parts of a name */
    struct name *items; /* by key */
    size_t count, capacity;
    unsigned char starts[FILTER_BITS / 8]; /* which hashes of words' starts there are */
};

static bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

static bool is_letter(char c)
{
    return is_capital((char)(c & ~0x20)) || (unsigned char)c >= 0x80;
}

static char small(char c)
{
    return is_capital(c) ? (char)(c | 0x20) : c;
}

static bool is_little(const struct ph_names *names, const char *word, size_t length)
{
    char sought[16] = " ";
    if (length + 2 >= sizeof sought)
        return false;
    memcpy(sought + 1, word, length);
    sought[1] = small(*word);
    sought[length + 1] = ' ';
    sought[length + 2] = 0;
    return strstr(names->little, sought);
}

static size_t letters_at(const char *text)
{
    size_t length = 0;
    while (is_letter(text[length]) && !(text[length] == '\xE2' && text[length + 1] == '\x80') &&
           text[length] != '\xC2')
        length++;
    return length;
}

static uint32_t start_of(const char *word, size_t length)
{
    uint32_t sum = 2166136261u;
    length -= length >= PLURAL && word[length - 1] == 's';
    for (size_t i = 0; i < length && i < STEM; i++)
        sum = (sum ^ (unsigned char)small(word[i])) * 16777619u;
    return sum ^ sum >> 15;
}

static void mark(struct ph_names *names, uint32_t hash)
{
    names->starts[hash % FILTER_BITS / 8] |= (unsigned char)(1u << hash % 8);
}

static bool may_start(const struct ph_names *names, uint32_t hash)
{
    return names->starts[hash % FILTER_BITS / 8] >> hash % 8 & 1;
}

/* ---- the table ---- */

static uint32_t key_of(struct ph_names *names, const char *words)
{
    uint32_t key = 0;
    for (const char *at = words; *at;) {
        size_t length = letters_at(at);
        if (length && !is_little(names, at, length)) {
            key += start_of(at, length);
            mark(names, start_of(at, length));
        }
        at += length ? length : 1;
    }
    return key;
}

static int by_key(const void *a, const void *b)
{
    const struct name *x = a, *y = b;
    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    return strcmp(x->term.words, y->term.words); /* the same everywhere */
}

struct ph_names *ph_names_new(const xmlNode *element)
{
    struct ph_names *names = ph_alloc_zero(1, sizeof *names);
    struct ph_buffer little = {0};
    ph_buffer_printf(&little, " %s ", ph_xml_attribute(element, "little"));
    names->little = ph_buffer_take(&little);
    const char *joint = ph_xml_attribute(element, "joint");
    if (joint)
        ph_buffer_printf(&little, " %s ", joint);
    names->joint = ph_buffer_take(&little);
    struct ph_rows rows = ph_rows_of(element);
    for (struct ph_row row; ph_rows_next(&rows, &row);) {
        names->items = ph_grow(names->items, names->count, &names->capacity, sizeof *names->items);
        struct name *made = &names->items[names->count++];
        char *copy = ph_copy_n(row.words, row.words_length);
        made->term = (struct ph_term){copy, copy, copy + strlen(copy)};
        made->key = key_of(names, copy);
    }
    if (names->count)
        qsort(names->items, names->count, sizeof *names->items, by_key);
    return names;
}

void ph_names_free(struct ph_names *names)
{
    for (size_t i = 0; names && i < names->count; i++)
        free((char *)names->items[i].term.words);
    if (names) {
        free(names->items);
        free(names->little);
        free(names->joint);
    }
    free(names);
}

/* ---- finding ---- */

static const struct name *first_with(const struct ph_names *names, uint32_t key)
{
    size_t low = 0, high = names->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (names->items[middle].key < key)
            low = middle + 1;
        else
            high = middle;
    }
    return low < names->count && names->items[low].key == key ? &names->items[low] : NULL;
}

/* Whether the words of a text are a name, but for no-break spaces and an "s" at its first word. */
static bool is_name(const char *name, const char *text, size_t length)
{
    const char *end = text + length;
    bool first = true;
    for (; *name && text < end; name++, text++) {
        if (first && *text == 's' && *name != 's' && !is_letter(*name))
            text++;
        first = first && is_letter(*name);
        if (*name == ' ' && !memcmp(text, "\xC2\xA0", 2))
            text++;
        else if (*name != *text)
            return false;
    }
    return !*name && text == end;
}

/* How many commas, and words "and", the words hold: near names do not join more parts. */
static int joints(const struct ph_names *names, const char *text, size_t length)
{
    int count = 0;
    size_t width = strlen(names->joint);
    for (size_t i = 0; i < length; i++)
        count += text[i] == ',' ||
                 (width && length - i > width && !memcmp(text + i, names->joint, width));
    return count;
}

/* Whether only a space, a comma, a hyphen or an apostrophe stands between two words. */
static bool goes_on(const char *text, size_t from, size_t to)
{
    static const char *const gaps[] = {" ", ", ", "-", "\xC2\xA0", "\xE2\x80\x99"};
    for (size_t i = 0; i < sizeof gaps / sizeof *gaps; i++)
        if (strlen(gaps[i]) == to - from && !memcmp(gaps[i], text + from, to - from))
            return true;
    return false;
}

/* The longest of the names and near names that start at a word: *last becomes the number of its
 * last word. *exact: it is a name as it stands. */
static const struct name *longest_at(const struct ph_names *names, const struct ph_text *text,
                                     const struct ph_word *words, size_t count, size_t at,
                                     size_t *last, bool *exact)
{
    const struct name *longest = NULL;
    uint32_t key = 0;
    size_t end = words[at].from;
    int own = 0;
    for (size_t i = at; i < count && i < at + MOST; i++) {
        const char *word = text->bytes + words[i].from;
        size_t length = letters_at(word);
        if ((i > at && !goes_on(text->bytes, end, words[i].from)) || !length)
            break;
        end = words[i].from + length;
        if (is_little(names, word, length) || (length == 1 && *word == 's'))
            continue;
        uint32_t start = start_of(word, length);
        if (!(is_capital(*word) || text->bytes[words[i].from - 1] == '-') ||
            !may_start(names, start))
            break;
        key += start;
        const struct name *found = ++own < FEWEST ? NULL : first_with(names, key);
        if (!found)
            continue;
        longest = found;
        *last = i;
        *exact = false;
        for (; found < names->items + names->count && found->key == key && !*exact; found++)
            *exact = is_name(found->term.words, text->bytes + words[at].from, end - words[at].from);
        const char *meant = longest->term.words;
        *exact = *exact || text->bytes[end] == '-' ||
                 (text->bytes[end] == ' ' && is_capital(text->bytes[end + 1])) ||
                 joints(names, text->bytes + words[at].from, end - words[at].from) >
                     joints(names, meant, strlen(meant));
    }
    return longest;
}

/* Whether a capital word, or a sign, stands right before: the end of a longer name is none. */
static bool is_inside(const struct ph_text *text, const struct ph_word *words, size_t at)
{
    size_t from = words[at].from;
    if (!from || !at)
        return false;
    if (text->bytes[from - 1] == '/' || text->bytes[from - 1] == '-')
        return true;
    const char *before = text->bytes + words[at - 1].from;
    return is_capital(*before) && at > 1 && from - words[at - 1].from == letters_at(before) + 1;
}

const struct ph_term *ph_names_next(const struct ph_names *names, const struct ph_text *text,
                                    const struct ph_word *words, size_t count, size_t *at,
                                    size_t *from, size_t *end)
{
    while (*at < count) {
        size_t first = (*at)++, last = first;
        const char *word = text->bytes + words[first].from;
        bool exact = false;
        if (!is_capital(*word) || !may_start(names, start_of(word, letters_at(word))))
            continue;
        const struct name *found = longest_at(names, text, words, count, first, &last, &exact);
        if (!found)
            continue;
        *at = last + 1;
        *from = words[first].from;
        *end = words[last].from + letters_at(text->bytes + words[last].from);
        if (!exact && !is_inside(text, words, first))
            return &found->term;
    }
    return NULL;
}
