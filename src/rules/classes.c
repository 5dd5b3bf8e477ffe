#include "rules/classes.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/file.h"
#include "base/memory.h"

/* A word of the list, by its hash (struct ph_word); 0: free. */
struct slot {
    uint64_t hash;
    struct ph_class_set set;
};

/* The list is one run of bytes without pointers, which may stand in a pack: this head with the
 * slots, then the bytes of the file. */
struct list {
    uint32_t mask;              /* how many slots there are, a power of two, less 1 */
    uint32_t length;            /* of the bytes */
    uint32_t count;             /* of the classes */
    uint32_t names[PH_CLASSES]; /* where those stand in the bytes, by their bits; NUL-terminated */
    struct slot slots[];        /* a hash table with open addresses */
};

struct ph_classes {
    struct list *list;
    bool packed; /* it is a pack's */
    char *bytes;
};

static size_t size_of(const struct list *list)
{
    return sizeof *list + ((size_t)list->mask + 1) * sizeof *list->slots + list->length;
}

static struct ph_classes *classes_of(struct list *list, bool packed)
{
    struct ph_classes *classes = ph_alloc(sizeof *classes);
    *classes = (struct ph_classes){list, packed, (char *)(list->slots + list->mask + 1)};
    return classes;
}

/* ---- the table ---- */

/* The slot of a word, or the free one where it would be, which is of no class. */
static inline struct slot *slot_of(const struct ph_classes *classes, uint64_t hash)
{
    struct list *list = classes->list;
    size_t at = hash & list->mask;
    while (list->slots[at].hash && list->slots[at].hash != hash)
        at = (at + 1) & list->mask;
    return &list->slots[at];
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
           (*name_of(classes, i) != *name || strncmp(name_of(classes, i), name, length) != 0 ||
            name_of(classes, i)[length]))
        i++;
    return i;
}

size_t ph_classes_number(const struct ph_classes *classes, const char *name, size_t length)
{
    size_t at = class_of(classes, name, length);
    return at < classes->list->count ? at : PH_CLASSES;
}

static void add_word(struct ph_classes *classes, uint64_t hash, size_t class)
{
    struct slot *slot = slot_of(classes, hash);
    slot->hash = hash;
    slot->set.bits[class / 64] |= UINT64_C(1) << class % 64;
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
        size_t end = at + strcspn(classes->bytes + at, "\n"), class = PH_CLASSES, from = end;
        if (classes->bytes[at] != '#') {
            enum ph_status status = read_name(classes, at, path, number, &class, error);
            if (status != PH_OK)
                return status;
            from = at + strlen(name_of(classes, class));
        }
        while (i < count && words[i].from < from)
            i++;
        for (; i < count && words[i].from < end; i++)
            add_word(classes, words[i].hash, class);
        at = end + 1;
    }
    return PH_OK;
}

/* More slots than words, of which nearly half come again, in other classes; the bytes of the file.
 */
static struct ph_classes *make_empty(const struct ph_text *text, size_t words)
{
    struct list head = {.mask = 1, .length = (uint32_t)text->length + 1};
    while (head.mask < words)
        head.mask = 2 * head.mask + 1;
    struct list *list = ph_alloc_zero(1, size_of(&head));
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
    return list && size >= sizeof *list && size == size_of(list) ? classes_of(list, true) : NULL;
}

void ph_classes_pack(const struct ph_classes *classes, struct ph_pack_maker *maker)
{
    ph_pack_add(maker, kind, name, classes->list, size_of(classes->list));
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

/* How the word of a number hangs together with the one before it. */
static inline void add_link(struct ph_class_rows *rows, const struct ph_text *text,
                            const struct ph_word *word, size_t number)
{
    const size_t end = word[-1].from + word[-1].length;
    const bool spaced = ph_word_only_space(text, end, word->from);
    rows->spaced[number / 64] |= (uint64_t)spaced << number % 64;
    if (spaced || ph_word_is_linked(text, end, word->from))
        rows->linked[number / 64] |= UINT64_C(1) << number % 64;
}

/* Slots are seldom in the cache: each is asked for so many words before it is read. */
enum { AHEAD = 8 };

static inline void fetch_slot(const struct ph_classes *classes, uint64_t hash)
{
    __builtin_prefetch(&classes->list->slots[hash & classes->list->mask]);
}

struct ph_class_rows ph_classes_of(const struct ph_classes *classes, const struct ph_text *text,
                                   const struct ph_word *words, size_t count)
{
    struct ph_class_rows rows = {.row = count / 64 + 2};
    rows.bits = ph_alloc_zero((classes->list->count + 2) * rows.row, sizeof *rows.bits);
    rows.spaced = rows.bits + classes->list->count * rows.row;
    rows.linked = rows.spaced + rows.row;
    for (size_t i = 0; i < count; i++) {
        if (i + AHEAD < count)
            fetch_slot(classes, words[i + AHEAD].hash);
        add_to_rows(&rows, &slot_of(classes, words[i].hash)->set, i);
        if (i)
            add_link(&rows, text, &words[i], i);
    }
    return rows;
}

void ph_class_rows_free(struct ph_class_rows *rows)
{
    free(rows->bits);
    *rows = (struct ph_class_rows){.bits = NULL};
}
