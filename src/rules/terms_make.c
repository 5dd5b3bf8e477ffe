/* Tables of terms are made of what a rule file says. */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/xml.h"
#include "rules/rows.h"
#include "rules/terms_inside.h"

/* So many bits of the filter for each term: nearly no other word passes. */
enum { FILTER_SHARE = 16 };

struct maker {
    struct ph_table_head head;
    struct ph_table_term *terms;
    size_t capacity;
    struct ph_buffer words;
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

/* Words and an ending; returns where they start. */
static uint32_t put_words(struct maker *maker, const char *words, size_t stem, const char *ending,
                          size_t length)
{
    const size_t at = maker->words.length;
    ph_buffer_add(&maker->words, words, stem);
    ph_buffer_add(&maker->words, ending, length);
    ph_buffer_char(&maker->words, '\0');
    return (uint32_t)at;
}

static void add(struct maker *maker, const struct ph_row *row, const char *ending, size_t length)
{
    const size_t other = row->instead_length ? length : 0;
    maker->terms = ph_grow(maker->terms, maker->head.terms, &maker->capacity, sizeof *maker->terms);
    struct ph_table_term *made = &maker->terms[maker->head.terms++];
    made->words = put_words(maker, row->words, row->words_length, ending, length);
    made->instead = put_words(maker, row->instead, row->instead_length, ending, other);
    made->since = put_words(maker, row->since, row->since_length, "", 0);
    made->hash = hash_of_term(maker->words.data + made->words, row->words_length + length);
    made->next = 0;
}

/* false: the table is full. */
static bool add_with_endings(struct maker *maker, const struct ph_row *row, const char *endings)
{
    do {
        if (maker->head.terms == PH_TERMS)
            return false;
        size_t length = *endings ? strcspn(endings, " ") : 0; /* most have none */
        add(maker, row, endings, length);
        endings += length + (endings[length] == ' ');
    } while (*endings);
    return true;
}

/* Of all terms, which are chained by their slots. */
static void fill_slots(const struct maker *maker, uint32_t *slots, unsigned char *filter)
{
    for (uint32_t i = maker->head.terms; i-- > 0;) {
        const uint32_t hash = maker->terms[i].hash,
                       bit = hash & (maker->head.filter * CHAR_BIT - 1);
        uint32_t *slot = &slots[hash & (maker->head.slots - 1)];
        filter[bit / CHAR_BIT] |= (unsigned char)(1u << bit % CHAR_BIT);
        maker->terms[i].next = *slot;
        *slot = i + 1;
    }
}

static struct ph_table_head *put_together(struct maker *maker)
{
    struct ph_table_head *head = &maker->head;
    for (head->slots = 1; head->slots < 2 * head->terms;)
        head->slots *= 2;
    for (head->filter = 1; head->filter * CHAR_BIT < FILTER_SHARE * head->terms;)
        head->filter *= 2;
    const size_t terms = head->terms * sizeof *maker->terms, slots = head->slots * sizeof(uint32_t);
    const size_t size = sizeof *head + terms + slots + head->filter + maker->words.length;
    head->size = (uint32_t)size;
    struct ph_table_head *made = ph_alloc_zero(1, size);
    unsigned char *at = (unsigned char *)(made + 1);
    fill_slots(maker, (uint32_t *)(at + terms), at + terms + slots);
    *made = *head;
    memcpy(at, maker->terms, terms);
    memcpy(at + terms + slots + head->filter, maker->words.data, maker->words.length);
    return made;
}

struct ph_table_head *ph_table_new(const xmlNode *element)
{
    const char *letters = ph_xml_attribute(element, "case");
    const char *endings = ph_xml_attribute(element, "endings");
    struct maker maker = {.head.any_case = letters && !strcmp(letters, "any")};
    struct ph_rows rows = ph_rows_of(element);
    bool room = true;
    ph_buffer_add(&maker.words, "", 1);
    for (struct ph_row row; room && ph_rows_next(&rows, &row);)
        room = add_with_endings(&maker, &row, endings ? endings : "");
    if (!maker.terms)
        maker.terms = ph_alloc(sizeof *maker.terms);
    struct ph_table_head *made = room ? put_together(&maker) : NULL;
    free(maker.terms);
    ph_buffer_free(&maker.words);
    return made;
}

bool ph_table_of(const void *bytes, size_t size, struct ph_table *table)
{
    const struct ph_table_head *head = bytes;
    if (size < sizeof *head || head->size != size || !head->slots || !head->filter)
        return false;
    table->head = head;
    table->terms = (const void *)(head + 1);
    table->slots = (const void *)(table->terms + head->terms);
    table->filter = (const void *)(table->slots + head->slots);
    table->words = (const void *)(table->filter + head->filter);
    return (const char *)bytes + size > table->words;
}
