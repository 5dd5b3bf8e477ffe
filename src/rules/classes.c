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

/* The list is one run of bytes without pointers, which may stand in a pack: this head with the
 * slots, then the bytes of the file, then the items. */
struct list {
    uint32_t mask;              /* how many slots there are, a power of two, less 1 */
    uint32_t length;            /* of the bytes, as many as leave the items aligned */
    uint32_t words;             /* how many items there are, number 0 too: no word of the list */
    uint32_t count;             /* of the classes */
    uint32_t names[PH_CLASSES]; /* where those stand in the bytes, by their bits; NUL-terminated */
    uint32_t slots[];           /* a hash table with open addresses: numbers of words; 0: free */
};

struct ph_classes {
    struct list *list;
    bool packed; /* it is a pack's */
    char *bytes;
    struct entry *items;
};

/* Of a list with so many items. */
static size_t size_of(const struct list *list, size_t words)
{
    return sizeof *list + ((size_t)list->mask + 1) * sizeof *list->slots + list->length +
           words * sizeof(struct entry);
}

static struct ph_classes *classes_of(struct list *list, bool packed)
{
    struct ph_classes *classes = ph_alloc(sizeof *classes);
    char *bytes = (char *)(list->slots + list->mask + 1);
    *classes = (struct ph_classes){list, packed, bytes, (void *)(bytes + list->length)};
    return classes;
}

/* ---- the table ---- */

/* The place of a word's slot, or the free one where it would be. `word` may have capitals. */
static uint32_t *place_of(const struct ph_classes *classes, const char *word, size_t length,
                          uint32_t hash)
{
    size_t at = hash & classes->list->mask;
    for (; classes->list->slots[at]; at = (at + 1) & classes->list->mask) {
        const struct entry *entry = &classes->items[classes->list->slots[at]];
        if (entry->hash == hash && entry->length == length &&
            ph_words_same(classes->bytes + entry->from, word, length))
            break;
    }
    return &classes->list->slots[at];
}

/* What the list says of a word. */
static const struct entry *entry_of(const struct ph_classes *classes, const char *word,
                                    size_t length, uint32_t hash)
{
    return &classes->items[*place_of(classes, word, length, hash)];
}

static const char *name_of(const struct ph_classes *classes, size_t class)
{
    return classes->bytes + classes->list->names[class];
}

/* The count of classes: there is none of that name. */
static size_t class_of(const struct ph_classes *classes, const char *name, size_t length)
{
    size_t i = 0;
    while (i < classes->list->count &&
           (strncmp(name_of(classes, i), name, length) != 0 || name_of(classes, i)[length]))
        i++;
    return i;
}

size_t ph_classes_number(const struct ph_classes *classes, const char *name, size_t length)
{
    size_t at = class_of(classes, name, length);
    return at < classes->list->count ? at : PH_CLASSES;
}

static void add_word(struct ph_classes *classes, const struct ph_word *word, size_t class)
{
    const char *letters = classes->bytes + word->from;
    uint32_t *slot = place_of(classes, letters, word->length, word->hash);
    if (!*slot) {
        *slot = classes->list->words++;
        classes->items[*slot].from = (uint32_t)word->from;
        classes->items[*slot].length = word->length;
        classes->items[*slot].hash = word->hash;
    }
    classes->items[*slot].set.bits[class / 64] |= UINT64_C(1) << class % 64;
}

/* "modal: can could": the class that the line at `at` is of, by its name. */
static enum ph_status read_name(struct ph_classes *classes, size_t at, const char *path, int number,
                                size_t *class, struct ph_error *error)
{
    struct list *list = classes->list;
    char *line = classes->bytes + at;
    size_t name = strcspn(line, ":\n");
    if (!name || line[name] != ':')
        return ph_fail(error, PH_FORMAT, "%s:%d: not the name of a class, a colon and words", path,
                       number);
    *class = class_of(classes, line, name);
    if (*class == PH_CLASSES)
        return ph_fail(error, PH_LIMIT, "%s:%d: more than %d classes", path, number, PH_CLASSES);
    if (*class == list->count) {
        list->names[list->count++] = (uint32_t)at;
        line[name] = 0;
    }
    return PH_OK;
}

/* `words`: all of the file, those of the names of classes too. */
static enum ph_status add_lines(struct ph_classes *classes, size_t length,
                                const struct ph_word *words, size_t count, const char *path,
                                struct ph_error *error)
{
    size_t at = 0, i = 0;
    for (int number = 1; at < length; number++) {
        size_t end = at + strcspn(classes->bytes + at, "\n"), class;
        enum ph_status status = read_name(classes, at, path, number, &class, error);
        if (status != PH_OK)
            return status;
        while (i < count && words[i].from < at + strlen(name_of(classes, class)))
            i++;
        for (; i < count && words[i].from < end; i++)
            add_word(classes, &words[i], class);
        at = end + 1;
    }
    return PH_OK;
}

/* Room for so many words, and at least twice as many slots; the bytes of the file. */
static struct ph_classes *make_empty(const struct ph_text *text, size_t words)
{
    const size_t aligned = sizeof(struct entry);
    struct list head = {.mask = 1, .words = 1};
    while (head.mask + 1 < 2 * words)
        head.mask = 2 * head.mask + 1;
    head.length = (uint32_t)((text->length / aligned + 1) * aligned);
    struct list *list = ph_alloc_zero(1, size_of(&head, words + 1));
    *list = head;
    struct ph_classes *classes = classes_of(list, false);
    memcpy(classes->bytes, text->bytes, text->length);
    return classes;
}

enum ph_status ph_classes_load(const char *path, struct ph_classes **classes,
                               struct ph_error *error)
{
    struct ph_buffer bytes = {0};
    struct ph_classes *made = NULL;
    enum ph_status status = ph_file_read(path, &bytes, error);
    if (status == PH_OK) {
        struct ph_text text = {.bytes = ph_buffer_text(&bytes), .length = bytes.length};
        struct ph_word *words;
        size_t count = ph_words_of(&text, &words);
        made = make_empty(&text, count);
        status = add_lines(made, text.length, words, count, path, error);
        free(words);
    }
    if (status != PH_OK) {
        ph_classes_free(made);
        made = NULL;
    }
    ph_buffer_free(&bytes);
    *classes = made;
    return status;
}

/* ---- a pack ---- */

static const char kind[] = "words", name[] = "classes";

struct ph_classes *ph_classes_of_pack(const struct ph_pack *pack)
{
    size_t size = 0;
    struct list *list = ph_pack_part(pack, kind, name, &size);
    return list && size >= sizeof *list && size == size_of(list, list->words)
               ? classes_of(list, true)
               : NULL;
}

void ph_classes_pack(const struct ph_classes *classes, struct ph_pack_maker *maker)
{
    ph_pack_add(maker, kind, name, classes->list, size_of(classes->list, classes->list->words));
}

void ph_classes_free(struct ph_classes *classes)
{
    if (classes && !classes->packed)
        free(classes->list);
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
    rows.bits = ph_alloc_zero(classes->list->count * rows.row, sizeof *rows.bits);
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
