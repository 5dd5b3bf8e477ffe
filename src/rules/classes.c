#include "rules/classes.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/file.h"
#include "base/memory.h"

/* A word of the list, in its bytes. */
struct entry {
    uint32_t from, length;
    uint32_t hash;
    struct ph_class_set set;
};

struct ph_classes {
    struct ph_buffer bytes;  /* of the file */
    struct entry *items;     /* number 0: what is no word of the list */
    uint32_t *slots;         /* a hash table with open addresses: numbers of words; 0: free */
    size_t mask;             /* its size, a power of two, less 1 */
    size_t words;            /* how many items there are, number 0 too */
    char *names[PH_CLASSES]; /* of the classes, by their bits */
    size_t count;
};

/* ---- the table ---- */

/* The place of a word's slot, or the free one where it would be. `word` may have capitals. */
static uint32_t *place_of(const struct ph_classes *classes, const char *word, size_t length,
                          uint32_t hash)
{
    size_t at = hash & classes->mask;
    for (; classes->slots[at]; at = (at + 1) & classes->mask) {
        const struct entry *entry = &classes->items[classes->slots[at]];
        if (entry->hash == hash && entry->length == length &&
            ph_words_same(classes->bytes.data + entry->from, word, length))
            break;
    }
    return &classes->slots[at];
}

/* What the list says of a word. */
static const struct entry *entry_of(const struct ph_classes *classes, const char *word,
                                    size_t length, uint32_t hash)
{
    return &classes->items[*place_of(classes, word, length, hash)];
}

/* classes->count: there is none of that name. */
static size_t name_of(const struct ph_classes *classes, const char *name, size_t length)
{
    size_t i = 0;
    while (i < classes->count &&
           (strncmp(classes->names[i], name, length) != 0 || classes->names[i][length]))
        i++;
    return i;
}

size_t ph_classes_number(const struct ph_classes *classes, const char *name, size_t length)
{
    size_t at = name_of(classes, name, length);
    return at < classes->count ? at : PH_CLASSES;
}

static void add_word(struct ph_classes *classes, const struct ph_word *word, size_t class)
{
    const char *letters = classes->bytes.data + word->from;
    uint32_t *slot = place_of(classes, letters, word->length, word->hash);
    if (!*slot) {
        *slot = (uint32_t)classes->words++;
        classes->items[*slot] =
            (struct entry){(uint32_t)word->from, word->length, word->hash, {{0}}};
    }
    classes->items[*slot].set.bits[class / 64] |= UINT64_C(1) << class % 64;
}

/* "modal: can could": the class that a line is of, by its name. */
static enum ph_status read_name(struct ph_classes *classes, const char *line, const char *path,
                                int number, size_t *class, struct ph_error *error)
{
    size_t name = strcspn(line, ":\n");
    if (!name || line[name] != ':')
        return ph_fail(error, PH_FORMAT, "%s:%d: not the name of a class, a colon and words", path,
                       number);
    *class = name_of(classes, line, name);
    if (*class == PH_CLASSES)
        return ph_fail(error, PH_LIMIT, "%s:%d: more than %d classes", path, number, PH_CLASSES);
    if (*class == classes->count)
        classes->names[classes->count++] = ph_copy_n(line, name);
    return PH_OK;
}

/* `words`: all of the file, those of the names of classes too. */
static enum ph_status add_lines(struct ph_classes *classes, const struct ph_word *words,
                                size_t count, const char *path, struct ph_error *error)
{
    const char *bytes = ph_buffer_text(&classes->bytes);
    size_t at = 0, i = 0;
    for (int number = 1; at < classes->bytes.length; number++) {
        size_t end = at + strcspn(bytes + at, "\n"), class;
        enum ph_status status = read_name(classes, bytes + at, path, number, &class, error);
        if (status != PH_OK)
            return status;
        while (i < count && words[i].from < at + strlen(classes->names[class]))
            i++;
        for (; i < count && words[i].from < end; i++)
            add_word(classes, &words[i], class);
        at = end + 1;
    }
    return PH_OK;
}

/* Room for so many words, and at least twice as many slots. */
static void make_table(struct ph_classes *classes, size_t words)
{
    size_t size = 2;
    while (size < 2 * words)
        size *= 2;
    classes->slots = ph_alloc_zero(size, sizeof *classes->slots);
    classes->mask = size - 1;
    classes->items = ph_alloc((words + 1) * sizeof *classes->items);
    classes->items[classes->words++] = (struct entry){0};
}

enum ph_status ph_classes_load(const char *path, struct ph_classes **classes,
                               struct ph_error *error)
{
    struct ph_classes *made = ph_alloc_zero(1, sizeof *made);
    enum ph_status status = ph_file_read(path, &made->bytes, error);
    if (status == PH_OK) {
        struct ph_text text = {.bytes = ph_buffer_text(&made->bytes), .length = made->bytes.length};
        struct ph_word *words;
        size_t count = ph_words_of(&text, &words);
        make_table(made, count);
        status = add_lines(made, words, count, path, error);
        free(words);
    }
    if (status != PH_OK) {
        ph_classes_free(made);
        made = NULL;
    }
    *classes = made;
    return status;
}

void ph_classes_free(struct ph_classes *classes)
{
    if (!classes)
        return;
    for (size_t i = 0; i < classes->count; i++)
        free(classes->names[i]);
    ph_buffer_free(&classes->bytes);
    free(classes->slots);
    free(classes->items);
    free(classes);
}

/* ---- the words of a text ---- */

static void add_to_rows(struct ph_class_rows *rows, const struct ph_class_set *set, size_t number)
{
    for (size_t i = 0; i < PH_CLASSES / 64; i++) {
        rows->present.bits[i] |= set->bits[i];
        uint64_t *first = rows->bits + i * 64 * rows->row + number / 64;
        for (uint64_t left = set->bits[i]; left; left &= left - 1)
            first[(size_t)__builtin_ctzll(left) * rows->row] |= UINT64_C(1) << number % 64;
    }
}

struct ph_class_rows ph_classes_of(const struct ph_classes *classes, const struct ph_text *text,
                                   const struct ph_word *words, size_t count)
{
    struct ph_class_rows rows = {.row = count / 64 + 2};
    rows.bits = ph_alloc_zero(classes->count * rows.row, sizeof *rows.bits);
    for (size_t i = 0; i < count; i++) {
        const char *word = text->bytes + words[i].from;
        add_to_rows(&rows, &entry_of(classes, word, words[i].length, words[i].hash)->set, i);
    }
    return rows;
}

void ph_class_rows_free(struct ph_class_rows *rows)
{
    free(rows->bits);
    *rows = (struct ph_class_rows){.bits = NULL};
}
