#include "rules/terms.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/xml.h"
#include "rules/names.h"
#include "rules/rows.h"
#include "rules/spelling.h"

/* So many bits of the filter for each term: nearly no other word passes. */
enum { FILTER_SHARE = 16 };

struct entry {
    struct ph_term term;
    uint32_t hash; /* of its word; of several the first two */
    uint32_t next; /* the number of another in the same slot, plus 1; 0: none */
};

/* The slip that was found last. */
struct slip {
    struct ph_term term; /* of the words here */
    char words[PH_SLIP + 1], instead[2 * PH_SLIP + 2], since[1];
};

struct ph_terms {
    struct ph_names *names;       /* the terms are names that may stand nearly so; else NULL */
    struct ph_spelling *spelling; /* the terms are slips of the pen; else NULL */
    struct slip *slip;
    bool any_case;
    struct entry *items;
    size_t count, capacity;
    uint32_t *slots;       /* by hash: the number of an item, plus 1; 0: none */
    size_t mask;           /* how many there are, a power of two, less 1 */
    unsigned char *filter; /* which hashes there may be, a bit each; NULL, of slips: any */
    size_t filter_mask;    /* how many bits, a power of two, less 1 */
};

/* By which a term is found. */
static uint32_t hash_of_term(const char *words, size_t length)
{
    uint32_t first, second;
    size_t at = ph_word_hash(words, length, 0, &first);
    for (size_t gap; at < length && (gap = words[at] == ' ' ? 1 : ph_word_gap(words, length, at));)
        at += gap;
    if (at >= length)
        return first;
    ph_word_hash(words, length, at, &second);
    return ph_word_hash_of_two(first, second);
}

/* ---- the table ---- */

/* Writes words and an ending; returns where the next string may start. */
static char *write_joined(char *out, const char *words, size_t stem, const char *ending,
                          size_t length)
{
    memcpy(out, words, stem);
    memcpy(out + stem, ending, length);
    out[stem + length] = 0;
    return out + stem + length + 1;
}

/* A term in one piece of memory: of a line both parts are copied at once, with what is between. */
static struct ph_term make_of_line(struct ph_arena *arena, const struct ph_row *row)
{
    const size_t skip = (size_t)(row->instead - row->words), size = skip + row->instead_length;
    char *made = ph_arena_alloc(arena, size + 1);
    memcpy(made, row->words, size);
    made[row->words_length] = made[size] = 0;
    return (struct ph_term){made, made + skip, made + size};
}

/* Nothing is copied; what nothing is said of is the empty end of what stands before. */
static struct ph_term make_of_own(const struct ph_row *row)
{
    char *instead =
        row->own + (row->of_line ? (size_t)(row->instead - row->words) : row->words_length);
    return (struct ph_term){row->own, instead, instead + row->instead_length};
}

static struct ph_term make_term(struct ph_arena *arena, const struct ph_row *row,
                                const char *ending, size_t length)
{
    if (!length && row->own)
        return make_of_own(row);
    if (!length && row->of_line)
        return make_of_line(arena, row);
    size_t other = row->instead_length ? length : 0;
    size_t size = row->words_length + row->instead_length + row->since_length + 2 * length + 3;
    struct ph_term made = {.words = ph_arena_alloc(arena, size)};
    made.instead = write_joined(made.words, row->words, row->words_length, ending, length);
    made.since = write_joined(made.instead, row->instead, row->instead_length, ending, other);
    write_joined(made.since, row->since, row->since_length, "", 0);
    return made;
}

static void add(struct ph_terms *terms, struct ph_arena *arena, const struct ph_row *row,
                const char *ending, size_t length)
{
    terms->items = ph_grow(terms->items, terms->count, &terms->capacity, sizeof *terms->items);
    struct entry *made = &terms->items[terms->count++];
    made->term = make_term(arena, row, ending, length);
    made->hash = hash_of_term(made->term.words, row->words_length + length);
}

/* false: the table is full. */
static bool add_with_endings(struct ph_terms *terms, struct ph_arena *arena,
                             const struct ph_row *row, const char *endings)
{
    do {
        if (terms->count == PH_TERMS)
            return false;
        size_t length = *endings ? strcspn(endings, " ") : 0; /* most have none */
        add(terms, arena, row, endings, length);
        endings += length + (endings[length] == ' ');
    } while (*endings);
    return true;
}

/* The slots of all that were added, and the filter. */
static void make_slots(struct ph_terms *terms)
{
    size_t size = 1, bits = CHAR_BIT;
    while (size < 2 * terms->count)
        size *= 2;
    while (bits < FILTER_SHARE * terms->count)
        bits *= 2;
    terms->slots = ph_alloc_zero(size, sizeof *terms->slots);
    terms->mask = size - 1;
    terms->filter = ph_alloc_zero(bits / CHAR_BIT, 1);
    terms->filter_mask = bits - 1;
    for (size_t i = terms->count; i-- > 0;) {
        const uint32_t hash = terms->items[i].hash;
        uint32_t *slot = &terms->slots[hash & terms->mask];
        terms->filter[(hash & terms->filter_mask) / 8] |= (unsigned char)(1u << hash % 8);
        terms->items[i].next = *slot;
        *slot = (uint32_t)i + 1;
    }
}

struct ph_terms *ph_terms_new(const xmlNode *element, char *lines, struct ph_arena *arena)
{
    struct ph_terms *terms = ph_alloc_zero(1, sizeof *terms);
    const char *letters = ph_xml_attribute(element, "case");
    const char *endings = ph_xml_attribute(element, "endings");
    terms->any_case = letters && !strcmp(letters, "any");
    if (ph_xml_attribute(element, "little")) {
        terms->names = ph_names_new(element, lines);
        return terms;
    }
    struct ph_rows rows = ph_rows_of(element, lines);
    for (struct ph_row row; ph_rows_next(&rows, &row);)
        if (!add_with_endings(terms, arena, &row, endings ? endings : "")) {
            ph_terms_free(terms);
            return NULL;
        }
    make_slots(terms);
    return terms;
}

enum ph_status ph_terms_slips(const char *path, struct ph_terms **terms, struct ph_error *error)
{
    *terms = ph_alloc_zero(1, sizeof **terms);
    struct slip *slip = ph_alloc_zero(1, sizeof *slip);
    slip->term = (struct ph_term){slip->words, slip->instead, slip->since};
    (*terms)->slip = slip;
    enum ph_status status = ph_spelling_load(path, &(*terms)->spelling, error);
    if (status != PH_OK) {
        ph_terms_free(*terms);
        *terms = NULL;
    }
    return status;
}

void ph_terms_free(struct ph_terms *terms)
{
    if (terms) {
        ph_names_free(terms->names);
        ph_spelling_free(terms->spelling);
        free(terms->slip);
        free(terms->items);
        free(terms->slots);
        free(terms->filter);
    }
    free(terms);
}

/* ---- starts ---- */

bool ph_terms_are_slips(const struct ph_terms *terms)
{
    return terms->spelling != NULL;
}

bool ph_terms_start_anywhere(const struct ph_terms *terms)
{
    return terms->spelling || terms->names;
}

/* By its first term. */
uint64_t ph_terms_bits(const struct ph_terms *terms)
{
    return terms->count ? UINT64_C(1) << terms->items[0].hash % 64 : 0;
}

static inline bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

void ph_terms_add_starts(const struct ph_terms *terms, struct ph_term_starts *starts)
{
    for (size_t i = 0; i < terms->count; i++) {
        const uint32_t hash = terms->items[i].hash;
        const bool capital = !terms->any_case && is_capital(terms->items[i].term.words[0]);
        uint64_t *starting = capital ? starts->capitals : starts->any;
        starting[hash % PH_TERM_HASHES / 64] |= UINT64_C(1) << hash % 64;
        starts->tables[hash % PH_TERM_STARTS] |= ph_terms_bits(terms);
    }
}

/* The tables that have a term which starts with that hash. */
static inline uint64_t tables_of(const struct ph_term_starts *starts, uint32_t hash, bool capital)
{
    const size_t at = hash % PH_TERM_HASHES / 64;
    const uint64_t starting = starts->any[at] | (capital ? starts->capitals[at] : 0);
    return starting >> hash % 64 & 1 ? starts->tables[hash % PH_TERM_STARTS] : 0;
}

struct ph_openers ph_openers_of(const struct ph_text *text, const struct ph_word *words,
                                size_t count, const struct ph_term_starts *starts)
{
    struct ph_openers openers = {.words = ph_alloc(count * sizeof *openers.words),
                                 .tables = ph_alloc(count * sizeof *openers.tables)};
    for (size_t i = 0; i < count; i++) {
        const bool capital = is_capital(text->bytes[words[i].from]);
        const uint64_t here =
            tables_of(starts, words[i].hash, capital) | tables_of(starts, words[i].pair, capital);
        openers.words[openers.count] = words[i];
        openers.tables[openers.count] = here;
        openers.count += here != 0;
        openers.all |= here;
    }
    return openers;
}

void ph_openers_free(struct ph_openers *openers)
{
    free(openers->words);
    free(openers->tables);
    *openers = (struct ph_openers){.count = 0};
}

/* ---- finding ---- */

/* The offset behind the term's words where they stand at `at`; 0: they do not. */
static size_t stands(const struct ph_terms *terms, const struct entry *entry,
                     const struct ph_text *text, size_t at)
{
    for (const char *c = entry->term.words; *c; c++, at++) {
        if (at >= text->length)
            return 0;
        unsigned char wanted = (unsigned char)*c, byte = (unsigned char)text->bytes[at];
        bool no_break = at + 1 < text->length && !memcmp(text->bytes + at, "\xC2\xA0", 2);
        if (wanted == ' ' && no_break)
            at++;
        else if (wanted != byte &&
                 !(terms->any_case && ph_word_small(wanted) == ph_word_small(byte)))
            return 0;
    }
    return at == text->length || ph_word_gap(text->bytes, text->length, at) ? at : 0;
}

static const struct ph_term *slip_at(const struct ph_terms *terms, const struct ph_text *text,
                                     const struct ph_word *word, size_t *end)
{
    const char *here = text->bytes + word->from;
    if (ph_spelling_knows(terms->spelling, here, word->length, word->hash))
        return NULL;
    const char *meant = ph_spelling_meant(terms->spelling, text, word->from, end);
    if (!meant)
        return NULL;
    snprintf(terms->slip->words, sizeof terms->slip->words, "%.*s", (int)(*end - word->from), here);
    terms->slip->words[0] = (char)ph_word_small((unsigned char)terms->slip->words[0]);
    snprintf(terms->slip->instead, sizeof terms->slip->instead, "%s", meant);
    return &terms->slip->term;
}

static inline bool may_start(const struct ph_terms *terms, uint32_t hash)
{
    return !terms->filter || terms->filter[(hash & terms->filter_mask) / 8] >> hash % 8 & 1;
}

/* The longest term of that hash that stands at a word. */
static const struct ph_term *longest_with(const struct ph_terms *terms, uint32_t hash,
                                          const struct ph_text *text, size_t from, size_t *end)
{
    const struct ph_term *longest = NULL;
    if (!may_start(terms, hash))
        return NULL;
    for (uint32_t i = terms->slots[hash & terms->mask]; i; i = terms->items[i - 1].next) {
        const struct entry *entry = &terms->items[i - 1];
        const size_t behind = entry->hash == hash ? stands(terms, entry, text, from) : 0;
        if (behind && (!longest || behind > *end)) {
            longest = &entry->term;
            *end = behind;
        }
    }
    return longest;
}

/* The longest term of the table that stands at a word: one of several words, if any. */
static const struct ph_term *longest_at(const struct ph_terms *terms, const struct ph_text *text,
                                        const struct ph_word *word, size_t *end)
{
    if (terms->spelling)
        return slip_at(terms, text, word, end);
    const struct ph_term *found = longest_with(terms, word->pair, text, word->from, end);
    return found ? found : longest_with(terms, word->hash, text, word->from, end);
}

const struct ph_term *ph_terms_next(const struct ph_terms *terms, const struct ph_text *text,
                                    const struct ph_word *words, const uint64_t *tables,
                                    size_t count, size_t *at, size_t *from, size_t *end)
{
    const struct ph_term *found = NULL;
    const uint64_t bits = ph_terms_bits(terms);
    if (terms->names)
        return ph_names_next(terms->names, text, words, count, at, from, end);
    size_t i = *at;
    for (; i < count && !found; i++) {
        if (tables && !(tables[i] & bits)) /* nearly all */
            continue;
        found = longest_at(terms, text, &words[i], end);
        *from = words[i].from;
    }
    while (found && i < count && words[i].from < *end)
        i++;
    *at = i;
    return found;
}
