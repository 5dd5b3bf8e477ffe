/* Tables of terms are made of what a rule file says. */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/xml.h"
#include "rules/rows.h"
#include "rules/terms_inside.h"

struct maker {
    struct ph_table_head head;
    struct ph_table_term *terms;
    size_t capacity;
    struct ph_buffer words;
};

/* By which a term is found: of its first words, as many as a text's words have hashes of. */
static uint32_t hash_of_term(const char *words, size_t length)
{
    enum { MOST = 3 };
    uint64_t sum, next;
    size_t at = ph_word_hash(words, length, 0, &sum);
    for (size_t count = 1; count < MOST; count++) {
        for (size_t gap; at < length && (gap = ph_word_gap(words, length, at));)
            at += gap;
        if (at >= length)
            break;
        at = ph_word_hash(words, length, at, &next);
        sum = ph_word_hash_of_two(sum, next);
    }
    return (uint32_t)sum;
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

static struct ph_table_head *put_together(struct maker *maker)
{
    const size_t terms = maker->head.terms * sizeof *maker->terms;
    const size_t size = sizeof maker->head + terms + maker->words.length;
    maker->head.size = (uint32_t)size;
    struct ph_table_head *made = ph_alloc(size);
    unsigned char *at = (unsigned char *)(made + 1);
    *made = maker->head;
    memcpy(at, maker->terms, terms);
    memcpy(at + terms, maker->words.data, maker->words.length);
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
    if (size < sizeof *head || head->size != size)
        return false;
    table->head = head;
    table->terms = (const void *)(head + 1);
    table->count = head->terms;
    table->words = (const void *)(table->terms + head->terms);
    return (const char *)bytes + size > table->words;
}
