/* With what letters a match of a pattern may start, read off the pattern. */
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/grams.h"
#include "base/memory.h"
#include "base/regex_items.h"
#include "base/word_starts_inside.h"

/* ---- characters ---- */

/* What a class may take, and what of that it takes all of: what is left when it is turned round. */
struct class
{
    uint64_t some, whole;
};

static const struct class anything = {ALL, 0};

/* "\p{Lu}", "\d", "\s"; NULL: not one of those that are known. */
static const struct class *named(const char *c, const char *end)
{
    static const struct {
        const char *name;
        struct class class;
    } names[] = {{"\\d", {DIGITS | BEYOND, DIGITS}},
                 {"\\w", {ALL, LETTERS | DIGITS}},
                 {"\\s", {SPACES | BEYOND, 0}},
                 {"\\h", {SPACES | BEYOND, 0}},
                 {"\\S", {ALL, LETTERS | DIGITS}},
                 {"\\p{L}", {LETTERS | BEYOND, LETTERS}},
                 {"\\p{Lu}", {CAPITALS | BEYOND, CAPITALS}},
                 {"\\p{Ll}", {SMALL_LETTERS | BEYOND, SMALL_LETTERS}},
                 {"\\p{N}", {DIGITS | BEYOND, DIGITS}}};
    const size_t length = (size_t)(end - c);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (strlen(names[i].name) == length && !strncmp(names[i].name, c, length))
            return &names[i].class;
    return NULL;
}

static uint64_t in_both_cases(uint64_t set)
{
    const uint64_t letters = (set & SMALL_LETTERS) | (set & CAPITALS) >> PH_CODE_CAPITAL;
    return set | letters | letters << PH_CODE_CAPITAL;
}

/* The byte of ASCII that a member is, "\-" too; 0: another. */
static unsigned char byte_of(const char *c, const char *end)
{
    const bool escaped = *c == '\\' && end == c + 2 && ispunct((unsigned char)c[1]);
    if (!escaped && end != c + 1)
        return 0;
    return (unsigned char)c[escaped] < 0x80 ? (unsigned char)c[escaped] : 0;
}

static struct class range_of(unsigned char first, unsigned char last)
{
    uint64_t set = 0;
    for (unsigned byte = first; byte <= last; byte++)
        set |= BIT(ph_word_code((unsigned char)byte));
    const bool all_digits = first <= '0' && last >= '9';
    return (struct class){set, set & (LETTERS | (all_digits ? DIGITS : 0))};
}

/* The next member of "[...]", or range of members; *at goes behind it. */
static struct class next_member(const char **at, const char *end)
{
    const char *c = *at, *behind = ph_regex_over_member(c);
    const bool is_range = behind + 1 < end && *behind == '-';
    const char *last = is_range ? behind + 1 : c;
    *at = is_range ? ph_regex_over_member(last) : behind;
    const unsigned char low = byte_of(c, behind), high = byte_of(last, *at);
    const struct class *name = is_range ? NULL : named(c, behind);
    if (name)
        return *name;
    if (!is_range && (unsigned char)*c >= 0x80)
        return (struct class){BEYOND, 0};
    return low && high ? range_of(low, high) : anything;
}

/* All from c to `end`. */
static struct class members_of(const char *c, const char *end)
{
    struct class all = {0, 0};
    while (c < end) {
        struct class one = next_member(&c, end);
        all.some |= one.some;
        all.whole |= one.whole;
    }
    return all;
}

static uint64_t bracketed(const char *c, const char *end, bool caseless)
{
    const bool turned = c[1] == '^';
    const struct class all = members_of(c + (turned ? 2 : 1), end - 1);
    if (turned)
        return ALL & ~all.whole;
    return caseless ? in_both_cases(all.some) | BEYOND : all.some;
}

/* Whether an item takes just one character. */
static bool is_one_character(const struct ph_regex_item *item)
{
    const char *c = item->from;
    return item->kind == PH_REGEX_CHARACTERS || *c == '[' || *c == '.' ||
           (*c == '\\' && named(c, item->to));
}

/* What that may start with. */
static uint64_t codes_of_item(const struct ph_regex_item *item, bool caseless)
{
    const char *c = item->from;
    if (*c == '[')
        return bracketed(c, item->to, caseless);
    if (*c == '\\' && named(c, item->to))
        return named(c, item->to)->some;
    if (item->kind != PH_REGEX_CHARACTERS)
        return ALL;
    const uint64_t set = BIT(ph_word_code(item->characters[0].byte));
    return item->characters[0].any ? in_both_cases(set) | BEYOND : set;
}

static bool is_text_start(const struct ph_regex_item *item)
{
    return item->kind == PH_REGEX_CHARACTERS && item->characters[0].byte == PH_TEXT_START;
}

/* "^", "$". */
static bool is_text_edge(const struct ph_regex_item *item)
{
    return is_text_start(item) ||
           (item->kind == PH_REGEX_CHARACTERS && item->characters[0].byte == PH_TEXT_END);
}

/* ---- patterns ---- */

/* What is read on behind the end of a group. */
struct rest {
    struct ph_regex_reader reader;
    const struct rest *behind; /* NULL: the pattern ends */
    bool is_open;              /* nothing is known behind its end */
};

/* A way into the pattern: what the first bytes may be, as far as they are known. */
struct way {
    uint64_t sets[PH_START];
    size_t count;
    bool at_edge;  /* no letter stands before the first */
    bool at_start; /* nothing does */
};

enum { MOST_STEPS = 3000 };
/* How many bytes of a pattern with many ways into it are looked at, and how many fewer at each new
 * try. */
enum { LEAST_DEPTH = 4, LESS = 4 };

struct walker {
    struct way ways[PH_MOST_WAYS];
    size_t count;
    size_t depth;       /* how many bytes are looked at */
    size_t steps;       /* so far */
    bool lost;          /* nothing is known, or too much */
    bool inside_a_text; /* a match may start behind the start of the text */
};

/* At how many places the sets of two ways are not the same; 0 where the second has nothing new. */
static size_t difference(const struct way *known, const struct way *way)
{
    size_t differ = 0;
    uint64_t more = 0;
    for (size_t k = 0; k < PH_START; k++) {
        differ += known->sets[k] != way->sets[k];
        more |= way->sets[k] & ~known->sets[k];
    }
    return more ? differ : 0;
}

/* Two ways that differ at one place are one, and where there are too many, two that are nearly the
 * same: that takes what both take, and then more. */
static void add_way(struct walker *walker, const struct way *way)
{
    size_t nearest = 0, least = PH_START + 1;
    for (size_t i = 0; i < walker->count && least; i++) {
        const size_t differ = difference(&walker->ways[i], way);
        if (differ < least) {
            least = differ;
            nearest = i;
        }
    }
    if (least > 1 && walker->count < PH_MOST_WAYS) {
        walker->ways[walker->count++] = *way;
        return;
    }
    walker->lost |= least > 1 && walker->depth > LEAST_DEPTH;
    for (size_t k = 0; k < PH_START; k++)
        walker->ways[nearest].sets[k] |= way->sets[k];
}

/* A way is known as far as it is: the bytes behind are any. */
static void arrive(struct walker *walker, struct way way)
{
    walker->lost |= !way.count || way.sets[0] & (way.at_edge ? SPACES : SPACES | SMALL_LETTERS);
    walker->inside_a_text |= !way.at_start;
    while (way.count < PH_START)
        way.sets[way.count++] = ALL;
    if (!walker->lost)
        add_way(walker, &way);
}

static void walk(struct walker *walker, const struct rest *rest, struct way way);

/* A character that is one of the set, and may come again so many times. */
static void walk_characters(struct walker *walker, const struct rest *rest,
                            const struct ph_regex_item *item, uint64_t set, struct way way)
{
    size_t least = item->least, most = item->most;
    for (;; least -= least > 0, most--) {
        if (!least)
            walk(walker, rest, way);
        if (!most || way.count == walker->depth)
            break;
        if (set & BEYOND) { /* of more bytes than one */
            struct way wide = way;
            wide.sets[wide.count++] = BEYOND;
            arrive(walker, wide);
        }
        if (!(set & ~BEYOND))
            return;
        way.sets[way.count++] = set & ~BEYOND;
    }
    if (way.count == walker->depth && least)
        arrive(walker, way);
}

static void walk_group(struct walker *walker, const struct rest *rest,
                       const struct ph_regex_item *item, struct way way)
{
    struct rest inside = {.reader = rest->reader, .behind = rest};
    struct ph_regex_item skipped;
    inside.reader.at = item->inside;
    inside.reader.end = item->inside_end;
    inside.is_open = item->kind == PH_REGEX_PLACE || (item->most > 1 && *item->to != '?');
    if (!item->inside)
        arrive(walker, way);
    else if (item->least == 0)
        walk(walker, rest, way);
    for (bool more = item->inside; more; more = ph_regex_read_bar(&inside.reader)) {
        walk(walker, &inside, way);
        while (ph_regex_read(&inside.reader, &skipped))
            continue;
    }
}

/* Whether an odd number of backslashes stands before it; something that is none must before them.
 */
static bool is_escaped(const char *c)
{
    bool escaped = false;
    while (*--c == '\\')
        escaped = !escaped;
    return escaped;
}

/* Whether all alternatives do. A space stands for none in a pattern that may be written at length.
 */
static bool end_with_space(const char *c, const char *end, bool extended)
{
    for (; c <= end; c++) {
        const bool ends = c == end || *c == '|';
        const bool space =
            ends && ((c[-1] == ' ' && !extended) || (c[-1] == 's' && is_escaped(c - 1)));
        if ((ends && !space) || (c < end && *c == '('))
            return false;
        if (c < end && *c == '[')
            c = ph_regex_over_class(c) - 1;
    }
    return true;
}

/* Whether no letter can stand before what comes behind an item that takes no words:
 * "(?<![\p{L}-])", "(?<=\p{Ll} )". */
static bool is_edge(const struct ph_regex_item *item, bool extended)
{
    const char *c = item->from;
    const size_t length = (size_t)(item->to - c);
    if (!item->least)
        return false;
    if (item->kind == PH_REGEX_WORD_EDGE)
        return true;
    if (!item->behind || length < 7)
        return false;
    if (!strncmp(c, "(?<=", 4))
        return end_with_space(c + 4, item->to - 1, extended);
    if (c[4] != '[' || c[5] == '^')
        return false;
    const char *end = ph_regex_over_class(c + 4);
    return strchr("|)", *end) && (members_of(c + 5, end - 1).whole & LETTERS) == LETTERS;
}

/* An item that takes no words. */
static void walk_place(struct walker *walker, const struct rest *rest,
                       const struct ph_regex_item *item, struct way way)
{
    const bool ahead = item->kind == PH_REGEX_PLACE && item->inside && !item->behind;
    if (!way.count) {
        way.at_start |= is_text_start(item);
        way.at_edge |= way.at_start || is_edge(item, rest->reader.extended);
    }
    if (way.count && is_text_edge(item) && !is_text_start(item)) {
        way.sets[way.count++] = SPACES; /* as the end of a text counts */
        arrive(walker, way);
    } else if (way.count && ahead) {
        walk_group(walker, rest, item, way);
    } else {
        walk(walker, rest, way);
    }
}

/* From where `rest` is read to where enough bytes are known. */
static void walk(struct walker *walker, const struct rest *rest, struct way way)
{
    struct rest here = *rest;
    struct ph_regex_item item;
    walker->lost |= ++walker->steps > MOST_STEPS;
    if (walker->lost)
        return;
    if (way.count == walker->depth || !ph_regex_read(&here.reader, &item)) {
        if (way.count == walker->depth || !rest->behind || rest->is_open)
            arrive(walker, way);
        else
            walk(walker, rest->behind, way);
    } else if (item.kind == PH_REGEX_WORD_EDGE || item.kind == PH_REGEX_PLACE ||
               is_text_edge(&item)) {
        walk_place(walker, &here, &item, way);
    } else if (item.kind == PH_REGEX_GROUP) {
        walk_group(walker, &here, &item, way);
    } else if (!is_one_character(&item)) {
        arrive(walker, way);
    } else {
        walk_characters(walker, &here, &item, codes_of_item(&item, here.reader.caseless), way);
    }
}

static void walk_all(struct walker *walker, const struct rest *pattern)
{
    struct rest all = *pattern;
    do {
        struct ph_regex_item skipped;
        walk(walker, &all, (struct way){.count = 0});
        while (ph_regex_read(&all.reader, &skipped))
            continue;
    } while (ph_regex_read_bar(&all.reader));
}

size_t ph_pattern_starts_size(const struct ph_pattern_starts *starts)
{
    if (starts->sets[0] >> PH_CODES || starts->eights > PH_MOST_WAYS / 8)
        return 0;
    return (sizeof *starts + ph_ways_at(starts, PH_START, 0) + sizeof(uint64_t) + 7) / 8 * 8;
}

static void put_way(struct ph_pattern_starts *starts, const struct way *way, size_t number)
{
    for (size_t k = 0; k < PH_START; k++)
        for (uint64_t left = way->sets[k]; left; left &= left - 1)
            starts->ways[ph_ways_at(starts, k, (size_t)__builtin_ctzll(left)) + number / 8] |=
                (uint8_t)(1u << number % 8);
    for (size_t k = 0; k < PH_START_SETS; k++)
        starts->sets[k] |= way->sets[k];
}

static struct ph_pattern_starts *starts_of(const struct walker *walker)
{
    struct ph_pattern_starts made = {.eights = (walker->count + 7) / 8};
    struct ph_pattern_starts *starts = ph_alloc_zero(1, ph_pattern_starts_size(&made));
    *starts = made;
    for (size_t i = 0; i < walker->count; i++)
        put_way(starts, &walker->ways[i], i);
    return starts;
}

/* A pattern with many ways into it is looked into less far. */
struct ph_pattern_starts *ph_pattern_starts(const char *pattern, bool extended, bool caseless)
{
    struct rest all = {.reader = {.at = pattern,
                                  .end = pattern + strlen(pattern),
                                  .extended = extended,
                                  .caseless = caseless}};
    struct walker walker = {.lost = true};
    /* "\\G" is where a search starts, and that is where it is tried */
    if (!ph_regex_is_plain(&all.reader) || strstr(pattern, "\\G"))
        return NULL;
    for (size_t depth = PH_START; depth >= LEAST_DEPTH && walker.lost; depth -= LESS) {
        walker = (struct walker){.depth = depth};
        walk_all(&walker, &all);
    }
    return walker.lost || !walker.inside_a_text ? NULL : starts_of(&walker);
}
