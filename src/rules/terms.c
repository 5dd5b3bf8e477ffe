#include "rules/terms.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/xml.h"
#include "rules/names.h"
#include "rules/spelling.h"
#include "rules/terms_inside.h"

/* The slip that was found last. */
struct slip {
    struct ph_term term; /* of the words here */
    char words[PH_SLIP + 1], instead[2 * PH_SLIP + 2], since[1];
};

struct ph_terms {
    struct ph_names *names;       /* the terms are names that may stand nearly so; else NULL */
    struct ph_spelling *spelling; /* the terms are slips of the pen; else NULL */
    struct slip *slip;
    unsigned bit;              /* that stands for the table among those of one check */
    struct ph_table table;     /* else; of slips and names: all NULL */
    struct ph_table_head *own; /* what was made for it; NULL: it stands elsewhere */
    struct ph_term found;      /* last */
};

/* ---- the table ---- */

struct ph_terms *ph_terms_new(const xmlNode *element)
{
    struct ph_terms *terms = ph_alloc_zero(1, sizeof *terms);
    if (ph_xml_attribute(element, "little")) {
        terms->names = ph_names_new(element);
        return terms;
    }
    terms->own = ph_table_new(element);
    if (!terms->own || !ph_table_of(terms->own, terms->own->size, &terms->table)) {
        ph_terms_free(terms);
        return NULL;
    }
    return terms;
}

struct ph_terms *ph_terms_of_part(const void *bytes, size_t size)
{
    struct ph_table table;
    if (!ph_table_of(bytes, size, &table))
        return NULL;
    struct ph_terms *terms = ph_alloc_zero(1, sizeof *terms);
    terms->table = table;
    return terms;
}

const void *ph_terms_part(const struct ph_terms *terms, size_t *size)
{
    *size = terms->table.head ? terms->table.head->size : 0;
    return terms->table.head;
}

static struct ph_terms *slips_of(struct ph_spelling *spelling)
{
    struct ph_terms *terms = ph_alloc_zero(1, sizeof *terms);
    struct slip *slip = ph_alloc_zero(1, sizeof *slip);
    slip->term = (struct ph_term){slip->words, slip->instead, slip->since};
    terms->slip = slip;
    terms->spelling = spelling;
    return terms;
}

enum ph_status ph_terms_slips(const char *path, struct ph_terms **terms, struct ph_error *error)
{
    struct ph_spelling *spelling;
    enum ph_status status = ph_spelling_load(path, &spelling, error);
    *terms = status == PH_OK ? slips_of(spelling) : NULL;
    return status;
}

struct ph_terms *ph_terms_slips_of_pack(const struct ph_pack *pack)
{
    struct ph_spelling *spelling = ph_spelling_of_pack(pack);
    return spelling ? slips_of(spelling) : NULL;
}

void ph_terms_pack_slips(const struct ph_terms *slips, struct ph_pack_maker *maker)
{
    ph_spelling_pack(slips->spelling, maker);
}

void ph_terms_free(struct ph_terms *terms)
{
    if (terms) {
        ph_names_free(terms->names);
        ph_spelling_free(terms->spelling);
        free(terms->slip);
        free(terms->own);
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

void ph_terms_number(struct ph_terms *terms, size_t number)
{
    terms->bit = number % 64;
}

uint64_t ph_terms_bits(const struct ph_terms *terms)
{
    const struct ph_table_head *head = terms->table.head;
    return head && head->terms ? UINT64_C(1) << terms->bit : 0;
}

static inline bool is_capital(char c)
{
    return c >= 'A' && c <= 'Z';
}

void ph_terms_add_starts(const struct ph_terms *terms, struct ph_term_starts *starts)
{
    const struct ph_table *table = &terms->table;
    const uint64_t bits = ph_terms_bits(terms);
    for (uint32_t i = 0; table->head && i < table->head->terms; i++) {
        const struct ph_table_term *term = &table->terms[i];
        const uint32_t hash = term->hash;
        const bool capital = !table->head->any_case && is_capital(table->words[term->words]);
        uint64_t *starting = capital ? starts->capitals : starts->any;
        starting[hash % PH_TERM_HASHES / 64] |= UINT64_C(1) << hash % 64;
        starts->tables[hash % PH_TERM_STARTS] |= bits;
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
static size_t stands(const struct ph_table *table, const struct ph_table_term *term,
                     const struct ph_text *text, size_t at)
{
    for (const char *c = table->words + term->words; *c; c++) {
        const size_t bytes =
            *c == text->bytes[at] ? 1 : stands_for(table, (unsigned char)*c, text, at);
        if (!bytes)
            return 0;
        at += bytes;
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

static inline bool may_start(const struct ph_table *table, uint32_t hash)
{
    const uint32_t bit = hash & (table->head->filter * CHAR_BIT - 1);
    return table->filter[bit / CHAR_BIT] >> bit % CHAR_BIT & 1;
}

/* The longest term of that hash that stands at a word. */
static const struct ph_table_term *longest_with(const struct ph_table *table, uint32_t hash,
                                                const struct ph_text *text, size_t from,
                                                size_t *end)
{
    const struct ph_table_term *longest = NULL;
    for (uint32_t i = table->slots[hash & (table->head->slots - 1)]; i;
         i = table->terms[i - 1].next) {
        const struct ph_table_term *term = &table->terms[i - 1];
        const size_t behind = term->hash == hash ? stands(table, term, text, from) : 0;
        if (behind && (!longest || behind > *end)) {
            longest = term;
            *end = behind;
        }
    }
    return longest;
}

/* The longest term of the table that stands at a word: one of several words, if any. */
static const struct ph_term *longest_at(struct ph_terms *terms, const struct ph_text *text,
                                        const struct ph_word *word, size_t *end)
{
    const struct ph_table *table = &terms->table;
    if (terms->spelling)
        return slip_at(terms, text, word, end);
    const struct ph_table_term *found = NULL;
    if (may_start(table, word->pair))
        found = longest_with(table, word->pair, text, word->from, end);
    if (!found && may_start(table, word->hash))
        found = longest_with(table, word->hash, text, word->from, end);
    if (!found)
        return NULL;
    terms->found = (struct ph_term){table->words + found->words, table->words + found->instead,
                                    table->words + found->since};
    return &terms->found;
}

const struct ph_term *ph_terms_next(struct ph_terms *terms, const struct ph_text *text,
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
