/* Tables of names are made of what a rule file says. */
#include <limits.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/xml.h"
#include "rules/names_inside.h"
#include "rules/rows.h"

/* Slots for each little word, and bits of the filter for each stem: nearly no other word passes. */
enum { SLOTS_SHARE = 8, FILTER_SHARE = 16 };

struct maker {
    struct ph_names_head head;
    struct ph_name *names;
    size_t capacity;
    struct ph_stem *stems;
    uint32_t *little;
    struct ph_buffer words;
};

static uint32_t power_of_two(size_t least)
{
    uint32_t power = 1;
    while (power < least)
        power *= 2;
    return power;
}

static size_t words_of(const char *text, struct ph_word **words)
{
    const struct ph_text in = {.bytes = text, .length = strlen(text)};
    return ph_words_of(&in, words);
}

static const char *attribute(const xmlNode *element, const char *name)
{
    const char *value = ph_xml_attribute(element, name);
    return value ? value : "";
}

static void read_little(struct maker *maker, const xmlNode *element)
{
    struct ph_word *words;
    const size_t count = words_of(attribute(element, "little"), &words);
    maker->head.little = power_of_two(SLOTS_SHARE * count + 1);
    maker->little = ph_alloc_zero(maker->head.little, sizeof *maker->little);
    for (size_t i = 0; i < count; i++) {
        const uint32_t hash = (uint32_t)words[i].hash;
        *(uint32_t *)ph_name_little(maker->little, maker->head.little, hash) = hash;
    }
    free(words);
}

/* One that is there keeps its sort: the first that has it counts. */
static void add_stem(struct maker *maker, uint32_t hash, uint32_t sort)
{
    struct ph_stem *slot = (struct ph_stem *)ph_name_stem(maker->stems, maker->head.stems, hash);
    if (!slot->hash)
        *slot = (struct ph_stem){hash, sort};
}

/* The most words that the names of an element can have. */
static size_t words_of_rows(const xmlNode *element)
{
    size_t count = 0;
    struct ph_rows rows = ph_rows_of(element);
    for (struct ph_row row; ph_rows_next(&rows, &row);)
        count += row.words_length / 2 + 1;
    return count;
}

/* The most words that names and sorts can have: more than there are stems. */
static size_t most_words(const xmlNode *element)
{
    size_t count = words_of_rows(element);
    for (const xmlNode *node = element->children; node; node = node->next) {
        count += ph_xml_is(node, "sort") ? strlen(attribute(node, "words")) / 2 + 1 : 0;
        count += ph_xml_is(node, "known") ? words_of_rows(node) : 0;
    }
    return count;
}

static void read_sorts(struct maker *maker, const xmlNode *element)
{
    uint32_t sort = 0;
    for (const xmlNode *node = element->children; node; node = node->next) {
        if (!ph_xml_is(node, "sort"))
            continue;
        const char *text = attribute(node, "words");
        struct ph_word *words;
        const size_t count = words_of(text, &words);
        sort++;
        for (size_t i = 0; i < count; i++) {
            uint32_t whole;
            ph_name_stem_of(text + words[i].from, words[i].length, &whole);
            add_stem(maker, whole, sort);
        }
        free(words);
    }
}

static uint32_t key_of(struct maker *maker, const char *name)
{
    const struct ph_name_table table = {.head = &maker->head, .little = maker->little};
    struct ph_word *words;
    const size_t count = words_of(name, &words);
    uint32_t key = 0;
    for (size_t i = 0; i < count; i++) {
        const char *word = name + words[i].from;
        uint32_t whole;
        if (!ph_name_has(&table, name, &words[i]))
            continue;
        add_stem(maker, ph_name_stem_of(word, words[i].length, &whole), 0);
        const struct ph_stem stem =
            ph_name_word(maker->stems, maker->head.stems, word, words[i].length);
        key += ph_name_weight(&stem);
    }
    free(words);
    return key;
}

static void read_rows(struct maker *maker, const xmlNode *element, uint32_t is_only)
{
    struct ph_rows rows = ph_rows_of(element);
    for (struct ph_row row; ph_rows_next(&rows, &row);) {
        const uint32_t at = (uint32_t)maker->words.length;
        ph_buffer_add(&maker->words, row.words, row.words_length);
        ph_buffer_char(&maker->words, '\0');
        maker->names =
            ph_grow(maker->names, maker->head.names, &maker->capacity, sizeof *maker->names);
        maker->names[maker->head.names++] =
            (struct ph_name){key_of(maker, maker->words.data + at), at, is_only};
    }
}

static void read_names(struct maker *maker, const xmlNode *element)
{
    read_rows(maker, element, 0);
    for (const xmlNode *node = element->children; node; node = node->next)
        if (ph_xml_is(node, "known"))
            read_rows(maker, node, 1);
}

static int by_key(const void *a, const void *b)
{
    const struct ph_name *x = a, *y = b;
    if (x->key != y->key)
        return x->key < y->key ? -1 : 1;
    return x->words < y->words ? -1 : x->words > y->words; /* the same everywhere */
}

static void *put(void *at, const void *bytes, size_t size)
{
    if (size)
        memcpy(at, bytes, size);
    return (char *)at + size;
}

static void fill_filter(const struct maker *maker, unsigned char *filter)
{
    for (uint32_t i = 0; i < maker->head.stems; i++) {
        const uint32_t bit = maker->stems[i].hash & (maker->head.filter * CHAR_BIT - 1);
        if (maker->stems[i].hash)
            filter[bit / CHAR_BIT] |= (unsigned char)(1u << bit % CHAR_BIT);
    }
}

/* The same stems in as few slots as they need. Returns how many there are. */
static size_t shrink(struct maker *maker)
{
    const struct ph_stem *old = maker->stems;
    const uint32_t slots = maker->head.stems;
    size_t count = 0;
    for (uint32_t i = 0; i < slots; i++)
        count += old[i].hash != 0;
    maker->head.stems = power_of_two(2 * count + 1);
    maker->stems = ph_alloc_zero(maker->head.stems, sizeof *maker->stems);
    for (uint32_t i = 0; i < slots; i++)
        if (old[i].hash)
            *(struct ph_stem *)ph_name_stem(maker->stems, maker->head.stems, old[i].hash) = old[i];
    free((void *)old);
    return count;
}

static struct ph_names_head *put_together(struct maker *maker)
{
    struct ph_names_head *head = &maker->head;
    head->filter = power_of_two(FILTER_SHARE * (shrink(maker) + 1) / CHAR_BIT);
    const size_t of_names = head->names * sizeof *maker->names,
                 of_stems = head->stems * sizeof *maker->stems,
                 of_little = head->little * sizeof *maker->little;
    head->size = (uint32_t)(sizeof *head + of_names + of_stems + of_little + head->filter +
                            maker->words.length);
    struct ph_names_head *made = ph_alloc_zero(1, head->size);
    void *at = put(made, head, sizeof *head);
    at = put(at, maker->names, of_names);
    at = put(at, maker->stems, of_stems);
    at = put(at, maker->little, of_little);
    fill_filter(maker, at);
    put((char *)at + head->filter, maker->words.data, maker->words.length);
    return made;
}

struct ph_names_head *ph_name_table_new(const xmlNode *element)
{
    struct maker maker = {.names = NULL};
    const char *joint = ph_xml_attribute(element, "joint");
    maker.head.stems = power_of_two(2 * most_words(element) + 1);
    maker.stems = ph_alloc_zero(maker.head.stems, sizeof *maker.stems);
    ph_buffer_add(&maker.words, "", 1);
    if (joint) {
        maker.head.joint = (uint32_t)maker.words.length;
        ph_buffer_printf(&maker.words, " %s ", joint);
        ph_buffer_char(&maker.words, '\0');
    }
    read_little(&maker, element);
    read_sorts(&maker, element);
    read_names(&maker, element);
    if (maker.head.names)
        qsort(maker.names, maker.head.names, sizeof *maker.names, by_key);
    struct ph_names_head *made = put_together(&maker);
    free(maker.names);
    free(maker.stems);
    free(maker.little);
    ph_buffer_free(&maker.words);
    return made;
}

/* ---- words ---- */

uint32_t ph_name_stem_of(const char *word, size_t length, uint32_t *whole)
{
    uint32_t sum = 2166136261u, stem = 0;
    length -= length >= PH_PLURAL && word[length - 1] == 's';
    for (size_t i = 0; i < length; i++) {
        stem = i == PH_STEM ? sum : stem;
        sum = (sum ^ ph_word_small((unsigned char)word[i])) * 16777619u;
    }
    *whole = sum | 1;
    return (length > PH_STEM ? stem : sum) | 1;
}

const struct ph_stem *ph_name_stem(const struct ph_stem *stems, uint32_t slots, uint32_t hash)
{
    uint32_t at = hash & (slots - 1);
    while (stems[at].hash && stems[at].hash != hash)
        at = (at + 1) & (slots - 1);
    return &stems[at];
}

const uint32_t *ph_name_little(const uint32_t *little, uint32_t slots, uint32_t hash)
{
    uint32_t at = hash & (slots - 1);
    while (little[at] && little[at] != hash)
        at = (at + 1) & (slots - 1);
    return &little[at];
}

struct ph_stem ph_name_word(const struct ph_stem *stems, uint32_t slots, const char *word,
                            size_t length)
{
    uint32_t whole;
    const uint32_t hash = ph_name_stem_of(word, length, &whole);
    const struct ph_stem *stem = ph_name_stem(stems, slots, whole);
    if (stem->sort)
        return (struct ph_stem){hash, stem->sort};
    return (struct ph_stem){ph_name_stem(stems, slots, hash)->hash, 0};
}

uint32_t ph_name_weight(const struct ph_stem *stem)
{
    uint32_t sum = stem->sort * 2654435769u;
    sum = (sum ^ sum >> 15) * 2246822519u;
    return stem->sort ? sum ^ sum >> 13 : stem->hash;
}

bool ph_name_has(const struct ph_name_table *table, const char *text, const struct ph_word *word)
{
    return !*ph_name_little(table->little, table->head->little, (uint32_t)word->hash) &&
           !(word->length == 1 && text[word->from] == 's');
}

/* ---- the table in memory ---- */

bool ph_name_table_of(const void *bytes, size_t size, struct ph_name_table *table)
{
    const struct ph_names_head *head = bytes;
    if (size < sizeof *head || head->size != size || !head->stems || !head->little || !head->filter)
        return false;
    table->head = head;
    table->names = (const void *)(head + 1);
    table->stems = (const void *)(table->names + head->names);
    table->little = (const void *)(table->stems + head->stems);
    table->filter = (const void *)(table->little + head->little);
    table->words = (const void *)(table->filter + head->filter);
    return (const char *)bytes + size > table->words;
}
