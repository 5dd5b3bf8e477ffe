#include "rules/classes.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/file.h"
#include "base/memory.h"

/* A word of the list, in its bytes. */
struct slot {
    uint32_t from, length; /* 0 long: free */
    uint32_t hash;
    struct ph_class_set set;
};

struct ph_classes {
    struct ph_buffer bytes;  /* of the file */
    struct slot *slots;      /* a hash table with open addresses */
    size_t mask;             /* its size, a power of two, less 1 */
    char *names[PH_CLASSES]; /* of the classes, by their bits */
    size_t count;
};

/* ---- the table ---- */

/* The slot of a word, or the free one where it would be. `word` may have capitals. */
static struct slot *slot_of(const struct ph_classes *classes, const char *word, size_t length,
                            uint32_t hash)
{
    size_t at = hash & classes->mask;
    for (; classes->slots[at].length; at = (at + 1) & classes->mask) {
        const struct slot *slot = &classes->slots[at];
        if (slot->hash == hash && slot->length == length &&
            ph_words_same(classes->bytes.data + slot->from, word, length))
            break;
    }
    return &classes->slots[at];
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

static void add_words(struct ph_classes *classes, const struct ph_text *words, size_t class)
{
    struct ph_word *items;
    size_t count = ph_words_of(words, &items);
    for (size_t i = 0; i < count; i++) {
        const char *word = words->bytes + items[i].from;
        size_t length = ph_word_end(words, items[i].from) - items[i].from;
        struct slot *slot = slot_of(classes, word, length, items[i].hash);
        slot->from = (uint32_t)(word - classes->bytes.data);
        slot->length = (uint32_t)length;
        slot->hash = items[i].hash;
        slot->set.bits[class / 64] |= UINT64_C(1) << class % 64;
    }
    free(items);
}

/* "modal: can could": the bytes of a line without its end. */
static enum ph_status add_line(struct ph_classes *classes, char *line, size_t length,
                               const char *where, struct ph_error *error)
{
    size_t name = strcspn(line, ":\n");
    if (!name || name == length || line[name] != ':')
        return ph_fail(error, PH_FORMAT, "%s: not the name of a class, a colon and words", where);
    size_t class = name_of(classes, line, name);
    if (class == PH_CLASSES)
        return ph_fail(error, PH_LIMIT, "%s: more than %d classes", where, PH_CLASSES);
    if (class == classes->count)
        classes->names[classes->count++] = ph_copy_n(line, name);
    struct ph_text words = {.bytes = line + name + 1, .length = length - name - 1};
    add_words(classes, &words, class);
    return PH_OK;
}

static enum ph_status add_lines(struct ph_classes *classes, const char *path,
                                struct ph_error *error)
{
    char *at = classes->bytes.data, *end = at + classes->bytes.length;
    enum ph_status status = PH_OK;
    for (int number = 1; at && at < end && status == PH_OK; number++) {
        char *stop = memchr(at, '\n', (size_t)(end - at));
        size_t length = (size_t)((stop ? stop : end) - at);
        struct ph_buffer where = {0};
        ph_buffer_printf(&where, "%s:%d", path, number);
        status = add_line(classes, at, length, ph_buffer_text(&where), error);
        ph_buffer_free(&where);
        at += length + 1;
    }
    return status;
}

/* At least twice as many slots as there may be words. */
static void make_table(struct ph_classes *classes)
{
    size_t words = 1, size = 2;
    for (size_t i = 0; i < classes->bytes.length; i++)
        words += classes->bytes.data[i] == ' ';
    while (size < 2 * words)
        size *= 2;
    classes->slots = ph_alloc_zero(size, sizeof *classes->slots);
    classes->mask = size - 1;
}

enum ph_status ph_classes_load(const char *path, struct ph_classes **classes,
                               struct ph_error *error)
{
    struct ph_classes *made = ph_alloc_zero(1, sizeof *made);
    enum ph_status status = ph_file_read(path, &made->bytes, error);
    if (status == PH_OK) {
        make_table(made);
        status = add_lines(made, path, error);
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
    free(classes);
}

/* ---- the words of a text ---- */

struct ph_class_set *ph_classes_of(const struct ph_classes *classes, const struct ph_text *text,
                                   const struct ph_word *words, size_t count)
{
    struct ph_class_set *sets = ph_alloc_zero(count + 1, sizeof *sets);
    for (size_t i = 0; i < count; i++) {
        size_t length = ph_word_end(text, words[i].from) - words[i].from;
        sets[i] = slot_of(classes, text->bytes + words[i].from, length, words[i].hash)->set;
    }
    return sets;
}
