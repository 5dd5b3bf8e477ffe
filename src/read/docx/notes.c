#include "read/docx/notes.h"

#include <stdlib.h>
#include <string.h>

#include "base/xml.h"
#include "word/element.h"

static int by_id(const void *a, const void *b)
{
    const struct ph_wml_note *one = a, *other = b;
    if (one->end != other->end)
        return one->end ? 1 : -1;
    return one->id < other->id ? -1 : one->id > other->id;
}

static int by_id_and_order(const void *a, const void *b)
{
    const struct ph_wml_note *one = a, *other = b;
    int ids = by_id(a, b);
    return ids ? ids : one->order < other->order ? -1 : one->order > other->order;
}

static int by_order(const void *a, const void *b)
{
    const struct ph_wml_note *one = a, *other = b;
    return one->order < other->order ? -1 : one->order > other->order;
}

static int by_name(const void *a, const void *b)
{
    return strcmp(((const struct ph_wml_bookmark *)a)->name,
                  ((const struct ph_wml_bookmark *)b)->name);
}

static void sort(struct ph_wml_notes *notes, int (*compare)(const void *, const void *))
{
    if (notes->count)
        qsort(notes->items, notes->count, sizeof *notes->items, compare);
}

/* ---- marks ---- */

/* "*", "**", "***" typed behind the reference of a note with a mark of its own; NULL: the mark is
 * counted. */
static const char *typed_mark(const xmlNode *reference, struct ph_arena *arena)
{
    enum { MOST = 3 };
    const char *follows = ph_xml_attribute(reference, "customMarkFollows");
    const xmlNode *text = follows ? ph_xml_next(reference, NULL) : NULL;
    if (!text || !(ph_wml_is(text, "t") || ph_wml_is(text, "delText")))
        return NULL;
    char *content = ph_xml_content(text);
    size_t stars = strspn(content, "*");
    bool typed = stars > 0 && stars <= MOST && !content[stars];
    const char *mark = typed ? ph_arena_copy(arena, content) : NULL;
    free(content);
    return mark;
}

static void add_note(struct ph_wml_notes *notes, struct ph_wml_note note)
{
    notes->items = ph_grow(notes->items, notes->count, &notes->capacity, sizeof note);
    note.order = notes->count;
    notes->items[notes->count++] = note;
}

static void add_bookmark(struct ph_wml_notes *notes, const char *name,
                         const struct ph_wml_note *note)
{
    notes->bookmarks = ph_grow(notes->bookmarks, notes->bookmark_count, &notes->bookmark_capacity,
                               sizeof *notes->bookmarks);
    notes->bookmarks[notes->bookmark_count++] = (struct ph_wml_bookmark){name, note->end, note->id};
}

/* One note for each id: that of the first mention. */
static void drop_doubles(struct ph_wml_notes *notes)
{
    size_t kept = 0;
    sort(notes, by_id_and_order);
    for (size_t i = 0; i < notes->count; i++)
        if (!kept || by_id(&notes->items[kept - 1], &notes->items[i]))
            notes->items[kept++] = notes->items[i];
    notes->count = kept;
}

/* Word counts the marks that it makes; a mark that two notes have typed is counted the second
 * time, so that each can be told. */
static void label_notes(struct ph_wml_notes *notes, struct ph_arena *arena)
{
    bool typed[4] = {false};
    long number = 0;
    sort(notes, by_order);
    for (size_t i = 0; i < notes->count; i++) {
        struct ph_wml_note *note = &notes->items[i];
        size_t stars = note->label ? strlen(note->label) : 0;
        if (!stars || typed[stars])
            note->label = ph_arena_printf(arena, "%ld", ++number);
        typed[stars] = true;
    }
}

void ph_wml_find_notes(const xmlNode *body, struct ph_arena *arena, struct ph_wml_notes *notes)
{
    const char *bookmark = NULL;
    const xmlNode *one = body;
    while ((one = ph_wml_step(body, one, false))) {
        bool foot = ph_wml_is(one, "footnoteReference"), end = ph_wml_is(one, "endnoteReference");
        if (ph_wml_is(one, "bookmarkStart"))
            bookmark = ph_xml_attribute(one, "name");
        else if (ph_wml_is(one, "bookmarkEnd"))
            bookmark = NULL;
        if (!foot && !end)
            continue;
        struct ph_wml_note note = {.end = end, .id = ph_wml_number(one, "id", -1)};
        note.label = typed_mark(one, arena);
        add_note(notes, note);
        if (bookmark)
            add_bookmark(notes, ph_arena_copy(arena, bookmark), &note);
    }
    drop_doubles(notes);
    label_notes(notes, arena);
    sort(notes, by_id);
    if (notes->bookmark_count)
        qsort(notes->bookmarks, notes->bookmark_count, sizeof *notes->bookmarks, by_name);
}

/* ---- the notes themselves ---- */

/* The rule above the notes and the like are notes by form alone. */
static bool is_note(const xmlNode *element)
{
    const char *type = ph_xml_attribute(element, "type");
    return (ph_wml_is(element, "footnote") || ph_wml_is(element, "endnote")) &&
           (!type || !strcmp(type, "normal"));
}

static size_t count_paragraphs(const xmlNode *top)
{
    size_t count = 0;
    const xmlNode *one = top;
    while ((one = ph_wml_step(top, one, false)))
        count += ph_wml_is(one, "p");
    return count;
}

size_t ph_wml_list_notes(const xmlNode *root, bool end, struct ph_arena *arena,
                         struct ph_wml_notes *notes)
{
    size_t known = notes->count, paragraphs = 0;
    for (const xmlNode *one = ph_xml_first(root, NULL); one; one = ph_xml_next(one, NULL)) {
        struct ph_wml_note note = {.end = end, .id = ph_wml_number(one, "id", -1), .element = one};
        struct ph_wml_note *found =
            known ? bsearch(&note, notes->items, known, sizeof note, by_id) : NULL;
        note.paragraph = paragraphs;
        paragraphs += count_paragraphs(one);
        if (!is_note(one) || (found && found->element))
            continue;
        if (found) {
            found->element = one;
            found->paragraph = note.paragraph;
            continue;
        }
        note.label = ph_arena_printf(arena, "%zu", notes->count + 1);
        add_note(notes, note);
    }
    size_t unmentioned = notes->count - known;
    sort(notes, by_id);
    return unmentioned;
}

void ph_wml_free_notes(struct ph_wml_notes *notes)
{
    free(notes->items);
    free(notes->bookmarks);
    *notes = (struct ph_wml_notes){0};
}

/* ---- asking ---- */

const struct ph_wml_note *ph_wml_note(const struct ph_wml_notes *notes, bool end, long id)
{
    struct ph_wml_note key = {.end = end, .id = id};
    return notes->count ? bsearch(&key, notes->items, notes->count, sizeof key, by_id) : NULL;
}

const struct ph_wml_note *ph_wml_note_at(const struct ph_wml_notes *notes, const char *bookmark,
                                         size_t length)
{
    char *name = ph_copy_n(bookmark, length);
    struct ph_wml_bookmark key = {.name = name};
    const struct ph_wml_bookmark *found =
        notes->bookmark_count
            ? bsearch(&key, notes->bookmarks, notes->bookmark_count, sizeof key, by_name)
            : NULL;
    free(name);
    return found ? ph_wml_note(notes, found->end, found->id) : NULL;
}

void ph_wml_sort_notes(struct ph_wml_notes *notes)
{
    sort(notes, by_order);
}
