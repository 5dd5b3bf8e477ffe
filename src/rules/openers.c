#include "rules/openers.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "rules/terms_inside.h"

/* Bits of the filter: enough that nearly no word passes with which no term starts, and few enough
 * that they stay in the cache. */
enum { FILTER = 1 << 19 };

/* A term, by the hash that it is found by. */
struct entry {
    uint32_t hash;
    uint32_t table, term; /* their numbers */
    uint32_t words;       /* where they start, of the table's */
};

struct ph_term_index {
    struct ph_table *tables;      /* by number */
    struct entry *entries;        /* by slot, those of one slot in the order of their tables */
    uint32_t *slots;              /* by hash: the number of the first entry; one more: the end */
    uint32_t mask;                /* how many slots there are, a power of two, less 1 */
    uint64_t filter[FILTER / 64]; /* which hashes there may be */
};

/* ---- the index ---- */

static void mark(struct ph_term_index *index, uint32_t hash)
{
    index->filter[hash % FILTER / 64] |= UINT64_C(1) << hash % 64;
}

static inline bool may_have(const struct ph_term_index *index, uint32_t hash)
{
    return index->filter[hash % FILTER / 64] >> hash % 64 & 1;
}

/* How many terms each slot has, then where its entries end. */
static void measure_slots(struct ph_term_index *index, size_t count)
{
    for (size_t i = 0; i < count; i++)
        for (uint32_t k = 0; k < index->tables[i].count; k++)
            index->slots[index->tables[i].terms[k].hash & index->mask]++;
    for (uint32_t i = 0, end = 0; i <= index->mask + 1; i++)
        end = index->slots[i] += end;
}

/* From the last to the first: where a slot ended, it starts then. */
static void fill_slots(struct ph_term_index *index, size_t count)
{
    for (size_t i = count; i-- > 0;) {
        const struct ph_table *table = &index->tables[i];
        for (uint32_t k = (uint32_t)table->count; k-- > 0;) {
            const struct ph_table_term *term = &table->terms[k];
            mark(index, term->hash);
            index->entries[--index->slots[term->hash & index->mask]] =
                (struct entry){term->hash, (uint32_t)i, k, term->words};
        }
    }
}

struct ph_term_index *ph_term_index_new(struct ph_terms *const *tables, size_t count)
{
    struct ph_term_index *index = ph_alloc_zero(1, sizeof *index);
    size_t terms = 0, slots = 1;
    index->tables = ph_alloc_zero(count + 1, sizeof *index->tables);
    for (size_t i = 0; i < count; i++) {
        ph_terms_number(tables[i], i);
        index->tables[i] = *ph_terms_table(tables[i]);
        terms += index->tables[i].count;
    }
    while (slots < terms)
        slots *= 2;
    index->mask = (uint32_t)(slots - 1);
    index->slots = ph_alloc_zero(slots + 1, sizeof *index->slots);
    index->entries = ph_alloc((terms + 1) * sizeof *index->entries);
    measure_slots(index, count);
    fill_slots(index, count);
    return index;
}

void ph_term_index_free(struct ph_term_index *index)
{
    if (index) {
        free(index->tables);
        free(index->slots);
        free(index->entries);
    }
    free(index);
}

/* ---- what stands at a word ---- */

/* How many bytes of the text stand for one of a term that is not the same; 0: they do not. */
static size_t stands_for(const struct ph_table *table, unsigned char wanted,
                         const struct ph_text *text, size_t at)
{
    if (at >= text->length)
        return 0;
    if (wanted == ' ')
        return at + 1 < text->length && !memcmp(text->bytes + at, "\xC2\xA0", 2) ? 2 : 0;
    return table->head->any_case &&
           ph_word_small(wanted) == ph_word_small((unsigned char)text->bytes[at]);
}

/* The offset behind the term's words where they stand at `at`; 0: they do not. Behind a text stands
 * a 0, which no term has. */
static size_t stands(const struct ph_table *table, const char *words, const struct ph_text *text,
                     size_t at)
{
    for (const char *c = words; *c; c++) {
        const size_t bytes =
            *c == text->bytes[at] ? 1 : stands_for(table, (unsigned char)*c, text, at);
        if (!bytes)
            return 0;
        at += bytes;
    }
    return at == text->length || ph_word_gap(text->bytes, text->length, at) ? at : 0;
}

static size_t entry_stands(const struct ph_term_index *index, const struct entry *entry,
                           const struct ph_text *text, size_t from)
{
    const struct ph_table *table = &index->tables[entry->table];
    return stands(table, table->words + entry->words, text, from);
}

/* The entries that may have a hash: from *first on; returns where they end. */
static const struct entry *entries_of(const struct ph_term_index *index, uint32_t hash,
                                      const struct entry **first)
{
    const uint32_t slot = hash & index->mask;
    *first = index->entries + index->slots[slot];
    return index->entries + index->slots[slot + 1];
}

/* The bits of the tables that have a term of that hash which stands at a word. */
static inline uint64_t tables_with(const struct ph_term_index *index, uint32_t hash,
                                   const struct ph_text *text, size_t from)
{
    const struct entry *entry;
    uint64_t tables = 0;
    if (!may_have(index, hash)) /* nearly always */
        return 0;
    for (const struct entry *end = entries_of(index, hash, &entry); entry < end; entry++)
        if (entry->hash == hash && !(tables & ph_term_bit(entry->table)) &&
            entry_stands(index, entry, text, from))
            tables |= ph_term_bit(entry->table);
    return tables;
}

/* The longest term of that hash and table that stands at a word; NULL: none. */
static const struct entry *longest_with(const struct ph_openers *openers, size_t table,
                                        uint32_t hash, size_t from, size_t *end)
{
    const struct entry *entry, *longest = NULL;
    for (const struct entry *last = entries_of(openers->index, hash, &entry); entry < last;
         entry++) {
        if (entry->hash != hash || entry->table != table)
            continue;
        const size_t behind = entry_stands(openers->index, entry, openers->text, from);
        if (behind && (!longest || behind > *end)) {
            longest = entry;
            *end = behind;
        }
    }
    return longest;
}

/* ---- the words of a text ---- */

static void add(struct ph_openers *openers, const struct ph_word *word, uint64_t tables)
{
    openers->items =
        ph_grow(openers->items, openers->count, &openers->capacity, sizeof *openers->items);
    openers->items[openers->count++] = (struct ph_opener){word, tables};
    openers->all |= tables;
}

struct ph_openers ph_openers_of(const struct ph_term_index *index, const struct ph_text *text,
                                const struct ph_word *words, size_t count)
{
    struct ph_openers openers = {.index = index, .text = text};
    for (size_t i = 0; i < count; i++) {
        const struct ph_word *word = &words[i];
        const uint64_t tables = tables_with(index, (uint32_t)word->hash, text, word->from) |
                                tables_with(index, word->pair, text, word->from) |
                                tables_with(index, word->three, text, word->from);
        if (tables)
            add(&openers, word, tables);
    }
    return openers;
}

void ph_openers_free(struct ph_openers *openers)
{
    free(openers->items);
    *openers = (struct ph_openers){.count = 0};
}

/* The longest term of the table that stands at a word: that of more words is longer. */
static const struct entry *longest_at(const struct ph_openers *openers, size_t table,
                                      const struct ph_word *word, size_t *end)
{
    const struct entry *found = longest_with(openers, table, word->three, word->from, end);
    if (!found)
        found = longest_with(openers, table, word->pair, word->from, end);
    return found ? found : longest_with(openers, table, (uint32_t)word->hash, word->from, end);
}

const struct ph_term *ph_openers_next(const struct ph_openers *openers, struct ph_terms *terms,
                                      size_t *at, size_t *from, size_t *end)
{
    const size_t number = ph_terms_number_of(terms);
    const struct entry *found = NULL;
    size_t i = *at;
    for (; i < openers->count && !found; i++) {
        if (!(openers->items[i].tables & ph_term_bit(number)))
            continue;
        *from = openers->items[i].word->from;
        found = longest_at(openers, number, openers->items[i].word, end);
    }
    while (found && i < openers->count && openers->items[i].word->from < *end)
        i++;
    *at = i;
    return found ? ph_terms_give(terms, found->term) : NULL;
}
