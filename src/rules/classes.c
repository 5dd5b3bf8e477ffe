#include "rules/classes.h"

#include <stdlib.h>
#include <string.h>

#include "base/buffer.h"
#include "base/file.h"
#include "base/memory.h"

/* A word of the list, by its hash (struct ph_word): the number of its set of classes stands for the
 * lowest bits of that, which the place of the slot tells nearly; 0: free. */
typedef uint64_t slot;

enum { SETS = 1 << 16 }; /* the most that there may be, with the empty one, number 0 */

/* The list is one run of bytes without pointers, which may stand in a pack: this head with the
 * slots, then the sets, then the names of the classes. */
struct list {
    uint32_t mask;              /* how many slots there are, a power of two, less 1 */
    uint32_t sets;              /* how many: words of the same classes share one */
    uint32_t length;            /* of the names */
    uint32_t count;             /* of the classes */
    uint32_t names[PH_CLASSES]; /* where those stand in the bytes, by their bits; NUL-terminated */
    slot slots[];               /* a hash table with open addresses */
};

struct ph_classes {
    struct list *list;
    bool packed; /* it is a pack's */
    const struct ph_class_set *sets;
    const char *bytes;
};

static size_t size_of(const struct list *list)
{
    return sizeof *list + ((size_t)list->mask + 1) * sizeof *list->slots +
           list->sets * sizeof(struct ph_class_set) + list->length;
}

static struct ph_classes *classes_of(struct list *list, bool packed)
{
    struct ph_classes *classes = ph_alloc(sizeof *classes);
    const struct ph_class_set *sets = (const void *)(list->slots + list->mask + 1);
    *classes = (struct ph_classes){list, packed, sets, (const char *)(sets + list->sets)};
    return classes;
}

static const char *name_of(const struct ph_classes *classes, size_t class)
{
    return classes->bytes + classes->list->names[class];
}

size_t ph_classes_number(const struct ph_classes *classes, const char *name, size_t length)
{
    for (size_t i = 0; i < classes->list->count; i++) {
        const char *there = name_of(classes, i);
        if (*there == *name && !strncmp(there, name, length) && !there[length])
            return i;
    }
    return PH_CLASSES;
}

/* ---- making ---- */

/* A word while the list is read, by its hash; 0: free. */
struct word {
    uint64_t hash;
    struct ph_class_set set;
};

struct maker {
    const char *path;
    const struct ph_buffer *file;
    struct word *words; /* a hash table with open addresses */
    size_t mask;        /* how many slots that has, a power of two, less 1 */
    struct ph_buffer names;
    uint32_t name_at[PH_CLASSES];
    size_t count; /* of the classes */
    struct ph_class_set *sets;
    size_t set_count, set_capacity;
    uint16_t *numbers; /* of the sets, by their hashes: SETS; 0: free */
};

static void add_word(struct maker *maker, uint64_t hash, size_t class)
{
    size_t at = hash & maker->mask;
    while (maker->words[at].hash && maker->words[at].hash != hash)
        at = (at + 1) & maker->mask;
    maker->words[at].hash = hash;
    maker->words[at].set.bits[class / 64] |= UINT64_C(1) << class % 64;
}

/* The number of the class of that name; of a new one, if there is none. */
static size_t class_called(struct maker *maker, const char *name, size_t length)
{
    for (size_t i = 0; i < maker->count; i++) {
        const char *there = maker->names.data + maker->name_at[i];
        if (!strncmp(there, name, length) && !there[length])
            return i;
    }
    if (maker->count == PH_CLASSES)
        return PH_CLASSES;
    maker->name_at[maker->count] = (uint32_t)maker->names.length;
    ph_buffer_add(&maker->names, name, length);
    ph_buffer_char(&maker->names, '\0');
    return maker->count++;
}

/* "modal: can could": the class that the line at `at` is of, by its name, and how long that is. */
static enum ph_status read_name(struct maker *maker, size_t at, int number, size_t *class,
                                size_t *length, struct ph_error *error)
{
    const char *line = maker->file->data + at;
    *length = strcspn(line, ":\n");
    if (!*length || line[*length] != ':')
        return ph_fail(error, PH_FORMAT, "%s:%d: not the name of a class, a colon and words",
                       maker->path, number);
    *class = class_called(maker, line, *length);
    return *class < PH_CLASSES ? PH_OK
                               : ph_fail(error, PH_LIMIT, "%s:%d: more than %d classes",
                                         maker->path, number, PH_CLASSES);
}

/* `words`: all of the file, those of the names of classes too. */
static enum ph_status add_lines(struct maker *maker, const struct ph_word *words, size_t count,
                                struct ph_error *error)
{
    size_t at = 0, i = 0;
    for (int number = 1; at < maker->file->length; number++) {
        const char *line = maker->file->data + at;
        size_t end = at + strcspn(line, "\n"), class = PH_CLASSES, from = end, length;
        if (*line != '#') {
            enum ph_status status = read_name(maker, at, number, &class, &length, error);
            if (status != PH_OK)
                return status;
            from = at + length;
        }
        while (i < count && words[i].from < from)
            i++;
        for (; i < count && words[i].from < end; i++)
            add_word(maker, words[i].hash, class);
        at = end + 1;
    }
    return PH_OK;
}

/* The number of a set, which may be new; SETS: there are too many. */
static size_t number_of_set(struct maker *maker, const struct ph_class_set *set)
{
    uint64_t hash = 0;
    for (size_t i = 0; i < PH_CLASSES / 64; i++)
        hash = (hash ^ set->bits[i]) * UINT64_C(11400714819323198485);
    size_t at = hash >> 48;
    for (; maker->numbers[at]; at = (at + 1) % SETS)
        if (!memcmp(&maker->sets[maker->numbers[at]], set, sizeof *set))
            return maker->numbers[at];
    if (maker->set_count == SETS)
        return SETS;
    maker->sets = ph_grow(maker->sets, maker->set_count, &maker->set_capacity, sizeof *maker->sets);
    maker->sets[maker->set_count] = *set;
    maker->numbers[at] = (uint16_t)maker->set_count;
    return maker->set_count++;
}

static void put_word(struct list *list, uint64_t hash, size_t set)
{
    size_t at = hash & list->mask;
    while (list->slots[at])
        at = (at + 1) & list->mask;
    list->slots[at] = (hash & ~(uint64_t)(SETS - 1)) | set;
}

/* The list of all that was read; the table of its words has the same slots. NULL: there are too
 * many sets. */
static struct list *list_of(struct maker *maker)
{
    struct list *slots = ph_alloc_zero(1, sizeof *slots + (maker->mask + 1) * sizeof(slot));
    slots->mask = (uint32_t)maker->mask;
    maker->numbers = ph_alloc_zero(SETS, sizeof *maker->numbers);
    size_t number = number_of_set(maker, &(struct ph_class_set){{0}});
    for (size_t i = 0; i <= maker->mask && number < SETS; i++)
        if (maker->words[i].hash) {
            number = number_of_set(maker, &maker->words[i].set);
            put_word(slots, maker->words[i].hash, number);
        }
    if (number == SETS) {
        free(slots);
        return NULL;
    }
    slots->sets = (uint32_t)maker->set_count;
    slots->length = (uint32_t)maker->names.length;
    slots->count = (uint32_t)maker->count;
    memcpy(slots->names, maker->name_at, sizeof slots->names);
    struct list *list = ph_realloc(slots, size_of(slots));
    char *behind = (char *)(list->slots + list->mask + 1);
    memcpy(behind, maker->sets, maker->set_count * sizeof *maker->sets);
    memcpy(behind + maker->set_count * sizeof *maker->sets, ph_buffer_text(&maker->names),
           maker->names.length);
    return list;
}
static void free_maker(struct maker *maker)
{
    free(maker->words);
    free(maker->sets);
    free(maker->numbers);
    ph_buffer_free(&maker->names);
}

/* More slots than words, of which nearly half come again, in other classes. */
static enum ph_status make(const char *path, const struct ph_buffer *file,
                           struct ph_classes **classes, struct ph_error *error)
{
    const struct ph_text text = {.bytes = ph_buffer_text(file), .length = file->length};
    struct ph_word *words;
    const size_t count = ph_words_of(&text, &words);
    struct maker maker = {.path = path, .file = file, .mask = 1};
    while (maker.mask < count)
        maker.mask = 2 * maker.mask + 1;
    maker.words = ph_alloc_zero(maker.mask + 1, sizeof *maker.words);
    enum ph_status status = add_lines(&maker, words, count, error);
    struct list *list = status == PH_OK ? list_of(&maker) : NULL;
    if (list)
        *classes = classes_of(list, false);
    else if (status == PH_OK)
        status = ph_fail(error, PH_LIMIT, "%s: words of more than %d sets of classes", path, SETS);
    free_maker(&maker);
    free(words);
    return status;
}

enum ph_status ph_classes_load(const char *path, struct ph_classes **classes,
                               struct ph_error *error)
{
    struct ph_buffer bytes = {0};
    *classes = NULL;
    enum ph_status status = ph_file_read(path, &bytes, error);
    if (status == PH_OK)
        status = make(path, &bytes, classes, error);
    ph_buffer_free(&bytes);
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

/* The number of the set of a word; 0, the empty one: it is not in the list. */
static inline size_t set_of(const struct ph_classes *classes, uint64_t hash)
{
    const struct list *list = classes->list;
    size_t at = hash & list->mask;
    while (list->slots[at] && (list->slots[at] ^ hash) >= SETS)
        at = (at + 1) & list->mask;
    return list->slots[at] % SETS;
}

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
        const size_t set = set_of(classes, words[i].hash);
        if (set)
            add_to_rows(&rows, &classes->sets[set], i);
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
